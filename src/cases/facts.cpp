// SPDX-License-Identifier: MIT
#include "cases/facts.hpp"

#include <set>

namespace onduty {

namespace {

constexpr Date kForever{std::chrono::local_days{std::chrono::year{2200} / 1 / 1}};

// What is open now and, of what was filed since, what was open at the end of the period.
void add_open(Store& store, DateRange dates, std::set<EntryNumber>& wanted) {
    for (const auto& [number, kind] : store.open_matters()) {
        if (kind == kind::kCase) {
            wanted.insert(number);
        }
    }
    std::set<EntryNumber> filed_since;
    EntryQuery later;
    later.dates = DateRange{dates.until, kForever};
    later.kind = kind::kCaseArchive;
    store.each(later, [&](const Entry& entry) { filed_since.insert(entry.about); });
    if (filed_since.empty()) {
        return;
    }
    // Most of them began later, too; to read each of those would take long.
    EntryQuery before;
    before.dates = DateRange{Date{}, dates.until};
    before.rare_kinds = {kind::kCase};
    store.each(before, [&](const Entry& entry) {
        if (filed_since.count(entry.number) > 0) {
            wanted.insert(entry.number);
        }
    });
}

void add_active(Store& store, DateRange dates, std::set<EntryNumber>& wanted) {
    EntryQuery query;
    query.dates = dates;
    store.each(query, [&](const Entry& entry) {
        if (entry.kind == kind::kCase) {
            wanted.insert(entry.number);
        } else if (action_of(entry.kind)) {
            wanted.insert(entry.about);
        }
    });
}

}  // namespace

CaseFacts case_facts_of(Book& book, DateRange dates) {
    std::set<EntryNumber> wanted;
    add_open(book.store(), dates, wanted);
    add_active(book.store(), dates, wanted);
    const Instant end = to_instant(book.zone(), LocalTime{dates.until} + book.calendar().day_start);
    CaseFacts facts{{}, dates, std::min(end, book.now()), &book.zone()};
    if (wanted.empty()) {
        return facts;
    }
    CaseReader reader{book, *wanted.begin()};
    for (const EntryNumber number : wanted) {
        if (auto one = reader.read(number, dates.until)) {
            const Plan& plan = plan_of(book, *one);
            facts.cases.push_back({std::move(*one), &plan.cases, &plan.calendar});
        }
    }
    return facts;
}

}  // namespace onduty
