// SPDX-License-Identifier: MIT
// Are ticked numbers read as a person writes them?
#include "text/number_list.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace onduty {

namespace {

using Numbers = std::vector<std::size_t>;

Numbers read(std::string_view text) {
    Numbers numbers;
    CHECK(read_number_list(text, numbers));
    return numbers;
}

}  // namespace

TEST_CASE("numbers, ranges, commas and blanks") {
    CHECK(read("7") == Numbers{7});
    CHECK(read("1-3") == Numbers{1, 2, 3});
    CHECK(read("1-3,5") == Numbers{1, 2, 3, 5});
    CHECK(read("1 2") == Numbers{1, 2});
    CHECK(read("5,1") == Numbers{5, 1});
    CHECK(read("4-4") == Numbers{4});
    CHECK(read("007") == Numbers{7});
    CHECK(read("9999") == Numbers{9999});
    CHECK(read("1-9999").size() == 9999);
    CHECK(read("10000") == Numbers{10000});
    CHECK(read("999999999999999") == Numbers{999999999999999});
    CHECK(read("１－３，５") == Numbers{1, 2, 3, 5});
    CHECK(read("１〇") == Numbers{10});
    CHECK(read("1000000-1000002") == Numbers{1000000, 1000001, 1000002});
}

TEST_CASE("a comma and a blank") {
    CHECK(read("1, 2") == Numbers{1, 2});
}

TEST_CASE("numbers are appended") {
    Numbers numbers{9};
    CHECK(read_number_list("1", numbers));
    CHECK(numbers == Numbers{9, 1});
}

TEST_CASE("anything else is refused") {
    for (const char* text : {"",
                             " ",
                             "0",
                             "1000000000000000",
                             "-1",
                             "1-",
                             "3-1",
                             "0-2",
                             "1-10000",
                             "1,",
                             ",1",
                             "1,,2",
                             "1-2-3",
                             "x",
                             "1x",
                             "1.5",
                             "+1",
                             "1;2",
                             "1 - 3",
                             "99999999999999999999999",
                             "1-99999999999999999999999"}) {
        CAPTURE(std::string{text});
        Numbers numbers;
        CHECK_FALSE(read_number_list(text, numbers));
    }
}

TEST_CASE("numbers are told in ranges") {
    CHECK(number_list_text({}).empty());
    CHECK(number_list_text({7}) == "7");
    CHECK(number_list_text({1, 2, 3, 7, 9, 10}) == "1-3, 7, 9-10");
}

TEST_CASE("one number may stand behind its mark, and nothing else is a number") {
    CHECK(read_number("12") == 12);
    CHECK(read_number("#12") == 12);
    CHECK(read_number(" ＃１２ ") == 12);
    CHECK(read_number("c7", 'C') == 7);
    CHECK(read_number("C7", 'C') == 7);
    CHECK(read_number("007", 'C') == 7);
    CHECK(read_number("999999999999999") == 999999999999999);
    for (const char* text : {"", "#", "0", "-1", "+1", "1.0", "1x", "x1", "1 2", "##1", "C7", "1000000000000000"}) {
        CAPTURE(text);
        CHECK(!read_number(text));
    }
    CHECK(!read_number("#7", 'C'));
}

}  // namespace onduty

TEST_CASE("a range of labels is read in every way that people write one") {
    for (const char* typed : {"P01-P03", "P01..P03", "P01...P03", "P01~P03", "P01\uFF5EP03", "P01\u301CP03", "P01至P03",
                              "P01到P03", "P01\u2014P03", "p01 - p03", "P01 to P03", "P01-03", "Ｐ０１－Ｐ０３"}) {
        CAPTURE(typed);
        const auto range = onduty::read_label_range(typed);
        REQUIRE(range);
        CHECK(onduty::lower_case(range->prefix) == "p");
        CHECK(range->first == 1);
        CHECK(range->last == 3);
    }
    const auto of_floor = onduty::read_label_range("B2-1-B2-3");
    REQUIRE(of_floor);
    CHECK(of_floor->prefix == "B2-");
    CHECK(of_floor->last == 3);
    for (const char* typed : {"P01", "P01-", "-P03", "P01-G03", "P01-P03x", "gate to pool", "P-P", "", "P01,P03"}) {
        CAPTURE(typed);
        CHECK_FALSE(onduty::read_label_range(typed));
    }
}
