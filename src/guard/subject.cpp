// SPDX-License-Identifier: MIT
// What does the house know of guarding: incidents, signatures, calls, alarms, conduct?
#include <algorithm>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "book/open_entries.hpp"
#include "book/reveal.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "guard/blocks.hpp"
#include "guard/clocks.hpp"
#include "guard/corrections.hpp"
#include "guard/kinds.hpp"
#include "guard/open_calls.hpp"
#include "guard/read.hpp"
#include "guard/rules.hpp"
#include "rounds/kinds.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// A call without an answer opens what it is the first of. What it goes on with, and which ones an answer ends, is
// compared by their times; older entries say it themselves.
MatterStep call_step(const Entry& entry) {
    return {entry.slot_at && entry.about == 0 ? kItself : 0, entry.slot_at ? 0 : entry.about};
}

// Of a call that a rule asks for.
bool is_answer(const Entry& entry) {
    return entry.result == result::kOk && !entry.rule.empty();
}

// A round is signed when it is over, and each work once.
bool signature_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    const bool over =
        before.front().kind != kind::kRoundStart ||
        std::any_of(before.begin(), before.end(), [](const Entry& entry) { return entry.kind == kind::kRoundEnd; });
    return over && fits_once(book, before, step);
}

std::string incident_told(Teller& teller, const Entry& entry) {
    return teller.name("category", entry.subject);
}

std::vector<std::pair<std::string, std::string>> incident_details(Teller& teller, const Entry& entry) {
    Book& book = teller.book();
    const Incident incident = incident_of(entry.fields).value_or(Incident{});
    return {{tr("Incident no."), std::to_string(incident.sequence)},
            {tr("Place"), incident.place.empty() ? "" : teller.name("point", incident.place)},
            {tr("Reported by"), teller.person(incident.reported_by)},
            {tr("Phoned"), incident.phoned},
            {tr("Phoned at"), incident.phoned_at ? full_text(book.zone(), *incident.phoned_at) : ""},
            {tr("Action taken"), incident.action_taken},
            {tr("Action needed"), incident.action_needed},
            // Who saw it stands apart and is not shown in lists.
            {tr("Witnesses"), personal_of(entry.fields).empty() ? "" : tr("kept apart as personal data")}};
}

// Nobody was told of it before it was.
bool call_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    const auto called = phoned_at(book, step);
    return !called || *called >= before.front().told_at();
}

bool finding_concerns(Book&, const Entry& entry, const std::string& person) {
    const std::vector<PersonalField> personal = personal_of(entry.fields);
    return std::any_of(personal.begin(), personal.end(),
                       [&](const PersonalField& field) { return field.field == "person" && field.value == person; });
}

// A call to him, unless he answered.
bool call_concerns(Book&, const Entry& entry, const std::string& person) {
    return entry.subject == person && entry.result != result::kOk;
}

// A signature that was refused, of what he did alone or with another.
bool signature_concerns(Book& book, const Entry& entry, const std::string& person) {
    return entry.result == result::kRefused &&
           (book.entry(entry.about).actor == person || second_person(book, entry.about) == person);
}

std::string step_told(Teller& teller, const Entry& entry) {
    return step_words(teller.book(), entry);
}

// Whom a finding is about and its words are shown where that is recorded; see book/reveal.hpp.
std::string finding_field(Teller& teller, const Entry& entry, const char* field) {
    if (teller.book().is_revealed()) {
        for (const PersonalField& personal : personal_of(entry.fields)) {
            if (personal.field == field) {
                return personal.value;
            }
        }
    }
    return {};
}

std::string finding_told(Teller& teller, const Entry& entry) {
    const std::string person = finding_field(teller, entry, "person");
    return person.empty() ? "" : teller.person(person) + " " + shown_word(entry.subject);
}

std::string finding_words(Teller& teller, const Entry& entry) {
    return finding_field(teller, entry, "words");
}

std::string alarm_told(Teller& teller, const Entry& entry) {
    const std::string point = entry.subject + " " + teller.name("point", entry.subject);
    return entry.rule.empty() ? point : teller.name("category", entry.rule) + tr(", ") + point;
}

