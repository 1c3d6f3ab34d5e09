// SPDX-License-Identifier: MIT
// Does a post that has hours lend them to its shifts: the day that they count for, and until when a forgotten one
// counts?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <random>

#include "embedded.hpp"
#include "plan/planned_windows.hpp"
#include "plan/read_plan.hpp"
#include "slots/duty_day.hpp"
#include "slots/vectors.hpp"
#include "support.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

// Li (A01) and Na (A02) at the gate, which has this in its table.
std::string gate_plan(const std::string& gate, const std::string& site = "") {
    return "format = 1\n[site]\nname = \"Site\"\nlanguage = \"en\"\nzone = \"Asia/Shanghai\"\n" + site +
           "[[post]]\ncode = \"gate\"\nname = \"Gate\"\n" + gate +
           "[[staff]]\ncode = \"A01\"\nname = \"Li\"\nposts = [\"gate\"]\n"
           "[[staff]]\ncode = \"A02\"\nname = \"Na\"\nposts = [\"gate\"]\n";
}

std::string hours_of(const std::string& from, const std::string& until) {
    return fmt::format("from = \"{}\"\nuntil = \"{}\"\n", from, until);
}

void start(TestSite& site, const std::string& plan, const std::string& time) {
    std::ofstream{site.directory() + "/plan.toml"} << plan;
    site.set_time(time);
    const Ran ran = site.run({"init", "--plan", site.directory() + "/plan.toml"});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
}

std::string checked(TestSite& site, const std::string& plan) {
    std::ofstream{site.directory() + "/plan.toml"} << plan;
    const Ran ran = site.run({"plan", "check", site.directory() + "/plan.toml"});
    return ran.out + ran.err;
}

// Of the vectors: "2026-10-01..2026-10-07" as the list of a plan.
std::string closed_dates(const std::string& text) {
    std::string list;
    for (const std::string& stretch : oracle::split_at(text, " ")) {
        for (Date date = oracle::vector_date(stretch); date <= oracle::vector_date(stretch.substr(12));
             date += days{1}) {
            list += (list.empty() ? "\"" : ", \"") + to_text(date) + "\"";
        }
    }
    return "closed_dates = [" + list + "]\n";
}

}  // namespace

TEST_CASE("whoever comes on duty at a post with hours counts for the day that was worked out by hand") {
    int replayed = 0;
    for (const auto& row : oracle::vectors_in("dates.csv")) {
        const std::string& windows = row.at("windows");
        if (row.at("asks") != "shift" || row.at("zone") != "Asia/Shanghai" || windows.find(' ') != std::string::npos) {
            continue;
        }
        CAPTURE(row.at("id"));
        TestSite site;
        start(site,
              gate_plan(windows.empty() ? "" : hours_of(windows.substr(0, 5), windows.substr(6)),
                        "day_start = \"" + row.at("day_start") + "\"\n" + closed_dates(row.at("closed_dates"))),
              "2026-09-20 08:00");
        site.set_time(row.at("told"));
        REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
        CHECK(says(site.run({"log", "--day", row.at("expected_date"), "--kind", "duty-on"}).out, "Li"));
        ++replayed;
    }
    CHECK(replayed == 22);
}

TEST_CASE("a forgotten shift at a post with hours counts until the minute that was worked out by hand") {
    int replayed = 0;
    for (const auto& row : oracle::vectors_in("stale.csv")) {
        const std::string& end = row.at("window_end");
        const bool another =
            row.at("scene").find("relief") != std::string::npos || row.at("scene").find("not his") != std::string::npos;
        if (row.at("zone") != "Asia/Shanghai" || !row.at("signed_off").empty() || another ||
            row.at("expected_standing") == "off duty") {
            continue;
        }
        const Instant from = at(row.at("begin")) + minutes{40};  // he comes so much early
        if (!end.empty() && at(end) > from + hours{24}) {
            continue;  // hours last a day at most
        }
        CAPTURE(row.at("id"));
        TestSite site;
        start(site,
              gate_plan(end.empty() ? ""
                                    : hours_of(clock_of(static_cast<int>((from + hours{8}).time_since_epoch() /
                                                                         minutes{1} % 1440)),
                                               end.substr(11))),
              "2026-09-20 08:00");
        site.set_time(row.at("begin"));
        REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
        for (const std::string& typed : oracle::split_at(row.at("recorded_by_himself"), ";")) {
            site.set_time(typed);
            REQUIRE(site.run({"note", "task", "a parcel", "--until", "2026-12-30"}).code == 0);
        }
        site.set_time(row.at("asked_at"));
        const std::string there = site.run({"checkin", "list"}).out;
        CHECK(says(there, "Li"));
        CHECK(says(there, "not signed off") == (row.at("expected_standing") == "stale"));
        if (row.at("expected_standing") == "stale") {
            CHECK(says(there, ("counts until " + row.at("expected_stale_at")).c_str()));
        }
        ++replayed;
    }
    CHECK(replayed == 20);
}

