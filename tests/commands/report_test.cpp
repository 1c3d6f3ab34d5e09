// SPDX-License-Identifier: MIT
// What should report do?
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "support.hpp"
#include "time/time.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::read_text;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

void night_with_one_round(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:04");
    site.run({"patrol", "start"});
    site.set_time("2026-11-23 21:06");
    site.run({"patrol", "point", "P01", "--fault", "=1+1"});
    site.run({"patrol", "end"});
    site.set_time("2026-11-24 09:00");
}

}  // namespace

TEST_CASE("the sums of a night: nothing is silent") {
    TestSite site;
    night_with_one_round(site);
    CHECK(site.run({"report", "day", "2026-11-23", "--csv"}).out ==
          "rule,name,planned,on_time,early,late,typed_late,claimed,accepted,clock_in_doubt,missed,explained,incomplete,"
          "extra,pending,"
          "not_applicable,"
          "on_time_percent,overdue\r\n"
          "night-round,Night round,12,0,0,0,0,0,0,0,11,0,1,0,0,0,0.0,0\r\n"
          "closing-check,Closing check,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0.0,0\r\n"
          "floor,Floor inspection,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0.0,0\r\n");
}

TEST_CASE("a plan that came later does not make earlier slots due") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 09:00");
    CHECK(site.run({"report", "day", "2026-11-22", "--csv"}).out.find("night-round") == std::string::npos);
}

TEST_CASE("an old report stays as it was when the plan changes") {
    TestSite site;
    night_with_one_round(site);
    const std::string before = site.run({"report", "week", "2026-11-23", "--block", "slots", "--csv"}).out;
    site.set_time("2026-11-30 09:00");
    const std::string week = site.run({"report", "week", "2026-11-23", "--block", "slots", "--csv"}).out;
    CHECK(before != week);
    site.run({"plan", "add", "point", "P10", "Roof", "--route", "night"});
    std::string toml = site.plan();
    toml.replace(toml.find("every = 60"), 10, "every = 90");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, toml, std::chrono::seconds{0}).code == 0);
    CHECK(site.run({"report", "week", "2026-11-23", "--block", "slots", "--csv"}).out == week);
}

TEST_CASE("a round that no slot needed is extra on its day as in its week, while a rule has its route") {
    TestSite site;
    TestSite::start_night(site);
    const std::string toml = site.plan();
    REQUIRE(site.run({"plan", "remove", "rule", "night-round", "--by", "Wang"}).code == 0);
    site.set_time("2026-11-23 23:50");
    for (const char* action : {"start", "end"}) {
        site.run({"patrol", action});
    }
    site.set_time("2026-11-26 12:00");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, toml, std::chrono::seconds{0}).code == 0);
    site.set_time("2026-11-26 12:10");
    for (const char* action : {"start", "end"}) {
        site.run({"patrol", action});
    }
    site.set_time("2026-11-30 09:00");
    const auto extra_of = [&](const char* period, const char* date) {
        const std::string csv = site.run({"report", period, date, "--csv"}).out;
        const auto line = csv.find("night-round,");
        std::string cells = line == std::string::npos ? "" : csv.substr(line, csv.find("\r\n", line) - line);
        for (int column = 0; column < 13; ++column) {
            cells.erase(0, cells.find(',') == std::string::npos ? cells.size() : cells.find(',') + 1);
        }
        return cells.empty() ? 0 : std::stoi(cells);
    };
    CHECK(extra_of("day", "2026-11-22") == 0);
    // For the first the plan had no rule; the shift of the 23rd was stale when the second was walked.
    CHECK(extra_of("day", "2026-11-23") == 0);
    CHECK(extra_of("day", "2026-11-24") == 0);
    CHECK(extra_of("day", "2026-11-26") == 1);
    CHECK(extra_of("week", "2026-11-23") == 1);
}

