// SPDX-License-Identifier: MIT
// How much of a personal value does a list show?
#include "text/mask.hpp"

#include <doctest/doctest.h>

using onduty::masked;

TEST_CASE("only the ends of a personal value are shown") {
    CHECK(masked("粤A12345") == "粤A***45");
    CHECK(masked("13800138000") == "13*******00");
    CHECK(masked("陈明") == "陈*");
    CHECK(masked("欧阳小明") == "欧***");
    CHECK(masked("Chen") == "C***");
    CHECK(masked("Chen Ming") == "Ch*****ng");
    CHECK(masked("") == "");
}
