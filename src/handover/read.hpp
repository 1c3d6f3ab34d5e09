// SPDX-License-Identifier: MIT
// How do commands find handovers: those that wait, those of some days?
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "handover/rules.hpp"
#include "slots/judge.hpp"

namespace onduty {

// The number of an offer as it is typed where a post may be meant, too.
std::string offer_number(Book& book, EntryNumber offer);

// Offers that nobody has accepted or refused, oldest first, however old.
std::vector<Entry> open_offers(Book& book);

// The offers and counts of some business dates, with the answers whenever they came.
HandoverFacts handovers_of(Book& book, DateRange dates);

// One offer, with its answer, or this one that is to be recorded, and what was counted for it.
HandoverFacts handover_of(Book& book, EntryNumber offer, const std::optional<Entry>& answer = {});

// What decides who answers for a count of this shift about `about` (0: no offer): that offer, and those that the shift
// made or accepted.
HandoverFacts handovers_around(Book& book, EntryNumber shift, EntryNumber about);

// Who answers for what it found, by these.
Responsible who_answers_for(Book& book, const ItemCount& count);

// The counts and handovers since the first of these items was found wrong that is wrong still; nothing when none is.
HandoverFacts wrong_since(Book& book, const std::vector<std::string>& items);

// What an offer is told with: what came before its answer, back to the last accepted handover of `posts` before it, to
// the count that found one of `items` wrong that is wrong still, and at least to `from`.
HandoverFacts handovers_before(Book& book, const Entry& offer, const std::set<std::string>& posts,
                               const std::vector<HandoverItem>& items, Date from);

// The first entry before `before` with which anybody came on duty at one of these posts; nullopt for none.
std::optional<Entry> first_at(Book& book, const std::set<std::string>& posts, EntryNumber before);

// Whether the time for accepting had run out at `at`, by the plan of the offer; false where that has none.
bool is_too_late(Book& book, Instant offered, const Mark& answer);

// For a report: of its days, and since an item was found wrong that was so still when they began, if the plan had it.
class HandoverFold : public Fold {
  public:
    explicit HandoverFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kHandoverAccept}}; }
    void add(const Entry& entry) override { accepted_.insert(entry.about); }
    void finish() override;

    // With each handover that was accepted in these days or while an item was wrong.
    HandoverFacts facts;

  private:
    Pass* pass_;
    std::set<EntryNumber> accepted_;
};

// One line for each offer that waits.
void add_handover_lines(Look& look, DueLines& lines);

}  // namespace onduty
