// SPDX-License-Identifier: MIT
// Does a day say the same of what is due once a week or month as the week and the month do?
#include "rounds/outcomes.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <map>
#include <random>

#include "book/pass.hpp"
#include "slots/judge.hpp"
#include "test_book.hpp"
#include "turns.hpp"

using namespace onduty;
using onduty::test::TestBook;
using std::chrono::days;

namespace {

constexpr Date kFirstMonday{std::chrono::local_days{std::chrono::year{2026} / 11 / 30}};
constexpr int kDays = 56;

std::string date_words(Date date, const char* time) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{}-{:02}-{:02} {}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()}, time);
}

// How many slots of each rule of weeks and months were found in each state, and how often more than was asked for.
using Counts = std::map<std::string, int>;

Counts counted(Book& book, int step) {
    Counts counts;
    for (int day = 0; day < kDays; day += step) {
        const DateRange dates{kFirstMonday + days{day}, kFirstMonday + days{day + step}};
        Pass pass{book, dates};
        for (const RuleOutcomes& rule : pass.get<DaysFold>().rules) {
            if (rule.target.family == "cleaning") {
                continue;
            }
            for (const Outcome& outcome : rule.judgement.outcomes) {
                counts[rule.rule + " " + machine_name(outcome.state)] += 1;
            }
            const auto extras = static_cast<int>(rule.judgement.extras.size());
            if (extras != 0) {
                counts[rule.rule + " extra"] += extras;
            }
        }
    }
    return counts;
}

}  // namespace

TEST_CASE("a check of the week counts alike on its day, in its week and in two months, also when its rule is dropped") {
    for (unsigned seed = 1; seed <= onduty::test::turns(3U); ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        TestBook book;
        book.set_time("2026-11-29 09:00");
        book.run({"checkin", "out", "Zhang Wei"});
        book.run({"plan", "add", "staff", "Zhao", "--post", "supervisor"});
        std::map<int, std::string> dropped;
        for (const char* rule : {"operations", "minutes", "fire-safety"}) {
            dropped.emplace(20 + static_cast<int>(random() % 30), rule);
        }
        for (int day = 0; day < kDays; ++day) {
            if (dropped.count(day) > 0) {
                book.set_time(date_words(kFirstMonday + days{day}, "08:00"));
                book.run({"plan", "remove", "rule", dropped.at(day)});
            }
            book.set_time(date_words(kFirstMonday + days{day}, "08:30"));
            book.run({"checkin", "staff", "Zhao"});
            if (random() % 6 == 0) {
                book.run({"patrol", "check", "operations", "all"});
            }
            if (random() % 6 == 0) {
                book.run({"note", "minutes", "fine", "--people", "5"});
            }
            if (random() % 15 == 0) {
                book.run({"patrol", "check", "fire-safety", "all"});
            }
            book.run({"checkin", "out", "Zhao"});
        }
        book.set_time("2027-03-01 09:00");
        const Counts whole = counted(book, kDays);
        CHECK(whole.size() > 4);
        CHECK(counted(book, 7) == whole);
        CHECK(counted(book, 1) == whole);
    }
}
