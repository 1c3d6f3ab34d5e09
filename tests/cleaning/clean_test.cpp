// SPDX-License-Identifier: MIT
// What should clean do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Seven items, numbered 1 to 7, one of each kind of timing; the pool only in summer.
constexpr const char* kCleaning =
    "\n[[cleaning]]\ncode = \"hall\"\nname = \"Hall round\"\narea = \"P05\"\nstandard = \"no litter\"\n"
    "kind = \"every\"\nevery = 120\nfrom = \"10:00\"\nuntil = \"20:00\"\nearly = 60\nlate = 30\n"
    "\n[[cleaning]]\ncode = \"walls\"\nname = \"Walls\"\narea = \"P05\"\nstandard = \"no dust\"\n"
    "kind = \"period\"\nunit = \"day\"\n"
    "\n[[cleaning]]\ncode = \"glass\"\nname = \"Glass\"\narea = \"P05\"\nstandard = \"bright\"\n"
    "kind = \"period\"\nunit = \"week\"\n"
    "\n[[cleaning]]\ncode = \"lamps\"\nname = \"Lamps\"\narea = \"P02\"\nkind = \"period\"\nunit = \"half-month\"\n"
    "\n[[cleaning]]\ncode = \"marble\"\nname = \"Marble\"\narea = \"P05\"\nkind = \"period\"\nunit = \"month\"\n"
    "\n[[cleaning]]\ncode = \"pool\"\nname = \"Pool wash\"\narea = \"P03\"\nkind = \"period\"\nunit = \"week\"\n"
    "treatment = true\n"
    "\n[[cleaning]]\ncode = \"descale\"\nname = \"Descale\"\narea = \"P07\"\nkind = \"after\"\ndays = 10\n";

// The plan as it was, with the cleaning replaced by kCleaning.
void apply_small_cleaning(TestSite& site) {
    const Ran exported = site.run({"plan", "export"});
    REQUIRE(exported.code == 0);
    const std::string rest = exported.out.substr(0, exported.out.find("\n[[cleaning]]"));
    REQUIRE(rest.size() < exported.out.size());
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, rest + kCleaning, std::chrono::seconds{0});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
}

