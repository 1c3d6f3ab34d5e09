// SPDX-License-Identifier: MIT
// What became of each round and check? Assembled from entries; a round is complete when every point of its
// route, as the plan was when it began, was visited.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "log/entry.hpp"
#include "plan/deeds.hpp"
#include "rounds/item_counts.hpp"

namespace onduty {

// What the visits of a checkpoint add up to. Gaps are counted between visits of rounds of the same business date that
// follow on each other as told, in whatever order they were typed; so is what was too fast, or repeated, in its round.
struct PointSums {
    std::int64_t visits = 0;
    std::int64_t faults = 0;
    std::int64_t too_fast = 0;
    std::int64_t repeated = 0;
    std::int64_t typed_together = 0;
    std::int64_t gaps = 0;
    std::int64_t total = 0;  // of the gaps, in whole minutes as the two below
    std::int64_t shortest = 0;
    std::int64_t longest = 0;

    void add(const Entry& visit);
    // `told`: when the visits of one date were.
    void add_gaps(std::vector<Instant> told);
};

struct Round {
    struct Visit {
        Instant at;               // as told
        std::uint32_t point = 0;  // place among those that were read
        bool is_claimed = false;  // its time was told, within the grace
        Instant recorded{};
    };

    EntryNumber number = 0;  // of its first entry
    std::string route;
    std::string person;
    Date business_date{};
    Instant start;  // the time that counts for the slot
    Instant begun;  // when that was recorded
    bool ended = false;
    std::vector<Visit> visits;  // of points, in the order of typing
    std::int64_t faults = 0;
    std::vector<std::string> missing;   // points of the route that were not visited, in route order
    Instant last{};                     // when the last point came that was needed
    std::optional<Instant> claimed{};   // when its begin or a point that was needed was recorded, of claims the last
    std::optional<Instant> recorded{};  // when its begin was, where a time was told
    std::optional<Instant> before{};    // when its begin was first told to be, where putting that right made it a claim
    bool in_doubt = false;  // its begin, or a point that was needed, was recorded by a clock that is in doubt
    std::optional<Instant> claimed_again{};  // when the time of such a part was put right further back than the grace
    EntryNumber claimed_by = 0;              // the last entry that claims the time of such a part
    EntryNumber shift = 0;                   // in which it was walked
    bool complete() const { return missing.empty(); }
};

// A checklist that was gone through: `complete` when every item had an answer.
struct Check {
    EntryNumber number = 0;
    std::string checklist;
    std::string person;  // who did it
    Date business_date{};
    EntryNumber shift = 0;  // of the person whom it is about, 0 for none
    Instant at;
    bool complete = true;
    ItemCounts items;
    int plan = 0;  // the version that it was done by
    std::optional<Instant> claimed{};
    std::optional<Instant> recorded{};
    std::optional<Instant> before{};
    bool in_doubt = false;
    std::optional<Instant> claimed_again{};
    EntryNumber claimed_by = 0;
    EntryNumber of_shift = 0;  // in which it was done
};

// What a stretch of the log tells about rounds and checks, in order of number, and which deeds there were.
struct PatrolFacts {
    std::vector<Round> rounds;
    std::map<std::string, PointSums> points;  // by code
    std::vector<Check> checks;
    Deeds deeds;

    // The points that a round left out: "P03 P07".
    std::string left_out(EntryNumber entry) const;
};

// The route as the plan was at an instant, nullptr when it had none of this code.
using RouteAt = std::function<const Route*(const std::string& code, Instant at)>;

// The shortest walk to a point from the one before it, as the plan was at an instant.
using WalkAt = std::function<std::chrono::seconds(const std::string& point, Instant at)>;

// Takes in the entries of a stretch one by one, in order and corrected already (corrections.hpp).
class PatrolReading {
  public:
    // `routes` tells which points a round should visit.
    PatrolReading(DeedReading deeds, RouteAt routes);
    // Asks for the points, over the rounds of `dates`; before anything is added.
    void sum_up_points(DateRange dates, WalkAt walk);
    // What it takes besides deeds and explanations.
    static const std::vector<std::string_view>& kinds();
    void add(const Entry& entry);
    // What the entry `by` withdrew, as it was told last.
    void undo(const Entry& entry, Instant told, EntryNumber by);
    // What was read. Call it once.
    PatrolFacts finish();

  private:
    // Which points of its route a round has visited.
    struct Walk {
        const Route* route = nullptr;
        std::vector<bool> visited{};
        std::size_t next = 0;
    };

    void add_point(const Entry& entry);
    // The place of a point among those that were read; a year has many visits of few points.
    std::uint32_t place_of(const std::string& point);
    // How often a route passes each point, by place.
    const std::vector<int>& passes_of(const Route& route);
    void finish_points();
    // Counts which visits of a round came too fast or again.
    void mark_points(const Walk& walk, const Round& round);
    void end(Walk& walk, Round& round);

    DeedReading deeds_;
    RouteAt routes_;
    DateRange dates_{};  // over which the points are summed up
    WalkAt walk_;
    PatrolFacts facts_;
    std::unordered_map<EntryNumber, std::size_t> rounds_;  // place in facts_ by number of the first entry
    std::unordered_map<EntryNumber, std::size_t> checks_;
    std::unordered_map<EntryNumber, Walk> walks_;
    std::unordered_map<std::string, std::uint32_t> places_;
    std::vector<std::string> codes_;  // by place
    std::vector<PointSums> sums_;     // by place
    std::map<const Route*, std::vector<int>> passes_;
    std::vector<int> before_;  // by place: visits of the round that is marked
};

// How long after the one before it, or the start, a visit was, as told and as recorded; `typed` is empty where nobody
// told its time, and where that was late, which is marked already.
struct SinceLast {
    std::chrono::milliseconds told;
    std::optional<std::chrono::milliseconds> typed{};
};

// What is left of a route, in the order in which it comes after the point `last`.
std::vector<std::string> left_after(const std::string& last, const std::vector<std::string>& route,
                                    const std::vector<std::string>& left);

// "too-fast", "repeated", "typed-together" or "": what is to be said of a visit. `again`: the round was at the point as
// often as its route passes it.
const char* visit_flag(bool again, std::chrono::seconds walk, const SinceLast& since);

}  // namespace onduty
