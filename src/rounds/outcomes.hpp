// SPDX-License-Identifier: MIT
// What became of the slots of some days, read from the open book?
#pragma once

#include <vector>

#include "book/pass.hpp"
#include "plan/outcomes.hpp"
#include "rounds/rules.hpp"

namespace onduty {

// Reads what is done for the rules that the book had so far.
DeedReading deed_reading(Book& book);

// Whether the supervisor signs what is done for this target, too: by the plan of the told time, and not where nobody
// works as one.
bool is_countersigned(Book& book, const RuleTarget& target);

// What was done and said, as far as it is needed to judge the slots of the pass's days.
class PatrolFold : public Fold {
  public:
    explicit PatrolFold(Pass& pass);
    // Its points are asked for, too.
    void sum_up_points();
    Wanted wanted() const override;
    void add(const Entry& entry) override;
    void finish() override;

    PatrolFacts facts;

  private:
    // A rule with weeks or months that is none of the cleaning.
    struct LongUnit {
        std::string kind;  // of its deeds
        std::string code;  // their subject
        DateRange needed{};
        bool asked = false;  // due or done in these days: only then it matters what else its week or month has
    };

    // Of rules with weeks and months what lies outside of the days that are read anyway: of the cleaning by the rule,
    // of others by the kind of their deeds.
    void read_cleaning();
    void read_long_units();
    // What was missed may have been explained for a whole stretch at any time, and what was claimed been accepted.
    void read_what_came_later();
    void read_what_was_undone();

    Pass* pass_;
    Book* book_;
    std::optional<EntryNumber> before_;
    DateRange dates_;
    std::vector<std::pair<std::string, DateRange>> cleaning_;
    std::vector<LongUnit> long_units_;
    PatrolReading reading_;
};

class DaysFold : public Fold {
  public:
    explicit DaysFold(Pass& pass) : DaysFold{pass, Told::of_dates} {}
    Wanted wanted() const override { return {}; }
    void finish() override;

    std::vector<RuleOutcomes> rules;

  protected:
    DaysFold(Pass& pass, Told told);

  private:
    Pass* pass_;
    Told told_;
};

// The same for what is due: what comes so many days after it was last done stays due however long that is overdue.
class DueFold : public DaysFold {
  public:
    explicit DueFold(Pass& pass) : DaysFold{pass, Told::waiting} {}
};

PatrolFacts facts_for(Book& book, DateRange dates);

// Whether nobody can do any more what the slot asks for: the plan has dropped its rule, or what that asked for.
bool is_dropped(Book& book, const Slot& slot);
// Whether the plan still has what its rule asks for, so that it can be done.
bool can_be_done(Book& book, const Slot& slot);

// "pending" and so on in the user's language.
const char* shown_state(State state);

}  // namespace onduty
