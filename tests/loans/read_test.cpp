// SPDX-License-Identifier: MIT
// What does the log say is out?
#include "loans/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

TEST_CASE("pieces come back one by one, and a loan is out until the last of them") {
    TestBook book;
    Details five;
    five.lines = {{"cushion", 5}};
    const EntryNumber loan = book.log("loan", {.subject = "cushion", .until = "2026-11-24 20:30", .details = five, .pieces = 5});
    REQUIRE(open_loans(book).size() == 1);
    CHECK(open_loans(book)[0].thing == "cushion");
    CHECK(open_loans(book)[0].pieces == 5);
    CHECK(open_loans(book)[0].due == at("2026-11-24 20:30"));
    CHECK(!open_loans(book)[0].is_overdue(at("2026-11-24 20:30")));
    CHECK(open_loans(book)[0].is_overdue(at("2026-11-24 20:31")));
    Details two;
    two.lines = {{"cushion", 2}};
    const EntryNumber part = book.log("loan-return", {.subject = "cushion", .about = loan, .details = two, .opens = loan, .pieces = -2});
    CHECK(open_loans(book)[0].pieces == 3);
    Details three;
    three.lines = {{"cushion", 3}};
    book.log("loan-return", {.subject = "cushion", .about = loan, .details = three, .closes = loan, .pieces = -3});
    CHECK(open_loans(book).empty());
    book.log("void", {.about = part});
    REQUIRE(open_loans(book).size() == 1);
    CHECK(open_loans(book)[0].pieces == 2);
    CHECK(open_loans(book)[0].number == loan);
}
