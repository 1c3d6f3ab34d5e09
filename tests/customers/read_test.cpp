// SPDX-License-Identifier: MIT
// What does the log say of customers and surveys?
#include "customers/read.hpp"

#include <doctest/doctest.h>

#include "customers/read_surveys.hpp"
#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

TEST_CASE("a card, its keepers and contacts become one customer") {
    TestBook book;
    const EntryNumber card = book.log("customer", {.subject = "B"});
    CHECK(customer_named(book, customer_code(card)) == card);
    CHECK_THROWS(customer_named(book, "K999"));
    book.log("customer-assign", {.subject = "A02", .about = card});
    CHECK(read_customer(book, card).waits());
    book.set_time("2026-11-24 10:00");
    book.log("contact", {.by = "A02", .subject = "phone", .about = card, .result = "ok"});
    book.log("customer-update", {.by = "A02", .subject = "A", .about = card});
    const Customer customer = read_customer(book, card);
    CHECK(customer.customer_class == "A");
    CHECK(customer.keeper() == "A02");
    CHECK_FALSE(customer.waits());
    CHECK(customer.keepers[0].first_contact->at == at("2026-11-24 10:00"));
    CHECK(customer.opened == at("2026-11-23 20:30"));
    CHECK(customer.updated == at("2026-11-24 10:00"));
    CHECK(all_customers(book).size() == 1);
    book.log("void", {.about = card});
    CHECK_THROWS(read_customer(book, card));
    CHECK(all_customers(book).empty());
}

TEST_CASE("a survey gathers its answers until it is closed") {
    TestBook book;
    Details ten;
    ten.lines = {{"sent", 10}};
    const EntryNumber survey = book.log("survey", {.note = "autumn", .until = "2026-12-01 18:00", .details = ten});
    Details four;
    four.lines = {{"security", 4}};
    book.log("survey-answer", {.about = survey, .details = four});
    CHECK(survey_named(book, "#" + std::to_string(survey)) == survey);
    CHECK_THROWS(survey_named(book, "5"));
    REQUIRE(all_surveys(book).size() == 1);
    CHECK(read_survey(book, survey).answers.size() == 1);
    book.log("void", {.about = survey});
    CHECK_THROWS(read_survey(book, survey));
}
