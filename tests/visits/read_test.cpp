// SPDX-License-Identifier: MIT
// What does the log say of each group, from the announcement to the departure?
#include "visits/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

namespace {

Details party_of(std::int64_t sequence, std::int64_t people) {
    Details details;
    details.visit.emplace();
    details.visit->sequence = sequence;
    details.visit->party = people;
    return details;
}

Details drinks(const char* drink, std::int64_t quantity) {
    Details details;
    details.lines = {{drink, quantity}};
    return details;
}

}  // namespace

TEST_CASE("a visit is assembled from the announcement, the arrival, the orders and the departure") {
    TestBook book;
    const EntryNumber notice = book.log("notice", {.details = party_of(1, 3)});
    book.set_time("2026-11-23 20:40");
    book.log("visit", {.subject = "first", .about = notice, .details = party_of(0, 4)});
    book.set_time("2026-11-23 20:45");
    book.log("order", {.about = notice, .details = drinks("tea", 3)});
    book.log("order", {.about = notice, .note = "no sugar", .details = drinks("tea", 1)});
    book.set_time("2026-11-23 20:52");
    book.log("delivery", {.about = notice, .details = drinks("tea", 3)});

    const Visit waiting = read_visit(book, notice);
    CHECK(waiting.number == notice);
    CHECK(waiting.arrival == notice + 1);
    CHECK(visit_code(waiting) == "V1");
    CHECK(waiting.details.party == 4);
    CHECK(waiting.announced == at("2026-11-23 20:30"));
    CHECK(waiting.arrived == at("2026-11-23 20:40"));
    CHECK(waiting.orders().waiting_since == at("2026-11-23 20:45"));
    CHECK(waiting.orders().undelivered == std::map<std::string, std::int64_t>{{"tea", 1}});
    CHECK(waiting.wishes == std::vector<std::string>{"no sugar"});
    CHECK(waiting.open());

    book.set_time("2026-11-23 21:00");
    book.log("delivery", {.about = notice, .details = drinks("tea", 1)});
    book.log("leave", {.about = notice, .result = "forgotten"});
    const Visit gone = read_visit(book, notice);
    CHECK(gone.orders().undelivered.empty());
    REQUIRE(gone.orders().waits.size() == 2);
    CHECK(gone.orders().waits[0].length == std::chrono::minutes{7});
    CHECK(gone.orders().waits[1].length == std::chrono::minutes{15});
    CHECK(gone.services.size() == 2);
    CHECK(gone.left == at("2026-11-23 21:00"));
    CHECK(gone.forgotten);
}

TEST_CASE("who is on site, by V number, and never who has left") {
    TestBook book;
    const EntryNumber first = book.log("visit", {.subject = "first", .details = party_of(1, 2)});
    const EntryNumber second = book.log("visit", {.subject = "contractor", .details = party_of(2, 1)});
    CHECK(open_visits(book).size() == 2);
    CHECK(visit_named(book, "v2") == second);
    CHECK_THROWS(visit_named(book, "V3"));
    book.log("leave", {.about = first});
    REQUIRE(open_visits(book).size() == 1);
    CHECK(open_visits(book)[0].number == second);
    CHECK_FALSE(open_visits(book)[0].is_group());
    CHECK_THROWS(visit_on_site(book, "V1"));
    CHECK(visit_on_site(book, "V2").number == second);
}

TEST_CASE("calls and refusals of a day are counted apart from visits") {
    TestBook book;
    book.log("call", {.note = "opening hours"});
    book.log("refusal", {.subject = "turned-away"});
    book.set_time("2026-11-25 10:00");
    book.log("call", {.by = "A02"});
    const Date monday{std::chrono::year{2026} / 11 / 23};
    const VisitFacts facts = visits_of(book, {monday, monday + std::chrono::days{1}});
    CHECK(facts.visits.empty());
    REQUIRE(facts.contacts.size() == 2);
    CHECK(facts.contacts[1].outcome == "turned-away");
}

TEST_CASE("who was announced before his day and left after it is of his day all the same") {
    TestBook book;
    const EntryNumber notice = book.log("notice", {.by = "A02", .details = party_of(1, 3)});
    book.set_time("2026-11-25 10:00");
    book.log("visit", {.by = "A02", .subject = "first", .about = notice, .details = party_of(0, 4)});
    const Date wednesday{std::chrono::year{2026} / 11 / 25};
    const DateRange day{wednesday, wednesday + std::chrono::days{1}};
    REQUIRE(visits_of(book, day).visits.size() == 1);
    CHECK(visits_of(book, day).visits[0].arrived == at("2026-11-25 10:00"));
    CHECK(visits_of(book, day).visits[0].open());
    book.set_time("2026-12-03 10:00");
    book.log("leave", {.by = "A02", .about = notice, .result = "forgotten"});
    const VisitFacts facts = visits_of(book, day);
    REQUIRE(facts.visits.size() == 1);
    CHECK(facts.visits[0].left == at("2026-12-03 10:00"));
    CHECK(facts.visits[0].details.party == 4);
}
