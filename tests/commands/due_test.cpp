// SPDX-License-Identifier: MIT
// What should due do?
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "book/played_day.hpp"
#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Only the rules of posts with people count.
void staff_bar_and_show_home(TestSite& site) {
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Liu Yang", "--post", "show-home"}).code == 0);
}

// What waits to be done of the things whose names begin with `word`, with state and due time: "now 2026-11-24 06:00 2".
std::set<std::string> waiting(const std::string& json, const std::string& word) {
    std::set<std::string> found;
    const auto field = [](const std::string& line, const std::string& name) {
        const std::size_t at = line.find("\"" + name + "\":\"") + name.size() + 4;
        return line.substr(at, line.find('"', at) - at);
    };
    std::istringstream rows{json};
    for (std::string line; std::getline(rows, line);) {
        if (line.find("\"what\":\"" + word) != std::string::npos && field(line, "state") != "unexplained") {
            found.insert(field(line, "state") + " " + field(line, "due") + field(line, "what").substr(word.size()));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("what is due at one time stands there at one time, whether it is cleaned, checked or read") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Zhao Min", "--post", "cleaner"}).code == 0);
    std::string rules;
    std::string items;
    int number = 0;
    for (const std::string kind :
         {"kind = \"period\"\nunit = \"day\"\n", "kind = \"period\"\nunit = \"week\"\n",
          "kind = \"period\"\nunit = \"week\"\ndue_day = 3\n", "kind = \"period\"\nunit = \"month\"\n",
          "kind = \"after\"\ndays = 3\n", "kind = \"at\"\ntimes = [\"12:00\", \"23:00\"]\nearly = 60\n"}) {
        const std::string which = std::to_string(++number);
        rules += "\n[[rule]]\ncode = \"r" + which + "\"\nname = \"Rule " + which + "\"\nchecklist = \"floor\"\n" + kind;
        items += "\n[[cleaning]]\ncode = \"i" + which + "\"\nname = \"Item " + which + "\"\narea = \"P05\"\n" + kind;
    }
    std::string plan = site.plan();
    const std::string cleaning = "\n[[cleaning]]";  // those of the built-in plan have times of their own
    for (auto at = plan.find(cleaning); at != std::string::npos; at = plan.find(cleaning)) {
        plan.erase(at, plan.find("\n[", at + cleaning.size()) - at);
    }
    plan += rules + items;
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    std::set<std::string> all;
    for (int hour = 0; hour < 7 * 24; hour += 3) {
        site.set_time("2026-11-" + std::to_string(24 + hour / 24) + (hour % 24 < 10 ? " 0" : " ") +
                      std::to_string(hour % 24) + ":30");
        const std::string json = site.run({"due", "--all", "--json"}).out;
        const std::set<std::string> of_rules = waiting(json, "Rule");
        CAPTURE(json);
        REQUIRE(of_rules == waiting(json, "Item"));
        all.insert(of_rules.begin(), of_rules.end());
    }
    // From the morning of the day, and not before.
    CHECK(all.count("now 2026-11-25 06:00 1") == 1);
    CHECK(all.count("now 2026-11-30 06:00 2") == 1);
    site.set_time("2026-11-25 08:00");
    CHECK(waiting(site.run({"due", "--json"}).out, "Rule") ==
          std::set<std::string>{"now 2026-11-26 06:00 1", "now 2026-11-26 06:00 3", "overdue 2026-11-24 06:00 5",
                                "soon 2026-11-25 12:00 6"});
}

TEST_CASE("due lists what is late first and says what to type") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:05");
    const Ran ran = site.run({"due"});
    CHECK(ran.code == 3);
    CHECK(ran.out == lines({
                         "State    Due               Min  What              Type",
                         "OVERDUE  2026-11-23 20:30  -35  Closing check     onduty patrol check closing",
                         "now      2026-11-23 21:00   -5  Night round       onduty patrol start night",
                         "now      2026-11-24 06:00  535  Floor inspection  onduty patrol check floor",
                         "later    2026-11-23 22:00   55  Night round       onduty patrol start night",
                     }));
}

TEST_CASE("who asks for himself while others are on duty is told commands that say so") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"note", "task", "mend the fence", "--owner", "Li Na", "--until", "tomorrow 18:00"}).code == 0);
    CHECK(site.run({"due", "--by", "zw"}).out.find("--by") == std::string::npos);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(site.run({"due"}).out.find("--by") == std::string::npos);
    CHECK(site.run({"due", "--by", "Li Na"}).out.find("onduty note done 6 --by 'Li Na'\n") != std::string::npos);
    CHECK(site.run({"note", "done", "6"}).code == 2);
    CHECK(site.run({"note", "done", "6", "--by", "Li Na"}).code == 0);
}

