// SPDX-License-Identifier: MIT
// What should patrol start --with, sign, conduct, call and alarm do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Zhang Wei (night guard), Li Na (day guard) and Wang (supervisor) on duty; entries 5, 7 and 8; it is Tuesday, 10:00.
void start_day(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-24 10:00");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
}

// A fire patrol by Li Na, all points; answers the number of its first entry.
void walk_fire(TestSite& site, std::vector<std::string> more = {}) {
    std::vector<std::string> start{"patrol", "start", "fire", "--by", "Li Na"};
    start.insert(start.end(), more.begin(), more.end());
    REQUIRE(site.run(start).code == 0);
    REQUIRE(site.run({"patrol", "point", "P04", "P05", "P06", "P07", "P08", "P09", "--by", "Li Na"}).code == 0);
    REQUIRE(site.run({"patrol", "end", "--by", "Li Na"}).code == 0);
}

bool is_last(TestSite& site, const char* number) {
    return says(site.run({"verify"}).out, (std::string{"entries 1 to "} + number + ",").c_str());
}

}  // namespace

TEST_CASE("a fire patrol alone is remarked, with a second person it is not") {
    TestSite site;
    start_day(site);
    const Ran alone = site.run({"patrol", "start", "fire", "--by", "Li Na"});
    CHECK(alone.code == 0);
    CHECK(alone.err ==
          "Fire patrol wants 2 people. Walk with somebody: onduty patrol start fire --with NAME --by A02\n");
    site.run({"patrol", "end", "--by", "Li Na"});
    const Ran both = site.run({"patrol", "start", "fire", "--with", "zw", "--by", "Li Na"});
    CHECK(says(both.out, "Fire patrol begins for 10:00 with Zhang Wei: points 6, first P04"));
    CHECK(both.err.empty());
    CHECK(says(site.run({"log", "--kind", "companion"}).out, "second person Zhang Wei"));
    // Both entries are named, and each says what is corrected of it.
    const std::size_t dash = both.out.find('-');
    REQUIRE(dash < both.out.find(' '));
    const std::string round = both.out.substr(1, dash - 1);
    const std::string second = both.out.substr(dash + 1, both.out.find(' ') - dash - 1);
    CHECK(site.run({"correct", second, "--with", "Wang", "--reason", "it was Wang", "--by", "Li Na"}).code == 0);
    const Ran of_round = site.run({"correct", round, "--with", "zw", "--reason", "it was he", "--by", "Li Na"});
    CHECK(of_round.code == 4);
    CHECK_MESSAGE(says(of_round.err, ("has an entry of his own, and that is corrected: onduty log " + round).c_str()),
                  of_round.err);
    CHECK(says(of_round.err, "onduty patrol start --with NAME"));
}

TEST_CASE("the second person is somebody else, and on duty") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"patrol", "start", "night", "--with", "zw"}).code == 4);
    CHECK(site.run({"patrol", "start", "night", "--with", "Li Na"}).code == 4);
    CHECK(site.run({"patrol", "start", "night", "--with", "Nobody"}).code == 2);
    CHECK(is_last(site, "5"));
}

TEST_CASE("what is to be signed stands in one line a day, and is signed once, by somebody else") {
    TestSite site;
    start_day(site);
    walk_fire(site);  // 9 to 16
    site.set_time("2026-11-24 12:00");
    walk_fire(site);  // 17 to 24
    CHECK(says(site.run({"due"}).out, "To be signed: 2"));
    CHECK(says(site.run({"due"}).out, "onduty patrol sign 2026-11-24"));
    CHECK(says(site.run({"patrol", "sign"}).out, "  9  2026-11-24 10:00  Fire patrol  Li Na"));
    CHECK(says(site.run({"patrol", "sign", "9", "--by", "Li Na"}).err, "Li Na may not countersign."));
    CHECK(site.run({"patrol", "sign", "9", "refused", "--by", "Wang"}).code == 2);
    CHECK(says(site.run({"patrol", "sign", "16", "point P09 was dark", "--by", "Wang"}).out,
               "#25 Fire patrol of Li Na, entry 9: countersigned, point P09 was dark."));
    CHECK(says(site.run({"patrol", "sign", "9", "--by", "Wang"}).err, "Entry 9 is countersigned already: entry 25."));
    CHECK(says(site.run({"patrol", "sign", "全部"}).out, "#26 Fire patrol of Li Na, entry 17: countersigned."));
    CHECK(site.run({"patrol", "sign", "all"}).code == 4);
    CHECK_FALSE(says(site.run({"due"}).out, "To be signed"));
    CHECK(site.run({"patrol", "sign"}).out == "Nothing waits to be countersigned.\n");
    CHECK(site.run({"patrol", "sign", "5", "--by", "Wang"}).code == 2);
    CHECK(site.run({"patrol", "sign", "999", "--by", "Wang"}).code == 2);
    CHECK(site.run({"patrol", "sign", "soon", "--by", "Wang"}).code == 2);
    CHECK(is_last(site, "26"));
}

