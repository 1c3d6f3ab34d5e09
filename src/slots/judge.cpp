// SPDX-License-Identifier: MIT
#include "slots/judge.hpp"

#include <algorithm>

namespace onduty {

namespace {

bool is_complete(const Slot& slot, const Mark& mark) {
    return mark.complete && mark.last < slot.in_order_until;
}

// Whether the slot was its own before its time was put right, and that does not bring it into time.
bool stays(const Slot& slot, const Mark& mark) {
    return mark.before && slot.early_from <= *mark.before && *mark.before < slot.expires &&
           (*mark.before <= slot.on_time_until || mark.at > slot.on_time_until);
}

bool is_late_claim(const Slot& slot, const Mark& mark) {
    return mark.claimed && !stays(slot, mark) &&
           (*mark.claimed < slot.early_from || *mark.claimed > slot.on_time_until);
}

}  // namespace

State state_of(const Slot& slot, const Mark& mark) {
    if (mark.in_doubt) {
        return State::clock_in_doubt;
    }
    if (is_late_claim(slot, mark)) {
        return State::typed_late;
    }
    if (!is_complete(slot, mark)) {
        return State::incomplete;
    }
    if (when_done(mark) > slot.on_time_until) {
        return State::late;
    }
    // A time that was put right makes nothing better than it was.
    return std::min({mark.at, mark.recorded.value_or(mark.at), mark.before.value_or(mark.at)}) < slot.opens
               ? State::early
               : State::on_time;
}

State state_of_deadline(Instant until, const Mark& done) {
    Slot slot;
    slot.early_from = Instant::min();
    slot.opens = Instant::min();
    slot.due = until;
    slot.on_time_until = until;
    slot.expires = kNever;
    return state_of(slot, done);
}

namespace {

// The better, the lower.
constexpr int kRankBest = 0;
constexpr int kRankNone = 7;

int rank(const Slot& slot, const Mark& mark) {
    switch (state_of(slot, mark)) {
        case State::on_time:
            return kRankBest;
        case State::early:
            return 1;
        case State::late:
            return 2;
        case State::incomplete:
            return 3;
        case State::clock_in_doubt:
            return 6;
        default:
            return is_complete(slot, mark) ? 4 : 5;
    }
}

State state_without_mark(const Slot& slot, const Explanation* explanation, Instant now) {
    const Excuse excuse = explanation == nullptr ? Excuse::explained : explanation->excuse;
    if (!slot.applies || excuse == Excuse::not_applicable) {
        return State::not_applicable;
    }
    if (excuse == Excuse::skipped) {
        return State::explained;
    }
    if (now < slot.expires) {
        return State::pending;
    }
    return explanation != nullptr ? State::explained : State::missed;
}

// The slot that was due then. One that was explained beforehand and that the plan has moved since is the one in whose
// week, month or window it was; kNoSlot where there is none, or more than one.
constexpr std::size_t kNoSlot = static_cast<std::size_t>(-1);

std::size_t slot_meant(const std::vector<Slot>& slots, Instant due) {
    const auto exact = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.due == due; });
    if (exact != slots.end()) {
        return static_cast<std::size_t>(exact - slots.begin());
    }
    std::size_t meant = kNoSlot;
    for (std::size_t s = 0; s < slots.size(); ++s) {
        if (slots[s].early_from < due && due <= slots[s].expires) {
            if (meant != kNoSlot) {
                return kNoSlot;
            }
            meant = s;
        }
    }
    return meant;
}

// The one that counts of each slot, nullptr for none.
std::vector<const Explanation*> explanations_of(const std::vector<Slot>& slots,
                                                const std::vector<Explanation>& explanations) {
    std::vector<const Explanation*> chosen(slots.size(), nullptr);
    for (const Explanation& explanation : explanations) {
        const std::size_t s = slot_meant(slots, explanation.due);
        if (s == kNoSlot) {
            continue;
        }
        const bool first =
            chosen[s] == nullptr || (chosen[s]->excuse == Excuse::explained && explanation.excuse != Excuse::explained);
        chosen[s] = first ? &explanation : chosen[s];
    }
    return chosen;
}

class Judge {
  public:
    Judge(const std::vector<Slot>& slots, const std::vector<Mark>& marks, const MayTake& may_take)
        : slots_{slots},
          marks_{marks},
          may_take_{may_take},
          taken_(marks.size(), false),
          choice_(slots.size(), kNone) {}

