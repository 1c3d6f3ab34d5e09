// SPDX-License-Identifier: MIT
// Who is in a room, and is it counted?
#include "rooms/rules.hpp"
#include "rooms/kinds.hpp"
#include "turns.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace onduty;
using std::chrono::minutes;

namespace {

Entry entry(EntryNumber number, const char* kind, const char* room, EntryNumber about = 0) {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.subject = room;
    entry.about = about;
    entry.actor = "A01";
    entry.recorded_at = Instant{} + minutes{number};
    return entry;
}

}  // namespace

TEST_CASE("a room is taken, then to be counted, then free") {
    RoomReading reading;
    reading.add(entry(2, kind::kTour, "show-1", 1), {}, {});
    RoomFacts facts = RoomReading{reading}.finish();
    CHECK(state_of(facts, "show-1").open->visit == 1);
    CHECK(state_of(facts, "show-1").uncounted == nullptr);
    CHECK(state_of(facts, "show-2").open == nullptr);
    reading.add(entry(3, kind::kTourEnd, "show-1", 1), {}, {});
    facts = RoomReading{reading}.finish();
    CHECK(state_of(facts, "show-1").open == nullptr);
    CHECK(state_of(facts, "show-1").uncounted->number == 2);
    CHECK(!was_counted(facts, facts.tours[0]));
    Entry part = entry(4, kind::kCount, "show-1", 1);
    part.result = result::kIncomplete;
    reading.add(part, {}, {});
    facts = RoomReading{reading}.finish();
    CHECK(state_of(facts, "show-1").uncounted != nullptr);
    reading.add(entry(5, kind::kCount, "show-1", 1), {}, {});
    facts = RoomReading{reading}.finish();
    CHECK(state_of(facts, "show-1").uncounted == nullptr);
    CHECK(was_counted(facts, facts.tours[0]));
    CHECK(count_before(facts, facts.counts[1]) == nullptr);
}

// Random days in two rooms beside a plain list of what is known of each room.
TEST_CASE("the state of a room equals one that is kept by hand") {
    std::mt19937 random{20261124};
    const auto below = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
    for (int run = 0; run < onduty::test::turns(2000); ++run) {
        RoomReading reading;
        struct Kept {
            EntryNumber in = 0;       // visit in the room
            EntryNumber dirty = 0;    // number of the tour that nobody counted after
            EntryNumber tour = 0;     // its own number while open
            EntryNumber counted = 0;  // number of the last complete count
        };
        std::map<std::string, Kept> rooms;
        std::vector<std::pair<EntryNumber, bool>> tours;  // number, counted before the next one there
        std::map<std::string, std::size_t> last;          // place in `tours`
        for (EntryNumber number = 1; number <= 25; ++number) {
            const std::string room = below(2) == 0 ? "a" : "b";
            Kept& kept = rooms[room];
            const unsigned what = below(4);
            if (kept.in == 0 && what == 0) {
                kept.in = 100 + number;
                kept.tour = number;
                kept.dirty = 0;
                last[room] = tours.size();
                tours.emplace_back(number, false);
                reading.add(entry(number, kind::kTour, room.c_str(), kept.in), {}, {});
            } else if (kept.in != 0 && what == 1) {
                reading.add(entry(number, kind::kTourEnd, room.c_str(), kept.in), {}, {});
                kept.dirty = kept.tour;
                kept.in = 0;
            } else if (kept.in == 0 && what == 2) {
                reading.add(entry(number, kind::kCount, room.c_str()), {}, {});
                kept.dirty = 0;
                kept.counted = number;
                if (last.count(room) != 0) {
                    tours[last[room]].second = true;
                }
            }
        }
        const RoomFacts facts = reading.finish();
        CAPTURE(run);
        for (const auto& [room, kept] : rooms) {
            const RoomState state = state_of(facts, room);
            REQUIRE((state.open == nullptr ? 0 : state.open->visit) == kept.in);
            if (kept.in == 0) {
                REQUIRE((state.uncounted == nullptr ? 0 : state.uncounted->number) == kept.dirty);
            }
            REQUIRE((state.counted == nullptr ? 0 : state.counted->number) == kept.counted);
        }
        for (std::size_t i = 0; i < tours.size(); ++i) {
            REQUIRE(was_counted(facts, facts.tours[i]) == tours[i].second);
        }
    }
}
