// SPDX-License-Identifier: MIT
#include "guard/read.hpp"

#include <algorithm>
#include <map>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/numbered_word.hpp"
#include "book/open_entries.hpp"
#include "guard/kinds.hpp"
#include "rounds/kinds.hpp"
#include "rounds/misses.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

std::string alarm_command(Book& book, EntryNumber alarm) {
    return "onduty patrol alarm " + number_typed(book, "point", std::to_string(alarm));
}

namespace {

// Who was told first counts; what is to be done is what was said last.
void add_step(Book& book, IncidentReport& report, const Entry& entry) {
    Incident& incident = report.incident;
    const Fields& step = entry.fields;
    const auto called = phoned_at(book, entry);
    if (called && (!incident.phoned_at || *called < *incident.phoned_at)) {
        incident.phoned = step.word("phoned");
        incident.phoned_at = called;
        report.call_typed_late = typed_late(entry);
    }
    if (const std::string done = step.word("action_taken"); !done.empty()) {
        incident.action_taken += (incident.action_taken.empty() ? "" : "; ") + done;
    }
    if (const std::string needed = step.word("action_needed"); !needed.empty()) {
        incident.action_needed = needed;
    }
}

IncidentReport report_of(Book& book, const Entry& entry, EntryNumber last = kLastEntry) {
    IncidentReport report{entry, incident_of(entry.fields).value_or(Incident{}), {}};
    if (auto& called = report.incident.phoned_at) {
        *called += moved_by_clock(book.store(), entry);
    }
    std::vector<Entry> steps;
    each_step(book, entry.number, [&](const Entry& step) {
        if (step.number <= last) {
            steps.push_back(step);
        }
    });
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Entry& one, const Entry& other) { return one.told_at() < other.told_at(); });
    for (const Entry& step : steps) {
        add_step(book, report, step);
    }
    return report;
}

}  // namespace

std::optional<Instant> phoned_at(Book& book, const Entry& step) {
    const FieldValue* at = step.fields.find("phoned_at");
    return at == nullptr
               ? std::nullopt
               : std::optional{Instant{std::chrono::milliseconds{*at->number}} + moved_by_clock(book.store(), step)};
}

bool is_untold(Book& book, EntryNumber incident, EntryNumber last) {
    return report_of(book, as_corrected(book.store(), book.entry(incident)), last).incident.phoned.empty();
}

std::vector<IncidentReport> all_incidents(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kIncident};
    std::vector<IncidentReport> reports;
    each_amended(book.store(), query, [&](const Entry& entry) { reports.push_back(report_of(book, entry)); });
    return reports;
}

IncidentReport incident_numbered(Book& book, std::int64_t sequence) {
    for (IncidentReport& report : all_incidents(book)) {
        if (report.incident.sequence == sequence) {
            return std::move(report);
        }
    }
    throw UsageError{say(N_("There is no incident {0}. The list: onduty patrol incident"), sequence)};
}

void each_step(Book& book, EntryNumber incident, const std::function<void(const Entry&)>& visit) {
    EntryQuery steps;
    steps.thread_of = incident;
    steps.kind = kind::kIncidentStep;
    each_amended(book.store(), steps, visit);
}

std::string step_words(Book& book, const Entry& entry) {
    const Fields& step = entry.fields;
    std::string words;
    const auto add = [&](const std::string& text) { words += text.empty() ? "" : (words.empty() ? "" : "; ") + text; };
    if (const auto at = phoned_at(book, entry)) {
        add(say(N_("told {0} by phone at {1}"), step.word("phoned"), date_time_text(book.zone(), *at)));
    }
    add(step.word("action_taken"));
    const std::string needed = step.word("action_needed");
    add(needed.empty() ? "" : say(N_("to be done: {0}"), needed));
    return words;
}

std::vector<Entry> unsigned_work(Book& book) {
    return open_entries(book, {kind::kRoundStart, kind::kCheck});
}

std::string second_person(Book& book, EntryNumber round) {
    EntryQuery thread;
    thread.thread_of = round;
    thread.kind = kind::kCompanion;
    std::string person;
    each_amended(book.store(), thread, [&](const Entry& entry) { person = entry.subject; });
    return person;
}

bool is_own_work(Book& book, const Entry& work, const std::string& person) {
    return is_by(work, person) || second_person(book, work.number) == person;
}

void IncidentFold::add(const Entry& entry) {
    reports.push_back(report_of(pass_->book(), entry));
}

void ConductFold::add(const Entry& entry) {
    ConductFinding finding{entry.business_date, entry.subject, {}, entry.actor, {}, entry.number};
    finding.typed_late = typed_late(entry);
    for (const PersonalField& field : personal_of(entry.fields)) {
        if (field.field == "person") {
            finding.person = field.value;
        } else if (field.field == "words") {
            finding.words = field.value;
        }
    }
    findings.push_back(std::move(finding));
}

void GuardFold::finish() {
    facts = reading_.finish();
    std::map<std::string, CheckCall> first;  // as told, by person
    for (const CheckCall& call : facts.calls) {
        const auto place = first.try_emplace(call.person, call).first;
        place->second = call.at < place->second.at ? call : place->second;
    }
    for (const auto& [person, call] : first) {
        if (!call.is_answer()) {
            const std::vector<CheckCall> before = calls_before(person, call.at);
            facts.calls.insert(facts.calls.end(), before.begin(), before.end());
        }
    }
    std::stable_sort(facts.calls.begin(), facts.calls.end(),
                     [](const CheckCall& one, const CheckCall& other) { return one.number < other.number; });
}

// However long nobody has ended them: ever further back, until there is one or the log begins.
std::vector<CheckCall> GuardFold::calls_before(const std::string& person, Instant at) const {
    Book& book = pass_->book();
    DateRange dates = wanted().dates;
    const Date begin = dates_before(book, dates.from).from;
    std::vector<CheckCall> calls;
    for (std::chrono::days back{7}; calls.empty() && begin < dates.from; back *= 4) {
        dates = {std::max(begin, dates.from - back), dates.from};
        EntryQuery query;
        query.kind = kind::kCheckCall;
        query.subject = person;
        query.dates = dates;
        query.before = pass_->before();
        each_amended(book.store(), query, [&](const Entry& entry) {
            if (entry.told_at() < at) {
                calls.push_back(check_call(entry));
            }
        });
    }
    return calls;
}

Wanted GuardFold::wanted() const {
    const std::chrono::days day{1};
    return {{pass_->dates().from - day, pass_->dates().until + day}, GuardReading::kinds()};
}

}  // namespace onduty
