// SPDX-License-Identifier: MIT
// What does the log say of handovers?
#include "handover/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

TEST_CASE("an offer waits until somebody answers, and a refused one is no handover") {
    TestBook book;
    const EntryNumber refused = book.log("handover-offer", {.about = 5});
    book.set_time("2026-11-23 20:45");
    book.log("handover-refuse", {.by = "A02", .about = refused, .note = "one radio is missing"});
    CHECK(open_offers(book).empty());
    const EntryNumber offer = book.log("handover-offer", {.about = refused});
    REQUIRE(open_offers(book).size() == 1);
    CHECK(open_offers(book)[0].number == offer);
    const Date monday{std::chrono::year{2026} / 11 / 23};
    const HandoverFacts facts = handovers_of(book, {monday, monday + std::chrono::days{1}});
    REQUIRE(facts.handovers.size() == 2);
    CHECK(facts.handovers[0].words == "one radio is missing");
    CHECK_FALSE(facts.handovers[0].accepted);
    CHECK(facts.handovers[0].answered == at("2026-11-23 20:45"));
    CHECK(facts.handovers[1].open());
    // The answer counts for the offer, on whichever day it comes.
    book.set_time("2026-11-26 08:00");
    book.log("handover-accept", {.by = "A02", .about = offer, .flag = "uncounted"});
    const HandoverFacts later = handovers_of(book, {monday, monday + std::chrono::days{1}});
    CHECK(later.handovers[1].accepted);
    CHECK(later.handovers[1].uncounted());
    CHECK(later.handovers[1].answerer == "A02");
}
