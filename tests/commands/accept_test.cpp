// SPDX-License-Identifier: MIT
// Does what was claimed too late wait until another accepts it, and is it then still no round on time?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "slots/oracle.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::oracle::Dice;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

// The whole round, told for `begin` and half an hour after it; answers the number of its first entry.
EntryNumber claim_round(TestSite& site, const std::string& begin, const std::string& end) {
    const Ran start = site.run({"patrol", "start", "night", "--by", "zw", "--at", begin, "--reason", "no light"});
    REQUIRE_MESSAGE(start.code == 0, start.err);
    for (const char* part : {"point", "end"}) {
        std::vector<std::string> words{"patrol", part, "--by", "zw", "--at", end, "--reason", "no light"};
        if (part == std::string{"point"}) {
            words.insert(words.begin() + 2, {"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"});
        }
        REQUIRE(site.run(words).code != 2);
    }
    return std::stoll(start.out.substr(1));
}

std::string row_of_rounds(TestSite& site) {
    const std::string all = site.run({"report", "day", "2026-11-23", "--csv"}).out;
    const std::size_t begin = all.find("night-round,");
    return all.substr(begin, all.find('\r', begin) - begin);
}

std::string slots_of_night(TestSite& site) {
    return site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
}

}  // namespace

TEST_CASE("who is to accept what is not complete is told what is missing, whatever was left out") {
    for (const std::vector<std::string>& points :
         std::vector<std::vector<std::string>>{{"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"},
                                               {"P01", "P02", "P04", "P05", "P06", "P08", "P09"},
                                               {"P09"}}) {
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
        site.set_time("2026-11-24 02:00");
        const std::vector<std::string> told{"--by", "zw", "--at", "2026-11-23 22:05", "--reason", "no light"};
        std::string missing;
        for (const char* point : {"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}) {
            const bool was_there = std::find(points.begin(), points.end(), point) != points.end();
            missing += was_there ? "" : (missing.empty() ? "" : " ") + std::string{point};
        }
        std::vector<std::string> visits{"patrol", "point"};
        visits.insert(visits.end(), points.begin(), points.end());
        for (std::vector<std::string> words : {std::vector<std::string>{"patrol", "start", "night"}, visits,
                                               std::vector<std::string>{"patrol", "end"}}) {
            words.insert(words.end(), told.begin(), told.end());
            const Ran ran = site.run(words);
            REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        }
        const std::string waits = site.run({"accept", "--json"}).out;
        CAPTURE(waits);
        CHECK(says(waits, "left out") == !missing.empty());
        CHECK((missing.empty() || says(waits, ("left out: " + missing + "\"").c_str())));
    }
}

TEST_CASE("a round that is typed when the next is due is a claim, and stands in due until another accepts it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    site.set_time("2026-11-23 21:50");
    REQUIRE(claim_round(site, "21:00", "21:25") == 7);  // the next is due at 22:00: its reason is enough
    CHECK(says(slots_of_night(site), "2026-11-23 21:00,typed_late,2026-11-23 21:00,0,Zhang Wei,7,,,,"));
    CHECK(site.run({"accept"}).out == "Nothing waits to be accepted.\n");
    site.set_time("2026-11-24 02:00");
    REQUIRE(claim_round(site, "2026-11-23 22:00", "2026-11-23 22:20") == 18);
    REQUIRE(claim_round(site, "2026-11-23 23:00", "2026-11-23 23:20") == 29);
    CHECK(says(site.run({"due"}).out, "CLAIMED  2026-11-23 22:00 "));
    CHECK(says(site.run({"due"}).out, " Zhang Wei, 2026-11-23: typed late 2 "));
    CHECK(says(site.run({"due", "--json"}).out, "\"state\":\"claimed\",\"due\":\"2026-11-23 22:00\""));
    CHECK(says(site.run({"due"}).out, "onduty accept 5"));
    CHECK(row_of_rounds(site).rfind("night-round,Night round,12,0,0,0,3,2,0,0,2,", 0) == 0);
    const Ran page = site.run({"report", "day", "2026-11-23"});
    CHECK(says(page.out, "Claimed later, not accepted: onduty accept\n  2026-11-23 22:00"));
    const Ran waiting = site.run({"accept"});
    CHECK(waiting.code == 3);
    CHECK(says(waiting.out, "Zhang Wei, 2026-11-23: typed late 2. Another accepts it: onduty accept 5"));

    // Not by himself, not what does not wait, not what is no entry.
    CHECK(says(site.run({"accept", "7", "--by", "Wang"}).err, "Nothing of entry 7 waits to be accepted."));
    CHECK(says(site.run({"accept", "x", "--by", "Wang"}).err, "\"x\" is not the number of an entry."));
    CHECK(site.run({"accept", "999", "--by", "Wang"}).code == 2);
    CHECK(site.run({"accept", "5", "--by", "zw"}).code == 4);

    // One by the number of a point of it, then the rest of the shift.
    const Ran one = site.run({"accept", "19", "--by", "Wang"});
    CHECK_MESSAGE(says(one.out, "#40 Accepted: Zhang Wei, 2026-11-23: typed late 1. What was typed late stays so."),
                  (one.out + one.err));
    CHECK(row_of_rounds(site).rfind("night-round,Night round,12,0,0,0,3,2,1,0,2,", 0) == 0);
    CHECK(says(slots_of_night(site), "2026-11-23 22:00,typed_late,2026-11-23 22:00,0,Zhang Wei,18,,accepted,Wang,"));
    CHECK(says(slots_of_night(site), "2026-11-23 23:00,typed_late,2026-11-23 23:00,0,Zhang Wei,29,,waiting,,"));
    CHECK(site.run({"accept", "5", "--by", "Wang"}).code == 0);
    CHECK(site.run({"accept"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "CLAIMED"));
    CHECK(says(site.run({"report", "day", "2026-11-23"}).out, ": accepted by Wang"));

    // A shift that was accepted does not cover what is claimed of it later; an acceptance can be withdrawn.
    site.set_time("2026-11-24 06:30");
    REQUIRE(claim_round(site, "2026-11-24 00:00", "2026-11-24 00:20") == 42);
    CHECK(says(site.run({"due"}).out, "Zhang Wei, 2026-11-23: typed late 1"));
    REQUIRE(site.run({"correct", "41", "--void", "--reason", "not looked at yet", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"due"}).out, "Zhang Wei, 2026-11-23: typed late 2"));
}

TEST_CASE("a time that is put right days later is claimed anew, and what another accepted before waits again") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    site.set_time("2026-11-24 02:00");
    REQUIRE(claim_round(site, "2026-11-23 22:00", "2026-11-23 22:20") == 7);
    REQUIRE(site.run({"accept", "5", "--by", "Wang"}).code == 0);
    CHECK(site.run({"accept"}).code == 0);
    site.set_time("2026-11-24 02:30");
    // What another accepted its author leaves to who may correct for others.
    const auto put = [&](const char* by) {
        return site.run({"correct", "7", "--time", "2026-11-23 22:05", "--reason", "a bit later", "--by", by}).code;
    };
    CHECK(put("zw") == 4);
    REQUIRE(put("Wang") == 0);
    CHECK(says(site.run({"accept"}).out, "2026-11-23 22:05  2026-11-24 02:30"));
}

