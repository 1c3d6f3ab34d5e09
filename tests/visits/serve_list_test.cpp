// SPDX-License-Identifier: MIT
// Do serve list and due say the same of when a group is to be served next?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <random>
#include <sstream>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// What stands between `before` and the next quotation mark, or comma, of a row of JSON; "" for null.
std::string value_of(const std::string& row, const std::string& name) {
    const std::string before = "\"" + name + "\":";
    const std::size_t at = row.find(before);
    REQUIRE_MESSAGE(at != std::string::npos, row);
    const std::size_t begin = at + before.size();
    return row[begin] == '"' ? row.substr(begin + 1, row.find('"', begin + 1) - begin - 1) : "";
}

// By visit: when it is to be served, "21:05"; nothing for who is not.
std::map<std::string, std::string> listed(TestSite& site) {
    std::map<std::string, std::string> next;
    std::istringstream rows{site.run({"serve", "list", "--json"}).out};
    for (std::string row; std::getline(rows, row);) {
        if (says(row, "\"visit\":") && !value_of(row, "next").empty()) {
            next[value_of(row, "visit")] = value_of(row, "next");
        }
    }
    return next;
}

std::map<std::string, std::string> due(TestSite& site) {
    std::map<std::string, std::string> next;
    std::istringstream rows{site.run({"due", "--json"}).out};
    for (std::string row; std::getline(rows, row);) {
        const std::size_t command = row.find("onduty serve refill V");
        if (command != std::string::npos) {
            const std::string visit = row.substr(command + 20, row.find('"', command) - command - 20);
            const std::string time = value_of(row, "due");
            next[visit] = time.substr(time.find(' ') + 1, 5);
        }
    }
    return next;
}

}  // namespace

TEST_CASE("property: serve list and due say the same of when a group is to be served") {
    std::map<std::string, int> seen;
    for (unsigned seed = 1; seed <= onduty::test::turns(6U); ++seed) {
        CAPTURE(seed);
        std::mt19937 dice{seed};
        const auto below = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
        TestSite site;
        site.set_time("2026-11-23 09:00");
        REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
        REQUIRE(site.run({"plan", "add", "staff", "He Mei", "--post", "bar"}).code == 0);
        REQUIRE(site.run({"checkin", "staff", "He Mei"}).code == 0);
        int groups = 0;
        for (int minute = 0; minute < 100; minute += 1 + below(12)) {
            site.set_time(fmt::format("2026-11-23 {}:{:02}", 10 + minute / 60, minute % 60));
            const std::string visit = groups == 0 ? "" : "V" + std::to_string(1 + below(groups));
            const std::string seat = "A" + std::to_string(1 + below(6));
            const int step = groups == 0 ? 0 : below(groups < 3 ? 6 : 5) + (groups < 3 ? 0 : 1);
            const Ran ran = step == 0   ? site.run({"checkin", "visit", "--party", "3", "--purpose", "look"})
                            : step == 1 ? site.run({"serve", "seat", visit, seat})
                            : step == 2 ? site.run({"serve", "order", visit, "juice=2", "tea=1"})
                            : step == 3 ? site.run({"serve", "deliver", visit})
                            : step == 4 ? site.run({"serve", "deliver", visit, "tea=1"})
                                        : site.run({"serve", "refill", visit});
            groups += step == 0 ? 1 : 0;
            seen["step " + std::to_string(step)] += ran.code == 0 ? 1 : 0;
            const auto told = listed(site);
            CHECK(told == due(site));
            const std::string all = site.run({"due"}).out;
            seen["first"] += says(all, ": serve  ") ? 1 : 0;
            seen["again"] += says(all, ": serve again") ? 1 : 0;
        }
    }
    for (const char* what : {"step 0", "step 1", "step 2", "step 3", "step 4", "step 5", "first", "again"}) {
        CHECK_MESSAGE(seen[what] > 0, what);
    }
}

TEST_CASE("who sits and waits for the first order is not to be served again") {
    TestSite site;
    site.set_time("2026-11-27 10:30");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "He Mei", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "He Mei"}).code == 0);
    site.set_time("2026-11-27 10:40");
    REQUIRE(site.run({"checkin", "visit", "--party", "3", "--purpose", "look", "--seat", "A2"}).code == 0);
    CHECK(listed(site) == std::map<std::string, std::string>{{"V1", "10:43"}});
    CHECK(says(site.run({"due"}).out, "V1 Table A2: serve  "));
    REQUIRE(site.run({"serve", "order", "V1", "juice=3"}).code == 0);
    site.set_time("2026-11-27 10:57");
    CHECK(listed(site).empty());
    CHECK(says(site.run({"due"}).out, "V1: bring the order"));
    REQUIRE(site.run({"serve", "deliver", "V1"}).code == 0);
    CHECK(listed(site) == due(site));
    CHECK(says(site.run({"due"}).out, "V1 Table A2: serve again"));
}
