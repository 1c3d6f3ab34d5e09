// SPDX-License-Identifier: MIT
// What was the state of the site when a handover was offered, and what of the log does it hand over?
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "handover/read.hpp"
#include "loans/rules.hpp"
#include "rounds/outcomes.hpp"
#include "visits/rules.hpp"

namespace onduty {

// A handover hands over the entries `from` to `last`: all since the last accepted one of the posts that relieve each
// other, however long ago; where none was, since somebody first came on duty there. Corrections count whenever they
// came.
// Nobody counts shifts of a longer time (ours); what is older is told all the same, in days.
inline constexpr std::chrono::days kToldInShifts{31};

struct SlipFacts {
    Entry offer;
    std::set<std::string> posts;  // that relieve each other
    EntryNumber from = 0;
    EntryNumber last = 0;
    Date first_date{};  // business dates
    Date last_date{};
    Instant since;            // what happened from here on
    Instant at;               // the offer
    HandoverFacts handovers;  // at least of the last month, with counts up to the answer
    const Handover* handover = nullptr;
    std::vector<HandoverItem> items;  // of the post, as the acceptance has them: by the plan of the answer, or of now

    std::vector<RuleOutcomes> rules;  // of these posts and of nobody in particular, as judged at the offer
    std::vector<Presence> on_duty;    // by their codes
    std::int64_t written = 0;         // entries of the shift among what is handed over
    bool is_silent = true;            // the shift wrote nothing at all
    std::vector<Entry> reported;      // incidents, alarms, faults and losses that are handed over
    std::vector<Visit> visits;        // that arrived among what is handed over, or were open
    std::int64_t calls = 0;           // among what is handed over
    std::int64_t gate = 0;            // the same: people who were questioned or turned away
    std::vector<Loan> loans;          // that were out
    OpenMatters matters;              // that were open
    std::vector<Entry> open;          // the entries that these are known by, as corrected

    // Whether the duties of this post are handed over; those of nobody in particular ("") always are.
    bool concerns(const std::string& post) const { return post.empty() || posts.count(post) > 0; }
    bool holds(EntryNumber number) const { return from <= number && number <= last; }
};

// Of what is reported: what comes later to an incident, or what an alarm was.
bool goes_on(const Entry& entry);
// The same, an incident or an alarm; else a fault or a loss.
bool is_incident(const Entry& entry);

SlipFacts slip_facts(Book& book, const Entry& offer);

}  // namespace onduty
