// SPDX-License-Identifier: MIT
// What does the log say should be in the bar?
#include "stock/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::TestBook;

namespace {

Details of_item(const char* item, std::int64_t quantity, std::optional<std::int64_t> expected = {}) {
    Details details;
    details.lines = {{item, quantity, expected}};
    return details;
}

std::optional<std::int64_t> expected_water(TestBook& book) {
    return level_of("water", stock_facts(book, book.book().now()), book.book().now()).expected();
}

}  // namespace

TEST_CASE("what should be there goes by the last count and what moved since, refused movements apart") {
    TestBook book;
    CHECK(!expected_water(book));
    book.log("stocktake", {.result = "complete", .details = of_item("water", 40)});
    CHECK(expected_water(book) == 40);
    book.set_time("2026-11-23 20:40");
    book.log("stock", {.subject = "received", .details = of_item("water", 24)});
    const EntryNumber broken = book.log("stock", {.subject = "broken", .note = "fell", .details = of_item("water", 2)});
    CHECK(expected_water(book) == 62);
    book.log("approval", {.by = "A03", .about = broken, .result = "refused"});
    CHECK(expected_water(book) == 64);
    book.set_time("2026-11-23 20:50");
    book.log("stocktake", {.result = "complete", .details = of_item("water", 61, 64)});
    CHECK(expected_water(book) == 61);
}
