// SPDX-License-Identifier: MIT
// What should plan do?
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <fstream>

#include "book/plan_rows.hpp"
#include "plan/base.hpp"
#include "store/store.hpp"
#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

TEST_CASE("plan export gives back what was applied, comments included") {
    TestSite site;
    TestSite::start_night(site);
    const std::string toml = site.plan();
    CHECK(toml.find("# F4: a round every hour at night.") != std::string::npos);
    CHECK(toml.find("name = \"Zhang Wei\"") != std::string::npos);
    const Ran apply = site.run_with_input({"plan", "apply", "-"}, toml, std::chrono::seconds{0});
    CHECK(apply.code == 0);
    CHECK(apply.out == "Plan version 4 says that already. Nothing was recorded.\n");
    const std::string spelt = "# the guard of the yard\n" + toml;
    const Ran again = site.run_with_input({"plan", "apply", "-"}, spelt, std::chrono::seconds{0});
    CHECK(again.out.find("Plan version 5, by Wang.") != std::string::npos);
    CHECK(site.plan() == spelt);
}

TEST_CASE("a file that was exported before somebody changed the plan is refused with what was changed since") {
    TestSite site;
    TestSite::start_night(site);
    const std::string before = site.run({"plan", "export"}).out;
    CHECK(before.rfind("# onduty plan version 4\n", 0) == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Zhao Gang", "--post", "guard"}).code == 0);
    std::string hourly = site.run({"plan", "export"}).out;
    CHECK(hourly.rfind("# onduty plan version 5\n", 0) == 0);
    hourly.replace(hourly.find("every = 60"), 10, "every = 90");
    const auto apply = [&](const std::string& text) {
        return site.run_with_input({"plan", "apply", "-"}, text, std::chrono::seconds{0});
    };
    const Ran said = apply(hourly);
    CHECK(said.code == 0);
    CHECK(says(said.err, "Changed: ~ rule night-round Night round every 60 -> 90"));
    const Ran refused = apply(before);
    CHECK(refused.code == 4);
    CHECK(says(refused.err,
               "was exported from plan version 4, and it is 6 now: apply refuses it. Since then:\n  5: + "
               "staff A04 Zhao Gang"));
    CHECK(says(refused.err, "\n  6: ~ rule night-round Night round every 60 -> 90\n"));
    CHECK(says(site.run({"plan"}).out, "Zhao Gang"));
    // Its first line deleted, the whole of it is meant, but for people of whom the log knows.
    std::string whole = before.substr(before.find('\n') + 1);
    const Ran dropped = apply(whole);
    CHECK(dropped.code == 4);
    CHECK(says(dropped.err, "Left out:\n  A04 Zhao Gang"));
    whole += "[[staff]]\ncode = \"A04\"\nname = \"Zhao Gang\"\nposts = [\"guard\"]\nactive = false\n";
    CHECK(says(apply(whole).err, "- staff A04 Zhao Gang"));
    CHECK(says(site.run({"plan", "add", "staff", "Zhao Gang"}).out, "Zhao Gang is back as A04."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an older export is refused whatever an editor made of it, and check says so before") {
    TestSite site;
    TestSite::start_night(site);
    const std::string old = site.run({"plan", "export"}).out;
    REQUIRE(site.run({"plan", "add", "staff", "Zhao Gang", "--post", "guard"}).code == 0);
    std::string windows;
    for (const char letter : old) {
        windows += letter == '\n' ? "\r\n" : std::string(1, letter);
    }
    const std::string spaced = "  #  onduty plan version 4  \n" + old.substr(old.find('\n') + 1);
    for (const std::string& text : {old, "\xEF\xBB\xBF" + old, windows, "\xEF\xBB\xBF" + windows, "\n\n" + old,
                                    "# winter hours\n" + old, "\r\n# by hand\r\n" + windows, spaced}) {
        CAPTURE(text.substr(0, 60));
        const auto run = [&](std::vector<std::string> words) {
            return site.run_with_input(std::move(words), text, std::chrono::seconds{0});
        };
        CHECK(run({"plan", "apply", "-"}).code == 4);
        const Ran check = run({"plan", "check", "-"});
        CHECK(check.code == 3);
        CHECK(says(check.out, "was exported from plan version 4, and it is 5 now: apply refuses it."));
        CHECK(says(check.out, "5: + staff A04 Zhao Gang"));
        CHECK(says(run({"plan", "check", "-", "--json"}).out, "apply refuses it"));
    }
    const std::string now = site.run({"plan", "export"}).out;
    CHECK(site.run_with_input({"plan", "check", "-"}, now, std::chrono::seconds{0}).code == 0);
    const char* const whole = "The file does not say which version it was exported from";
    CHECK_FALSE(
        says(site.run_with_input({"plan", "apply", "-"}, now + "# more\n", std::chrono::seconds{0}).err, whole));
    CHECK(says(site.run_with_input({"plan", "apply", "-"}, site.plan() + "# most\n", std::chrono::seconds{0}).err,
               whole));
}

TEST_CASE("a plan with a byte-order mark is exported so that it can be checked and applied") {
    TestSite site;
    std::ofstream{site.file() + ".toml"}
        << "\xEF\xBB\xBF# onduty plan version 7\nformat = 1\n[site]\nname = \"x\"\nzone = \"Asia/Shanghai\"\n"
           "[[post]]\ncode = \"g\"\nname = \"Guard\"\n[[staff]]\ncode = \"1\"\nname = \"Li\"\nposts = [\"g\"]\n";
    REQUIRE(site.run({"init", "--plan", site.file() + ".toml"}).code == 0);
    {  // as an older program kept it
        onduty::Store store{site.file(), onduty::Store::Mode::write};
        store.begin();
        store.replace_part(onduty::text_row("\xEF\xBB\xBF# onduty plan version 7\n" + site.plan(), 1));
        store.commit();
    }
    const std::string exported = site.run({"plan", "export"}).out;
    CHECK(exported.rfind("# onduty plan version 1\nformat = 1\n", 0) == 0);
    CHECK(site.run_with_input({"plan", "check", "-"}, exported, std::chrono::seconds{0}).code == 0);
    CHECK(says(site.run_with_input({"plan", "apply", "-", "--by", "Li"}, exported, std::chrono::seconds{0}).out,
               "says that already"));
}

TEST_CASE("log NUMBER shows all that a version changed, of the site first and once") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.run({"plan", "export"}).out;
    for (std::size_t at = plan.find("name = \""); at != std::string::npos; at = plan.find("name = \"", at + 1)) {
        plan[at + 8] = static_cast<char>(std::tolower(static_cast<unsigned char>(plan[at + 8])));
    }
    plan.replace(plan.find("grace = 15"), 10, "grace = 20");
    const auto apply = [&](const std::string& text, std::vector<std::string> words) {
        words.insert(words.begin(), {"plan", "apply", "-"});
        return site.run_with_input(std::move(words), text, std::chrono::seconds{0});
    };
    const std::string all = apply(plan, {"--dry-run"}).err;
    const std::size_t first = all.find("Changed: ") + 9;
    std::vector<std::string> changes;
    for (std::size_t at = first; at < all.size() && all[at - 1] != '\n';) {
        const std::size_t end = std::min(all.find("; ", at), all.find('\n', at));
        changes.push_back(all.substr(at, end - at));
        at = all[end] == '\n' ? end + 1 : end + 2;
    }
    REQUIRE(changes.size() > 12);
    CHECK(changes.front() == "~ site grace 15 -> 20, name Sales office -> sales office");
    const Ran applied = apply(plan, {});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    const std::string number = std::to_string(onduty::test::entry_of(applied));
    CHECK(says(applied.err, (std::to_string(changes.size() - 12) + " more: onduty log " + number).c_str()));
    const std::string shown = site.run({"log", number}).out;
    for (const std::string& change : changes) {
        CHECK_MESSAGE(says(shown, (" " + change + "\n").c_str()), change);
    }
    CHECK(shown.find("grace") == shown.rfind("grace"));
}

TEST_CASE("what a plan asks for otherwise than it looks is said by check, apply and show") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    const auto check = [&] { return site.run_with_input({"plan", "check", "-"}, plan, std::chrono::seconds{0}).out; };
    const std::string usual = check();
    CHECK_FALSE(says(usual, "the minute at which"));
    plan +=
        "\n[[rota]]\npost = \"night-guard\"\npeople = 1\nfrom = \"20:00\"\nuntil = \"08:00\"\n"
        "[[rota.need]]\nweekdays = [1, 2, 3, 4, 5, 6, 7]\nat_once = 1\n";
    const char* const ends =
        "Night round is due at 08:00, the minute at which Night guard closes: it is missed where "
        "nobody stays for it.";
    CHECK(says(check(), ends));
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    CHECK_MESSAGE(says(applied.err, ends), applied.err);
    CHECK(says(site.run({"plan", "show"}).out, ends));
    CHECK_FALSE(says(site.run({"plan", "add", "point", "P10", "Roof", "--route", "night"}).err, ends));
}

TEST_CASE("closed days that leave nothing out are said to") {
    TestSite site;
    std::ofstream{site.file() + ".toml"}
        << "format = 1\n[site]\nname = \"x\"\nzone = \"Asia/Shanghai\"\nclosed_dates = [\"2026-12-25\"]\n"
           "[[post]]\ncode = \"g\"\nname = \"Guard\"\n[[staff]]\ncode = \"1\"\nname = \"Li\"\nposts = [\"g\"]\n"
           "[[point]]\ncode = \"p\"\nname = \"Gate\"\n[[route]]\ncode = \"r\"\nname = \"Round\"\npoints = [\"p\"]\n"
           "[[rule]]\ncode = \"n\"\nname = \"Round\"\nroute = \"r\"\nkind = \"every\"\nfrom = \"21:00\"\n"
           "until = \"05:00\"\nevery = 60\n";
    const Ran ran = site.run({"plan", "check", site.file() + ".toml"});
    CHECK_MESSAGE(says(ran.out, "Closed days are named, but no rule says closed_days"), (ran.out + ran.err));
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

TEST_CASE("people join and leave in one line, who left keeps his name in the log") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"plan", "add", "staff", "赵\"六\"", "--post", "bar"}).code == 0);
    CHECK(site.run({"checkin", "staff", "赵\"六\""}).code == 0);
    CHECK(site.run({"plan", "remove", "staff", "赵\"六\""}).code == 4);
    site.run({"checkin", "out", "赵\"六\""});
    CHECK(site.run({"plan", "remove", "staff", "赵\"六\"", "--by", "Wang"}).code == 0);
    CHECK(site.run({"checkin", "staff", "赵\"六\""}).code == 4);
    CHECK(site.run({"checkin", "staff", "赵"}).code == 2);
    CHECK(site.run({"log", "--kind", "duty-on"}).out.find("赵\"六\"") != std::string::npos);
    CHECK(says(site.run({"plan", "add", "staff", "Li Na"}).err, "Li Na (A02) is there already."));
    CHECK(site.run({"plan", "add", "staff"}).code == 2);
    CHECK(site.run({"plan", "add", "stuff", "x"}).code == 2);
}

