// SPDX-License-Identifier: MIT
// What does the house know of coming and going?
#include "book/subject.hpp"
#include "book/names.hpp"
#include "staff/blocks.hpp"
#include "staff/kinds.hpp"
#include "staff/read.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kStaffKinds[]{
    {.name = kind::kDutyOn, .word = N_("on duty"), .traits = trait::kBeginsShift},
    {.name = kind::kDutyOff, .word = N_("off duty"), .traits = trait::kEndsShift},
};

constexpr Clock kStaffClocks[]{{add_certificate_lines}};

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
             return !pass.book().plan(&Plan::rotas).empty() && !pass.get<AttendanceFold>().rows.empty();
         }},
};

constexpr Subject kStaffSubject{.name = "staff", .kinds = kStaffKinds, .clocks = kStaffClocks, .blocks = kStaffBlocks};

}  // namespace

const Subject& staff_subject() {
    return kStaffSubject;
}

}  // namespace onduty