TEST_CASE("what waits for a signature waits until it is signed, however old") {
    TestSite site;
    start_day(site);
    walk_fire(site);                                                                      // 9 to 16
    REQUIRE(site.run({"patrol", "check", "closing", "all", "--by", "Li Na"}).code == 0);  // 17
    site.set_time("2026-11-25 09:00");
    for (const char* date : {"2026-11-24", "11-24", "11月24日", "yesterday", "昨天", "tue", "周二"}) {
        CAPTURE(date);
        CHECK(says(site.run({"patrol", "sign", date, "--by", "Wang", "--dry-run"}).out, "entry 9: countersigned."));
    }
    for (const char* day : {"2026-11-30 12:00", "2026-12-02 12:00", "2027-11-24 12:00"}) {
        site.set_time(day);
        CHECK(says(site.run({"due"}).out, "To be signed: 2"));
        CHECK(says(site.run({"due"}).out, "onduty patrol sign 2026-11-24"));
        CHECK(says(site.run({"patrol", "sign"}).out, "  9  2026-11-24 10:00  Fire patrol"));
        CHECK(says(site.run({"patrol", "sign"}).out, "Closing check"));
    }
    CHECK(says(site.run({"patrol", "sign", "2026-11-24", "--by", "Wang", "--dry-run"}).out, "entry 9: countersigned."));
    CHECK(site.run({"patrol", "sign", "17", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"due"}).out, "To be signed: 1"));
    CHECK(site.run({"patrol", "sign", "all", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "To be signed"));
    CHECK(site.run({"patrol", "sign"}).out == "Nothing waits to be countersigned.\n");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the time of a call that is still to come is not taken for yesterday's") {
    TestSite site;
    start_day(site);
    const auto phoned = [&](const char* time) {
        return site.run({"patrol", "incident", "broken", "--category", "theft", "--phoned", "Wang", "--phoned-at", time,
                         "--reason", "no power", "--by", "Li Na"});
    };
    CHECK(says(phoned("10:20").err, "\"10:20\" is later than 2026-11-2"));
    CHECK(phoned("21:30").code == 2);
    CHECK(phoned("23:30").code == 0);  // last night
    CHECK(phoned("09:50").code == 0);
    CHECK(phoned("yesterday 23:30").code == 0);
}

TEST_CASE("what waits for a signature stands on the slip, however long there is time for it, then and later") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"patrol", "check", "closing", "all", "--by", "zw"}).code == 0);
    const auto to_sign = [&] { return says(site.run({"handover", "show", "--by", "Wang"}).out, "To be signed: 1"); };
    REQUIRE(site.run({"handover", "offer", "--by", "Wang"}).code == 0);
    CHECK(to_sign());
}

TEST_CASE("a withdrawn signature is wanted again, and none for what was withdrawn or wants none") {
    TestSite site;
    start_day(site);
    walk_fire(site);  // 9 to 16
    REQUIRE(site.run({"patrol", "sign", "9", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"correct", "17", "--void", "--reason", "wrong round", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"due"}).out, "To be signed: 1"));
    REQUIRE(site.run({"correct", "9", "--void", "--all", "--reason", "was not there", "--by", "Li Na"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "To be signed"));
    CHECK(site.run({"patrol", "sign"}).out == "Nothing waits to be countersigned.\n");
    REQUIRE(site.run({"patrol", "start", "night", "--by", "zw"}).code == 0);
    site.run({"patrol", "end", "--by", "zw"});
    CHECK_FALSE(says(site.run({"due"}).out, "To be signed"));
}

