// SPDX-License-Identifier: MIT
#include "book/duty.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "book/amended.hpp"
#include "log/kind.hpp"
#include "log/shifts.hpp"
#include "plan/planned_windows.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kAround{3};
// So many are read sooner than they are looked up by their days.
constexpr EntryNumber kFewEntries = 2000;
// No window ends so soon after a begin that the shift could be stale before.
constexpr std::chrono::hours kNeverStaleBefore{1};

// Recorded times of what the person typed in the shift. It lasts two days at most: of one that was forgotten in March
// not all is read that anybody has recorded since.
std::vector<Instant> typed_in(Book& book, EntryNumber shift, const std::string& person, Instant from) {
    EntryQuery query;
    query.shift = shift;
    query.first = shift + 1;
    query.header_only = true;
    const Date day = business_date(book.zone(), book.calendar(), from);
    const DateRange around{day - std::chrono::days{1}, day + kAround};
    if (book.store().head().number > shift + kFewEntries) {
        query.dates = around;
    }
    std::set<EntryNumber> amended;
    for (const AmendedRow& row : book.store().amended(around)) {
        amended.insert(row.entry);
    }
    std::vector<Instant> typed;
    // Also what was withdrawn since, and what amends something else; by the clock that was declared since.
    book.store().each(query, [&](const Entry& recorded) {
        const bool is_amended = amended.count(recorded.number) > 0;
        const Entry corrected = is_amended ? as_corrected(book.store(), recorded) : Entry{};
        const Entry& entry = is_amended ? corrected : recorded;
        const bool himself = entry.actor == person && (entry.typed_by.empty() || entry.typed_by == person);
        if (himself && !ends_shift(entry)) {
            typed.push_back(entry.recorded_at);
        }
    });
    return typed;
}

// Who else came on duty at the post within a day.
std::vector<Instant> others_came(Book& book, const std::string& person, const std::string& post, Instant begins) {
    const Date day = business_date(book.zone(), book.calendar(), begins);
    EntryQuery turns;
    turns.dates = DateRange{day, day + 2 * std::chrono::days{1}};
    turns.header_only = true;
    std::vector<Instant> came;
    each_amended(book.store(), turns, [&](const Entry& turn) {
        if (comes_to_post(turn) && turn.actor != person && turn.post == post) {
            came.push_back(turn.told_at());
        }
    });
    return came;
}

// Of the window, if somebody else comes at once to take over the next.
std::optional<Instant> earliest_end(const std::vector<DutyWindow>& windows, Instant begins,
                                    bool beside_another = false) {
    return window_end_of(windows, begins, {begins + std::chrono::milliseconds{1}}, beside_another);
}

// What the begin of the shift keeps; nothing for a begin that was moved since, and where he has other posts now.
std::optional<Instant> kept_until(Book& book, const Presence& presence) {
    const auto begin = book.store().entry(presence.shift);
    if (!begin || begin->told_at() != presence.since || presence.posts != std::vector{begin->post}) {
        return std::nullopt;
    }
    const auto kept = book.store().fields(presence.shift).number(kCountsUntil);
    return kept == 0 ? std::nullopt : std::optional{Instant{std::chrono::milliseconds{kept}}};
}

struct ShiftEnding {
    std::optional<Instant> window_end;
    Instant stale{};
};

// Those that he has, or had when the shift ended: what he gave up before lends it no window.
std::vector<PostTime> posts_kept(const Shift& shift) {
    std::vector<PostTime> kept = shift.posts;
    std::erase_if(kept, [](const PostTime& one) { return one.until != Instant::max(); });
    return kept.empty() ? std::vector{PostTime{shift.post, shift.from}} : kept;
}

// Of several windows the one that ends last.
std::optional<Instant> later_of(std::optional<Instant> one, std::optional<Instant> other) {
    return one && other ? std::max(one, other) : one ? one : other;
}

// What the person typed within four hours of the window takes the mark back. Who else came, and what was typed, is
// asked of a shift only that is over without it.
ShiftEnding ending_of(Book& book, const Shift& shift, Instant until) {
    std::vector<std::pair<PostTime, std::vector<DutyWindow>>> posts;
    ShiftEnding ending;
    const std::vector<PostTime> kept = posts_kept(shift);
    const bool beside = kept.size() > 1;
    for (const PostTime& one : kept) {
        const auto& [post, windows] = posts.emplace_back(one, windows_of(book, one.post, one.from));
        ending.window_end = later_of(ending.window_end, earliest_end(windows, post.from, beside));
    }
    ending.stale = stale_point(shift.from, ending.window_end, {});
    if (until <= ending.stale) {
        return ending;
    }
    for (const auto& [one, windows] : posts) {
        if (const auto longest = window_end_of(windows, one.from, {}, beside); longest > ending.window_end) {
            const auto end =
                window_end_of(windows, one.from, others_came(book, shift.person, one.post, one.from), beside);
            ending.window_end = later_of(ending.window_end, end);
        }
    }
    ending.stale = stale_point(shift.from, ending.window_end, typed_in(book, shift.number, shift.person, shift.from));
    return ending;
}