// Monday 2026-11-23 09:30: a cleaner and a supervisor on duty, the small plan since 06:30. Last entry: 7.
void start_day(TestSite& site) {
    site.set_time("2026-11-23 06:30");
    REQUIRE(site.run({"init", "--lang", "en"}).code == 0);
    apply_small_cleaning(site);
    REQUIRE(site.run({"plan", "add", "staff", "Zhao Min", "--post", "cleaner", "--alias", "zm"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Wang", "--post", "supervisor"}).code == 0);
    // The checks of the supervisor are not the subject here.
    REQUIRE(site.run({"plan", "remove", "rule", "placement", "floor", "operations", "fire-safety", "minutes"}).code ==
            0);
    site.set_time("2026-11-23 09:30");
    REQUIRE(site.run({"checkin", "staff", "zm"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
}

// With one blank where a table has several.
std::string squeezed(const std::string& text) {
    std::string plain;
    for (const char letter : text) {
        plain += letter == ' ' && !plain.empty() && plain.back() == ' ' ? "" : std::string(1, letter);
    }
    return plain;
}

Ran by_cleaner(TestSite& site, std::vector<std::string> words) {
    words.insert(words.end(), {"--by", "zm"});
    return site.run(std::move(words));
}

std::string block(TestSite& site, const char* span, const char* date, const char* name) {
    return site.run({"report", span, date, "--block", name, "--csv"}).out;
}

// The row of an item in the block of a week or day.
std::string item_row(TestSite& site, const std::string& days, const std::string& date, const std::string& item) {
    const std::string csv = site.run({"report", days, date, "--block", "cleaning", "--csv"}).out;
    const auto at = csv.find("\n" + item + ",");
    return at == std::string::npos ? "" : csv.substr(at + 1, csv.find("\r\n", at + 1) - at - 1);
}

}  // namespace

TEST_CASE("what clean done says is extra is so in the report, whatever the plan was when it was told") {
    const std::string kinds[] = {"kind = \"period\"\nunit = \"week\"\n", "kind = \"period\"\nunit = \"day\"\n",
                                 "kind = \"at\"\ntimes = [\"11:30\", \"18:30\"]\nearly = 60\nlate = 60\n",
                                 "kind = \"after\"\ndays = 3\n", ""};
    int told_extra = 0;
    bool turn = true;
    for (const std::string& before : kinds) {
        for (const std::string& after : kinds) {
            // Each of the two times with every other pair.
            turn = !turn;
            for (const char* told : {turn ? "09:40" : "11:55"}) {
                if (after.empty()) {
                    continue;
                }
                TestSite site;
                start_day(site);
                const std::string plan = site.plan();
                const auto change = [&](const std::string& kind) {
                    const std::size_t glass = plan.find("\n[[cleaning]]\ncode = \"glass\"");
                    const std::size_t end = plan.find("\n[[cleaning]]", glass + 1);
                    const std::string item =
                        "\n[[cleaning]]\ncode = \"glass\"\nname = \"Glass\"\narea = \"P05\"\nstandard = \"bright\"\n";
                    const std::string text =
                        plan.substr(0, glass) + (kind.empty() ? "" : item + kind) + plan.substr(end);
                    REQUIRE(site.run_with_input({"plan", "apply", "-"}, text, std::chrono::seconds{0}).code == 0);
                };
                if (before != kinds[0]) {
                    change(before);
                }
                site.set_time("2026-11-24 10:40");
                if (before != after) {
                    change(after);
                }
                site.set_time("2026-11-24 12:06");
                CAPTURE(before);
                CAPTURE(after);
                CAPTURE(told);
                const Ran done =
                    site.run({"clean", "done", "Glass", "--at", told, "--reason", "typed late", "--by", "zm"});
                REQUIRE(done.code == 0);
                site.set_time("2027-01-24 12:00");
                const auto says_in = [&](const char* words) {
                    return says(site.run({"report", "month", "2026-11-24", "--block", "cleaning", "--json"}).out,
                                words);
                };
                CAPTURE(site.run({"report", "month", "2026-11-24", "--block", "cleaning", "--csv"}).out);
                const bool extra = says(done.out, "EXTRA");
                told_extra += extra ? 1 : 0;
                CHECK(extra == says_in("\"extra\":1"));
            }
        }
    }
    CHECK(told_extra > 0);
}

TEST_CASE("what the plan asks nobody for is said to stand in no figure, and misses of the cleaning are told as a sum") {
    TestSite site;
    site.set_time("2026-11-23 06:30");
    REQUIRE(site.run({"init", "--zone", "Asia/Shanghai", "--name", "Site", "--lang", "en"}).code == 0);
    onduty::test::bring_on_duty(site, {{"Li Na", "front-desk"}, {"Zhao", "cleaner"}});
    site.set_time("2026-11-23 12:00");
    REQUIRE(site.run({"clean", "skip", "pool-round", "water was off", "--by", "Zhao"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "Zhao"}).code == 0);
    site.set_time("2026-11-24 09:00");
    const std::string page = site.run({"report", "day", "2026-11-23"}).out;
    const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "cleaning", "--json"}).out;
    std::int64_t missed = 0;
    for (std::size_t at = 0; (at = slots.find("\"missed\":", at)) != std::string::npos; ++at) {
        missed += std::atoll(slots.c_str() + at + 9);
    }
    CHECK(missed > 50);
    CHECK_MESSAGE(says(page, ("  Cleaning: " + std::to_string(missed) + ", by item in its block").c_str()), page);
    // Nobody is the cleaner any more.
    REQUIRE(site.run({"plan", "remove", "staff", "Zhao"}).code == 0);
    site.set_time("2026-11-24 12:00");
    CHECK(says(site.run({"clean", "done", "walls"}).out, "Walls done. The plan asked nobody for it then"));
    CHECK_FALSE(says(site.run({"report", "day", "2026-11-24", "--block", "cleaning", "--csv"}).out, "walls"));
}

TEST_CASE("what was cleaned as the plan asked counts as done, though its item is dropped before it is due") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"clean", "done", "glass", "walls", "--by", "zm"}).code == 0);
    const std::string weekly = "glass,Glass,Reception hall,1,1,0,0,0,0,0,0,0,0,0,0,0,100.0,0";
    const std::string daily = "walls,Walls,Reception hall,1,1,0,0,0,0,0,0,0,0,0,0,0,100.0,0";
    CHECK(item_row(site, "week", "2026-11-23", "glass") == weekly);
    CHECK(item_row(site, "day", "2026-11-23", "walls") == daily);
    site.set_time("2026-11-23 15:00");
    REQUIRE(site.run({"plan", "remove", "rule", "walls"}).code == 0);
    CHECK(item_row(site, "day", "2026-11-23", "walls") == daily);
    site.set_time("2026-11-25 10:00");
    REQUIRE(site.run({"plan", "remove", "rule", "glass"}).code == 0);
    for (const char* now : {"2026-11-25 11:00", "2026-12-02 10:00", "2027-11-25 10:00"}) {
        site.set_time(now);
        CHECK(item_row(site, "week", "2026-11-23", "glass") == weekly);
        CHECK(item_row(site, "day", "2026-11-23", "walls") == daily);
    }
}

TEST_CASE("what was cleaned is not wanted again when its item was dropped and is taken back before it is due") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"clean", "done", "glass", "walls", "--by", "zm"}).code == 0);
    const std::string before = site.plan();
    site.set_time("2026-11-23 15:00");
    REQUIRE(site.run({"plan", "remove", "rule", "glass", "walls"}).code == 0);
    site.set_time("2026-11-23 16:00");
    const Ran back = site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, before, std::chrono::seconds{0});
    REQUIRE_MESSAGE(back.code == 0, back.err);
    CHECK(!says(site.run({"clean"}).out, "Glass"));
    CHECK(!says(site.run({"clean"}).out, "Walls"));
    site.set_time("2026-12-02 10:00");
    CHECK(item_row(site, "week", "2026-11-23", "glass") ==
          "glass,Glass,Reception hall,1,1,0,0,0,0,0,0,0,0,0,0,0,100.0,0");
    CHECK(item_row(site, "day", "2026-11-23", "walls") ==
          "walls,Walls,Reception hall,1,1,0,0,0,0,0,0,0,0,0,0,0,100.0,0");
}

