// SPDX-License-Identifier: MIT
#include "commands/correct_time.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "book/amend_right.hpp"
#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/clocks.hpp"
#include "book/corrected_fields.hpp"
#include "book/duty.hpp"
#include "book/kinds.hpp"
#include "book/terminal.hpp"
#include "book/time_along.hpp"
#include "book/times_before.hpp"
#include "book/was_on_duty.hpp"
#include "book/withdrawal.hpp"
#include "commands/clock_ranges.hpp"
#include "commands/withdraw_words.hpp"
#include "log/corrections.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

constexpr unsigned kStepOfRound = trait::kReachesPoint | trait::kEndsRound;

bool is_step_of_round(const Entry& entry) {
    return ((entry.traits & kStepOfRound) != 0 || walks_along(entry)) && entry.amends == 0;
}

bool begins_round(const Entry& entry) {
    return (entry.traits & trait::kBeginsRound) != 0;
}

// Those that count, or those that rest: they were withdrawn, and may be given back. Without who was there from the
// begin, which takes him along.
std::vector<Entry> steps_of_round(Book& book, EntryNumber round, bool resting) {
    EntryQuery query;
    query.story_of = round;
    query.first = round;
    const Instant begin = as_corrected(book.store(), book.entry(round)).told_at();
    std::vector<Entry> steps;
    book.store().each(query, [&](const Entry& step) {
        if (!is_step_of_round(step) || (book.store().withdrawn_by(step.number) != 0) != resting) {
            return;
        }
        Entry now = as_corrected(book.store(), step);
        if (step.batch != round || now.told_at() != begin) {
            steps.push_back(std::move(now));
        }
    });
    return steps;
}

bool is_before(const Entry& step, const Entry& begin) {
    return std::chrono::floor<Minutes>(step.told_at()) < std::chrono::floor<Minutes>(begin.told_at());
}

// What stands before the begin was written by another clock than that, as somebody declared for a part of the round
// only: nobody knows by how much it would move.
void refuse_before_begin(Book& book, const Entry& begin, const std::vector<Entry>& steps) {
    std::optional<Entry> last;
    for (const Entry& step : steps) {
        last = is_before(step, begin) ? std::optional{step} : last;
    }
    if (last) {
        throw Refusal{say(N_("Entry {0} of this round stands at {1}, before its begin. If a wrong clock wrote it: {2}"),
                          last->number, full_text(book.zone(), last->told_at()),
                          clock_command_for_both(book, begin.number, last->number))};
    }
}

bool can_have_been(const Entry& now, const std::vector<ClockDoubt>& doubts, Instant at) {
    return at <= now.recorded_at || is_in_doubt(doubts, now.number);
}

void refuse_later_than_recorded(Book& book, const std::vector<ClockDoubt>& doubts, EntryNumber number, Instant at) {
    const Entry now = as_corrected(book.store(), book.entry(number));
    if (!can_have_been(now, doubts, at)) {
        throw Refusal{say(N_("Entry {0} was recorded at {1}; it cannot have happened later."), number,
                          full_text(book.zone(), now.recorded_at))};
    }
}

// What another did happened while he was on duty, as far as it did before.
void refuse_off_duty(Book& book, const Presence& person, const Entry& before, Instant at) {
    const Kind* kind = kind_named(before.kind);
    const bool is_told = kind != nullptr && !kind->own_act && !is_of_shift(before);
    if (is_told && before.actor != person.person && before.flag != flag::kImported &&
        presence_at(book, before.actor, before.told_at())) {
        presence_needed(book, {before.actor, book.name_of("staff", before.actor)}, at);
    }
}

// What the same command recorded at the same time happened when the entry did; also what rests, and may be given back.
std::string correct_time_along(Recording& recording, const Presence& person, const Entry& original, const Instant& was,
                               const Entry& correction, Instant at) {
    Book& book = recording.book();
    std::vector<Entry> moved;
    recording.follow(correction);
    for (const Entry& along : all_recorded_along(book, original)) {
        if (kind_named(along.kind)->corrected && as_corrected(book.store(), along).told_at() == was) {
            append_correction(recording, person, along, field::kTime, new_value(correction), correction.late, at);
            correct_day_along(recording, person, along, at, correction.late);
            if (book.store().withdrawn_by(along.number) == 0) {
                moved.push_back(along);
            }
        }
    }
    return moved.empty() ? "" : " " + say(N_("With it: {0}."), told_together(book, moved));
}

