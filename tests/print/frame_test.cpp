// SPDX-License-Identifier: MIT
// Does a list fit a window?
#include "print/frame.hpp"

#include <doctest/doctest.h>

#include "text/unicode.hpp"

using namespace onduty;

TEST_CASE("a line is cut by columns, Chinese by two") {
    CHECK(cut_to("abcdef", 6) == "abcdef");
    CHECK(cut_to("abcdef", 5) == "abcd~");
    CHECK(cut_to("值班日志", 8) == "值班日志");
    CHECK(cut_to("值班日志", 7) == "值班日~");
    CHECK(cut_to("值班日志", 6) == "值班~");
    CHECK(cut_to("值班", 1) == "~");
    CHECK(cut_to("值班", 0) == "");
    for (std::size_t columns = 1; columns < 12; ++columns) {
        CHECK(display_width(cut_to("a值b班c日d志", columns)) <= columns);
    }
}

TEST_CASE("what does not fit is counted in the last line") {
    const std::vector<std::string> lines{"one", "two", "three", "four"};
    const auto more = [](std::size_t count) { return "+" + std::to_string(count); };
    CHECK(fit(lines, {80, 4}, more) == lines);
    CHECK(fit(lines, {80, 3}, more) == std::vector<std::string>{"one", "two", "+2"});
    CHECK(fit(lines, {2, 2}, more) == std::vector<std::string>{"o~", "+3"});
    CHECK(fit(lines, {80, 1}, more) == std::vector<std::string>{"+4"});
    CHECK(fit({}, {80, 3}, more).empty());
}
