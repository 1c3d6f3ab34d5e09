// SPDX-License-Identifier: MIT
// Of several corrections of one entry, does what is withdrawn take back what it said, and nothing that another says?
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// On duty on 26 November: Wang, who may correct.
void start_morning(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    site.set_time("2026-11-26 08:30");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-26 09:30");
}

int corrected(TestSite& site, std::vector<std::string> words) {
    words.insert(words.begin(), "correct");
    words.insert(words.end(), {"--reason", "it was so", "--by", "Wang"});
    const Ran ran = site.run(words);
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    return entry_of(ran);
}

struct Typed {
    int correction = 0;
    std::string what;
    std::string value;
    bool withdrawn = false;
};

// What the last of those that hold says.
std::string last_said(const std::vector<Typed>& all, const std::string& what, const std::string& first) {
    std::string said = first;
    for (const Typed& one : all) {
        said = !one.withdrawn && one.what == what ? one.value : said;
    }
    return said;
}

}  // namespace

TEST_CASE("what is named of an order holds until that is withdrawn, in whatever order") {
    std::mt19937 random{20261130};
    const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most - 1}(random); };
    const std::vector<std::string> drinks{"tea", "juice", "coffee"};
    for (int turn = 0; turn < onduty::test::turns(4); ++turn) {
        TestSite site;
        start_morning(site);
        REQUIRE(site.run({"checkin", "visit", "--party", "9", "--purpose", "look", "--by", "Wang"}).code == 0);
        REQUIRE(site.run({"serve", "order", "V1", "tea=5", "juice=5", "coffee=5", "--by", "Wang"}).code == 0);
        const std::string order = std::to_string(entry_of(site.run({"serve", "deliver", "V1", "--by", "Wang"})));
        std::vector<Typed> all;
        for (int step = 0; step < 8; ++step) {
            Typed* given = nullptr;
            if (step > 1 && pick(2) == 0) {
                given = &all[pick(all.size())];
            }
            if (given != nullptr && !given->withdrawn) {
                corrected(site, {std::to_string(given->correction), "--void"});
                given->withdrawn = true;
            } else {
                Typed one{0, drinks[pick(drinks.size())], std::to_string(1 + pick(4)), false};
                if (one.value == last_said(all, one.what, "5")) {
                    continue;  // it says that already
                }
                one.correction = corrected(site, {order, one.what + "=" + one.value});
                all.push_back(one);
            }
            const std::string block = site.run({"report", "day", "2026-11-26", "--block", "drinks", "--csv"}).out;
            for (const std::string& drink : drinks) {
                const auto row = block.find("\n" + drink + ",");
                REQUIRE_MESSAGE(row != std::string::npos, block);
                const std::string line = block.substr(row + 1, block.find('\n', row + 1) - row - 1);
                const std::string said = last_said(all, drink, "5");
                CHECK_MESSAGE(line.ends_with("," + said + "\r"), line << " is not " << said);
            }
        }
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("what went to another group and came back is there once") {
    TestSite site;
    start_morning(site);
    for (const char* party : {"3", "2"}) {
        REQUIRE(site.run({"checkin", "visit", "--party", party, "--purpose", "look", "--by", "Wang"}).code == 0);
    }
    const std::string order = std::to_string(entry_of(site.run({"serve", "order", "V1", "tea=2", "--by", "Wang"})));
    const auto waits = [&](const char* what) { return says(site.run({"serve", "list"}).out, what); };
    const int there = corrected(site, {order, "--visit", "V2"});
    const int back = corrected(site, {order, "--visit", "V1"});
    CHECK(waits("Tea 2"));
    CHECK_FALSE(waits("Tea 4"));
    corrected(site, {std::to_string(back), "--void"});
    CHECK(waits("Tea 2"));
    corrected(site, {std::to_string(there), "--void"});
    CHECK(waits("Tea 2"));
    REQUIRE(site.run({"serve", "deliver", "V1", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"report", "day", "--block", "drinks", "--csv"}).out, "tea,Tea,2,2\r"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what was brought of an order is with the group that holds, however often they moved and came back") {
    std::mt19937 random{20261202};
    const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most - 1}(random); };
    for (int turn = 0; turn < onduty::test::turns(3); ++turn) {
        TestSite site;
        start_morning(site);
        for (const char* party : {"3", "2", "4"}) {
            REQUIRE(site.run({"checkin", "visit", "--party", party, "--purpose", "look", "--by", "Wang"}).code == 0);
        }
        const int order = entry_of(site.run({"serve", "order", "V1", "tea=2", "--by", "Wang"}));
        REQUIRE(site.run({"serve", "deliver", "V1", "--by", "Wang"}).code == 0);
        std::vector<Typed> all;
        for (int step = 0; step < 10; ++step) {
            if (step > 1 && pick(2) == 0) {
                Typed& given = all[pick(all.size())];
                // The order's own correction, or that of what was brought.
                const int number = given.correction + (given.withdrawn ? 0 : static_cast<int>(pick(2)));
                corrected(site, {std::to_string(number), given.withdrawn ? "--restore" : "--void"});
                given.withdrawn = !given.withdrawn;
            } else if (const std::string visit = "V" + std::to_string(1 + pick(3));
                       visit != last_said(all, "visit", "V1")) {
                all.push_back({corrected(site, {std::to_string(order), "--visit", visit}), "visit", visit, false});
            }
            const std::string visit = last_said(all, "visit", "V1");
            for (const std::string one : {"V1", "V2", "V3"}) {
                const std::string story = site.run({"log", "--visit", one}).out;
                CHECK_MESSAGE(says(story, ("order " + one + " Tea 2").c_str()) == (one == visit), story);
                CHECK_MESSAGE(says(story, ("brought " + one + " Tea 2").c_str()) == (one == visit), story);
            }
        }
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("an entry counts for the date of the time that holds, whichever correction is withdrawn") {
    std::mt19937 random{20261201};
    const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most - 1}(random); };
    const std::vector<std::string> times{"2026-11-24 22:00", "2026-11-25 10:00", "2026-11-25 11:00", "2026-11-25 15:00",
                                         "2026-11-26 09:00"};
    for (int turn = 0; turn < onduty::test::turns(4); ++turn) {
        TestSite site;
        start_morning(site);
        const std::string entry = std::to_string(
            entry_of(site.run({"patrol", "incident", "window broken", "--category", "equipment", "--by", "Wang"})));
        std::vector<Typed> all;
        for (int step = 0; step < 8; ++step) {
            Typed* given = step > 1 && pick(2) == 0 ? &all[pick(all.size())] : nullptr;
            if (given != nullptr && !given->withdrawn) {
                corrected(site, {std::to_string(given->correction), "--void"});
                given->withdrawn = true;
            } else {
                const std::string& time = times[pick(times.size())];
                all.push_back({corrected(site, {entry, "--time", time}), "time", time, false});
            }
            const std::string time = last_said(all, "time", "2026-11-26 09:30");
            for (const char* date : {"2026-11-24", "2026-11-25", "2026-11-26"}) {
                CAPTURE(std::string{date});
                const std::string block = site.run({"report", "day", date, "--block", "incidents", "--csv"}).out;
                CHECK_MESSAGE(says(block, "window broken") == (time.substr(0, 10) == date), block << time);
                CHECK_MESSAGE((!says(block, "window broken") || says(block, time.c_str())), block << time);
            }
        }
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("a count that is as it was first waits for nothing, in whatever order its corrections went") {
    for (const bool first_goes_first : {true, false}) {
        CAPTURE(first_goes_first);
        TestSite site;
        start_morning(site);
        const std::string count =
            std::to_string(entry_of(site.run({"serve", "count", "show-1", "all", "--by", "Wang"})));
        const auto open = [&] { return site.run({"report", "day", "--block", "open-items", "--csv"}).out; };
        const std::string before = open();
        const std::string vase = std::to_string(corrected(site, {count, "vase=1"}));
        const std::string book = std::to_string(corrected(site, {count, "book=5"}));
        CHECK(open() != before);
        corrected(site, {first_goes_first ? vase : book, "--void"});
        CHECK(open() != before);
        corrected(site, {first_goes_first ? book : vase, "--void"});
        CHECK_MESSAGE(open() == before, open());
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("of two declarations of a clock the one that holds has its own dates") {
    for (const bool first_goes : {true, false}) {
        CAPTURE(first_goes);
        TestSite site;
        TestSite::start_night(site);
        site.set_time("2027-11-23 23:01");
        for (const char* point : {"start", "P01", "end"}) {
            const std::string step{point};
            const Ran ran = step == "P01" ? site.run({"patrol", "point", step}) : site.run({"patrol", step});
            REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        }
        site.set_time("2026-11-24 08:10");
        REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
        site.set_time("2026-11-24 08:30");
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
        const std::string shown = site.run({"clock"}).out;
        const std::size_t at = shown.find("  #") + 3;
        const std::string range = shown.substr(at, shown.find(' ', at) - at);
        const auto declare = [&](const char* was) {
            return std::to_string(
                entry_of(site.run({"clock", range, "--was", was, "--reason", "the battery", "--by", "Wang"})));
        };
        const std::string first = declare("2026-11-23 22:51");
        const std::string second = declare("2026-11-23 23:01");
        const auto slots = [&] { return site.run({"report", "day", "2026-11-23", "--block", "points", "--csv"}).out; };
        const std::string both = slots();
        CHECK(says(both, "P01,Main gate,1,"));
        corrected(site, {first_goes ? first : second, "--void"});
        CHECK_MESSAGE(slots() == both, slots());
        // It is read with all that it names or with nothing of it.
        const std::string part = std::to_string(std::stoi(second) + 1);
        const Ran refused = site.run({"correct", part, "--void", "--reason", "not this", "--by", "Wang"});
        CHECK_MESSAGE(refused.code == 4, refused.err);
        CHECK(site.run({"verify"}).code == 0);
    }
}
