// SPDX-License-Identifier: MIT
// What should handover do? Offer, accept, refuse, show.
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

std::string last_number(TestSite& site) {
    const Ran log = site.run({"verify"});
    const auto at = log.out.find("Seal ") + 5;
    return log.out.substr(at, log.out.find('-', at) - at);
}

// Whether nothing was written by `work`.
template <typename Work>
bool writes_nothing(TestSite& site, Work&& work) {
    const std::string before = last_number(site);
    work();
    return last_number(site) == before;
}

// Zhang Wei offers with entry 6 at 20:30; Li Na comes with entry 7.
void offer(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
}

}  // namespace

TEST_CASE("a handover is frozen by number and accepted by another person") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"handover", "show"}).out == "No handover waits to be accepted.\n");
    CHECK(site.run({"handover", "accept"}).code == 4);
    const Ran offer = site.run({"handover", "offer", "灯坏了"});
    CHECK(offer.code == 0);
    CHECK(offer.out.find("#6 Zhang Wei offers the handover of Night guard up to entry 5, seal 5-") == 0);
    CHECK(says(offer.out, "\nNote\n  灯坏了\n"));
    CHECK(offer.err ==
          "Nothing was recorded in this shift. If something happened, record it and say when with --at.\n");
    const Ran again = site.run({"handover", "offer"});
    CHECK(again.code == 4);
    CHECK(again.err ==
          "onduty: Night guard is offered already, entry 6 by Zhang Wei. The next shift types: onduty "
          "handover accept 6\n");
    CHECK(site.run({"handover", "show"}).code == 3);
    const Ran json = site.run({"handover", "show", "--json"});
    CHECK(json.code == 3);
    CHECK(says(json.out, "\"kind\":\"handover-offer\""));
    CHECK(says(site.run({"due"}).out, "Handover of Zhang Wei to be accepted"));
    CHECK(site.run({"handover", "accept"}).err ==
          "onduty: Nobody else is on duty to accept. First: onduty checkin staff NAME --post POST\n");
    CHECK(writes_nothing(site, [&] {
        const Ran own = site.run({"handover", "accept", "--by", "zw"});
        CHECK(own.code == 4);
        CHECK(own.err == "onduty: Zhang Wei offered it and cannot answer it too. Another person does.\n");
    }));
    site.run({"checkin", "staff", "Li Na"});
    site.set_time("2026-11-23 20:42");
    const Ran accept = site.run({"handover", "accept", "--note", "all right"});
    CHECK(accept.code == 0);
    CHECK(accept.out.find("#8 Li Na accepts the handover of Zhang Wei, 12 min after the offer. 2026") == 0);
    CHECK(says(accept.err, "Not counted before it was accepted: Radio, Torch, Fire extinguisher,"));
    CHECK(site.run({"handover", "show"}).code == 0);
    CHECK(says(site.run({"log"}).out, "handover accepted \"all right\" [uncounted]"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an offer waits in due until it is answered, overdue after the plan's time") {
    TestSite site;
    offer(site);
    site.set_time("2026-11-23 20:45");
    CHECK(says(site.run({"due"}).out, "now "));
    site.set_time("2027-03-01 09:00");
    const Ran due = site.run({"due"});
    CHECK(due.code == 3);
    CHECK(says(due.out, "OVERDUE  2026-11-23 20:45"));
    CHECK(says(due.out, "onduty handover accept"));
    const Ran late = site.run({"handover", "accept", "--by", "Li Na"});
    CHECK(late.code == 0);
    CHECK(says(late.out, "after the offer. TOO LATE."));
    CHECK_FALSE(says(site.run({"due"}).out, "Handover of"));
}

TEST_CASE("a refusal has a reason, closes the offer, and leaves the outgoing shift responsible") {
    TestSite site;
    offer(site);
    CHECK(writes_nothing(site, [&] {
        CHECK(site.run({"handover", "refuse"}).code == 2);
        CHECK(site.run({"handover", "refuse", "no"}).code == 2);
        CHECK(site.run({"handover", "refuse", " 。"}).code == 2);
        CHECK(site.run({"handover", "refuse", "I do not like it", "--by", "zw"}).code == 4);
    }));
    const Ran refuse = site.run({"handover", "refuse", "一台对讲机不见了"});
    CHECK(refuse.code == 0);
    CHECK(refuse.out.find("#8 Li Na refuses the handover of Zhang Wei: 一台对讲机不见了. 2026") == 0);
    CHECK(refuse.err ==
          "Zhang Wei stays responsible and on duty. Tell the supervisor; put it right, then: onduty "
          "handover offer --by A01\n");
    CHECK(site.run({"handover", "accept", "--by", "Li Na"}).code == 4);
    CHECK(says(site.run({"checkin", "list"}).out, "Zhang Wei"));
    CHECK(says(site.run({"handover", "show", "6"}).out, "Refused by Li Na at 2026-11-23 Mon 20:30: 一台对讲机不见了"));
    CHECK(site.run({"handover", "offer", "--by", "zw"}).code == 0);
    CHECK(says(site.run({"handover", "accept"}).out, "#10 Li Na accepts"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("offers of several posts go side by side") {
    TestSite site;
    offer(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "He Mei", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "He Mei"}).code == 0);
    REQUIRE(site.run({"handover", "offer", "--by", "Chen Jing"}).code == 0);  // entry 12
    const Ran which = site.run({"handover", "accept"});
    CHECK(which.code == 2);
    CHECK(which.err ==
          "onduty: Which handover?\n"
          "  Night guard, Zhang Wei, offered at 2026-11-23 20:30: onduty handover accept 6\n"
          "  Bar, Chen Jing, offered at 2026-11-23 20:30: onduty handover accept 12\n");
    const Ran shown = site.run({"handover"});
    CHECK(shown.code == 3);
    CHECK(says(shown.out, "Bar, Chen Jing, offered at 2026-11-23 20:30: onduty handover show 12"));
    CHECK(site.run({"handover", "accept", "cleaner"}).code == 4);
    CHECK(site.run({"handover", "accept", "5"}).code == 4);
    CHECK(site.run({"handover", "accept", "garage"}).code == 2);
    // The guards relieve each other, so none of them need say which.
    CHECK(says(site.run({"handover", "accept", "--by", "Li Na"}).out, "Li Na accepts the handover of Zhang Wei"));
    CHECK(says(site.run({"handover", "accept", "bar"}).out, "He Mei accepts the handover of Chen Jing"));
}

TEST_CASE("who is refused and has gone home is not said to be on duty, and the hint works") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "offer"}).code == 0);  // 6
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"checkin", "out", "A01"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    const Ran refuse = site.run({"handover", "refuse", "hall not locked", "--by", "Li Na"});
    CAPTURE(refuse.err);
    CHECK(says(refuse.err,
               "Zhang Wei stays responsible, and went off duty. Tell the supervisor. Who puts it right "
               "comes on duty first: onduty checkin staff A01, then: onduty handover offer --by A01"));
    CHECK(site.run({"checkin", "staff", "A01"}).code == 0);
    CHECK(site.run({"handover", "offer", "--by", "A01"}).code == 0);
}