// What is to be judged by its own time only when all have theirs.
TimeCorrection move_to(Recording& recording, const Presence& person, const std::vector<ClockDoubt>& doubts,
                       const Entry& original, Instant at) {
    Book& book = recording.book();
    refuse_later_than_recorded(book, doubts, original.number, at);
    const auto due = due_by_itself(book, original);
    const Instant was = as_corrected(book.store(), original).told_at();
    TimeCorrection done;
    done.last =
        append_correction(recording, person, original, field::kTime, std::to_string(at.time_since_epoch().count()),
                          is_late(book.now(), at, book.grace()), at);
    done.moved = correct_time_along(recording, person, original, was, done.last, at);
    done.moved += correct_due_along(recording, person, original, due);
    done.moved += correct_day_along(recording, person, original, at, done.last.late);
    return done;
}

// Of a round whose steps stand in each other's way one by one.
std::string whole_round_words(Book& book, const Presence& person, const Entry& original, const std::string& typed) {
    const bool begins = begins_round(original);
    return say(N_("If the whole round was at another time: onduty correct {0} --time {1} --all --reason {2}{3}"),
               begins ? original.number : original.about, begins ? shell_word(typed) : "TIME",
               shell_word(book.context().options.reason), by_words(book, person.person));
}

}  // namespace

TimeCorrection correct_time(Recording& recording, const Presence& person, const Entry& original,
                            const std::string& typed, bool whole) {
    Book& book = recording.book();
    refuse_to_correct(book, original, "--time");
    if (whole && !begins_round(original)) {
        throw UsageError{
            say(N_("--time goes with --all for the begin of a round only: its points and its end go "
                   "along by as much."))};
    }
    const Entry before = as_corrected(book.store(), original);
    const std::vector<ClockDoubt> doubts = clock_reading(book.store()).doubts();
    const Instant last =
        is_in_doubt(doubts, original.number) ? std::max(before.recorded_at, book.now()) : before.recorded_at;
    const Instant at = read_time_anew(typed, book.zone(), book.now(), before.told_at(), last);
    const auto by = at - before.told_at();
    const std::vector<Entry> steps = whole ? steps_of_round(book, original.number, false) : std::vector<Entry>{};
    const std::vector<Entry> resting = whole ? steps_of_round(book, original.number, true) : std::vector<Entry>{};
    refuse_before_begin(book, before, steps);
    std::vector<Entry> moving{original};
    moving.insert(moving.end(), steps.begin(), steps.end());
    std::vector<Entry> together;
    for (const Entry& one : moving) {
        const std::vector<Entry> along = recorded_along(book, one);
        together.insert(together.end(), along.begin(), along.end());
        together.push_back(one);
    }
    const TimesBefore times{book, together};
    TimeCorrection done = move_to(recording, person, doubts, original, at);
    done.moved = " " + say(N_("It happened {0}."), full_text(book.zone(), at)) + done.moved;
    for (const Entry& step : steps) {
        check_may_amend(recording, person, step);
        move_to(recording, person, doubts, book.entry(step.number), step.told_at() + by);
    }
    for (const Entry& step : resting) {
        if (can_have_been(step, doubts, step.told_at() + by)) {
            move_to(recording, person, doubts, book.entry(step.number), step.told_at() + by);
        }
    }
    done.moved += steps.empty() ? "" : " " + say(N_("With it, by as much: {0}."), told_together(book, steps));
    refuse_off_duty(book, person, before, at);
    for (const Entry& step : steps) {
        refuse_off_duty(book, person, step, step.told_at() + by);
    }
    try {
        times.check();
    } catch (const Refusal& refusal) {
        if (whole || (!begins_round(original) && !is_step_of_round(original))) {
            throw;
        }
        throw Refusal{std::string{refusal.what()} + "\n" + whole_round_words(book, person, original, typed)};
    }
    return done;
}

}  // namespace onduty
