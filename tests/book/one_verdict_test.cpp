// SPDX-License-Identifier: MIT
// Does every deadline say the same of one time that was told, whatever it is a deadline of? Against the third rule of
// time, read slowly.
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "cases/deadlines.hpp"
#include "cases/kinds.hpp"
#include "cleaning/blocks.hpp"
#include "customers/kinds.hpp"
#include "customers/rules.hpp"
#include "handover/kinds.hpp"
#include "handover/rules.hpp"
#include "notes/rules.hpp"
#include "plan/deeds.hpp"
#include "slots/urgency.hpp"
#include "support.hpp"
#include "time/clock.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"
#include "visits/acceptances.hpp"
#include "visits/kinds.hpp"
#include "visits/refills.hpp"

using namespace onduty;
using std::chrono::minutes;

namespace {

const Instant kVerdictSince{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{2}};
constexpr minutes kVerdictLimit{20};
constexpr minutes kVerdictGrace{15};
const Instant kVerdictUntil = kVerdictSince + kVerdictLimit;
const Instant kVerdictNow = kVerdictUntil + std::chrono::days{2};

Entry said(EntryNumber number, const char* kind, EntryNumber about, Instant told, Instant recorded) {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.about = about;
    entry.recorded_at = recorded;
    if (told != recorded) {
        entry.happened_at = told;
    }
    entry.late = is_late(recorded, entry.happened_at, kVerdictGrace);
    return entry;
}

Entry live(EntryNumber number, const char* kind, EntryNumber about = 0) {
    return said(number, kind, about, kVerdictSince, kVerdictSince);
}

// "The told time chooses the slot and says early, the recorded time says on time or late. A claim within the grace is
// never typed late. Beyond the grace it is, except where its recorded time lies in time, too."
State by_the_rule(Instant told, Instant recorded) {
    const bool in_time = told <= kVerdictUntil && recorded <= kVerdictUntil;
    return in_time ? State::on_time : recorded - told > kVerdictGrace ? State::typed_late : State::late;
}

Rule limit_of(RuleKind kind) {
    Rule rule;
    rule.kind = kind;
    rule.limit = kVerdictLimit;
    rule.first = kVerdictLimit;
    rule.interval = kVerdictLimit;
    rule.early = minutes{0};
    rule.late = minutes{0};
    return rule;
}

State of_announcement(Instant told, Instant recorded) {
    VisitReading reading;
    reading.add(live(1, kind::kNotice), {}, {});
    reading.add(said(2, kind::kTakeOver, 1, told, recorded), {}, {});
    const Visit visit = reading.finish().visits.at(0);
    return state_of({"", lone_slot(kVerdictSince, kVerdictUntil), visit.accepted.begin()->second}, kVerdictNow);
}

State of_refill(Instant told, Instant recorded) {
    VisitReading reading;
    VisitDetails seated;
    seated.seat = "T1";
    reading.add(live(1, kind::kVisit), seated, {});
    reading.add(said(2, kind::kRefill, 1, told, recorded), {}, {});
    const Rule rule = limit_of(RuleKind::timer);
    Calendar calendar;
    calendar.closes = minutes{24 * 60};
    for (const Outcome& outcome :
         refill_outcomes(rule, calendar, oracle::ShanghaiZone{}, reading.finish().visits.at(0), kVerdictNow)) {
        if (outcome.mark) {
            return outcome.state;
        }
    }
    return State::missed;
}

State of_first_contact(Instant told, Instant recorded) {
    CustomerReading reading;
    reading.add(live(1, kind::kCustomer), {});
    reading.add(live(2, kind::kCustomerAssign, 1), {});
    reading.add(said(3, kind::kContact, 1, told, recorded), {});
    return first_contact(reading.finish().at(0).keepers.at(0), lone_slot(kVerdictSince, kVerdictUntil), kVerdictNow)
        .state;
}

State of_slot(Instant told, Instant recorded) {
    return judge({lone_slot(kVerdictSince, kVerdictUntil)}, {mark_by(said(1, "", 0, told, recorded))}, {}, kVerdictNow)
        .outcomes.at(0)
        .state;
}

bool case_in_time(Instant told, Instant recorded, CaseClock clock) {
    CasePlan plan;
    plan.severities.at(0).accept = kVerdictLimit;
    plan.severities.at(0).handle = kVerdictLimit;
    plan.severities.at(0).clock = DeadlineClock::always;
    CaseFile file;
    file.severity = 1;
    Entry first = live(1, kind::kCase);
    first.subject = sort::kComplaint;
    first.flag = case_flag::kByItself;
    Case one = begin_case(first, file);
    add_step(one, said(2, kind_of(CaseAction::resolve), 1, told, recorded), {});
    for (const CaseDeadline& deadline : case_deadlines(one, plan, Calendar{}, oracle::ShanghaiZone{}, kVerdictNow)) {
        if (deadline.clock == clock) {
            return deadline.in_time();
        }
    }
    return false;
}

bool handover_in_time(Instant told, Instant recorded) {
    HandoverReading reading;
    reading.add(live(2, kind::kHandoverOffer, 1), {});
    reading.add(said(3, kind::kHandoverAccept, 2, told, recorded), {});
    return state_of_deadline(kVerdictUntil, reading.finish().handovers.at(0).answer_done) == State::on_time;
}

bool errand_in_time(Instant told, Instant recorded) {
    const Errand errand{"P02", false, kVerdictSince, mark_by(said(2, "", 1, told, recorded)), kVerdictUntil};
    const auto name_of = [](const char*, const std::string& code) { return code; };
    return test::rows(litter_block({errand}, kVerdictNow, name_of)).ends_with(",1,100.0\n");
}

}  // namespace

TEST_CASE("property: one time that was told is in time, late or typed late for every kind of deadline") {
    std::mt19937 dice{7};
    std::set<State> seen;
    for (int turn = 0; turn < onduty::test::turns(2000); ++turn) {
        const Instant told = kVerdictSince + minutes{1 + dice() % 30};
        // At once, within the grace and beyond it, to the minute on both sides of each.
        const Instant recorded = told + minutes{dice() % 2 == 0 ? 0 : dice() % 25};
        const State expected = by_the_rule(told, recorded);
        seen.insert(expected);
        CAPTURE((told - kVerdictSince).count());
        CAPTURE((recorded - kVerdictSince).count());
        CHECK(of_slot(told, recorded) == expected);
        CHECK(of_announcement(told, recorded) == expected);
        CHECK(of_refill(told, recorded) == expected);
        CHECK(of_first_contact(told, recorded) == expected);
        const bool good = expected == State::on_time;
        CHECK(case_in_time(told, recorded, CaseClock::accept) == good);
        CHECK(case_in_time(told, recorded, CaseClock::handle) == good);
        CHECK(handover_in_time(told, recorded) == good);
        CHECK(errand_in_time(told, recorded) == good);
        CHECK(good == in_time(kVerdictUntil, mark_by(said(2, "", 1, told, recorded))));
    }
    CHECK(seen == std::set<State>{State::on_time, State::late, State::typed_late});
}