TEST_CASE("an acceptance that is told late comes before what was counted after it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "offer"}).code == 0);  // 6
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"handover", "count", "all", "radio=5", "--of", "6", "--by", "Li Na"}).code == 3);
    site.set_time("2026-11-23 20:44");
    const Ran accept = site.run({"handover", "accept", "--at", "20:32", "--by", "Li Na"});
    CAPTURE(accept.err);
    CHECK(says(accept.out, "Li Na accepts the handover of Zhang Wei, 2 min after the offer."));
    CHECK(says(accept.err, "Not counted before it was accepted: Radio"));
    CHECK(says(site.run({"report", "day", "--block", "handover-items", "--csv"}).out, "Li Na,after"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the time of an offer is put right whatever others recorded before it") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run({"note", "task", "call the lift people", "--until", "23:00"}).code == 0);  // 6
    REQUIRE(site.run({"handover", "offer"}).code == 0);                                         // 7
    const Ran sooner = site.run({"correct", "7", "--time", "20:45", "--reason", "was at 20:45"});
    CHECK_MESSAGE(sooner.code == 0, sooner.err);
    CHECK(says(site.run({"handover", "show", "7"}).out, "20:45"));
}

TEST_CASE("who leaves before it is accepted is told that he stays responsible") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"handover", "offer"});
    const Ran ran = site.run({"checkin", "out", "zw"});
    CHECK(ran.code == 0);
    CHECK(ran.err ==
          "Nobody has accepted the handover of entry 6 yet: Zhang Wei stays responsible until somebody "
          "does. Who leaves without relief answers together with who comes.\n");
}

