// SPDX-License-Identifier: MIT
// How do commands find handovers: those that wait, those of some days?
#pragma once

#include <vector>

#include "book/due_line.hpp"
#include "handover/rules.hpp"

namespace onduty {

// Offers that nobody has accepted or refused, oldest first, however old.
std::vector<Entry> open_offers(Book& book);

// The offers and counts of some business dates, with the answers whenever they came.
HandoverFacts handovers_of(Book& book, DateRange dates);

// Those up to and with this date: what is older is told in days, not in shifts.
inline constexpr std::chrono::days kHandoversLookBack{31};
HandoverFacts recent_handovers(Book& book, Date date);

// Whether the plan's time for accepting had run out at `at`; false where the plan has none.
bool is_too_late(Book& book, Instant offered, Instant at);

// For a report: of its days, and of those before, because an item may be missing for long.
class HandoverFold : public Fold {
  public:
    explicit HandoverFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {}; }
    void finish() override;

    HandoverFacts facts;

  private:
    Pass* pass_;
};

// One line for each offer that waits.
void add_handover_lines(Look& look, DueLines& lines);

}  // namespace onduty
