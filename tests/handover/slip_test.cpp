// SPDX-License-Identifier: MIT
// What should handover slip and the sections of a handover tell?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "support.hpp"
#include "text/unicode.hpp"

using onduty::test::Ran;
using onduty::test::read_text;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

std::string seal_in(const std::string& text) {
    const auto at = text.find("Seal  ") + 6;
    return text.substr(at, text.find('\n', at) - at);
}

std::size_t widest(const std::string& text) {
    std::istringstream lines{text};
    std::size_t width = 0;
    for (std::string line; std::getline(lines, line);) {
        width = std::max(width, onduty::display_width(line));
    }
    return width;
}

// A night with a missed round, a fault, an incident and an umbrella that is out; Zhang Wei offers at 23:00.
void busy_night(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P01", "--fault", "lamp <b> & flickers"}).code == 0);
    REQUIRE(site.run({"patrol", "end"}).code >= 0);
    site.set_time("2026-11-23 22:00");
    REQUIRE(site.run({"patrol", "incident", "drunk man", "--category", "intruder", "--place", "P01"}).code == 0);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "zw"}).code == 0);
    site.set_time("2026-11-23 23:40");
    REQUIRE(site.run({"handover", "offer", "grüße 你好"}).code == 0);
}

}  // namespace

TEST_CASE("who asks for the handover of a post is told of the last one where none waits") {
    TestSite site;
    busy_night(site);
    for (const char* command : {"show", "slip"}) {
        CHECK(site.run({"handover", command, "night-guard"}).code != 2);  // it waits
        CHECK_FALSE(says(site.run({"handover", command, "bar"}).err, "The last one"));
    }
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code != 2);
    for (const std::string command : {"show", "slip"}) {
        const Ran none = site.run({"handover", command, "night-guard"});
        const auto at = none.err.find("The last one: onduty handover " + command + " ");
        REQUIRE_MESSAGE(at != std::string::npos, none.err);
        const auto number = none.err.find_last_of(' ', none.err.find('\n', at));
        const std::string typed = none.err.substr(number + 1, none.err.find('\n', number) - number - 1);
        CHECK(site.run({"handover", command, typed}).code != 2);
    }
}

TEST_CASE("a slip says what came later to an incident, also of the shift before, and what an alarm was") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "incident", "pipe burst", "--category", "fire", "--place", "P05"}).code == 0);  // 6
    REQUIRE(site.run({"patrol", "alarm", "P06", "--kind", "fire"}).code == 0);                                  // 7
    site.set_time("2026-11-23 23:00");
    REQUIRE(site.run({"patrol", "alarm", "7", "toast", "--result", "false"}).code == 0);
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    CHECK(says(site.run({"handover", "slip"}).out, "#8 2026-11-23 23:00 #7: false alarm: toast"));
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    site.set_time("2026-11-24 06:00");
    REQUIRE(site.run({"patrol", "incident", "1", "--needed", "plumber at 7"}).code == 0);
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    const std::string slip = site.run({"handover", "slip"}).out;
    CHECK(says(slip, "2026-11-24 06:00 #6: to be done: plumber at 7"));
    CHECK_FALSE(says(slip, "toast"));
}

