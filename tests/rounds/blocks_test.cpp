// SPDX-License-Identifier: MIT
// What do rounds, points and checks add up to?
#include "rounds/blocks.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "rounds/check_blocks.hpp"
#include "rounds/kinds.hpp"
#include "support.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

using namespace onduty;
using std::chrono::minutes;
using test::as_coded;
using test::rows;

namespace {

const Date kBlockDate{std::chrono::year{2026} / 11 / 23};
const DateRange kBlockDates{kBlockDate, kBlockDate + std::chrono::days{1}};
const Instant kBlockBegin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

Plan plan_with_route(std::vector<std::string> points) {
    Plan plan;
    Route route;
    route.code = "night";
    route.points = std::move(points);
    plan.routes = {route};
    return plan;
}

Entry step(EntryNumber number, const char* kind, const char* subject, EntryNumber about, int minute) {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.subject = subject;
    entry.about = about;
    entry.actor = "A01";
    entry.business_date = kBlockDate;
    entry.recorded_at = kBlockBegin + minutes{minute};
    return entry;
}

// Five minutes to P1, ten to P2.
std::chrono::seconds walk_to(const std::string& point, Instant) {
    return point == "P1" ? minutes{5} : point == "P2" ? minutes{10} : minutes{0};
}

// "too fast", "again", "together" or "" of a visit among all of the log.
std::string mark_of(const Plan& plan, const std::vector<Entry>& log, const Entry& visit) {
    Instant before = Instant::min();
    Instant typed{};
    std::ptrdiff_t times = 0;
    for (const Entry& one : log) {
        const bool is_sign = one.kind == kind::kPoint ? one.about == visit.about : one.number == visit.about;
        const bool earlier =
            one.told_at() < visit.told_at() || (one.told_at() == visit.told_at() && one.number < visit.number);
        if (is_sign && (earlier || one.kind == kind::kRoundStart)) {
            typed = one.told_at() >= before ? one.recorded_at : typed;
            before = std::max(before, one.told_at());
            times += one.kind == kind::kPoint && one.subject == visit.subject ? 1 : 0;
        }
    }
    const std::vector<std::string>& route = plan.routes[0].points;
    return times >= std::count(route.begin(), route.end(), visit.subject)       ? "again"
           : visit.told_at() - before < walk_to(visit.subject, visit.told_at()) ? "too fast"
           : visit.happened_at &&
                   std::chrono::abs(visit.recorded_at - typed) < walk_to(visit.subject, visit.told_at())
               ? "together"
               : "";
}

PatrolFacts facts_from(const Plan& plan, const std::vector<Entry>& log) {
    const PlanHistory history{{plan, Instant{}}};
    PatrolReading reading{DeedReading{history, {}}, [&](const std::string& code, Instant) { return plan.route(code); }};
    reading.sum_up_points(kBlockDates, walk_to);
    for (const Entry& one : log) {
        reading.add(one);
    }
    return reading.finish();
}

Outcome outcome_of(State state, EntryNumber entry, EntryNumber explanation = 0) {
    static const Rule kRule{};
    Outcome outcome;
    outcome.slot.rule = &kRule;
    outcome.slot.date = kBlockDate;
    outcome.slot.due = kBlockBegin;
    outcome.state = state;
    outcome.explanation = explanation;
    if (entry != 0) {
        outcome.mark = Mark{kBlockBegin + minutes{12}, true, entry};
    }
    return outcome;
}

}  // namespace

TEST_CASE("a round misses what nobody visited, also when a point came after its end") {
    const Plan plan = plan_with_route({"P1", "P2", "P1", "P3"});
    const Entry start = step(10, kind::kRoundStart, "night", 0, 0);
    const Entry first = step(11, kind::kPoint, "P1", 10, 2);
    const Entry end = step(12, kind::kRoundEnd, "night", 10, 9);
    CHECK(facts_from(plan, {start, first}).left_out(10) == "P2 P3");
    CHECK(facts_from(plan, {start, first, end}).left_out(10) == "P2 P3");
    CHECK(facts_from(plan, {start, first, end, step(13, kind::kPoint, "P3", 10, 10)}).left_out(10) == "P2");
    CHECK(facts_from(plan, {first, end}).rounds.empty());
}

TEST_CASE("rounds by rule: each state in its column, the share of those that are over") {
    RuleOutcomes rule{"night", "Night round", {"route", "night"}, "", {}};
    for (const State state :
         {State::on_time, State::early, State::late, State::typed_late, State::clock_in_doubt, State::missed,
          State::explained, State::incomplete, State::pending, State::not_applicable}) {
        rule.judgement.outcomes.push_back(outcome_of(state, 0));
    }
    rule.judgement.extras = {Mark{}};
    RuleOutcomes cleaning{"glass", "Glass", {"cleaning", "glass"}, "", rule.judgement};
    CHECK(rows(patrol_block({rule, cleaning, RuleOutcomes{}})) ==
          "night,Night round,9,1,1,1,1,0,0,1,1,1,1,1,1,1,14.3,0\n");
}

