// SPDX-License-Identifier: MIT
// Which shifts ended without a handover, although their posts hand something over (A13: silence is visible)?
#pragma once

#include <set>
#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/pass.hpp"
#include "handover/rules.hpp"
#include "log/shifts.hpp"

namespace onduty {

// A post of a shift that has items to hand over, by the plan of its begin; those that relieve it; and the time that its
// person had it.
struct HandingOver {
    std::string post;
    std::set<std::string> relief;
    Instant from{};
    Instant until{};
    bool given_up = false;  // while the shift went on
};

// One that ended, or whose person gave up this post.
struct EndedShift {
    Shift shift;
    HandingOver handing;
    bool handed_over = false;
};

// The last offer of the post in that shift that was refused, into `offers`; nullptr for none.
const Handover* last_refused(const EndedShift& ended, const std::vector<Handover>& offers);

// The shifts of the days of the pass and of those around.
class EndedShiftFold : public Fold {
  public:
    explicit EndedShiftFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override { reading_.add(entry); }
    void finish() override { shifts_ = reading_.shifts(); }

    // Those of these dates that are over, as told or by their stale point; in order of their begin.
    std::vector<EndedShift> of(DateRange dates) const;
    // Those that somebody signed off since then.
    std::vector<EndedShift> signed_off_since(Instant since) const;

  private:
    // Of these shifts.
    std::vector<EndedShift> ended(const std::vector<Shift>& shifts) const;

    Pass* pass_;
    ShiftReading reading_;
    std::vector<Shift> shifts_;
};

// Who went off within a day without handing over.
void add_unhanded_lines(Look& look, DueLines& lines);

}  // namespace onduty