TEST_CASE("a slip calls nothing out of order that is repaired and accepted, and no call silent that was answered") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    const auto at = [&](const char* time, std::vector<std::string> words, const char* by) {
        site.set_time(std::string{"2026-11-23 "} + time);
        words.insert(words.end(), {"--by", by});
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran;
    };
    const auto slip = [&](const char* time) { return at(time, {"handover", "offer", "--dry-run"}, "zw").out; };
    at("21:00", {"patrol", "start"}, "zw");
    at("21:02", {"patrol", "point", "P01", "--fault", "lamp broken"}, "zw");
    site.run({"patrol", "end", "--by", "zw"});
    at("21:30", {"patrol", "call", "zw", "--no-answer", "--next", "call again"}, "Wang");
    at("21:31", {"patrol", "call", "zw", "--no-answer", "--next", "go there"}, "Wang");
    CHECK_FALSE(says(slip("21:32"), "answered"));
    at("21:40", {"patrol", "call", "zw"}, "Wang");
    at("22:00", {"complain", "dispatch", "C1", "guard"}, "Wang");
    at("22:10", {"complain", "arrive", "C1"}, "Wang");
    const std::string before = slip("22:11");
    CHECK(says(before, "Out of order\n"));
    CHECK(says(before, "call again, answered 2026-11-23 21:40"));
    CHECK(says(before, "go there, answered 2026-11-23 21:40"));
    at("22:20", {"complain", "resolve", "C1", "new lamp"}, "Wang");
    const std::string resolved = slip("22:21");
    CHECK(says(resolved, "Out of order\n"));
    CHECK(says(resolved, "lamp broken, resolved 2026-11-23 22:20"));
    at("22:30", {"complain", "sign", "C1", "Wang", "ok"}, "Wang");
    const std::string accepted = slip("22:31");
    CHECK_FALSE(says(accepted, "Out of order\n"));
    CHECK(says(accepted, "resolved 2026-11-23 22:20, accepted 2026-11-23 22:30; to be archived"));
    at("22:40", {"complain", "archive", "C1"}, "Wang");
    CHECK_FALSE(says(slip("22:41"), "to be archived"));
}

TEST_CASE("the first slip of a site tells what was missed of a stretch of the day before") {
    TestSite site;
    site.set_time("2026-11-23 07:00");
    TestSite::start_night(site);  // 07:00, in the stretch that began on the 22nd
    site.set_time("2026-11-23 08:00");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 12:00");
    const std::string due = site.run({"due"}).out;
    const std::string slip = site.run({"handover", "offer", "--by", "Li Na"}).out;
    MESSAGE(due);
    MESSAGE(slip);
    CHECK(says(slip, "Missed\n"));
}

TEST_CASE("the items of a slip are those of the plan by which it was offered, and as many were counted at most") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 23:40");
    REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
    const std::string plan = site.plan();
    std::string more = plan;
    more.insert(more.find("[[handover_item]]"),
                "[[handover_item]]\ncode = \"whistle\"\nname = \"Whistle\"\n"
                "posts = [\"guard\", \"night-guard\"]\n\n");
    const auto counted = [&] {
        const std::string text = site.run({"handover", "show", "7", "--by", "Li Na"}).out;
        const std::size_t at = text.find("Counted at this handover: ") + 26;
        return text.substr(at, text.find(" items", at) - at);
    };
    REQUIRE(site.run({"handover", "count", "all", "--by", "Li Na"}).code == 0);
    const std::string all = counted();
    const int items = std::stoi(all);
    CHECK(all == fmt::format("{0} of {0}", items));
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, more, std::chrono::seconds{0}).code == 0);
    CHECK(counted() == all);
    CHECK_FALSE(says(site.run({"handover", "count", "--of", "7"}).out, "Whistle"));
    REQUIRE(site.run({"handover", "count", "all", "--by", "Li Na"}).code == 0);
    CHECK(counted() == all);
    // Nor is what the plan drops after it none of it any more.
    std::string fewer = plan;
    const std::size_t first = fewer.find("[[handover_item]]");
    fewer.erase(first, fewer.find("[[handover_item]]", first + 1) - first);
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, fewer, std::chrono::seconds{0}).code == 0);
    CHECK(counted() == all);
    CHECK(site.run({"handover", "count", "all", "--by", "Li Na"}).code == 0);
    CHECK(counted() == all);
    const Ran accepted = site.run({"handover", "accept", "--by", "Li Na"});
    CHECK(accepted.code == 0);
    CHECK_FALSE(says(accepted.err, "Not counted"));
    CHECK(counted() == all);
}

