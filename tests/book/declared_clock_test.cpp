// SPDX-License-Identifier: MIT
// Is a day that was recorded by a wrong clock told as if that had been right, once somebody declares it?
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <regex>
#include <sstream>

#include "book/day_closing.hpp"
#include "book/played_day.hpp"
#include "store/store.hpp"
#include "time/test_zones.hpp"
#include "time/told.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

// "2026-11-27 13:05" so many minutes after the day began.
std::string local_text(int minute) {
    return date_time_text(oracle::kShanghai, at("2026-11-27 00:00") + Minutes{minute});
}

// Without what was declared, the seals and the marks.
std::string without_clock(const std::string& text) {
    static const std::regex kOfClock{
        R"~(\{[^{}]*"kind":"(correction|clock)"[^{}]*\}\n|\d+(-[0-9A-Z]{4})+| *\[clock jumped\]|)~"
        R"~("clock_step":-?\d+,?|The clock that recorded [^\n]*\n| *\[corrected\]|"status":"corrected"|)~"
        R"~("status":null|Closed up to [^\n]*\n|Recorded after the day was closed\n[^\n]*\n( *\d{4}-[^\n]*\n)*\n)~"};
    return std::regex_replace(text, kOfClock, "");
}

std::string difference(const std::string& one, const std::string& other) {
    return differing_lines(without_clock(one), without_clock(other));
}

int head_of(TestSite& site) {
    return static_cast<int>(Store{site.file(), Store::Mode::read}.head().number);
}

int closings_of(TestSite& site) {
    return static_cast<int>(numbers_of(site, kind::kDayClosed).size());
}

// Closes once more what was over before the log began.
void close_nothing(TestSite& site) {
    Store store{site.file(), Store::Mode::read};
    const Entry newest = *store.entry(store.head().number);
    site.append_like(1, [&](Entry& entry) {
        const std::string date = to_text(entry.business_date - std::chrono::days{1});
        entry.kind = kind::kDayClosed;
        entry.traits = trait::kSeldom;
        entry.subject = date;
        entry.recorded_at = newest.recorded_at;
        entry.boot_at = newest.boot_at;
        entry.fields.clear();
        entry.fields.add_code(day_closed::kFirst, date);
    });
}

// The day, by a clock that was wrong by so many minutes from one minute of the day to another. A wrong clock closes
// days that are not over; `like` are the closings of the house whose numbers this one is to have, too.
struct Played {
    Played(int from, int until, int wrong, const std::vector<int>& like = {}) {
        open_day(site);
        play_deeds(site, [&](int minute) {
            closings.push_back(closings_of(site));
            while (closings.size() < like.size() && closings_of(site) < like[closings.size()]) {
                close_nothing(site);
            }
            const bool is_wrong = from <= minute && minute < until;
            if (is_wrong && first == 0) {
                first = head_of(site) + 1;
                was = local_text(minute);
            } else if (!is_wrong && first != 0 && last == 0) {
                last = head_of(site);
            }
            return local_text(is_wrong ? minute + wrong : minute);
        });
        last = last == 0 ? head_of(site) : last;
        closings.push_back(closings_of(site));
        site.set_time("2026-12-02 12:00");
    }

    Ran declare() {
        return site.run({"clock", fmt::format("{}-{}", first, last), "--was", was, "--reason", "the clock was wrong",
                         "--by", "supervisor"});
    }

    TestSite site;
    int first = 0;  // of the entries with the wrong clock
    int last = 0;
    std::string was;
    std::vector<int> closings;  // before each deed, and behind the last
};

void compare(const Pages& one, const Pages& other, const std::string& what) {
    for (const auto& [page, text] : one) {
        if (page == "log" || says(page, "supplements")) {
            continue;  // these show when the entries were written
        }
        CHECK_MESSAGE(difference(text, other.at(page)) == "", what << ": " << page);
    }
}

}  // namespace

TEST_CASE("a day with a wrong clock is told as it was once that is declared, and as before when that is withdrawn") {
    std::map<std::vector<int>, Pages> right;  // by the closings
    int place = 0;
    struct Wrong {
        const char* what;
        int from;
        int until;
        int minutes;
    };
    for (const auto& [what, from, until, minutes] :
         {Wrong{"eight hours ahead in the afternoon", 780, 1170, 480}, Wrong{"nine hours back at noon", 720, 800, -540},
          Wrong{"in the year before, to the end", 1140, 1500, -525600},
          Wrong{"a year ahead from the first deed to nine", 490, 545, 525600}}) {
        // The year ahead and the hours back every day.
        if (!is_tried(++place, 2)) {
            continue;
        }
        Played played{from, until, minutes};
        if (right.count(played.closings) == 0) {
            Played right_clock{0, 0, 0, played.closings};
            CHECK(right_clock.closings == played.closings);
            right[played.closings] = pages_of(right_clock.site);
        }
        const Pages before = minutes < 0 ? pages_of(played.site) : Pages{};
        const Ran ran = played.declare();
        REQUIRE_MESSAGE(ran.code == 0, what << ": " << ran.err);
        CHECK_MESSAGE(played.site.run({"clock"}).code == 0, what);
        compare(right[played.closings], pages_of(played.site), what);
        CHECK(played.site.run({"verify"}).code == 0);
        const Ran back = played.site.run({"correct", std::to_string(onduty::test::entry_of(ran)), "--void", "--reason",
                                          "it was right", "--by", "supervisor"});
        REQUIRE_MESSAGE(back.code == 0, what << ": " << back.err);
        // What stood after a count that it was recorded before is compared with that only now.
        if (minutes < 0) {
            compare(before, pages_of(played.site), what);
        }
        CHECK(played.site.run({"verify"}).code == 0);
    }
    CHECK(right.size() == 2);
}

}  // namespace onduty::test