TEST_CASE("where nobody else may, who typed it accepts it, and that is marked") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    site.set_time("2026-11-24 02:00");
    for (const auto& words : {std::vector<std::string>{"patrol", "start", "night", "--at", "2026-11-23 22:00"},
                              {"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "--at",
                               "2026-11-23 22:20"},
                              {"patrol", "end", "--at", "2026-11-23 22:20"}}) {
        std::vector<std::string> typed = words;
        typed.insert(typed.end(), {"--who", "zw", "--by", "Wang", "--reason", "he phoned"});
        REQUIRE(site.run(typed).code == 0);
    }
    CHECK(site.run({"accept", "7", "--by", "zw"}).code == 4);
    REQUIRE(site.run({"plan", "add", "staff", "Chen", "--post", "supervisor", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"accept", "7", "--by", "Wang"}).err, "another accepts them. Who may: Chen"));
    REQUIRE(site.run({"plan", "remove", "staff", "Chen", "--by", "Wang"}).code == 0);
    CHECK(site.run({"accept", "7", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"log", "--last", "1"}).out, "[alone]"));
    CHECK(site.run({"accept"}).code == 0);
}

TEST_CASE("what waits is told under the date of the shift in which it was said") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-23 21:40");
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    site.set_time("2026-11-24 20:40");
    REQUIRE(site.run({"checkin", "staff", "zw"}).code == 0);
    REQUIRE(site.run({"patrol", "explain", "2026-11-23 21:00", "at the gate", "--by", "zw"}).code == 0);
    const Ran waits = site.run({"accept"});
    CHECK_MESSAGE(says(waits.out, "Zhang Wei, 2026-11-24: own word 1"), waits.out);
}