TEST_CASE("an offered handover that is signed still waits to be accepted") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"handover", "offer", "--by", "Li Na"}).code == 0);  // 9
    REQUIRE(site.run({"patrol", "sign", "9", "--by", "Wang"}).code == 0);
    CHECK(site.run({"handover", "accept", "9", "--by", "zw"}).code == 0);
}

TEST_CASE("after a day a signature is overdue, and a refused one is given, too") {
    TestSite site;
    start_day(site);
    walk_fire(site);
    site.set_time("2026-11-25 10:01");
    CHECK(says(site.run({"due"}).out, "OVERDUE"));
    CHECK(says(site.run({"patrol", "sign", "9", "拒签", "P07 was not seen", "--by", "Wang"}).out,
               "entry 9: NOT signed, P07 was not seen."));
    CHECK(says(site.run({"patrol", "sign"}).out, "Nothing waits"));
    REQUIRE(site.run({"plan", "add", "staff", "Xu Li", "--post", "supervisor", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Xu Li"}).code == 0);
    CHECK(says(site.run({"patrol", "sign", "9", "--by", "Xu Li"}).err, "Wang refused to sign entry 9"));
}

TEST_CASE("nobody signs a round that he walked or walked along, or one that is open") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"plan", "add", "staff", "Xu Li", "--post", "supervisor"}).code == 0);  // 9
    REQUIRE(site.run({"patrol", "start", "fire", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"patrol", "sign", "10", "--by", "Wang"}).err, "Wang did entry 10 and cannot sign it too."));
    site.run({"patrol", "end", "--by", "Wang"});
    walk_fire(site, {"--with", "Wang"});
    CHECK(says(site.run({"patrol", "sign", "12", "--by", "Wang"}).err, "Wang was the second person of entry 12"));
    CHECK(says(site.run({"patrol", "sign", "all"}).err, "What waits is your own."));
    REQUIRE(site.run({"patrol", "start", "fire", "--by", "Li Na"}).code == 0);
    CHECK(says(site.run({"patrol", "sign", "21", "--by", "Wang"}).err, "The round of entry 21 is open."));
}

