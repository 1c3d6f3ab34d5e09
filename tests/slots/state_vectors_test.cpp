// SPDX-License-Identifier: MIT
// In which state is a slot, and that of a round, in each example that was worked out by hand?
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "slots/judge.hpp"
#include "slots/vectors.hpp"

namespace onduty::oracle {

TEST_CASE("a round is in order, late or incomplete as it was worked out by hand") {
    const auto rows = vectors_in("rounds.csv");
    CHECK(rows.size() == 30);
    for (const VectorRow& row : rows) {
        const auto at = [&](const char* column) { return vector_instant(row.at(column), kShanghai); };
        const Minutes grace{std::stoi(row.at("grace"))};
        std::optional<Instant> claimed;
        for (const std::string part : {"begin", "last_point"}) {
            if (at((part + "_recorded").c_str()) - at((part + "_told").c_str()) > grace) {
                claimed = at((part + "_recorded").c_str());
            }
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
        const Mark mark{at("begin_told"),    row.at("points_missing") == "0", 1, date, at("last_point_told"), claimed,
                        at("begin_recorded")};
        const Judgement judgement = judge(slots, {mark}, {}, at("last_point_recorded") + std::chrono::days{1});
        std::string state = machine_name(judgement.outcomes[0].state);
        std::replace(state.begin(), state.end(), '_', ' ');
        CHECK(state == row.at("expected_state"));
        CHECK((slots[0].next_due == (until_next < Minutes{240} ? at("next_due") : at("due") + rule.interval)));
        CHECK(std::string{judgement.outcomes[0].claim ? "yes" : "no"} == row.at("expected_claim"));
    }
}

TEST_CASE("a slot is in the state that was worked out by hand") {
    std::size_t judged = 0;
    const auto rows = vectors_in("states.csv");
    CHECK(rows.size() == 43);
    for (const VectorRow& row : rows) {
        CAPTURE(row.at("id"));
        CAPTURE(row.at("scene"));
        const auto at = [&](const char* column) { return vector_instant(row.at(column), kShanghai); };
        const auto minutes = [&](const char* column) { return Minutes{std::stoi(row.at(column))}; };
        const Rule rule;
        Slot slot;
        slot.rule = &rule;
        slot.due = at("due");
        slot.early_from = slot.due - std::max(minutes("early"), Minutes{30});
        slot.opens = slot.due - minutes("early");
        slot.on_time_until = slot.due + minutes("late");
        slot.next_due = at("next_due");
        slot.expires = at("next_due") - std::min(minutes("early"), Minutes{60});
        std::vector<Mark> marks;
        if (!row.at("told").empty()) {
            Mark mark{at("told"), row.at("complete") == "yes", 1};
            mark.recorded = at("recorded");
            mark.in_doubt = row.at("clock_in_doubt") == "yes";
            const Instant typed = row.at("corrected_at").empty() ? at("recorded") : at("corrected_at");
            mark.claimed = typed - mark.at > minutes("grace") ? mark.recorded : std::nullopt;
            if (mark.claimed && !row.at("corrected_at").empty()) {
                mark.before = at("recorded");
                mark.claimed_again = typed;
            }
            marks.push_back(mark);
        }
        std::vector<Explanation> explanations;
        if (row.at("explained") == "yes" || row.at("not_applicable") == "yes") {
            const bool plain = row.at("explained") == "yes";
            explanations.push_back({slot.due, 2, plain ? Excuse::explained : Excuse::not_applicable});
        }
        const Judgement judgement = judge({slot}, marks, explanations, at("now"));
        std::string state = machine_name(judgement.outcomes[0].state);
        std::replace(state.begin(), state.end(), '_', ' ');
        CHECK(state == row.at("expected_state"));
        CHECK(std::string{judgement.outcomes[0].claim ? "yes" : "no"} == row.at("expected_claim"));
        ++judged;
    }
    CHECK(judged == 43);
}

}  // namespace onduty::oracle
