// SPDX-License-Identifier: MIT
// What does the plan say of cases? Severities with their deadlines, causes, sampling, reopening. Plain data.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "slots/rule.hpp"

namespace onduty {

struct Plan;
class TableReader;

// What a case is about; the subject of its first entry.
namespace sort {
inline constexpr const char* kComplaint = "complaint";
inline constexpr const char* kRepair = "repair";
inline constexpr const char* kEnquiry = "enquiry";
inline constexpr const char* kOpinion = "opinion";
inline constexpr const char* kSuggestion = "suggestion";
inline constexpr const char* kFinding = "finding";
inline constexpr const char* kLostProperty = "lost-property";
inline constexpr std::array kAll{kComplaint, kRepair, kEnquiry, kOpinion, kSuggestion, kFinding, kLostProperty};
}  // namespace sort

// How somebody got in touch, or is spoken to afterwards; from the most personal to the least.
namespace channel {
inline constexpr const char* kVisit = "visit";
inline constexpr const char* kPhone = "phone";
inline constexpr const char* kMessage = "message";
inline constexpr const char* kMail = "mail";
inline constexpr const char* kWeb = "web";
inline constexpr std::array kAll{kVisit, kPhone, kMessage, kMail, kWeb};
}  // namespace channel

// For whom a case waits; the subject of a case-wait.
namespace waiting {
inline constexpr const char* kCustomer = "customer";
inline constexpr const char* kParts = "parts";
inline constexpr const char* kOther = "other";
inline constexpr std::array kAll{kCustomer, kParts, kOther};
}  // namespace waiting

// How grave a case is, and what is demanded of it (4.3, P6, Y1).
struct Severity {
    std::int64_t level = 0;  // 1 is the gravest, 4 the least
    std::string name;
    Minutes accept{0};     // from when it happened until somebody answers for it
    Minutes handle{0};     // from when it happened until it is resolved
    Minutes follow_up{0};  // from when it was resolved until the person was asked
    DeadlineClock clock = DeadlineClock::always;
    std::string follow_up_by{};                         // post; empty: anybody
    std::string follow_up_channel = channel::kMessage;  // the least personal that is enough
    std::set<std::string> pauses{waiting::kCustomer};   // what waiting stops the clock of handling

    bool operator==(const Severity&) const = default;
};

inline constexpr std::int64_t kGravest = 1;
inline constexpr std::int64_t kSlightest = 4;

struct Cause : Named {};

struct CasePlan {
    // By level, 1 first (ours, 4.3).
    std::vector<Severity> severities{
        {1, {}, Minutes{15}, Minutes{24 * 60}, Minutes{24 * 60}, DeadlineClock::always, {}, channel::kVisit, {}},
        {2,
         {},
         Minutes{2 * 60},
         Minutes{3 * 24 * 60},
         Minutes{3 * 24 * 60},
         DeadlineClock::always,
         {},
         channel::kPhone},
        {3,
         {},
         Minutes{24 * 60},
         Minutes{7 * 24 * 60},
         Minutes{3 * 24 * 60},
         DeadlineClock::always,
         {},
         channel::kPhone},
        {4, {}, Minutes{48 * 60}, Minutes{14 * 24 * 60}, Minutes{7 * 24 * 60}},
    };
    std::vector<Cause> causes;                         // empty: any word will do
    std::chrono::days reopen_within{30};               // of the archiving
    std::int64_t repair_sample = 30;                   // percent of the repairs that are followed up
    std::int64_t attempts = 3;                         // so often not reached is enough
    std::map<std::string, std::int64_t> default_levels{// by sort; 3 where nothing is said
                                                       {sort::kOpinion, 4},
                                                       {sort::kSuggestion, 4}};

    // Levels that nobody has count as the nearest.
    const Severity& severity(std::int64_t level) const {
        const std::int64_t known = level < kGravest ? kGravest : level > kSlightest ? kSlightest : level;
        return severities[static_cast<std::size_t>(known - kGravest)];
    }
    std::int64_t default_level(const std::string& sort) const {
        const auto found = default_levels.find(sort);
        return found == default_levels.end() ? 3 : found->second;
    }

    bool operator==(const CasePlan&) const = default;
};

// One [[severity]] takes the place of the built-in one of its level; [cases].
void read_severity(TableReader& table, Plan& plan);
void read_case_settings(TableReader& table, Plan& plan);

}  // namespace onduty
