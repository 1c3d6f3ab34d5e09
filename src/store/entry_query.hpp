// SPDX-License-Identifier: MIT
// Which entries does somebody want to read, and how are they found quickly?
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

class Database;

// Every condition that is set must hold. Order is by number.
struct EntryQuery {
    std::optional<DateRange> dates;    // business dates
    std::optional<EntryNumber> first;  // numbers from here on
    std::optional<EntryNumber> shift;
    std::optional<EntryNumber> about;
    std::optional<EntryNumber> story_of;   // this entry and those about it
    std::optional<EntryNumber> thread_of;  // this entry and those of kThreadKinds about it, through an index
    std::optional<EntryNumber> matter;     // what opens or closes it
    std::vector<std::string> rules;  // of the kinds clean-item and explanation those with one of them, by an index
    std::string kind;
    std::vector<const char*> rare_kinds;  // one of these, through an index; each is one of kRareKinds
    std::string subject;
    std::string result;
    std::string actor;
    std::int64_t last = 0;  // only the last so many, 0: all
};

// The kinds that the index entry_by_kind holds: few entries, looked for however old they are.
inline constexpr const char* kRareKinds =
    "'approval','case','case-archive','conduct','contact','correction','count','customer','customer-assign',"
    "'customer-update','disinfection','disinfection-end','drill','event','handover-count','handover-offer',"
    "'incident','inspection','linen','loan','loan-return','mail','meeting','minutes','reading','stock',"
    "'stocktake','supplier','survey','survey-answer','task','tour','tour-end','training','void'";

// The kinds that the index entry_by_thread holds: steps that are looked for by what they are about.
inline constexpr const char* kThreadKinds =
    "'accept','case','case-act','case-archive','case-arrive','case-assess','case-assign','case-cause',"
    "'case-dispatch','case-escalate','case-follow-up','case-reopen','case-resolve','case-resume','case-sign',"
    "'case-wait','check-call','clean-done','clean-request','companion','contact','countersign','customer',"
    "'customer-assign','customer-update','delivery','done','drill','explanation','handover-accept',"
    "'handover-count','handover-refuse','host','leave','linen','litter-removed','order','progress','ready',"
    "'refill','seating','survey-answer','task','tour-end','training','visit'";

// Calls `visit` with each entry found, without its origin and hashes; it is valid during the call only.
void each_entry(Database& database, const EntryQuery& query, const std::function<void(const Entry&)>& visit);

}  // namespace onduty
