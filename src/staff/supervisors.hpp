// SPDX-License-Identifier: MIT
// Who leads, and who may therefore sign, note conduct and read it?
#pragma once

#include "book/recording.hpp"

namespace onduty {

// Whether the person is on duty as supervisor or has that post in the plan.
bool is_supervisor(Book& book, const std::string& person);

// Whether --by names a supervisor. A courtesy to the staff, no protection: whoever has the file can read it.
bool reads_as_supervisor(Book& book);

// The supervisor on duty who does it: --by, or the only one. Throws Refusal for anybody else.
Presence supervisor_on_duty(Recording& recording);

// The same where the plan has supervisors; else whoever is on duty and means himself, so that it can be done at all.
Presence leading_person(Recording& recording);

}  // namespace onduty