TEST_CASE("who walked along does not accept it, who only signed or accepted it before does, without a mark") {
    for (const bool has_other : {false, true}) {
        CAPTURE(has_other);
        TestSite site;
        TestSite::start_night(site);
        if (has_other) {
            REQUIRE(site.run({"plan", "add", "staff", "Chen", "--post", "supervisor", "--by", "Wang"}).code == 0);
        }
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
        site.set_time("2026-11-23 23:40");
        const auto late = [&](std::vector<std::string> words) {
            words.insert(words.end(), {"--by", "zw", "--reason", "no light"});
            const Ran ran = site.run(std::move(words));
            REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
            return std::stoll(ran.out.substr(1));
        };
        const auto accepted = [&](EntryNumber round) {
            const Ran ran = site.run({"accept", std::to_string(round), "--by", "Wang"});
            return ran.code != 0                                           ? "refused"
                   : says(site.run({"log", "--last", "1"}).out, "[alone]") ? "alone"
                                                                           : "taken";
        };
        const EntryNumber round = late({"patrol", "start", "night", "--at", "21:05"});
        late({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "--at", "21:20"});
        late({"patrol", "end", "--at", "21:21"});
        CHECK(accepted(round) == std::string{"taken"});
        late({"patrol", "point", "P09", "--at", "21:20"});
        CHECK(accepted(round) == std::string{"taken"});
        const EntryNumber along = late({"patrol", "start", "night", "--at", "22:05", "--with", "Wang"});
        late({"patrol", "end", "--at", "22:21"});
        CHECK(accepted(along) == std::string{has_other ? "refused" : "alone"});
        site.set_time("2026-11-24 00:40");
        const EntryNumber last = late({"patrol", "start", "night", "--at", "23:05"});
        late({"patrol", "end", "--at", "23:20"});
        const Ran sign = site.run({"patrol", "sign", std::to_string(last), "--by", "Wang"});
        CHECK_MESSAGE(sign.code == 0, sign.err);
        CHECK(accepted(last) == std::string{"taken"});
    }
}

TEST_CASE("what is said after an acceptance waits, and what was accepted waits again when that is withdrawn") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    site.set_time("2026-11-23 23:20");
    REQUIRE(site.run({"patrol", "explain", "21:00", "at the gate", "--by", "zw"}).code == 0);  // 7
    site.set_time("2026-11-23 23:40");
    REQUIRE(site.run({"accept", "7", "--by", "Wang"}).code == 0);  // 8
    CHECK(says(slots_of_night(site), "2026-11-23 21:00,explained,,,,,,,Wang,at the gate,Zhang Wei,,"));
    site.set_time("2026-11-23 23:45");
    REQUIRE(site.run({"patrol", "explain", "22:00", "was asleep", "--at", "23:35", "--by", "zw"}).code == 0);  // 9
    CHECK(says(slots_of_night(site), "2026-11-23 22:00,explained,,,,,,,,was asleep,Zhang Wei,own_word,"));
    CHECK(says(site.run({"accept"}).out, "own word 1. Another accepts it: onduty accept 5"));
    REQUIRE(site.run({"accept", "5", "--by", "Wang"}).code == 0);  // 10
    CHECK(site.run({"accept"}).code == 0);
    REQUIRE(site.run({"correct", "8", "--void", "--reason", "not looked at", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"accept"}).out, "Zhang Wei      7  own word"));
    CHECK_FALSE(says(site.run({"accept"}).out, "Zhang Wei      9  own word"));
}

