// SPDX-License-Identifier: MIT
// Which entries are the book's own and of no subject, and which words do all subjects share?
#include <algorithm>

#include "book/clocks.hpp"
#include "book/corrected_fields.hpp"
#include "book/correction_told.hpp"
#include "book/day_closing.hpp"
#include "book/due_line.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/needed_words.hpp"
#include "book/open_entries.hpp"
#include "book/plan_history.hpp"
#include "book/somebody.hpp"
#include "book/subject.hpp"
#include "book/supplements.hpp"
#include "book/teller.hpp"
#include "book/unsettled.hpp"
#include "log/corrections.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::string no_text(Teller&, const Entry&) {
    return {};
}

std::vector<std::pair<std::string, std::string>> plan_details(Teller& teller, const Entry& entry) {
    std::vector<std::pair<std::string, std::string>> details;
    for (std::string& change : plan_changes(teller.book(), entry.plan)) {
        details.emplace_back(details.empty() ? tr("Changed") : "", std::move(change));
    }
    return details;
}

std::string slot_told(Teller& teller, const Entry& entry) {
    return entry.slot_at ? teller.name("rule", entry.rule) + " " + date_time_text(teller.book().zone(), *entry.slot_at)
                         : entry.subject;
}

// "Night patrol 2026-11-01 to 2026-11-20"
std::string misses_told(Teller& teller, const Entry& entry) {
    const auto end = [&](const char* date, const char* time) {
        const std::string day = entry.fields.word(date);
        const Instant at{std::chrono::milliseconds{entry.fields.number(time)}};
        return day.empty() ? date_time_text(teller.book().zone(), at) : day;
    };
    const std::string stretch = say(N_("{0} to {1}"), end("first", "from"), end("last", "until"));
    return joined(entry.rule.empty() ? tr("all rules") : teller.name("rule", entry.rule), stretch);
}

std::string import_told(Teller&, const Entry& entry) {
    const std::int64_t rows = entry.fields.number("rows");
    const std::string what = entry.subject == "cases"       ? tr("cases")
                             : entry.subject == "customers" ? tr("customers")
                             : entry.subject == "staff"     ? tr("staff")
                                                            : tr("stock list");
    return entry.about == 0 ? what : say(N_("{0}, rows {1}"), what, rows);
}

std::string alarm_text(Teller&, const Entry& entry) {
    return tr(entry.note.c_str());
}

// The seal of what was acknowledged last; "" where nothing is lost.
std::string alarm_told(Teller&, const Entry& entry) {
    const std::string seal = entry.fields.word(alarm::kSeal);
    return seal.empty() ? seal : say(N_("acknowledged last: seal {0}"), seal);
}

// Who typed the command before which the log was found otherwise does not explain it himself.
bool is_of_the_command_that_found_it(Book& book, const Entry& entry, const std::string& person) {
    const auto next = book.store().entry(entry.number + 1);
    return next && is_by(*next, person);
}

std::string clock_told(Teller&, const Entry& entry) {
    const DeclaredClock clock = declared_by(entry);
    return entries_text(clock.first, clock.last) + " " + minutes_text(clock.add);
}

std::string revealed_told(Teller&, const Entry& entry) {
    return entry.subject == reveal::kCustomer ? tr("customer") : tr("personal data");
}

// "2026-11-24", "2026-11-24 to 2026-11-29"
std::string closed_told(Teller&, const Entry& entry) {
    const std::string first = entry.fields.word(day_closed::kFirst);
    return first == entry.subject ? first : say(N_("{0} to {1}"), first, entry.subject);
}

MatterStep import_step(const Entry& entry) {
    return entry.about == 0 ? opens_itself(entry) : closes_about(entry);
}

constexpr const char* kAsFound = "as found";  // what the program saw, which nobody puts right

constexpr Field kAlarmFields[]{
    {alarm::kAcknowledged, FieldType::number, kAsFound},
    {alarm::kSeal, FieldType::code, kAsFound},
};

constexpr Field kMissesFields[]{
    {"first", FieldType::code},
    {"last", FieldType::code},
    {"from", FieldType::time},
    {"until", FieldType::time},
};

constexpr Field kImportFields[]{
    {"file", FieldType::words},  {"map", FieldType::words},   {"skip_bad", FieldType::words},
    {"digest", FieldType::code}, {"rows", FieldType::number},
};

// Of mail: who took it, somebody of the staff or from outside.
constexpr Field kDoneFields[]{
    {"owner", FieldType::code, "staff"},
    {"name", FieldType::personal},
    {"result", FieldType::code, "", "real false"},
};