TEST_CASE("a file for people has a mark, translated words and no formula") {
    TestSite site;
    night_with_one_round(site);
    const std::string file = site.directory() + "/log.csv";
    const Ran ran = site.run({"log", "--kind", "point", "-o", file});
    CHECK(ran.code == 0);
    const std::string text = read_text(file);
    CHECK(text.substr(0, 3) == "\xEF\xBB\xBF");
    CHECK(text.find("No.,Business date,") == 3);
    CHECK(text.find(",fault,,,'=1+1,") != std::string::npos);
    CHECK(site.run({"log", "--kind", "point", "--csv"}).out.find(",fault,,,=1+1,") != std::string::npos);
    struct stat facts {};
    CHECK(::stat(file.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    CHECK(site.run({"log", "-o", file}).code == 4);
    CHECK(site.run({"log", "-o", file, "--force"}).code == 0);
}

TEST_CASE("the summary fits on 80 columns and ends with seal and limits") {
    TestSite site;
    night_with_one_round(site);
    const Ran ran = site.run({"report", "week", "2026-11-23"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("Sales office, week 2026-W48, 2026-11-23 to 2026-11-29\n") == 0);
    CHECK(ran.out.find("\n  2026-11-23 22:00 to 2026-11-24 08:00  Night round, 11 times\n") != std::string::npos);
    CHECK(ran.out.find("A log proves who said what and when, not that somebody stood at a door.\n") !=
          std::string::npos);
    std::size_t begin = 0;
    for (auto end = ran.out.find('\n'); end != std::string::npos; begin = end + 1, end = ran.out.find('\n', begin)) {
        CHECK_MESSAGE(end - begin <= 80, ran.out.substr(begin, end - begin));
    }
}

TEST_CASE("checklists by day, and the points of each person, also after a correction") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"patrol", "check", "closing", "all", "--fixed", "1=off", "--na", "8=none", "--by", "zw"}).code ==
            0);
    REQUIRE(site.run({"checkin", "inspect", "zw", "all", "--fault", "9=long", "--na", "6=short"}).code == 0);
    REQUIRE(site.run({"checkin", "inspect", "zw", "1-6"}).code == 3);
    REQUIRE(site.run({"checkin", "inspect", "zw", "service", "all"}).code == 0);
    CHECK(site.run({"report", "day", "--block", "checks", "--csv"}).out ==
          "business_date,checklist,name,done,incomplete,items,ok,fixed,faults,not_applicable,score_percent\r\n"
          "2026-11-23,closing,Closing check,1,0,8,6,1,0,1,100.0\r\n"
          "2026-11-23,grooming,Grooming,2,1,18,16,0,1,1,94.1\r\n"
          "2026-11-23,service,Service,1,0,10,10,0,0,0,100.0\r\n");
    const std::string head = "business_date,checklist,name,person,by,points,of,fixed,faults,not_applicable,entry\r\n";
    const std::string rest =
        "2026-11-23,grooming,Grooming,Zhang Wei,Wang,,,0,0,0,29\r\n"
        "2026-11-23,service,Service,Zhang Wei,Wang,10,10,0,0,0,36\r\n";
    CHECK(site.run({"report", "day", "--block", "inspections", "--csv"}).out ==
          head + "2026-11-23,grooming,Grooming,Zhang Wei,Wang,11,12,0,1,1,16\r\n" + rest);
    REQUIRE(site.run({"correct", "25", "--result", "ok", "--reason", "measured again", "--by", "Wang"}).code == 0);
    CHECK(site.run({"report", "day", "--block", "inspections", "--csv"}).out ==
          head + "2026-11-23,grooming,Grooming,Zhang Wei,Wang,12,12,0,0,1,16\r\n" + rest);
    REQUIRE(site.run({"correct", "16", "--void", "--reason", "wrong person", "--by", "Wang"}).code == 0);
    CHECK(site.run({"report", "day", "--block", "inspections", "--csv"}).out == head + rest);
    const std::string page = site.run({"report", "day"}).out;
    CHECK(page.find("\nChecklists\nBusiness date  Name           Times  Incomplete  Ok  Fixed  N/a  Score %\n") !=
          std::string::npos);
    CHECK(page.find("\nInspections\nBusiness date  Name      Person     By    Points  Of\n") != std::string::npos);
    CHECK(site.run({"report", "day", "2026-11-22", "--block", "checks", "--csv"}).out.find("closing") ==
          std::string::npos);
}

