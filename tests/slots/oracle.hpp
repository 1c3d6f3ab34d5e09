// SPDX-License-Identifier: MIT
// What would a slow and obvious interval engine answer? Written from the headers' comments.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "slots/judge.hpp"
#include "slots/rule.hpp"
#include "slots/slots.hpp"
#include "time/time.hpp"

namespace onduty::oracle {

LocalMeaning expected_meaning(const Zone& zone, LocalTime local);
LocalTime expected_local(const Zone& zone, Instant at);
Instant expected_instant(const Zone& zone, LocalTime local);
Date expected_business_date(const Zone& zone, const Calendar& calendar, Instant at);
bool expected_closed(const Calendar& calendar, Date date);
std::string expected_week_text(Date date);

DateRange unit_around(PeriodUnit unit, Date date);

std::vector<Slot> expected_slots(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange dates);
Slot expected_slot_after(const Rule& rule, const Calendar& calendar, const Zone& zone, Date start,
                         const std::vector<Instant>& completions);
// kNever when the limit has not run within half a year.
Instant expected_deadline(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                          const std::vector<Period>& paused);
Slot expected_deadline_slot(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                            const std::vector<Period>& paused);
std::vector<Slot> expected_timer_slots(const Rule& rule, const Zone& zone, const Calendar& calendar, Instant start,
                                       Instant stop, const std::vector<Instant>& services, Instant now);

// A plan version holds from its `from` until the next version's.
struct Version {
    Instant from;
    const Rule* rule;
    const Calendar* calendar;
};

// The concatenation, version by version, of the slots whose due time lies in the version's stretch.
std::vector<Slot> expected_slots_in_force(const std::vector<Version>& versions, const Zone& zone, DateRange dates);

Judgement expected_judgement(const std::vector<Slot>& slots, const std::vector<Mark>& marks,
                             const std::vector<Explanation>& explanations, Instant now);

// Empty when both are equal in every field, else which field differs and how.
std::string difference(const std::vector<Slot>& expected, const std::vector<Slot>& got);
std::string difference(const Judgement& expected, const Judgement& got);

std::string words(Instant at);
std::string words(const Rule& rule);
std::string words(const Calendar& calendar);
std::string words(const std::vector<Slot>& slots);
std::string words(const std::vector<Period>& periods);
std::string words(const std::vector<Instant>& instants);

// Random numbers that are the same with every standard library.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    // From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(int count) { return between(1, count) == 1; }
    Minutes minutes(int low, int high) { return Minutes{between(low, high)}; }

  private:
    std::mt19937_64 engine_;
};

}  // namespace onduty::oracle
