// SPDX-License-Identifier: MIT
// What should note do?
#include <doctest/doctest.h>

#include <fstream>

#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Zhang Wei on duty with entry 5; it is 20:40 on Monday.
void start(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:40");
}

bool is_written(TestSite& site, const char* last) {
    return says(site.run({"verify"}).out, (std::string{"entries 1 to "} + last + ",").c_str());
}

}  // namespace

TEST_CASE("a task stands in due until it is done, and is told when it was late") {
    TestSite site;
    start(site);
    const Ran task = site.run({"note", "task", "修围栏", "--owner", "Li Na", "--until", "tomorrow 18:00"});
    CHECK(task.code == 0);
    CHECK(says(task.out, "#6 Task for Li Na: 修围栏. Due 2026-11-24 Tue 18:00. 2026-11-23 Mon 20:40, seal 6-"));
    CHECK(says(site.run({"due"}).out, "task: 修围栏 (Li Na)"));
    CHECK(site.run({"note"}).out == lines({
                                        "No.  State  Kind  What    Owner  Due",
                                        "  6  open   task  修围栏  Li Na  2026-11-24 18:00",
                                    }));
    site.set_time("2026-11-24 18:30");
    CHECK(says(site.run({"note", "list", "--owner", "Li Na"}).out, "OVERDUE"));
    CHECK(says(site.run({"due"}).out, "onduty note done 6"));
    CHECK(says(site.run({"note", "done", "6", "new posts set"}).out, "#8 Done: 修围栏. 30 min after it was due."));
    CHECK(site.run({"note"}).out == "No note is open. How one is written: onduty note --help\n");
    CHECK(says(site.run({"note", "list", "--all"}).out, "done"));
    const Ran again = site.run({"note", "done", "6"});
    CHECK(again.code == 4);
    CHECK(again.err == "onduty: Entry 6 is done already: entry 8.\n");
    CHECK(says(site.run({"note", "show", "６"}).out, "  #8 2026-11-24 Tue 18:30 Zhang Wei done #6 \"new posts set\""));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what is wrong with a note is said, and nothing is written") {
    TestSite site;
    start(site);
    // A day alone is its closing time; today's is over.
    CHECK(says(site.run({"note", "task", "x", "--until", "2026-11-27", "--dry-run"}).out, "2026-11-27 Fri 20:30"));
    for (const char* day : {"fri", "周五", "11-27"}) {
        CHECK(says(site.run({"note", "task", "x", "--until", day, "--dry-run"}).out, "2026-11-27 Fri 20:30"));
    }
    CHECK(says(site.run({"note", "task", "x", "--until", "tomorrow", "--dry-run"}).out, "2026-11-24 Tue 20:30"));
    CHECK(says(site.run({"note", "task", "x", "--until", "today"}).err, "lies before 2026-11-23"));
    CHECK(site.run({"note", "task", "x", "--until", "2026-11-20"}).code == 2);
    CHECK(says(site.run({"note", "task", "x", "--until", "2026-11-20"}).err, "lies before 2026-11-23"));
    CHECK(site.run({"note", "task", "x", "--until", "soon"}).code == 2);
    CHECK(site.run({"note", "task", "x"}).code == 2);
    CHECK(site.run({"note", "task", " ", "--until", "22:00"}).code == 2);
    CHECK(says(site.run({"note", "task", "x", "--until", "22:00", "--owner", "Nobody"}).err, "no person \"Nobody\""));
    CHECK(site.run({"note", "task", "x", "--until", "22:00", "--about", "99"}).code == 2);
    CHECK(site.run({"note", "drill", "fire", "--people", "3"}).code == 2);
    CHECK(site.run({"note", "drill", "fire", "--people", "3", "--result", "good"}).code == 2);
    CHECK(site.run({"note", "drill", "fire", "--people", "0", "--result", "ok"}).code == 2);
    CHECK(site.run({"note", "drill", "fire", "--people", "０", "--result", "ok"}).code == 2);
    CHECK(says(site.run({"note", "drill", "fire", "--people", "三", "--result", "ok"}).err, "--people needs a number"));
    CHECK(site.run({"note", "drill", "fire", "--people", "3", "--result", "fault"}).code == 2);
    CHECK(says(site.run({"note", "drill", "fier", "--people", "3", "--result", "ok"}).err, "Did you mean fire?"));
    CHECK(site.run({"note", "supplier", "Acme", "lift", "--promise", "comes"}).code == 2);
    CHECK(site.run({"note", "supplier", "Acme", "lift", "--until", "22:00"}).code == 2);
    CHECK(site.run({"note", "minutes", "x", "--people", "3", "--meeting", "secret"}).code == 2);
    CHECK(site.run({"note", "event", "x", "2026-11-20 10:00", "--people", "3"}).code == 2);
    CHECK(site.run({"note", "event", "x", "22:00", "--people", "3", "--place", "P77"}).code == 2);
    CHECK(site.run({"note", "release", "sofa=0", "--for", "x", "--approved-by", "Wang"}).code == 2);
    CHECK(site.run({"note", "done", "5"}).code == 2);
    CHECK(site.run({"note", "done", "99"}).code == 2);
    CHECK(site.run({"note", "show", "5"}).code == 2);
    CHECK(site.run({"note", "show", "5x"}).code == 2);
    CHECK(site.run({"note", "done", ""}).code == 2);
    CHECK(site.run({"note", "list", "--kind", "letters"}).code == 2);
    CHECK(site.run({"note", "task", "x", "--until", "22:00", "--by", "Li Na"}).code == 4);
    CHECK(is_written(site, "5"));
}

