// SPDX-License-Identifier: MIT
#include "book/time_along.hpp"

#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/duty.hpp"
#include "book/kinds.hpp"
#include "log/corrections.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// An earlier correction of its time may have given it this already; but that one may be withdrawn, and this one holds.
bool is_recorded_for(Recording& recording, const Entry& original, Date day) {
    return day == recording.store().business_date(original.number);
}

std::string correct_day(Recording& recording, const Presence& person, const Entry& original, Date day, bool late) {
    const Date was = as_corrected(recording.store(), original).business_date;
    if (day == was && is_recorded_for(recording, original, day)) {
        return {};
    }
    append_correction(recording, person, original, field::kDay, to_text(day), late);
    return day == was ? "" : " " + say(N_("It counts for {0}."), to_text(day));
}

// An earlier correction may have given it that shift already, and may be withdrawn.
void correct_shift(Recording& recording, const Presence& person, const Entry& original, EntryNumber shift) {
    Book& book = recording.book();
    if (shift != as_corrected(book.store(), original).shift || shift != book.entry(original.number).shift) {
        append_shift_correction(recording, person, original, shift);
    }
}

// What was told of a time after its shift belongs to that still.
bool stays_in_shift(Book& book, const Entry& original, const DutyDay& day, Instant at) {
    const EntryNumber shift = as_corrected(book.store(), original).shift;
    return day.shift == 0 && shift != 0 && as_corrected(book.store(), book.entry(shift)).told_at() <= at;
}

// The last one that the person of its end had begun before that.
DutyDay shift_begun_before(Book& book, const Entry& end) {
    EntryQuery turns;
    turns.shifts_of = end.actor;
    turns.before = end.number;
    DutyDay begun{end.shift, end.business_date};
    each_amended(book.store(), turns, [&](const Entry& turn) {
        if (begins_shift(turn)) {
            begun = {turn.number, turn.business_date};
        }
    });
    return begun;
}

// What is said after the fact of a slot counts for the date of that, whenever it was said.
bool is_of_past_slot(const Entry& entry) {
    return entry.kind == kind::kExplanation && entry.slot_at && *entry.slot_at <= entry.recorded_at;
}

}  // namespace

std::optional<Instant> due_by_itself(Book& book, const Entry& original) {
    const Kind* kind = kind_named(original.kind);
    return kind == nullptr || kind->due_by_itself == nullptr
               ? std::nullopt
               : kind->due_by_itself(book, as_corrected(book.store(), original));
}

// What it is due by hangs on its time, unless somebody said it.
std::string correct_due_along(Recording& recording, const Presence& person, const Entry& original,
                              const std::optional<Instant>& due_before) {
    Book& book = recording.book();
    const Entry now = as_corrected(book.store(), original);
    const auto due = due_before && now.slot_at == due_before ? due_by_itself(book, original) : std::nullopt;
    if (!due || (due == now.slot_at && due == book.entry(original.number).slot_at)) {
        return {};
    }
    append_correction(recording, person, original, field::kDue, std::to_string(due->time_since_epoch().count()), false);
    return due == now.slot_at ? "" : " " + say(N_("Due now {0}."), full_text(book.zone(), *due));
}

namespace {

// The shift has the date of the window that runs when it begins (rules of time 9), and takes along what its own person
// recorded in it (11).
std::string correct_shift_day(Recording& recording, const Presence& person, const Entry& begin, Instant at, bool late) {
    Book& book = recording.book();
    const Date was = as_corrected(book.store(), begin).business_date;
    const Date day = shift_date(book, begin.post, at);
    if (day == was && is_recorded_for(recording, begin, day)) {
        return {};
    }
    EntryQuery own;
    own.shift = begin.number;
    own.first = begin.number + 1;
    std::vector<EntryNumber> along;
    each_amended(book.store(), own, [&](const Entry& entry) {
        if (entry.shift == begin.number && entry.actor == begin.actor && entry.business_date == was &&
            !is_of_past_slot(entry)) {
            along.push_back(entry.number);
        }
    });
    for (const EntryNumber number : along) {
        correct_day(recording, person, book.entry(number), day, late);
    }
    return correct_day(recording, person, begin, day, late);
}

}  // namespace

std::string correct_day_along(Recording& recording, const Presence& person, const Entry& original, Instant at,
                              bool late) {
    Book& book = recording.book();
    if (begins_shift(original)) {
        return correct_shift_day(recording, person, original, at, late);
    }
    if (is_of_shift(original) || is_of_past_slot(original)) {
        return {};
    }
    if (original.flag == flag::kImported || original.post.empty()) {
        return correct_day(recording, person, original, business_date(book.zone(), book.calendar(), at), late);
    }
    const DutyDay day = duty_day(book, original.actor, original.post, at, recording.store().on_duty(original.actor));
    if (!stays_in_shift(book, original, day, at)) {
        correct_shift(recording, person, original, day.shift);
    }
    return correct_day(recording, person, original, day.date, late);
}

std::string correct_shift_by_clock(Recording& recording, const Presence& person, const Entry& original) {
    Book& book = recording.book();
    const Entry now = as_corrected(book.store(), original);
    if (begins_shift(original)) {
        return correct_day(recording, person, original, shift_date(book, now.post, now.told_at()), false);
    }
    if (now.post.empty() || now.flag == flag::kImported) {
        return correct_day_along(recording, person, original, now.told_at(), false);
    }
    const DutyDay day =
        is_of_shift(now) ? shift_begun_before(book, now) : duty_day(book, now.actor, now.post, now.told_at(), {});
    correct_shift(recording, person, original, day.shift);
    if (is_of_past_slot(original)) {
        return {};
    }
    return correct_day(recording, person, original, day.date, false);
}

}  // namespace onduty
