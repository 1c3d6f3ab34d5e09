// SPDX-License-Identifier: MIT
#include "cases/facts.hpp"

#include "cases/kinds.hpp"

namespace onduty {

namespace {

constexpr Date kForever{std::chrono::local_days{std::chrono::year{2200} / 1 / 1}};

}  // namespace

Wanted CaseFold::wanted() const {
    return {pass_->dates(),
            {kind::kCase, kind::kCaseAssess, kind::kCaseAssign, kind::kCaseAct, kind::kCaseWait, kind::kCaseResume,
             kind::kCaseEscalate, kind::kCaseDispatch, kind::kCaseArrive, kind::kCaseResolve, kind::kCaseSign,
             kind::kCaseFollowUp, kind::kCaseCause, kind::kCaseArchive, kind::kCaseReopen}};
}

void CaseFold::add_open() {
    Store& store = pass_->book().store();
    for (const auto& [number, kind] : store.open_matters()) {
        if (kind == kind::kCase) {
            active_.insert(number);
        }
    }
    std::set<EntryNumber> filed_since;
    EntryQuery later;
    later.dates = DateRange{pass_->dates().until, kForever};
    later.rare_kinds = {kind::kCaseArchive};
    store.each(later, [&](const Entry& entry) { filed_since.insert(entry.about); });
    if (filed_since.empty()) {
        return;
    }
    // Most of them began later, too; to read each of those would take long.
    EntryQuery before;
    before.dates = DateRange{Date{}, pass_->dates().until};
    before.rare_kinds = {kind::kCase};
    store.each(before, [&](const Entry& entry) {
        if (filed_since.count(entry.number) > 0) {
            active_.insert(entry.number);
        }
    });
}

void CaseFold::finish() {
    Book& book = pass_->book();
    const DateRange dates = pass_->dates();
    const Instant end = to_instant(book.zone(), LocalTime{dates.until} + book.calendar().day_start);
    facts = {{}, dates, std::min(end, book.now()), &book.zone()};
    add_open();
    if (active_.empty()) {
        return;
    }
    CaseReader reader{book, *active_.begin()};
    for (const EntryNumber number : active_) {
        if (auto one = reader.read(number, dates.until)) {
            const CaseTerms plan = plan_of(book, *one);
            facts.cases.push_back({std::move(*one), &plan.cases, &plan.calendar});
        }
    }
}

}  // namespace onduty
