// SPDX-License-Identifier: MIT
// What does the log say of the rooms that are shown?
#include "rooms/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

TEST_CASE("a tour begins, ends and is counted") {
    TestBook book;
    Details of_visit;
    of_visit.visit.emplace();
    of_visit.visit->sequence = 1;
    of_visit.visit->party = 3;
    const EntryNumber visit = book.log("visit", {.subject = "first", .details = of_visit});
    Details of_tour;
    of_tour.visit.emplace();
    of_tour.visit->party = 3;
    of_tour.visit->host = "A02";
    const EntryNumber tour = book.log("tour", {.subject = "show-1", .about = visit, .details = of_tour});
    const RoomFacts shown = rooms_now(book);
    REQUIRE(state_of(shown, "show-1").open != nullptr);
    CHECK(state_of(shown, "show-1").open->number == tour);
    CHECK(state_of(shown, "show-1").open->host == "A02");
    CHECK(state_of(shown, "show-1").open->party == 3);
    book.set_time("2026-11-23 20:50");
    book.log("tour-end", {.subject = "show-1", .about = visit});
    const RoomFacts ended = rooms_now(book);
    CHECK(state_of(ended, "show-1").open == nullptr);
    REQUIRE(state_of(ended, "show-1").uncounted != nullptr);
    CHECK(state_of(ended, "show-1").uncounted->end == at("2026-11-23 20:50"));
    Details counted;
    counted.lines = {{"vase", 1, 2}};
    book.log("count", {.subject = "show-1", .about = visit, .result = "complete", .details = counted});
    const RoomFacts after = rooms_now(book);
    CHECK(state_of(after, "show-1").uncounted == nullptr);
    REQUIRE(after.counts.size() == 1);
    CHECK(after.counts[0].lines[0].quantity == 1);
    CHECK(after.counts[0].lines[0].expected == 2);
}
