// SPDX-License-Identifier: MIT
// What should handover do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::TestSite;

TEST_CASE("a handover is frozen by number and accepted by another person") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"handover", "show"}).out == "No handover waits to be accepted.\n");
    CHECK(site.run({"handover", "accept"}).code == 4);
    const Ran offer = site.run({"handover", "offer", "灯坏了"});
    CHECK(offer.code == 0);
    CHECK(offer.out.find("#6 Zhang Wei offers the handover up to entry 5, seal 5-") == 0);
    CHECK(offer.out.find("\n  Note: 灯坏了\n") != std::string::npos);
    CHECK(site.run({"handover", "offer"}).code == 4);
    CHECK(site.run({"handover", "show"}).code == 3);
    const Ran json = site.run({"handover", "show", "--json"});
    CHECK(json.code == 3);
    CHECK(json.out.find("\"kind\":\"handover-offer\"") != std::string::npos);
    CHECK(site.run({"due"}).out.find("Handover of Zhang Wei to be accepted") != std::string::npos);
    CHECK(site.run({"handover", "accept"}).err ==
          "onduty: Nobody else is on duty to accept. First: onduty checkin staff NAME --post POST\n");
    CHECK(site.run({"handover", "accept", "--by", "zw"}).code == 4);
    site.run({"checkin", "staff", "Li Na"});
    site.set_time("2026-11-23 20:42");
    const Ran accept = site.run({"handover", "accept"});
    CHECK(accept.code == 0);
    CHECK(accept.out.find("#8 Li Na accepts the handover of Zhang Wei, 12 min after the offer.") == 0);
    CHECK(site.run({"handover", "show"}).code == 0);
}

TEST_CASE("who leaves before it is accepted is told that he stays responsible") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"handover", "offer"});
    const Ran ran = site.run({"checkin", "out", "zw"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "The handover of entry 6 is not accepted yet: Zhang Wei stays responsible until it is.\n");
}
