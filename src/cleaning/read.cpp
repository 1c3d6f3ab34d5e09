// SPDX-License-Identifier: MIT
#include "cleaning/read.hpp"

#include <algorithm>

#include "book/numbered_word.hpp"
#include "book/open_entries.hpp"
#include "cleaning/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};
// The end of the longest unit that may have begun.
constexpr std::chrono::days kMonthAhead{32};
constexpr EntryNumber kTried = -1;

}  // namespace

std::string matter_typed(Book& book, const CleaningMatter& matter) {
    return number_typed(book, matter.litter ? "point" : "rule", matter.code());
}

CleaningBook::CleaningBook(Book& book, int version)
    : book_{&book},
      version_{version},
      items_{book.plan(&Plan::cleaning)},
      listed_{items_.size()},
      deeds_{facts_for(book, {book.today() - kLookBack, book.today() + kMonthAhead}).deeds} {
    for (const CleaningItem& then :
         version == book.plan_version() ? std::vector<CleaningItem>{} : book.plan(&Plan::cleaning, version)) {
        const auto now = std::find_if(items_.begin(), items_.end(),
                                      [&](const CleaningItem& item) { return item.code == then.code; });
        if (now == items_.end()) {
            items_.push_back(then);
        } else {
            *now = then;
        }
    }
    for (const CleaningItem& item : items_) {
        outcomes_.push_back(judge_rule(book.history(), item.code, book.zone(), dates_of(item), deeds_, book.now()));
    }
}

const Rule& CleaningBook::rule(const CleaningItem& item) const {
    const Rule* now = find_code(book_->rules(), item.code);
    return now == nullptr ? *find_code(book_->plan(&Plan::rules, version_), item.code) : *now;
}

// Of what comes several times a day the month ahead is of no use.
DateRange CleaningBook::dates_of(const CleaningItem& item) const {
    const RuleKind kind = rule(item).kind;
    const bool daily = kind == RuleKind::every || kind == RuleKind::at;
    if (kind == RuleKind::after) {
        return {book_->today() - std::chrono::days{36500}, book_->today() + std::chrono::days{36500}};
    }
    return {book_->today() - kLookBack, book_->today() + (daily ? 2 * kDay : kMonthAhead)};
}

std::size_t CleaningBook::number_of(const std::string& code) const {
    return static_cast<std::size_t>(find_code(items_, code) - items_.data()) + 1;
}

const RuleOutcomes& CleaningBook::outcomes(const CleaningItem& item) const {
    return outcomes_[number_of(item.code) - 1];
}

const Outcome* CleaningBook::open(const CleaningItem& item) const {
    for (const Outcome& outcome : outcomes(item).judgement.outcomes) {
        if (outcome.state == State::pending && outcome.slot.opens <= book_->now()) {
            return &outcome;
        }
    }
    return nullptr;
}

std::vector<const Outcome*> CleaningBook::missed(const CleaningItem& item) const {
    std::vector<const Outcome*> found;
    for (const Outcome& outcome : outcomes(item).judgement.outcomes) {
        if (outcome.state == State::missed) {
            found.push_back(&outcome);
        }
    }
    return found;
}

std::vector<RuleOutcomes> CleaningBook::dropped() const {
    std::vector<RuleOutcomes> dropped;
    for (const std::string& code : rules_with_slots(book_->history())) {
        if (find_code(items_, code) != nullptr) {
            continue;
        }
        RuleOutcomes rule = judge_rule(book_->history(), code, book_->zone(),
                                       {book_->today() - kLookBack, book_->today() + 2 * kDay}, deeds_, book_->now());
        std::erase_if(rule.judgement.outcomes, [&](const Outcome& outcome) {
            return outcome.state != State::missed &&
                   (outcome.state != State::pending || outcome.slot.due > book_->now());
        });
        if (rule.is_cleaning() && !rule.judgement.outcomes.empty()) {
            dropped.push_back(std::move(rule));
        }
    }
    return dropped;
}

const Outcome* CleaningBook::next(const CleaningItem& item) const {
    for (const Outcome& outcome : outcomes(item).judgement.outcomes) {
        if (outcome.state == State::pending && outcome.slot.opens > book_->now()) {
            return &outcome;
        }
    }
    return nullptr;
}

CleaningBook::Taken CleaningBook::taken(const CleaningItem& item, const Entry& entry) const {
    Deeds tried = deeds_;
    tried.done.push_back(
        {{"cleaning", item.code},
         {entry.told_at(), true, kTried, entry.business_date, Instant::min(), entry.claimed(), entry.recorded_apart()},
         entry.actor});
    // A slot of another version, which is due later than those of now, may take it.
    const DateRange dates = joined(dates_of(item), {book_->today() - kLookBack, book_->today() + kMonthAhead});
    const RuleOutcomes outcomes = judge_rule(book_->history(), item.code, book_->zone(), dates, tried, book_->now());
    const Judgement& judgement = outcomes.judgement;
    if (std::any_of(judgement.outcomes.begin(), judgement.outcomes.end(),
                    [](const Outcome& outcome) { return outcome.mark && outcome.mark->entry == kTried; })) {
        return Taken::by_slot;
    }
    return std::any_of(judgement.extras.begin(), judgement.extras.end(),
                       [](const Mark& mark) { return mark.entry == kTried; })
               ? Taken::extra
               : Taken::by_nobody;
}

std::vector<CleaningMatter> open_cleaning_matters(Book& book) {
    std::vector<CleaningMatter> matters;
    for (const Entry& entry : open_entries(book, {kind::kCleanRequest, kind::kLitter})) {
        matters.push_back({entry.number, entry.kind == kind::kLitter, entry.about, entry.subject, entry.note,
                           entry.actor, entry.told_at()});
    }
    std::stable_sort(matters.begin(), matters.end(),
                     [](const CleaningMatter& a, const CleaningMatter& b) { return a.since < b.since; });
    return matters;
}

std::string matter_words(Book& book, const CleaningMatter& matter) {
    const std::string area = book.name_of("point", matter.area);
    return matter.visit != 0 ? matter.words : matter.words.empty() ? area : say(N_("{0}: {1}"), area, matter.words);
}

std::optional<Slot> matter_slot(Book& book, const CleaningMatter& matter) {
    const char* event = matter.litter ? event::kLitter : matter.visit != 0 ? event::kCleanUp : event::kRequest;
    return slot_of_event(book.history(), book.zone(), event, matter.since);
}

std::string moment_words(Book& book, Instant at) {
    const bool today = business_date(book.zone(), book.calendar(), at) == book.today();
    return today ? clock_text(book.zone(), at) : date_time_text(book.zone(), at).substr(5);
}

std::string due_words(Book& book, const Slot& slot) {
    const bool moment = slot.rule->kind == RuleKind::every || slot.rule->kind == RuleKind::at;
    if (moment) {
        return moment_words(book, slot.due);
    }
    return slot.date == book.today() ? tr("today") : to_text(slot.date).substr(5);
}

}  // namespace onduty
