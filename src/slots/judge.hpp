// SPDX-License-Identifier: MIT
// In which state is each slot, given what was done? The one set of states of the house. Pure.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "slots/slots.hpp"

namespace onduty {

enum class State {
    pending,  // its time has not run out; `overdue` tells whether it should have been done by now
    early,    // done before the tolerance
    on_time,
    late,            // done after the tolerance, or typed after it, before the slot expired
    typed_late,      // told further back than the grace, and not typed in time either
    clock_in_doubt,  // nobody can tell when it was, or whether it was missed: a clock was wrong
    missed,
    incomplete,      // done, but with points or items left out
    extra,           // a mark that no slot needed; stands in Judgement::extras only
    not_applicable,  // closed day, out of season
    explained,       // missed or skipped, and a written explanation is in the log
};

// Something done that may satisfy a slot. `entry` is its number in the log.
struct Mark {
    Instant at;
    bool complete = true;
    std::int64_t entry = 0;
    Date date{};                        // business date that it counts for where no slot takes it
    Instant last = Instant::min();      // of its parts, such as the points of a round, the last one that was needed
    std::optional<Instant> claimed{};   // when it was recorded, where that was later than the grace allows
    std::optional<Instant> recorded{};  // when it was, where `at` is what was told
    std::optional<Instant> before{};    // what was told first, where only putting that right made it a claim
    bool in_doubt = false;              // it, or a part of it that was needed, was recorded by a clock that is in doubt
    std::optional<Instant> claimed_again{};  // when its time was put right further back than the grace
    std::int64_t claimed_by = 0;             // the last entry that claims its time, or that of a part that was needed
};

// Whether it was in time goes by the recorded time; what was told ahead of that is not done before its own.
inline Instant when_done(const Mark& mark) {
    return std::max(mark.at, mark.recorded.value_or(mark.at));
}

// When what was claimed was claimed last.
inline Instant when_claimed(const Mark& mark) {
    return std::max(*mark.claimed, mark.claimed_again.value_or(*mark.claimed));
}

struct Outcome {
    Slot slot;
    State state = State::pending;
    bool overdue = false;          // pending only: past `on_time_until`
    bool claim = false;            // typed late only: when it was typed the rule asked again, so another accepts it
    std::int64_t accepted = 0;     // of a claim the entry by which another did, 0 for none
    std::optional<Mark> mark;      // what satisfied it, in whatever state that left it
    std::int64_t explanation = 0;  // entry number of the explanation that counts, 0 for none; in any state
};

// What is said of a slot that was not done.
enum class Excuse {
    explained,       // after the fact: why it was missed
    skipped,         // it is not done this time, for a reason; may be said beforehand
    not_applicable,  // it does not apply this time
};

// A written explanation of the slot of one rule that was due at `due`, by the plan of when it was written.
struct Explanation {
    Instant due;
    std::int64_t entry = 0;
    Excuse excuse = Excuse::explained;
    Instant at{};  // when it was said
};

struct Judgement {
    std::vector<Outcome> outcomes;  // one per slot, same order
    std::vector<Mark> extras;       // marks that no slot took, in order of time
};

// Whether a slot may take a mark, by its place among them. Every slot takes every mark where there is none to say so.
using MayTake = std::function<bool(const Slot& slot, std::size_t mark)>;

// Judges the slots of ONE rule, sorted by due time, against marks sorted by time.
// The told time chooses the slot and says early, the recorded time says on time or late. What was claimed beyond the
// grace is typed late, unless it was recorded while its slot was open and before it was late: what was in time stays so
// when its time is put right.
// A mark is complete in a slot when it is so by itself and its last part lies before the slot's `in_order_until`.
//   1. A slot owns the marks from its `opens` to its `expires`. Of these it takes the best: on time, early, late,
//      incomplete, then typed late, complete ones first, then what is in doubt; then the earliest. Where windows
//      overlap the earlier slot chooses first.
//   2. Then each slot, in order, takes what no slot took and lies in [early_from, opens), where that is better than
//   what
//      it has: as early before late, incomplete or nothing, the latest of the best. What it had is free again.
//   3. What is left is extra.
// Slots that follow each other and point to the same version of the rule do so together, before those of a later one: a
// change of the plan takes nothing from a slot of before.
// An incomplete mark gives state incomplete whenever it was made, but for one typed late. A slot that does not apply
// takes no mark. A plain explanation turns missed into explained and nothing else. A skipped slot without a mark is
// explained at once, also while it is pending; one that was said not to apply is not applicable at once. Of several
// explanations of a slot the first counts, one that skips or does not apply before a plain one.
Judgement judge(const std::vector<Slot>& slots, const std::vector<Mark>& marks,
                const std::vector<Explanation>& explanations, Instant now, const MayTake& may_take = {});

// What a mark is to a slot that takes it.
State state_of(const Slot& slot, const Mark& mark);

// The same of something that is due once, until then, and is never too early: on time, late or typed late.
State state_of_deadline(Instant until, const Mark& done);

// "on_time" and so on: the machine name, as in CSV, JSON and the views.
const char* machine_name(State state);

}  // namespace onduty
