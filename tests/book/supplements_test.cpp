// SPDX-License-Identifier: MIT
// Does the block of what came after a day was closed have all of it, under the date that it changed?
#include "book/supplements.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

namespace onduty::test {

namespace {

// "11 acceptance, 12 void" of a date.
std::string supplements_of(TestBook& book, const char* date) {
    const Date day = std::chrono::local_days{std::chrono::year{2026} / 11 / std::stoi(date)};
    Pass pass{book.book(), {day, day + std::chrono::days{1}}};
    std::string text;
    for (const Supplement& one : supplements(pass)) {
        text += (text.empty() ? "" : ", ") + std::to_string(one.entry.number) + " " + one.entry.kind;
    }
    return text;
}

}  // namespace

TEST_CASE("what came later stands under the date that it changed, with what withdrew it") {
    TestBook book;
    book.run({"checkin", "staff", "Wang"});
    book.run({"note", "task", "ring the plumber", "--until", "2026-12-01 10:00", "--by", "Wang"});  // 7
    book.set_time("2026-11-25 10:00");
    book.run({"checkin", "staff", "Wang"});                                                       // 9, behind a closing
    book.run({"note", "task", "mend the fence", "--until", "2026-12-01 10:00", "--by", "Wang"});  // 10
    CHECK(supplements_of(book, "23").empty());
    book.run({"patrol", "explain", "--from", "2026-11-23", "--until", "2026-11-23", "was ill", "--by", "Wang"});  // 11
    CHECK(supplements_of(book, "23") == "11 misses-explained");
    book.run({"correct", "11", "--void", "--reason", "was not ill", "--by", "Wang"});
    CHECK(supplements_of(book, "23") == "11 misses-explained, 12 void");
    // Brought into the closed day by a correction, which is stored with the day that it left.
    book.run({"correct", "10", "--time", "2026-11-23 21:00", "--reason", "was in the evening", "--by", "Wang"});
    CHECK(supplements_of(book, "23") == "10 task, 11 misses-explained, 12 void, 13 correction");
    CHECK(book.ran({"report", "day", "2026-11-23"}).out.find("Recorded after the day was closed") != std::string::npos);
    CHECK(book.ran({"report", "day", "2026-11-23"}).out.find("Closed up to 2026-11-23 with entry 8, as of entry 7.") !=
          std::string::npos);
}

TEST_CASE("a declared clock is one line of what came later, and its withdrawal another") {
    TestBook book;
    book.run({"checkin", "staff", "Wang"});
    book.run({"note", "task", "ring the plumber", "--until", "2026-12-01 10:00", "--by", "Wang"});
    book.run({"note", "task", "mend the fence", "--until", "2026-12-01 10:00", "--by", "Wang"});
    book.set_time("2026-11-25 10:00");
    book.run({"checkin", "staff", "Wang"});  // 10
    book.run({"clock", "7-8", "--was", "2026-11-23 20:20", "--reason", "battery changed", "--by", "Wang"});
    CHECK(supplements_of(book, "23") == "11 clock");
    book.run({"correct", "11", "--void", "--reason", "was right", "--by", "Wang"});
    CHECK(supplements_of(book, "23") == "11 clock, 16 void");
}

}  // namespace onduty::test
