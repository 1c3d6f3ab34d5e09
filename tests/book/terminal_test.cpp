// SPDX-License-Identifier: MIT
// Who is meant at a terminal whose environment names a person or a post?
#include "book/terminal.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

namespace onduty::test {

namespace {

std::string doer_of(TestSite& site, const Ran& ran) {
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    const std::string line = site.run({"log", std::to_string(entry_of(ran)), "--json"}).out;
    const std::size_t from = line.find("\"person\":\"") + 10;
    return line.substr(from, line.find('"', from) - from);
}

}  // namespace

TEST_CASE("a terminal names its person while he is on duty there, and nobody for what needs a right") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto task = [&] { return site.run({"note", "task", "lock the gate", "--until", "2026-12-01 10:00"}); };
    CHECK(says(task().err, "Who does it?"));
    site.variables["ONDUTY_BY"] = "li na";
    CHECK(doer_of(site, task()) == "Li Na");
    site.variables["ONDUTY_POST"] = "night-guard";
    CHECK(says(task().err, "Who does it?"));  // she is not there
    site.variables["ONDUTY_BY"].clear();
    CHECK(doer_of(site, task()) == "Zhang Wei");
    // What is typed goes first.
    CHECK(doer_of(site, site.run({"note", "task", "ring", "--until", "2026-12-01 10:00", "--by", "Wang"})) == "Wang");
    site.variables["ONDUTY_POST"].clear();
    site.variables["ONDUTY_BY"] = "Wang";
    REQUIRE(site.run({"plan", "add", "staff", "Sue", "--post", "supervisor", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Sue"}).code == 0);
    CHECK(says(site.run({"patrol", "conduct", "Zhang Wei", "asleep", "head on the desk"}).err, "Add --by NAME"));
    const std::string of_sue =
        std::to_string(entry_of(site.run({"note", "task", "bell", "--until", "2026-12-01 10:00", "--by", "Sue"})));
    CHECK(says(site.run({"correct", of_sue, "--note", "the bell", "--reason", "typed wrong"}).err, "so add --by NAME"));
    CHECK(site.run({"correct", of_sue, "--note", "the bell", "--reason", "typed wrong", "--by", "Wang"}).code == 0);
    site.plan_author.clear();
    site.first_staff.clear();
    CHECK(site.run({"plan", "add", "point", "P77", "Shed"}).code == 2);
    // Whoever went off is not meant any more, and a name that nobody has is no name.
    REQUIRE(site.run({"checkin", "out", "Wang"}).code == 0);
    CHECK(says(task().err, "Who does it?"));
    site.variables["ONDUTY_BY"] = "Nobody";
    CHECK(task().code == 2);
}

}  // namespace onduty::test