TEST_CASE("a conduct finding is noted by a supervisor only, and shown to supervisors only") {
    TestSite site;
    start_day(site);
    CHECK(site.run({"patrol", "conduct", "zw", "asleep", "--by", "Li Na"}).code == 4);
    CHECK(site.run({"patrol", "conduct", "zw", "lazy", "--by", "Wang"}).code == 2);
    CHECK(site.run({"patrol", "conduct", "zw", "other", "--by", "Wang"}).code == 2);
    CHECK(site.run({"patrol", "conduct", "Wang", "asleep", "--by", "Wang"}).code == 4);
    site.run({"checkin", "out", "Li Na", "--by", "Li Na"});
    CHECK(site.run({"patrol", "conduct", "Li Na", "asleep", "--by", "Wang"}).code == 4);
    CHECK(is_last(site, "9"));
    const Ran ran = site.run({"patrol", "conduct", "zw", "睡觉", "head on the desk", "--by", "Wang"});
    CHECK(says(ran.out, "#10 Noted of Zhang Wei: asleep, head on the desk. The log shows it to supervisors only."));
    for (const std::vector<std::string>& view : std::vector<std::vector<std::string>>{
             {"log", "--kind", "conduct"}, {"log", "--json"}, {"log", "10"}, {"log", "--csv"}}) {
        const std::string out = site.run(view).out;
        CHECK_FALSE(says(out, "head on the desk"));
        CHECK_FALSE(says(out, "asleep"));
    }
    CHECK_FALSE(says(site.run({"log", "5"}).out, "conduct"));
    CHECK(says(site.run({"log", "--kind", "conduct"}).out, "conduct finding"));
    CHECK(says(site.run({"log", "--kind", "conduct", "--by", "Wang"}).out,
               "conduct finding Zhang Wei asleep \"head on the desk\""));
    CHECK_FALSE(says(site.run({"log", "--kind", "conduct", "--by", "zw"}).out, "asleep"));
    CHECK(site.run({"report", "day", "--block", "conduct", "--csv"}).out ==
          "kind,number,business_date,person,by,words,typed_late,entry\r\nasleep,1,,,,,,\r\n");
    CHECK(says(site.run({"report", "day", "--block", "conduct", "--csv", "--by", "Wang"}).out,
               "asleep,1,2026-11-24,Zhang Wei,Wang,head on the desk,,10"));
    // Its words stay apart when they are corrected, and what they replace.
    CHECK(site.run({"correct", "10", "--note", "snored loudly", "--reason", "typing", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"report", "day", "--block", "conduct", "--csv", "--by", "Wang"}).out,
               "asleep,1,2026-11-24,Zhang Wei,Wang,snored loudly,,10"));
    CHECK_FALSE(says(site.run({"log", "--kind", "correction"}).out, "snored"));
    CHECK_FALSE(says(site.run({"log", "--kind", "correction", "--json"}).out, "head on"));
    CHECK(site.run({"correct", "10", "--person", "Wang", "--reason", "typing", "--by", "Wang"}).code == 4);
    CHECK(site.run({"correct", "10", "--void", "--reason", "was ill", "--by", "Wang"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a call without an answer stays overdue until he answers or it is said how it ended") {
    TestSite site;
    start_day(site);
    CHECK(says(site.run({"patrol", "call", "zw", "--by", "Wang"}).out, "#9 Zhang Wei answers."));
    CHECK(site.run({"patrol", "call", "zw", "--outcome", "well", "--by", "Wang"}).code == 4);
    const Ran none = site.run({"patrol", "call", "zw", "--no-answer", "--by", "Wang"});
    CHECK(says(none.out, "#10 Zhang Wei does NOT answer."));
    CHECK(says(none.err, "Call again, go there, send a second person, phone the police."));
    CHECK(says(site.run({"due"}).out, "  Zhang Wei does not answer"));
    site.set_time("2026-11-24 10:05");
    CHECK(says(site.run({"patrol", "call", "zw", "--no-answer", "--next", "sent Li Na", "--by", "Wang"}).out,
               "Zhang Wei does NOT answer. Next: sent Li Na."));
    // However old it is.
    site.set_time("2026-12-20 10:05");
    CHECK(says(site.run({"due"}).out, "Zhang Wei does not answer"));
    site.set_time("2026-11-24 10:20");
    CHECK(site.run({"patrol", "call", "zw", "--outcome", "x", "--no-answer", "--by", "Wang"}).code == 2);
    CHECK(site.run({"patrol", "call", "zw", "--next", "x", "--by", "Wang"}).code == 2);
    CHECK(site.run({"patrol", "call", "Nobody", "--by", "Wang"}).code == 2);
    CHECK(says(site.run({"patrol", "call", "zw", "--outcome", "radio was off", "--by", "Wang"}).out,
               "Zhang Wei, 20 min after the first call: radio was off."));
    CHECK_FALSE(says(site.run({"due"}).out, "does not answer"));
    CHECK(says(site.run({"report", "day", "--block", "calls", "--csv"}).out, "2026-11-24,3,1,2,1,0,0,\r\n"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a rule wants calls at night, and a round in the window satisfies it, too") {
    TestSite site;
    TestSite::start_night(site);
    const std::string rule =
        "\n[[rule]]\ncode = \"check-call\"\nname = \"Check call\"\nkind = \"every\"\nevent = \"check-call\"\n"
        "post = \"night-guard\"\nfrom = \"21:00\"\nuntil = \"08:00\"\nevery = 60\n";
    const std::string plan = site.plan() + rule;
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0}).code == 0);
    site.set_time("2026-11-23 21:00");
    CHECK(says(site.run({"due"}).out, "onduty patrol call NAME"));
    CHECK(site.run({"patrol", "call", "zw"}).code == 0);
    site.set_time("2026-11-23 22:05");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    site.set_time("2026-11-24 00:00");
    const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
    CHECK(says(slots, "2026-11-23,check-call,2026-11-23 21:00,on_time"));
    CHECK(says(slots, "2026-11-23,check-call,2026-11-23 22:00,on_time"));
    CHECK(says(slots, "2026-11-23,check-call,2026-11-23 23:00,missed"));
    CHECK(
        says(site.run({"report", "day", "2026-11-23", "--block", "calls", "--csv"}).out, "2026-11-23,1,1,0,0,0,1,65"));
    CHECK(site.run({"patrol", "explain", "23:00", "was on the stairs", "--rule", "check-call"}).code == 0);
}

TEST_CASE("an alarm is open until it is said whether it was real") {
    TestSite site;
    start_day(site);
    CHECK(site.run({"patrol", "alarm", "P09", "--by", "zw"}).code == 2);
    CHECK(site.run({"patrol", "alarm", "P99", "--kind", "fire", "--by", "zw"}).code == 2);
    CHECK(site.run({"patrol", "alarm", "P09", "--kind", "fire", "--result", "maybe", "--by", "zw"}).code == 2);
    const Ran alarm = site.run({"patrol", "alarm", "P09", "smoke head 3", "--kind", "fire", "--by", "zw"});
    CHECK(says(alarm.out, "#9 Alarm, Fire, P09 Fire pump and switch room. Go and see."));
    CHECK(says(site.run({"due"}).out, "  Alarm P09 Fire pump and switch room: real or false?"));
    CHECK(site.run({"patrol", "alarm", "9", "--by", "zw"}).code == 2);
    CHECK(site.run({"patrol", "alarm", "8", "--result", "false", "--by", "zw"}).code == 2);
    site.set_time("2026-11-24 10:04");
    CHECK(says(site.run({"patrol", "alarm", "9", "dust", "--result", "误报", "--by", "zw"}).out,
               "#10 Alarm, Fire, P09 Fire pump and switch room: false alarm, known after 4 min."));
    CHECK(site.run({"patrol", "alarm", "9", "--result", "real", "--by", "zw"}).code == 4);
    CHECK_FALSE(says(site.run({"due"}).out, "real or false?"));
    CHECK(says(site.run({"patrol", "alarm", "P01", "--kind", "intruder", "--result", "real", "--by", "zw"}).err,
               "Report it: onduty patrol incident \"...\" --category intruder --about 11"));
}

TEST_CASE("what comes later to an incident is in its page and its figures, and goes when it is withdrawn") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:00");
    const Ran report =
        site.run({"patrol", "incident", "phone stolen", "--category", "theft", "--needed", "ask the desk"});
    CHECK(says(report.err, "then: onduty patrol incident 1 --phoned NAME"));
    const auto block = [&] { return site.run({"report", "day", "2026-11-23", "--block", "incidents", "--csv"}).out; };
    const std::string before = block();
    CHECK(says(site.run({"patrol", "incident", "1", "--phoned", "Wang", "--phoned-at", "21:59"}).err,
               "The incident was at 2026-11-23 Mon 22:00, later than that."));
    CHECK(site.run({"patrol", "incident", "1", "--place", "P05"}).code == 2);
    CHECK(site.run({"patrol", "incident", "2", "--phoned", "Wang"}).code == 2);
    CHECK(block() == before);
    site.set_time("2026-11-23 22:09");
    const Ran phoned = site.run({"patrol", "incident", "1", "--phoned", "Wang", "--phoned-at", "22:07"});
    CHECK(says(phoned.out, "#7 Incident 1, Theft: told Wang (A03) by phone at 2026-11-23 22:07."));
    site.set_time("2026-11-23 22:30");
    REQUIRE(site.run({"patrol", "incident", "1", "--phoned", "Li Na", "--action", "searched the hall", "--needed",
                      "call the police"})
                .code == 0);
    CHECK(says(block(), "phone stolen,,Zhang Wei,Wang (A03),7,searched the hall,call the police,"));
    const std::string page = site.run({"patrol", "incident", "1"}).out;
    CHECK(says(page, "Reported to      Wang (A03), 2026-11-23 Mon 22:07, 7 min after it was found"));
    CHECK(says(page, "Details          phone stolen"));
    CHECK(says(
        page,
        "#8               2026-11-23 Mon 22:30, Zhang Wei: told Li Na (A02) by phone at 2026-11-23 22:30; searched "
        "the hall; to be done: call the police"));
    CHECK(site.run({"correct", "7", "--void", "--reason", "nobody answered"}).code == 0);
    CHECK(says(block(), "phone stolen,,Zhang Wei,Li Na (A02),30,searched the hall,call the police,"));
    CHECK(site.run({"correct", "8", "--void", "--reason", "another incident"}).code == 0);
    CHECK(block() == before);
    CHECK(site.run({"correct", "6", "--void", "--all", "--reason", "was found again"}).code == 0);
    CHECK(site.run({"correct", "8", "--restore", "--reason", "was right"}).code == 4);
}

