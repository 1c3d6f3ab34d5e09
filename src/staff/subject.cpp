// SPDX-License-Identifier: MIT
// What does the house know of coming and going?
#include <optional>
#include <set>

#include "book/amended.hpp"
#include "book/due_line.hpp"
#include "book/duty.hpp"
#include "book/names.hpp"
#include "book/numbered_word.hpp"
#include "book/open_entries.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "book/withdrawal.hpp"
#include "plan/staffing.hpp"
#include "staff/blocks.hpp"
#include "staff/kinds.hpp"
#include "staff/posts.hpp"
#include "staff/read.hpp"
#include "staff/shift.hpp"
#include "staff/shortage.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

InTheWay went_off(Book& book, const std::string& person, EntryNumber off) {
    return {book, off, [name = book.name_of("staff", person), off](const std::string& command) {
                return say(N_("{0} went off duty, entry {1}. If that is wrong, first: {2}"), name, off, command);
            }};
}

// What is given back finds nothing in its place: nothing that never counted together with it. And no shift loses
// its end that he came anew after, or that of somebody who has left.
void refuse_turned_twice(Book& book, const Entry& entry) {
    const bool begins = begins_shift(entry);
    const bool back = book.store().withdrawn_by(entry.number) == 0;
    const EntryNumber own = begins ? entry.number : entry.shift;
    const auto stands_in = [&](const Entry& turn) {
        return back ? turn.number != entry.number && stood_apart(book.store(), turn.number, entry.number)
                    : turn.number > entry.number;
    };
    EntryQuery turns;
    turns.shifts_of = entry.actor;
    turns.first = own;
    bool counts = false;
    std::vector<Entry> came;
    std::vector<Entry> ends;
    EntryNumber ended_since = 0;
    each_amended(book.store(), turns, [&](const Entry& turn) {
        counts = counts || turn.number == own;
        if (begins_shift(turn) && turn.number > own) {
            came.push_back(turn);
        } else if (turn.shift == own && ends_shift(turn)) {
            ends.push_back(turn);
            ended_since = stands_in(turn) ? turn.number : ended_since;
        } else if (ends_whole_shift(turn)) {  // it was over when it was typed
            std::erase_if(came, [&](const Entry& one) { return one.number == turn.shift; });
        }
    });
    const auto came_since = std::find_if(came.begin(), came.end(), stands_in);
    const std::string name = book.name_of("staff", entry.actor);
    if (counts && ends.empty() && came_since != came.end()) {
        throw InTheWay{book, came_since->number, [name, number = came_since->number](const std::string& command) {
                           return say(N_("{0} came on duty again, entry {1}. If that is wrong, first: {2}"), name,
                                      number, command);
                       }};
    }
    if (counts && ends.empty() && came.empty() && !book.store().word("staff", entry.actor)) {
        throw Refusal{say(N_("{0} has left, and the shift of entry {1} would go on."), name, own)};
    }
    if (!begins && back && ended_since != 0) {
        throw went_off(book, entry.actor, ended_since);
    }
}

// The same, and what was done on a shift that was withdrawn is named.
std::string shift_doubt(Book& book, const Entry& entry) {
    refuse_turned_twice(book, entry);
    if (book.store().withdrawn_by(entry.number) == 0) {
        return {};
    }
    EntryQuery query;
    query.shift = entry.number;
    std::set<std::int64_t> done;
    each_amended(book.store(), query, [&](const Entry& one) { done.insert(one.number); });
    return done.empty() ? "" : say(N_("What was recorded on that shift stays: {0}."), number_list_text(done));
}

// Nobody is off duty who did something on that shift afterwards.
std::string off_doubt(Book& book, const Entry& entry) {
    refuse_turned_twice(book, entry);
    if (book.store().withdrawn_by(entry.number) != 0) {
        return {};
    }
    EntryQuery query;
    query.shift = entry.shift;
    query.first = entry.number + 1;
    each_amended(book.store(), query, [&](const Entry& later) {
        // What was typed later may be told of before it.
        const bool was_before = later.happened_at && *later.happened_at <= entry.told_at();
        if (was_before || ends_shift(later)) {
            return;
        }
        throw Refusal{say(N_("{0} was on duty after that, entry {1}. Going off now: onduty checkin out {2}"),
                          book.name_of("staff", entry.actor), later.number, person_typed(book, entry.actor))};
    });
    return {};
}

// Of an end that is corrected, or counts again, where another one of the same shift is what counts.
std::string words_of_end_that_counts(Book& book, const Entry& end) {
    const EntryNumber last = last_end_of(book, end.actor, end.shift);
    if (last <= end.number || book.store().withdrawn_by(end.number) != 0) {
        return {};
    }
    return say(
        N_("Nothing moves by that: the shift ended as entry {0} says. If that is wrong: onduty correct {0} --time "
           "\"{1}\" --reason \"...\""),
        last, date_time_text(book.zone(), end.told_at()));
}