// The shift that he is in, with the times of its posts, which are looked up where he changed them only.
Shift shift_of(Book& book, const Presence& presence) {
    Shift shift;
    shift.person = presence.person;
    shift.post = presence.posts.empty() ? presence.post : presence.posts.front();
    shift.number = presence.shift;
    shift.from = presence.since;
    const auto begin = book.store().entry(presence.shift);
    if (presence.posts.size() < 2 && begin && begin->post == shift.post) {
        return shift;
    }
    EntryQuery turns;
    turns.shifts_of = presence.person;
    turns.first = presence.shift;
    turns.header_only = true;
    ShiftReading reading;
    each_amended(book.store(), turns, [&](const Entry& turn) { reading.add(turn); });
    for (const Shift& one : reading.shifts()) {
        shift.posts = one.number == shift.number ? one.posts : shift.posts;
    }
    return shift;
}

// Of the person, or of all, of the days around; `before`: as known then.
std::vector<Shift> shifts_near(Book& book, const std::optional<std::string>& person, Instant at,
                               EntryNumber before = std::numeric_limits<EntryNumber>::max()) {
    const Date day = business_date(book.zone(), book.calendar(), at);
    EntryQuery turns;
    turns.shifts_of = person;
    turns.dates = DateRange{day - kAround, day + kAround};
    turns.header_only = true;
    turns.before = before;
    ShiftReading reading;
    each_amended(book.store(), turns, [&](const Entry& turn) { reading.add(turn); });
    std::vector<Shift> shifts = reading.shifts();
    for (Shift& lives : resident_shifts(book, before)) {
        if (person.value_or(lives.person) != lives.person || lives.from > at + kAround ||
            lives.until.value_or(at) < at - kAround) {
            continue;
        }
        std::erase_if(shifts, [&](const Shift& shift) { return shift.number == lives.number; });
        shifts.push_back(std::move(lives));
    }
    std::stable_sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) { return a.from < b.from; });
    return shifts;
}

Instant end_of(Book& book, const Shift& shift, Instant until) {
    return shift.resident ? until : end_of_shift(book, shift, until);
}

// With the posts that he had then.
Presence begun_by(const Shift& shift, Instant at) {
    Presence presence;
    presence.person = shift.person;
    presence.shift = shift.number;
    presence.since = shift.from;
    presence.business_date = shift.business_date;
    for (const PostTime& one : shift.posts) {
        if (one.from <= at && at < one.until) {
            presence.posts.push_back(one.post);
        }
    }
    presence.post = presence.posts.empty() ? shift.post : presence.posts.front();
    return presence;
}

}  // namespace

std::optional<Presence> presence_at(Book& book, const std::string& person, Instant at) {
    std::optional<Presence> found;
    for (const Shift& shift : shifts_near(book, person, at)) {
        const Instant until = shift.until.value_or(book.now());
        if (shift.from <= at && at <= end_of(book, shift, until)) {
            found = begun_by(shift, at);
        }
    }
    return found;
}

std::vector<DutyShift> shifts_around(Book& book, const std::optional<std::string>& person, Instant at) {
    std::vector<DutyShift> shifts;
    for (const Shift& shift : shifts_near(book, person, at)) {
        DutyShift& duty = shifts.emplace_back(DutyShift{shift.person,
                                                        shift.posts,
                                                        shift.business_date,
                                                        shift.from,
                                                        shift.until,
                                                        {},
                                                        {},
                                                        shift.resident,
                                                        shift.number});
        if (shift.resident) {
            continue;
        }
        const Instant until = shift.until.value_or(std::max(at, book.now()));
        const ShiftEnding ending = ending_of(book, shift, until);
        if (until > ending.stale && !shift.told_end) {
            duty.until.reset();
            duty.stale = ending.stale;
            duty.window_end = ending.window_end;
        }
    }
    return shifts;
}

std::vector<DutyWindow> windows_of(Book& book, const std::string& post, Instant at) {
    const Duties& plan = in_force(book.history(), at);
    const Date day = business_date(book.zone(), plan.calendar, at);
    std::vector<DutyWindow> windows;
    for (Date date = day - kAround; date <= day + kAround; date += std::chrono::days{1}) {
        for (const auto& [from, until] : planned_windows(plan, post, date)) {
            windows.push_back(
                {date,
                 {to_instant(book.zone(), LocalTime{date} + from), to_instant(book.zone(), LocalTime{date} + until)}});
        }
    }
    std::stable_sort(windows.begin(), windows.end(),
                     [](const DutyWindow& a, const DutyWindow& b) { return a.period.from < b.period.from; });
    return windows;
}

Date shift_date(Book& book, const std::string& post, Instant begins) {
    return date_of_shift(windows_of(book, post, begins), book.calendar(), book.zone(), begins);
}