TEST_CASE("what was claimed late counts for the slot of its own time, alike in days, weeks and months") {
    TestSite site;
    start_day(site);
    site.set_time("2026-11-30 06:50");  // a Monday; the day begins at 06:00
    const Ran glass =
        site.run({"clean", "done", "glass", "--at", "2026-11-29 05:50", "--reason", "was without it", "--by", "zm"});
    REQUIRE_MESSAGE(glass.code == 0, glass.err);
    const Ran walls =
        site.run({"clean", "done", "walls", "--at", "2026-11-28 20:00", "--reason", "was without it", "--by", "zm"});
    REQUIRE_MESSAGE(walls.code == 0, walls.err);
    site.set_time("2026-12-08 10:00");
    // The glass of the week is asked for again a week later, the walls were asked for on each day since.
    const std::string late = ",Reception hall,1,0,0,0,1,0,0,0,0,0,0,0,0,0.0,0";
    CHECK(item_row(site, "week", "2026-11-23", "glass") == "glass,Glass" + late);
    CHECK(item_row(site, "day", "2026-11-29", "glass") == "glass,Glass" + late);
    CHECK(item_row(site, "day", "2026-11-28", "walls") == "walls,Walls,Reception hall,1,0,0,0,1,1,0,0,0,0,0,0,0,0.0,0");
    CHECK(item_row(site, "week", "2026-11-30", "glass") ==
          "glass,Glass,Reception hall,1,0,0,0,0,0,0,0,1,0,0,0,0,0.0,0");
    CHECK(says(item_row(site, "week", "2026-11-23", "walls"), ",Reception hall,7,0,0,0,1,1,0,0,6,"));
}

TEST_CASE("clean lists what is due now with its standard, today's before this week's") {
    TestSite site;
    start_day(site);
    const Ran ran = site.run({"clean"});
    CHECK(ran.code == 0);
    CHECK(ran.out == lines({
                         "No.  Due    What        How it should look",
                         "1    10:00  Hall round  no litter",
                         "2    today  Walls       no dust",
                         "7    today  Descale",
                         "3    11-29  Glass       bright",
                         "6    11-29  Pool wash",
                         "4    11-30  Lamps",
                         "5    11-30  Marble",
                         "Done: onduty clean done 1",
                     }));
    CHECK(site.run({"clean", "list"}).out == ran.out);
    CHECK(says(site.run({"clean", "--json"}).out,
               "{\"item\":\"1\",\"state\":\"now\",\"area\":\"P05\",\"due\":\"2026-11-23 10:00\",\"what\":\"Hall "
               "round\",\"standard\":\"no litter\"}"));
}

