// SPDX-License-Identifier: MIT
// How much of each item should there be, and how old is it? Counts, movements and drinks brought -> what is
// expected. Pure.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "log/entry.hpp"
#include "plan/inventory.hpp"

namespace onduty {

// 1 when the movement adds, -1 when it takes away; an adjustment brings its own sign.
int sign_of(const std::string& movement);

// So many servings of an item, of which one unit holds `servings`.
struct Poured {
    std::string item;
    std::int64_t quantity = 0;
    std::int64_t servings = 1;
};

// What of these items the drinks take.
std::vector<Poured> poured_of(const std::vector<Line>& drinks, const std::vector<StockItem>& items);

// What the plan of a version kept.
using ItemsOf = std::function<const std::vector<StockItem>&(int version)>;

// A stocktake, a movement or drinks brought.
struct StockFact {
    EntryNumber number = 0;
    std::string kind;
    std::string movement;  // "" but of a movement
    std::string person;
    Instant at;  // as told
    Date business_date{};
    bool complete = true;        // of a stocktake: every item was counted
    std::vector<Line> lines;     // but of drinks brought; of a stocktake with what should have been there
    std::vector<Poured> poured;  // of drinks brought, by the plan of then
};

struct Approval {
    EntryNumber number = 0;
    std::string person;
    bool refused = false;
    Instant at;
};

struct StockFacts {
    std::vector<StockFact> facts;               // by time, then number
    std::map<EntryNumber, Approval> approvals;  // by movement

    // Whether somebody looked at the movement and said no: it does not count.
    bool is_refused(const StockFact& fact) const;
};

// Takes in entries one by one, in order and corrected already, each with its lines.
class StockReading {
  public:
    explicit StockReading(ItemsOf items_of) : items_of_{std::move(items_of)} {}
    // Whether the lines of such an entry are needed.
    static bool has_lines(const Entry& entry);
    // What it takes.
    static const std::vector<std::string_view>& kinds();
    void add(const Entry& entry, std::vector<Line> lines);
    StockFacts finish();

  private:
    ItemsOf items_of_;
    StockFacts facts_;
};

// What became of one item.
struct StockLevel {
    const StockFact* count = nullptr;     // the last one of it; points into the facts
    std::optional<std::int64_t> counted;  // in that count
    std::int64_t since = 0;               // units that came, less those that went; what was never counted had what went
    std::int64_t poured = 0;              // servings of the unit that is not empty yet,
    std::int64_t servings = 1;            // which holds so many

    // What should be there; nothing before it was counted, because what came does not say what stood there.
    std::optional<std::int64_t> expected() const;
    // So much is there whatever stood there before it was counted.
    std::int64_t at_least() const { return counted.value_or(0) + since; }
};

// As it should be after the facts up to `at`, `at` included.
StockLevel level_of(const std::string& item, const StockFacts& facts, Instant at);

// Whether a counted line is something to be explained: another number than expected, or not in order.
bool differs(const Line& line);

// The words about a line of a count: its own, or what was said later of the item.
std::string reason_of(const Line& line, const std::map<std::string, std::string>& explained);

// A part of an item with one date.
struct Lot {
    Date best_before{};
    std::int64_t quantity = 0;
};

// The dated lots of an item that came, less what was thrown away since as expired, each time of the oldest that was
// there then; the latest date first.
std::vector<Lot> lots_received(const std::string& item, const StockFacts& facts);

// The lots that `on_hand` still holds when the first to expire goes first; the oldest date first. `received` holds
// them by date, the latest first. What is more than was received has no date and no lot.
std::vector<Lot> lots_left(std::int64_t on_hand, const std::vector<Lot>& received);

enum class Freshness { good, near_expiry, expired };

// On the day of its date it is still good to use, and nearly expired. `scale` has the longest shelf life first.
Freshness freshness_of(Date best_before, int shelf_life, const std::vector<NearExpiry>& scale, Date today);

struct Reading {
    Date business_date{};
    std::string fridge;
    std::int64_t tenths = 0;  // of a degree Celsius
    bool outside = false;
    std::string action;
};

}  // namespace onduty
