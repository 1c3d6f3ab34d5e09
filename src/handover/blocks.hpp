// SPDX-License-Identifier: MIT
// How did shifts hand over? The blocks handover (sums per post), handover-list (one line per offer), handover-items
// (one per item that was found wrong) and open-items (what is open, the oldest first) of the report (D7, V8, HO1).
#pragma once

#include <string>
#include <vector>

#include "book/names.hpp"
#include "handover/rules.hpp"
#include "handover/unhanded.hpp"
#include "print/table.hpp"

namespace onduty {

// Whether it was answered later than the plan allows.
using IsTooLate = std::function<bool(const Handover&)>;

// One row for each post with an offer in `dates`, or with a shift that ended and handed over nothing. Minutes are whole, of accepted ones only; of an even number of them
// the median is the lower middle one.
Table handover_block(const HandoverFacts& facts, const std::vector<EndedShift>& ended, DateRange dates,
                     const NameOf& name_of, const IsTooLate& too_late);

// The posts that handed what was counted to each other.
// Until when the plan had an item that was found wrong then.
using HeldUntil = std::function<Instant(const std::string& item, Instant then)>;

using ReliefOf = std::function<std::set<std::string>(const ItemCount&)>;

// Who answers for what was counted, by all that his shift handed over or took over.
using WhoAnswersFor = std::function<Responsible(const ItemCount&)>;

Table handover_list_block(const HandoverFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of);

// Each item that was wrong on some day of `dates`, as the facts have it: what comes later than `dates` is left out of
// them.
Table handover_items_block(const HandoverFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of,
                           const ReliefOf& relief, const HeldUntil& held_until, const WhoAnswersFor& who_answers);

Table open_items_block(std::vector<OpenItem> items, const Zone& zone, Instant now);

}  // namespace onduty
