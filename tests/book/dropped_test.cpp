// SPDX-License-Identifier: MIT
// What was begun under one plan and is still open under the next: until when, and how does it end?
#include <doctest/doctest.h>

#include <functional>

#include "store/store.hpp"
#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Monday 2026-11-23, 08:30: Liu Yang in the show homes, who cleans, too.
void open_house(TestSite& site) {
    site.set_time("2026-11-23 08:30");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    for (const char* post : {"show-home", "cleaner"}) {
        REQUIRE(site.run({"plan", "add", "staff", post, "--post", post}).code == 0);
        REQUIRE(site.run({"checkin", "staff", post}).code == 0);
    }
}

Ran by_host(TestSite& site, std::vector<std::string> words) {
    words.insert(words.end(), {"--by", "show-home"});
    return site.run(std::move(words));
}

void apply(TestSite& site, const std::function<void(std::string&)>& edit) {
    std::string plan = site.plan();
    edit(plan);
    const Ran ran = site.run_with_input({"plan", "apply", "-", "--by", "show-home"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
}

// Takes out the table that begins with these lines, with what belongs to it.
void drop(std::string& plan, const std::string& head) {
    const std::size_t begin = plan.find(head + "\n");
    REQUIRE(begin != std::string::npos);
    const std::string family = head.substr(0, head.find(']'));  // "[[room"
    std::size_t end = plan.find("\n[[", begin);
    while (end != std::string::npos && plan.compare(end + 1, family.size() + 1, family + ".") == 0) {
        end = plan.find("\n[[", end + 1);
    }
    plan.erase(begin, end == std::string::npos ? end : end + 1 - begin);
}

void replace(std::string& plan, const std::string& from, const std::string& to) {
    const std::size_t place = plan.find(from);
    REQUIRE(place != std::string::npos);
    plan.replace(place, from.size(), to);
}

}  // namespace

TEST_CASE("a promise is kept by the plan under which it was given, in due as in the report") {
    TestSite site;
    open_house(site);
    site.set_time("2026-11-23 10:00");
    REQUIRE(by_host(site, {"clean", "litter", "found", "P02", "cups"}).code == 0);
    REQUIRE(says(site.run({"due"}).out, "now      2026-11-23 11:00   60"));
    site.set_time("2026-11-23 10:10");
    apply(site, [](std::string& plan) {
        replace(plan, "event = \"litter\"\nwithin = 60", "event = \"litter\"\nwithin = 120");
    });
    CHECK(says(site.run({"due"}).out, "now      2026-11-23 11:00   50"));
    site.set_time("2026-11-23 11:30");
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-23 11:00   -30  L6 litter"));
    apply(site, [](std::string& plan) { drop(plan, "[[rule]]\ncode = \"litter\""); });
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-23 11:00   -30  L6 litter"));
    REQUIRE(by_host(site, {"clean", "litter", "found", "P03", "cans"}).code == 0);
    CHECK(says(site.run({"due"}).out, "now      2026-11-23 11:30"));
}

TEST_CASE("a tour of a room that was dropped is closed by saying so, and stays in the figures") {
    TestSite site;
    open_house(site);
    REQUIRE(by_host(site, {"checkin", "visit", "--party", "3", "--purpose", "look"}).code == 0);
    REQUIRE(by_host(site, {"serve", "tour", "V1", "show-2"}).code == 0);
    REQUIRE(by_host(site, {"serve", "tour-end", "V1"}).code == 0);
    const auto tours = [&] { return site.run({"report", "day", "--block", "show-home", "--csv"}).out; };
    const std::string before = tours();
    apply(site, [](std::string& plan) { drop(plan, "[[room]]\ncode = \"show-2\""); });
    CHECK(says(site.run({"due"}).out, "Show home 2: count after V1  onduty serve count show-2 all\n"));
    const Ran counted = by_host(site, {"serve", "count", "show-2", "all"});
    CHECK(says(counted.out, "Show home 2 counted: 0 items, after V1."));
    CHECK_FALSE(says(site.run({"due"}).out, "Show home 2"));
    CHECK(says(tours(), ",1,3,"));
    CHECK(by_host(site, {"serve", "count", "show-2", "all"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who was announced comes in although the seat and the host have left the plan") {
    TestSite site;
    open_house(site);
    REQUIRE(by_host(site, {"serve", "meeting", "B2", "14:00", "--party", "4", "--purpose", "board"}).code == 0);
    apply(site, [](std::string& plan) { drop(plan, "[[seat]]\ncode = \"B2\""); });
    site.set_time("2026-11-23 13:58");
    const Ran came = by_host(site, {"checkin", "visit", "V1"});
    CHECK(came.code == 0);
    CHECK(says(came.err, "Negotiation room B2 was announced, and the plan has it no more: it is left out."));
    CHECK(says(came.out, "V1: business, people 4."));
}

TEST_CASE("what is overdue by a rule that was dropped is explained before its time has run out") {
    TestSite site;
    open_house(site);
    site.set_time("2026-11-23 09:20");
    REQUIRE(says(site.run({"due"}).out, "onduty patrol check show-opening"));
    apply(site, [](std::string& plan) {
        drop(plan, "[[rule]]\ncode = \"show-opening\"");
        drop(plan, "[[checklist]]\ncode = \"show-opening\"");
    });
    CHECK(says(site.run({"due"}).out, "onduty patrol explain \"2026-11-23 09:00\" \"...\" --rule show-opening\n"));
    CHECK(by_host(site, {"patrol", "explain", "2026-11-23 09:00", "no list any more", "--rule", "show-opening"}).code ==
          0);
    CHECK_FALSE(says(site.run({"due"}).out, "show-opening"));
    CHECK(says(site.run({"report", "day", "--block", "patrol", "--csv"}).out, "show-opening,Show home opening"));
}

TEST_CASE("what is left of an item of the cleaning that was dropped is ended by its code, all misses at once") {
    TestSite site;
    open_house(site);
    site.set_time("2026-11-24 11:00");
    apply(site, [](std::string& plan) {
        const std::size_t code = plan.find("code = \"pool-round\"");
        REQUIRE(code != std::string::npos);
        const std::size_t begin = plan.rfind("[[cleaning]]", code);
        plan.erase(begin, plan.find("[[cleaning]]", code) - begin);
    });
    const std::string due = site.run({"due", "--all"}).out;
    CHECK(says(due, "onduty clean skip pool-round \"...\"\n"));
    CHECK(says(due, "Pool: floating matter, 3 times"));
    CHECK(says(due, "onduty clean skip pool-round --missed \"...\"\n"));
    const auto skip = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"clean", "skip"});
        words.insert(words.end(), {"--by", "cleaner"});
        return site.run(std::move(words));
    };
    CHECK(says(skip({"pool-round", "no pool any more", "--missed"}).out, "Skipped: pool-round (times: 3)."));
    CHECK(says(skip({"pool-round", "no pool any more"}).out, "Pool: floating matter, due 10:00: skipped."));
    CHECK_FALSE(says(site.run({"due", "--all"}).out, "pool-round"));
    CHECK(skip({"pool-round", "no pool any more"}).code == 4);
    CHECK(skip({"no-such-round", "no pool any more"}).code == 2);
}

TEST_CASE("another list under the code of a rule leaves what was done for the one before") {
    TestSite site;
    open_house(site);
    site.set_time("2026-11-23 09:00");
    REQUIRE(by_host(site, {"patrol", "check", "show-opening", "all"}).code == 0);
    site.set_time("2026-11-23 12:00");
    const auto figures = [&] { return site.run({"report", "day", "--block", "slots", "--csv"}).out; };
    const std::string before = figures();
    REQUIRE(says(before, "show-opening,2026-11-23 09:00,on_time"));
    apply(site,
          [](std::string& plan) { replace(plan, "checklist = \"show-opening\"", "checklist = \"show-closing\""); });
    CHECK(figures() == before);
}

TEST_CASE("what was dropped is refused by its whole name, code or alias, and nothing else is taken for it") {
    TestSite site;
    open_house(site);
    struct Dropped {
        const char* section;
        const char* more;                // what such a part needs besides its names
        std::vector<std::string> typed;  // the command, NAME for the thing
    };
    const std::vector<Dropped> all{
        {"point", "", {"clean", "request", "NAME", "spilled"}},
        {"seat", "area = \"P01\"\n", {"note", "event", "party", "20:00", "--people", "5", "--place", "NAME"}},
        {"cleaning", "area = \"P01\"\nkind = \"every\"\nevery = 60\n", {"clean", "done", "NAME"}},
        {"item", "unit = \"tin\"\n", {"serve", "stock", "used", "NAME=1"}},
        {"method", "minutes = 5\n", {"serve", "disinfect", "NAME", "glass=1"}},
        {"meter", "unit = \"m3\"\n", {"serve", "meter", "NAME", "5"}},
        {"lendable", "number = 2\n", {"lend", "out", "NAME", "--to", "2-1-301"}},
        {"emergency", "", {"note", "drill", "NAME", "--people", "3", "--result", "good"}},
    };
    for (const Dropped& one : all) {
        const std::string head = "[[" + std::string{one.section} + "]]\ncode = \"";
        const std::string more = std::string{"\n"} + one.more + "\n";
        const std::string gone = head + "zz-old\"\nname = \"Zebra\"\naliases = [\"zeb\"]" + more;
        const std::string other = head + "zz-new\"\nname = \"Zebra door\"" + more;
        CAPTURE(one.typed[0] + " " + one.typed[1]);
        apply(site, [&](std::string& plan) { plan += "\n" + gone + other; });
        apply(site, [&](std::string& plan) { replace(plan, gone, ""); });
        for (const char* name : {"Zebra", "zebra", "zz-old", "zeb"}) {
            std::vector<std::string> words = one.typed;
            for (std::string& word : words) {
                if (const std::size_t place = word.find("NAME"); place != std::string::npos) {
                    word.replace(place, 4, name);
                }
            }
            const Ran ran = by_host(site, words);
            CHECK_MESSAGE(says(ran.err, "Zebra was dropped from the plan."), ran.err);
            CHECK(ran.code == 4);
        }
        apply(site, [&](std::string& plan) { replace(plan, other, ""); });
    }
}

TEST_CASE("the name that something had before is not taken for the beginning of another") {
    TestSite site;
    open_house(site);
    const std::string zebra = "[[seat]]\ncode = \"zz\"\nname = \"Zebra\"\narea = \"P01\"\n\n";
    apply(site, [&](std::string& plan) { plan += "\n" + zebra; });
    apply(site, [&](std::string& plan) { replace(plan, "name = \"Zebra\"", "name = \"Tapir\""); });
    apply(site, [&](std::string& plan) { replace(plan, "name = \"Tapir\"", "name = \"Okapi\""); });
    apply(site,
          [&](std::string& plan) { plan += "\n[[seat]]\ncode = \"zz-2\"\nname = \"Zebra door\"\narea = \"P01\"\n"; });
    const auto party = [&](const char* place) {
        return by_host(site, {"note", "event", "party", "20:00", "--people", "5", "--place", place});
    };
    for (const char* before : {"Zebra", "tapir"}) {
        const Ran ran = party(before);
        CHECK(ran.code == 4);
        CHECK_MESSAGE(says(ran.err, "is called Okapi (zz) now."), ran.err);
    }
    CHECK(party("Okapi").code == 0);
    CHECK(party("Zebra door").code == 0);
    apply(site, [&](std::string& plan) { replace(plan, "name = \"Okapi\"", "name = \"Okapi west\""); });
    CHECK(party("Okapi").code == 0);
}

TEST_CASE("the former name of somebody who is there is his, that of who has left may be a stranger's") {
    TestSite site;
    open_house(site);
    for (const char* name : {"Li Na", "Sun Li"}) {
        REQUIRE(site.run({"plan", "add", "staff", name, "--post", "sales"}).code == 0);
    }
    apply(site, [](std::string& plan) { replace(plan, "name = \"Li Na\"", "name = \"Lina Gu\""); });
    REQUIRE(by_host(site, {"plan", "remove", "staff", "Sun Li"}).code == 0);
    REQUIRE(by_host(site, {"note", "mail", "letter", "--for", "2-1-301"}).code == 0);
    const std::string letter = std::to_string(onduty::Store{site.file(), onduty::Store::Mode::read}.head().number);
    const std::vector<std::vector<std::string>> all{
        {"lend", "out", "umbrella", "7", "--to"}, {"note", "mail", "parcel", "--for"},
        {"note", "done", letter, "--to"},         {"note", "training", "first aid", "--people", "3", "--by-whom"},
        {"complain", "dispatch", "C1"},           {"patrol", "incident", "smoke", "--category", "fire", "--phoned"},
    };
    REQUIRE(by_host(site, {"complain", "new", "repair", "lamp", "--severity", "3"}).code == 0);
    for (std::vector<std::string> words : all) {
        CAPTURE(words[0] + " " + words[1]);
        words.emplace_back("Li Na");
        const Ran renamed = by_host(site, words);
        CHECK_MESSAGE(renamed.code == 0, renamed.err);
        CHECK_MESSAGE(says(renamed.out, "Lina Gu") != (words[1] == "training"), renamed.out);
        if (words[1] == "done" || words[0] == "lend") {
            continue;  // once only
        }
        words.back() = "Sun Li";
        const Ran left = by_host(site, words);
        CHECK_MESSAGE(left.code == 0, left.err);
    }
}

TEST_CASE("the former name of a post is no firm's, a further one may be sent") {
    TestSite site;
    open_house(site);
    REQUIRE(by_host(site, {"complain", "new", "repair", "lamp", "--severity", "3"}).code == 0);
    apply(site, [](std::string& plan) { replace(plan, "name = \"Estate steward\"", "name = \"House technician\""); });
    const Ran renamed = by_host(site, {"complain", "dispatch", "C1", "Estate  steward"});
    CHECK(renamed.code == 4);
    CHECK_MESSAGE(says(renamed.err, "is called House technician (estate) now."), renamed.err);
    CHECK(by_host(site, {"complain", "dispatch", "C1", "Estate"}).code == 0);
    CHECK(by_host(site, {"complain", "dispatch", "C1", "Estate stewards Ltd"}).code == 0);
}

TEST_CASE("a colleague is found with two blanks in his name, wherever somebody from outside may be named") {
    TestSite site;
    open_house(site);
    REQUIRE(by_host(site, {"plan", "add", "staff", "Di East", "--post", "sales"}).code == 0);
    REQUIRE(by_host(site, {"plan", "add", "staff", "Bo  West", "--post", "sales"}).code == 0);
    CHECK(says(by_host(site, {"lend", "out", "umbrella", "7", "--to", "Di  East"}).out, "lent to Di East"));
    CHECK(says(by_host(site, {"note", "mail", "letter", "--for", "bo west"}).out, "for Bo"));
    CHECK(site.run({"checkin", "staff", "Di\u3000 East", "--post", "sales"}).code == 0);
}

TEST_CASE("the name of a dropped item of the cleaning explains its own misses, not those of one called alike") {
    TestSite site;
    open_house(site);
    const std::string rest = "area = \"P01\"\nkind = \"at\"\ntimes = [\"09:00\"]\nlate = 30\n\n";
    const std::string glass = "[[cleaning]]\ncode = \"zz-glass\"\nname = \"Zebra glass\"\n" + rest;
    apply(site, [&](std::string& plan) {
        plan += "\n" + glass + "[[cleaning]]\ncode = \"zz-glass-door\"\nname = \"Zebra glass door\"\n" + rest;
    });
    site.set_time("2026-11-24 08:00");
    apply(site, [&](std::string& plan) { replace(plan, glass, ""); });
    const Ran skipped = site.run({"clean", "skip", "Zebra glass", "we dropped it", "--missed", "--by", "cleaner"});
    CHECK_MESSAGE(says(skipped.out + skipped.err, "Zebra glass, due 11-23 09:00: skipped."), skipped.err);
    CHECK(says(site.run({"clean", "skip", "Zebra glass", "again", "--missed", "--by", "cleaner"}).err,
               "nothing was missed"));
}

TEST_CASE("who left is found by his name where the past is read, and by his code") {
    TestSite site;
    open_house(site);
    REQUIRE(by_host(site, {"plan", "add", "staff", "Chen Mei", "--code", "A77"}).code == 0);
    REQUIRE(by_host(site, {"plan", "add", "staff", "Chen", "--code", "A78"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "A78", "--post", "guard"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "A78"}).code == 0);
    REQUIRE(by_host(site, {"plan", "remove", "staff", "A78"}).code == 0);
    CHECK(says(site.run({"log", "--person", "Chen"}).out, "off duty"));
    CHECK(says(site.run({"checkin", "staff", "Chen", "--post", "guard"}).err, "Chen has left."));
}

TEST_CASE("misses of a rule that was dropped keep its name when several days are told as one") {
    TestSite site;
    open_house(site);
    site.set_time("2026-11-30 08:30");
    REQUIRE(by_host(site, {"plan", "remove", "rule", "show-opening"}).code == 0);
    const std::string due = site.run({"due"}).out;
    CHECK_MESSAGE(says(due, "Show home opening: 6"), due);
    CHECK_FALSE(says(site.run({"due"}).out, "  : "));
}

TEST_CASE("a cleaning item that is dropped waits in the cleaner's list as in due, until it is skipped") {
    TestSite site;
    open_house(site);
    const auto cleaner = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "cleaner"});
        return site.run(std::move(words)).out;
    };
    site.set_time("2026-11-23 18:40");
    const auto misses = [&] {
        const std::string list = site.run({"clean"}).out;
        return list.substr(std::min(list.find("Missed"), list.size()));
    };
    const auto number = [&](const std::string& text) { return text.substr(0, text.find(", of items")); };
    const std::string before = misses();
    REQUIRE(site.run({"plan", "remove", "rule", "pool-round"}).code == 0);
    const std::string after = misses();
    CHECK(number(after) == number(before));
    CHECK_MESSAGE(says(after, ", pool-round\n"), after);
    CHECK(says(cleaner({"clean", "skip", "pool-round", "--missed", "was ill"}), "pool"));
    CHECK_FALSE(says(misses(), "pool-round"));
    CHECK_FALSE(says(site.run({"due", "--all"}).out, "Pool: floating matter, "));
}

