// SPDX-License-Identifier: MIT
// checkin staff: a person comes on duty; and what ends his shift.
#include <algorithm>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/duty.hpp"
#include "book/numbered_word.hpp"
#include "book/round_end.hpp"
#include "book/subject.hpp"
#include "book/was_on_duty.hpp"
#include "log/kind.hpp"
#include "staff/kinds.hpp"
#include "staff/posts.hpp"
#include "staff/shift.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct CheckinOptions {
    std::string name;
    std::vector<std::string> posts;
    std::string leave;
    std::string until;
    bool resident = false;
    CoverOptions cover;
};

// What is typed for `at` lies in another shift of the person, which ended at `until`.
[[noreturn]] void refuse_beside(Book& book, const Word& person, const DutyShift& other, Instant until, Instant at) {
    if (other.stale) {
        throw Refusal{
            say(N_("{0} did not sign off from the shift of {1}, which counts until {2}. When it really ended, "
                   "first: onduty checkin out {3} --at \"{4}\" --reason \"forgot to sign off\""),
                person.name, full_text(book.zone(), other.from), full_text(book.zone(), until),
                person_typed(book, person.code), date_time_text(book.zone(), at))};
    }
    if (book.store().on_duty(person.code)) {
        throw Refusal{say(N_("{0} was on duty from {1} to {2} already, entry {3}. See: onduty log --shift {3}"),
                          person.name, full_text(book.zone(), other.from), full_text(book.zone(), until),
                          other.number)};
    }
    throw Refusal{say(N_("{0} was on duty from {1} to {2} already, entry {3}. Coming on duty now: onduty checkin "
                         "staff {4}"),
                      person.name, full_text(book.zone(), other.from), full_text(book.zone(), until), other.number,
                      person.code)};
}

// What began by a clock that stood far ahead keeps nobody from coming.
bool is_to_come(Book& book, Instant begun) {
    return begun - book.now() > book.grace();
}

// Who says that he came earlier was not there already.
void refuse_twice_there(Book& book, const Word& person, const Entry& entry) {
    const auto other = entry.happened_at ? shift_ending_after(book, person.code, *entry.happened_at) : std::nullopt;
    if (other && !is_to_come(book, other->from)) {
        refuse_beside(book, person, *other, *other->until, *entry.happened_at);
    }
}

// When a whole shift ended that is typed afterwards: a bare clock time is the last one within a day of its begin.
Instant told_end(Book& book, const std::string& typed, const Entry& entry, const Word& person) {
    if (!entry.happened_at) {
        throw UsageError{say(N_("A whole shift has both: onduty checkin staff {0} --at TIME --until TIME --reason "
                                "\"...\""),
                             person.code)};
    }
    const Instant begin = *entry.happened_at;
    const Instant within = std::min(book.now(), begin + std::chrono::days{1});
    const Instant end = read_time_until(typed, book.zone(), book.now(), within);
    if (end > book.now()) {
        throw Refusal{say(N_("{0} is in the future; it is now {1}. Nothing was recorded."), full_text(book.zone(), end),
                          full_text(book.zone(), book.now()))};
    }
    if (end <= begin) {
        throw Refusal{say(N_("{0} came on duty at {1}, later than that."), person.name, full_text(book.zone(), begin))};
    }
    for (const DutyShift& other : shifts_around(book, person.code, begin)) {
        const Instant until = other.until.value_or(other.stale.value_or(kNever));
        if (until > begin && other.from < end) {
            refuse_beside(book, person, other, until == kNever ? book.now() : until, std::max(begin, other.from));
        }
    }
    return end;
}

// The end of a whole shift that was typed afterwards.
Entry record_end(Recording& recording, const Entry& came, Instant end) {
    Entry off = recording.draft(kind::kDutyOff, came.actor);
    recording.tell_for(off, end);
    off.late = is_late(off.recorded_at, end, recording.book().grace());
    off.told_dated = true;
    off.typed_by = came.typed_by;
    off.post = came.post;
    off.shift = came.number;
    off.business_date = came.business_date;
    return recording.append(off);
}

