// SPDX-License-Identifier: MIT
// Who signed, who answered, and when did a guard who is alone give no sign of life? Beside somebody with a watch.
#include "guard/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>

#include "book/kinds.hpp"
#include "plan/outcomes.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

using namespace onduty;
using std::chrono::minutes;

namespace {

const Date kCallDay{std::chrono::year{2026} / 11 / 23};
const Instant kCallsBegin = oracle::utc(2026, 11, 23, 21);

Entry entry(EntryNumber number, const char* kind, const char* subject, const char* result, EntryNumber about,
            int minute) {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.subject = subject;
    entry.result = result;
    entry.about = about;
    entry.actor = "A01";
    entry.post = "night-guard";
    entry.business_date = kCallDay;
    entry.recorded_at = kCallsBegin + minutes{minute};
    return entry;
}

// A call every hour from 21:00 to 24:00, 10 minutes before and after.
Plan plan_with_calls() {
    Plan plan;
    plan.version = 1;
    plan.posts.push_back({{"night-guard", "Night guard", {}}, false, {}, {}});
    plan.posts.push_back({{"supervisor", "Supervisor", {}}, false, {}, {}});
    plan.staffed = {"night-guard", "supervisor"};
    Rule rule;
    rule.code = "check-call";
    rule.kind = RuleKind::every;
    rule.target = {"event", event::kCheckCall};
    rule.post = "night-guard";
    rule.first = minutes{21 * 60};
    rule.last = minutes{24 * 60};
    rule.interval = minutes{60};
    plan.rules = {rule};
    return plan;
}

PlanHistory in_force_since_ever(Plan plan) {
    return {{std::move(plan), Instant{}}};
}

GuardFacts guard_facts(const std::vector<Entry>& log) {
    GuardReading reading;
    for (const Entry& one : log) {
        reading.add(one);
    }
    return reading.finish();
}

}  // namespace

TEST_CASE("a call without an answer is open until he answers or it is said how it ended") {
    const Entry first = entry(10, "check-call", "A01", "fault", 0, 0);
    const auto open = [&](const std::vector<Entry>& later) {
        std::vector<Entry> log{first};
        log.insert(log.end(), later.begin(), later.end());
        const std::vector<CheckCall> calls = guard_facts(log).calls;
        const std::vector<Unanswered> all = unanswered_of(calls);
        return !all.empty() && all.back().ended_by == nullptr;
    };
    CHECK(open({}));
    CHECK(open({entry(11, "check-call", "A01", "fault", 10, 5)}));
    CHECK_FALSE(open({entry(11, "check-call", "A01", "ok", 10, 5)}));
    CHECK_FALSE(open({entry(11, "check-call", "A01", "complete", 10, 5)}));
    // Whichever was typed first, and whatever it is about.
    CHECK_FALSE(open({entry(11, "check-call", "A01", "ok", 0, 5)}));
    const Entry again = entry(11, "check-call", "A01", "fault", 10, 9);
    Entry between = entry(12, "check-call", "A01", "ok", 0, 5);
    // With a clock that was set back; but what is told of a time between the calls is no answer to the second.
    CHECK_FALSE(open({again, between}));
    between.happened_at = between.recorded_at;
    CHECK(open({again, between}));
    CHECK(unanswered_of(guard_facts({entry(10, "check-call", "A01", "ok", 0, 0)}).calls).empty());
}

TEST_CASE("an alarm is what was said of it last") {
    const Entry alarm = entry(10, "signal", "P09", "", 0, 0);
    CHECK(guard_facts({alarm}).alarms.front().result.empty());
    CHECK(guard_facts({alarm, entry(11, "done", "", "false", 10, 5)}).alarms.front().result == "false");
    CHECK(guard_facts({alarm, entry(11, "done", "", "real", 9, 5)}).alarms.front().result.empty());
}

