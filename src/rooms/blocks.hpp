// SPDX-License-Identifier: MIT
// What became of the rooms that are shown? The blocks show-home (per date and room) and differences (one line for each
// thing that was not as it should be) of the report.
#pragma once

#include "book/names.hpp"
#include "print/table.hpp"
#include "rooms/rules.hpp"
#include "stock/blocks.hpp"

namespace onduty {

// One row for each date and room with a tour or a count.
Table show_home_block(const RoomFacts& facts, DateRange dates, const NameOf& name_of);

// One row for each thing that a count of a room found missing, too many or out of place: after which group, and since
// which count. `visit` answers "V12" for the first entry of a visit.
Table differences_block(const RoomFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of,
                        const std::function<std::string(EntryNumber)>& visit, const ExplanationsOf& explained);

}  // namespace onduty