TEST_CASE(
    "a post that the last person leaves is said in the answer, in due and by plan check until somebody takes it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Sun Li", "--post", "bar"}).code == 0);
    const Ran first = site.run({"plan", "remove", "staff", "Sun Li", "--by", "Wang"});
    CHECK(first.code == 0);
    CHECK_FALSE(says(first.err, "Nobody works any more"));
    CHECK_FALSE(says(site.run({"due"}).out, "nobody works there"));
    const Ran last = site.run({"plan", "remove", "staff", "Chen Jing", "--by", "Wang"});
    CHECK(says(last.err, "Nobody works any more at Bar (rules: "));
    CHECK(says(last.err, "onduty plan add staff \"...\" --post bar"));
    CHECK(says(site.run({"due"}).out, "Bar: nobody works there since 2026-11-23 20:30"));
    const auto checked = [&] {
        std::ofstream{site.directory() + "/plan.toml"} << site.plan();
        return site.run({"plan", "check", site.directory() + "/plan.toml"});
    };
    CHECK(checked().code == 0);
    CHECK(says(checked().out, "Does not count, nobody works there: Bar (rules: "));
    CHECK(site.run({"plan", "add", "staff", "...", "--post", "bar"}).code == 2);  // the words of the hint are nobody
    REQUIRE(site.run({"plan", "add", "staff", "Zhou Kai", "--post", "bar"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "nobody works there"));
    CHECK_FALSE(says(checked().out, "nobody works there: Bar"));
}