TEST_CASE("what the plan has no more is handed over no more, and stays on the slips and in the weeks of before") {
    TestSite site;
    TestSite::start_night(site);
    const std::string plan = site.plan();
    std::string more = plan;
    more.insert(more.find("[[handover_item]]"),
                "[[handover_item]]\ncode = \"whistle\"\nname = \"Whistle\"\n"
                "posts = [\"guard\", \"night-guard\"]\n\n");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, more, std::chrono::seconds{0}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    const auto hand_over = [&](const std::string& from, const std::string& to, bool whistle) {
        REQUIRE(site.run({"handover", "offer", "--by", from}).code == 0);
        std::vector<std::string> count{"handover", "count", "all", "torch=1", "--by", to};
        if (whistle) {
            count.emplace_back("whistle=0");
        }
        REQUIRE(site.run(count).code == 3);
        REQUIRE(site.run({"handover", "accept", "--by", to}).code == 0);
    };
    site.set_time("2026-11-23 23:40");
    hand_over("zw", "Li Na", true);
    site.set_time("2026-11-24 08:40");
    hand_over("Li Na", "zw", true);
    const std::string first = site.run({"handover", "slip", "8"}).out;
    const std::string second = site.run({"handover", "slip", "12"}).out;
    CHECK(says(second, "Whistle 0 of 1, missing, since 2026-11-23 23:40"));
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    site.set_time("2026-11-24 20:40");
    REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
    const std::string third = site.run({"handover", "show"}).out;
    CHECK(says(third, "Torch 1 of 2, missing, since 2026-11-23 23:40"));
    CHECK_FALSE(says(third, "Whistle 0 of 1, missing, since"));
    CHECK(says(third, "Whistle 0 of 1"));  // of its case
    CHECK(site.run({"handover", "slip", "8"}).out == first);
    CHECK(site.run({"handover", "slip", "12"}).out == second);
    site.set_time("2026-12-01 20:40");
    const auto items = [&](const std::string& week) {
        return site.run({"report", "week", week, "--block", "handover-items", "--csv"}).out;
    };
    CHECK(says(items("2026-11-24"), "whistle,Whistle,1,0,missing,2026-11-23 23:40,2,,"));
    CHECK(says(items("2026-12-01"), "torch,Torch,2,1,missing,2026-11-23 23:40,"));
    CHECK_FALSE(says(items("2026-12-01"), "whistle"));
}

TEST_CASE("a slip has its sections in order, the seal, and places to sign") {
    TestSite site;
    busy_night(site);
    const std::string slip = site.run({"handover", "slip"}).out;
    std::size_t before = 0;
    for (const char* words : {"Handover slip",
                              "Note",
                              "grüße 你好",
                              "Missed",
                              "Night round NOT EXPLAINED",
                              "Incidents",
                              "drunk man",
                              "Faults",
                              "lamp <b> & flickers",
                              "Items handed over",
                              "NOT COUNTED",
                              "Lent",
                              "Umbrella 7",
                              "Due in the next 12 h",
                              "Rounds and checks",
                              "On duty: Zhang Wei (Night guard)",
                              "In numbers",
                              "Seal  ",
                              "onduty verify --seal ",
                              "A log proves who said what",
                              "Handed over: Zhang Wei",
                              "Signature:"}) {
        CAPTURE(std::string{words});
        const auto at = slip.find(words, before);
        CHECK(at != std::string::npos);
        before = at == std::string::npos ? before : at;
    }
    CHECK(widest(slip) <= 80);
    CHECK(std::count(slip.begin(), slip.end(), '\n') <= 60);
}

