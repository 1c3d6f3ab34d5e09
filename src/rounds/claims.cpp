// SPDX-License-Identifier: MIT
#include "rounds/claims.hpp"

#include <algorithm>

#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

std::vector<WaitingClaims> waiting_claims(const std::vector<RuleOutcomes>& rules, const Deeds& deeds) {
    std::vector<Claim> claims;
    for (const RuleOutcomes& rule : rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.claim && outcome.accepted == 0) {
                claims.push_back({&rule, &outcome, deeds.deed(outcome.mark->entry)});
            }
        }
    }
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& one, const Claim& other) {
        return one.outcome->slot.due < other.outcome->slot.due;
    });
    std::vector<WaitingClaims> waiting;
    for (const Claim& claim : claims) {
        const EntryNumber of = claim.deed->shift == 0 ? claim.deed->mark.entry : claim.deed->shift;
        auto found = std::find_if(waiting.begin(), waiting.end(), [&](const auto& one) { return one.of == of; });
        if (found == waiting.end()) {
            found = waiting.insert(found, {of, claim.deed->person, claim.outcome->mark->date, {}});
        }
        found->claims.push_back(claim);
    }
    return waiting;
}

std::string claims_text(Book& book, const WaitingClaims& waiting) {
    return say(N_("{0}, {1}: typed late {2}"), book.name_of("staff", waiting.person), to_text(waiting.date),
               waiting.claims.size());
}

}  // namespace onduty