TEST_CASE("an incident that nobody was told of stands in due until somebody was, however that is said") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto due = [&] { return says(site.run({"due"}).out, ": nobody was told"); };
    const int told =
        entry_of(site.run({"patrol", "incident", "smoke", "--category", "fire", "--phoned", "Wang", "--by", "zw"}));
    CHECK_FALSE(due());
    const int untold = entry_of(site.run({"patrol", "incident", "glass", "--category", "other", "--by", "zw"}));
    CHECK(says(site.run({"due"}).out, "Incident 2, Other: nobody was told  onduty patrol incident 2 --phoned \"...\""));
    CHECK(says(site.run({"report", "day", "--block", "open-items", "--csv"}).out, "incident,"));
    REQUIRE(site.run({"patrol", "incident", "2", "--action", "swept up", "--by", "zw"}).code == 0);
    CHECK(due());
    CHECK(site.run({"patrol", "incident", "2", "--phoned", "NAME", "--by", "zw"}).code == 2);
    const int step = entry_of(site.run({"patrol", "incident", "2", "--phoned", "Wang", "--by", "zw"}));
    CHECK_FALSE(due());
    const auto correct = [&](int entry, std::vector<std::string> how) {
        how.insert(how.begin(), {"correct", std::to_string(entry)});
        how.insert(how.end(), {"--reason", "was otherwise", "--by", "Wang"});
        const Ran ran = site.run(how);
        CHECK_MESSAGE(ran.code == 0, ran.err);
    };
    correct(step, {"--void"});
    CHECK(due());
    correct(step, {"--restore"});
    CHECK_FALSE(due());
    correct(told, {"--phoned", "-"});
    CHECK(due());
    correct(told, {"--phoned", "Li Na"});
    CHECK_FALSE(due());
    correct(step, {"--void"});
    correct(untold, {"--void", "--all"});
    CHECK_FALSE(due());
    CHECK(site.run({"verify"}).code == 0);
    site.set_time("2026-11-24 04:00");
    REQUIRE(site.run({"patrol", "incident", "drunk", "--category", "other", "--at", "22:00", "--reason", "was busy",
                      "--by", "zw"})
                .code == 0);
    CHECK(says(site.run({"patrol", "incident", "3"}).out, "2026-11-23 Mon 22:00, LATE, recorded 6 h 0 min after"));
    const auto block = [&] { return site.run({"report", "week", "--block", "incidents", "--csv"}).out; };
    CHECK(says(block(), ",drunk,2026-11-24 04:00,Zhang Wei,"));
    const int soon = entry_of(site.run(
        {"patrol", "incident", "spill", "--category", "other", "--at", "03:40", "--reason", "was busy", "--by", "zw"}));
    CHECK(says(block(), ",spill,2026-11-24 04:00,Zhang Wei,"));
    correct(soon, {"--time", "2026-11-24 03:50"});  // that makes nothing better
    CHECK(says(block(), ",spill,2026-11-24 04:00,Zhang Wei,"));
    // Put right further back than the grace, the page says of the same moment as the block how late that was.
    site.set_time("2026-11-24 04:30");
    correct(soon, {"--time", "2026-11-24 03:45"});
    CHECK(says(site.run({"patrol", "incident", "4"}).out, "2026-11-24 Tue 03:45, LATE, recorded 45 min after"));
    CHECK(says(block(), ",spill,2026-11-24 04:30,Zhang Wei,"));
}

