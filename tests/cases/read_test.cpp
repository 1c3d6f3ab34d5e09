// SPDX-License-Identifier: MIT
// What does the log say of each case?
#include "cases/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::TestBook;

namespace {

EntryNumber take_down(TestBook& book, std::int64_t sequence, const char* sort, const char* words) {
    Details details;
    details.case_file.emplace();
    details.case_file->sequence = sequence;
    details.case_file->severity = 3;
    return book.log("case", {.subject = sort, .note = words, .details = details});
}

}  // namespace

TEST_CASE("a case is open from its first entry until it is archived, and again when it is reopened") {
    TestBook book;
    const EntryNumber lift = take_down(book, 1, "repair", "the lift is stuck");
    const EntryNumber noise = take_down(book, 2, "complaint", "noise at night");
    REQUIRE(open_cases(book).size() == 2);
    CHECK(open_cases(book)[0].entry == lift);
    CHECK(case_named(book, "C2").entry == noise);
    CHECK(case_named(book, "ｃ２").entry == noise);
    CHECK_THROWS(case_named(book, "C3"));
    book.log("case-archive", {.about = lift});
    REQUIRE(open_cases(book).size() == 1);
    CHECK(open_cases(book)[0].entry == noise);
    book.log("case-reopen", {.about = lift});
    CHECK(open_cases(book).size() == 2);
    book.log("void", {.about = noise});
    CHECK(open_cases(book).size() == 1);
    CHECK_THROWS(case_named(book, "C2"));
}

TEST_CASE("steps change severity and owner, and a case is told as it stood on a day") {
    TestBook book;
    const EntryNumber lift = take_down(book, 1, "repair", "the lift is stuck");
    book.set_time("2026-11-25 10:00");
    Details graver;
    graver.case_step.emplace();
    graver.case_step->severity = 1;
    book.log("case-assess", {.by = "A02", .about = lift, .details = graver});
    CHECK(case_named(book, "C1").severity == 1);
    const Date tuesday{std::chrono::year{2026} / 11 / 24};
    CHECK(CaseReader{book}.read(lift, tuesday)->severity == 3);
    CHECK_FALSE(CaseReader{book}.read(5));
}

TEST_CASE("one entry leads to one case, as long as that is not withdrawn") {
    TestBook book;
    CHECK(case_from(book, 5) == 0);
    Details details;
    details.case_file.emplace();
    details.case_file->sequence = 1;
    details.case_file->severity = 3;
    const EntryNumber one = book.log("case", {.subject = "repair", .about = 5, .note = "lamp", .details = details});
    CHECK(case_from(book, 5) == one);
    book.log("void", {.about = one});
    CHECK(case_from(book, 5) == 0);
}

TEST_CASE("many cases are handed over one by one, in their order, without what was withdrawn") {
    TestBook book;
    constexpr std::int64_t kMany = 300;
    std::vector<EntryNumber> entries;
    for (std::int64_t sequence = 1; sequence <= kMany; ++sequence) {
        entries.push_back(take_down(book, sequence, "repair", "lamp"));
    }
    book.log("void", {.about = entries.front()});
    std::vector<EntryNumber> told;
    CaseReader{book}.each(entries, [&](const Case& one) { told.push_back(one.entry); });
    entries.erase(entries.begin());
    CHECK(told == entries);
}

TEST_CASE("a fault that shows again after its repair was resolved opens another") {
    TestBook book;
    book.run({"patrol", "start"});
    book.run({"patrol", "point", "P04", "--fault", "lamp is out"});
    book.run({"complain", "dispatch", "C1", "guard"});
    book.run({"patrol", "point", "P04", "--fault", "lamp is out"});
    CHECK(open_cases(book).size() == 1);
    book.run({"complain", "resolve", "C1", "new lamp"});
    book.run({"patrol", "point", "P04", "--fault", "lamp is out"});
    CHECK(open_cases(book).size() == 2);
}