TEST_CASE("a plan in which somebody on duty has left is not applied, and says who and what to type") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    const std::size_t person = plan.find("name = \"Zhang Wei\"");
    REQUIRE(person != std::string::npos);
    plan.insert(person, "active = false\n");
    const Ran refused = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    CHECK(refused.code == 4);
    CHECK(says(refused.err,
               "Zhang Wei is on duty, and this plan says that Zhang Wei has left. First: onduty checkin out A01"));
    REQUIRE(site.run({"checkin", "out", "A01"}).code == 0);
    CHECK(site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0}).code == 0);
}

TEST_CASE("who left comes back under the old code, at the posts that are told or the old ones") {
    TestSite site;
    TestSite::start_night(site);
    const auto plan = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "plan");
        words.insert(words.end(), {"--by", "Wang"});
        return site.run(std::move(words));
    };
    REQUIRE(says(plan({"add", "staff", "Gus Dale", "--post", "bar"}).out, "joins as A04"));
    for (const bool told : {false, true}) {
        REQUIRE(plan({"remove", "staff", "Gus Dale"}).code == 0);
        REQUIRE(site.run({"checkin", "staff", "Gus Dale"}).code == 4);
        CHECK(says(plan({"add", "staff", "Gus Dale", "--code", "A09"}).err, "worked here before, as A04"));
        std::vector<std::string> back{"add", "staff", "gus  dale"};
        if (told) {
            back.insert(back.end(), {"--post", "guard", "--alias", "gd"});
        }
        const Ran ran = plan(back);
        CHECK_MESSAGE(says(ran.out, "Gus Dale is back as A04."), ran.err);
        CHECK(site.run({"checkin", "staff", told ? "gd" : "Gus Dale", "--post", told ? "guard" : "bar"}).code == 0);
        const std::string last = site.run({"log", "--last", "2"}).out;
        CHECK_MESSAGE(says(last, "Gus Dale"), last);
        REQUIRE(site.run({"checkin", "out", "A04"}).code == 0);
    }
    CHECK(site.run({"verify"}).code == 0);
    CHECK(says(site.run({"log", "--person", "Gus Dale"}).out, "duty"));
}