TEST_CASE("mail waits a day for whom it is for, and the name from outside stays out of the log") {
    TestSite site;
    start(site);
    CHECK(says(site.run({"note", "mail", "挂号信", "--for", "2-1-301"}).out, "#6 挂号信 for 2-1-301 has come."));
    CHECK(says(site.run({"note", "mail", "parcel", "--for", "陈建国先生"}).out, "#7 parcel for 陈*生 has come."));
    CHECK(says(site.run({"note", "mail", "paper", "--for", "Wang"}).out, "#8 paper for Wang has come."));
    CHECK(says(site.run({"due"}).out, "mail: 挂号信 for 2-1-301"));
    CHECK_FALSE(says(site.run({"due"}).out, "OVERDUE"));
    CHECK(says(site.run({"note", "done", "7"}).err, "Who took it?"));
    site.set_time("2026-11-24 20:41");
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-24 20:40"));
    CHECK(says(site.run({"note", "list", "--json"}).out, "\"state\":\"overdue\""));
    CHECK(says(site.run({"note"}).out, "2026-11-24 20:40"));
    CHECK(says(site.run({"report", "week", "--block", "notes", "--csv"}).out, "mail,3,0,0,0,0,3"));
    CHECK(says(site.run({"report", "week", "--block", "open-items", "--csv"}).out, "2026-11-24 20:40"));
    CHECK(says(site.run({"note", "done", "7", "--to", "陈建国先生"}).out,
               "#10 parcel for 陈*生, handed to 陈*生 after 24 h 1 min."));
    CHECK(says(site.run({"note", "done", "8", "--to", "Wang"}).out, "handed to Wang"));
    CHECK_FALSE(says(site.run({"log", "--json"}).out, "陈建国"));
    CHECK_FALSE(says(site.run({"note", "show", "7"}).out, "陈建国"));
    CHECK(site.run({"note", "done", "6", "--to", "xi", "--at", "2026-11-23 20:00", "--reason", "forgot"}).code == 4);
}

TEST_CASE("an event is looked back on with words and is overdue a day after it") {
    TestSite site;
    start(site);
    CHECK(says(site.run({"note", "event", "owners' day", "2026-11-24 14:00", "--people", "40", "--place", "P04"}).out,
               "#6 Event 2026-11-24 Tue 14:00: owners' day, people expected 40."));
    CHECK(says(site.run({"due"}).out, "onduty note show 6"));
    site.set_time("2026-11-25 14:01");
    CHECK(says(site.run({"due"}).out, "OVERDUE"));
    CHECK(says(site.run({"note", "done", "6"}).err, "How did it go?"));
    CHECK(site.run({"note", "done", "6", "35 came, chairs were enough"}).code == 0);
    CHECK(
        says(site.run({"log", "--kind", "event"}).out, "event Zhang Wei, people 40, 2026-11-24 14:00 \"owners' day\""));
}