TEST_CASE("the longest gap is between neighbours, in any order") {
    CHECK(longest_gap({}) == minutes{0});
    CHECK(longest_gap({kCallsBegin}) == minutes{0});
    CHECK(longest_gap({kCallsBegin + minutes{90}, kCallsBegin, kCallsBegin + minutes{20}}) == minutes{70});
}

TEST_CASE("any night: each hour is judged as somebody with a watch judges it") {
    std::mt19937 random{20261125};
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    const oracle::UtcZone zone;
    const PlanHistory history = in_force_since_ever(plan_with_calls());
    for (int run = 0; run < onduty::test::turns(2000); ++run) {
        std::vector<Entry> log;
        std::vector<int> signs;  // minutes after 20:00
        for (int count = below(8); count > 0; --count) {
            log.push_back(entry(0, "", "", "", 0, below(300) - 60));
        }
        std::sort(log.begin(), log.end(), [](const Entry& a, const Entry& b) { return a.recorded_at < b.recorded_at; });
        for (std::size_t i = 0; i < log.size(); ++i) {
            log[i].number = static_cast<EntryNumber>(10 + i);
            const int what = below(6);
            log[i].kind = what == 0 ? "round-start" : what <= 2 ? "point" : "check-call";
            log[i].result = what == 3 ? "fault" : "ok";
            log[i].rule = what == 4 ? "" : what == 5 ? "check-call" : "";
            log[i].post = what == 2 ? "guard" : "night-guard";
            if (what == 0 || what == 1 || what == 5) {
                signs.push_back(static_cast<int>(
                    std::chrono::floor<minutes>(log[i].recorded_at - (kCallsBegin - minutes{60})).count()));
            }
        }
        PatrolReading reading{DeedReading{history, deed_kinds()}, [](const std::string&, Instant) { return nullptr; }};
        for (const Entry& one : log) {
            reading.add(one);
        }
        const auto outcomes = judge_rules(history, zone, {kCallDay, kCallDay + std::chrono::days{1}},
                                          reading.finish().deeds, kCallsBegin + minutes{600});
        REQUIRE(outcomes.size() == 1);
        CHECK(outcomes.front().judgement.extras.empty());
        REQUIRE(outcomes.front().judgement.outcomes.size() == 4);
        // Each hour takes of its own signs the first on time, else the first; then, where that is late or nothing, the
        // last that is left in the half hour before.
        std::vector<bool> left(signs.size(), true);
        std::vector<std::optional<std::size_t>> sign_of(4);
        const auto take = [&](int hour, int from, int until, bool last) {
            for (std::size_t i = 0; i < signs.size(); ++i) {
                const std::size_t sign = last ? signs.size() - 1 - i : i;
                if (left[sign] && from <= signs[sign] && signs[sign] < until) {
                    auto& own = sign_of[static_cast<std::size_t>(hour)];
                    if (own) {
                        left[*own] = true;
                    }
                    left[sign] = false;
                    own = sign;
                    return true;
                }
            }
            return false;
        };
        const auto due_of = [](int hour) { return 60 + hour * 60; };
        std::vector<State> states(4, State::missed);
        for (int hour = 0; hour < 4; ++hour) {
            const int due = due_of(hour);
            State& state = states[static_cast<std::size_t>(hour)];
            state = take(hour, due - 10, due + 11, false)                     ? State::on_time
                    : take(hour, due + 11, due + (hour < 3 ? 50 : 60), false) ? State::late
                                                                              : State::missed;
        }
        for (int hour = 0; hour < 4; ++hour) {
            const int due = due_of(hour);
            State& state = states[static_cast<std::size_t>(hour)];
            if (state != State::on_time && take(hour, due - 30, due - 10, true)) {
                state = State::early;
            }
            CAPTURE(run);
            CAPTURE(hour);
            REQUIRE(outcomes.front().judgement.outcomes[static_cast<std::size_t>(hour)].state == state);
        }
    }
}
