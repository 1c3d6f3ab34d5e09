// SPDX-License-Identifier: MIT
// Are long lines broken where they may be?
#include "text/wrap.hpp"

#include <doctest/doctest.h>

using onduty::wrapped;
using Lines = std::vector<std::string>;

TEST_CASE("a line is broken at blanks, Chinese anywhere") {
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("one two three", 20) == Lines{"one two three"});
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("大厅的灯在闪", 6) == Lines{"大厅的", "灯在闪"});
    CHECK(wrapped("灯 A1 坏了", 6) == Lines{"灯 A1", "坏了"});
}

TEST_CASE("what cannot be broken stays whole") {
    CHECK(wrapped("a incomprehensible b", 6) == Lines{"a", "incomprehensible", "b"});
}
