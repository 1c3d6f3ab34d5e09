// SPDX-License-Identifier: MIT
// Which claims wait until another accepts them? What was typed so late that its rule had asked again, by shift.
#pragma once

#include <string>
#include <vector>

#include "rounds/outcomes.hpp"

namespace onduty {

struct Claim {
    const RuleOutcomes* rule;
    const Outcome* outcome;
    const Deed* deed;
};

// Of one shift, or one deed that belongs to none.
struct WaitingClaims {
    EntryNumber of = 0;  // what is accepted: the entry with which the shift began, else the deed
    std::string person;  // code of whose deeds they are
    Date date{};         // business date of the first
    std::vector<Claim> claims;
};

// Of the slots of a pass's days, in order of due time; shifts by their first claim.
std::vector<WaitingClaims> waiting_claims(const std::vector<RuleOutcomes>& rules, const Deeds& deeds);

// "Li Na, 2026-11-24: typed late 7"
std::string claims_text(Book& book, const WaitingClaims& waiting);

}  // namespace onduty