void read_taker(Correcting& correcting, const std::string& typed) {
    const Fields& fields = correcting.now.fields;
    if (fields.word("owner").empty() && fields.word("name").empty()) {
        throw Refusal{say(N_("--to is for mail; entry {0} is none."), correcting.now.number)};
    }
    const Somebody taker = somebody_named(correcting.book(), typed);
    correcting.code("owner", taker.person);
    correcting.personal("name", taker.name);
}

void read_what_it_was(Correcting& correcting, const std::string& typed) {
    if (correcting.now.result.empty()) {
        throw Refusal{say(N_("Entry {0} has no result that can be corrected."), correcting.now.number)};
    }
    read_result(correcting, typed);
}

// Of what a count found different any words do; of what was missed, or left out, a reason.
std::string lacks_explanation(Book& book, const Entry& entry) {
    return entry.about == 0 || entry.note.empty() ? lacks_reason(book, entry) : "";
}

std::string lacks_how_it_went(Book& book, const Entry& entry) {
    const auto about = book.store().entry(entry.about);
    const Kind* kind = about ? kind_named(about->kind) : nullptr;
    return kind != nullptr && kind->done_in_words ? lacks_words(book, entry) : "";
}

constexpr Corrected kDoneCorrections[]{
    {"--to", "owner name", read_taker},
    {"--result", "result", read_what_it_was},
};

constexpr Corrected kMissesCorrections[]{
    {"--from", "first last from until", nullptr},
};

// "#15, Li Na".
std::string done_told(Teller& teller, const Entry& entry) {
    const std::string owner = entry.fields.word("owner");
    const std::string name = entry.fields.word("name");
    Parts parts{about_told(teller, entry)};
    parts.add(owner.empty() ? name.empty() ? "" : shown_outside(name) : teller.person(owner));
    return std::move(parts).text();
}

constexpr Field kCorrectionFields[]{
    {"value", FieldType::words},
    {"plan", FieldType::number},
    {field::kTold, FieldType::time},
    {field::kShift, FieldType::number},
};

constexpr Field kClockFields[]{
    {"first", FieldType::number},
    {"last", FieldType::number},
    {"add", FieldType::number, "min"},
};

constexpr Field kDayClosedFields[]{
    {day_closed::kFirst, FieldType::code},
};

constexpr Field kVoidFields[]{
    {"pieces", FieldType::number},
};

// An import that goes on now ends in its time; one that was broken off is typed again.
void add_imports(Look& look, DueLines& lines) {
    constexpr Minutes kLongEnough{10};
    for (const Entry& begun : open_entries(look.book(), {kind::kImport})) {
        std::string next = "onduty import " + begun.subject + " " + shell_word(begun.fields.word("file"));
        for (const auto& [field, option] : {std::pair{"map", " --map "}, {"skip_bad", " --skip-bad "}}) {
            const std::string file = begun.fields.word(field);
            next += file.empty() ? "" : option + shell_word(file);
        }
        Rule rule;
        rule.kind = RuleKind::deadline;
        rule.limit = kLongEnough;
        lines.add(deadline_slot(rule, look.book().plan(&Plan::calendar), look.book().zone(), begun.recorded_at, {}),
                  say(N_("Import of {0} is not ended"), begun.note), next, begun.number);
    }
}

// What a wrong clock put in doubt, until somebody says which one it was.
void add_doubts(Look& look, DueLines& lines) {
    for (const ClockDoubt& doubt : clock_reading(look.book().store()).doubts()) {
        const Instant since = std::min(doubt.between.from, look.now());
        lines.add(lone_slot(since, since), say(N_("Clock in doubt: {0}"), entries_text(doubt.first, doubt.last)),
                  "onduty clock");
    }
    for (const auto& [first, last] : told_ahead(look.book().store(), look.book().grace())) {
        const Instant since = look.book().store().recorded_at(first);
        lines.add(lone_slot(since, since), say(N_("Clock in doubt: {0}"), entries_text(first, last)), "onduty clock");
    }
}

// What a newer program opened stays open here, too; only what is to be done about it nobody here knows.
void add_unknown(Look& look, DueLines& lines) {
    for (const auto& [number, kind] : look.book().store().open_matters()) {
        if (kind_named(kind) != nullptr) {
            continue;
        }
        const Entry opened = look.book().entry(number);
        DueLine& line =
            lines.add(lone_slot(opened.told_at(), opened.slot_at.value_or(kNever)),
                      say(N_("Entry {0}: {1}, of a newer program"), number, kind), say("onduty log {0}", number));
        line.due = opened.slot_at.value_or(opened.told_at());
    }
}