TEST_CASE("a drill closes the wait for the one before of its kind, a training that of its topic") {
    TestSite site;
    start(site);
    const Ran drill = site.run({"note", "drill", "fire", "--people", "12", "--result", "正常", "--next", "2026-12-10"});
    CHECK(says(drill.out, "#6 Drill held, Fire: in order, people 12. Next 2026-12-10 Thu 20:30."));
    site.run({"note", "training", "fridge log", "--people", "3", "--by-whom", "Wang", "--next", "2026-12-05"});
    CHECK(says(site.run({"due"}).out, "onduty note drill fire ..."));
    CHECK(says(site.run({"due"}).out, "onduty note training \"fridge log\" ..."));
    site.set_time("2026-12-10 21:00");
    CHECK(says(site.run({"note", "drill", "fire", "alarm bell silent", "--people", "9", "--result", "fault"}).out,
               "Drill held, Fire: NOT in order, people 9."));
    CHECK_FALSE(says(site.run({"note"}).out, "  drill"));
    CHECK(site.run({"note", "training", "fridge log", "--people", "4"}).code == 0);
    CHECK(says(site.run({"note"}).out, "No note is open."));
    CHECK(says(site.run({"report", "month", "2026-11-01", "--block", "drills", "--csv"}).out,
               "2026-11-23,drill,Fire,12,ok,,,2026-12-10 20:30,6"));
    // A drill that is not held any more.
    site.run({"note", "drill", "evacuation", "--people", "9", "--result", "ok", "--next", "2026-12-12"});
    CHECK(says(site.run({"note", "done", "11"}).err, "Not held any more: onduty note done 11"));
    CHECK(site.run({"note", "done", "11", "the house is sold"}).code == 0);
}

TEST_CASE("a promise is open until it is kept, a contact without one waits for nothing") {
    TestSite site;
    start(site);
    CHECK(site.run({"note", "supplier", "Acme Lifts", "lift 2 stops", "--promise", "a mechanic comes", "--until",
                    "22:00", "--name", "刘工程师"})
              .code == 0);
    CHECK(site.run({"note", "supplier", "Acme Lifts", "price list"}).code == 0);
    CHECK(says(site.run({"due"}).out, "supplier: Acme Lifts, lift 2 stops: a mechanic comes"));
    CHECK(says(site.run({"note", "done", "7"}).err, "Entry 7 has no time and waits for nothing."));
    CHECK(site.run({"note", "done", "6"}).code == 0);
    CHECK_FALSE(says(site.run({"log", "--json"}).out, "刘工程师"));
}

TEST_CASE("minutes from standard input are one text, and the weekly meeting is held") {
    TestSite site;
    start(site);
    site.run({"checkin", "staff", "Wang"});
    site.set_time("2026-11-29 20:40");
    CHECK(says(site.run({"due"}).out, "Weekly meeting"));
    const Ran ran = site.run_with_input({"note", "minutes", "-", "--people", "6", "--by", "Wang"},
                                        "complaints: two\r\n\nlinen: counted on Friday\n", std::chrono::seconds{0});
    CHECK(says(ran.out, "#8 Minutes, department, people 6: complaints: two / linen: counted on Friday."));
    CHECK_FALSE(says(site.run({"due"}).out, "Weekly meeting"));
    CHECK(site.run_with_input({"note", "minutes", "-", "--people", "6"}, "\n", std::chrono::seconds{0}).code == 2);
    CHECK(site.run({"note", "minutes", "gate", "--people", "30", "--meeting", "业主", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"note", "show", "9"}).out, "owners"));
    CHECK(says(site.run({"report", "day", "2026-11-29", "--block", "notes", "--csv"}).out, "minutes,2,36,0,0,0,0"));
}

TEST_CASE("goods are counted at the gate by somebody else than who wrote the release") {
    TestSite site;
    start(site);
    site.run({"checkin", "staff", "Li Na"});
    const Ran out = site.run({"note", "release", "sofa=1", "椅子=4", "--for", "2-1-301", "--approved-by", "Wang",
                              "--until", "22:00", "--by", "Li Na"});
    CHECK(says(out.out, "#7 Goods out for 2-1-301: sofa 1, 椅子 4. Approved by Wang, until 2026-11-23 Mon 22:00."));
    CHECK(site.run({"note", "done", "7", "--by", "Li Na"}).code == 4);
    CHECK(says(site.run({"note", "done", "7", "counted", "--by", "zw"}).out,
               "Done: goods out, sofa 1, 椅子 4 for 2-1-301."));
}