TEST_CASE("a report that is refused closes no day, and one that is written says what is in the file") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-26 12:00");
    const std::string file = site.directory() + "/week.txt";
    std::ofstream{file} << "mine";
    const auto closings = [&] { return site.run({"log", "--kind", "day-closed", "--csv"}).out; };
    const std::string before = closings();
    CHECK(site.run({"report", "week", "-o", file}).code != 0);
    CHECK(site.run({"report", "week", "nonsense"}).code == 2);
    CHECK(closings() == before);
    CHECK(says(site.run({"report", "week", "-o", file, "--force"}).err, "week.txt written, the whole page, seal "));
    CHECK(closings() != before);
    const std::string table = site.directory() + "/week.csv";
    CHECK(says(site.run({"report", "week", "-o", table}).err, "week.csv written, block patrol, rows "));
}

TEST_CASE("wrong words are answered with what there is") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"report", "wek"}).err.find("Did you mean week?") != std::string::npos);
    CHECK(site.run({"report", "week", "--block", "patrl"}).err.find("Did you mean patrol?") != std::string::npos);
    // An action without its command is named with it; of two characters none is near another.
    CHECK(says(site.run({"日报"}).err, "There is no command \"日报\", but: onduty report 日报"));
    CHECK(says(site.run({"接班"}).err, "onduty handover 接班"));
    CHECK_FALSE(says(site.run({"签退"}).err, "Did you mean"));
    CHECK_FALSE(says(site.run({"交接", "交班"}).err, "Did you mean"));
    CHECK(site.run({"report", "week", "2026-13-01"}).code == 2);
    CHECK(site.run({"report", "week", "--csv", "--json"}).code == 2);
    CHECK(site.run({"report", "week", "-o", site.directory() + "/week.xyz"}).code == 2);
    CHECK(site.run({"report", "week", "-o", "/nowhere/week.csv"}).code == 1);
}

TEST_CASE("JSON has machine names in every language") {
    TestSite site;
    night_with_one_round(site);
    site.language = "zh";
    const Ran ran = site.run({"report", "day", "2026-11-23", "--block", "slots", "--json"});
    CHECK(ran.out.find("[\n{\"business_date\":\"2026-11-23\",\"rule\":\"night-round\",\"due\":\"2026-11-23 "
                       "21:00\",\"state\":\"incomplete\"") == 0);
}