constexpr Kind kOwnKinds[]{
    {.name = kind::kPlan,
     .word = N_("plan"),
     .details = plan_details,
     .note = no_text,
     .own_act = true,
     .corrected = false,
     .withdrawn = false},
    {.name = kind::kExplanation,
     .word = N_("explanation"),
     .traits = trait::kThread | trait::kOfRule,
     .told = slot_told,
     .names_about = true,
     .lacks = lacks_explanation,
     .own_act = true},
    {.name = kind::kMissesExplained,
     .word = N_("misses explained"),
     .traits = trait::kSeldom,
     .told = misses_told,
     .fields = kMissesFields,
     .corrections = kMissesCorrections,
     .lacks = lacks_reason,
     .own_act = true},
    {.name = kind::kDone,
     .word = N_("done"),
     .traits = trait::kThread,
     .step = closes_about,
     .told = done_told,
     .fields = kDoneFields,
     .corrections = kDoneCorrections,
     .lacks = lacks_how_it_went},
    {.name = kind::kCorrection,
     .word = N_("correction"),
     .traits = trait::kSeldom | trait::kThread,
     .told = corrected_field_told,
     .note = new_value_told,
     .names_about = true,
     .fields = kCorrectionFields,
     .own_act = true,
     .corrected = false},
    {.name = kind::kVoid,
     .word = N_("void"),
     .traits = trait::kSeldom | trait::kThread,
     .names_about = true,
     .fields = kVoidFields,
     .own_act = true,
     .corrected = false},
    {.name = kind::kImport,
     .word = N_("import"),
     .traits = trait::kSeldom | trait::kThread,
     .step = import_step,
     .told = import_told,
     .names_about = true,
     .fields = kImportFields,
     .corrected = false},
    {.name = kind::kClock,
     .word = N_("clock"),
     .traits = trait::kSeldom | trait::kThread,
     .told = clock_told,
     .fields = kClockFields,
     .own_act = true,
     .corrected = false},
    {.name = kind::kAccept,
     .word = N_("acceptance"),
     .traits = trait::kSeldom | trait::kThread,
     .names_about = true,
     .outlasts = true,
     .own_act = true,
     .corrected = false},
    {.name = kind::kReveal,
     .word = N_("seen unmasked"),
     .traits = trait::kSeldom,
     .told = revealed_told,
     .names_about = true,
     .upon_about = false,
     .corrected = false,
     .withdrawn = false},
    {.name = kind::kDayClosed,
     .word = N_("day closed"),
     .traits = trait::kSeldom,
     .still_open = has_unsettled_dates,
     .is_item = is_told_elsewhere,
     .is_listed = false,
     .told = closed_told,
     .fields = kDayClosedFields,
     .corrected = false,
     .withdrawn = false},
    {.name = kind::kAlarm,
     .word = N_("alarm"),
     .told = alarm_told,
     .note = alarm_text,
     .concerns = is_of_the_command_that_found_it,
     .fields = kAlarmFields,
     .withdrawn = false},
};

constexpr MachineWord kOwnWords[]{
    {condition::kMisplaced, N_("not in place")},
    {condition::kWorn, N_("worn")},
    {condition::kDamaged, N_("damaged")},
    {condition::kMissing, N_("missing")},
    {result::kSkipped, N_("skipped")},
    {result::kMissed, N_("not reached")},
    {result::kOk, N_("ok")},
    {result::kFault, N_("fault")},
    {result::kNotApplicable, N_("not applicable")},
    {result::kComplete, N_("complete")},
    {result::kIncomplete, N_("incomplete")},
    {result::kRefused, N_("refused")},
    {flag::kImported, N_("imported")},
    {mark::kAlone, N_("alone")},
    {mark::kOwnWord, N_("own word")},
    {"corrected", N_("corrected")},
    {"unended", N_("import not ended")},
    {field::kNote, N_("note")},
    {field::kResult, N_("result")},
    {field::kTime, N_("time")},
    {field::kDue, N_("due time")},
    {field::kClock, N_("clock")},
    {field::kShift, N_("shift")},
};

constexpr Clock kOwnClocks[]{{add_doubts}, {add_imports}, {add_unknown}, {add_unsettled}};

constexpr const char* kHiddenOfSupplements[]{"closed_by"};

constexpr Block kOwnBlocks[]{
    {.name = "supplements",
     .place = 95,
     .heading = N_("Recorded after the day was closed"),
     .hidden = kHiddenOfSupplements,
     .table = supplements_block},
};

constexpr Subject kOwn{.name = "book",
                       .kinds = kOwnKinds,
                       .words = kOwnWords,
                       .clocks = kOwnClocks,
                       .blocks = kOwnBlocks,
                       .compared = closings_touched};

}  // namespace

const Subject& book_itself() {
    return kOwn;
}

}  // namespace onduty
