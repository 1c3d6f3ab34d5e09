// SPDX-License-Identifier: MIT
// Is the last one found however many after it were withdrawn, and never more read back than there is?
#include "book/look_back.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "stock/kinds.hpp"
#include "support.hpp"

using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

void open_house(TestSite& site) {
    site.set_time("2026-11-23 10:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Liu Yang", "--post", "show-home"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Liu Yang"}).code == 0);  // 3
}

void withdraw(TestSite& site, int number) {
    REQUIRE(site.run({"correct", std::to_string(number), "--void", "--reason", "typed twice"}).code == 0);
}

}  // namespace

TEST_CASE("looking back is looking forward from the other end") {
    TestSite site;
    open_house(site);
    for (int i = 0; i < 90; ++i) {
        REQUIRE(site.run({"serve", "fridge", "4." + std::to_string(i % 10)}).code == 0);
    }
    for (int number = 93; number > 20; number -= number % 7 == 0 ? 2 : 1) {
        withdraw(site, number);
    }
    Store store{site.file(), Store::Mode::read};
    EntryQuery query;
    query.rare_kinds = {kind::kReading};
    std::vector<EntryNumber> forward;
    each_amended(store, query, [&](const Entry& entry) { forward.push_back(entry.number); });
    REQUIRE(forward.size() > 10);
    std::reverse(forward.begin(), forward.end());
    for (std::size_t wanted = 1; wanted <= forward.size() + 1; ++wanted) {
        std::vector<EntryNumber> back;
        each_amended_back(store, query, [&](const Entry& entry) {
            back.push_back(entry.number);
            return back.size() == wanted;
        });
        const std::size_t there = std::min(wanted, forward.size());
        CHECK(back == std::vector<EntryNumber>(forward.begin(), forward.begin() + static_cast<std::ptrdiff_t>(there)));
    }
}

TEST_CASE("a room stays counted when many counts after the right one were withdrawn") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);  // 4
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);
    for (int i = 0; i < 9; ++i) {
        REQUIRE(site.run({"serve", "count", "show-1", "all"}).code == 0);  // 7 to 15
    }
    for (int number = 15; number > 7; --number) {
        withdraw(site, number);
    }
    CHECK(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
}

TEST_CASE("the stock goes by the last count that counts, however many were withdrawn since") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    const auto last = [&] { return static_cast<int>(Store{site.file(), Store::Mode::read}.head().number); };
    const auto count = [&](const char* milk) {
        site.run({"serve", "stock", "count", "tea=4", "coffee=6", "juice=24", "water=96", milk, "pastry=40", "cup=60",
                  "glass=60", "plate=40", "--by", "Chen Jing"});
        return last();
    };
    const int first = count("milk=12");
    for (int i = 0; i < 8; ++i) {
        count("milk=1");
    }
    for (int number = last(); number > first; --number) {
        site.run({"correct", std::to_string(number), "--void", "--reason", "typed twice", "--by", "Chen Jing"});
    }
    CHECK(says(site.run({"serve", "stock", "--json"}).out, "\"item\":\"milk\",\"name\":\"Milk\",\"on_hand\":12,"));
}

}  // namespace onduty
