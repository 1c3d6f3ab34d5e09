// SPDX-License-Identifier: MIT
// How is a temperature typed and shown?
#include "text/tenths.hpp"

#include <doctest/doctest.h>

using namespace onduty;

TEST_CASE("a temperature is read with one decimal place at most") {
    CHECK(read_tenths("4.5") == 45);
    CHECK(read_tenths("9") == 90);
    CHECK(read_tenths("-18") == -180);
    CHECK(read_tenths("-0.5") == -5);
    CHECK(read_tenths("+3.0") == 30);
    CHECK(read_tenths("9 °C") == 90);
    CHECK(read_tenths("9℃") == 90);
    CHECK(read_tenths("4.5度") == 45);
    for (const char* wrong :
         {"", "-", ".5", "4.", "4.55", "4,5", "cold", "4.5.1", "--4", "1e3", "99999999999", "C", "°C"}) {
        CAPTURE(wrong);
        CHECK(!read_tenths(wrong));
    }
}

TEST_CASE("a temperature is shown as it would be typed") {
    for (const char* text : {"4.5", "9", "-18", "-0.5", "0", "0.1"}) {
        CHECK(tenths_text(*read_tenths(text)) == text);
    }
}
