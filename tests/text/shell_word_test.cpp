// SPDX-License-Identifier: MIT
#include "text/shell_word.hpp"

#include <doctest/doctest.h>

TEST_CASE("a word in a hint is taken by a shell as it is") {
    CHECK(onduty::shell_word("fire.txt") == "fire.txt");
    CHECK(onduty::shell_word("fire in the bin") == "'fire in the bin'");
    CHECK(onduty::shell_word("cook's $5 \"pan\"") == "'cook'\\''s $5 \"pan\"'");
}