TEST_CASE("what is open stands in due also where the plan has no rule for it") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    for (const char* event : {"first-contact", "accept", "delivery"}) {
        const std::size_t at = plan.find(std::string{"event = \""} + event + "\"");
        REQUIRE(at != std::string::npos);
        const std::size_t begin = plan.rfind("[[rule]]", at);
        const std::size_t end = std::min(plan.find("\n[", at), plan.size());
        plan.erase(begin, end - begin);
    }
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "Wang"});
        return site.run(std::move(words)).code;
    };
    REQUIRE(run({"customer", "new", "--name", "Mo", "--class", "A", "--keeper", "Wang"}) == 0);
    REQUIRE(run({"checkin", "notice", "two people"}) == 0);
    REQUIRE(run({"checkin", "visit", "--party", "1", "--purpose", "look"}) == 0);
    REQUIRE(run({"serve", "order", "V2", "tea"}) == 0);
    site.set_time("2026-11-23 22:40");
    const std::string due = site.run({"due", "--all"}).out;
    CHECK(says(due, "V1 announced: accept"));
    CHECK(says(due, "V2: bring the order"));
    CHECK(says(due, "Wang: first contact with K"));
}

TEST_CASE("a miss stays in due until it is explained") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"patrol", "check", "closing", "all"});
    site.set_time("2026-11-23 22:00");
    const std::string due = site.run({"due"}).out;
    CHECK(due.find("MISSED  2026-11-23 21:00  ") != std::string::npos);
    CHECK(due.find("  onduty patrol explain \"2026-11-23 21:00\" \"...\"\n") != std::string::npos);
    CHECK(site.run({"due"}).code == 3);
    site.run({"patrol", "explain", "21:00", "accident at the gate"});
    // It is his own word until another accepts it; he himself is not told of it.
    CHECK(says(site.run({"due"}).out, "Zhang Wei, 2026-11-23: own word 1  onduty accept 5"));
    CHECK_FALSE(says(site.run({"due", "--by", "zw"}).out, "own word"));
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"accept", "5", "--by", "Wang"}).code == 0);
    CHECK(site.run({"due"}).code == 0);
    CHECK(site.run({"due"}).out.find("MISSED") == std::string::npos);
}

TEST_CASE("two misses of one time are told apart by their rules") {
    TestSite site;
    TestSite::start_night(site);
    staff_bar_and_show_home(site);
    site.run({"patrol", "check", "closing", "all"});
    site.set_time("2026-11-24 06:01");
    const std::string out = site.run({"due"}).out;
    CHECK(out.find("onduty patrol explain \"2026-11-23 20:30\" \"...\" --rule show-closing\n") != std::string::npos);
    CHECK(out.find("onduty patrol explain \"2026-11-23 20:30\" \"...\" --rule bar-closing\n") != std::string::npos);
    CHECK(out.find("onduty patrol explain \"2026-11-23 21:00\" \"...\"\n") != std::string::npos);
    CHECK(site.run({"patrol", "explain", "2026-11-23 20:30", "no bar", "--rule", "bar-closing"}).code == 4);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(site.run({"patrol", "explain", "2026-11-23 20:30", "no bar", "--rule", "bar-closing", "--by", "Wang"}).code ==
          0);
    CHECK(site.run({"due"}).out.find("onduty patrol explain \"2026-11-23 20:30\" \"...\"\n") != std::string::npos);
}

