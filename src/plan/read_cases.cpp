// SPDX-License-Identifier: MIT
#include <algorithm>

#include "plan/plan.hpp"
#include "plan/table_reader.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kLongestLimit = 90 * 24 * 60;  // minutes
constexpr std::int64_t kLongestReopening = 3650;      // days
constexpr std::int64_t kMostAttempts = 20;
constexpr std::int64_t kPercent = 100;

Minutes limit(TableReader& table, const char* key, Minutes otherwise) {
    return Minutes{table.integer(key, otherwise.count(), 0, kLongestLimit)};
}

void read_pauses(TableReader& table, Severity& severity) {
    if (!table.has("pauses")) {
        return;
    }
    severity.pauses.clear();
    for (const std::string& text : table.texts("pauses")) {
        if (std::find(waiting::kAll.begin(), waiting::kAll.end(), text) == waiting::kAll.end()) {
            table.fault(table.line_of("pauses"), say(N_("pauses takes customer, parts and other, not \"{0}\"."), text));
        }
        severity.pauses.insert(text);
    }
}

}  // namespace

void read_severity(TableReader& table, Plan& plan) {
    const std::int64_t level = table.integer("level", 0, kGravest, kSlightest);
    if (level == 0) {
        table.must_have("level");
        return;
    }
    Severity& severity = plan.cases.severities[static_cast<std::size_t>(level - kGravest)];
    if (!severity.name.empty()) {
        table.fault(table.line_of("level"), say(N_("The severity {0} stands there twice."), level));
    }
    severity.name = table.text("name");
    severity.accept = limit(table, "accept", severity.accept);
    severity.handle = limit(table, "handle", severity.handle);
    severity.follow_up = limit(table, "follow_up", severity.follow_up);
    const bool opening = table.choice("clock", {"always", "opening"}, false) == "opening";
    severity.clock = opening ? DeadlineClock::opening : DeadlineClock::always;
    severity.follow_up_by = table.optional_text("follow_up_by");
    table.refer("follow_up_by", severity.follow_up_by, "post");
    if (table.has("follow_up_channel")) {
        severity.follow_up_channel = table.choice("follow_up_channel", channel::kAll, true);
    }
    read_pauses(table, severity);
}

void read_case_settings(TableReader& table, Plan& plan) {
    CasePlan& cases = plan.cases;
    cases.reopen_within =
        std::chrono::days{table.integer("reopen_within", cases.reopen_within.count(), 0, kLongestReopening)};
    cases.repair_sample = table.integer("repair_sample", cases.repair_sample, 0, kPercent);
    cases.attempts = table.integer("attempts", cases.attempts, 1, kMostAttempts);
    if (std::optional<TableReader> levels = table.optional_table("severity")) {
        for (const char* sort : sort::kAll) {
            cases.default_levels[sort] = levels->integer(sort, cases.default_level(sort), kGravest, kSlightest);
        }
        levels->finish();
    }
}

}  // namespace onduty