TEST_CASE("of the calls about an incident the earliest counts, in whatever order they were typed and withdrawn") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:30");
    REQUIRE(site.run({"patrol", "incident", "smoke", "--category", "fire", "--at", "22:20"}).code == 0);  // 6
    const auto reported = [&] {
        const std::string line = site.run({"report", "day", "2026-11-23", "--block", "incidents", "--csv"}).out;
        const std::size_t name = line.find(",Zhang Wei,", line.find(",smoke,")) + 11;
        return line.substr(name, line.find(',', line.find(',', name) + 1) - name);
    };
    struct Call {
        const char* name;
        int at;  // minutes after 22:00
        const char* typed_with;
        const char* shown;
    };
    std::vector<std::pair<int, std::string>> calls;
    int number = 6;
    for (const Call& call : {Call{"Wang", 42, "--at", "Wang (A03)"},
                             {"Li Na", 31, "--phoned-at", "Li Na (A02)"},
                             {"Sun Li", 25, "--phoned-at", "Sun Li"},
                             {"Chen", 36, "--at", "Chen"}}) {
        site.set_time("2026-11-23 22:45");
        REQUIRE(site.run({"patrol", "incident", "1", "--phoned", call.name, call.typed_with,
                          "22:" + std::to_string(call.at), "--reason", "no power"})
                    .code == 0);
        ++number;
        calls.emplace_back(call.at, call.shown);
        const auto first = *std::min_element(calls.begin(), calls.end());
        CHECK(reported() == first.second + "," + std::to_string(first.first - 20));
        CHECK(site.run({"correct", std::to_string(number), "--time", "22:21", "--reason", "was sooner"}).code == 4);
        CHECK(site.run({"correct", std::to_string(number), "--note", "him", "--reason", "was him"}).code == 4);
        CHECK(site.run({"correct", std::to_string(number), "--phoned-at", "22:19", "--reason", "was sooner"}).code ==
              4);
    }
    // Not after the first call that counts; when that is withdrawn, not after the next one.
    CHECK(site.run({"correct", "6", "--time", "22:26", "--reason", "was later"}).code == 4);
    CHECK(site.run({"correct", "9", "--void", "--reason", "did not answer"}).code == 0);
    CHECK(reported() == "Li Na (A02),11");
    CHECK(site.run({"correct", "6", "--time", "22:26", "--reason", "was later"}).code == 0);
    CHECK(reported() == "Li Na (A02),5");
    CHECK(site.run({"correct", "9", "--restore", "--reason", "did answer"}).code == 4);
}

