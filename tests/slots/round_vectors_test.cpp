// SPDX-License-Identifier: MIT
// In which state is the slot of a round, in each example that was worked out by hand?
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "slots/judge.hpp"
#include "slots/vectors.hpp"

namespace onduty::oracle {

// What is "typed late" there has no state of its own in the program yet: it is late, or incomplete. Nor does the
// recorded time of a claim within the grace say whether it was in time.
TEST_CASE("a round is in order, late or incomplete as it was worked out by hand") {
    const auto rows = vectors_in("rounds.csv");
    CHECK(rows.size() == 30);
    std::size_t judged = 0;
    for (const VectorRow& row : rows) {
        const auto at = [&](const char* column) { return vector_instant(row.at(column), kShanghai); };
        const Minutes grace{std::stoi(row.at("grace"))};
        std::optional<Instant> claimed;
        for (const std::string part : {"begin", "last_point"}) {
            if (at((part + "_recorded").c_str()) - at((part + "_told").c_str()) > grace) {
                claimed = at((part + "_recorded").c_str());
            }
        }
        if (!claimed && row.at("begin_recorded") != row.at("begin_told")) {
            continue;
        }
        CAPTURE(row.at("id"));
        CAPTURE(row.at("scene"));
        Rule rule;
        // The next one of the next night tells nothing of the interval: those of the examples are hourly then.
        const auto until_next = std::chrono::floor<Minutes>(at("next_due") - at("due"));
        rule.interval = until_next < Minutes{240} ? until_next : Minutes{60};
        rule.early = Minutes{std::stoi(row.at("early"))};
        rule.late = Minutes{std::stoi(row.at("late"))};
        const LocalTime due = to_local(kShanghai, at("due"));
        const Date date = std::chrono::floor<std::chrono::days>(due);
        rule.first = std::chrono::floor<Minutes>(due - LocalTime{date});
        rule.last = rule.first;
        const std::vector<Slot> slots =
            scheduled_slots(rule, Calendar{}, kShanghai, {date, date + std::chrono::days{1}});
        REQUIRE(slots.size() == 1);
        CHECK((slots[0].in_order_until == at("expected_limit")));
        const Mark mark{at("begin_told"), row.at("points_missing") == "0", 1, date, at("last_point_told"), claimed};
        const Judgement judgement = judge(slots, {mark}, {}, at("last_point_recorded") + std::chrono::days{1});
        std::string state = machine_name(judgement.outcomes[0].state);
        std::replace(state.begin(), state.end(), '_', ' ');
        const char* typed_late = mark.complete ? "late" : "incomplete";
        CHECK(state == (row.at("expected_state") == "typed late" ? typed_late : row.at("expected_state")));
        ++judged;
    }
    CHECK(judged >= 25);
}

}  // namespace onduty::oracle
