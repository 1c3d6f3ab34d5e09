// SPDX-License-Identifier: MIT
// What do incidents, findings and check calls add up to?
#include "guard/blocks.hpp"

#include <doctest/doctest.h>

#include "support.hpp"
#include "time/test_zones.hpp"

using namespace onduty;
using onduty::test::as_coded;
using onduty::test::rows;
using std::chrono::minutes;

namespace {

const Date kMonday{std::chrono::year{2026} / 11 / 23};
const DateRange kDay{kMonday, kMonday + std::chrono::days{1}};
const Instant kNine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{21}};

const char* as_it_is(const std::string& word) {
    return word.c_str();
}

std::vector<Shift> all_day(const std::string& person) {
    return {{person, "guard", kMonday, kNine - minutes{600}, std::nullopt}};
}

}  // namespace

TEST_CASE("minutes to reported are from when it was found, and empty for nobody or a time before that") {
    IncidentReport report;
    report.entry.number = 9;
    report.entry.recorded_at = kNine + minutes{8};
    report.entry.happened_at = kNine;
    report.entry.note = "smoke";
    report.incident.sequence = 1;
    report.incident.category = "fire";
    report.incident.reported_by = "A01";
    IncidentReport told = report;
    told.incident.phoned = "Wang";
    told.incident.phoned_at = kNine + minutes{5};
    IncidentReport before = told;
    before.incident.phoned_at = kNine - minutes{1};
    before.entry.happened_at = before.entry.recorded_at;
    before.entry.recorded_at += minutes{180};
    before.entry.late = true;
    CHECK(rows(incidents_block({report, told, before}, oracle::UtcZone{}, as_coded)) ==
          "1,2026-11-23 21:00,fire,,smoke,,A01,,,,,,9\n"
          "1,2026-11-23 21:00,fire,,smoke,,A01,Wang,5,,,,9\n"
          "1,2026-11-23 21:08,fire,,smoke,2026-11-24 00:08,A01,Wang,,,,,9\n");
}

TEST_CASE("findings are counted by kind, and named only for those who may read it") {
    const std::vector<ConductFinding> findings{{kMonday, "asleep", "A01", "A03", "head on the desk", 7, kNine},
                                               {kMonday, "chatting", "A02", "A03", "", 8},
                                               {kMonday, "asleep", "A02", "A03", "", 9}};
    CHECK(rows(conduct_block(findings, false, oracle::UtcZone{}, as_coded, as_it_is)) ==
          "asleep,2,,,,,,\nchatting,1,,,,,,\n");
    CHECK(rows(conduct_block(findings, true, oracle::UtcZone{}, as_coded, as_it_is)) ==
          "asleep,1,2026-11-23,A01,A03,head on the desk,2026-11-23 21:00,7\n"
          "chatting,1,2026-11-23,A02,A03,,,8\n"
          "asleep,1,2026-11-23,A02,A03,,,9\n");
}

TEST_CASE("calls of a day: asked, answered, steps, open, and the longest gap of one person") {
    GuardFacts guard;
    guard.calls = {{10, "A01", kMonday, kNine, true, false, ""},
                   {11, "A01", kMonday, kNine + minutes{60}, false, false, ""},
                   {12, "A01", kMonday, kNine + minutes{65}, false, false, "sent somebody"},
                   {13, "A02", kMonday, kNine + minutes{70}, false, false, ""},
                   {14, "A01", kMonday, kNine + minutes{90}, false, true, "well"}};
    PatrolFacts patrol;
    Round round;
    round.person = "A01";
    round.business_date = kMonday;
    round.start = kNine + minutes{100};
    round.visits = {{kNine + minutes{145}, 0}};
    patrol.rounds = {round};
    // Of A01: 0, 100, 145; the outcome is no sign of life of his.
    CHECK(rows(calls_block(guard, {13}, patrol, {}, kDay, all_day)) == "2026-11-23,4,1,3,1,1,0,100\n");
    // He was at home between the shifts.
    const auto two_shifts = [](const std::string& person) {
        return std::vector<Shift>{{person, "guard", kMonday, kNine, kNine + minutes{30}},
                                  {person, "guard", kMonday, kNine + minutes{90}, kNine + minutes{200}}};
    };
    CHECK(rows(calls_block(guard, {13}, patrol, {}, kDay, two_shifts)) == "2026-11-23,4,1,3,1,1,0,45\n");
    CHECK(rows(calls_block({}, {}, patrol, {}, kDay, all_day)).empty());
}

TEST_CASE("a missed call makes a day of its own, explained or not") {
    RuleOutcomes rule;
    for (const State state : {State::missed, State::explained, State::pending, State::not_applicable}) {
        Outcome outcome;
        outcome.slot.date = kMonday;
        outcome.state = state;
        rule.judgement.outcomes.push_back(outcome);
    }
    CHECK(rows(calls_block({}, {}, {}, {rule}, kDay, all_day)) == "2026-11-23,0,0,0,0,0,2,\n");
}