TEST_CASE("a round that its guard never ended waits to be signed once he comes anew") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"patrol", "start", "fire", "--by", "Li Na"}).code == 0);
    const std::string round = "To be signed";
    CHECK_FALSE(says(site.run({"due"}).out, round.c_str()));
    site.set_time("2026-11-24 19:55");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(says(site.run({"due"}).out, round.c_str()));
    CHECK(says(site.run({"report", "day", "--block", "open-items"}).out, "Fire patrol: to be signed"));
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(site.run({"patrol", "sign", "all", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, round.c_str()));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an incident about an alarm says that it was real, names the plan, and reads as a page") {
    TestSite site;
    start_day(site);
    CHECK(says(site.run({"patrol", "incident"}).out, "No incident was reported yet."));
    site.run({"patrol", "alarm", "P09", "--kind", "fire", "--by", "zw"});
    site.set_time("2026-11-24 10:06");
    const Ran ran = site.run(
        {"patrol", "incident",  "cable smoulders",  "--category", "fire",        "--place",     "P09",  "--phoned",
         "Wang",   "--action",  "power off",        "--needed",   "electrician", "--emergency", "fire", "--about",
         "9",      "--witness", "老赵 13800000000", "--by",       "zw",          "--at",        "10:01"});
    CHECK(says(ran.out, "#10 Incident 1, Fire: cable smoulders."));
    CHECK_FALSE(says(site.run({"due"}).out, "real or false?"));
    const std::string page = site.run({"patrol", "incident", "1"}).out;
    const std::string seal = ran.out.substr(ran.out.find("10-"), 12);
    CHECK(says(ran.out, (", seal " + seal + "\n").c_str()));
    CHECK(says(page, (", entry " + seal + "\n").c_str()));
    CHECK(says(page, "Incident 1: Fire\n"));
    CHECK(says(page, "Where            P09 Fire pump and switch room\n"));
    CHECK(says(page, "Reported to      Wang (A03), 2026-11-24 Tue 10:06, 5 min after it was found\n"));
    CHECK(says(page, "Emergency plan   Fire\n"));
    CHECK(says(page, "Came from        #9 alarm of the house Fire, P09"));
    CHECK_FALSE(says(page, "13800000000"));
    CHECK(says(site.run({"patrol", "incident", "1", "--by", "Wang"}).out, "老赵 13800000000"));
    CHECK(says(site.run({"patrol", "incident"}).out, "cable smoulders"));
    CHECK(site.run({"patrol", "incident", "2"}).code == 2);
    CHECK(site.run({"patrol", "incident", "x", "--category", "fire", "--about", "99", "--by", "zw"}).code == 2);
    CHECK(site.run({"patrol", "incident", "x", "--category", "fire", "--emergency", "flod", "--by", "zw"}).code == 2);
    CHECK(says(site.run({"report", "week", "--block", "incidents", "--csv"}).out,
               "1,2026-11-24 10:01,Fire,Fire pump and switch room,cable smoulders,,Zhang Wei,Wang (A03),5,power off,"
               "electrician,Fire,10"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("checkin inspect without a name lists who was inspected in this shift, and who not") {
    TestSite site;
    start_day(site);
    CHECK(says(site.run({"checkin", "inspect"}).out, "onduty checkin inspect A01"));
    REQUIRE(site.run({"checkin", "inspect", "zw", "all", "--by", "Wang"}).code == 0);
    const std::string list = site.run({"checkin", "inspect"}).out;
    CHECK_FALSE(says(list, "onduty checkin inspect A01"));
    CHECK(says(list, "onduty checkin inspect A02"));
    CHECK(says(list, "2026-11-24 10:00  Wang"));
}

TEST_CASE("a call without an answer ends as due says, also when the person left the staff") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"patrol", "call", "zw", "--no-answer", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    REQUIRE(site.run({"plan", "remove", "staff", "zw", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"due"}).out, "onduty patrol call A01 --outcome \"...\""));
    CHECK(
        says(site.run({"patrol", "call", "A01", "--outcome", "was asleep at home", "--by", "Wang"}).out, "Zhang Wei"));
    CHECK_FALSE(says(site.run({"due"}).out, "does not answer"));
}

TEST_CASE("how a call without an answer ended is his own word where he records it himself, and another accepts that") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"patrol", "call", "zw", "--by", "Wang", "--no-answer"}).code == 0);  // 9
    const Ran outcome = site.run({"patrol", "call", "zw", "--by", "A01", "--outcome", "was in the lift"});
    CHECK(says(outcome.out, "[own word]"));
    CHECK(says(site.run({"due", "--by", "Wang"}).out, "own word 1"));
    CHECK(says(site.run({"accept"}).out, "was in the lift"));
    CHECK(site.run({"correct", "10", "--void", "--reason", "not so", "--by", "A01"}).code == 4);
    CHECK(site.run({"accept", "10", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(site.run({"due", "--by", "Wang"}).out, "own word"));
    CHECK_FALSE(says(site.run({"log", "10"}).out, "[own word]"));
    // That he answers, too, where somebody had called in vain; not what another says, nor a sign of life.
    REQUIRE(site.run({"patrol", "call", "zw", "--by", "Wang", "--no-answer"}).code == 0);
    CHECK(says(site.run({"patrol", "call", "zw", "--by", "A01"}).out, "[own word]"));
    CHECK_FALSE(says(site.run({"patrol", "call", "zw", "--by", "A01"}).out, "[own word]"));
    REQUIRE(site.run({"patrol", "call", "zw", "--by", "Wang", "--no-answer"}).code == 0);
    CHECK_FALSE(says(site.run({"patrol", "call", "zw", "--by", "Wang", "--outcome", "well"}).out, "[own word]"));
    CHECK(site.run({"verify"}).code == 0);
}
