// SPDX-License-Identifier: MIT
// Is what a wrong clock spoiled right again once somebody declares it, and in doubt until then?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

TEST_CASE("no clock is in doubt in a log in order") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"clock"});
    CHECK(ran.code == 0);
    CHECK(ran.out == "No clock is in doubt.\n");
}

}  // namespace onduty
