// SPDX-License-Identifier: MIT
// What does every entry get, whatever command records it?
#include "book/recording.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::TestBook;

TEST_CASE("a claimed time keeps its offset, and whether it was typed with its day") {
    TestBook book;
    const auto claimed = [&](const char* at) {
        book.run({"patrol", "incident", "lamp out", "--category", "other", "--at", at});
        return *book.book().store().entry(book.book().store().head().number);
    };
    const Entry with_day = claimed("2026-11-23 20:25");
    CHECK((with_day.told_offset == std::chrono::hours{8}));
    CHECK(with_day.told_dated);
    CHECK_FALSE(claimed("20:25").told_dated);
    CHECK(claimed("today 20:25").told_dated);
    CHECK((claimed("20:25").told_offset == std::chrono::hours{8}));
    book.run({"patrol", "incident", "lamp out", "--category", "other"});
    const Entry now = *book.book().store().entry(book.book().store().head().number);
    CHECK_FALSE(now.happened_at.has_value());
    CHECK_FALSE(now.told_dated);
}
