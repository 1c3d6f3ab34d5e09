// SPDX-License-Identifier: MIT
// What does the house know of coming and going?
#include <set>

#include "book/amended.hpp"
#include "book/names.hpp"
#include "book/subject.hpp"
#include "staff/blocks.hpp"
#include "staff/kinds.hpp"
#include "staff/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Who is on duty comes no second time, and who is off does not go.
std::string turned_twice(Book& book, const Entry& entry) {
    EntryQuery shifts;
    shifts.shifts_of = entry.actor;
    bool on_duty = false;
    each_amended(book.store(), shifts, [&](const Entry& turn) {
        const bool comes = (turn.traits & trait::kBeginsShift) != 0;
        if (comes == on_duty && turn.number > entry.number) {
            throw Refusal{say(comes ? N_("{0} came on duty again, entry {1}. If that is wrong, first: onduty correct "
                                         "{1} --void --reason \"...\"")
                                    : N_("{0} went off duty, entry {1}. If that is wrong, first: onduty correct {1} "
                                         "--void --reason \"...\""),
                              book.name_of("staff", turn.actor), turn.number)};
        }
        on_duty = comes;
    });
    return {};
}

// The same, and what was done on a shift that was withdrawn is named.
std::string shift_doubt(Book& book, const Entry& entry) {
    turned_twice(book, entry);
    if (book.store().withdrawn_by(entry.number) == 0) {
        return {};
    }
    EntryQuery query;
    query.shift = entry.number;
    std::set<std::int64_t> done;
    each_amended(book.store(), query, [&](const Entry& one) { done.insert(one.number); });
    return done.empty() ? "" : say(N_("What was recorded on that shift stays: {0}."), number_list_text(done));
}

// Nobody is off duty who recorded something on that shift afterwards.
std::string off_doubt(Book& book, const Entry& entry) {
    turned_twice(book, entry);
    if (book.store().withdrawn_by(entry.number) != 0) {
        return {};
    }
    EntryQuery query;
    query.shift = entry.shift;
    query.first = entry.number + 1;
    each_amended(book.store(), query, [&](const Entry& later) {
        throw Refusal{say(N_("{0} was on duty after that, entry {1}. Going off now: onduty checkin out {0}"),
                          book.name_of("staff", entry.actor), later.number)};
    });
    return {};
}

constexpr Field kDutyOnFields[]{{kCountsUntil, FieldType::time}};

constexpr Kind kStaffKinds[]{
    {.name = kind::kDutyOn,
     .word = N_("on duty"),
     .traits = trait::kBeginsShift,
     .doubt = shift_doubt,
     .fields = kDutyOnFields},
    {.name = kind::kDutyOff, .word = N_("off duty"), .traits = trait::kEndsShift, .doubt = off_doubt},
};

constexpr Clock kStaffClocks[]{{add_stale_lines}, {add_certificate_lines}};

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
};

constexpr Subject kStaffSubject{.name = "staff", .kinds = kStaffKinds, .clocks = kStaffClocks, .blocks = kStaffBlocks};

}  // namespace

const Subject& staff_subject() {
    return kStaffSubject;
}

}  // namespace onduty