TEST_CASE("several ticks are one command, numbers stay while others fall due") {
    TestSite site;
    start_day(site);
    const Ran done = by_cleaner(site, {"clean", "done", "2-3", "5"});
    CHECK(done.code == 0);
    CHECK(says(done.out, "#8-10 Done: 2-3, 5. 2026-11-23 Mon 09:30, seal 10-"));
    site.set_time("2026-11-23 12:10");
    const Ran late = by_cleaner(site, {"clean", "done", "1", "４"});
    CHECK(says(late.out, "#11-12 Done: 1, 4."));
    CHECK(site.run({"clean"}).out == lines({
                                         "No.  Due    What       How it should look",
                                         "7    today  Descale",
                                         "6    11-29  Pool wash",
                                         "Done: onduty clean done 7",
                                         "Missed in the last 7 days: 1, of items 1",
                                         "  Say why: onduty clean skip 1 --missed \"...\"",
                                     }));
    CHECK(says(by_cleaner(site, {"clean", "done", "descale"}).out, "#13 Descale done."));
    CHECK(says(site.run({"log"}).out, "cleaned Descale ok"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("when all is done it says what comes next") {
    TestSite site;
    start_day(site);
    REQUIRE(by_cleaner(site, {"clean", "done", "1-7", "--agent", "chlorine", "--dose", "200 g"}).code == 0);
    CHECK(site.run({"clean"}).out == lines({
                                         "All is done. Nothing is to be cleaned now.",
                                         "Next: Hall round, from 2026-11-23 Mon 11:00.",
                                     }));
    CHECK(site.run({"clean", "--json"}).out == "[]\n");
    CHECK(says(site.run({"log"}).out, "cleaned Pool wash, chlorine 200 g ok"));
}

TEST_CASE("what was not due is recorded as extra and said so") {
    TestSite site;
    start_day(site);
    REQUIRE(by_cleaner(site, {"clean", "done", "3"}).code == 0);
    const Ran again = by_cleaner(site, {"clean", "done", "3"});
    CHECK(again.code == 0);
    CHECK(says(again.out, "#9 Glass done, EXTRA: it was not due."));
    CHECK(says(by_cleaner(site, {"clean", "done", "2", "3"}).out, "#10-11 Done: 2. EXTRA, not due: 3."));
    CHECK(says(block(site, "week", "2026-11-23", "cleaning"),
               "glass,Glass,Reception hall,1,1,0,0,0,0,0,0,0,0,2,0,0,100.0"));
}

TEST_CASE("a window of a month counts though it was done weeks before its end") {
    TestSite site;
    start_day(site);
    REQUIRE(by_cleaner(site, {"clean", "done", "5"}).code == 0);
    site.set_time("2026-11-30 10:00");
    CHECK_FALSE(says(site.run({"clean"}).out, "Marble"));
    CHECK_FALSE(says(site.run({"due", "--json"}).out, "Marble"));
    CHECK(says(block(site, "day", "2026-11-30", "cleaning"), "marble,Marble,Reception hall,1,1,"));
    CHECK(says(block(site, "day", "2026-11-30", "cleaning"), "lamps,Lamps,Car park,1,0,0,0,0,0,0,0,0,0,0,1,0,"));
    site.set_time("2026-12-01 10:00");
    CHECK(says(squeezed(site.run({"clean"}).out), "12-31 Marble"));
    CHECK(says(squeezed(site.run({"clean"}).out), "12-15 Lamps"));
    CHECK(says(block(site, "day", "2026-11-30", "cleaning"), "lamps,Lamps,Car park,1,0,0,0,0,0,0,0,1,"));
}

TEST_CASE("who was there on the last day says himself why it was not done, whatever the time at which that was over") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"plan", "add", "staff", "Sun", "--post", "cleaner", "--by", "Wang"}).code == 0);
    site.set_time("2026-11-23 20:30");
    REQUIRE(by_cleaner(site, {"checkin", "out", "zm"}).code == 0);
    site.set_time("2026-11-24 09:30");
    REQUIRE(site.run({"checkin", "staff", "zm"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Sun"}).code == 0);
    const auto why = [&](const char* item, const char* who) {
        return site.run({"clean", "skip", item, "--missed", "was alone", "--by", who});
    };
    CHECK(why("2", "Sun").code == 4);  // was not there
    const Ran own = why("2", "zm");
    CHECK_MESSAGE(own.code == 0, own.err);
    CHECK(says(site.run({"log", "--last", "1"}).out, "[own word]"));
}

TEST_CASE("a missed week is one miss, told in one line") {
    TestSite site;
    start_day(site);
    site.set_time("2026-11-30 09:30");
    const std::string due = site.run({"due"}).out;
    CHECK(says(squeezed(due), "MISSED 2026-11-29 20:00 -810 Cleaning, items: 4 onduty clean\n"));
    const std::string list = site.run({"clean"}).out;
    CHECK(says(list, "Missed in the last 7 days: 51, of items 1-3, 6\n  Say why: onduty clean skip 1 --missed "));
    CHECK(says(block(site, "week", "2026-11-23", "cleaning"), "glass,Glass,Reception hall,1,0,0,0,0,0,0,0,1,"));
    const Ran said = site.run({"clean", "skip", "1-3", "6", "--missed", "was in hospital", "--by", "Wang"});
    CHECK(said.code == 0);
    CHECK(says(said.out, "#9-59 Skipped: 1-3, 6 (times: 51). 2026-11-30 Mon 09:30, seal 59-"));
    CHECK_FALSE(says(site.run({"clean"}).out, "Missed"));
    CHECK_FALSE(says(site.run({"due"}).out, "MISSED"));
    CHECK(says(block(site, "week", "2026-11-23", "cleaning"), "glass,Glass,Reception hall,1,0,0,0,0,0,0,0,0,1,"));
    CHECK(by_cleaner(site, {"clean", "skip", "3", "--missed", "once more"}).code == 4);
    // The reason stands once in the summary, not fifty times.
    const std::string report = site.run({"report", "week", "2026-11-23"}).out;
    CHECK(says(report, "Hall round, 42 times: was in hospital"));
}

TEST_CASE("due groups what is much and leaves what is little") {
    TestSite site;
    start_day(site);
    CHECK(site.run({"due"}).out == lines({
                                       "State  Due                Min  What        Type",
                                       "now    2026-11-23 10:00    30  Hall round  onduty clean done 1",
                                       "now    2026-11-24 06:00  1230  Walls       onduty clean done 2",
                                       "now    2026-11-24 06:00  1230  Descale     onduty clean done 7",
                                       "later  2026-11-23 12:00   150  Hall round  onduty clean",
                                   }));
    site.set_time("2026-11-29 09:30");
    const std::string sunday = squeezed(site.run({"due"}).out);
    CHECK(says(sunday, "now 2026-11-29 10:00 30 Cleaning, items: 4 onduty clean\n"));
    CHECK(says(sunday, "MISSED 2026-11-28 20:00 -810 Hall round, 36 times onduty clean skip 1 --missed \"...\"\n"));
    CHECK(says(sunday, "MISSED 2026-11-29 06:00 -210 Walls, 6 times onduty clean skip 2 --missed"));
    CHECK(says(sunday, "OVERDUE 2026-11-24 06:00 -7410 Descale onduty clean done 7\n"));
}

TEST_CASE("a skipped slot and one that does not apply are gone at once") {
    TestSite site;
    start_day(site);
    const Ran skipped = by_cleaner(site, {"clean", "skip", "3", "scaffold at the front"});
    CHECK(skipped.code == 0);
    CHECK(says(skipped.out, "#8 Glass, due 11-29: skipped."));
    CHECK(says(by_cleaner(site, {"clean", "na", "4", "lamps are being replaced"}).out, "does not apply."));
    const std::string list = site.run({"clean"}).out;
    CHECK_FALSE(says(list, "Glass"));
    CHECK_FALSE(says(list, "Lamps"));
    const std::string week = block(site, "week", "2026-11-23", "cleaning");
    CHECK(says(week, "glass,Glass,Reception hall,1,0,0,0,0,0,0,0,0,1,0,0,0,0.0"));
    CHECK(says(block(site, "month", "2026-11-23", "cleaning"), "lamps,Lamps,Car park,0,0,0,0,0,0,0,0,0,0,0,0,1,"));
    CHECK(says(site.run({"log"}).out, "explanation Glass 2026-11-30 06:00 skipped \"scaffold at the front\""));
    const Ran again = by_cleaner(site, {"clean", "skip", "3", "scaffold at the front"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "Item 3, Glass, is not due now; again from 2026-11-30 Mon 06:00."));
    // A withdrawn skip is due again, what was done all the same counts.
    REQUIRE(site.run({"correct", "8", "--void", "--reason", "wrong item", "--by", "zm"}).code == 0);
    CHECK(says(site.run({"clean"}).out, "Glass"));
    CHECK(says(by_cleaner(site, {"clean", "done", "4"}).out, "Lamps done."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("skip after the fact explains the newest miss, patrol explain any") {
    TestSite site;
    start_day(site);
    site.set_time("2026-11-25 09:30");
    const Ran newest = by_cleaner(site, {"clean", "skip", "2", "not today"});
    CHECK(says(newest.out, "Walls, due today: skipped."));
    const Ran before = site.run({"clean", "skip", "2", "nor yesterday", "--by", "Wang"});
    CHECK(says(before.out, "Walls, due 11-24: skipped."));
    const Ran other =
        site.run({"patrol", "explain", "2026-11-24 06:00", "forgotten", "--rule", "walls", "--by", "Wang"});
    CHECK(other.code == 0);
    CHECK(says(other.out, "Walls of 2026-11-24 06:00 explained: forgotten."));
    CHECK(by_cleaner(site, {"clean", "skip", "2", "nothing left"}).code == 4);
}

TEST_CASE("so many days after it was last done, however long ago that was") {
    TestSite site;
    start_day(site);
    REQUIRE(by_cleaner(site, {"clean", "done", "7"}).code == 0);
    CHECK_FALSE(says(site.run({"clean"}).out, "Descale"));
    site.set_time("2026-11-24 09:30");
    CHECK_FALSE(says(site.run({"clean"}).out, "Descale"));
    CHECK(by_cleaner(site, {"clean", "skip", "7", "not yet due"}).code == 4);
    // From half of the days on it may be done and skipped, and the list says so.
    site.set_time("2026-11-28 05:00");
    CHECK_FALSE(says(site.run({"clean"}).out, "Descale"));
    site.set_time("2026-11-28 09:30");
    CHECK(says(squeezed(site.run({"clean"}).out), "7 12-03 Descale"));
    CHECK(by_cleaner(site, {"clean", "skip", "7", "no descaler", "--dry-run"}).code == 0);
    CHECK_FALSE(says(site.run({"due", "--json"}).out, "Descale"));  // it is not its day
    site.set_time("2026-12-03 19:00");
    CHECK(says(squeezed(site.run({"clean"}).out), "7 today Descale"));
    CHECK(says(site.run({"due", "--json"}).out,
               "{\"state\":\"now\",\"due\":\"2026-12-04 06:00\",\"minutes\":660,\"what\":\"Descale\",\"next\":\"onduty "
               "clean done 7\"}"));
    site.set_time("2027-03-01 09:30");
    CHECK(says(squeezed(site.run({"clean"}).out), "7 OVERDUE 12-03 Descale"));
    // What is overdue when its day is closed counts as what is done late, and that is told below the figures.
    const std::string overdue = item_row(site, "day", "2026-12-03", "descale");
    CHECK(overdue == "descale,Descale,Bar and dining room,1,0,0,0,0,0,0,0,0,0,0,1,0,0.0,1");
    CHECK_FALSE(says(block(site, "day", "2026-12-03", "supplements"), "Descale"));
    CHECK(says(by_cleaner(site, {"clean", "done", "7"}).out, "Descale done."));
    const std::string late = item_row(site, "day", "2026-12-03", "descale");
    CHECK(late == "descale,Descale,Bar and dining room,1,0,0,1,0,0,0,0,0,0,0,0,0,0.0,0");
    CHECK(says(block(site, "day", "2026-12-03", "supplements"), ",clean-item,Descale"));
    CHECK(says(block(site, "week", "2026-12-03", "supplements"), "2026-12-03,"));
    CHECK(says(block(site, "day", "2027-03-11", "cleaning"),
               "descale,Descale,Bar and dining room,1,0,0,0,0,0,0,0,0,0,0,1,"));
    // Skipped, it comes back as if it had been done.
    site.set_time("2027-03-11 09:30");
    REQUIRE(by_cleaner(site, {"clean", "skip", "7", "no descaler"}).code == 0);
    CHECK(
        says(block(site, "day", "2027-03-11", "cleaning"), "descale,Descale,Bar and dining room,1,0,0,0,0,0,0,0,0,1,"));
    CHECK_FALSE(says(site.run({"clean"}).out, "Descale"));
    site.set_time("2027-03-21 09:30");
    CHECK(says(squeezed(site.run({"clean"}).out), "7 today Descale"));
}

TEST_CASE("what is ticked again before it was to be done again was not due") {
    TestSite site;
    start_day(site);
    CHECK(says(by_cleaner(site, {"clean", "done", "7"}).out, "#8 Descale done. "));
    for (const char* day : {"2026-11-23 09:40", "2026-11-24 09:30", "2026-11-28 20:00"}) {
        site.set_time(day);
        site.run({"checkin", "staff", "zm"});  // on the first day she is there already
        CHECK(says(by_cleaner(site, {"clean", "done", "7"}).out, "Descale done, EXTRA: it was not due."));
    }
    const char* place = "descale,Descale,Bar and dining room,";
    CHECK(item_row(site, "day", "2026-11-23", "descale") == place + std::string{"1,1,0,0,0,0,0,0,0,0,1,0,0,100.0,0"});
    CHECK(item_row(site, "day", "2026-11-28", "descale") == place + std::string{"0,0,0,0,0,0,0,0,0,0,1,0,0,,0"});
    CHECK(item_row(site, "week", "2026-11-23", "descale") == place + std::string{"1,1,0,0,0,0,0,0,0,0,3,0,0,100.0,0"});
    CHECK(item_row(site, "month", "2026-12-01", "descale") == place + std::string{"1,0,0,0,0,0,0,0,0,0,0,1,0,,0"});
    // Ten days after it was last done; done five days before, it was done for that time.
    CHECK(item_row(site, "day", "2026-12-08", "descale") == place + std::string{"1,0,0,0,0,0,0,0,0,0,0,1,0,,0"});
    site.set_time("2026-12-03 09:30");
    REQUIRE(site.run({"checkin", "staff", "zm"}).code == 0);
    CHECK(says(by_cleaner(site, {"clean", "done", "7"}).out, "Descale done. "));
    CHECK(item_row(site, "month", "2026-12-01", "descale") == place + std::string{"2,1,0,0,0,0,0,0,0,0,0,1,0,100.0,0"});
}

TEST_CASE("a treatment needs agent and dose, and only items take them") {
    TestSite site;
    start_day(site);
    const Ran bare = by_cleaner(site, {"clean", "done", "6"});
    CHECK(bare.code == 2);
    CHECK(says(bare.err, "Item 6, Pool wash: say what was put in and how much"));
    CHECK(by_cleaner(site, {"clean", "done", "6", "--agent", "chlorine"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "done", "2", "--dose", "1 l"}).code == 2);
    CHECK(site.run({"log", "8"}).code == 2);  // nothing was written
    CHECK(by_cleaner(site, {"clean", "done", "2", "6", "--agent", "氯片", "--dose", "200 克"}).code == 0);
    CHECK(says(site.run({"log"}).out, "cleaned Pool wash, 氯片 200 克 ok"));
    CHECK(says(site.run({"log"}).out, "cleaned Walls ok"));
}

TEST_CASE("any post asks, the cleaner sees it, and it says how long it took") {
    TestSite site;
    start_day(site);
    const Ran asked = site.run({"clean", "request", "reception", "coffee spilled", "--by", "Wang"});
    CHECK(asked.code == 0);
    CHECK(says(asked.out, "#8 Reception hall: coffee spilled: to be cleaned by 09:45."));
    CHECK(says(asked.err, "When done: onduty clean done R8"));
    CHECK(
        says(squeezed(site.run({"clean"}).out), "R8 09:45 Reception hall: coffee spilled asked for at 09:30, Wang\n"));
    CHECK(says(site.run({"due"}).out, "R8 clean Reception hall: coffee spilled  onduty clean done R8"));
    site.set_time("2026-11-23 09:42");
    const Ran done = by_cleaner(site, {"clean", "done", "r8", "2"});
    CHECK(says(done.out, "Walls done."));
    CHECK(says(done.out, "R8 Reception hall: coffee spilled: done after 12 min."));
    CHECK(says(site.run({"log"}).out, "tidied up R8 Reception hall"));
    const Ran again = by_cleaner(site, {"clean", "done", "R8"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "R8 is done already."));
    CHECK(block(site, "day", "2026-11-23", "requests") ==
          "area,name,requests,after_visits,done,median_min,longest_min,within,within_percent\r\n"
          "P05,Reception hall,1,0,1,12,12,1,100.0\r\n");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a request is open over days, and nothing is done before it was asked for") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"clean", "request", "P05", "--by", "Wang"}).code == 0);
    CHECK(by_cleaner(site, {"clean", "done", "R8", "--at", "09:29"}).code == 4);
    site.set_time("2026-12-24 09:30");
    CHECK(says(squeezed(site.run({"clean"}).out), "R8 OVERDUE 11-23 09:45 Reception hall"));
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-23 09:45"));
}

TEST_CASE("an area that a group left is ticked with its number, too") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "flats", "--seat", "A3", "--by", "zm"}).code ==
            0);
    site.set_time("2026-11-23 10:30");
    REQUIRE(site.run({"checkin", "out", "V1", "--by", "Wang"}).code == 0);
    CHECK(says(squeezed(site.run({"clean"}).out), "10:40 Table A3"));
    const std::string list = site.run({"clean"}).out;
    const std::string code = list.substr(list.find("\nR") + 1, 3);
    site.set_time("2026-11-23 10:33");
    const Ran done = by_cleaner(site, {"clean", "done", code});
    CHECK(done.code == 0);
    CHECK(says(done.out, "Table A3: done after 3 min."));
    CHECK_FALSE(says(site.run({"clean"}).out, "Table A3"));
    CHECK(says(block(site, "day", "2026-11-23", "requests"), "P05,Reception hall,1,1,1,3,3,1,100.0"));
    CHECK(says(site.run({"log", "--visit", "V1"}).out, "tidied up V1 Reception hall"));
}

TEST_CASE("litter is found and removed, with its stay") {
    TestSite site;
    start_day(site);
    const Ran found = by_cleaner(site, {"clean", "litter", "found", "car park", "paper cups"});
    CHECK(found.code == 0);
    CHECK(says(found.out, "#8 Litter, Car park: paper cups; gone by 10:30."));
    CHECK(says(found.err, "onduty clean litter removed L8"));
    CHECK(says(squeezed(site.run({"clean"}).out), "L8 10:30 Car park: paper cups litter found at 09:30\n"));
    site.set_time("2026-11-23 10:41");
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-23 10:30"));
    const Ran removed = by_cleaner(site, {"clean", "litter", "removed", "P02"});
    CHECK(removed.code == 0);
    CHECK(says(removed.out, "L8 Car park: paper cups: litter removed after 1 h 11 min."));
    const Ran again = by_cleaner(site, {"clean", "litter", "removed", "P02"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "No litter was found at Car park. First: onduty clean litter found P02"));
    CHECK(by_cleaner(site, {"clean", "litter", "removed", "L8"}).code == 4);
    CHECK(by_cleaner(site, {"clean", "litter", "removed", "L5"}).code == 4);
    REQUIRE(by_cleaner(site, {"保洁", "垃圾", "发现", "P02"}).code == 0);
    REQUIRE(by_cleaner(site, {"clean", "litter", "found", "P02", "a bag"}).code == 0);
    const Ran which = by_cleaner(site, {"clean", "litter", "removed", "P02"});
    CHECK(which.code == 2);
    CHECK(says(which.err, "Which one? Type its number:\n  L10 Car park\n  L11 Car park: a bag"));
    site.set_time("2026-11-23 10:51");
    CHECK(by_cleaner(site, {"clean", "litter", "清除", "ｌ１０"}).code == 0);
    CHECK(block(site, "day", "2026-11-23", "litter") ==
          "area,name,found,removed,longest_min,within,within_percent\r\n"
          "P02,Car park,3,2,71,1,50.0\r\n");
    CHECK(by_cleaner(site, {"clean", "litter", "lost", "P02"}).code == 2);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the supervisor scores an area, nobody else") {
    TestSite site;
    start_day(site);
    const Ran ran = site.run({"clean", "inspect", "P05", "--score", "4", "--note", "floor good", "--by", "Wang"});
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "#8 Reception hall inspected: score 4 of 5."));
    CHECK(says(site.run({"log"}).out, "inspection Reception hall 4 \"floor good\""));
    CHECK(says(
        site.run({"clean", "inspect", "P05", "--score", "3", "--finding", "chip", "--by", "Wang", "--dry-run"}).out,
        "C1 opened: chip."));
    CHECK(site.run({"clean", "inspect", "P05", "--score", "6", "--by", "Wang"}).code == 2);
    CHECK(site.run({"clean", "inspect", "P05", "--score", "0", "--by", "Wang"}).code == 2);
    CHECK(site.run({"clean", "inspect", "nowhere", "--score", "3", "--by", "Wang"}).code == 2);
    CHECK(site.run({"clean", "inspect", "P05", "--score", "3", "--finding", " ", "--by", "Wang"}).code == 2);
    const Ran other = by_cleaner(site, {"clean", "inspect", "P05", "--score", "3"});
    CHECK(other.code == 4);
    CHECK(says(other.err, "Zhao Min may not inspect. Who may: Wang."));
    CHECK(site.run({"log", "9"}).code == 2);
}