TEST_CASE("what is recorded after the offer is not in it, however late it is printed") {
    TestSite site;
    busy_night(site);
    REQUIRE(site.run({"lend", "back", "umbrella", "7"}).code == 0);
    REQUIRE(site.run({"patrol", "incident", "a second one", "--category", "fire", "--place", "P02"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    const std::string first = site.run({"handover", "slip", "12", "--json"}).out;
    CHECK(says(first, "Umbrella 7"));
    CHECK(says(first, "drunk man"));
    CHECK_FALSE(says(first, "a second one"));
    CHECK_FALSE(says(first, "Li Na"));
    REQUIRE(site.run({"handover", "offer", "--by", "Li Na"}).code == 0);
    const std::string second = site.run({"handover", "show", "guard"}).out;
    CHECK(says(second, "a second one"));
    CHECK_FALSE(says(second, "drunk man"));
    CHECK_FALSE(says(second, "Umbrella 7"));
    const std::string page = site.run({"handover", "slip", "12"}).out;
    const auto at = page.find("are in the seal ") + 16;
    CHECK(site.run({"verify", "--seal", page.substr(at, page.find(".\n", at) - at)}).code == 0);
    // A month later it is the same.
    site.set_time("2026-12-24 09:00");
    CHECK(site.run({"handover", "slip", "12", "--json"}).out == first);
}

TEST_CASE("a file is text or HTML, escaped and whole in itself") {
    TestSite site;
    busy_night(site);
    const std::string name = site.directory() + "/slip.html";
    const Ran written = site.run({"handover", "slip", "-o", name});
    CHECK(written.code == 0);
    CHECK(says(written.err, "slip.html. Print it; both sign."));
    const std::string html = read_text(name);
    CHECK(html.find("<!DOCTYPE html>\n<html lang=\"en\">") == 0);
    CHECK(says(html, "lamp &lt;b&gt; &amp; flickers"));
    CHECK(says(html, "grüße 你好"));
    for (const char* outside : {"http", "<script", "<link", "src=", "url("}) {
        CHECK_FALSE(says(html, outside));
    }
    CHECK(site.run({"handover", "slip", "-o", name}).code == 4);
    CHECK(site.run({"handover", "slip", "-o", name, "--force"}).code == 0);
    CHECK(site.run({"handover", "slip", "-o", site.directory() + "/slip.pdf"}).code == 2);
    const std::string text = site.directory() + "/slip.txt";
    REQUIRE(site.run({"handover", "slip", "-o", text}).code == 0);
    CHECK(read_text(text) == site.run({"handover", "slip"}).out);
    site.language = "zh";
    CHECK(widest(site.run({"handover", "slip"}).out) <= 80);
}

TEST_CASE("long sections are cut so that the slip stays one page") {
    TestSite site;
    busy_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    for (int i = 0; i < 70; ++i) {
        REQUIRE(site.run({"patrol", "incident",
                          "incident with a long text that has to be broken somewhere, number " + std::to_string(i),
                          "--category", "other", "--place", "P01", "--by", "zw"})
                    .code == 0);
    }
    REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
    const std::string slip = site.run({"handover", "slip"}).out;
    CHECK(std::count(slip.begin(), slip.end(), '\n') <= 60);
    CHECK(widest(slip) <= 80);
    // The line leads to all of them.
    const auto more = slip.find(" more: onduty handover show ");
    REQUIRE(more != std::string::npos);
    const auto words = slip.find("show ", more) + 5;
    const std::string whole = site.run({"handover", "show", slip.substr(words, slip.find('\n', words) - words)}).out;
    for (int i = 0; i < 70; ++i) {
        CHECK(says(whole, ("somewhere, number " + std::to_string(i) + "\n").c_str()));
    }
    CHECK(says(slip, "Signature:"));
}

TEST_CASE("the seal on a slip is taken however it is typed") {
    TestSite site;
    busy_night(site);
    std::string seal = seal_in(site.run({"handover", "slip"}).out);
    CHECK(site.run({"verify", "--seal", seal}).code == 0);
    std::string small = onduty::lower_case(seal);
    std::replace(small.begin(), small.end(), '0', 'o');
    std::replace(small.begin(), small.end(), '1', 'l');
    std::replace(small.begin(), small.end(), '-', ' ');
    CHECK(site.run({"verify", "--seal", small}).code == 0);
    std::string wide;
    for (const char letter : seal) {
        wide += "\xEF";
        wide += static_cast<char>(letter < 0x60 ? 0xBC : 0xBD);
        wide += static_cast<char>(letter - 0x20 + 0x80);
    }
    CHECK(site.run({"verify", "--seal", wide}).code == 0);
    seal.back() = seal.back() == 'A' ? 'B' : 'A';
    CHECK(site.run({"verify", "--seal", seal}).code == 3);
}

TEST_CASE("without a number the slip is that of the handover that waits, else of the newest") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(says(site.run({"handover", "slip"}).err, "No handover was offered yet. First: onduty handover offer"));
    REQUIRE(site.run({"handover", "offer"}).code == 0);  // 6
    CHECK(says(site.run({"handover", "slip"}).out, "entry 6"));
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(says(site.run({"handover", "accept", "--by", "Li Na"}).out, "Slip: onduty handover slip 6"));
    CHECK(says(site.run({"handover", "slip"}).out, "entry 6"));
    CHECK(site.run({"handover", "slip", "night-guard"}).code == 2);
    CHECK(site.run({"handover", "slip", "3"}).code == 2);
}

TEST_CASE("a slip goes back to the last accepted handover, however long ago that was") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"handover", "count", "all", "radio=5", "--by", "zw"}).code == 3);
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    site.set_time("2026-12-02 21:00");
    REQUIRE(site.run({"patrol", "incident", "drunk man", "--category", "other", "--place", "P01", "--by", "zw"}).code ==
            0);
    site.set_time("2027-02-20 21:00");
    REQUIRE(site.run({"handover", "offer", "--by", "Li Na"}).code == 0);
    const std::string told = site.run({"handover", "show", "guard"}).out;
    CHECK(says(told, "drunk man"));
    CHECK_FALSE(says(told, "Zhang Wei (Night guard)"));  // he never went off, and nobody was there for months
    CHECK(says(told, "Zhang Wei: not signed off"));
    CHECK(says(told, "Radio 5 of 6, missing, since 2026-11-23 20:30, 89 days, Zhang Wei answers for it"));
    CHECK(says(told, " times NOT EXPLAINED\n"));
    CHECK(says(site.run({"report", "day", "2027-02-20", "--block", "handover-items", "--csv"}).out,
               "radio,Radio,6,5,missing,2026-11-23 20:30,"));
    // In order again: in the report of that day, and of no later one.
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"handover", "count", "all", "--of", "guard", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(site.run({"handover", "show", "guard"}).out, "Zhang Wei answers for it"));
    site.set_time("2027-02-24 21:00");
    CHECK(says(site.run({"report", "day", "2027-02-20", "--block", "handover-items", "--csv"}).out, "radio,Radio"));
    CHECK_FALSE(says(site.run({"report", "day", "2027-02-23", "--block", "handover-items", "--csv"}).out, "radio"));
}

