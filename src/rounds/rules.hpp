// SPDX-License-Identifier: MIT
// What became of each round and check? Assembled from entries; a round is complete when every point of its
// route, as the plan was when it began, was visited.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "log/entry.hpp"
#include "plan/plan.hpp"
#include "rounds/item_counts.hpp"
#include "slots/judge.hpp"

namespace onduty {

struct PointVisit {
    std::string point;
    Instant at;  // as told
    bool fault = false;
    std::string flag;
    EntryNumber entry = 0;
};

struct Round {
    EntryNumber number = 0;  // of its first entry
    std::string route;
    std::string person;
    Date business_date{};
    Instant start;  // the time that counts for the slot
    bool ended = false;
    std::vector<PointVisit> visits;
    std::vector<std::string> missing;  // points of the route that were not visited, in route order
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
};

// A stocktake, a reading of a fridge, a count of a room, a meeting, an item of the cleaning, a sign of life: what else
// may satisfy a rule.
struct Deed {
    RuleTarget target;
    Mark mark;
    std::string person{};
    std::string post{};  // of a sign of life: whose rules it satisfies, or
    std::string rule{};  // the one that it satisfies
};

// One written explanation of a slot.
struct WrittenExplanation {
    EntryNumber number = 0;
    std::string rule;
    Instant due;
    std::string person;
    std::string words;
    Excuse excuse = Excuse::explained;
    Instant at;  // when it was said
};

// What a stretch of the log tells about rounds, checks and explanations, in order of number.
struct PatrolFacts {
    std::vector<Round> rounds;
    std::vector<Check> checks;
    std::vector<Deed> deeds;
    std::vector<WrittenExplanation> explanations;
};

// Takes in the entries of a stretch one by one, in order and corrected already (corrections.hpp).
class PatrolReading {
  public:
    void add(const Entry& entry);
    // What was read; `history` tells which points each round should have visited. Call it once.
    PatrolFacts finish(const PlanHistory& history);

  private:
    PatrolFacts facts_;
    std::unordered_map<EntryNumber, std::size_t> rounds_;  // place in facts_ by number of the first entry
    std::unordered_map<EntryNumber, std::size_t> checks_;
};

// What satisfies `rule`, sorted by time.
std::vector<Mark> marks_for(const Rule& rule, const PatrolFacts& facts);
std::vector<Explanation> explanations_for(const std::string& rule, const PatrolFacts& facts);

// "too-fast", "repeated" or "": what is to be said of visiting `point` now in an open round.
// `visited` are the points of the round so far; `last_at` when the last one, or the start, was told.
const char* visit_flag(const std::string& point, const std::vector<std::string>& visited, std::chrono::seconds walk,
                       std::chrono::milliseconds since_last);

}  // namespace onduty
