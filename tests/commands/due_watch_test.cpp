// SPDX-License-Identifier: MIT
// When does the watched list ring?
#include "commands/due_watch.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using namespace onduty;

TEST_CASE("the bell rings for what has become overdue since the last look") {
    const auto line = [](Urgency urgency, const char* what) {
        return DueLine{.urgency = urgency, .due = {}, .what = what};
    };
    OverdueBell bell;
    CHECK(!bell.rings({line(Urgency::overdue, "a"), line(Urgency::now, "b")}));
    CHECK(!bell.rings({line(Urgency::overdue, "a"), line(Urgency::now, "b")}));
    CHECK(bell.rings({line(Urgency::overdue, "a"), line(Urgency::overdue, "b")}));
    CHECK(!bell.rings({line(Urgency::overdue, "b")}));
    CHECK(bell.rings({line(Urgency::overdue, "a"), line(Urgency::overdue, "b")}));
    CHECK(!bell.rings({}));
}

TEST_CASE("without a terminal the list is not watched") {
    test::TestSite site;
    test::TestSite::start_night(site);
    const test::Ran ran = site.run({"due", "--watch"});
    CHECK(ran.code == 2);
    CHECK(ran.err.find("--watch needs a terminal") != std::string::npos);
    site.terminal = true;
    CHECK(site.run({"due", "--watch", "--json"}).code == 2);
}