Instant counts_until(Book& book, const std::string& post, Instant begins) {
    return stale_point(begins, earliest_end(windows_of(book, post, begins), begins), {});
}

bool is_resident(Book& book, EntryNumber shift) {
    return book.store().fields(shift).number(kResident) != 0;
}

std::vector<Shift> resident_shifts(Book& book, EntryNumber before) {
    Store& store = book.store();
    FieldValue lives;
    lives.name = kResident;
    lives.number = 1;
    std::vector<Shift> shifts;
    for (EntryNumber number = store.entry_with(lives, before); number != 0; number = store.entry_with(lives, number)) {
        ShiftReading reading;
        EntryQuery turns;
        turns.shift = number;
        turns.shifts_of = book.entry(number).actor;
        turns.before = before;
        turns.header_only = true;
        each_amended(store, turns, [&](const Entry& turn) { reading.add(turn); });
        for (Shift& shift : reading.shifts()) {
            shift.resident = true;
            shifts.push_back(std::move(shift));
        }
    }
    return shifts;
}

std::optional<Instant> stale_since(Book& book, const Presence& presence) {
    const Instant now = book.now();
    if (now < presence.since + kNeverStaleBefore || is_resident(book, presence.shift)) {
        return std::nullopt;
    }
    if (const auto kept = kept_until(book, presence); kept && now <= *kept) {
        return std::nullopt;
    }
    const ShiftEnding ending = ending_of(book, shift_of(book, presence), now);
    return now > ending.stale ? std::optional{ending.stale} : std::nullopt;
}

Instant end_of_shift(Book& book, const Shift& shift, Instant until) {
    return until < shift.from + kNeverStaleBefore ? until : std::min(until, ending_of(book, shift, until).stale);
}

std::string posts_text(Book& book, const Presence& presence) {
    const std::vector<std::string>& posts = presence.posts;
    return listed(
        posts.empty() ? std::vector{presence.post} : posts,
        [&](const std::string& post) { return book.name_of("post", post); }, tr(", "));
}

std::vector<Presence> present_people(Book& book) {
    std::vector<Presence> people = book.store().on_duty();
    std::erase_if(people, [&](const Presence& presence) { return stale_since(book, presence).has_value(); });
    return people;
}

std::vector<Presence> likely_people(Book& book) {
    std::vector<Presence> people = book.store().on_duty();
    if (people.size() > 1) {
        const std::vector<Presence> present = present_people(book);
        people = present.empty() ? people : present;
    }
    return people;
}

std::vector<Presence> present_people(Book& book, EntryNumber last, Instant at) {
    std::vector<Presence> people;
    for (const Shift& shift : shifts_near(book, std::nullopt, at, last + 1)) {
        const Instant until = shift.until.value_or(at);
        if (shift.from <= at && !shift.closed && until >= at && end_of(book, shift, at) >= at) {
            people.push_back(begun_by(shift, at));
        }
    }
    std::sort(people.begin(), people.end(), [](const Presence& a, const Presence& b) { return a.person < b.person; });
    return people;
}

std::optional<Presence> shift_left_open(Book& book, const std::string& person, Instant at) {
    const std::vector<Shift> shifts = shifts_near(book, person, at);
    const auto shift = std::find_if(shifts.rbegin(), shifts.rend(), [&](const Shift& one) { return one.from <= at; });
    if (shift == shifts.rend() || shift->told_end ||
        (shift->closed && end_of(book, *shift, *shift->until) == *shift->until)) {
        return std::nullopt;
    }
    return begun_by(*shift, at);
}

std::optional<DutyShift> shift_ending_after(Book& book, const std::string& person, Instant at) {
    for (DutyShift& shift : shifts_around(book, person, at)) {
        const Instant until = shift.until.value_or(shift.stale.value_or(kNever));
        if (until > at) {
            shift.until = until;
            return std::move(shift);
        }
    }
    return std::nullopt;
}

DutyDay duty_day(Book& book, const std::string& person, const std::string& post, Instant told,
                 const std::optional<Presence>& presence) {
    // Nearly always he is in the shift that he is known to be in.
    if (presence && told >= presence->since && !is_resident(book, presence->shift) && !stale_since(book, *presence)) {
        return {presence->shift, presence->business_date};
    }
    const std::vector<DutyShift> own = shifts_around(book, person, told);
    const auto in = std::find_if(own.rbegin(), own.rend(),
                                 [&](const DutyShift& shift) { return is_in_shift(shift, told, book.now(), own); });
    if (in != own.rend()) {
        const bool revives = presence && presence->shift == in->number && in->stale.has_value() &&
                             is_in_shift(*in, book.now(), book.now(), own);
        return {in->number, in->date, revives};
    }
    const std::vector<DutyShift> all = shifts_around(book, std::nullopt, told);
    return {0, date_of_entry(person, post, told, book.now(), all, windows_of(book, post, told), book.calendar(),
                             book.zone())};
}

}  // namespace onduty