TEST_CASE("a slip counts shifts and not acceptances, and what another post handed over was handed over") {
    TestSite site;
    TestSite::start_night(site);
    const auto must = [&](std::vector<std::string> words) {
        const Ran ran = site.run(std::move(words));
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return ran;
    };
    const auto number_of = [&](const Ran& ran) { return std::to_string(onduty::test::entry_of(ran)); };
    must({"plan", "add", "staff", "Gao", "--post", "guard", "--by", "Wang"});
    must({"plan", "add", "staff", "Chen Jing", "--post", "bar", "--by", "Wang"});
    site.set_time("2026-11-23 22:10");
    must({"checkin", "staff", "Gao"});
    must({"note", "task", "call the locksmith", "--until", "2026-11-25", "--by", "zw"});
    const std::string first = number_of(must({"handover", "offer", "--by", "zw"}));
    const std::string second = number_of(must({"handover", "offer", "--by", "Gao"}));
    site.set_time("2026-11-23 22:30");
    must({"checkin", "staff", "Li Na"});
    must({"handover", "accept", first, "--by", "Li Na"});
    must({"handover", "accept", second, "--by", "Li Na"});
    must({"checkin", "out", "Gao"});
    site.set_time("2026-11-24 06:00");
    CHECK(says(must({"handover", "offer", "--by", "Li Na"}).out, "since 2026-11-23 22:10, 2 shifts"));
    must({"handover", "refuse", "not now", "--by", "zw"});
    // The bar hands over what the next guard finds open.
    site.set_time("2026-11-24 10:00");
    must({"checkin", "staff", "Chen Jing"});
    must({"checkin", "staff", "Wang"});
    must({"note", "task", "order milk", "--until", "2026-11-25", "--by", "Chen Jing"});
    const std::string bar = number_of(must({"handover", "offer", "--by", "Chen Jing"}));
    site.set_time("2026-11-24 10:20");
    must({"checkin", "staff", "Gao"});
    CHECK(says(must({"handover", "offer", "--by", "Gao"}).out, "since 2026-11-24 10:00, never handed over"));
    must({"handover", "accept", bar, "--by", "Wang"});
    must({"handover", "refuse", "more to do", "--by", "Wang"});
    const std::string slip = must({"handover", "offer", "--by", "Gao"}).out;
    CHECK(says(slip, "order milk"));
    CHECK(says(slip, "since 2026-11-24 10:00\n"));
}