TEST_CASE("withdrawn, a note is open no more") {
    TestSite site;
    start(site);
    site.run({"note", "task", "x", "--until", "22:00"});
    CHECK(site.run({"correct", "6", "--void", "--reason", "typed twice"}).code == 0);
    CHECK(says(site.run({"note"}).out, "No note is open."));
    CHECK(site.run({"note", "done", "6"}).code == 2);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a drill that the plan no longer has is proposed to be ended, not to be held") {
    TestSite site;
    start(site);
    REQUIRE(site.run({"note", "drill", "formation", "--people", "4", "--result", "ok", "--next", "2026-11-25"}).code ==
            0);
    site.set_time("2026-11-25 20:00");
    CHECK(says(site.run({"due"}).out, "onduty note drill formation ..."));
    std::string plan = site.plan();
    const auto table = plan.find("[[emergency]]                 # C5");
    REQUIRE(table != std::string::npos);
    plan.erase(table, plan.find("\n\n", table) - table);
    std::ofstream{site.file() + ".toml"} << plan;
    REQUIRE(site.run({"plan", "apply", site.file() + ".toml", "--reason", "no formations"}).code == 0);
    CHECK(says(site.run({"due"}).out, "onduty note done 6 \"...\""));
    CHECK(site.run({"note", "done", "6", "not held any more"}).code == 0);
}

TEST_CASE("what stands for a word that is to be typed is not recorded as one") {
    TestSite site;
    start(site);
    CHECK(says(site.run({"serve", "linen"}).out, "onduty serve linen sent NAME=4"));
    CHECK(says(site.run({"serve", "linen", "sent", "NAME=4"}).err, "stands for what you have to say"));
    CHECK(is_written(site, "5"));
}

TEST_CASE("an event is looked back on once it has begun, whatever is corrected, unless a clock is wrong") {
    TestSite site;
    start(site);
    REQUIRE(site.run({"note", "event", "owners' day", "2026-11-24 14:00", "--people", "40"}).code == 0);  // 6
    const auto refused = [&](std::vector<std::string> words, const char* why) {
        const std::string before = site.run({"log", "--csv"}).out;
        const Ran ran = site.run(std::move(words));
        CHECK_MESSAGE(ran.code == 4, ran.out);
        CHECK_MESSAGE(says(ran.err, why), ran.err);
        CHECK(site.run({"log", "--csv"}).out == before);
    };
    const char* before = "The event of entry 6 begins at 2026-11-24 Tue 14:00; nobody looks back on it before.";
    refused({"note", "done", "6", "35 came"}, before);
    site.set_time("2026-11-24 16:00");
    refused({"note", "done", "6", "35 came", "--at", "13:59", "--reason", "typed late"}, before);
    REQUIRE(site.run({"note", "done", "6", "35 came", "--at", "14:00", "--reason", "typed late"}).code == 0);  // 8
    refused({"correct", "8", "--time", "13:50", "--reason", "the wall clock"}, before);
    refused({"correct", "6", "--begin", "2026-11-24 17:00", "--reason", "typed wrongly"}, "Entry 8 looked back on it");
    REQUIRE(site.run({"correct", "8", "--void", "--reason", "too soon"}).code == 0);
    REQUIRE(site.run({"correct", "6", "--begin", "2026-11-24 17:00", "--reason", "typed wrongly"}).code == 0);
    refused({"correct", "8", "--restore", "--reason", "it was so"}, "begins at 2026-11-24 Tue 17:00");
    REQUIRE(site.run({"correct", "6", "--begin", "2026-11-24 13:00", "--reason", "typed wrongly"}).code == 0);
    CHECK(site.run({"correct", "8", "--restore", "--reason", "it was so"}).code == 0);

    // A clock that stands before what was recorded is wrong, and refuses nothing.
    const int concert =
        onduty::test::entry_of(site.run({"note", "event", "concert", "2026-11-24 16:30", "--people", "40"}));
    site.set_time("2026-11-24 12:00");
    const Ran behind = site.run({"note", "done", std::to_string(concert), "90 came"});
    CHECK_MESSAGE(behind.code == 0, behind.err);
}