TEST_CASE("the bar opens by nine and closes from half past eight, with what is asked for") {
    TestSite site;
    TestSite::start_night(site);
    staff_bar_and_show_home(site);
    site.set_time("2026-11-24 08:10");
    const std::string due = site.run({"due"}).out;
    const auto line = due.find("2026-11-24 09:00");
    REQUIRE(line != std::string::npos);
    CHECK(due.substr(due.rfind('\n', line) + 1, 4) == "now ");
    CHECK(due.find("onduty patrol check bar-opening\n", line) != std::string::npos);
    CHECK(site.run({"patrol", "check", "bar-opening", "all"}).code == 0);
    site.set_time("2026-11-24 09:01");
    CHECK(site.run({"patrol", "check", "show-opening", "all", "--fixed", "3=plugged in"}).code == 0);
    site.set_time("2026-11-24 20:40");
    CHECK(site.run({"patrol", "check", "show-closing", "all"}).code == 0);
    CHECK(site.run({"patrol", "check", "bar-closing"}).out.find("   1  Cups and utensils washed and disinfected\n") !=
          std::string::npos);
    CHECK(site.run({"patrol", "check", "bar-closing", "1-4"}).code == 3);
    const std::string slots = site.run({"report", "day", "--block", "slots", "--csv"}).out;
    CHECK(slots.find("bar-opening,2026-11-24 09:00,on_time,") != std::string::npos);
    CHECK(slots.find("show-opening,2026-11-24 09:00,late,2026-11-24 09:01,1,") != std::string::npos);
    CHECK(slots.find("show-closing,2026-11-24 20:30,on_time,") != std::string::npos);
    CHECK(slots.find("bar-closing,2026-11-24 20:30,incomplete,") != std::string::npos);
}

TEST_CASE("without a command a terminal shows what is due, a pipe gets the help") {
    TestSite site;
    TestSite::start_night(site);
    site.terminal = true;
    CHECK(site.run({}).out.find("Closing check") != std::string::npos);
    site.terminal = false;
    const Ran piped = site.run({});
    CHECK(piped.code == 2);
    CHECK(piped.out.empty());
    CHECK(piped.err.find("Usage: onduty") != std::string::npos);
}

TEST_CASE("JSON lists everything that comes in the next hours") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"due", "--json"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("{\"state\":\"soon\",\"due\":\"2026-11-24 08:00\",\"minutes\":690,\"what\":\"Night round\"") !=
          std::string::npos);
}

TEST_CASE("what is proposed to be typed holds no answer that nobody has given") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "alarm", "P01", "--kind", "fire"}).code == 0);
    CHECK(site.run({"due"}).out.find("onduty patrol alarm 6 --result ...") != std::string::npos);
    const Ran taken = site.run({"complain", "new", "too loud"});
    CHECK(taken.err.find("Next: onduty complain assess C1 --severity N") != std::string::npos);
    // Typed as they stand they record nothing.
    CHECK(site.run({"patrol", "alarm", "6", "--result", "..."}).code == 2);
    CHECK(site.run({"complain", "assess", "C1", "--severity", "N"}).code == 2);
    CHECK(site.run({"verify"}).out.find("entries 1 to 7,") != std::string::npos);
}

