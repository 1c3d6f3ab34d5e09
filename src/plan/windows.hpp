// SPDX-License-Identifier: MIT
// Which slots and which days must be looked at to judge what was done on some dates? A mark may carry the date before
// or after, and the window of a slot may have opened weeks before. Pure.
#pragma once

#include <vector>

#include "plan/plan.hpp"

namespace onduty {

bool is_of_cleaning(const Rule& rule);
// Whether there can be too many of what it asks for.
bool counts_extras(const Rule& rule);

// Whether a run, or a slot that was open when it ended, may matter on `dates`; and whether it asked for something then.
bool is_near(const RuleRun& run, const Zone& zone, DateRange dates);
bool concerns(const RuleRun& run, const Zone& zone, DateRange dates);

// What the versions of a rule ask for that matter on `dates`, one rule for each that may be satisfied otherwise.
std::vector<const Rule*> rules_asked(const RuleHistory& rule, const Zone& zone, DateRange dates);

// The slots that may take what is done on these dates. A week or a month that is due after them takes it as well: who
// cleans the windows on Tuesday has done no more than is wanted until Sunday.
std::vector<Slot> slots_for(const RuleHistory& rule, const Zone& zone, DateRange dates);

// Whether the last run asks in place of `before`, a slot of an earlier one, for what was done at `at`, on `date`: a
// slot of it may take that, and is due no later, or is that of the same day, week, half-month or month.
bool is_asked_instead(const RuleHistory& rule, const Zone& zone, const Slot& before, Instant at, Date date);

// Whether the rule has a slot on these dates, or had one by the plan of any time.
bool has_slots(const RuleHistory& rule, const Zone& zone, DateRange dates);

// The dates of all windows in which something of `dates` may be done, with those of slots that were open when the rule
// was changed: what is judged there depends on what was done in all of them.
DateRange windows_over(const RuleHistory& rule, const Zone& zone, DateRange dates);

// From when on the completions of a rule of kind after are read.
Date completions_from(const RuleHistory& rule, const Zone& zone, DateRange dates);

// The business dates from which deeds are needed to judge the slots of a rule on `dates`. A rule of kind after goes by
// its completions: all of an item of the cleaning, since the first plan; of others those of as many dates as it has
// days and a month more, so that what is overdue for longer is overdue since the rule came into force. Later ones until
// `now`.
DateRange dates_needed(const RuleHistory& rule, const Zone& zone, DateRange dates, Instant now);

}  // namespace onduty
