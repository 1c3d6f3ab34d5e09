// SPDX-License-Identifier: MIT
#include "plan/after.hpp"

#include <algorithm>
#include <optional>

namespace onduty {

namespace {

constexpr std::chrono::days kOneDay{1};
constexpr std::chrono::milliseconds kTick{1};
constexpr int kMostDaysMoved = 366;

// What may end a slot: a completion, or a waiver of the slot that was due at `due`.
struct Ending {
    Instant at;
    std::optional<Instant> due;
};

std::vector<Ending> endings_of(const std::vector<Mark>& marks, const std::vector<Explanation>& explanations,
                               Instant now) {
    std::vector<Ending> endings;
    for (const Mark& mark : marks) {
        if (mark.complete && mark.at <= now) {
            endings.push_back({mark.at, std::nullopt});
        }
    }
    for (const Explanation& explanation : explanations) {
        if (explanation.excuse != Excuse::explained && explanation.at <= now) {
            endings.push_back({explanation.at, explanation.due});
        }
    }
    std::stable_sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) { return a.at < b.at; });
    return endings;
}

class Chain {
  public:
    Chain(const PlanHistory& history, const std::string& code, const Zone& zone)
        : history_{&history}, code_{&code}, zone_{&zone} {}

    // The slot that is open at `at`; nullopt when no plan demands it.
    std::optional<Slot> open_at(Instant at) const {
        std::size_t version = history_->size();
        for (std::size_t v = 0; v < history_->size(); ++v) {
            version = (*history_)[v].since <= at ? v : version;
        }
        if (version == history_->size() || rule_in(version) == nullptr) {
            return std::nullopt;
        }
        const Rule& rule = *rule_in(version);
        const Calendar& calendar = (*history_)[version].plan.calendar;
        while (version > 0 && rule_in(version - 1) != nullptr && rule_in(version - 1)->days == rule.days) {
            --version;
        }
        const Date since = business_date(*zone_, calendar, (*history_)[version].since);
        Slot slot =
            last_ ? slot_after(rule, calendar, *zone_, since, {*last_}) : slot_after(rule, calendar, *zone_, since, {});
        const std::optional<Date> due = next_date(rule, calendar, std::max(slot.date, since));
        if (!due) {
            return std::nullopt;
        }
        slot.date = *due;
        slot.due = to_instant(*zone_, LocalTime{*due + kOneDay} + calendar.day_start);
        slot.on_time_until = slot.due - kTick;
        slot.applies = true;
        return slot;
    }

    void end(Instant at) { last_ = at; }

  private:
    const Rule* rule_in(std::size_t version) const {
        const Duties& plan = (*history_)[version].plan;
        const Rule* rule = plan.rule(*code_);
        return rule != nullptr && rule->kind == RuleKind::after && plan.is_staffed(rule->post) ? rule : nullptr;
    }

    static std::optional<Date> next_date(const Rule& rule, const Calendar& calendar, Date date) {
        for (int moved = 0; moved <= kMostDaysMoved; ++moved, date += kOneDay) {
            const auto month = static_cast<unsigned>(std::chrono::year_month_day{date}.month());
            const bool in_season = rule.months.empty() || rule.months.count(month) > 0;
            if (in_season && !(rule.closed_days == ClosedDays::skip && calendar.is_closed(date))) {
                return date;
            }
        }
        return std::nullopt;
    }

    const PlanHistory* history_;
    const std::string* code_;
    const Zone* zone_;
    std::optional<Instant> last_;
};

}  // namespace

std::vector<Slot> after_slots(const PlanHistory& history, const std::string& code, const Zone& zone,
                              const std::vector<Mark>& marks, const std::vector<Explanation>& explanations,
                              Instant now) {
    std::vector<Slot> slots;
    Chain chain{history, code, zone};
    for (const Ending& ending : endings_of(marks, explanations, now)) {
        std::optional<Slot> slot = chain.open_at(ending.at);
        if (ending.due && (!slot || slot->due != *ending.due)) {
            continue;  // it waives another slot
        }
        // Two at the same time end one slot, and nothing is done before the first slot opens.
        if (slot && slot->opens <= ending.at) {
            slot->expires = ending.at + kTick;
            slots.push_back(*slot);
        }
        chain.end(ending.at);
    }
    if (const std::optional<Slot> slot = chain.open_at(now)) {
        slots.push_back(*slot);
    }
    return slots;
}

std::vector<std::string> after_rules(const PlanHistory& history) {
    std::vector<std::string> codes;
    for (const PlanVersion& version : history) {
        for (const Rule& rule : version.plan.rules) {
            if (rule.kind == RuleKind::after && std::find(codes.begin(), codes.end(), rule.code) == codes.end()) {
                codes.push_back(rule.code);
            }
        }
    }
    return codes;
}

}  // namespace onduty