TEST_CASE("a handover that is refused hands nothing over, whether he goes home before or after that") {
    for (const bool goes_first : {false, true}) {
        CAPTURE(goes_first);
        TestSite site;
        TestSite::start_night(site);
        site.set_time("2026-11-24 06:00");
        REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);  // 6, 7: the day that is over
        REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
        const auto refuse = [&] {
            const Ran refused = site.run({"handover", "refuse", "hall not locked", "--by", "Li Na"});
            REQUIRE(refused.code == 0);
            return std::to_string(onduty::test::entry_of(refused));
        };
        const auto without = [&] {
            const std::string table = site.run({"report", "day", "2026-11-23", "--block", "handover", "--csv"}).out;
            CHECK(says(site.run({"due"}).out, "went off without a handover") == says(table, ",1,1\r\n"));
            return says(table, ",1,1\r\n");
        };
        if (!goes_first) {
            const std::string answer = refuse();
            const Ran out = site.run({"checkin", "out", "zw"});
            CHECK(says(out.err, ("The handover was refused, entry " + answer +
                                 ", and nobody took over. Who comes reads what happened with: onduty log --shift 5")
                                    .c_str()));
        } else {
            CHECK_FALSE(says(site.run({"checkin", "out", "zw"}).err, "refused"));
            CHECK_FALSE(without());
            site.set_time("2026-11-24 08:30");
            refuse();
        }
        CHECK(without());
        // As the refusal says: he comes back, puts it right and offers it again.
        site.set_time(goes_first ? "2026-11-24 09:00" : "2026-11-24 06:30");
        REQUIRE(site.run({"checkin", "staff", "zw"}).code == 0);
        REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
        CHECK_FALSE(without());
        REQUIRE(site.run({"handover", "refuse", "still not", "--by", "Li Na"}).code == 0);
        CHECK(without());
    }
}

TEST_CASE("going home without a handover is said, stands in due for a day, and is counted") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 06:00");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);  // 6, 7: the day that is over
    const Ran out = site.run({"checkin", "out", "zw", "--note", "tired"});
    CHECK(says(out.err, "No handover was offered in this shift. Who comes reads what happened with: onduty log --shift 5"));
    CHECK(says(site.run({"log"}).out, "off duty \"tired\""));
    CHECK(says(site.run({"due"}).out, "Zhang Wei (Night guard) went off without a handover  onduty log --shift 5"));
    CHECK(site.run({"log", "--shift", "5"}).code == 0);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "handover", "--csv"}).out,
               "night-guard,Night guard,0,0,0,0,0,0,,,1,1\r\n"));
    site.set_time("2026-11-24 13:50");
    REQUIRE(site.run({"handover", "offer", "--by", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "zw"}).code == 0);
    const Ran handed = site.run({"checkin", "out", "Li Na"});
    CHECK_FALSE(says(handed.err, "No handover"));
    CHECK(says(site.run({"report", "day", "2026-11-24", "--block", "handover", "--csv"}).out,
               "guard,Day guard,1,0,0,1,0,0,,,1,0\r\n"));
    site.set_time("2026-11-25 06:01");
    CHECK_FALSE(says(site.run({"due"}).out, "without a handover"));
    CHECK(site.run({"checkin", "out", "zw", "--forgotten"}).code == 2);
}

TEST_CASE("a withdrawn offer waits no more, a withdrawn answer never was") {
    TestSite site;
    offer(site);
    REQUIRE(site.run({"handover", "accept"}).code == 0);
    REQUIRE(site.run({"correct", "8", "--void", "--reason", "wrong button", "--by", "Li Na"}).code == 0);
    CHECK(site.run({"handover", "show"}).code == 3);
    REQUIRE(site.run({"correct", "6", "--void", "--reason", "too soon", "--by", "zw"}).code == 0);
    CHECK(site.run({"handover", "show"}).code == 0);
    CHECK(site.run({"handover", "show", "6"}).code == 2);
    CHECK(site.run({"handover", "show", "5"}).code == 2);
    CHECK(site.run({"handover", "show", "999"}).code == 2);
}