TEST_CASE("an acceptance hinders nobody to put the end of a round right") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    site.set_time("2026-11-23 23:30");
    const auto late = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "zw", "--reason", "no light"});
        return site.run(std::move(words)).code;
    };
    REQUIRE(late({"patrol", "start", "night", "--at", "21:05"}) == 0);  // 7
    REQUIRE(late({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "--at", "21:20"}) == 0);
    REQUIRE(late({"patrol", "end", "--at", "21:21"}) == 3);  // 16
    site.set_time("2026-11-23 23:45");
    REQUIRE(site.run({"accept", "7", "--by", "Wang"}).code == 0);
    CHECK(late({"correct", "16", "--void"}) == 0);
    CHECK(late({"patrol", "point", "P09", "--at", "21:20"}) == 0);
    CHECK(late({"patrol", "end", "--at", "21:21"}) == 0);
    CHECK(site.run({"accept"}).code == 3);  // with another point that was claimed since
}

// Rounds of a night told at random, typed at random, accepted at random: what waits, and what was accepted, against a
// list that is kept by hand.
TEST_CASE("what waits is what was claimed when its rule had asked again, and not accepted since") {
    for (std::uint64_t seed = 1; seed <= test::turns(std::uint64_t{3}); ++seed) {
        Dice dice{seed};
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
        struct Told {
            EntryNumber entry;
            bool waits;
            bool accepted = false;
        };
        std::map<int, Told> told;  // by hours after 21:00
        for (int now = 0; now < 12; ++now) {
            const int back = static_cast<int>(dice.between(0, 3));
            const int hour = now - back;
            const auto local = [](int hours, int minute) {
                return "2026-11-2" + std::string{hours < 3 ? "3 " : "4 "} + (hours < 3 ? "2" : "0") +
                       std::to_string(hours < 3 ? hours + 1 : hours - 3) + (minute < 10 ? ":0" : ":") +
                       std::to_string(minute);
            };
            site.set_time(local(now, 58));
            if (hour >= 0 && told.count(hour) == 0) {
                // The last of the night is asked again an interval later; each is due at the full hour.
                told[hour] = {claim_round(site, local(hour, 0), local(hour, 20)), back > 0};
            }
            if (dice.one_in(3) && !told.empty()) {
                auto& [at, one] = *std::next(told.begin(), dice.between(0, std::int64_t(told.size()) - 1));
                const bool waits = one.waits && !one.accepted;
                CHECK((site.run({"accept", std::to_string(one.entry), "--by", "Wang"}).code == 0) == waits);
                one.accepted = one.accepted || waits;
            }
            if (dice.one_in(6)) {
                const bool any = std::any_of(told.begin(), told.end(),
                                             [](const auto& one) { return one.second.waits && !one.second.accepted; });
                CHECK((site.run({"accept", "5", "--by", "Wang"}).code == 0) == any);
                for (auto& [at, one] : told) {
                    one.accepted = one.accepted || one.waits;
                }
            }
        }
        std::int64_t claimed = 0;
        std::int64_t accepted = 0;
        for (const auto& [at, one] : told) {
            claimed += one.waits ? 1 : 0;
            accepted += one.accepted ? 1 : 0;
        }
        CAPTURE(seed);
        CHECK(row_of_rounds(site).rfind("night-round,Night round,12,0,0,0," + std::to_string(told.size()) + "," +
                                            std::to_string(claimed) + "," + std::to_string(accepted) + ",0,",
                                        0) == 0);
        CHECK((site.run({"accept"}).code == 3) == (claimed > accepted));
    }
}

}  // namespace onduty
