// SPDX-License-Identifier: MIT
// Does the rota add up, and who was there? The table of plan rota with its sentences, and the block staff
// (one line per date and post) of the report.
#pragma once

#include <string>
#include <vector>

#include "book/names.hpp"
#include "plan/staffing.hpp"
#include "print/table.hpp"
#include "staff/attendance.hpp"

namespace onduty {

// One row for each post and number at once. `short_table` leaves out what the sentences say.
Table rota_block(const Plan& plan, const NameOf& name_of, bool short_table);

// What does not add up, in whole sentences; that it does, when it does.
std::vector<std::string> rota_sentences(const Plan& plan, const NameOf& name_of);

Table staff_block(const std::vector<Attendance>& rows, const NameOf& name_of);

// "11.5" for 11 h 30 min, at most two decimals.
std::string hours_text(std::chrono::milliseconds duration);

// One row for each post that nobody works at any more and the plan still asks something of.
Table left_posts_block(const std::vector<LeftPost>& posts, const Zone& zone, const NameOf& name_of);

}  // namespace onduty