TEST_CASE("the words are understood in Chinese") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"交接", "提出"}).code == 0);
    site.run({"checkin", "staff", "Li Na"});
    CHECK(site.run({"交接", "清点", "全部", "--by", "Li Na"}).code == 0);
    CHECK(site.run({"交接", "拒绝", "灯没关"}).code == 0);
    CHECK(site.run({"交接", "提出", "--by", "zw"}).code == 0);
    CHECK(site.run({"交接", "接班"}).code == 0);
    CHECK(site.run({"交接", "查看"}).code == 0);
    CHECK(site.run({"交接", "交接单", "6"}).code == 0);
}

TEST_CASE("the corrected time of a handover is the same on the slip and in the list, and nothing is on time by it") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 21:03");
    REQUIRE(site.run({"handover", "count", "all", "--by", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    site.set_time("2026-11-23 21:30");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"correct", "6", "--time", "20:56", "--reason", "offered before", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"handover", "slip", "6"}).out, "2026-11-23 Mon 20:56 by Zhang Wei"));
    CHECK(says(site.run({"handover", "show", "6"}).out, "21:03, 7 min after the offer."));
    CHECK(says(site.run({"report", "day", "--block", "handover-list", "--csv"}).out,
               "2026-11-23 20:56,accepted,Li Na,7,"));
}

TEST_CASE("what is open is told with what it waits for and whose it is") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "offer", "wet floor"}).code == 0);
    REQUIRE(site.run({"patrol", "check", "closing", "all"}).code == 0);
    const std::string open = site.run({"report", "day", "--block", "open-items", "--csv"}).out;
    CHECK_MESSAGE(says(open, ",handover-offer,Night guard wet floor,Zhang Wei,"), open);
    CHECK_MESSAGE(says(open, ": to be signed,"), open);
}

TEST_CASE("an offer that is told for yesterday counts for yesterday, with what that shift wrote") {
    TestSite site;
    site.set_time("2026-11-22 08:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    onduty::test::bring_on_duty(site, {{"Tang Yi", "bar"}, {"Chen Jing", "bar"}});
    REQUIRE(site.run({"serve", "fridge", "4", "--by", "Tang Yi"}).code == 0);
    site.set_time("2026-11-22 20:50");
    for (const char* name : {"Tang Yi", "Chen Jing"}) {
        REQUIRE(site.run({"checkin", "out", name}).code == 0);
    }
    site.set_time("2026-11-23 08:30");
    for (const char* name : {"Tang Yi", "Chen Jing"}) {
        REQUIRE(site.run({"checkin", "staff", name}).code == 0);
    }
    const auto yesterday = [&](std::vector<std::string> words, const char* time, const char* by) {
        words.insert(words.end(), {"--at", std::string{"2026-11-22 "} + time, "--reason", "was busy", "--by", by});
        const Ran ran = site.run(std::move(words));
        CHECK_MESSAGE(ran.code == 0, ran.err);
        return ran;
    };
    const Ran offer = yesterday({"handover", "offer"}, "20:32", "Tang Yi");
    CHECK_FALSE(says(offer.err, "Nothing was recorded in this shift"));
    yesterday({"handover", "accept"}, "20:37", "Chen Jing");
    CHECK(says(site.run({"report", "day", "2026-11-22", "--block", "handover", "--csv"}).out, "bar,Bar,1,1,"));
    CHECK_FALSE(says(site.run({"report", "day", "2026-11-23", "--block", "handover", "--csv"}).out, "bar,Bar,"));
}

TEST_CASE("a slip counts what the shift wrote of what it hands over, and groups apart from vehicles") {
    TestSite site;
    site.set_time("2026-11-23 09:30");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    onduty::test::bring_on_duty(site, {{"Li", "guard"}, {"He", "guard"}});
    const auto li = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "Li"});
        const Ran ran = site.run(std::move(words));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran.out;
    };
    li({"checkin", "vehicle", "粤B12345"});
    li({"checkin", "contractor", "Wang", "--work", "lamp"});
    li({"checkin", "visit", "--party", "3", "--purpose", "look"});
    CHECK(says(li({"handover", "offer"}), "groups 1, people 3; calls 0; at the gate 0; vehicles and contractors 2"));
    REQUIRE(site.run({"handover", "accept", "--by", "He"}).code == 0);
    li({"checkin", "call", "asked for the price"});
    // The acceptance is of the other one.
    CHECK(says(li({"handover", "offer"}), "of this shift 2; groups 0, people 0; calls 1"));
}
