// SPDX-License-Identifier: MIT
// What is a rule of the house? Every clock (patrol, refill, cleaning, deadline) is one of these kinds.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "time/time.hpp"

namespace onduty {

// Anything that people name: code, name and further names.
struct Named {
    std::string code;
    std::string name;
    std::vector<std::string> aliases;

    bool operator==(const Named&) const = default;
};

enum class RuleKind {
    every,     // again and again inside a daily stretch: hourly patrol (F4), fire patrol every 2 h
    at,        // at fixed clock times: closing check (F3), fridge readings, stocktake
    period,    // once a day, week, half-month or month: cleaning (E1-E8), weekly meeting (H7)
    after,     // so many days after it was last done
    timer,     // again and again since something began, restarted by each service: refill (B8)
    deadline,  // once, within a time of something: litter (E6a), complaint stages, first contact (W3)
};

enum class PeriodUnit { day, week, half_month, month };  // half_month is day 1-15 and 16-end

enum class ClosedDays { keep, skip };  // skip: the slot is "not applicable" on a closed day

enum class DeadlineClock { always, opening };  // opening: only minutes inside the opening hours count

// What satisfies a rule: something done about a part of the plan (a round over a route, a reading of a fridge, an item
// of the cleaning), or an event.
struct RuleTarget {
    std::string family;  // of the part, or "event"
    std::string code;

    bool operator==(const RuleTarget&) const = default;
};

// The events that are no round and no checklist.
namespace event {
// Of a timer: a group is served again.
inline constexpr const char* kRefill = "refill";
// Of deadlines: an announcement is accepted, somebody of sales is named, an order is brought, the room of a tour is
// counted, an area is tidied up after a group, a movement of stock is approved, linen comes back, a handover is
// accepted.
inline constexpr const char* kAccept = "accept";
inline constexpr const char* kHost = "host";
inline constexpr const char* kDelivery = "delivery";
inline constexpr const char* kCount = "count";
inline constexpr const char* kCleanUp = "clean-up";
inline constexpr const char* kApproval = "approval";
inline constexpr const char* kLinen = "linen";
// A handover is accepted.
inline constexpr const char* kHandover = "handover";
// A round or check is countersigned, mail is handed out.
inline constexpr const char* kCountersign = "countersign";
inline constexpr const char* kMail = "mail";
// A keeper speaks to his customer for the first time (W3).
inline constexpr const char* kFirstContact = "first-contact";
// An area that somebody asks for is tidied up, litter that was found is removed (E6a).
inline constexpr const char* kRequest = "request";
inline constexpr const char* kLitter = "litter";
// Of rules with slots: the stock is counted, utensils are disinfected, a guard alone gives a sign of life, the
// department meets.
inline constexpr const char* kStocktake = "stocktake";
inline constexpr const char* kDisinfection = "disinfection";
inline constexpr const char* kCheckCall = "check-call";
inline constexpr const char* kMinutes = "minutes";
}  // namespace event

// Times of day are minutes after midnight of the business date and may pass 24 h (08:00 tomorrow = 32 h).
struct Rule : Named {
    RuleKind kind = RuleKind::every;
    RuleTarget target;
    std::string post;          // whose duty it is; empty: anybody's
    bool countersign = false;  // the supervisor signs each round or check, too (Order 61, art. 25)

    Minutes first{0};                             // every: first slot of the day; timer: first service after the start
    Minutes last{0};                              // every: no slot after this
    Minutes interval{60};                         // every, timer
    std::vector<Minutes> times;                   // at
    PeriodUnit unit = PeriodUnit::day;            // period
    std::optional<std::chrono::weekday> due_day;  // period week: due on this day, late until the week ends
    int days = 0;                                 // after
    Minutes limit{0};                             // deadline
    DeadlineClock clock = DeadlineClock::always;

    Minutes early{10};            // on time from due - early ...
    Minutes late{10};             // ... to due + late, both included
    std::set<unsigned> months;    // season: months 1-12 in which it holds; empty: all
    std::set<unsigned> weekdays;  // ISO weekdays 1-7 on which it holds; empty: all (every, at, period day)
    ClosedDays closed_days = ClosedDays::keep;

    bool operator==(const Rule&) const = default;
};

// Due once in a unit that has more days than one.
inline bool has_long_unit(const Rule& rule) {
    return rule.kind == RuleKind::period && rule.unit != PeriodUnit::day;
}

// When the site is open. Business dates listed in `closed_dates` and ISO weekdays in `closed_weekdays`
// are closed all day.
struct Calendar {
    Minutes opens{9 * 60};
    Minutes closes{20 * 60 + 30};
    Minutes day_start{6 * 60};  // clock time at which a new business date begins for people without a shift
    std::set<Date> closed_dates;
    std::set<unsigned> closed_weekdays;

    bool is_closed(Date date) const;

    bool operator==(const Calendar&) const = default;
};

// The business date of an instant outside any shift: the local date, but the day before until `day_start`.
Date business_date(const Zone& zone, const Calendar& calendar, Instant at);

}  // namespace onduty
