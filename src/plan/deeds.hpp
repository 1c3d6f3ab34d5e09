// SPDX-License-Identifier: MIT
// What was done for the rules of a plan, and what was said of their slots? The kinds say which entries are deeds.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "log/clock_reading.hpp"
#include "log/kind.hpp"
#include "plan/plan.hpp"
#include "slots/judge.hpp"

namespace onduty {

// A round, a stocktake, a reading, an item of the cleaning, a sign of life: what may satisfy a rule.
struct Deed {
    RuleTarget target;
    Mark mark;
    std::string person{};
    std::string post{};     // if not empty, only the rules of this post, or
    std::string rule{};     // only this one
    EntryNumber shift = 0;  // in which it was done
};

// When it was done, as told and as recorded.
Mark mark_by(const Entry& entry);

// Somebody accepted what another had claimed by then.
struct Acceptance {
    EntryNumber number = 0;
    EntryNumber of = 0;
    std::string person;
};

// What was done and withdrawn since, by the entry `by`.
struct Undone {
    RuleTarget target;
    EntryNumber number = 0;
    Instant at;
    EntryNumber by = 0;
};

// From when until when, both included: by the date that a slot is of, or by its due time.
struct Stretch {
    std::optional<Date> first;
    std::optional<Date> last;
    Instant from = Instant::min();
    Instant until = kNever;

    bool has(const Slot& slot) const {
        return slot.date >= first.value_or(slot.date) && slot.date <= last.value_or(slot.date) && slot.due >= from &&
               slot.due <= until;
    }
};

// One written explanation of a slot, or of what was missed over a stretch.
struct WrittenExplanation {
    EntryNumber number = 0;
    std::string rule;  // of a stretch "" for all of them
    Instant due;       // of the slot
    std::string person;
    std::string words;
    Excuse excuse = Excuse::explained;
    Instant at;  // when it was said
    std::optional<Stretch> stretch{};
    std::string mark{};     // of log/kinds.hpp
    EntryNumber shift = 0;  // in which it was said

    // Whether the slot was over in this stretch when that was said of it.
    bool covers(const std::string& of_rule, const Slot& slot) const {
        return stretch && (rule.empty() || rule == of_rule) && slot.expires <= at && stretch->has(slot);
    }
};

// What such an entry says, and how it is said.
Stretch stretch_of(const Entry& entry);
Fields fields_of(const Stretch& stretch);

// Of a stretch of the log, both in order of number.
struct Deeds {
    std::vector<Deed> done;
    std::vector<WrittenExplanation> explanations;
    std::vector<Acceptance> acceptances;
    std::vector<ClockDoubt> doubts;  // of the whole log
    std::vector<Undone> undone;      // where a stretch is explained

    // nullptr for an entry that is none.
    const Deed* deed(EntryNumber entry) const;
    // Whose deed an entry was that satisfied a slot; "" for none.
    std::string person_of(EntryNumber entry) const;
    // By which entry another accepted what this one says, as it stands since the entry `said`; 0 for none.
    EntryNumber accepts(EntryNumber entry, EntryNumber said) const;
    // Who accepted; "" for none.
    std::string acceptor(EntryNumber entry) const;
    // nullptr for 0.
    const WrittenExplanation* explanation(EntryNumber entry) const;
};

// Takes in the entries of a stretch one by one, in order and corrected already (corrections.hpp).
class DeedReading {
  public:
    // `kinds`: those that are deeds. Kept is what a rule of `history` asks for.
    DeedReading(const PlanHistory& history, const std::vector<const Kind*>& kinds, std::vector<ClockDoubt> doubts = {},
                Minutes grace = Minutes{15});
    // Recorded by a clock that was wrong, or told so far ahead that one of the two times is.
    bool is_in_doubt(const Entry& entry) const {
        return onduty::is_in_doubt(deeds_.doubts, entry.number) || entry.is_ahead(grace_);
    }
    void add(const Entry& entry);
    // What is more than one entry: a round, a check.
    void add(Deed deed);
    // A deed that the entry `by` withdrew, as it was told last.
    void undo(const Entry& entry, Instant told, EntryNumber by);
    void undo(Undone deed) { deeds_.undone.push_back(std::move(deed)); }
    // What was read. Call it once.
    Deeds finish();

  private:
    std::set<std::pair<std::string, std::string>> asked_;  // targets of rules: family and code
    std::vector<const Kind*> kinds_;
    Minutes grace_;
    Deeds deeds_;
};

// The element of a list in order of number that has this one, nullptr for none.
template <typename Element, typename Number>
const Element* with_number(const std::vector<Element>& elements, EntryNumber number, Number number_of) {
    const auto found =
        std::lower_bound(elements.begin(), elements.end(), number,
                         [&](const Element& one, EntryNumber wanted) { return number_of(one) < wanted; });
    return found == elements.end() || number_of(*found) != number ? nullptr : &*found;
}

bool satisfies(const Deed& deed, const Rule& rule);
// What satisfies any of `rules`, sorted by time.
std::vector<const Deed*> deeds_for(const std::vector<const Rule*>& rules, const Deeds& deeds);
std::vector<Explanation> explanations_for(const std::string& rule, const Deeds& deeds);

}  // namespace onduty
