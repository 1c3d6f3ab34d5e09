// SPDX-License-Identifier: MIT
// checkin staff: a person comes on duty; and what ends his shift.
#include <algorithm>

#include "book/clocks.hpp"
#include "book/duty.hpp"
#include "book/subject.hpp"
#include "staff/attendance.hpp"
#include "staff/kinds.hpp"
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
    std::string post;
    std::string until;
    bool resident = false;
};

std::vector<std::string> split(const std::string& words) {
    std::vector<std::string> list;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        if (end > at) {
            list.push_back(words.substr(at, end - at));
        }
        at = end + 1;
    }
    return list;
}

std::string chosen_post(Book& book, const Word& person, const std::string& typed) {
    const std::vector<std::string> allowed = split(person.detail);
    if (typed.empty()) {
        if (allowed.size() == 1) {
            return allowed.front();
        }
        std::string list = person.detail;
        for (const Word& post : allowed.empty() ? book.store().words("post") : std::vector<Word>{}) {
            list += (list.empty() ? "" : " ") + post.code;
        }
        throw UsageError{say(N_("At which post? Add --post POST, one of: {0}"), list)};
    }
    const std::string post = book.resolve_told("post", N_("post"), typed).code;
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), post) == allowed.end()) {
        throw Refusal{say(N_("The plan does not have {0} at this post, but at: {1}. Change it with: onduty plan "
                             "export, edit, onduty plan apply"),
                          person.name, person.detail)};
    }
    return post;
}

// Of the days around, at the post.
std::vector<Shift> shifts_at(Book& book, const std::string& post, Instant at) {
    std::vector<Shift> shifts;
    for (const DutyShift& one : shifts_around(book, std::nullopt, at)) {
        if (one.posts.front() == post) {
            shifts.push_back({one.person, post, one.date, one.from, one.until ? one.until : one.stale, one.number});
        }
    }
    return shifts;
}

// Says how late it is when the post has been open with fewer people than the rota wants. Only a remark, of what was
// there before the entry.
std::string lateness(Book& book, const Entry& entry, const std::string& post) {
    const std::vector<Rota>& rotas = book.plan(&Plan::rotas);
    if (std::none_of(rotas.begin(), rotas.end(), [&](const Rota& rota) { return rota.post == entry.post; })) {
        return {};
    }
    const auto opening = opening_of(book.history(), book.zone(), entry.post, entry.business_date);
    if (!opening || !opening->hours.contains(entry.told_at())) {
        return {};
    }
    const auto shortage = shortage_at(*opening, shifts_at(book, entry.post, entry.told_at()), entry.told_at());
    if (!shortage) {
        return {};
    }
    return shortage->since == opening->hours.from
               ? say(N_("Late by {0} min: {1} opened at {2} and needs {3} at once; there so far: {4}."),
                     shortage->minutes.count(), post, clock_text(book.zone(), opening->hours.from), opening->at_once,
                     shortage->there)
               : say(N_("Too few for {0} min: {1} needs {3} at once and was short from {2}; there so far: {4}."),
                     shortage->minutes.count(), post, clock_text(book.zone(), shortage->since), opening->at_once,
                     shortage->there);
}

// Says that a certificate is missing or has run out where the post wants one. Only a remark.
void remark_certificate(Book& book, const Entry& entry) {
    const Post* post = find_code(book.plan(&Plan::posts), entry.post);
    const Person* person = find_code(book.plan(&Plan::staff), entry.actor);
    if (post == nullptr || person == nullptr || !post->certificate) {
        return;
    }
    if (!person->certificate) {
        book.context().remark(
            say(N_("{0} has no health certificate in the plan; {1} needs one."), person->name, post->name));
    } else if (*person->certificate < entry.business_date) {
        book.context().remark(say(N_("The health certificate of {0} ran out on {1}; {2} needs one."), person->name,
                                  to_text(*person->certificate), post->name));
    }
}

// What is typed for `at` lies in another shift of the person, which ended at `until`.
[[noreturn]] void refuse_beside(Book& book, const Word& person, const DutyShift& other, Instant until, Instant at) {
    if (other.stale) {
        throw Refusal{
            say(N_("{0} did not sign off from the shift of {1}, which counts until {2}. When it really ended, "
                   "first: onduty checkin out {3} --at \"{4}\" --reason \"forgot to sign off\""),
                person.name, full_text(book.zone(), other.from), full_text(book.zone(), until), person.code,
                date_time_text(book.zone(), at))};
    }
    throw Refusal{say(N_("{0} was on duty from {1} to {2} already, entry {3}. Coming on duty now: onduty checkin "
                         "staff {4}"),
                      person.name, full_text(book.zone(), other.from), full_text(book.zone(), until), other.number,
                      person.code)};
}

