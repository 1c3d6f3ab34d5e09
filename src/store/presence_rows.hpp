// SPDX-License-Identifier: MIT
// How is the derived table on_duty kept in step with the log?
#pragma once

#include "log/presence.hpp"
#include "store/sqlite.hpp"

namespace onduty {

OnDuty read_on_duty(Database& database);
// How a person stands by the log as it was amended; nullopt when he is not on duty.
std::optional<Presence> presence_from_log(Database& database, const std::string& person);
// Applies one new entry to the table; what it amends stands in the table amended already.
void update_on_duty(Database& database, const Entry& entry);

}  // namespace onduty
