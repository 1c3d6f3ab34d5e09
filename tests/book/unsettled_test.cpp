// SPDX-License-Identifier: MIT
// Does `due` know what was missed or claimed long ago, until all of it is explained and accepted?
#include "book/unsettled.hpp"

#include <doctest/doctest.h>

#include <random>

#include "book/day_closing.hpp"
#include "test_book.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

constexpr std::chrono::days kOne{1};
const Date kFirst = std::chrono::local_days{std::chrono::year{2026} / 11 / 23};

std::string day_text(int day) {
    return to_text(kFirst + std::chrono::days{day});
}

// The closed dates that are open as matters, and those that a slow look at each finds unsettled.
void compare(Book& book, const std::string& what) {
    const OpenMatters open = book.store().open_matters();
    for (const auto& [date, closing] : closed_dates(book, {kFirst, kFirst + std::chrono::days{60}})) {
        const DateRange dates = dates_of_closing(book.entry(closing));
        bool unsettled = false;
        for (Date each = dates.from; each < dates.until; each += kOne) {
            unsettled = unsettled || is_unsettled(book, {each, each + kOne});
        }
        CHECK_MESSAGE(unsettled == (open.count(closing) > 0),
                      what << ", closing " << closing << " of " << to_text(date));
    }
}

}  // namespace

TEST_CASE("what was missed two weeks ago stands in due in one line until it is explained") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-24 09:30");
    REQUIRE(site.run({"checkin", "out", "Zhang Wei"}).code == 0);
    site.set_time("2026-12-10 09:30");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto due = [&] { return site.run({"due"}).out; };
    CHECK(says(due(), "Not explained or accepted, 2026-11-23 to 2026-12-02"));
    CHECK(says(due(), "onduty due --all"));
    CHECK_FALSE(says(site.run({"due", "--all"}).out, "Not explained or accepted"));
    const auto explain = [&](const char* from, const char* until) {
        return entry_of(
            site.run({"patrol", "explain", "--from", from, "--until", until, "closed for works", "--by", "Wang"}));
    };
    const int some = explain("2026-11-23", "2026-11-30");
    CHECK(says(due(), "Not explained or accepted"));
    const int all = explain("2026-11-23", "2026-12-10");
    CHECK_FALSE(says(due(), "Not explained or accepted"));
    REQUIRE(site.run({"correct", std::to_string(all), "--void", "--reason", "was another", "--by", "Wang"}).code == 0);
    CHECK(says(due(), "Not explained or accepted"));
    CHECK(site.run({"correct", std::to_string(all), "--restore", "--reason", "was right", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(due(), "Not explained or accepted"));
    CHECK(site.run({"correct", std::to_string(some), "--void", "--reason", "was another", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(due(), "Not explained or accepted"));
    // The days are those that wait, though one entry closed many.
    REQUIRE(site.run({"correct", std::to_string(all), "--void", "--reason", "was another", "--by", "Wang"}).code == 0);
    explain("2026-11-23", "2026-11-26");
    const Ran rest = site.run({"correct", std::to_string(explain("2026-11-28", "2026-12-10")), "--restore", "--reason",
                               "was right", "--by", "Wang"});
    CHECK(rest.code == 4);
    CHECK(says(due(), "Not explained or accepted, 2026-11-27 to 2026-11-27"));
    CHECK_FALSE(
        says(site.run({"correct", std::to_string(some), "--restore", "--reason", "was right", "--by", "Wang"}).out,
             "Open again"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("whatever is typed late, explained, accepted and put right, a closed day is open while it is unsettled") {
    for (unsigned seed = 0; seed < turns(2U); ++seed) {
        std::mt19937 random{seed};  // NOLINT(cert-msc51-cpp): the same each time
        const auto up_to = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
        TestBook book;
        book.run({"checkin", "staff", "Wang"});
        std::vector<std::string> entries;
        int settled = 0;
        for (int day = 1; day < 7; ++day) {
            book.set_time(day_text(day) + " 09:10");
            book.ran({"checkin", "staff", "Wang", "--by", "Wang"});
            for (int deed = 0; deed < 5; ++deed) {
                const int hour = up_to(1) == 0 ? 21 + up_to(2) : 1 + up_to(6);
                const int of = up_to(day);
                const std::string at = day_text(of) + (hour < 10 ? " 0" : " ") + std::to_string(hour) + ":00";
                std::vector<std::string> words;
                switch (up_to(9)) {
                    case 0:
                        words = {"patrol", "start", "night", "--at", at, "--reason", "typed later", "--by", "Wang"};
                        break;
                    case 2:
                        words = {"patrol", "explain", at, "was at the gate", "--by", "Wang"};
                        break;
                    case 3:
                    case 7:
                    case 8:
                    case 9:
                        words = {"patrol",
                                 "explain",
                                 "--from",
                                 day_text(std::max(0, of - 1)),
                                 "--until",
                                 day_text(of),
                                 "works in the house",
                                 "--by",
                                 "Wang"};
                        break;
                    case 1:
                    case 4:
                        words = {"accept", entries.empty() ? "1" : entries[random() % entries.size()], "--by", "Wang"};
                        break;
                    case 5:
                        words = {"correct",
                                 entries.empty() ? "1" : entries[random() % entries.size()],
                                 up_to(1) == 0 ? "--restore" : "--void",
                                 "--reason",
                                 "typed wrong",
                                 "--by",
                                 "Wang"};
                        break;
                    default:
                        words = {"correct",  entries.empty() ? "1" : entries[random() % entries.size()],
                                 "--time",   at,
                                 "--reason", "typed wrong",
                                 "--by",     "Wang"};
                }
                const Ran ran = book.ran(words);
                std::string what = ran.out;
                for (const std::string& word : words) {
                    what += " " + word;
                }
                if (ran.code == 0 && words[0] != "correct") {
                    entries.push_back(std::to_string(entry_of(ran)));
                }
                compare(book, what);
            }
            const OpenMatters open = book.book().store().open_matters();
            for (const auto& [date, closing] : closed_dates(book, {kFirst, kFirst + std::chrono::days{60}})) {
                settled += open.count(closing) == 0 ? 1 : 0;
            }
        }
        CHECK(settled > 0);
        CHECK(book.ran({"verify"}).code == 0);
    }
}

}  // namespace onduty::test