// All that was typed at once, one batch.
std::vector<Entry> record_shift(Recording& recording, const Entry& begin, const std::vector<std::string>& posts,
                                const Cover& cover, std::optional<Instant> end) {
    std::vector<Entry> stored{recording.append(begin)};
    recording.follow(stored.front());
    for (auto post = posts.begin() + 1; post != posts.end(); ++post) {
        Entry further = draft_post(recording, stored.front(), *post);
        cover.put_into(further);
        stored.push_back(recording.append(further));
    }
    if (end) {
        stored.push_back(record_end(recording, stored.front(), *end));
    }
    return stored;
}

// Says until when a shift counts that nobody closed in time.
void remark_stale(Book& book, const Presence& presence, Instant stale) {
    // Where nobody knows when he came, nobody knows until when it counts.
    if (is_in_doubt(clock_reading(book.store()).doubts(), presence.shift)) {
        book.context().remark(
            say(N_("{0} came by a clock that is in doubt, at {1}. When that really was: onduty clock"),
                book.name_of("staff", presence.person), full_text(book.zone(), presence.since)));
        return;
    }
    book.context().remark(
        say(N_("{0} did not go off duty after coming at {1}; that shift counts until {2}. If it ended "
               "at another time: onduty checkin out {3} --at TIME --reason \"forgot to sign off\""),
            book.name_of("staff", presence.person), full_text(book.zone(), presence.since),
            full_text(book.zone(), stale), person_typed(book, presence.person)));
}

// Who is on duty takes or leaves posts, or is there already.
int change_posts(Recording& recording, const Word& person, const Presence& present, const CheckinOptions& options) {
    if (!options.leave.empty()) {
        return leave_post(recording, present, options.leave);
    }
    const bool takes = !options.posts.empty() && !options.resident;
    if (takes && !has_only(recording.book(), present, options.posts)) {
        return take_posts(recording, person, present, options.posts, options.cover);
    }
    throw Refusal{say(N_("{0} is on duty since {1}. Going off: onduty checkin out {2}"), person.name,
                      full_text(recording.book().zone(), present.since), person_typed(recording.book(), person.code))};
}

void refuse_leave_with(const CheckinOptions& options) {
    if (!options.leave.empty() &&
        (!options.posts.empty() || !options.until.empty() || options.resident || options.cover.covers)) {
        throw UsageError{say(N_("--leave gives up a post of a shift that goes on; it goes alone."))};
    }
}

std::vector<std::string> all_left_behind(Book& book, const Presence& present, Entry& entry) {
    std::vector<std::string> words;
    for (const Subject* subject : subjects()) {
        if (subject->left_behind != nullptr) {
            const LeftBehind left = subject->left_behind(book, present);
            entry.opens = entry.opens == 0 ? left.opens : entry.opens;
            words.push_back(left.words);
        }
    }
    return words;
}

int come(Context& context, const CheckinOptions& options) {
    refuse_leave_with(options);
    Recording recording{context};
    Book& book = recording.book();
    const Word person = book.person_told(options.name);
    const auto present = recording.store().on_duty(person.code);
    const auto stale = present ? stale_since(book, *present) : std::nullopt;
    const bool whole = !options.until.empty();
    const bool goes_on = present && !stale && !is_to_come(book, present->since);
    if (present && !whole && (goes_on || !options.leave.empty())) {
        return change_posts(recording, person, *present, options);
    }
    if (!options.leave.empty()) {
        throw not_on_duty(book, person);
    }
    Entry entry = recording.draft(kind::kDutyOn, person.code);
    entry.typed_by = typist_of(book, person.code);
    const std::vector<std::string> posts = chosen_posts(book, person, options.posts, options.cover.covers);
    const Cover cover = cover_of(recording, person, posts, options.cover);
    entry.post = posts.front();
    cover.put_into(entry);
    entry.business_date = shift_date(book, entry.post, entry.told_at());
    if (options.resident) {
        entry.fields.add(kResident, 1, 0, Sought::yes);
    } else {
        entry.fields.add(kCountsUntil, counts_until(book, entry.post, entry.told_at()).time_since_epoch().count());
    }
    const Instant end = whole ? told_end(book, options.until, entry, person) : Instant{};
    if (!whole) {
        refuse_twice_there(book, person, entry);
    }
    const auto left_words = stale && !whole ? all_left_behind(book, *present, entry) : std::vector<std::string>{};
    const std::string names = names_of_posts(book, posts);
    const PostRemarks remarks{book, entry, posts};
    const auto stored = record_shift(recording, entry, posts, cover, whole ? std::optional{end} : std::nullopt);
    recording.commit();
    recording.answer_together(
        stored, whole              ? say(N_("{0} came at {1} and went off after {2}: {3}."), person.name,
                                         full_text(book.zone(), entry.told_at()), duration_text(end - entry.told_at()), names)
                : options.resident ? say(N_("{0} on duty, living there: {1}."), person.name, names)
                                   : say(N_("{0} on duty: {1}."), person.name, names));
    if (stale && !whole) {
        remark_stale(book, *present, *stale);
        for (const std::string& words : left_words) {
            if (!words.empty()) {
                book.context().remark(words);
            }
        }
    }
    remarks.tell(!whole);
    return kDone;
}