// Minute by minute: in which window it lies, and which begins or ends with it.
TEST_CASE("whatever hours a post has, a shift counts for the day that a walk over the minutes finds") {
    std::mt19937 random{20261130};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    for (int turn = 0; turn < test::turns(12); ++turn) {
        const int day_start = pick(0, 8) * 60;
        const int opens = pick(0, 95) * 15;
        const int closes = pick(0, 95) * 15;
        const int closed = pick(0, 7);
        const std::string plan = gate_plan(hours_of(clock_of(opens), clock_of(closes)),
                                           fmt::format("day_start = \"{}\"\nclosed_weekdays = [{}]\n",
                                                       clock_of(day_start), closed == 0 ? "" : std::to_string(closed)));
        std::vector<PlanError> errors;
        const Plan read = read_plan(plan, errors);
        REQUIRE(errors.empty());
        const Date first = oracle::date_of(2026, 11, 20);
        constexpr int kDays = 12;
        const int from = opens < day_start ? opens + 1440 : opens;
        int until = closes;
        while (until <= from) {
            until += 1440;
        }
        std::vector<std::optional<Date>> inside(kDays * 1440), begins(kDays * 1440), ends(kDays * 1440);
        for (int day = 0; day + 3 < kDays; ++day) {
            const Date date = first + days{day};
            if (static_cast<int>(std::chrono::weekday{date}.iso_encoding()) == closed) {
                continue;
            }
            for (int minute = day * 1440 + from; minute < day * 1440 + until; ++minute) {
                inside[static_cast<std::size_t>(minute)] = date;
            }
            begins[static_cast<std::size_t>(day * 1440 + from)] = date;
            ends[static_cast<std::size_t>(day * 1440 + until)] = date;
        }
        const auto near = [](const std::vector<std::optional<Date>>& marks, int minute, int step, int last) {
            std::optional<Date> found;
            for (int i = step > 0 ? 1 : 0; i <= last && !found; ++i) {
                found = marks[static_cast<std::size_t>(minute + i * step)];
            }
            return found;
        };
        for (int come = 0; come < 60; ++come) {
            const int minute = pick(3 * 1440, 8 * 1440);
            auto expected = near(begins, minute, 1, 60);
            expected = expected ? expected : inside[static_cast<std::size_t>(minute)];
            expected = expected ? expected : near(begins, minute, 1, 240);
            expected = expected ? expected : near(ends, minute, -1, 60);
            if (!expected) {
                expected = first + days{(minute + 60 - day_start) / 1440};
            }
            std::vector<DutyWindow> windows;
            for (Date date = first; date < first + days{kDays}; date += days{1}) {
                for (const PlannedWindow& window : planned_windows(read, "gate", date)) {
                    const auto instant = [&](Minutes time) {
                        return to_instant(oracle::kShanghai, LocalTime{date} + time);
                    };
                    windows.push_back({date, {instant(window.from), instant(window.until)}});
                }
            }
            const Instant begin = to_instant(oracle::kShanghai, LocalTime{first} + minutes{minute});
            CHECK(to_text(date_of_shift(windows, read.calendar, oracle::kShanghai, begin)) == to_text(*expected));
        }
    }
}

TEST_CASE("a closed day takes away hours, and no line of a rota") {
    std::vector<PlanError> errors;
    const std::string closed = "closed_dates = [\"2026-10-01\"]\n";
    const std::string rota =
        "[[rota]]\npost = \"gate\"\npeople = 2\nfrom = \"21:00\"\nuntil = \"08:00\"\n"
        "[[rota.need]]\nweekdays = [1, 2, 3, 4, 5, 6]\nat_once = 1\n";
    const auto windows_on = [&](const std::string& plan, Date date) {
        return planned_windows(read_plan(plan, errors), "gate", date).size();
    };
    const std::string by_hours = gate_plan(hours_of("08:30", "18:00"), closed);
    CHECK(windows_on(by_hours, oracle::date_of(2026, 10, 1)) == 0);
    CHECK(windows_on(by_hours, oracle::date_of(2026, 10, 2)) == 1);
    const std::string by_rota = by_hours + rota;
    CHECK(windows_on(by_rota, oracle::date_of(2026, 10, 1)) == 1);
    CHECK(planned_windows(read_plan(by_rota, errors), "gate", oracle::date_of(2026, 10, 2))[0].from == hours{21});
    CHECK(windows_on(by_rota, oracle::date_of(2026, 10, 4)) == 0);  // a Sunday needs nobody
    CHECK(errors.empty());
}