TEST_CASE("a handed item that is dropped is wrong over no more shifts, in any period and when it is back") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "offer"}).code == 0);  // 6
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "count", "all", "torch=1", "--of", "6", "--by", "Li Na"}).code == 3);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    const std::string whole = site.plan();
    const auto put = [&](const std::function<void(std::string&)>& edit) {
        std::string plan = site.plan();
        edit(plan);
        const Ran ran = site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0});
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
    };
    const auto rows = [&](const char* period) {
        return site.run({"report", period, "2026-11-23", "--block", "handover-items", "--csv"}).out;
    };
    site.set_time("2026-11-23 20:50");
    put([&](std::string& plan) { drop(plan, "[[handover_item]]\ncode = \"torch\""); });
    const std::string day = rows("day");
    CHECK_MESSAGE(says(day, ",2,,Zhang Wei,before,"), day);
    const char* offers = "Li Na";
    const char* accepts = "A01";
    REQUIRE(site.run({"checkin", "out", accepts}).code == 0);
    for (const char* now : {"2026-11-24 08:00", "2026-11-24 20:30", "2026-11-25 08:00"}) {
        site.set_time(now);
        REQUIRE(site.run({"checkin", "staff", accepts}).code == 0);
        REQUIRE(site.run({"handover", "offer", "--by", offers}).code == 0);
        REQUIRE(site.run({"handover", "accept", "--by", accepts}).code == 0);
        REQUIRE(site.run({"checkin", "out", offers}).code == 0);
        std::swap(offers, accepts);
    }
    CHECK(rows("week") == day);
    site.set_time("2026-11-25 08:30");
    const std::size_t torch = whole.find("[[handover_item]]\ncode = \"torch\"");
    put([&](std::string& plan) { plan += "\n" + whole.substr(torch, whole.find("\n[[", torch) - torch) + "\n"; });
    CHECK(rows("week") == day);
}

