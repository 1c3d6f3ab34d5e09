// SPDX-License-Identifier: MIT
#include "plan/after.hpp"

#include <algorithm>
#include <optional>

namespace onduty {

namespace {

constexpr std::chrono::days kOneDay{1};
constexpr std::chrono::milliseconds kTick{1};
constexpr int kMostDaysMoved = 366;

// What may end a slot: a completion, or a waiver.
struct Ending {
    Instant at;
    Explanation* waiver = nullptr;
};

std::vector<Ending> endings_of(const std::vector<Mark>& marks, std::vector<Explanation>& explanations, Instant now) {
    std::vector<Ending> endings;
    for (const Mark& mark : marks) {
        if (mark.complete && mark.at <= now) {
            endings.push_back({mark.at, nullptr});
        }
    }
    for (Explanation& explanation : explanations) {
        if (explanation.excuse != Excuse::explained && explanation.at <= now) {
            endings.push_back({explanation.at, &explanation});
        }
    }
    std::stable_sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) { return a.at < b.at; });
    return endings;
}

class Chain {
  public:
    Chain(PlanVersions history, const std::string& code, const RuleTarget& target, const Zone& zone, Instant known)
        : history_{history}, zone_{&zone}, known_{known} {
        for (std::size_t v = 0; v < history.size(); ++v) {
            const Rule* rule = history[v].plan.rule(code);
            const bool asked = rule != nullptr && rule->kind == RuleKind::after && rule->target == target &&
                               history[v].plan.is_staffed(rule->post);
            rules_.push_back(asked ? rule : nullptr);
            const bool same = v > 0 && asked && rules_[v - 1] != nullptr && rules_[v - 1]->days == rule->days;
            begun_.push_back(same ? begun_[v - 1] : v);
        }
    }

    // The slot that is open at `at`, which never goes back; nullopt when no plan demands it.
    std::optional<Slot> open_at(Instant at) {
        for (; begun_versions_ < history_.size() && history_[begun_versions_].since <= at; ++begun_versions_) {
            begin(begun_versions_);
        }
        return kept_ ? kept_ : begun_versions_ == 0 ? std::nullopt : by_version(begun_versions_ - 1);
    }

    // Whether the slot may be waived at `at`: the one before has ended, though it need not be open yet.
    bool follows(const Slot& slot, Instant at) const { return last_ ? *last_ < at : slot.opens <= at; }

    // Whether a waiver of what was due then is one of the slot that is open: that was due earlier where a completion
    // before it was withdrawn since. Where it is due later, what was waived was done after all.
    bool is_meant(const Slot& slot, Instant due) const {
        const bool asked = rules_[begun_versions_ - 1] != nullptr;
        return slot.due == due || (asked && slot.due < due && slot.due >= known_);
    }

    void end(Instant at) {
        kept_.reset();
        last_ = at;
        last_date_ = business_date(*zone_, in_force(history_, at).calendar, at);
    }

  private:
    // What is overdue stays as it is, and so does what another calendar would make overdue before it began.
    void begin(std::size_t version) {
        if (version == 0) {
            return;
        }
        const Instant since = history_[version].since;
        const std::optional<Slot> open = kept_ ? kept_ : by_version(version - 1);
        kept_.reset();
        if (!open) {
            return;
        }
        const bool known =
            last_ || history_.front().since >= known_ || since - std::chrono::days{open->rule->days + 1} >= known_;
        const std::optional<Slot> next = by_version(version);
        if (known && (open->due <= since || (next && next->due <= since))) {
            kept_ = open;
        }
    }

    std::optional<Slot> by_version(std::size_t version) const {
        if (rules_[version] == nullptr) {
            return std::nullopt;
        }
        const Rule& rule = *rules_[version];
        const Calendar& calendar = history_[version].plan.calendar;
        const PlanVersion& first = history_[begun_[version]];
        const Date since = business_date(*zone_, first.plan.calendar, first.since);
        Slot slot = slot_after(rule, first.plan.calendar, *zone_, since, {});
        if (last_) {
            slot.date = last_date_ + std::chrono::days{rule.days};
        }
        const std::optional<Date> due = next_date(rule, calendar, std::max(slot.date, since));
        if (!due) {
            return std::nullopt;
        }
        if (last_) {
            const LocalTime opening_day{opening_date(rule, *due)};
            slot.opens = std::max(*last_ + kTick, to_instant(*zone_, opening_day + calendar.day_start));
            slot.early_from = slot.opens;
        }
        slot.date = *due;
        slot.due = to_instant(*zone_, LocalTime{*due + kOneDay} + calendar.day_start);
        slot.on_time_until = slot.due - kTick;
        slot.applies = true;
        return slot;
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

    PlanVersions history_;
    const Zone* zone_;
    Instant known_;
    std::vector<const Rule*> rules_;  // by version; nullptr where it asks for something else
    std::vector<std::size_t> begun_;  // by version: the one in which its rule got its days
    std::size_t begun_versions_ = 0;
    std::optional<Slot> kept_;  // overdue by an earlier version
    std::optional<Instant> last_;
    Date last_date_{};
};

}  // namespace

std::vector<RuleTarget> chain_targets(PlanVersions history, const std::string& code) {
    std::vector<RuleTarget> targets;
    for (const PlanVersion& version : history) {
        const Rule* rule = version.plan.rule(code);
        if (rule != nullptr && rule->kind == RuleKind::after &&
            std::find(targets.begin(), targets.end(), rule->target) == targets.end()) {
            targets.push_back(rule->target);
        }
    }
    return targets;
}

std::vector<Slot> after_slots(PlanVersions history, const std::string& code, const RuleTarget& target, const Zone& zone,
                              const std::vector<Mark>& marks, std::vector<Explanation>& explanations, Instant now,
                              Instant known) {
    std::vector<Slot> slots;
    Chain chain{history, code, target, zone, known};
    for (const Ending& ending : endings_of(marks, explanations, now)) {
        std::optional<Slot> slot = chain.open_at(ending.at);
        if (ending.waiver != nullptr && (!slot || !chain.is_meant(*slot, ending.waiver->due))) {
            continue;  // it waives another slot
        }
        // What is done before the slot opens has none, but the days count from it; of two at the same time, too.
        if (slot && (ending.waiver != nullptr ? chain.follows(*slot, ending.at) : slot->opens <= ending.at)) {
            if (ending.waiver != nullptr) {
                ending.waiver->due = slot->due;
            }
            slot->expires = ending.at + kTick;
            slots.push_back(*slot);
        }
        const bool ended = !slots.empty() && slots.back().expires == ending.at + kTick;
        chain.end(ending.at);
        if (const std::optional<Slot> next = chain.open_at(ending.at); ended && next) {
            slots.back().next_due = next->due;
        }
    }
    if (const std::optional<Slot> slot = chain.open_at(now)) {
        slots.push_back(*slot);
    }
    return slots;
}

}  // namespace onduty
