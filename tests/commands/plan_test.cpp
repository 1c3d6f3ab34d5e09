// SPDX-License-Identifier: MIT
// What should plan do?
#include <doctest/doctest.h>

#include <fstream>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::TestSite;

TEST_CASE("plan export gives back what was applied, comments included") {
    TestSite site;
    TestSite::start_night(site);
    const std::string toml = site.run({"plan", "export"}).out;
    CHECK(toml.find("# F4: a round every hour at night.") != std::string::npos);
    CHECK(toml.find("name = \"Zhang Wei\"") != std::string::npos);
    const Ran apply = site.run_with_input({"plan", "apply", "-"}, toml, std::chrono::seconds{0});
    CHECK(apply.code == 0);
    CHECK(apply.out.find("Plan version 5.") != std::string::npos);
    CHECK(site.run({"plan", "export"}).out == toml);
}

TEST_CASE("plan check names every error with its line and changes nothing") {
    TestSite site;
    TestSite::start_night(site);
    const std::string file = site.directory() + "/bad.toml";
    std::ofstream{file} << "format = 1\n[site]\nname = \"x\"\nzone = \"Mars/Base\"\n[[route]]\ncode = \"r\"\nname = "
                           "\"r\"\npoints = [\"P1\"]\ncolour = 3\n";
    const Ran ran = site.run({"plan", "check", file});
    CHECK(ran.code == 3);
    CHECK(ran.err.find(":4: zone \"Mars/Base\" is not a time zone") != std::string::npos);
    CHECK(ran.err.find(":8: points: there is no \"P1\" in this plan.") != std::string::npos);
    CHECK(ran.err.find(":9: colour is not a key of this table.") != std::string::npos);
    CHECK(site.run({"plan", "apply", file}).code == 2);
    CHECK(site.run({"plan", "check", file + "x"}).code == 1);
    CHECK(site.run({"verify"}).out.find("entries 1 to 5,") != std::string::npos);
}

TEST_CASE("people join and leave in one line; who left keeps his name in the log") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"plan", "add", "staff", "赵\"六\"", "--post", "bar"}).code == 0);
    CHECK(site.run({"checkin", "staff", "赵"}).code == 0);
    CHECK(site.run({"plan", "remove", "staff", "赵"}).code == 4);
    site.run({"checkin", "out", "赵"});
    CHECK(site.run({"plan", "remove", "staff", "赵", "--by", "zw"}).code == 0);
    CHECK(site.run({"checkin", "staff", "赵"}).code == 2);
    CHECK(site.run({"log", "--kind", "duty-on"}).out.find("赵\"六\"") != std::string::npos);
    CHECK(site.run({"plan", "add", "staff", "Li Na"}).code == 2);
    CHECK(site.run({"plan", "add", "staff"}).code == 2);
    CHECK(site.run({"plan", "add", "stuff", "x"}).code == 2);
}

TEST_CASE("a checkpoint and an item join in one line") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(
        site.run({"plan", "add", "point", "P04B", "天台", "--route", "night", "--after", "P04", "--walk", "60"}).code ==
        0);
    CHECK(site.run({"plan", "export"}).out.find("\"P04\", \"P04B\", \"P05\"") != std::string::npos);
    CHECK(site.run({"plan", "add", "item", "closing", "Gas tap closed", "--code", "gas"}).code == 0);
    CHECK(site.run({"patrol", "check", "closing"}).out.find("   9  Gas tap closed\n") != std::string::npos);
    CHECK(site.run({"plan", "show"}).out.find("  P04B            天台\n") != std::string::npos);
}

TEST_CASE("plan show and plan check answer in JSON") {
    TestSite site;
    TestSite::start_night(site);
    const Ran show = site.run({"plan", "show", "--json"});
    CHECK(show.out.find("{\"family\":\"staff\",\"code\":\"A01\",\"name\":\"Zhang Wei\",\"version\":4}") != std::string::npos);
    const std::string file = site.directory() + "/bad.toml";
    {
        std::ofstream out{file};
        out << "format = 2\n";
    }
    const Ran check = site.run({"plan", "check", file, "--json"});
    CHECK(check.code == 3);
    CHECK(check.out.find("\"line\":1,\"message\":") != std::string::npos);
}
