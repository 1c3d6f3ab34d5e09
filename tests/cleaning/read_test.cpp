// SPDX-License-Identifier: MIT
// What does the log say is to be cleaned?
#include "cleaning/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

TEST_CASE("litter and requests wait, oldest first, until they are done") {
    TestBook book;
    const EntryNumber litter = book.log("litter", {.subject = "P02", .note = "bottles"});
    book.set_time("2026-11-23 20:35");
    const EntryNumber request = book.log("clean-request", {.subject = "P05", .note = "coffee spilled"});
    const auto waiting = open_cleaning_matters(book);
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].number == litter);
    CHECK(waiting[0].litter);
    CHECK(waiting[0].code() == "L" + std::to_string(litter));
    CHECK(waiting[0].since == at("2026-11-23 20:30"));
    CHECK(waiting[1].code() == "R" + std::to_string(request));
    CHECK(waiting[1].area == "P05");
    book.set_time("2027-03-01 09:00");
    book.log("litter-removed", {.by = "A02", .about = litter});
    REQUIRE(open_cleaning_matters(book).size() == 1);
    book.log("clean-done", {.by = "A02", .subject = "P05", .about = request});
    CHECK(open_cleaning_matters(book).empty());
}

TEST_CASE("an item of the plan has a number, and one that is not there is refused") {
    TestBook book;
    const CleaningBook cleaning{book};
    REQUIRE(!cleaning.items().empty());
    CHECK(cleaning.number_of(cleaning.item(1).code) == 1);
    CHECK_THROWS(cleaning.item(0));
    CHECK_THROWS(cleaning.item(cleaning.items().size() + 1));
}