TEST_CASE("a miss can be explained when the plan no longer has its rule") {
    TestSite site;
    TestSite::start_night(site);
    staff_bar_and_show_home(site);
    site.run({"patrol", "check", "closing", "all"});
    site.set_time("2026-11-24 06:01");
    REQUIRE(site.run({"plan", "remove", "rule", "show-closing", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const char* const line = "  onduty patrol explain \"2026-11-23 20:30\" \"...\" --rule show-closing\n";
    REQUIRE(site.run({"due"}).out.find(line) != std::string::npos);
    CHECK(site.run({"patrol", "explain", "2026-11-23 20:30", "nobody came", "--rule", "show-closing", "--by", "Wang"})
              .code == 0);
    CHECK(site.run({"due"}).out.find(line) == std::string::npos);
}

TEST_CASE("a round that nobody ended stands in due, also when its guard came on duty anew, and what it says ends it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"patrol", "start", "night", "--by", "zw"}).code == 0);
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run({"patrol", "point", "P01", "--by", "zw"}).code == 0);
    site.set_time("2026-11-23 21:49");
    CHECK_FALSE(says(site.run({"due"}).out, "is not ended"));  // he may be walking
    site.set_time("2026-11-23 21:51");
    const char* const line = "Zhang Wei, Night round: round of entry 7 is not ended  onduty patrol end --by A01\n";
    CHECK(says(site.run({"due"}).out, line));
    CHECK(says(site.run({"due", "--by", "Li Na"}).out, line));  // it is his, whoever asks
    site.set_time("2026-11-24 20:30");
    const std::string stale = site.run({"due"}).out;
    CHECK(says(stale, "Zhang Wei: not signed off"));
    CHECK_FALSE(says(stale, "is not ended"));  // that line says the same
    REQUIRE(site.run({"checkin", "staff", "zw"}).code == 0);
    CHECK(says(site.run({"due"}).out,
               "round of entry 7 is not ended  onduty patrol end --by A01 --at \"2026-11-23 20:50\" --reason "
               "\"forgot to end it\"\n"));
    CHECK(site.run({"patrol", "end", "--by", "A01", "--at", "2026-11-23 20:50", "--reason", "forgot it"}).code == 3);
    CHECK_FALSE(says(site.run({"due"}).out, "is not ended"));
}

TEST_CASE("two things of the same words are two lines") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* name : {"Tom Hill", "Tim Hall"}) {
        REQUIRE(site.run({"note", "mail", "parcel", "--for", name}).code == 0);
    }
    const std::string due = site.run({"due"}).out;
    const std::size_t first = due.find("parcel for T* H*");
    REQUIRE(first != std::string::npos);
    CHECK(due.find("parcel for T* H*", first + 1) != std::string::npos);
}

TEST_CASE("the commands that due tells whoever asks are refused to nobody whom they name") {
    TestSite site;
    onduty::test::play(site);
    site.set_time("2026-11-27 21:05");
    for (const char* line : {"handover offer --by front-desk", "serve stock received water=48 --by supervisor",
                             "checkin notice --party 4 --by guard"}) {
        const Ran ran = site.run(onduty::test::words_of(line));
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), line << ": " << ran.err);
    }
    const Ran rude = site.run({"complain", "new", "rude", "--against", "sales", "--by", "front-desk", "--json"});
    const std::size_t code = rude.out.find("\"code\":\"C") + 8;
    const std::string complaint = rude.out.substr(code, rude.out.find('"', code) - code);
    const Ran severe = site.run({"complain", "assess", complaint, "--severity", "1", "--by", "supervisor"});
    REQUIRE_MESSAGE(severe.code == 0, severe.err);
    site.set_time("2026-11-28 09:30");
    std::set<std::string> by_another;
    int all = 0;
    for (const std::string asker : {"guard", "front-desk", "sales", "cleaner", "supervisor"}) {
        CAPTURE(asker);
        std::istringstream rows{site.run({"due", "--all", "--json", "--by", asker}).out};
        for (std::string row; std::getline(rows, row);) {
            const std::size_t at = row.find("\"next\":\"onduty ");
            if (at == std::string::npos) {
                continue;
            }
            std::string command = row.substr(at + 8, row.find("\"}", at) - at - 8);
            for (std::size_t quote = command.find('\\'); quote != std::string::npos;
                 quote = command.find('\\', quote)) {
                command.erase(quote, 1);
            }
            std::vector<std::string> words = onduty::test::shell_words(command);
            words.erase(words.begin());
            words.emplace_back("--dry-run");
            const Ran ran = site.run(words);
            const bool refused =
                ran.code == 4 && (says(ran.err, " may not ") || says(ran.err, "cannot answer it too") ||
                                  says(ran.err, "somebody else approves") || says(ran.err, "complained about"));
            CHECK_MESSAGE(!refused, command << ": " << ran.err);
            ++all;
            if (!says(command, (" --by " + asker).c_str())) {
                by_another.insert(words[0] + " " + words[1]);
            }
        }
    }
    CHECK(all > 20);
    for (const char* what : {"patrol sign", "handover accept", "serve stock", "complain assign", "patrol explain"}) {
        CHECK_MESSAGE(by_another.count(what) == 1, what);
    }
}
