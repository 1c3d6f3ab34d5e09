// SPDX-License-Identifier: MIT
#include "book/twice_there.hpp"

#include <functional>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "log/kind.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

Instant end_of(const DutyShift& shift) {
    return shift.until.value_or(shift.stale.value_or(kNever));
}

// Of one person, the earlier one first. Whoever goes and comes in one minute is not there twice.
void each_overlap(const std::vector<DutyShift>& shifts,
                  const std::function<void(const DutyShift& earlier, const DutyShift& later)>& visit) {
    for (auto earlier = shifts.begin(); earlier != shifts.end(); ++earlier) {
        for (auto later = earlier + 1; later != shifts.end(); ++later) {
            if (std::chrono::floor<Minutes>(end_of(*earlier)) > std::chrono::floor<Minutes>(later->from)) {
                visit(*earlier, *later);
            }
        }
    }
}

[[noreturn]] void refuse(Book& book, const DutyShift& other) {
    const std::string name = book.name_of("staff", other.person);
    const std::string from = full_text(book.zone(), other.from);
    if (end_of(other) == kNever) {
        throw Refusal{
            say(N_("{0} would be on duty twice at once: entry {1} began at {2} and goes on. See: onduty log {1}"), name,
                other.number, from)};
    }
    throw Refusal{
        say(N_("{0} would be on duty twice at once: entry {1} began at {2}, and that shift ended at {3}. See: "
               "onduty log {1}"),
            name, other.number, from, full_text(book.zone(), end_of(other)))};
}

}  // namespace

void TwiceBefore::add(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
        if ((entry.traits & (trait::kBeginsShift | trait::kEndsShift)) == 0) {
            continue;
        }
        const Entry& turn = turns_.emplace_back(as_corrected(book_->store(), entry));
        each_overlap(shifts_around(*book_, turn.actor, turn.told_at()),
                     [&](const DutyShift& earlier, const DutyShift& later) {
                         overlapped_.emplace(earlier.number, later.number);
                     });
    }
}

void TwiceBefore::check() const {
    for (const Entry& turn : turns_) {
        const EntryNumber own = (turn.traits & trait::kBeginsShift) != 0 ? turn.number : turn.shift;
        const Instant now = as_corrected(book_->store(), book_->entry(turn.number)).told_at();
        each_overlap(shifts_around(*book_, turn.actor, now), [&](const DutyShift& earlier, const DutyShift& later) {
            if (overlapped_.count({earlier.number, later.number}) == 0 &&
                overlapped_.count({later.number, earlier.number}) == 0) {
                refuse(*book_, earlier.number == own ? later : earlier);
            }
        });
    }
}

}  // namespace onduty