TEST_CASE("the first handover covers what was never handed over, and so does one whose forerunner is withdrawn") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:10");
    REQUIRE(site.run({"patrol", "incident", "till broken open", "--category", "theft", "--place", "P01"}).code == 0);
    REQUIRE(site.run({"note", "task", "call the locksmith", "--until", "2026-11-25"}).code == 0);
    site.set_time("2026-11-24 06:00");
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);  // without a handover
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-24 13:40");
    const Ran first = site.run({"handover", "offer"});
    const std::string number = first.out.substr(1, first.out.find(' ') - 1);
    CHECK(says(first.out, "#6 2026-11-23 22:10 Theft: till broken open"));
    CHECK(says(first.out, "since 2026-11-23 22:10, never handed over"));
    CHECK(says(first.out, "2026-11-23 21:00 to 2026-11-24 08:00 Night round, 12 times NOT EXPLAINED"));
    CHECK(says(first.out, "Entries 5 to 10, of this shift 0;"));
    REQUIRE(site.run({"checkin", "staff", "zw"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "zw"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
    site.set_time("2026-11-24 21:30");
    const Ran second = site.run({"handover", "offer", "--by", "zw"});
    const std::string later = second.out.substr(1, second.out.find(' ') - 1);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"handover", "accept", "--by", "Li Na"}).code == 0);
    CHECK(says(site.run({"handover", "show", later}).out, ("Entries " + number + " to ").c_str()));
    CHECK_FALSE(says(site.run({"handover", "show", later}).out, "till broken open"));
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"correct", number, "--void", "--all", "--reason", "not so", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"handover", "show", later}).out, "Entries 5 to "));
    CHECK(says(site.run({"handover", "show", later}).out, "till broken open"));
}

TEST_CASE("a slip keeps what it handed over when an older offer is accepted only afterwards") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"patrol", "incident", "before first", "--category", "other", "--by", "Li Na"}).code == 0);
    const std::string older = std::to_string(onduty::test::entry_of(site.run({"handover", "offer", "--by", "Li Na"})));
    site.set_time("2026-11-24 07:50");
    const std::string newer = std::to_string(onduty::test::entry_of(site.run({"handover", "offer", "--by", "zw"})));
    REQUIRE(site.run({"handover", "accept", newer, "--by", "Li Na"}).code == 0);
    const std::string slip = site.run({"handover", "show", newer}).out;
    CHECK(says(slip, "before first"));
    REQUIRE(site.run({"handover", "accept", older, "--by", "zw"}).code == 0);
    CHECK(site.run({"handover", "show", newer}).out == slip);
}

TEST_CASE("a count that differs stands on the slip until somebody says why") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    REQUIRE(site.run({"serve", "stock", "count", "cup=50", "--by", "Chen Jing"}).code == 3);
    REQUIRE(site.run({"serve", "stock", "count", "cup=49", "--by", "Chen Jing"}).code == 3);
    site.set_time("2027-02-20 21:00");
    REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
    CHECK(says(site.run({"handover", "show", "night-guard"}).out,
               "#9 stocktake Cup 49 of 50 incomplete, since 2026-11-23 20:30, 89 days"));
    CHECK(says(site.run({"report", "day", "--block", "open-items", "--csv"}).out, "9,stocktake,Cup 49 of 50,"));
}

TEST_CASE("who answers for a missing item stays the same, however many counts come after") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    std::string offers = "Zhang Wei";
    std::string accepts = "Li Na";
    for (int shift = 0; shift < 70; ++shift) {
        const int hours = 21 + 12 * shift;
        site.set_time(fmt::format("2026-{:02}-{:02} {:02}:00", 11 + (22 + hours / 24) / 30, 1 + (22 + hours / 24) % 30,
                                  hours % 24));
        REQUIRE(site.run({"handover", "offer", "--by", offers}).code == 0);
        const Ran count = site.run({"handover", "count", "all", "torch=1", "--by", accepts});
        CHECK(count.code == 3);
        CAPTURE(shift);
        CAPTURE(count.err);
        CHECK(says(count.err, shift == 0 ? "Found before the acceptance: Zhang Wei answers for it."
                                         : "Torch is so since entry 8: Zhang Wei answers for it."));
        if (shift > 0) {
            CHECK(says(site.run({"handover", "show"}).out, "#8 Torch 1 of 2, missing, since 2026-11-23 21:00"));
        }
        REQUIRE(site.run({"handover", "accept", "--by", accepts}).code == 0);
        REQUIRE(site.run({"checkin", "out", offers}).code == 0);
        REQUIRE(site.run({"checkin", "staff", offers}).code == 0);
        std::swap(offers, accepts);
    }
}