constexpr Field kIncidentFields[]{
    {"incident", FieldType::number},     {"category", FieldType::code, "category"},
    {"place", FieldType::code, "point"}, {"reported_by", FieldType::words},
    {"phoned", FieldType::words},        {"phoned_at", FieldType::time},
    {"action_taken", FieldType::words},  {"action_needed", FieldType::words},
    {"witness", FieldType::personal},    {"emergency", FieldType::code, "emergency"},
};

constexpr Field kIncidentStepFields[]{
    {"phoned", FieldType::words},
    {"phoned_at", FieldType::time},
    {"action_taken", FieldType::words},
    {"action_needed", FieldType::words},
};

// As patrol sign takes them.
constexpr MachineWord kSignatureResults[]{
    {result::kOk, N_("ok"), "认可 同意 合格 正常"},
    {result::kRefused, N_("refused"), "不认可 拒签 不合格"},
};

constexpr Field kSignatureFields[]{
    {"result", FieldType::code, "", "ok refused"},
};

constexpr Field kConductFields[]{
    {"conduct", FieldType::code},
    {"person", FieldType::personal},
    {"words", FieldType::personal},
};

constexpr Field kCallFields[]{
    {"person", FieldType::code, "staff"},
    {"result", FieldType::code, "", "ok fault complete"},
};

constexpr Field kAlarmFields[]{
    {"point", FieldType::code, "point"},
    {"category", FieldType::code, "category"},
    {"result", FieldType::code, "", "real false"},
};

constexpr Kind kGuardKinds[]{
    {.name = kind::kIncident,
     .word = N_("incident"),
     .traits = trait::kSeldom,
     .still_open = is_untold,
     .is_item = is_told_elsewhere,
     .told = incident_told,
     .details = incident_details,
     .leads = leads_always,
     .fields = kIncidentFields,
     .corrections = kIncidentCorrections,
     .lacks = lacks_words,
     .takes_steps = true},
    {.name = kind::kIncidentStep,
     .word = N_("incident goes on"),
     .traits = trait::kThread,
     .told = step_told,
     .names_about = true,
     .fits = call_fits,
     .fields = kIncidentStepFields,
     .corrections = kIncidentStepCorrections,
     .answers = true},
    {.name = kind::kCountersign,
     .word = N_("countersigned"),
     .traits = trait::kThread,
     .told = about_told,
     .fits = signature_fits,
     .concerns = signature_concerns,
     .fields = kSignatureFields,
     .results = kSignatureResults,
     .corrections = kSignatureCorrections,
     .lacks = lacks_why_refused,
     .own_act = true,
     .answers = true},
    {.name = kind::kConduct,
     .word = N_("conduct finding"),
     .traits = trait::kSeldom,
     .told = finding_told,
     .note = finding_words,
     .concerns = finding_concerns,
     .hidden = true,
     .fields = kConductFields,
     .corrections = kConductCorrections,
     .own_act = true},
    {.name = kind::kCheckCall,
     .word = N_("check call"),
     .traits = trait::kThread,
     .step = call_step,
     .still_open = was_unanswered,
     .told = person_told,
     .concerns = call_concerns,
     .doubt = refuse_outcome_of_nothing,
     .deed = {"event", event::kCheckCall, is_answer, true},
     .fields = kCallFields,
     .corrections = kCheckCallCorrections,
     .lacks = lacks_outcome},
    {.name = kind::kSignal,
     .word = N_("alarm of the house"),
     .step = opens_with_time,
     .told = alarm_told,
     .fields = kAlarmFields,
     .corrections = kSignalCorrections},
};

constexpr MachineWord kGuardWords[]{
    {conduct::kLeftPost, N_("left the post")},   {conduct::kSwapped, N_("swapped the post")},
    {conduct::kChatting, N_("chatting")},        {conduct::kAsleep, N_("asleep")},
    {conduct::kDistracted, N_("distracted")},    {result::kReal, N_("real"), "属实 真"},
    {result::kFalse, N_("false alarm"), "误报"},
};

