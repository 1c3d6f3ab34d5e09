// SPDX-License-Identifier: MIT
// When is a case to be accepted, resolved and followed up, and how long did each take? Pure; on the clock of its
// severity (4.3, section 6 nos. 14 and 16).
#pragma once

#include <optional>
#include <vector>

#include "cases/rules.hpp"
#include "slots/slots.hpp"

namespace onduty {

enum class CaseClock { accept, handle, follow_up };

//   accept:    from when it happened until somebody answers for it.
//   handle:    from when it happened until the resolution in force. What the plan lets pause it does not count, nor
//   does
//              the time from a resolution to its undoing.
//   follow_up: from the resolution in force until a verdict or the last of enough attempts.
// All of them by the severity in force, from the original beginning. A clock begins as told; whether it was ended in
// time goes by when that was typed, and what is claimed too late stops it for no longer than it then stood still.
struct CaseDeadline {
    CaseClock clock = CaseClock::accept;
    Rule rule;  // limit, clock and `early`: from when on it counts as due now
    Instant start{};
    Instant due{};
    std::optional<StepTime> done{};
    std::vector<Period> paused{};  // as it counts: what moved `due`
    std::vector<Period> stood{};   // as told: what the time taken leaves out
    bool has_clock = true;         // false where its begin is a date without a clock time

    bool in_time() const { return done && state_of_deadline(due, done->done) == State::on_time; }
};

// Waiting that goes on at `now` is taken to end then, so that its deadline moves on with the time.
// follow_up is there only when the case is resolved and its person is to be asked.
std::vector<CaseDeadline> case_deadlines(const Case& one, const CasePlan& plan, const Calendar& calendar,
                                         const Zone& zone, Instant now);

// How long it took as told, on its clock; 0 for what is not done, nothing where a date alone is told of begin or end.
std::optional<std::chrono::milliseconds> time_taken(const CaseDeadline& deadline, const Calendar& calendar,
                                                    const Zone& zone);

// How much of the rule's clock ran from `from` to `until`, not counting `paused` stretches; 0 when `until` is earlier.
std::chrono::milliseconds clock_run(const Rule& rule, const Calendar& calendar, const Zone& zone, Period stretch,
                                    const std::vector<Period>& paused);

}  // namespace onduty