TEST_CASE("a checkpoint and an item join in one line") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(
        site.run({"plan", "add", "point", "P04B", "天台", "--route", "night", "--after", "P04", "--walk", "60"}).code ==
        0);
    CHECK(site.plan().find("\"P04\", \"P04B\", \"P05\"") != std::string::npos);
    CHECK(site.run({"plan", "add", "item", "closing", "Gas tap closed", "--code", "gas"}).code == 0);
    CHECK(site.run({"patrol", "check", "closing"}).out.find("   9  Gas tap closed\n") != std::string::npos);
    CHECK(site.run({"plan", "show"}).out.find("  P04B            天台\n") != std::string::npos);
}

TEST_CASE("rules go in one line and are due no longer, what was missed before stays") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:00");
    const Ran ran = site.run({"plan", "remove", "rule", "night-round", "Fire patrol"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("#6 No longer asked: Night round, Fire patrol. Plan version 5, by Wang. 2026-11-23 Mon 22:00") ==
          0);
    const std::string due = site.run({"due", "--json"}).out;
    CHECK(due.find("\"unexplained\",\"due\":\"2026-11-23 21:00\"") != std::string::npos);
    CHECK(due.find("2026-11-23 23:00") == std::string::npos);
    CHECK(due.find("Fire patrol") == std::string::npos);
    CHECK(site.run({"patrol", "start", "night"}).code == 0);
    CHECK(says(site.run({"plan", "remove", "rule", "night-round"}).err, "Night round was dropped from the plan."));
    CHECK(site.run({"plan", "remove", "rule"}).code == 2);
    CHECK(site.run({"plan", "remove", "point", "P01"}).code == 2);
}

