// SPDX-License-Identifier: MIT
// Which incidents does the log hold?
#include "guard/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::TestBook;

TEST_CASE("incidents stand in the order of their numbers, those of some days or all") {
    TestBook book;
    const auto report = [&](const char* by, std::int64_t sequence, const char* category) {
        Details details;
        details.incident.emplace();
        details.incident->sequence = sequence;
        details.incident->category = category;
        details.incident->reported_by = "A01";
        return book.log("incident", {.by = by, .note = "smoke", .details = details});
    };
    report("A01", 1, "fire");
    book.set_time("2026-11-25 10:00");
    const EntryNumber theft = report("A02", 2, "theft");
    REQUIRE(all_incidents(book).size() == 2);
    CHECK(all_incidents(book)[1].entry.number == theft);
    CHECK(all_incidents(book)[1].incident.category == "theft");
    const Date monday{std::chrono::year{2026} / 11 / 23};
    Pass pass{book, {monday, monday + std::chrono::days{1}}};
    REQUIRE(pass.get<IncidentFold>().reports.size() == 1);
    CHECK(pass.get<IncidentFold>().reports[0].incident.category == "fire");
    book.log("void", {.about = theft});
    CHECK(all_incidents(book).size() == 1);
}