// Who says that he came earlier was not there already.
void refuse_twice_there(Book& book, const Word& person, const Entry& entry) {
    if (const auto other =
            entry.happened_at ? shift_ending_after(book, person.code, *entry.happened_at) : std::nullopt) {
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
    const Instant end = read_time(typed, book.zone(), names_a_date(typed) ? book.now() : within);
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

// Coming and going, one batch.
int record_whole(Recording& recording, const Entry& begin, Instant end, const std::string& what) {
    Book& book = recording.book();
    const Entry came = recording.append(begin);
    recording.follow(came);
    Entry off = recording.draft(kind::kDutyOff, came.actor);
    recording.tell_for(off, end);
    off.late = is_late(off.recorded_at, end, book.grace());
    off.told_dated = true;
    off.typed_by = came.typed_by;
    off.post = came.post;
    off.shift = came.number;
    off.business_date = came.business_date;
    const Entry went = recording.append(off);
    recording.commit();
    recording.answer_together({came, went}, what);
    remark_certificate(book, came);
    return kDone;
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
               "at another time: onduty checkin out {3} --at \"{4}\" --reason \"forgot to sign off\""),
            book.name_of("staff", presence.person), full_text(book.zone(), presence.since),
            full_text(book.zone(), stale), presence.person, date_time_text(book.zone(), stale)));
}

// Who types that another comes or goes; "" for himself, or where that is not said.
std::string typist_of(Book& book, const std::string& person) {
    const std::string& by = book.context().options.by;
    const std::string code = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
    return code == person ? "" : code;
}

int come(Context& context, const CheckinOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Word person = book.person_told(options.name);
    const auto present = recording.store().on_duty(person.code);
    const auto stale = present ? stale_since(book, *present) : std::nullopt;
    if (present && !stale) {
        throw Refusal{say(N_("{0} is on duty since {1}. Going off: onduty checkin out {2}"), person.name,
                          full_text(book.zone(), present->since), person.code)};
    }
    Entry entry = recording.draft(kind::kDutyOn, person.code);
    entry.typed_by = typist_of(book, person.code);
    entry.post = chosen_post(book, person, options.post);
    entry.business_date = shift_date(book, entry.post, entry.told_at());
    if (options.resident) {
        entry.fields.add(kResident, 1, 0, Sought::yes);
    } else {
        entry.fields.add(kCountsUntil, counts_until(book, entry.post, entry.told_at()).time_since_epoch().count());
    }
    const bool whole = !options.until.empty();
    const Instant end = whole ? told_end(book, options.until, entry, person) : Instant{};
    if (!whole) {
        refuse_twice_there(book, person, entry);
    }
    std::vector<std::string> left_words;
    for (const Subject* subject : subjects()) {
        if (stale && !whole && subject->left_behind != nullptr) {
            const LeftBehind left = subject->left_behind(book, *present);
            entry.opens = entry.opens == 0 ? left.opens : entry.opens;
            left_words.push_back(left.words);
        }
    }
    const std::string post = book.name_of("post", entry.post);
    const std::string late = lateness(book, entry, post);
    if (whole) {
        return record_whole(recording, entry, end,
                            say(N_("{0} came at {1} and went off after {2}: {3}."), person.name,
                                full_text(book.zone(), entry.told_at()), duration_text(end - entry.told_at()), post));
    }
    const std::string what = options.resident ? say(N_("{0} on duty, living there: {1}."), person.name, post)
                                              : say(N_("{0} on duty: {1}."), person.name, post);
    const int code = recording.finish(recording.append(entry), what);
    if (stale) {
        remark_stale(book, *present, *stale);
        for (const std::string& words : left_words) {
            if (!words.empty()) {
                book.context().remark(words);
            }
        }
    }
    if (!late.empty()) {
        book.context().remark(late);
    }
    remark_certificate(book, entry);
    return code;
}

void declare_staff(OptionList& list, CheckinOptions& options) {
    list.needed_word("name", &options.name, tr("Name, number or alias"));
    list.option("--post", &options.post, "POST", tr("Post; may be left out when the person has only one"));
    list.option("--until", &options.until, "TIME", tr("When he went off, for a whole shift that is typed afterwards"));
    list.flag("--resident", &options.resident, tr("The person lives there: the shift goes on until he is signed off"));
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
    }
    if (!present) {
        throw Refusal{say(N_("{0} is not on duty, so cannot go off."), person.name)};
    }
    if (present->round != 0) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: onduty patrol end --by {2}"), person.name,
                          present->round, person.code)};
    }
    return *present;
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