TEST_CASE("the finding of an inspection goes along to another area, and back") {
    TestSite site;
    start_day(site);
    const auto ran = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "Wang"});
        const Ran done = site.run(std::move(words));
        CHECK_MESSAGE(done.code == 0, done.err);
        return done;
    };
    const auto scores = [&] { return site.run({"report", "day", "--block", "area-scores", "--csv"}).out; };
    ran({"clean", "inspect", "P05", "--score", "2", "--finding", "vase is chipped", "--finding", "dust"});  // 8 to 12
    const std::string before = scores();
    CHECK(says(before, "P05,Reception hall,1,2.00,2,2,2"));
    const Ran moved = ran({"correct", "8", "--area", "P06", "--reason", "another room"});  // 13 to 15
    CHECK(says(moved.out, "With it: "));
    CHECK(says(moved.err, "onduty correct 10 --place P06 --reason"));
    CHECK(says(moved.err, "onduty correct 12 --place P06 --reason"));
    CHECK(!says(scores(), "P05"));
    CHECK(says(scores(), ",1,2.00,2,2,2"));
    ran({"correct", "13", "--void", "--reason", "it was that room"});
    CHECK(scores() == before);
    // What was put elsewhere by itself is a fact of its own.
    ran({"correct", "9", "--area", "P07", "--reason", "seen from there"});
    ran({"correct", "8", "--area", "P06", "--reason", "another room"});
    CHECK(says(scores(), "P06,"));
    CHECK(says(scores(), ",0,,,,1"));
}