// What was recorded in a shift while its end did not count is not given back behind that end; and posts are taken and
// left in an order that fits.
std::string refuse_unfit_turns(Recording& recording, const Presence&, std::span<const Entry> changed) {
    Book& book = recording.book();
    std::string moves_nothing;
    for (const Entry& entry : changed) {
        moves_nothing += ends_shift(entry) ? words_of_end_that_counts(book, entry) : "";
        if (changes_posts(entry)) {
            refuse_unfit_posts(book, entry);
        }
        if (entry.shift == 0 || ends_shift(entry) || book.store().withdrawn_by(entry.number) != 0) {
            continue;
        }
        EntryQuery turns;
        turns.shifts_of = entry.actor;
        turns.first = entry.shift;
        turns.before = entry.number;
        each_amended(book.store(), turns, [&](const Entry& turn) {
            const bool ended = turn.shift == entry.shift && ends_shift(turn);
            if (ended && stood_apart(book.store(), turn.number, entry.number)) {
                throw went_off(book, entry.actor, turn.number);
            }
        });
    }
    return moves_nothing;
}

constexpr Field kDutyOnFields[]{{kCountsUntil, FieldType::time},
                                {kResident, FieldType::flag},
                                {"post", FieldType::code, "post"},
                                {kAgreed, FieldType::code, "staff"}};

constexpr Field kDutyPostFields[]{{kAgreed, FieldType::code, "staff"}};

constexpr MachineWord kStaffWords[]{{kResident, N_("lives there")}, {flag::kCover, N_("stands in")}};

constexpr Corrected kDutyOnCorrections[]{
    {"--post", "post counts_until", nullptr,
     N_("A shift belongs to its post. Go off, withdraw entry {0} and come on anew with --post and --at: {1}")},
    {"--person", "actor agreed", nullptr,
     N_("Who came on duty is not corrected. Go off, withdraw entry {0} and come on anew with --at: {1}")},
    {"--resident", kResident, nullptr,
     N_("Whether somebody lives there is said at the begin. Go off, withdraw entry {0} and come on anew with --at: "
        "{1}")},
};

constexpr Corrected kDutyPostCorrections[]{{"--person", kAgreed}};

constexpr MachineWord kPostResults[]{{result::kLeft, N_("given up")}};

// Who agreed that he stands in.
std::string agreement_told(Teller& teller, const Entry& entry) {
    const std::string agreed = entry.fields.word(kAgreed);
    return agreed.empty() ? "" : tr(", ") + say(N_("agreed by {0}"), teller.person(agreed));
}

// All posts that he named, where they are several, or where he stands in.
std::string posts_told(Teller& teller, const Entry& entry) {
    std::string names;
    for (const Entry& along : recorded_along(teller.book(), entry)) {
        names += changes_posts(along) ? tr(", ") + teller.name("post", along.post) : "";
    }
    names = names.empty() && entry.flag != flag::kCover ? names : teller.name("post", entry.post) + names;
    return names + agreement_told(teller, entry);
}

std::string post_told(Teller& teller, const Entry& entry) {
    return teller.name("post", entry.subject) + agreement_told(teller, entry);
}

constexpr Kind kStaffKinds[]{
    {.name = kind::kDutyOn,
     .word = N_("on duty"),
     .traits = trait::kBeginsShift,
     .told = posts_told,
     .doubt = shift_doubt,
     .fields = kDutyOnFields,
     .corrections = kDutyOnCorrections},
    {.name = kind::kDutyPost,
     .word = N_("post"),
     .traits = trait::kChangesPosts,
     .told = post_told,
     .fields = kDutyPostFields,
     .results = kPostResults,
     .corrections = kDutyPostCorrections},
    {.name = kind::kDutyOff, .word = N_("off duty"), .traits = trait::kEndsShift, .doubt = off_doubt},
};

constexpr Clock kStaffClocks[]{{add_stale_lines}, {add_short_lines}, {add_left_posts}, {add_certificate_lines}};

// As the plan is now, whatever the dates: what a post without people does not do stands in no other table.
Table posts_left(Pass& pass) {
    Book& book = pass.book();
    std::vector<LeftPost> left = left_posts(book.history());
    std::erase_if(left, [&](const LeftPost& one) {
        return business_date(book.zone(), book.calendar(), one.since) >= pass.dates().until;
    });
    return left_posts_block(left, book.zone(), names_of(book));
}

constexpr const char* kHiddenOfStaff[]{"post"};

constexpr Block kStaffBlocks[]{
    {.name = "staff",
     .place = 20,
     .heading = N_("Staffing"),
     .hidden = kHiddenOfStaff,
     .want = wants<AttendanceFold>,
     .table = [](Pass& pass) { return staff_block(pass.get<AttendanceFold>().rows, names_of(pass.book())); },
     .shown =
         [](Pass& pass) {
             Book& book = pass.book();
             return !book.codes("rota", book.versions_over(pass.dates())).empty() &&
                    !pass.get<AttendanceFold>().rows.empty();
         }},
    {.name = "left-posts", .place = 21, .heading = N_("Nobody works there any more"), .table = posts_left},
};

// Shifts that nobody signed off.
void add_stale_shifts(Look& look, MattersNow& matters) {
    Book& book = look.book();
    for (const Presence& presence : book.store().on_duty()) {
        if (const auto stale = stale_since(book, presence)) {
            matters[presence.shift] = {say(N_("{0}: not signed off"), posts_text(book, presence)), presence.person,
                                       stale};
        }
    }
}

constexpr Subject kStaffSubject{.name = "staff",
                                .kinds = kStaffKinds,
                                .words = kStaffWords,
                                .clocks = kStaffClocks,
                                .blocks = kStaffBlocks,
                                .waits = add_stale_shifts,
                                .put_right = refuse_unfit_turns};

}  // namespace

const Subject& staff_subject() {
    return kStaffSubject;
}

}  // namespace onduty
