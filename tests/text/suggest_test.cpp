// SPDX-License-Identifier: MIT
// Is the nearest word suggested, and nothing when none is near?
#include "text/suggest.hpp"

#include <doctest/doctest.h>

#include <ostream>

namespace onduty {

namespace {

const std::vector<std::string> kCommands{"checkin", "patrol", "handover", "report", "verify"};

}  // namespace

TEST_CASE("one slip of the finger") {
    CHECK(nearest("patrl", kCommands) == "patrol");    // left out
    CHECK(nearest("pattrol", kCommands) == "patrol");  // twice
    CHECK(nearest("patrpl", kCommands) == "patrol");   // wrong
    CHECK(nearest("ptarol", kCommands) == "patrol");   // swapped
    CHECK(nearest("patrol", kCommands) == "patrol");
}

TEST_CASE("a third of the letters may be wrong") {
    CHECK(nearest("hendovar", kCommands) == "handover");  // 2 of 8
    CHECK(nearest("pxtrxl", kCommands) == "patrol");      // 2 of 6
    CHECK(nearest("pxxrxl", kCommands).empty());          // 3 of 6
    CHECK(nearest("zzz", kCommands).empty());
    CHECK(nearest("", kCommands).empty());
    CHECK(nearest("patrol", {}).empty());
}

TEST_CASE("a swap counts one, also in a short word") {
    CHECK(nearest("ba", {"ab"}) == "ab");
    CHECK(nearest("bca", {"abc"}).empty());
}

TEST_CASE("Chinese characters count as one each") {
    CHECK(nearest("夜间巡罗", {"夜间巡逻", "防火巡查"}) == "夜间巡逻");
    CHECK(nearest("张韦", {"张伟", "李娜"}) == "张伟");
    CHECK(nearest("王五", {"张伟", "李娜"}).empty());
}

TEST_CASE("the first of equals is taken") {
    CHECK(nearest("P0", {"P01", "P02"}) == "P01");
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
    CHECK(nearest("patr\xFFl", kCommands) == "patrol");
    CHECK(nearest("\x80\x80", kCommands).empty());
}

TEST_CASE("the sentence") {
    CHECK(suggestion("patrl", kCommands) == " Did you mean patrol?");
    CHECK(suggestion("zzz", kCommands).empty());
}

}  // namespace onduty
