// SPDX-License-Identifier: MIT
#include "book/supplements.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "book/amended.hpp"
#include "book/amended_count.hpp"
#include "book/clocks.hpp"
#include "book/day_closing.hpp"
#include "book/entry_table.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/subject.hpp"
#include "plan/deeds.hpp"
#include "plan/outcomes.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kOneDay{1};

// What the log says of itself, and of who looked, is nothing of a date.
bool is_of_the_log(const Entry& entry) {
    return entry.kind == kind::kDayClosed || entry.kind == kind::kReveal || entry.kind == kind::kAlarm;
}

// What is about a slot or a deed of a date without counting for it.
bool is_about_the_past(const Entry& entry) {
    return entry.kind == kind::kExplanation || entry.kind == kind::kMissesExplained || entry.kind == kind::kAccept ||
           entry.kind == kind::kClock;
}

bool takes_steps(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->takes_steps;
}

// What follows from another correction, or takes such a one back along with it.
bool follows_another(Book& book, const Entry& entry) {
    return follows_by_itself(entry) || (entry.amends != 0 && follows_another(book, book.entry(entry.amends)));
}

class Search {
  public:
    Search(Pass& pass, const ClosedDates& closed) : pass_{&pass}, book_{&pass.book()}, closed_{&closed} {}

    std::vector<Supplement> found() {
        for (const auto& [date, closing] : *closed_) {
            add_what_counts_for(date, closing);
        }
        if (!closed_->empty()) {
            add_what_is_said();
            add_what_was_done_for();
        }
        const auto place = [](const Supplement& one) { return std::pair{one.date, one.entry.number}; };
        std::sort(found_.begin(), found_.end(),
                  [&](const Supplement& a, const Supplement& b) { return place(a) < place(b); });
        const auto again = std::unique(found_.begin(), found_.end(),
                                       [&](const Supplement& a, const Supplement& b) { return place(a) == place(b); });
        found_.erase(again, found_.end());
        return std::move(found_);
    }

  private:
    void add_what_counts_for(Date date, EntryNumber closing) {
        EntryQuery query;
        query.dates = DateRange{date, date + kOneDay};
        query.first = closing + 1;
        std::vector<Entry> counted = book_->store().entries(query);
        // A correction stands with the date that it takes an entry from; that to which it brings one has it, too.
        for (const AmendedRow& row : book_->store().amended({date, date + kOneDay})) {
            if (row.state == amended::kCame) {
                EntryQuery amending;
                amending.amendments_of = row.entry;
                amending.first = closing + 1;
                const std::vector<Entry> more = book_->store().entries(amending);
                counted.insert(counted.end(), more.begin(), more.end());
            }
        }
        for (const Entry& entry : counted) {
            if (!is_of_the_log(entry) && !follows_another(*book_, entry) &&
                !is_about_the_past(amended_in_the_end(book_->store(), entry))) {
                found_.push_back({date, closing, entry});
            }
        }
    }

    // What can still be done when its date is closed counts for that on which it is done.
    void add_what_was_done_for() {
        for (const Subject* subject : subjects()) {
            for (const TakenOver& taken :
                 subject->taken_over == nullptr ? std::vector<TakenOver>{} : subject->taken_over(*pass_)) {
                const auto closed = closed_->find(taken.date);
                if (closed != closed_->end()) {
                    add_with_amendments(taken.entry, taken.date, closed->second);
                }
            }
        }
    }

    void add_with_amendments(EntryNumber number, Date date, EntryNumber closing) {
        EntryQuery amending;
        amending.amendments_of = number;
        amending.first = closing + 1;
        std::vector<Entry> entries = book_->store().entries(amending);
        if (number > closing) {
            entries.push_back(book_->entry(number));
        }
        for (const Entry& entry : entries) {
            if (!follows_another(*book_, entry)) {
                found_.push_back({date, closing, entry});
            }
        }
    }

    // By the dates that it says something of, after those were closed.
    void add_what_is_said() {
        const DateRange dates{closed_->begin()->first, closed_->rbegin()->first + kOneDay};
        outcomes_ = judge_rules(book_->history(), book_->zone(), dates, {}, book_->now());
        EntryQuery query;
        query.first = closed_->begin()->second + 1;
        query.rare_kinds = {kind::kMissesExplained, kind::kAccept, kind::kClock, kind::kCorrection, kind::kVoid};
        std::vector<Entry> said = book_->store().entries(query);
        query.rare_kinds.clear();
        const std::vector<Entry> steps = steps_of(dates);
        said.insert(said.end(), steps.begin(), steps.end());
        query.kinds = {kind::kExplanation};
        for (const RuleOutcomes& rule : outcomes_) {
            query.rules.push_back(rule.rule);
        }
        if (!query.rules.empty()) {
            const std::vector<Entry> explained = book_->store().entries(query);
            said.insert(said.end(), explained.begin(), explained.end());
        }
        for (const Entry& entry : said) {
            const Entry root = amended_in_the_end(book_->store(), entry);
            const bool goes_along = !is_about_the_past(root) && follows_another(*book_, entry);
            for (const Date date : goes_along ? std::set<Date>{} : dates_said_of(root)) {
                const auto closed = closed_->find(date);
                if (closed != closed_->end() && closed->second < entry.number) {
                    found_.push_back({date, closed->second, entry});
                }
            }
        }
    }