TEST_CASE("plan show and plan check answer in JSON") {
    TestSite site;
    TestSite::start_night(site);
    const Ran show = site.run({"plan", "show", "--json"});
    CHECK(show.out.find("{\"family\":\"staff\",\"code\":\"A01\",\"name\":\"Zhang Wei\",\"version\":4}") !=
          std::string::npos);
    const std::string file = site.directory() + "/bad.toml";
    {
        std::ofstream out{file};
        out << "format = 2\n";
    }
    const Ran check = site.run({"plan", "check", file, "--json"});
    CHECK(check.code == 3);
    CHECK(check.out.find("\"line\":1,\"message\":") != std::string::npos);
}

TEST_CASE("plan rota says what does not add up") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"plan", "rota"});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == lines({
                         "Post        Weekdays  At once  Open h  Day h  On average  Person-days",
                         "Front desk  Mon-Thu         2  11.5        8  1.39                  8",
                         "Front desk  Fri-Sun         3  11.5        8  2.09                  9",
                         "Bar         Mon-Thu         2  11.5        8  1.39                  8",
                         "Bar         Fri-Sun         3  11.5        8  2.09                  9",
                         "",
                         "Front desk: 17 person-days a week needed, 3 people x 5 days give 15: 2 short.",
                         "Front desk, Mon-Thu: 2 at once cannot last 11.5 h on 8 h days: 1.39 on average.",
                         "Front desk, Fri-Sun: 3 at once cannot last 11.5 h on 8 h days: 2.09 on average.",
                         "Front desk: 195.5 h a week to fill every hour, 120 h available: 75.5 h short.",
                         "Bar: 17 person-days a week needed, 3 people x 5 days give 15: 2 short.",
                         "Bar, Mon-Thu: 2 at once cannot last 11.5 h on 8 h days: 1.39 on average.",
                         "Bar, Fri-Sun: 3 at once cannot last 11.5 h on 8 h days: 2.09 on average.",
                         "Bar: 195.5 h a week to fill every hour, 120 h available: 75.5 h short.",
                     }));
    CHECK(site.run({"plan", "rota", "--json"})
              .out.find("{\"post\":\"front-desk\",\"weekdays\":\"5 6 7\",\"at_once\":3,\"opening_hours\":\"11.5\","
                        "\"hours_per_day\":8,\"average\":\"2.09\",\"person_days\":9,\"people\":3,\"days_needed\":17,"
                        "\"days_available\":15,\"days_short\":2,\"hours_needed\":\"195.5\","
                        "\"hours_available\":\"120\",\"hours_short\":\"75.5\"}") != std::string::npos);
}

