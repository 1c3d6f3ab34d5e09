// SPDX-License-Identifier: MIT
#include "book/plan_note.hpp"

#include <doctest/doctest.h>

namespace onduty {

// The vector of onduty-log(5); the hash is that of sha256sum.
TEST_CASE("a change of the plan is noted with the hash of the text that it leads to") {
    const std::string before = "format = 1\n[site]\nname = \"Site\"\u000a";
    const std::string after = "format = 1\n[site]\nname = \"Hof\"\u000a";
    const std::string note = plan_note({{"site", "", "name", 18, "name = \"Site\"\u000a", "name = \"Hof\"\u000a"}}, after);
    CHECK(note ==
          R"({"changes":[{"table":"site","code":"","key":"name","at":18,"before":"name = \"Site\"\u000a","after":"name = \"Hof\"\u000a"}],)"
          R"("hash":"80f13e10382da7914e2650db796675de86fb1efc3f94fba364186910409965cf"})");
    CHECK(noted_text(note, before) == after);
    CHECK_FALSE(noted_text(note, "format = 1\n[site]\nname = \"Sites\"\n").has_value());
    CHECK_FALSE(noted_text(note, after).has_value());
    std::string forged = note;
    forged[forged.size() - 3] = forged[forged.size() - 3] == '0' ? '1' : '0';
    CHECK_FALSE(noted_text(forged, before).has_value());
    CHECK(noted_text(before, after) == before);
}

}  // namespace onduty