TEST_CASE("a table is to be tidied by the plan of when it was left, whatever became of it since") {
    TestSite site;
    TestSite::start_night(site);
    const auto tidy = [&] { return site.run({"report", "day", "2026-11-23", "--block", "requests", "--csv"}).out; };
    const auto change = [&](const char* entry, const char* how) {
        REQUIRE(site.run({"correct", entry, how, "--reason", "typed wrongly"}).code == 0);
    };
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"}).code == 0);  // 6
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);                                                   // 7, 8
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A2"}).code == 0);  // 9
    const std::string plan = site.plan();
    std::string less = plan;
    for (const char* code : {"A1", "A2"}) {
        const std::size_t at =
            less.rfind("[[seat]]", less.find(std::string{"code = \""} + code + "\"", less.find("[[seat]]")));
        less.erase(at, less.find("[[", at + 2) - at);
    }
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, less, std::chrono::seconds{0}).code == 0);  // 10
    const std::string before = tidy();
    REQUIRE(says(before, ",1,1,"));
    change("7", "--void");
    change("7", "--restore");
    CHECK(tidy() == before);
    CHECK(says(site.run({"checkin", "out", "V2"}).err, "is to be tidied up, entry"));
    // What had no area then gets none by a plan of later.
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what a dropped rule asked for is done while it can be, or explained at once, as due says") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:35");
    const std::vector<std::string> explain{"patrol",        "explain", "2026-11-23 20:30",
                                           "no more today", "--rule",  "closing-check"};
    const auto next = [&] {
        const std::string due = site.run({"due", "--all"}).out;
        const std::size_t line = due.find("losing check");
        return line == std::string::npos ? std::string{} : due.substr(line, due.find('\n', line) - line);
    };
    REQUIRE(site.run({"plan", "remove", "rule", "closing-check"}).code == 0);
    CHECK_MESSAGE(says(next(), "onduty patrol check closing"), next());
    std::vector<std::string> dry = explain;
    dry.insert(dry.begin(), "--dry-run");
    CHECK(site.run(dry).code == 0);
    REQUIRE(site.run({"patrol", "check", "closing", "all"}).code == 0);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out,
               "closing-check,2026-11-23 20:30,on_time,"));
    // With its list it cannot be done.
    REQUIRE(site.run({"correct", "7", "--void", "--reason", "not done"}).code == 0);
    std::string plan = site.plan();
    const std::size_t code = plan.find("code = \"closing\"", plan.find("[[checklist]]"));
    const std::size_t begin = plan.rfind("[[checklist]]", code);
    std::size_t end = plan.find("\n[[", begin);
    while (plan.compare(end + 1, 17, "[[checklist.item]") == 0) {
        end = plan.find("\n[[", end + 1);
    }
    plan.erase(begin, end + 1 - begin);
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    CHECK_MESSAGE(says(next(), "onduty patrol explain \"2026-11-23 20:30\" \"...\" --rule closing-check"), next());
    const Ran explained = site.run(explain);
    CHECK_MESSAGE(explained.code == 0, explained.err);
    CHECK(next().empty());
}