TEST_CASE("plan rota of a rota that adds up, of too few people, and of no rota") {
    TestSite site;
    TestSite::start_night(site);
    const std::string all = site.plan();
    const std::string head = all.substr(0, all.find("[[point]]"));
    const auto rota_of = [&](const std::string& rota) {
        const std::string toml =
            head +
            "[[staff]]\ncode = \"A01\"\nname = \"Zhang Wei\"\nposts = [\"night-guard\"]\n[[staff]]\ncode = "
            "\"A03\"\nname = \"Wang\"\nposts = [\"supervisor\"]\n[[staff]]\ncode = \"A02\"\nname = \"Li Na\"\n" +
            rota;
        const Ran apply = site.run_with_input({"plan", "apply", "-"}, toml, std::chrono::seconds{0});
        REQUIRE_MESSAGE(apply.code == 0, apply.err);
        return site.run({"plan", "rota"}).out;
    };
    const std::string need = "[[rota.need]]\nweekdays = [1, 2]\nat_once = 2\n";
    const std::string times = "from = \"22:00\"\nuntil = \"06:00\"\n";
    CHECK(rota_of("[[rota]]\npost = \"guard\"\npeople = 2\n" + times + need).find("\nDay guard: the rota adds up.\n") !=
          std::string::npos);
    CHECK(rota_of("[[rota]]\npost = \"guard\"\npeople = 1\n" + times + need)
              .find("\nDay guard, Mon Tue: 2 at once, more than the people of the post: 1.\n") != std::string::npos);
    CHECK(rota_of("") == "The plan has no [[rota]]. How one is written: man 5 onduty-plan\n");
    CHECK(site.run({"plan", "rota", "--json"}).out == "[]\n");
}

TEST_CASE("a hundred changes later export gives the same text, verify agrees, and a part that was changed is found") {
    TestSite site;
    TestSite::start_night(site);
    const std::string before = site.plan();
    const auto size = [&] { return onduty::test::read_text(site.file()).size(); };
    const auto small = size();
    for (int turn = 0; turn < 100; ++turn) {
        const char* day = turn % 2 == 0 ? "2027-03-31" : "2027-04-30";
        REQUIRE(site.run({"plan", "certificate", "Li Na", day}).code == 0);
    }
    CHECK(size() - small < 100 * 2000);
    const std::string after = site.plan();
    CHECK(after.size() == before.size() + std::string{"certificate = \"2027-04-30\"\n"}.size());
    CHECK(after.find("certificate = \"2027-04-30\"\n") != std::string::npos);
    CHECK(site.run({"plan"}).out.find("plan version 104 ") != std::string::npos);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a code that somebody had is never given to another") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(says(site.run({"plan", "add", "staff", "Wang Qiang", "--by", "Wang"}).out, "joins as A04"));
    REQUIRE(site.run({"plan", "remove", "staff", "A04", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"plan", "add", "staff", "Chen Jie", "--by", "Wang"}).out, "joins as A05"));
    // Nor by a file: of somebody who left, of a checkpoint, of a rule, of an item of a checklist.
    const auto apply = [&](std::string text, const std::string& what, const std::string& instead) {
        const std::size_t place = text.find(what);
        REQUIRE(place != std::string::npos);
        text.replace(place, what.size(), instead);
        return site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, text, std::chrono::seconds{0});
    };
    const std::string plan = site.plan();
    const Ran other = apply(plan, "name = \"Wang Qiang\"\nposts = []\nactive = false", "name = \"Zhao Gang\"");
    CHECK(other.code == 4);
    CHECK_MESSAGE(says(other.err, "The code A04 was that of Wang Qiang"), other.err);
    REQUIRE(site.run({"plan", "add", "point", "P99", "Roof", "--route", "night", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"plan", "add", "item", "closing", "Lift is down", "--by", "Wang"}).code == 0);
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    const Ran point = site.run({"plan", "add", "point", "P99", "Cellar", "--route", "night", "--by", "Wang"});
    CHECK(point.code == 4);
    CHECK_MESSAGE(says(point.err, "The code P99 was that of Roof, and the log has it. Give Cellar another one."), point.err);
    CHECK(site.run({"plan", "add", "point", "P99", "Roof", "--route", "night", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"plan", "remove", "rule", "closing-check", "--by", "Wang"}).code == 0);
    const Ran rule = site.run_with_input({"plan", "apply", "-", "--by", "Wang"},
                                         site.plan() + "[[rule]]\ncode = \"closing-check\"\nname = \"Coffee\"\nkind = "
                                                       "\"at\"\ntimes = [\"10:00\"]\nchecklist = \"closing\"\n",
                                         std::chrono::seconds{0});
    CHECK(rule.code == 4);
    CHECK_MESSAGE(says(rule.err, "The code closing-check was that of Closing check"), rule.err);
}