TEST_CASE("what is typed wrongly is said and not written") {
    TestSite site;
    start_day(site);
    const Ran none = by_cleaner(site, {"clean", "done", "8"});
    CHECK(none.code == 2);
    CHECK(says(none.err, "There is no item 8; they go from 1 to 7."));
    CHECK(by_cleaner(site, {"clean", "done", "0"}).code == 2);
    const Ran twice = by_cleaner(site, {"clean", "done", "2", "1-3"});
    CHECK(twice.code == 2);
    CHECK(says(twice.err, "2 stands there twice."));
    CHECK(by_cleaner(site, {"clean", "done", "windows"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "done", "R4"}).code == 4);
    CHECK(by_cleaner(site, {"clean", "done"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "skip", "3"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "skip", "3", "4"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "skip", "3", "no"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "request", "moon"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "litter", "found", "moon"}).code == 2);
    REQUIRE(site.run({"checkin", "out", "zm"}).code == 0);
    const Ran off = by_cleaner(site, {"clean", "done", "2"});
    CHECK(off.code == 4);
    CHECK(says(off.err, "Zhao Min is not on duty."));
    CHECK(site.run({"log", "9"}).code == 2);
    CHECK(by_cleaner(site, {"clean", "done", "2", "--dry-run"}).code == 4);
}

