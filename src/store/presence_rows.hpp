// SPDX-License-Identifier: MIT
// How is the derived table on_duty kept in step with the log?
#pragma once

#include "log/presence.hpp"
#include "store/sqlite.hpp"

namespace onduty {

OnDuty read_on_duty(Database& database);
// Applies one new entry to the table.
void update_on_duty(Database& database, const Entry& entry);

}  // namespace onduty