TEST_CASE("the block staff compares the rota with who was there") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* name : {"Ann", "Bea"}) {
        REQUIRE(site.run({"plan", "add", "staff", name, "--post", "front-desk", "--by", "Wang"}).code == 0);
    }
    const auto at = [&](const char* time, std::vector<std::string> words) {
        site.set_time(time);
        CHECK(site.run(std::move(words)).code == 0);
    };
    at("2026-11-24 08:00", {"checkin", "out", "zw"});
    at("2026-11-24 08:55", {"checkin", "staff", "Ann"});
    at("2026-11-24 09:17", {"checkin", "staff", "Bea"});
    at("2026-11-24 17:00", {"checkin", "out", "Ann"});
    at("2026-11-25 08:00", {"checkin", "out", "Bea"});
    at("2026-11-25 08:55", {"checkin", "staff", "Ann"});
    site.set_time("2026-11-25 10:00");
    const Ran ran = site.run({"report", "week", "--block", "staff", "--csv"});
    CHECK(ran.code == 0);
    // 8 h 5 min and 12 h 13 min: Bea forgot to go off, an hour after the window she was not there any more. On the 25th
    // 1 h 5 min so far.
    CHECK(ran.out ==
          "business_date,post,name,planned,present,hours,gap,minutes_late,minutes_short\r\n"
          "2026-11-23,night-guard,Night guard,,1,11.5,,,\r\n"
          "2026-11-24,bar,Bar,2,0,0,2,690,690\r\n"
          "2026-11-24,front-desk,Front desk,2,2,20.3,0,17,227\r\n"
          "2026-11-25,bar,Bar,2,0,0,2,60,60\r\n"
          "2026-11-25,front-desk,Front desk,2,1,1.08,1,60,60\r\n");
    const std::string week = site.run({"report", "week"}).out;
    CHECK(week.find("\nStaffing\nBusiness date  Post         Needed  Present  Hours  Gap  Min until full  Min short\n") !=
          std::string::npos);
    CHECK(site.run({"report", "day", "2026-11-24", "--block", "staff", "--csv"}).out ==
          "business_date,post,name,planned,present,hours,gap,minutes_late,minutes_short\r\n"
          "2026-11-24,bar,Bar,2,0,0,2,690,690\r\n"
          "2026-11-24,front-desk,Front desk,2,2,20.3,0,17,227\r\n");
    // Withdrawn, Bea was not there.
    REQUIRE(site.run({"log", "--kind", "duty-on", "--csv"}).out.find("\r\n11,") != std::string::npos);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(site.run({"correct", "11", "--void", "--all", "--reason", "was not there", "--by", "Wang"}).code == 0);
    CHECK(site.run({"report", "day", "2026-11-24", "--block", "staff", "--csv"})
              .out.find("front-desk,Front desk,2,1,8.08,1,690,690\r\n") != std::string::npos);
}

TEST_CASE("the foot names every version of the plan by which a slot of these days is judged") {
    TestSite site;
    TestSite::start_night(site);  // versions 1 to 4
    site.set_time("2026-11-24 01:30");
    std::string toml = site.plan();
    toml.replace(toml.find("every = 60"), 10, "every = 40");
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, toml, std::chrono::seconds{0}).code == 0);
    site.set_time("2026-11-24 10:00");
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out, "2026-11-24 01:40"));
    CHECK(says(site.run({"report", "day", "2026-11-23"}).out, "plan versions 1, 2, 3, 4, 5."));
    CHECK(says(site.run({"report", "day", "2026-11-24"}).out, "plan versions 5."));
}

TEST_CASE("a week or a month is written as its title has it") {
    TestSite site;
    TestSite::start_night(site);
    const auto title = [&](const char* span, const std::string& typed) {
        const Ran ran = site.run({"report", span, typed});
        return ran.code == 0 ? ran.out.substr(0, ran.out.find('\n')) : std::string{};
    };
    std::string week;
    // Over two turns of the year, 2026 having 53 weeks.
    for (onduty::Date date{std::chrono::year{2025} / 12 / 20};
         date < std::chrono::local_days{std::chrono::year{2027} / 1 / 20}; date += std::chrono::days{1}) {
        const std::string number = onduty::week_text(date);
        if (number != week) {
            CHECK_MESSAGE(title("week", number) == title("week", onduty::to_text(date)), number);
            week = number;
        }
    }
    CHECK(title("week", "2026-w12") == title("week", "2026-03-16"));
    CHECK(title("month", "2026-03") == title("month", "2026-03-16"));
    CHECK_FALSE(title("month", "2026-03").empty());
    for (const auto& [span, typed] : {std::pair{"week", "2026-W54"},
                                      {"week", "2025-W53"},
                                      {"week", "2026-W00"},
                                      {"month", "2026-13"},
                                      {"day", "2026-03"},
                                      {"month", "2026-W12"}}) {
        CHECK_MESSAGE(title(span, typed).empty(), typed);
    }
}
