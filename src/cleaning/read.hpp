// SPDX-License-Identifier: MIT
// What is to be cleaned now: items of the plan, what other posts asked for, litter that lies? (E0a-E8b, B9, K4)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "rounds/outcomes.hpp"

namespace onduty {

// The cleaning of the plan in force with what became of its slots: the last week, and all that is open now.
class CleaningBook {
  public:
    explicit CleaningBook(Book& book) : CleaningBook{book, book.plan_version()} {}
    // With the items as that version says them, those that the newest plan has no more behind the others.
    CleaningBook(Book& book, int version);

    const std::vector<CleaningItem>& items() const { return items_; }
    // By number from 1; up to `listed` people tick them by it.
    const CleaningItem& item(std::size_t number) const { return items_.at(number - 1); }
    std::size_t listed() const { return listed_; }
    const Rule& rule(const CleaningItem& item) const;
    std::size_t number_of(const std::string& code) const;

    const RuleOutcomes& outcomes(const CleaningItem& item) const;
    // The slot that waits to be done now, nullptr for none.
    const Outcome* open(const CleaningItem& item) const;
    // Misses of the last week that nobody explained, oldest first.
    std::vector<const Outcome*> missed(const CleaningItem& item) const;
    // The next slot that opens later, nullptr for none in the coming days.
    const Outcome* next(const CleaningItem& item) const;
    // What became of the items that the plan has no more, as far as something of them waits or was missed.
    std::vector<RuleOutcomes> dropped() const;
    // What becomes of what the entry, which has no number yet, says of the item: a slot takes it, it is extra, or the
    // plan asked nobody for it then, so that it stands in no figure.
    enum class Taken { by_slot, extra, by_nobody };
    Taken taken(const CleaningItem& item, const Entry& entry) const;

  private:
    DateRange dates_of(const CleaningItem& item) const;

    Book* book_;
    int version_;
    std::vector<CleaningItem> items_;
    std::size_t listed_;
    Deeds deeds_;
    std::vector<RuleOutcomes> outcomes_;  // as items_
};

// An area that somebody asks for, after a visit or without one, or litter that was found.
struct CleaningMatter {
    EntryNumber number = 0;
    bool litter = false;
    EntryNumber visit = 0;  // first entry of the visit, 0 without one
    std::string area;       // checkpoint code
    std::string words;      // the seat, or what somebody wants
    std::string person;     // who asked or found it, staff code
    Instant since;          // as told

    // "R57", "L58".
    std::string code() const { return (litter ? "L" : "R") + std::to_string(number); }
};

// "L58" as it is typed where an area or an item of the plan may be meant, too.
std::string matter_typed(Book& book, const CleaningMatter& matter);

// What waits, oldest first, however old it is.
std::vector<CleaningMatter> open_cleaning_matters(Book& book);

// "Reception hall: coffee spilled", "Table A3".
std::string matter_words(Book& book, const CleaningMatter& matter);
// When it is due by the plan's rule for it; nullopt without a rule.
std::optional<Slot> matter_slot(Book& book, const CleaningMatter& matter);

// "10:00" today, "11-29 10:00" on another date.
std::string moment_words(Book& book, Instant at);
// A moment, "today", or the last date on which it may be done: "11-29".
std::string due_words(Book& book, const Slot& slot);

// For the one due list: of each item what is overdue, now and later, the misses of the week as one; the requests
// without a visit, and litter. Requests after visits are told by the visits.
void add_cleaning_lines(Look& look, DueLines& lines);

}  // namespace onduty