TEST_CASE("the stretches of rules at a post are times to be there, those that meet one") {
    std::mt19937 random{20261201};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    for (int turn = 0; turn < test::turns(200); ++turn) {
        Duties plan;
        std::vector<bool> asked(3 * 24);  // hours from one due time to the next
        for (int count = pick(1, 4); count > 0; --count) {
            Rule rule;
            rule.kind = RuleKind::every;
            rule.post = "gate";
            rule.first = hours{pick(0, 30)};
            rule.last = rule.first + hours{pick(1, 14)};
            std::fill(asked.begin() + rule.first / hours{1}, asked.begin() + rule.last / hours{1}, true);
            plan.rules.push_back(rule);
        }
        std::vector<bool> there(asked.size());
        Minutes last{-1};
        for (const PlannedWindow& window : planned_windows(plan, "gate", oracle::date_of(2026, 10, 2))) {
            CHECK(window.from > last);
            last = window.until;
            std::fill(there.begin() + window.from / hours{1}, there.begin() + window.until / hours{1}, true);
        }
        CHECK(there == asked);
    }
}

TEST_CASE("hours of a post are both there or none, and plan check says which windows count for the day before") {
    TestSite site;
    CHECK(says(checked(site, gate_plan("from = \"08:30\"\n")), "until is missing."));
    CHECK(says(checked(site, gate_plan("until = \"08:30\"\n")), "from is missing."));
    CHECK(says(checked(site, gate_plan(hours_of("8:3x", "18:00"))), "from must be a clock time"));
    CHECK(says(checked(site, gate_plan(hours_of("05:00", "14:00"))),
               "Gate: its window begins at 05:00, before day_start (06:00): who comes for it counts for the day "
               "before."));
    CHECK_FALSE(says(checked(site, gate_plan(hours_of("06:00", "05:00"))), "before day_start"));
    const auto with_rounds = [&](const char* last) {
        return checked(site, gate_plan(hours_of("07:00", "19:00")) +
                                 "[[point]]\ncode = \"P01\"\nname = \"Door\"\n[[route]]\ncode = \"walk\"\nname = "
                                 "\"Walk\"\npoints = [\"P01\"]\n[[rule]]\ncode = \"walk\"\nname = \"Night walk\"\nkind "
                                 "= \"every\"\nroute = \"walk\"\npost = \"gate\"\nfrom = \"21:00\"\nuntil = \"" +
                                 last + "\"\nevery = 60\n");
    };
    CHECK(says(with_rounds("08:00"),
               "Night walk goes on until 08:00, but at 07:00 the next shift of Gate begins with a new date"));
    CHECK_FALSE(says(with_rounds("06:00"), "goes on until"));
}

TEST_CASE("in the built-in plans every post has a window, and what is asked of it lies in it or close by") {
    std::vector<std::vector<PostHours>> all;
    for (const auto& toml : {embedded::sales_office_en, embedded::sales_office_zh}) {
        std::vector<PlanError> errors;
        const Plan plan = read_plan(toml, errors);
        REQUIRE(errors.empty());
        const Date date = oracle::date_of(2026, 11, 23);
        for (const Post& post : plan.posts) {
            CAPTURE(post.code);
            const auto windows = planned_windows(plan, post.code, date);
            REQUIRE(windows.size() == 1);
            for (const Rule& rule : plan.rules) {
                if (rule.post != post.code || (rule.kind != RuleKind::every && rule.kind != RuleKind::at)) {
                    continue;
                }
                CAPTURE(rule.code);
                const auto near = [&](Minutes due) {
                    return due >= windows[0].from - hours{1} && due <= windows[0].until + hours{1};
                };
                CHECK((rule.kind == RuleKind::at || (near(rule.first) && near(rule.last))));
                for (const Minutes due : rule.times) {
                    CHECK(near(due));
                }
            }
        }
        CHECK(night_begins(plan).empty());
        CHECK(crossed_begins(plan).empty());
        all.push_back(plan.hours);
    }
    CHECK(all[0] == all[1]);
}

}  // namespace onduty::test
