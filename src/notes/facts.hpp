// SPDX-License-Identifier: MIT
// What does a report need of notes, drills and trainings on some days, read from the open book?
#pragma once

#include <vector>

#include "book/pass.hpp"
#include "notes/kinds.hpp"
#include "notes/rules.hpp"

namespace onduty {

class PracticeFold : public Fold {
  public:
    explicit PracticeFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kDrill, kind::kTraining}, true}; }
    void add(const Entry& entry) override;

    std::vector<Practice> practices;

  private:
    Pass* pass_;
};

// What was noted on these dates, as it stands now.
class NoteFold : public Fold {
  public:
    explicit NoteFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override;
    void finish() override;

    std::vector<NoteFate> notes;

  private:
    Pass* pass_;
    std::vector<EntryNumber> numbers_;  // as notes
};

}  // namespace onduty