constexpr Clock kGuardClocks[]{{add_guard_lines}};

Table calls(Pass& pass) {
    std::vector<RuleOutcomes> call_rules;
    for (const RuleOutcomes& outcomes : pass.get<DaysFold>().rules) {
        const auto& slots = outcomes.judgement.outcomes;
        if (!slots.empty() && slots.front().slot.rule->target.code == event::kCheckCall) {
            call_rules.push_back(outcomes);
        }
    }
    std::set<EntryNumber> open;
    for (const auto& [number, kind] : pass.book().store().open_matters()) {
        if (kind == kind::kCheckCall) {
            open.insert(number);
        }
    }
    const auto shifts_of = [&](const std::string& person) {
        EntryQuery query;
        query.shifts_of = person;
        query.dates = DateRange{pass.dates().from - std::chrono::days{2}, pass.dates().until + std::chrono::days{2}};
        ShiftReading reading;
        each_amended(pass.book().store(), query, [&](const Entry& entry) { reading.add(entry); });
        std::vector<Shift> shifts = reading.shifts();
        for (Shift& shift : shifts) {  // of one that nobody closed nobody knows how long it went on
            const Instant until = shift.until.value_or(pass.book().now());
            shift.until = shift.told_end ? until : end_of_shift(pass.book(), shift, until);
        }
        return shifts;
    };
    return calls_block(pass.get<GuardFold>().facts, open, pass.get<PatrolFold>().facts, call_rules, pass.dates(),
                       shifts_of);
}

constexpr const char* kHiddenOfIncidents[]{"place", "reported_by", "action", "needed", "emergency", "entry"};
constexpr const char* kHiddenOfConduct[]{"business_date", "by", "entry"};

constexpr Block kGuardBlocks[]{
    {.name = "incidents",
     .place = 80,
     .heading = N_("Incidents"),
     .hidden = kHiddenOfIncidents,
     .want = wants<IncidentFold>,
     .table =
         [](Pass& pass) {
             return incidents_block(pass.get<IncidentFold>().reports, pass.book().zone(), names_of(pass.book()));
         }},
    {.name = "conduct",
     .place = 81,
     .heading = N_("Conduct"),
     .hidden = kHiddenOfConduct,
     .want = wants<ConductFold>,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             const auto& findings = pass.get<ConductFold>().findings;
             const bool whole = !findings.empty() && reveal_if_may(book, reveal::kPersonal, 0);
             return conduct_block(findings, whole, book.zone(), names_of(book), shown_word);
         }},
    {.name = "calls", .place = 82, .heading = N_("Check calls"), .want = wants<DaysFold, GuardFold>, .table = calls},
};

// By when a round or a check is to be signed, and since when somebody does not answer.
void stand_guard(Book& book, MattersNow& matters) {
    for (const Entry& work : unsigned_work(book)) {
        matters[work.number].due = due_of_event(book, event::kCountersign, work.effective_at());
    }
    // Late from the beginning.
    for (const Entry& open : open_entries(book, {kind::kCheckCall, kind::kSignal, kind::kIncident})) {
        matters[open.number].due = open.told_at();
    }
}

std::string number_of_incident(Book& book, const Entry& entry) {
    for (const EntryNumber number : {entry.number, entry.about}) {
        if (const auto incident = number == 0 ? std::nullopt : book.store().incident(number)) {
            return std::to_string(incident->sequence);
        }
    }
    return {};
}

// Who was told of an incident is said by what comes later to it.
std::vector<EntryNumber> compared_in_guard(Book& book, const Entry& entry) {
    return entry.kind == kind::kIncidentStep ? std::vector{entry.about} : compared_calls(book, entry);
}

constexpr Subject kGuardSubject{.name = "guard",
                                .kinds = kGuardKinds,
                                .words = kGuardWords,
                                .clocks = kGuardClocks,
                                .blocks = kGuardBlocks,
                                .stand = stand_guard,
                                .compared = compared_in_guard,
                                .code_of = number_of_incident};

}  // namespace

const Subject& guard_subject() {
    return kGuardSubject;
}

}  // namespace onduty
