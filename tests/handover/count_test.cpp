// SPDX-License-Identifier: MIT
// What should handover count do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Zhang Wei offers with entry 6, Li Na comes with entry 7.
void offer_to_count(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
}

}  // namespace

TEST_CASE("what is not in order is said, with who answers for it") {
    TestSite site;
    offer_to_count(site);
    const Ran count = site.run(
        {"handover", "count", "all", "radio=5", "torch=2:worn", "--why", "radio=left in the car", "--by", "Li Na"});
    CHECK(count.code == 3);
    CHECK(count.out.find("#8 Night guard, items counted: 7. DIFFERENT: Radio 5 of 6, missing; Torch 2 of 2, worn. "
                         "2026-11-23 Mon 20:30") == 0);
    CHECK(says(count.err, "Found before the acceptance: Zhang Wei answers for it.\n"));
    CHECK(says(site.run({"log"}).out,
               "items counted Night guard Radio 5 of 6 missing \"left in the car\", Torch 2 of 2 worn complete"));
    const Ran accept = site.run({"handover", "accept"});
    CHECK(accept.err.empty());  // all were counted
    const Ran after = site.run({"handover", "count", "torch=1", "--by", "Li Na"});
    CHECK(after.code == 3);
    CHECK(says(after.out, "INCOMPLETE, no number for Radio, Fire extinguisher,"));
    CHECK(says(after.err, "Found after the acceptance: Li Na answers for it.\n"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("all in order is exit code 0, also in several counts") {
    TestSite site;
    offer_to_count(site);
    CHECK(site.run({"handover", "count", "radio=6", "torch", "--by", "zw"}).code == 3);  // the others have no number
    CHECK(site.run({"handover", "count", "all", "--by", "Li Na"}).code == 0);
    CHECK(site.run({"handover", "accept"}).err.empty());
}

TEST_CASE("the condition is typed in English or Chinese, with a full-width colon too") {
    TestSite site;
    offer_to_count(site);
    const auto counted = [&](const char* typed) {
        return site.run({"handover", "count", "all", typed, "--by", "zw"}).out;
    };
    CHECK(says(counted("radio=6：坏"), "Radio 6 of 6, damaged."));
    CHECK(says(counted("radio=６:旧"), "Radio 6 of 6, worn."));
    CHECK(says(counted("radio:缺"), "Radio 0 of 6, missing."));
    CHECK(says(counted("radio:damaged"), "Radio 6 of 6, damaged."));
    CHECK(says(counted("walkie-talkie=4:MISSING"), "Radio 4 of 6, missing."));
    CHECK(says(counted("radio=5:damaged"), "Radio 5 of 6, damaged."));
    CHECK(says(counted("radio=7"), "Radio 7 of 6."));
    CHECK_FALSE(says(counted("radio=6:好"), "DIFFERENT"));
}

TEST_CASE("what is no item, no number or no condition is not recorded") {
    TestSite site;
    offer_to_count(site);
    const Ran unknown = site.run({"handover", "count", "all", "rdio=5", "--by", "zw"});
    CHECK(unknown.code == 2);
    CHECK(says(unknown.err, "radio"));
    CHECK(site.run({"handover", "count", "all", "kettle=1", "--by", "zw"}).code == 2);  // of the bar
    CHECK(site.run({"handover", "count", "radio=-1", "--by", "zw"}).code == 2);
    CHECK(site.run({"handover", "count", "radio=many", "--by", "zw"}).code == 2);
    CHECK(says(site.run({"handover", "count", "radio=5:lost", "--by", "zw"}).err,
               "the condition is ok, worn, damaged or missing"));
    CHECK(says(site.run({"handover", "count", "radio=6:missing", "--by", "zw"}).err, "so nothing is missing."));
    CHECK(says(site.run({"handover", "count", "radio=5", "radio=4", "--by", "zw"}).err, "is counted twice."));
    CHECK(site.run({"handover", "count", "all", "--why", "kettle=x", "--by", "zw"}).code == 2);
    CHECK(site.run({"handover", "count", "all", "--why", "radio", "--by", "zw"}).code == 2);
    CHECK(says(site.run({"handover", "count", "all", "--why", "radio=x", "--by", "zw"}).err,
               "Radio is as it should be, so there is nothing to explain."));
    CHECK(site.run({"handover", "count", "all", "--of", "99", "--by", "zw"}).code == 4);
    CHECK(site.run({"handover", "count", "all", "--of", "cleaner", "--by", "zw"}).code == 2);
    CHECK(says(site.run({"verify"}).out, "Seal 7-"));
}

TEST_CASE("without an item it lists them, and a count without an offer is about none") {
    TestSite site;
    TestSite::start_night(site);
    const Ran list = site.run({"handover", "count"});
    CHECK(list.code == 0);
    CHECK(says(list.out, "Night guard\n    6  radio            Radio (with earpiece and charger)\n"));
    CHECK(says(site.run({"handover", "count", "--of", "bar"}).out, "    4  cup-tray         Cup tray\n"));
    CHECK(says(site.run({"handover", "count", "--json"}).out, "{\"item\":\"radio\",\"name\":\"Radio\",\"number\":6,"));
    const Ran count = site.run({"handover", "count", "all", "radio=5"});
    CHECK(says(count.err, "Zhang Wei answers for it.\nCase C1 is opened.\n"));
    CHECK(says(site.run({"log", "--kind", "handover-count", "--json"}).out, "\"about\":null"));
}

TEST_CASE("an item missing over three shifts is one defect, and the handover says since when") {
    TestSite site;
    TestSite::start_night(site);
    const std::vector<std::pair<const char*, const char*>> nights{
        {"2026-11-24 08:30", "zw"}, {"2026-11-24 20:30", "Li Na"}, {"2026-11-25 08:30", "zw"}};
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    for (const auto& [time, outgoing] : nights) {
        site.set_time(time);
        REQUIRE(site.run({"handover", "offer", "--by", outgoing}).code == 0);
        const char* incoming = std::string{outgoing} == "zw" ? "Li Na" : "zw";
        REQUIRE(site.run({"handover", "count", "all", "radio=5", "--by", incoming}).code == 3);
        REQUIRE(site.run({"handover", "accept", "--by", incoming}).code == 0);
    }
    site.set_time("2026-11-25 20:30");
    const Ran offer = site.run({"handover", "offer", "--by", "Li Na"});
    CHECK(says(offer.out, "Radio 5 of 6, missing, since 2026-11-24 08:30, 4 shifts, Zhang Wei answers for it, C1\n"));
    // One case, opened by the first count; a new defect has one of its own.
    CHECK(says(offer.out, "\nOpen cases\n  #"));
    CHECK_FALSE(says(offer.out, " C2"));  // a seal may hold the two letters by chance
    const Ran more = site.run({"handover", "count", "all", "radio=4", "torch:damaged", "--by", "zw"});
    CHECK(says(more.err, "Radio: case C1, open since 2026-11-24 08:30. Case C2 is opened.\n"));
    // The one about the torch is not about the radio that was counted with it.
    REQUIRE(site.run({"complain", "resolve", "C1", "all six found", "--by", "zw"}).code == 0);
    const Ran again = site.run({"handover", "count", "all", "radio=4", "torch:damaged", "--by", "zw"});
    CHECK(says(again.err, "Torch: case C2, open since 2026-11-25 20:30. Case C3 is opened.\n"));
    const Ran report = site.run({"report", "week", "2026-11-24", "--block", "handover-items", "--csv"});
    CHECK(says(report.out, "radio,Radio,6,4,missing,2026-11-24 08:30,4,,Zhang Wei,before,"));
    CHECK(says(site.run({"report", "week", "2026-11-24", "--block", "handover", "--csv"}).out,
               "night-guard,Night guard,2,2,0,0,0,0,0,0,"));
    CHECK(says(site.run({"report", "week", "2026-11-24", "--block", "handover-list", "--csv"}).out,
               ",accepted,Li Na,0,yes,\r\n"));
    CHECK(says(site.run({"report", "week", "2026-11-24", "--block", "open-items", "--csv"}).out, "handover-offer,"));
    CHECK(site.run({"verify"}).code == 0);
}
