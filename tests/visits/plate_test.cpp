// SPDX-License-Identifier: MIT
// What is a number plate?
#include "visits/plate.hpp"

#include <doctest/doctest.h>

using onduty::tidy_plate;

TEST_CASE("plates are tidied, however they are typed") {
    CHECK(tidy_plate("粤A12345") == "粤A12345");
    CHECK(tidy_plate("粤a·12345") == "粤A12345");
    CHECK(tidy_plate("粤A 12-345") == "粤A12345");
    CHECK(tidy_plate("粤AD12345") == "粤AD12345");  // new energy: one more
    CHECK(tidy_plate("粤Z1234港") == "粤Z1234港");
    CHECK(tidy_plate("京A1234警") == "京A1234警");
    CHECK(tidy_plate("b md 1234") == "BMD1234");
}

TEST_CASE("what is no plate is none") {
    for (const char* wrong : {"", "粤", "粤A", "粤A123", "粤A1234567", "粤123456", "没有车牌", "AB", "CAR",
                              "ABCDEFGHIJ1", "粤A12345$", "A12 345 678 901"}) {
        CAPTURE(wrong);
        CHECK(tidy_plate(wrong).empty());
    }
}