TEST_CASE("what is due in the next hours stands in order, and nothing of later") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"note", "task", "floor plans", "--owner", "zw", "--until", "2026-11-24 18:00"}).code == 0);
    REQUIRE(site.run({"note", "task", "lamps", "--owner", "zw", "--until", "2026-11-24 07:00"}).code == 0);
    REQUIRE(site.run({"note", "task", "doors", "--owner", "zw", "--until", "2026-11-23 22:30"}).code == 0);
    site.set_time("2026-11-23 23:40");
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    std::istringstream rows{site.run({"handover", "slip", "--json"}).out};
    std::vector<std::string> due;
    for (std::string row; std::getline(rows, row);) {
        const std::string begin = "\"section\":\"due\"";
        const auto text = row.find("\"text\":\"");
        if (row.find(begin) != std::string::npos && text != std::string::npos) {
            due.push_back(row.substr(text + 8));
        }
    }
    const auto tells = [&](const char* words) {
        return std::any_of(due.begin(), due.end(), [&](const std::string& text) { return says(text, words); });
    };
    CHECK(due.size() > 2);
    CHECK(std::is_sorted(due.begin(), due.end()));
    CHECK(tells("doors"));
    CHECK(tells("lamps"));
    CHECK_FALSE(tells("floor plans"));
}

TEST_CASE("a slip tells of an open entry what was still open then, and says it a year later") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto by = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "zw"});
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return onduty::test::entry_of(ran);
    };
    by({"serve", "linen", "sent", "cloth=4", "towel=10"});
    const std::string room = std::to_string(by({"serve", "count", "show-1", "all", "vase=1", "book=7"}));
    by({"serve", "stock", "count", "cup=50", "glass=9"});
    const std::string stock = std::to_string(by({"serve", "stock", "count", "cup=49", "glass=1"}));
    by({"serve", "linen", "back", "cloth=3", "towel=10"});
    by({"serve", "explain", room, "vase", "broken by a guest"});
    by({"serve", "explain", stock, "glass", "in the kitchen"});
    const std::string offer = std::to_string(by({"handover", "offer"}));
    const std::string slip = site.run({"handover", "slip", offer}).out;
    CHECK(says(slip, "linen sent cloth 1,"));
    CHECK_FALSE(says(slip, "towel"));
    CHECK(says(slip, "Book 7 of 6"));
    CHECK(says(slip, "Cup 49 of 50"));
    CHECK_FALSE(says(slip, "Glass 1 of"));
    const auto tasks = [&] {
        const std::string text = site.run({"handover", "show", offer, "--json"}).out;
        std::string found;
        for (std::size_t at = text.find("\"tasks\""); at != std::string::npos; at = text.find("\"tasks\"", at + 1)) {
            found += text.substr(at, text.find('\n', at) - at) + "\n";
        }
        return found;
    };
    const std::string before = tasks();
    REQUIRE(site.run({"handover", "accept", "--by", "Wang"}).code == 0);
    by({"serve", "linen", "back", "cloth=1"});
    by({"serve", "explain", room, "book", "one was a guest's"});
    site.set_time("2027-11-23 20:30");
    CHECK(tasks() == before);
}

TEST_CASE("what the shift wrote itself is told without its coming, its corrections and what it withdrew") {
    TestSite site;
    TestSite::start_night(site);
    const auto must = [&](const std::vector<std::string>& words) {
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
    };
    must({"note", "task", "call the locksmith", "--until", "2026-11-25"});                          // 6
    must({"note", "task", "a parcel", "--until", "2026-11-25"});                                    // 7
    must({"correct", "6", "--note", "call the glazier", "--reason", "another one", "--by", "zw"});  // 8
    must({"correct", "7", "--void", "--reason", "typed twice", "--by", "zw"});                      // 9
    CHECK(says(site.run({"handover", "offer"}).out, "Entries 5 to 9, of this shift 1;"));
}
