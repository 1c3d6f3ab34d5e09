// SPDX-License-Identifier: MIT
// Which shift is somebody in at a time, has it gone stale, and for which date does what he does count? Reads the log
// and the plan for the rules of slots/duty_day.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "book/book.hpp"
#include "log/shifts.hpp"
#include "slots/duty_day.hpp"

namespace onduty {

// When a post is to be manned, by the plan of then. Of the days around `at`, in order of their begin.
std::vector<DutyWindow> windows_of(Book& book, const std::string& post, Instant at);

// What a shift has that begins then at the post.
Date shift_date(Book& book, const std::string& post, Instant begins);

// A time that a shift's begin keeps: sooner the shift does not go stale, by the plan of its begin. What is typed in it
// is asked about it each time, and need not read all rules for that.
inline constexpr const char* kCountsUntil = "counts_until";
Instant counts_until(Book& book, const std::string& post, Instant begins);

// What the begin of a shift says where the person lives at the post: that shift lends no date and does not go stale.
// A field with the number 1, sought.
inline constexpr const char* kResident = "resident";
bool is_resident(Book& book, EntryNumber shift);
// All shifts of people who live at their posts, however long ago they came: they are few. As known before `before`.
std::vector<Shift> resident_shifts(Book& book, EntryNumber before = std::numeric_limits<EntryNumber>::max());

// Since when a shift that nobody closed is stale; nothing while it is not.
std::optional<Instant> stale_since(Book& book, const Presence& presence);

// When it ended at the latest: `until`, or the point at which it had gone stale before.
Instant end_of_shift(Book& book, const Shift& shift, Instant until);

// "Supervisor, Front desk".
std::string posts_text(Book& book, const Presence& presence);

// Who is on duty now, those aside who did not sign off in time.
std::vector<Presence> present_people(Book& book);
// Who may be meant where nobody is named: they, or if there is nobody else, who forgot it.
std::vector<Presence> likely_people(Book& book);
// Who was on duty at a time, as of the entry `last`; without their rounds.
std::vector<Presence> present_people(Book& book, EntryNumber last, Instant at);  // by their codes

// The shift that the person was in then; without its round.
std::optional<Presence> presence_at(Book& book, const std::string& person, Instant at);

// The shift that the person was in then, if nobody signed him off in time or told when it ended; as known at its begin.
std::optional<Presence> shift_left_open(Book& book, const std::string& person, Instant at);

// The shifts of the person, or of all, of the days around, and those in which people lived at their posts then, in
// order of their begin; `stale` of those that have gone
// stale without somebody telling their end.
std::vector<DutyShift> shifts_around(Book& book, const std::optional<std::string>& person, Instant at);

// The first of his shifts, of the days around, that had not ended then: who comes on duty earlier would be there twice.
std::optional<DutyShift> shift_ending_after(Book& book, const std::string& person, Instant at);

// The shift that the person's deed of then belongs to, 0 for none; and the date for which it counts. `presence` is that
// of now, if there is one.
struct DutyDay {
    EntryNumber shift = 0;
    Date date{};
    bool revives = false;  // the shift that he is in had gone stale, and goes on with what he types himself
};
DutyDay duty_day(Book& book, const std::string& person, const std::string& post, Instant told,
                 const std::optional<Presence>& presence);

}  // namespace onduty