TEST_CASE("what was done before it was dropped is told afterwards, and nothing of later") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    const auto take_out = [&](const std::string& family, const std::string& line) {
        const std::size_t begin = plan.rfind("[[" + family + "]]", plan.find(line, plan.find("[[" + family + "]]")));
        REQUIRE(begin != std::string::npos);
        std::size_t end = plan.find("\n[[", begin);
        while (end != std::string::npos && plan.compare(end + 1, family.size() + 3, "[[" + family + ".") == 0) {
            end = plan.find("\n[[", end + 1);
        }
        plan.erase(begin, end + 1 - begin);
    };
    take_out("checklist", "code = \"closing\"");
    take_out("rule", "code = \"closing-check\"");
    take_out("rule", "fridge = ");
    take_out("fridge", "code = ");
    site.set_time("2026-11-23 20:50");
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    site.set_time("2026-11-23 20:55");
    CHECK(says(site.run({"patrol", "check", "closing", "all"}).err, "dropped"));
    CHECK(site.run({"patrol", "check", "closing", "all", "--at", "20:52"}).code == 4);
    const Ran check = site.run({"patrol", "check", "closing", "all", "--at", "20:42"});
    CHECK_MESSAGE(check.code == 0, check.err);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out,
               "closing-check,2026-11-23 20:30,on_time,2026-11-23 20:42"));
    const Ran reading = site.run({"serve", "fridge", "4", "bar-fridge", "--at", "20:45"});
    CHECK_MESSAGE(reading.code == 0, reading.err);
    CHECK(site.run({"serve", "fridge", "4", "bar-fridge"}).code == 4);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "fridges", "--csv"}).out, "bar-fridge,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what is told of before a change of the plan goes by the plan of then, also in the answer") {
    TestSite site;
    TestSite::start_night(site);
    const std::string plan = site.plan();
    const auto apply = [&](const std::string& text) {
        const Ran ran = site.run_with_input({"plan", "apply", "-"}, text, std::chrono::seconds{0});
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
    };
    apply(plan + "\n[[meter]]\ncode = \"power\"\nname = \"Power\"\nunit = \"kWh\"\nlimit = 50\n");
    REQUIRE(site.run({"serve", "meter", "power", "1000"}).code == 0);
    site.set_time("2026-11-24 08:10");
    REQUIRE(site.run({"checkin", "out", "A01"}).code == 0);
    // At noon a checkpoint leaves the route, the meter and an item of the closing check come to an end.
    site.set_time("2026-11-24 12:00");
    std::string less = plan;
    for (std::size_t at = 0; (at = less.find(", \"P09\"")) != std::string::npos;) {
        less.erase(at, 7);
    }
    apply(less);
    REQUIRE(site.run({"plan", "add", "item", "closing", "Skylight shut"}).code == 0);
    site.set_time("2026-11-24 20:30");
    REQUIRE(site.run({"checkin", "staff", "A01"}).code == 0);
    const auto told = [&](std::vector<std::string> words, const char* at) {
        words.insert(words.end(), {"--at", at, "--reason", "was on paper"});
        return site.run(std::move(words));
    };
    CHECK(says(told({"patrol", "start"}, "2026-11-24 04:00").out, "begins for 04:00, typed late: points 9"));
    const Ran points =
        told({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}, "2026-11-24 04:05");
    CHECK_MESSAGE(points.code == 0, points.err);
    CHECK(says(told({"patrol", "end"}, "2026-11-24 04:12").out, "Night round complete: visits 9"));
    CHECK(says(told({"patrol", "check", "closing", "1-8"}, "2026-11-23 20:40").out, "ok 8"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "checks", "--csv"}).out, ",1,0,8,8,"));
    CHECK(says(told({"serve", "meter", "power", "1080"}, "2026-11-24 10:00").out, "OVER the limit of 50 kWh"));
    CHECK(says(site.run({"report", "week", "--block", "meters", "--csv"}).out, "power,Power,kWh,2,1080,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what was counted or read before a limit changed is compared with that of then") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "offer", "--by", "A01"}).code == 0);
    const auto by = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--at", "20:35", "--by", "Li Na"});
        return site.run(std::move(words));
    };
    // In each of these tables the first number of this kind becomes another one.
    std::string plan = site.plan();
    const auto put = [&](const std::string& head, const std::string& from, const std::string& to) {
        const std::size_t at = plan.find(from, plan.find(head));
        REQUIRE(at != std::string::npos);
        plan.replace(at, from.size(), to);
    };
    put("code = \"vase\"", "number = 2", "number = 1");
    put("code = \"torch\"", "number = 2", "number = 1");
    put("code = \"bar-fridge\"", "max = 8", "max = 3");
    put("code = \"radio\"", "within = 720", "within = 30");
    put("[stock]", "approve = [", "approve = [] # ");
    site.set_time("2026-11-23 20:40");
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    CHECK(says(by({"serve", "count", "show-1", "all", "vase=1"}).out, "DIFFERENT: Vase 1 of 2"));
    CHECK(says(by({"handover", "count", "all", "torch=1"}).out, "DIFFERENT: Torch 1 of 2, missing"));
    const Ran reading = by({"serve", "fridge", "4"});
    CHECK_MESSAGE(reading.code == 0, reading.err);
    CHECK(site.run({"serve", "fridge", "4", "--by", "Li Na"}).code == 4);
    CHECK(says(by({"lend", "out", "radio", "3", "--to", "Li Na"}).out, "due back 2026-11-24 Tue 08:35"));
    const Ran broken = by({"serve", "stock", "broken", "cup=1", "--note", "fell down"});
    CHECK_MESSAGE(broken.code == 0, broken.err);
    CHECK(says(site.run({"due", "--all"}).out, "broken: approve"));
    CHECK(site.run({"verify"}).code == 0);
}
