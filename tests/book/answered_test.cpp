// SPDX-License-Identifier: MIT
// Does what somebody typed stay as another answered it, and does nobody withdraw another's words along with his own?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::bring_on_duty;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// On duty: Ann (front desk), Bob (bar), Cai (show home), Wu (guard) and Sue (supervisor).
struct AnsweredHouse {
    TestSite site;

    AnsweredHouse() {
        site.set_time("2026-11-28 10:00");
        must({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"});
        bring_on_duty(site, {{"Ann", "front-desk"},
                             {"Bob", "bar"},
                             {"Cai", "show-home"},
                             {"Wu", "guard"},
                             {"Sue", "supervisor"}});
    }

    int must(std::vector<std::string> words) {
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return ran.out.find('#') == std::string::npos ? 0 : entry_of(ran);
    }

    Ran correct(int entry, std::vector<std::string> how, const std::string& by) {
        std::vector<std::string> words{"correct", std::to_string(entry)};
        words.insert(words.end(), how.begin(), how.end());
        words.insert(words.end(), {"--reason", "typed wrong", "--by", by});
        return site.run(words);
    }

    void refused(int entry, const std::vector<std::string>& how, const std::string& by, const char* why) {
        const std::string before = site.run({"log", "--csv"}).out;
        const Ran ran = correct(entry, how, by);
        CHECK_MESSAGE(ran.code == 4, ran.out);
        CHECK_MESSAGE(says(ran.err, why), ran.err);
        CHECK(site.run({"log", "--csv"}).out == before);
    }
};

}  // namespace

TEST_CASE("a step of a case is its doer's words until another went on with the case") {
    AnsweredHouse house;
    const int begun = house.must({"complain", "new", "repair", "tap", "--severity", "3", "--by", "Ann"});
    CHECK(house.correct(begun, {"--note", "bar tap"}, "Ann").code == 0);
    house.must({"complain", "dispatch", "C1", "Bob", "--by", "Ann"});
    const int done = house.must({"complain", "resolve", "C1", "new washer", "--cost", "500", "--by", "Bob"});
    CHECK(house.correct(done, {"--cost", "50"}, "Bob").code == 0);
    CHECK(says(house.site.run({"log"}).out, "\"50.00 instead of 500.00\""));
    house.refused(begun, {"--note", "sink"}, "Ann", "was answered: Bob recorded entry");
    house.must({"complain", "sign", "C1", "Sue", "ok", "--by", "Sue"});
    house.must({"complain", "archive", "C1", "--by", "Sue"});
    house.refused(done, {"--cost", "5000"}, "Bob", "was answered: Sue recorded entry");
    house.refused(done, {"--note", "whole kitchen"}, "Bob", "was answered: Sue recorded entry");
    house.refused(done, {"--void", "--all"}, "Bob", "was answered: Sue recorded entry");
    house.refused(begun, {"--void", "--all"}, "Ann", "was answered: Bob recorded entry");
    CHECK(house.correct(done, {"--cost", "55"}, "Sue").code == 0);
}

TEST_CASE("what another signed, counted, ordered or reported is not withdrawn along with one's own words") {
    AnsweredHouse house;
    const int came = house.must({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Ann"});
    const int ordered = house.must({"serve", "order", "V1", "tea=2", "--by", "Bob"});
    CHECK(house.correct(came, {"--party", "3"}, "Ann").code == 0);  // a drink takes nobody his words away
    house.refused(came, {"--void", "--all"}, "Ann",
                  ("With entry " + std::to_string(came) + " would go entry " + std::to_string(ordered) +
                   ", which is not of Ann. Who may: Sue.")
                      .c_str());
    CHECK(says(house.correct(came, {"--void", "--all"}, "Sue").out, "With it:"));
    CHECK(house.correct(came, {"--restore"}, "Sue").code == 0);

    const int incident = house.must({"patrol", "incident", "glass broken", "--category", "other", "--by", "Wu"});
    CHECK(house.correct(incident, {"--note", "window broken"}, "Wu").code == 0);
    house.must({"patrol", "incident", "1", "--phoned", "Sue", "--action", "sent glazier", "--by", "Sue"});
    house.refused(incident, {"--note", "nothing was"}, "Wu", "was answered: Sue recorded entry");
    house.refused(incident, {"--void", "--all"}, "Wu", "was answered: Sue recorded entry");
}

TEST_CASE("a point of a round that another signed is its guard's word no more") {
    AnsweredHouse house;
    const int round = house.must({"patrol", "start", "fire", "--by", "Wu"});
    const int fault = house.must({"patrol", "point", "P09", "--fault", "pump is loud", "--by", "Wu"});
    house.must({"patrol", "end", "--by", "Wu"});
    house.must({"patrol", "sign", std::to_string(round), "ok", "--by", "Sue"});
    house.refused(fault, {"--result", "ok"}, "Wu", "was answered: Sue recorded entry");
    house.refused(fault, {"--void"}, "Wu", "was answered: Sue recorded entry");
    CHECK(house.correct(fault, {"--note", "pump hums"}, "Sue").code == 0);
}

TEST_CASE("what another put right stays so, an offer of a handover takes nobody his words, an inspection is about him") {
    AnsweredHouse house;
    house.must({"plan", "add", "staff", "Zoe", "--post", "supervisor", "--by", "Sue"});
    house.must({"checkin", "staff", "Zoe"});
    const int came = house.must({"checkin", "visit", "--party", "4", "--purpose", "look", "--by", "Ann"});
    house.must({"handover", "offer", "noon", "--by", "Wu"});
    CHECK(house.correct(came, {"--party", "3"}, "Ann").code == 0);
    CHECK(house.correct(came, {"--party", "5"}, "Sue").code == 0);
    house.refused(came, {"--party", "4"}, "Ann", "was answered: Sue recorded entry");
    house.refused(came, {"--void"}, "Ann", "was answered: Sue recorded entry");

    // That the bar accepts, too, does not answer the desk's acceptance.
    house.must({"checkin", "notice", "a bus", "--party", "20", "--by", "Wu"});
    const int desk = house.must({"checkin", "accept", "V2", "--by", "Ann"});
    house.must({"checkin", "accept", "V2", "--by", "Bob"});
    CHECK(house.correct(desk, {"--void"}, "Ann").code == 0);

    const int check = house.must({"checkin", "inspect", "Sue", "all", "--fault", "9=nails too long", "--by", "Zoe"});
    house.refused(check, {"--void", "--all"}, "Sue", "is about Sue");
    house.refused(check + 9, {"--result", "ok"}, "Sue", "is about Sue");
    CHECK(house.correct(check, {"--void", "--all"}, "Zoe").code == 0);

    // Who may accept gives his own word of his coming and going all the same.
    house.site.set_time("2026-11-28 11:00");
    house.must({"checkin", "out", "Zoe"});
    house.site.set_time("2026-11-28 11:30");
    const int begun = house.must({"checkin", "staff", "Zoe"});
    const Ran own = house.correct(begun, {"--time", "11:10"}, "Zoe");
    CHECK_MESSAGE(says(own.out, "[own word]"), (own.out + own.err));
    CHECK(says(house.site.run({"accept"}).out, "Zoe"));
}

TEST_CASE("what follows from a declared clock or from a shift that was moved takes nobody his words") {
    AnsweredHouse house;
    house.site.set_time("2026-11-28 02:30");  // it is half past ten
    const int gate = house.must({"note", "task", "lock the gate", "--until", "2026-12-01 10:00", "--by", "Wu"});
    house.must({"clock", std::to_string(gate), "--was", "2026-11-28 10:30", "--reason", "flat battery", "--by", "Sue"});
    CHECK(house.correct(gate, {"--note", "lock the back gate"}, "Wu").code == 0);
    CHECK(house.correct(gate, {"--time", "10:29"}, "Wu").code == 0);
    CHECK(house.correct(gate, {"--void"}, "Wu").code == 0);

    // Who comes at six comes for the day; at half past four it is still the night of the day before.
    house.site.set_time("2026-11-28 11:00");
    house.must({"plan", "add", "staff", "Yan", "--post", "bar", "--by", "Sue"});
    house.site.set_time("2026-11-29 06:00");
    const int begin = house.must({"checkin", "staff", "Yan"});
    const int task = house.must({"note", "task", "fetch ice", "--until", "2026-12-01 10:00", "--by", "Yan"});
    REQUIRE(house.correct(begin, {"--time", "2026-11-29 04:30"}, "Sue").code == 0);
    REQUIRE(says(house.site.run({"log", std::to_string(task), "--csv"}).out, "2026-11-28"));
    CHECK(house.correct(task, {"--note", "fetch more ice"}, "Yan").code == 0);
}
