// SPDX-License-Identifier: MIT
#include "rounds/outcomes.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/rights.hpp"
#include "plan/windows.hpp"
#include "rounds/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};

// The kind of entry that is a deed for what a rule asks for; "" for a round.
std::string_view kind_of_deed(const RuleTarget& target) {
    if (target.family == "checklist") {
        return kind::kCheck;
    }
    for (const Kind* kind : deed_kinds()) {
        if (target.family == kind->deed.family && (kind->deed.code == nullptr || target.code == kind->deed.code)) {
            return kind->name;
        }
    }
    return {};
}

}  // namespace

WalkAt walks(Book& book) {
    std::unordered_map<std::string, std::vector<std::pair<Book::HeldPart, std::chrono::seconds>>> all;
    return [held = std::move(all), &book](const std::string& point, Instant at) mutable {
        if (held.empty()) {
            for (Book::HeldPart& part : book.parts_ever("point")) {
                const std::chrono::seconds walk{std::atoll(part.part.word.detail.c_str())};
                const std::string code = part.part.word.code;
                held[code].emplace_back(std::move(part), walk);
            }
        }
        for (const auto& [part, walk] : held[point]) {
            if (part.since <= at && at < part.until) {
                return walk;
            }
        }
        return std::chrono::seconds{0};
    };
}

DeedReading deed_reading(Book& book) {
    return {book.history(), deed_kinds(), clock_reading(book.store()).doubts(), book.grace()};
}

bool is_countersigned(Book& book, const RuleTarget& target) {
    const int told = book.version_told();
    const std::vector<Rule>& rules = told == book.plan_version() ? book.rules() : book.plan(&Plan::rules, told);
    return std::any_of(rules.begin(), rules.end(),
                       [&](const Rule& rule) { return rule.countersign && rule.target == target; }) &&
           is_held(book, Right::sign);
}

PatrolFold::PatrolFold(Pass& pass)
    : pass_{&pass},
      book_{&pass.book()},
      before_{pass.before()},
      dates_{pass.dates()},
      reading_{deed_reading(pass.book()), pass.book().routes()} {
    const PlanHistory& history = book_->history();
    const DateRange dates = dates_;
    dates_ = {dates.from - kDay, dates.until + kDay};
    for (const std::string& code : rules_with_slots(history)) {
        const RuleHistory held = rule_history(history, code);
        const DateRange needed = dates_needed(held, book_->zone(), dates, book_->now());
        const std::vector<const Rule*> asked = rules_asked(held, book_->zone(), dates);
        const bool long_units =
            std::all_of(asked.begin(), asked.end(), [](const Rule* r) { return has_long_unit(*r); });
        for (const Rule* rule : asked) {
            const std::string_view kind = long_units ? kind_of_deed(rule->target) : std::string_view{};
            if (rule->target.family == "cleaning") {
                cleaning_.emplace_back(code, needed);
            } else if (!kind.empty()) {
                const bool due = has_slots(held, book_->zone(), dates);
                long_units_.push_back(
                    {std::string{kind}, rule->target.family == "event" ? "" : rule->target.code, needed, due});
            } else {
                dates_ = joined(dates_, needed);
            }
        }
    }
}

void PatrolFold::sum_up_points() {
    reading_.sum_up_points(pass_->dates(), walks(*book_));
}

Wanted PatrolFold::wanted() const {
    std::vector<std::string_view> kinds = PatrolReading::kinds();
    kinds.push_back(kind::kExplanation);
    for (const Kind* kind : deed_kinds()) {
        kinds.push_back(kind->name);
        if (kind->deed.completed_by != nullptr) {
            kinds.emplace_back(kind->deed.completed_by);
        }
    }
    return {dates_, std::move(kinds)};
}

// Its months are read through an index; everything else of them is of no use here.
void PatrolFold::read_cleaning() {
    DateRange before{dates_.from, dates_.from};
    DateRange after{dates_.until, dates_.until};
    std::vector<std::string> earlier;
    std::vector<std::string> later;
    for (const auto& [code, needed] : cleaning_) {
        if (needed.from < dates_.from) {
            before.from = std::min(before.from, needed.from);
            earlier.push_back(code);
        }
        if (needed.until > dates_.until) {
            after.until = std::max(after.until, needed.until);
            later.push_back(code);
        }
    }
    const auto read = [&](std::vector<std::string>& rules, DateRange stretch) {
        if (!rules.empty()) {
            EntryQuery query;
            query.dates = stretch;
            query.before = before_;
            query.rules = std::move(rules);
            each_amended(book_->store(), query, [&](const Entry& entry) { reading_.add(entry); });
        }
    };
    read(earlier, before);
    read(later, after);
}