TEST_CASE("without a cleaner nothing is due, and clean says so") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"clean"});
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "Nobody is a cleaner: onduty plan add staff NAME --post cleaner"));
}

TEST_CASE("the built-in plan has every row of the source, in both languages alike") {
    for (const char* language : {"en", "zh"}) {
        TestSite site;
        site.set_time("2026-11-23 06:30");
        REQUIRE(site.run({"init", "--lang", language}).code == 0);
        REQUIRE(site.run({"plan", "add", "staff", "赵敏", "--post", "cleaner"}).code == 0);
        site.set_time("2026-11-23 09:45");
        REQUIRE(site.run({"checkin", "staff", "赵敏"}).code == 0);
        const std::string list = site.run({"clean", "--json"}).out;
        for (const char* number : {"1", "4", "13", "14", "26"}) {
            CHECK_MESSAGE(says(list, (std::string{"\"item\":\""} + number + "\",").c_str()), number);
        }
        CHECK(site.run({"clean", "done", "1-23", "25-26"}).code == 0);
        CHECK(says(site.run({"clean", "--json"}).out, "\"item\":\"24\""));
        site.set_time("2026-12-05 12:00");
        CHECK_FALSE(says(site.run({"clean", "--json"}).out, "\"item\":\"24\""));  // the pool is empty
    }
}

TEST_CASE("a hint on why something was skipped repeats what was typed") {
    TestSite site;
    start_day(site);
    CHECK(says(by_cleaner(site, {"clean", "skip", "2", "--missed", "ill"}).err,
               "Say why, behind the numbers: onduty clean skip 2 --missed \"...\"\n"));
    CHECK(says(by_cleaner(site, {"clean", "na", "1-3", "5"}).err, "onduty clean na 1-3 5 \"...\"\n"));
}

TEST_CASE("a request that was withdrawn is not done") {
    TestSite site;
    start_day(site);
    REQUIRE(by_cleaner(site, {"clean", "request", "P05", "wet floor"}).code == 0);
    REQUIRE(by_cleaner(site, {"correct", "8", "--void", "--reason", "typed twice"}).code == 0);
    const Ran ran = by_cleaner(site, {"clean", "done", "R8"});
    CHECK(ran.code == 4);
    CHECK(says(ran.err, "Entry 8 was withdrawn by entry 9."));
}
