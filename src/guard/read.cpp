// SPDX-License-Identifier: MIT
#include "guard/read.hpp"

#include "book/amended.hpp"
#include "book/open_entries.hpp"
#include "guard/kinds.hpp"
#include "rounds/kinds.hpp"

namespace onduty {

std::vector<IncidentReport> all_incidents(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kIncident};
    std::vector<IncidentReport> reports;
    each_amended(book.store(), query, [&](const Entry& entry) {
        reports.push_back({entry, book.store().incident(entry.number).value_or(Incident{})});
    });
    return reports;
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

void IncidentFold::add(const Entry& entry) {
    reports.push_back({entry, pass_->book().store().incident(entry.number).value_or(Incident{})});
}

void ConductFold::add(const Entry& entry) {
    ConductFinding finding{entry.business_date, entry.subject, {}, entry.actor, {}, entry.number};
    for (const PersonalField& field : pass_->book().store().personal(entry.number)) {
        if (field.field == "person") {
            finding.person = field.value;
        } else if (field.field == "words") {
            finding.words = field.value;
        }
    }
    findings.push_back(std::move(finding));
}

Wanted GuardFold::wanted() const {
    const std::chrono::days day{1};
    return {{pass_->dates().from - day, pass_->dates().until + day}, GuardReading::kinds()};
}

}  // namespace onduty
