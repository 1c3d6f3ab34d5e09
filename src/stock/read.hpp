// SPDX-License-Identifier: MIT
// How do commands read the stock: what should be there now, which lots, what waits for a second person?
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "book/pass.hpp"
#include "book/typed_lines.hpp"
#include "stock/facts.hpp"
#include "stock/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

class FridgeFold : public Fold {
  public:
    explicit FridgeFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kReading}, true}; }
    void add(const Entry& entry) override;

    std::vector<Reading> readings;

  private:
    Pass* pass_;
};

// The lots that are there, read once for all items.
class StockLots {
  public:
    explicit StockLots(Book& book) : book_{&book} {}
    // Of an item of which `on_hand` should be there; the oldest date first. Asked only when something dated ever came.
    std::vector<Lot> of(const std::string& item, const std::function<std::int64_t()>& on_hand);

  private:
    void read_from(EntryNumber first);

    Book* book_;
    std::optional<EntryNumber> first_;
    StockFacts facts_;  // received and expired, from the first on
};

// Which of these drinks are not there any more, see Subject::sold_out.
std::string drinks_sold_out(Book& book, const std::vector<Line>& drinks);

// Movements that wait for a second person, oldest first.
std::vector<StockFact> unapproved(Book& book);

// Whether what is found different in it is to be explained: a stocktake, the count of a room.
bool is_count(const Entry& entry);
// What a count counts.
Things counted_things(Book& book, const Entry& count);

// Lines of counts that differ from what should have been there by the log as it stands, or are not in order, and about
// which nothing was said.
struct Unexplained {
    Entry count;
    Line line;
};
std::vector<Unexplained> unexplained_counts(Book& book);
// Those of one count, as of entry `last`, with what was corrected since.
std::vector<Line> unexplained_lines(Book& book, EntryNumber count, EntryNumber last = kLastEntry);
bool is_unexplained(Book& book, EntryNumber count, EntryNumber last);
// The same of lines that are about to be recorded.
bool is_unexplained(const std::vector<Line>& lines);

// The words said later about the lines of a count, by item, up to entry `last`.
std::map<std::string, std::string> explanations_of(Book& book, EntryNumber count, EntryNumber last = kLastEntry);

// "water 44 of 46, cup 59 of 60", "" when nothing differs.
std::string difference_text(const Things& things, const std::vector<Line>& lines);

// What the count finds now: "The count of entry 15 is compared anew: cup 57 of 60.", "" where it does not count.
std::string count_compared_anew(Book& book, EntryNumber number);

// The line of a count; throws UsageError for what was not counted.
Line& line_counted(const Things& things, std::vector<Line>& lines, const std::string& code);
// Throws Refusal for a line that is as it should be.
void refuse_in_order(const Things& things, const Line& line);
// Puts the words of --why ("cup=broken by a child") to the lines. Throws UsageError for what was not counted.
void explain_lines(const Things& things, const std::vector<std::string>& why, std::vector<Line>& lines);

// The names of the items that have no line, "" for none.
template <typename Item>
std::string uncounted(const std::vector<Item>& items, const std::vector<Line>& lines) {
    std::string names;
    for (const Item& item : items) {
        if (std::none_of(lines.begin(), lines.end(), [&](const Line& line) { return line.item == item.code; })) {
            names += (names.empty() ? "" : tr(", ")) + item.name;
        }
    }
    return names;
}

// Says what to type when a line differs and nothing was said; answers whether there is one.
bool ask_why(Book& book, EntryNumber count, const std::vector<Line>& lines);

}  // namespace onduty