void PatrolFold::add(const Entry& entry) {
    for (LongUnit& unit : long_units_) {
        unit.asked = unit.asked || (unit.kind == entry.kind && (unit.code.empty() || unit.code == entry.subject));
    }
    reading_.add(entry);
}

void PatrolFold::read_long_units() {
    std::map<std::string, DateRange> kinds;  // each is read once
    for (const LongUnit& unit : long_units_) {
        if (unit.asked) {
            DateRange& needed = kinds.try_emplace(unit.kind, unit.needed).first->second;
            needed = joined(needed, unit.needed);
        }
    }
    for (const auto& [kind, needed] : kinds) {
        for (const DateRange stretch : {DateRange{needed.from, dates_.from}, DateRange{dates_.until, needed.until}}) {
            if (stretch.from < stretch.until) {
                EntryQuery query;
                query.dates = stretch;
                query.before = before_;
                query.kinds = {kind};
                if (const char* completed = kind_named(kind)->deed.completed_by) {
                    query.kinds.emplace_back(completed);
                }
                each_amended(book_->store(), query, [&](const Entry& entry) { reading_.add(entry); });
            }
        }
    }
}

void PatrolFold::read_what_came_later() {
    EntryQuery query;
    query.before = before_;
    query.rare_kinds = {kind::kMissesExplained, kind::kAccept};
    bool stretches = false;
    each_amended(book_->store(), query, [&](const Entry& entry) {
        stretches = stretches || entry.kind == kind::kMissesExplained;
        reading_.add(entry);
    });
    if (stretches) {
        read_what_was_undone();
    }
}

void PatrolFold::read_what_was_undone() {
    Store& store = book_->store();
    for (const AmendedRow& row : store.amended(dates_)) {
        const EntryNumber by = row.state == amended::kWithdrawn ? store.withdrawn_by(row.entry) : 0;
        if (by != 0 && by < before_.value_or(by + 1)) {
            reading_.undo(book_->entry(row.entry), row.told_at, by);
        }
    }
}

void PatrolFold::finish() {
    read_cleaning();
    read_long_units();
    read_what_came_later();
    facts = reading_.finish();
}

DaysFold::DaysFold(Pass& pass, Told told) : pass_{&pass}, told_{told} {
    pass.want<PatrolFold>();
}

void DaysFold::finish() {
    Book& book = pass_->book();
    rules = judge_rules(book.history(), book.zone(), pass_->dates(), pass_->get<PatrolFold>().facts.deeds, book.now(),
                        told_);
}

PatrolFacts facts_for(Book& book, DateRange dates) {
    return Pass{book, dates}.get<PatrolFold>().facts;
}

bool is_dropped(Book& book, const Slot& slot) {
    return find_code(book.rules(), slot.rule->code) == nullptr || !can_be_done(book, slot);
}

bool can_be_done(Book& book, const Slot& slot) {
    const RuleTarget& target = slot.rule->target;
    const std::vector<std::string> codes =
        target.family == "event" ? std::vector{target.code} : book.codes(target.family.c_str());
    return std::find(codes.begin(), codes.end(), target.code) != codes.end();
}

const char* shown_state(State state) {
    switch (state) {
        case State::pending:
            return tr("pending");
        case State::early:
            return tr("early");
        case State::on_time:
            return tr("on time");
        case State::late:
            return tr("late");
        case State::typed_late:
            return tr("typed late");
        case State::clock_in_doubt:
            return tr("clock in doubt");
        case State::missed:
            return tr("missed");
        case State::incomplete:
            return tr("incomplete");
        case State::extra:
            return tr("extra");
        case State::not_applicable:
            return tr("not applicable");
        case State::explained:
            return tr("explained");
    }
    return "";
}

}  // namespace onduty
