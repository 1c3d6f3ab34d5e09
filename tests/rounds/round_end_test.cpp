// SPDX-License-Identifier: MIT
// Does what is printed to end a round end it where its guard was last, whoever types it, and move no shift?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

using Typed = std::vector<std::string>;

Ran must(TestSite& site, const Typed& words) {
    Ran ran = site.run(words);
    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    return ran;
}

// The command that stands in this text, as a shell takes it.
Typed hinted_end(const std::string& text) {
    const std::size_t at = text.find("onduty patrol end");
    REQUIRE_MESSAGE(at != std::string::npos, text);
    Typed words = onduty::test::shell_words(text.substr(at, text.find('\n', at) - at));
    words.erase(words.begin());
    return words;
}

const Typed kPoints{"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"};

Typed joined(Typed words, const Typed& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

// A night round of 22:00 whose last point was at 22:20, and what its last point answered.
struct Way {
    const char* name;
    std::string (*walked)(TestSite& site);
};

std::string told(TestSite& site, const Typed& more) {
    must(site, joined({"patrol", "start", "night", "--at", "2026-11-23 22:05", "--reason", "power cut"}, more));
    return must(site, joined(joined({"patrol", "point"}, kPoints),
                             joined({"--at", "2026-11-23 22:20", "--reason", "power cut"}, more)))
        .out;
}

std::string at_once(TestSite& site, const Typed& points) {
    site.set_time("2026-11-23 22:05");
    must(site, {"patrol", "start", "night"});
    site.set_time("2026-11-23 22:20");
    must(site, joined({"patrol", "point"}, points));
    return {};
}

constexpr Way kWays[]{
    {"told by himself in his shift",
     [](TestSite& site) {
         site.set_time("2026-11-24 06:30");
         return told(site, {});
     }},
    {"told by another when he has gone off",
     [](TestSite& site) {
         site.set_time("2026-11-24 08:00");
         must(site, {"checkin", "out", "zw"});
         must(site, {"checkin", "staff", "Wang"});
         return told(site, {"--who", "A01", "--by", "A03"});
     }},
    {"told by himself when he has come anew",
     [](TestSite& site) {
         site.set_time("2026-11-24 08:00");
         must(site, {"checkin", "out", "zw"});
         site.set_time("2026-11-24 20:30");
         must(site, {"checkin", "staff", "zw"});
         return told(site, {});
     }},
    {"left open by who did not sign off",
     [](TestSite& site) {
         at_once(site, kPoints);
         site.set_time("2026-11-24 12:00");
         must(site, {"checkin", "staff", "Wang"});
         return std::string{};
     }},
    {"its last point told by himself when he has come anew",
     [](TestSite& site) {
         at_once(site, {"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08"});
         site.set_time("2026-11-24 20:30");
         must(site, {"checkin", "staff", "zw"});
         return must(site, {"patrol", "point", "P09", "--at", "2026-11-23 22:20", "--reason", "power cut"}).out;
     }},
};

// Where it stands printed.
struct Place {
    const char* name;
    std::string (*text)(TestSite& site, const std::string& answer);
};

constexpr Place kPlaces[]{
    {"the answer to the point", [](TestSite&, const std::string& answer) { return answer; }},
    {"due", [](TestSite& site, const std::string&) { return site.run({"due"}).out; }},
    {"due of a supervisor",
     [](TestSite& site, const std::string&) {
         return site.run({"due", "--by", "A03"}).out;
     }},
    {"the refusal of a sign-off",
     [](TestSite& site, const std::string&) {
         return site.run({"checkin", "out", "zw", "--at", "2026-11-24 06:20", "--reason", "power cut"}).err;
     }},
};

std::string hours(TestSite& site) {
    return site.run({"report", "day", "2026-11-23", "--block", "staff", "--csv"}).out;
}

std::string open_shifts(TestSite& site) {
    const std::string list = site.run({"checkin", "list", "--csv"}).out;
    return list.substr(0, list.find("A01") == std::string::npos ? 0 : list.find('\n', list.find("A01")));
}

}  // namespace

TEST_CASE("what is printed to end a round ends it where its guard was last, whoever types it, and moves no shift") {
    int ended = 0;
    for (const Way& way : kWays) {
        for (const Place& place : kPlaces) {
            TestSite site;
            TestSite::start_night(site);
            const std::string text = place.text(site, way.walked(site));
            if (text.find("onduty patrol end") == std::string::npos) {
                continue;  // nothing is said of it here
            }
            const std::string name = std::string{way.name} + ", " + place.name;
            CAPTURE(name);
            CAPTURE(text);
            const std::string before = hours(site) + open_shifts(site);
            Ran end = site.run(hinted_end(text));
            if (end.code == 2 && says(end.err, "--by")) {
                end = site.run(joined(hinted_end(text), {"--by", "A03"}));  // whoever of several types it
            }
            REQUIRE_MESSAGE(end.code == 0, end.err);
            CHECK_MESSAGE(says(end.out, "complete: visits 9, faults 0, took 15 min."), end.out);
            CHECK(hours(site) + open_shifts(site) == before);
            // The next round can be told.
            const Ran next = site.run({"patrol", "start", "night", "--at", "2026-11-23 23:00", "--reason", "power cut",
                                       "--who", "A01", "--by", "A03"});
            CHECK_FALSE(says(next.err, "two rounds at once"));
            CHECK(site.run({"verify"}).code == 0);
            ++ended;
        }
    }
    CHECK(ended >= 13);
}

TEST_CASE("a round that is refused because another ended too late says how that end is put right") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 06:30");
    told(site, {});
    const int end = onduty::test::entry_of(must(site, {"patrol", "end"}));
    const Typed next{"patrol", "start", "night", "--at", "2026-11-23 23:00", "--reason", "power cut"};
    const Ran refused = site.run(next);
    CHECK(refused.code == 4);
    const std::size_t at = refused.err.find("onduty correct ");
    REQUIRE_MESSAGE(at != std::string::npos, refused.err);
    Typed words = onduty::test::shell_words(refused.err.substr(at, refused.err.find(". See", at) - at));
    words.erase(words.begin());
    CHECK(words[1] == std::to_string(end));
    for (std::string& word : words) {
        word = word == "TIME" ? "2026-11-23 22:25" : word;
    }
    const Ran put_right = site.run(words);
    CHECK_MESSAGE(put_right.code == 0, put_right.err);
    CHECK(site.run(next).code == 0);
}