TEST_CASE("slots: who did it, how far off, what was left out and said of it") {
    Plan plan = plan_with_route({"P1", "P2"});
    Entry words = step(12, kind::kExplanation, "", 0, 60);
    words.rule = "night";
    words.slot_at = kBlockBegin;
    words.note = "alarm";
    words.actor = "A02";
    Rule round;
    round.target = {"route", "night"};
    plan.rules = {round};
    const PatrolFacts facts =
        facts_from(plan, {step(10, kind::kRoundStart, "night", 0, 12), step(11, kind::kPoint, "P2", 10, 14), words});
    RuleOutcomes rule{"night", "Night round", {"route", "night"}, "", {}};
    rule.judgement.outcomes = {outcome_of(State::incomplete, 10), outcome_of(State::explained, 0, 12)};
    const auto word = [](State state) { return machine_name(state); };
    CHECK(rows(slots_block({rule}, facts, oracle::UtcZone{}, as_coded, word)) ==
          "2026-11-23,night,2026-11-23 09:00,incomplete,2026-11-23 09:12,12,A01,10,P1,,,,,,10\n"
          "2026-11-23,night,2026-11-23 09:00,explained,,,,,,,,alarm,A02,,10\n");
}

TEST_CASE("points: any day, as somebody counts them one by one") {
    std::mt19937 random{20261128};
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    for (int run = 0; run < onduty::test::turns(300); ++run) {
        const Plan plan =
            run % 2 == 0 ? plan_with_route({"P1", "P2", "P3"}) : plan_with_route({"P1", "P2", "P1", "P3"});
        std::vector<Entry> log;
        std::set<EntryNumber> rounds;  // begun on Monday
        int minute = 0;
        for (EntryNumber number = 10; number < 40; ++number) {
            minute += below(20);
            if (below(5) == 0) {
                log.push_back(step(number, kind::kRoundStart, "night", 0, minute));
                log.back().business_date = below(4) == 0 ? kBlockDate - std::chrono::days{1} : kBlockDate;
                if (log.back().business_date == kBlockDate) {
                    rounds.insert(number);
                }
                continue;
            }
            static const char* const kPoints[]{"P1", "P2", "P3"};
            log.push_back(step(number, kind::kPoint, kPoints[below(3)], 0, minute));
            // Of the newest round, or of one that is not there.
            for (auto start = log.rbegin(); start != log.rend() && log.back().about == 0; ++start) {
                log.back().about = start->kind == kind::kRoundStart ? start->number : 0;
            }
            log.back().result = below(6) == 0 ? result::kFault : result::kOk;
            log.back().flag = below(6) == 0 ? flag::kTooFast : "";  // as it seemed when it was typed
            if (below(4) == 0) {                                    // typed later than the visits that came after it
                log.back().happened_at = log.back().recorded_at - minutes{below(60)};
                for (const Entry& start : log) {
                    if (start.number == log.back().about) {
                        log.back().happened_at = std::max(*log.back().happened_at, start.told_at());
                    }
                }
            }
        }
        std::string wanted;
        for (const char* point : {"P1", "P2", "P3"}) {
            std::vector<Entry> visits;
            std::copy_if(log.begin(), log.end(), std::back_inserter(visits), [&](const Entry& one) {
                return one.kind == kind::kPoint && one.subject == point && rounds.count(one.about) > 0;
            });
            const auto number_of = [&](auto fits) { return std::count_if(visits.begin(), visits.end(), fits); };
            std::vector<std::int64_t> gaps;
            std::int64_t total = 0;
            std::stable_sort(visits.begin(), visits.end(),
                             [](const Entry& one, const Entry& other) { return one.told_at() < other.told_at(); });
            for (std::size_t i = 1; i < visits.size(); ++i) {
                const auto gap = visits[i].told_at() - visits[i - 1].told_at();
                gaps.push_back(std::chrono::floor<minutes>(gap).count());
                total += gaps.back();
            }
            wanted +=
                std::string{point} + "," + point + "," + std::to_string(visits.size()) + "," +
                std::to_string(number_of([](const Entry& one) { return one.result == result::kFault; })) + "," +
                std::to_string(number_of([&](const Entry& one) { return mark_of(plan, log, one) == "too fast"; })) +
                "," + std::to_string(number_of([&](const Entry& one) { return mark_of(plan, log, one) == "again"; })) +
                "," +
                std::to_string(number_of([&](const Entry& one) { return mark_of(plan, log, one) == "together"; })) +
                ",";
            wanted += gaps.empty() ? ",,\n"
                                   : std::to_string(total / static_cast<std::int64_t>(gaps.size())) + "," +
                                         std::to_string(*std::min_element(gaps.begin(), gaps.end())) + "," +
                                         std::to_string(*std::max_element(gaps.begin(), gaps.end())) + "\n";
        }
        CHECK(rows(points_block(facts_from(plan, log).points, {"P1", "P2", "P3"}, as_coded)) == wanted);
    }
}

TEST_CASE("checks and inspections: items by result, and points only of a complete scored one") {
    PatrolFacts facts;
    Check check;
    check.number = 10;
    check.checklist = "closing";
    check.person = "A01";
    check.business_date = kBlockDate;
    check.items.ok = 6;
    check.items.faults = 2;
    facts.checks = {check};
    check.number = 20;
    check.checklist = "looks";
    check.shift = 5;
    facts.checks.push_back(check);
    check.complete = false;
    check.number = 30;
    facts.checks.push_back(check);
    const auto person = [](EntryNumber) { return std::string{"A09"}; };
    const auto scored = [](const Check&) { return true; };
    CHECK(rows(inspections_block(facts, kBlockDates, as_coded, person, scored)) ==
          "2026-11-23,looks,looks,A09,A01,6,8,0,2,0,20\n2026-11-23,looks,looks,A09,A01,,,0,2,0,30\n");
    const std::string checks = rows(checks_block(facts, kBlockDates, as_coded));
    CHECK(checks.find("2026-11-23,closing,closing,1") == 0);
    CHECK(checks.find("75.0") != std::string::npos);
    CHECK(rows(checks_block(facts, {}, as_coded)).empty());
}