    // Of what happened on these dates.
    std::vector<Entry> steps_of(DateRange dates) const {
        EntryQuery query;
        query.rare_kinds = names_of(kinds_that([](const Kind& kind) { return kind.takes_steps; }));
        std::vector<Entry> steps;
        each_amended(book_->store(), query, [&](const Entry& entry) {
            if (dates.contains(entry.business_date)) {
                EntryQuery thread;
                thread.thread_of = entry.number;
                thread.first = entry.number + 1;
                const std::vector<Entry> more = book_->store().entries(thread);
                steps.insert(steps.end(), more.begin(), more.end());
            }
        });
        return steps;
    }

    // From that of the first entry to that of the last.
    std::set<Date> dates_of_clock(const DeclaredClock& clock) const {
        const auto date_of = [&](EntryNumber number) {
            return as_corrected(book_->store(), book_->entry(number)).business_date;
        };
        const Date one_end = date_of(clock.first);
        const Date other_end = date_of(clock.last);
        const auto [from, until] = std::minmax(one_end, other_end);
        std::set<Date> dates;
        for (const auto& [date, closing] : *closed_) {
            if (from <= date && date <= until) {
                dates.insert(date);
            }
        }
        return dates;
    }

    std::set<Date> dates_said_of(const Entry& entry) const {
        const bool is_step =
            (entry.traits & trait::kThread) != 0 && entry.about != 0 && takes_steps(book_->entry(entry.about));
        if (!is_step && !is_about_the_past(entry)) {
            return {};
        }
        if (is_step || entry.kind == kind::kAccept) {
            const auto of = book_->store().entry(entry.about);
            return of ? std::set{as_corrected(book_->store(), *of).business_date} : std::set<Date>{};
        }
        if (entry.kind == kind::kClock) {
            return dates_of_clock(declared_by(entry));
        }
        const bool one = entry.kind == kind::kExplanation;
        const Stretch stretch = one ? Stretch{} : stretch_of(entry);
        std::set<Date> dates;
        for (const RuleOutcomes& rule : outcomes_) {
            if (!entry.rule.empty() && rule.rule != entry.rule) {
                continue;
            }
            for (const Outcome& outcome : rule.judgement.outcomes) {
                const Slot& slot = outcome.slot;
                if (one ? entry.slot_at == slot.due : stretch.has(slot) && slot.expires <= entry.told_at()) {
                    dates.insert(slot.date);
                }
            }
        }
        return dates;
    }

    Pass* pass_;
    Book* book_;
    const ClosedDates* closed_;
    std::vector<RuleOutcomes> outcomes_;  // of their slots, without what was done
    std::vector<Supplement> found_;
};

}  // namespace

std::vector<Supplement> supplements(Pass& pass) {
    const ClosedDates closed = closed_dates(pass.book(), pass.dates());
    return Search{pass, closed}.found();
}

Table supplements_block(Pass& pass) {
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"closed_by", tr("Closed by"), ColumnKind::integer},
                 {"entry", tr("Entry"), ColumnKind::integer},
                 {"recorded", tr("Recorded"), ColumnKind::code},
                 {"kind", tr("Kind"), ColumnKind::word},
                 {"what", tr("What"), ColumnKind::text}},
                {}};
    EntryCells cells{pass.book()};
    for (const Supplement& supplement : supplements(pass)) {
        const Entry& entry = supplement.entry;
        const Instant recorded = as_corrected(pass.book().store(), entry).recorded_at;
        table.rows.push_back({Cell::of(to_text(supplement.date)), Cell::of(supplement.closing), Cell::of(entry.number),
                              Cell::of(date_time_text(pass.book().zone(), recorded)),
                              Cell::of(entry.kind.c_str(), shown_word(entry.kind)), Cell::of(cells.subject(entry))});
    }
    return table;
}

std::string closing_words(Book& book, DateRange dates) {
    const Date begun = book.store().business_date(1);
    if (dates.until <= begun || dates.from > book.today()) {
        return {};
    }
    const ClosedDates closed = closed_dates(book, dates);
    if (closed.empty()) {
        return tr("Not closed yet.");
    }
    const auto& [date, closing] = *closed.rbegin();
    return say(N_("Closed up to {0} with entry {1}, as of entry {2}."), to_text(date), closing, closing - 1);
}

}  // namespace onduty
