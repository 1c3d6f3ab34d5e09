// SPDX-License-Identifier: MIT
// Does every round that is to be signed wait for that once it is over, whoever typed it and whenever, and does what
// nobody ended wait until somebody does?
#include <doctest/doctest.h>

#include <functional>
#include <vector>

#include "book/played_day.hpp"
#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

using Typed = std::vector<std::string>;

// On duty on 24 November: Wang (A03), who signs; Li Na (A02) and Chen (A04), who walk, came at 8:00. Last entry: 8.
void start_morning(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen", "--post", "guard", "--by", "Wang"}).code == 0);
    site.set_time("2026-11-24 08:00");
    for (const char* who : {"Wang", "A04"}) {
        REQUIRE(site.run({"checkin", "staff", who}).code == 0);
    }
}

void run_all(TestSite& site, const std::vector<Typed>& all) {
    for (const Typed& words : all) {
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    }
}

// begin, points and end of a fire patrol at these times of the day, with what each step needs besides.
void walk(TestSite& site, const Typed& more, bool told = true) {
    const auto at = [&](const char* time, Typed words) {
        words.insert(words.end(), more.begin(), more.end());
        if (told) {
            words.insert(words.end(), {"--at", time, "--reason", "forgot it"});
        }
        return words;
    };
    run_all(site, {at("10:00", {"patrol", "start", "fire"}),
                   at("10:05", {"patrol", "point", "P04", "P05", "P06", "P07", "P08", "P09"}),
                   at("10:08", {"patrol", "end"})});
}

struct Way {
    const char* name;
    std::function<void(TestSite& site)> walked;
};

const std::vector<Way>& ways() {
    static const std::vector<Way> kWays{
        {"at once",
         [](TestSite& site) {
             run_all(site, {{"checkin", "staff", "A02"}});
             walk(site, {"--by", "A02"}, false);
         }},
        {"by another, of a guard who has gone off",
         [](TestSite& site) {
             run_all(site, {{"checkin", "staff", "A02"}});
             site.set_time("2026-11-24 10:20");
             run_all(site, {{"checkin", "out", "A02"}});
             site.set_time("2026-11-24 10:40");
             walk(site, {"--who", "A02", "--by", "A04"});
         }},
        {"by who signs, of a shift that was typed whole",
         [](TestSite& site) {
             site.set_time("2026-11-24 14:00");
             run_all(site, {{"checkin", "staff", "A02", "--at", "09:00", "--until", "11:00", "--reason", "forgot"}});
             walk(site, {"--who", "A02", "--by", "Wang"});
         }},
        {"by himself, who has come anew",
         [](TestSite& site) {
             run_all(site, {{"checkin", "staff", "A02"}});
             site.set_time("2026-11-24 10:20");
             run_all(site, {{"checkin", "out", "A02"}});
             site.set_time("2026-11-24 12:00");
             run_all(site, {{"checkin", "staff", "A02"}});
             walk(site, {"--by", "A02"});
         }},
        {"begun and left, ended when he came anew",
         [](TestSite& site) {
             run_all(site, {{"checkin", "staff", "A02"}});
             site.set_time("2026-11-24 10:00");
             run_all(site, {{"patrol", "start", "fire", "--by", "A02"}});
             site.set_time("2026-11-25 12:00");
             run_all(site, {{"checkin", "staff", "A02"}, {"checkin", "staff", "Wang"}});
             run_all(site, {{"patrol", "end", "--by", "A02", "--at", "2026-11-24 10:00", "--reason", "forgot it"}});
         }},
    };
    return kWays;
}

int number_in(const std::string& json) {
    const std::string key = "\"number\":";
    const auto at = json.find(key);
    REQUIRE_MESSAGE(at != std::string::npos, json);
    CHECK(json.find(key, at + 1) == std::string::npos);
    return std::stoi(json.substr(at + key.size()));
}

}  // namespace