TEST_CASE("who leaves is told with what is still his, and a post that nobody is left for stands in the report") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"note", "task", "order bulbs", "--until", "2026-11-30", "--owner", "Li Na"}).code == 0);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "Li Na"}).code == 0);
    const Ran gone = site.run({"plan", "remove", "staff", "Li Na", "--by", "Wang"});
    CHECK(says(gone.err, "Still open of Li Na, for somebody else now:\n  #6 task Li Na, due 2026-11-30 20:30 order bulbs"));
    CHECK(says(gone.err, "Still out: Umbrella 7 to Li Na"));
    CHECK(says(gone.err, "Nobody works any more at Day guard"));
    CHECK(says(site.run({"report", "week", "--block", "left-posts", "--csv"}).out,
               "guard,Day guard,2026-11-23 20:30,"));
    CHECK(says(site.run({"report", "week"}).out, "\nNobody works there any more\n"));
    REQUIRE(site.run({"plan", "add", "staff", "Li Na", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(site.run({"report", "week"}).out, "Nobody works there any more"));
}

TEST_CASE("the plan of any day is given back as it was, and an entry says what its version changed") {
    TestSite site;
    TestSite::start_night(site);
    std::vector<std::pair<std::string, std::string>> exported;  // at a time
    const auto next = [&](const char* time, std::vector<std::string> words) {
        site.set_time(time);
        REQUIRE(site.run(std::move(words)).code == 0);
        exported.emplace_back(time, site.plan());
    };
    next("2026-11-24 10:00", {"plan", "add", "staff", "Wang Qiang", "--post", "guard", "--by", "Wang"});  // 7
    next("2026-11-25 10:00", {"plan", "remove", "rule", "handover", "--by", "Wang"});                     // 9
    site.set_time("2026-11-26 10:00");
    std::string edited = exported.back().second;
    edited.replace(edited.find("within = 15"), 11, "within = 5\n");
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, edited, std::chrono::seconds{0}).code ==
            0);  // 11
    exported.emplace_back("2026-11-26 10:00", edited);
    next("2026-11-27 10:00", {"plan", "remove", "staff", "Wang Qiang", "--by", "Wang"});  // 13
    site.set_time("2027-11-27 10:00");
    for (const auto& [time, text] : exported) {
        CHECK(onduty::plan_file(site.run({"plan", "export", "--at", time}).out).text == text);
        CHECK(site.run({"plan", "show", "--at", time}).code == 0);
    }
    CHECK(says(site.run({"plan", "--at", "2026-11-24 12:00"}).out, "Wang Qiang"));
    CHECK_FALSE(says(site.run({"plan"}).out, "Wang Qiang"));
    CHECK(says(site.run({"plan", "export", "--at", "2026-11-01 10:00"}).err, "There was no plan at"));
    CHECK(says(site.run({"log", "7"}).out, "Changed          + staff A04 Wang Qiang"));
    CHECK(says(site.run({"log", "9"}).out, "- rule handover"));
    CHECK(says(site.run({"log", "11"}).out, "within 15 -> 5"));
    CHECK(says(site.run({"log", "13"}).out, "- staff A04 Wang Qiang"));
}