    void take() {
        for (std::size_t from = 0, until = 0; from < slots_.size(); from = until) {
            while (until < slots_.size() && slots_[until].rule == slots_[from].rule) {
                ++until;
            }
            take_own_windows(from, until);
            take_early(from, until);
        }
    }

    std::optional<Mark> mark_of(std::size_t slot) const {
        return choice_[slot] == kNone ? std::nullopt : std::optional<Mark>{marks_[choice_[slot]]};
    }

    std::vector<Mark> extras() const {
        std::vector<Mark> left;
        for (std::size_t m = 0; m < marks_.size(); ++m) {
            if (!taken_[m]) {
                left.push_back(marks_[m]);
            }
        }
        return left;
    }

  private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    void take_own_windows(std::size_t from, std::size_t until) {
        for (std::size_t s = from; s < until; ++s) {
            if (slots_[s].applies) {
                hold(s, best_of(s, slots_[s].opens, slots_[s].expires, false));
            }
        }
    }

    void take_early(std::size_t from, std::size_t until) {
        for (std::size_t s = from; s < until; ++s) {
            const Slot& slot = slots_[s];
            if (!slot.applies || rank_of(s, choice_[s]) == kRankBest) {
                continue;
            }
            // What an earlier slot let go may be its own.
            for (const std::size_t other :
                 {best_of(s, slot.opens, slot.expires, false), best_of(s, slot.early_from, slot.opens, true)}) {
                if (rank_of(s, other) < rank_of(s, choice_[s])) {
                    hold(s, other);
                }
            }
        }
    }

    int rank_of(std::size_t slot, std::size_t mark) const {
        return mark == kNone ? kRankNone : rank(slots_[slot], marks_[mark]);
    }

    // Of those that no slot took the best one, and of such the latest or the earliest.
    std::size_t best_of(std::size_t slot, Instant from, Instant until, bool latest) const {
        const auto before = [](const Mark& mark, Instant at) { return mark.at < at; };
        auto at = std::lower_bound(marks_.begin(), marks_.end(), from, before);
        std::size_t best = kNone;
        for (; at != marks_.end() && at->at < until; ++at) {
            const auto m = static_cast<std::size_t>(at - marks_.begin());
            if (!taken_[m] && (!may_take_ || may_take_(slots_[slot], m)) &&
                rank_of(slot, m) < rank_of(slot, best) + (latest ? 1 : 0)) {
                best = m;
            }
        }
        return best;
    }

    void hold(std::size_t slot, std::size_t mark) {
        if (choice_[slot] != kNone) {
            taken_[choice_[slot]] = false;
        }
        choice_[slot] = mark;
        if (mark != kNone) {
            taken_[mark] = true;
        }
    }

    const std::vector<Slot>& slots_;
    const std::vector<Mark>& marks_;
    const MayTake& may_take_;
    std::vector<bool> taken_;
    std::vector<std::size_t> choice_;
};

}  // namespace

Judgement judge(const std::vector<Slot>& slots, const std::vector<Mark>& marks,
                const std::vector<Explanation>& explanations, Instant now, const MayTake& may_take) {
    Judge work{slots, marks, may_take};
    work.take();
    Judgement result;
    result.outcomes.reserve(slots.size());
    const std::vector<const Explanation*> explained = explanations_of(slots, explanations);
    for (std::size_t s = 0; s < slots.size(); ++s) {
        Outcome outcome;
        outcome.slot = slots[s];
        const Explanation* explanation = explained[s];
        outcome.explanation = explanation == nullptr ? 0 : explanation->entry;
        outcome.mark = work.mark_of(s);
        outcome.state =
            outcome.mark ? state_of(slots[s], *outcome.mark) : state_without_mark(slots[s], explanation, now);
        outcome.claim = outcome.state == State::typed_late && when_claimed(*outcome.mark) >= slots[s].next_due;
        outcome.overdue = outcome.state == State::pending && now > slots[s].on_time_until;
        result.outcomes.push_back(std::move(outcome));
    }
    result.extras = work.extras();
    return result;
}

const char* machine_name(State state) {
    switch (state) {
        case State::pending:
            return "pending";
        case State::early:
            return "early";
        case State::on_time:
            return "on_time";
        case State::late:
            return "late";
        case State::typed_late:
            return "typed_late";
        case State::clock_in_doubt:
            return "clock_in_doubt";
        case State::missed:
            return "missed";
        case State::incomplete:
            return "incomplete";
        case State::extra:
            return "extra";
        case State::not_applicable:
            return "not_applicable";
        case State::explained:
            return "explained";
    }
    return "";
}

}  // namespace onduty