void declare_staff(OptionList& list, CheckinOptions& options) {
    list.needed_word("name", &options.name, tr("Name, number or alias"));
    list.option("--post", &options.posts, "POST",
                tr("Post; may be left out when the person has only one; may be repeated, also while on duty"));
    list.option("--leave", &options.leave, "POST", tr("A post that the person gives up while the shift goes on"));
    list.option("--until", &options.until, "TIME", tr("When he went off, for a whole shift that is typed afterwards"));
    options.cover.add_to(list);
    list.flag("--resident", &options.resident, tr("The person lives there: the shift goes on until he is signed off"));
}

// The shift that he was in then, or before, was ended already: whoever knows another end puts that right.
void refuse_ended_then(Book& book, const Word& person, Instant told) {
    const DutyShift* ended = nullptr;
    const std::vector<DutyShift> shifts = shifts_around(book, person.code, told);
    for (const DutyShift& shift : shifts) {
        ended = shift.from <= told ? &shift : ended;
    }
    if (const EntryNumber end = ended == nullptr ? 0 : last_end_of(book, person.code, ended->number)) {
        throw Refusal{say(N_("{0} went off duty at {1}, entry {2}. If that was at another time: onduty correct {2} "
                             "--time TIME --reason \"...\""),
                          person.name, full_text(book.zone(), ended->until.value_or(told)), end)};
    }
}

}  // namespace

Presence who_goes_off(Recording& recording, const std::string& typed) {
    Book& book = recording.book();
    // The end of a forgotten shift is told of somebody who has left, too.
    const auto told = book.claimed();
    const Word person =
        told ? book.resolve_ever("staff", N_("person"), typed) : book.resolve("staff", N_("person"), typed);
    const auto present = recording.store().on_duty(person.code);
    if (told && !(present && *told >= present->since)) {
        if (auto left = shift_left_open(book, person.code, *told)) {
            return *std::move(left);
        }
        refuse_ended_then(book, person, *told);
    }
    if (!present) {
        throw Refusal{say(N_("{0} is not on duty, so cannot go off."), person.name)};
    }
    if (present->round != 0) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: {2}"), person.name, present->round,
                          end_of_round(book, *present))};
    }
    return *present;
}

EntryNumber last_end_of(Book& book, const std::string& person, EntryNumber shift) {
    EntryQuery turns;
    turns.shifts_of = person;
    turns.first = shift;
    turns.header_only = true;
    EntryNumber last = 0;
    each_amended(book.store(), turns,
                 [&](const Entry& turn) { last = ends_shift(turn) && turn.shift == shift ? turn.number : last; });
    return last;
}

Entry draft_off(Recording& recording, const Presence& person) {
    Book& book = recording.book();
    Entry entry = recording.draft_of_shift(kind::kDutyOff, person);
    entry.typed_by = typist_of(book, person.person);
    if (entry.claims_before(person.since)) {
        throw Refusal{say(N_("{0} came on duty at {1}, later than that."), book.name_of("staff", person.person),
                          full_text(book.zone(), person.since))};
    }
    return entry;
}

constexpr ActionSpec kCheckinStaff = action<declare_staff, come>("staff", "上岗", N_("A person comes on duty"));

}  // namespace onduty
