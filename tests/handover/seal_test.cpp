// SPDX-License-Identifier: MIT
// Does a slip of long ago prove what it promises?
#include <doctest/doctest.h>

#include "store/rechain.hpp"
#include "store/watermark.hpp"
#include "support.hpp"

using onduty::test::says;
using onduty::test::TestSite;

TEST_CASE("a slip of ten shifts ago verifies, and no more when an entry before it was changed and all recomputed") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    std::string slip;
    for (int shift = 0; shift < 11; ++shift) {
        site.set_time("2026-11-" + std::to_string(24 + shift / 2) + (shift % 2 == 0 ? " 08:30" : " 20:30"));
        const bool night = shift % 2 == 0;
        REQUIRE(site.run({"handover", "offer", "--by", night ? "zw" : "Li Na"}).code == 0);
        slip = slip.empty() ? site.run({"handover", "slip"}).out : slip;
        REQUIRE(site.run({"handover", "accept", "--by", night ? "Li Na" : "zw"}).code == 0);
    }
    const auto at = slip.find("Seal  ") + 6;
    const std::string seal = slip.substr(at, slip.find('\n', at) - at);
    CHECK(site.run({"verify", "--seal", seal}).code == 0);
    const std::string path = site.file();
    onduty::scratch::edit(path, "UPDATE entry SET post='guard' WHERE number=5;UPDATE on_duty SET post='guard'");
    onduty::scratch::rechain(path, 5);
    onduty::EntryNumber last = 0;
    onduty::Hash head{};
    {
        onduty::Store store{path, onduty::Store::Mode::read};
        last = store.head().number;
        head = store.head().hash;
    }
    onduty::write_watermark(path, {last, head});
    CHECK(site.run({"verify"}).code == 0);  // it agrees with itself
    const auto checked = site.run({"verify", "--seal", seal});
    CHECK(checked.code == 3);
    CHECK(says(checked.out, "WRONG (seal)"));
}
