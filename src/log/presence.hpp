// SPDX-License-Identifier: MIT
// Who is on duty, and how does an entry change that? What the table on_duty holds, as pure steps.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

// A person on duty, with the round that he has open (round 0: none).
struct Presence {
    std::string person;
    std::string post;  // to which belongs what he does: the first of his posts, or the one that was asked for
    EntryNumber shift = 0;
    Instant since;
    Date business_date;
    EntryNumber round = 0;
    std::string route;
    std::string last_point;
    std::optional<Instant> last_at;
    std::vector<std::string> posts;  // all that he has, in the order in which he took them

    bool is_at(const std::string& asked) const;
    // He himself, at this post if he has it.
    Presence at(const std::string& asked) const;
    bool operator==(const Presence&) const = default;
};

using OnDuty = std::map<std::string, Presence>;  // by staff code

// Applies one entry as it stands after corrections. What amends an entry is no step: the person is read anew then.
void apply(OnDuty& on_duty, const Entry& entry);

}  // namespace onduty
