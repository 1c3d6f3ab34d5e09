// SPDX-License-Identifier: MIT
// Who was shown which room, and was it counted afterwards? One group, one count. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"
#include "rooms/kinds.hpp"

namespace onduty {

struct Tour {
    EntryNumber number = 0;
    std::string room;
    EntryNumber visit = 0;  // the first entry of the visit
    std::string host;       // staff code
    std::int64_t party = 0;
    Instant start;
    std::optional<Instant> end;
    Date business_date{};
    bool uncounted = false;  // it began although the room was not counted after the tour before
    std::size_t turn = 0;    // its place among all tours and counts
};

struct RoomCount {
    EntryNumber number = 0;
    std::string room;
    EntryNumber visit = 0;  // of the last tour, 0 for none
    Instant at;
    Date business_date{};
    bool complete = true;
    std::vector<Line> lines;
    std::size_t turn = 0;  // its place among all tours and counts
};

struct RoomFacts {
    std::vector<Tour> tours;  // as they were told
    std::vector<RoomCount> counts;
};

// Takes in entries one by one, corrected already and as they were told.
class RoomReading {
  public:
    static bool has_lines(const Entry& entry) { return entry.kind == kind::kCount; }
    static bool has_visit(const Entry& entry) { return entry.kind == kind::kTour; }
    void add(const Entry& entry, const VisitDetails& details, std::vector<Line> lines);
    RoomFacts finish() { return std::move(facts_); }

  private:
    RoomFacts facts_;
    std::size_t turns_ = 0;
};

struct RoomState {
    const Tour* open = nullptr;          // the group that is in the room now
    const Tour* uncounted = nullptr;     // the last tour that has ended, when no complete count came after it
    const RoomCount* counted = nullptr;  // the last complete count
};

// As it is after all facts; the pointers point into `facts`.
RoomState state_of(const RoomFacts& facts, const std::string& room);

// Whether a complete count of its room came after the tour and before the next one there.
bool was_counted(const RoomFacts& facts, const Tour& tour);

// The visit after whose tour it is, as told: of the last tour before it that was not counted since; 0 for none.
EntryNumber group_before(const RoomFacts& facts, const RoomCount& count);

// The complete count before this one, nullptr for the first.
const RoomCount* count_before(const RoomFacts& facts, const RoomCount& count);

}  // namespace onduty