TEST_CASE("every round that is over waits to be signed wherever that is told, until it is signed") {
    for (const Way& way : ways()) {
        CAPTURE(std::string{way.name});
        TestSite site;
        start_morning(site);
        way.walked(site);
        const auto waits = [&] {
            const bool in_due = says(site.run({"due"}).out, "To be signed: 1");
            const bool in_block = says(site.run({"report", "day", "--block", "open-items"}).out, "Fire patrol: to be");
            const bool in_sign = says(site.run({"patrol", "sign", "--json"}).out, "\"number\":");
            CHECK(in_due == in_block);
            CHECK(in_due == in_sign);
            return in_sign;
        };
        CHECK(waits());
        const std::string round = std::to_string(number_in(site.run({"patrol", "sign", "--json"}).out));
        const Ran first_signed = site.run({"patrol", "sign", round, "--by", "Wang"});
        REQUIRE_MESSAGE(first_signed.code == 0, first_signed.err);
        CHECK_FALSE(waits());
        // The signature withdrawn, it waits again.
        const std::string signature = site.run({"log", "--last", "1", "--csv"}).out;
        REQUIRE(site.run({"correct", signature.substr(signature.find('\n') + 1, 2), "--void", "--reason", "not yet",
                          "--by", "Wang"})
                    .code == 0);
        CHECK(waits());
        CHECK(site.run({"patrol", "sign", round, "--by", "Wang"}).code == 0);
        CHECK_FALSE(waits());
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("a round of a guard who has gone off that nobody ended waits, and what is said to end it does") {
    for (const char* asked : {"due", "sign"}) {
        CAPTURE(asked);
        TestSite site;
        start_morning(site);
        run_all(site, {{"checkin", "staff", "A02"}});
        site.set_time("2026-11-24 10:20");
        run_all(site, {{"checkin", "out", "A02"}});
        site.set_time("2026-11-24 10:40");
        run_all(site,
                {{"patrol", "start", "fire", "--who", "A02", "--by", "Wang", "--at", "10:00", "--reason", "late"},
                 {"patrol", "point", "P04", "--who", "A02", "--by", "Wang", "--at", "10:05", "--reason", "late"}});
        const auto block = [&] { return site.run({"report", "day", "--block", "open-items", "--csv"}).out; };
        CHECK_FALSE(says(block(), "not ended"));
        site.set_time("2026-11-24 11:05");
        CHECK_MESSAGE(says(block(), "12,round-start,Fire patrol: not ended,Li Na,2026-11-24 10:00,0,2026-11-24 11:05"),
                      block());
        CHECK(says(site.run({"due"}).out, "round of entry 12 is not ended"));
        const Ran refused = site.run({"patrol", "sign", "12", "--by", "Wang"});
        CHECK(refused.code == 4);
        const std::string text = asked == std::string{"due"} ? site.run({"due"}).out : refused.err;
        const auto at = text.find("onduty patrol end");
        REQUIRE_MESSAGE(at != std::string::npos, text);
        Typed words = onduty::test::shell_words(text.substr(at, text.find('\n', at) - at));
        words.erase(words.begin());
        words.insert(words.end(), {"--by", "Wang"});
        const Ran ended = site.run(words);
        CHECK_MESSAGE(ended.code == 3, text << ended.err);
        CHECK_FALSE(says(block(), "not ended"));
        CHECK(says(block(), "Fire patrol: to be signed"));
        CHECK(site.run({"patrol", "sign", "12", "--by", "Wang"}).code == 0);
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("what is left of one's own says whether another may sign it, and what is typed") {
    TestSite site;
    start_morning(site);
    run_all(site, {{"checkin", "staff", "A02"}});
    site.set_time("2026-11-24 10:00");
    run_all(site, {{"patrol", "start", "fire", "--with", "Wang", "--by", "A02"}, {"patrol", "end", "--by", "A02"}});
    run_all(site, {{"patrol", "start", "fire", "--by", "A02"}, {"patrol", "end", "--by", "A02"}});
    const Ran alone = site.run({"patrol", "sign", "all", "--by", "Wang", "--dry-run"});
    CHECK_MESSAGE(says(alone.err, "nobody else may sign. One by one: onduty patrol sign 11 --by A03"), alone.err);
    REQUIRE(site.run({"plan", "add", "staff", "Zhou", "--post", "supervisor", "--by", "Wang"}).code == 0);
    const Ran left = site.run({"patrol", "sign", "all", "--by", "Wang"});
    CHECK_MESSAGE(says(left.err, "Left for another supervisor, because it is your own: 1."), left.err);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what due says to who signs is not refused, and his own waits for him only while nobody else may sign it") {
    for (const bool another_may : {false, true}) {
        for (const bool others_work : {false, true}) {
            CAPTURE(another_may);
            CAPTURE(others_work);
            TestSite site;
            start_morning(site);
            run_all(site, {{"checkin", "staff", "A02"}});
            if (another_may) {
                run_all(site, {{"plan", "add", "staff", "Zhou", "--post", "supervisor", "--by", "Wang"}});
            }
            site.set_time("2026-11-24 10:00");
            run_all(site,
                    {{"patrol", "start", "fire", "--with", "Wang", "--by", "A02"}, {"patrol", "end", "--by", "A02"}});
            if (others_work) {
                run_all(site, {{"patrol", "start", "fire", "--by", "A02"}, {"patrol", "end", "--by", "A02"}});
            }
            int signatures = 0;
            for (std::string due = site.run({"due", "--by", "Wang"}).out;
                 due.find("onduty patrol sign ") != std::string::npos; due = site.run({"due", "--by", "Wang"}).out) {
                const auto at = due.find("onduty patrol sign ");
                Typed words = onduty::test::shell_words(due.substr(at, due.find('\n', at) - at));
                words.erase(words.begin());
                words.insert(words.end(), {"--by", "Wang"});
                const Ran ran = site.run(words);
                REQUIRE_MESSAGE(ran.code == 0, due << ran.err);
                ++signatures;
            }
            CHECK(signatures == (another_may ? 0 : 1) + (others_work ? 1 : 0));
            CHECK(says(site.run({"due"}).out, "onduty patrol sign ") == another_may);
        }
    }
}

TEST_CASE("who is told to walk with somebody types that as it stands, and the round goes on with him") {
    TestSite site;
    start_morning(site);
    run_all(site, {{"checkin", "staff", "A02"}});
    site.set_time("2026-11-24 10:00");
    const Ran begun = site.run({"patrol", "start", "fire", "--by", "A02"});  // 11, behind the closing of the day
    const auto at = begun.err.find("onduty patrol start");
    REQUIRE_MESSAGE(at != std::string::npos, begun.err);
    Typed words = onduty::test::shell_words(begun.err.substr(at, begun.err.find('\n', at) - at));
    words.erase(words.begin());
    for (std::string& word : words) {
        word = word == "NAME" ? "Chen" : word;
    }
    const Ran joined = site.run(words);
    CHECK_MESSAGE(joined.code == 0, joined.err);
    CHECK(says(joined.out, "#12 Chen walks along on the round of entry 11, which Li Na leads."));
    // Nobody comes along twice, nor once the round is on its way.
    CHECK(site.run({"patrol", "start", "fire", "--with", "Wang", "--by", "A02"}).code == 4);
    CHECK(site.run({"correct", "12", "--void", "--reason", "did not come", "--by", "A02"}).code == 0);
    CHECK(site.run({"patrol", "point", "P04", "--by", "A02"}).code == 0);
    CHECK(site.run({"patrol", "start", "fire", "--with", "Wang", "--by", "A02"}).code == 4);
    CHECK(site.run({"patrol", "end", "--by", "A02"}).code == 3);
    CHECK(site.run({"verify"}).code == 0);
}
