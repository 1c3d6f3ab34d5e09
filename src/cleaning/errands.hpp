// SPDX-License-Identifier: MIT
// What litter was found on some days, and what was asked to be cleaned; when was each done? For the report.
#pragma once

#include <vector>

#include "book/pass.hpp"
#include "cleaning/kinds.hpp"
#include "cleaning/rules.hpp"
#include "visits/kinds.hpp"

namespace onduty {

// However much later it was done.
class LitterFold : public Fold {
  public:
    explicit LitterFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kLitter}}; }
    void add(const Entry& entry) override;
    void finish() override;

    std::vector<Errand> errands;

  private:
    Pass* pass_;
    std::vector<EntryNumber> numbers_;  // as errands
};

// Of the posts, and the areas that groups left.
class RequestFold : public Fold {
  public:
    explicit RequestFold(Pass& pass);
    Wanted wanted() const override { return {pass_->dates(), {kind::kCleanRequest}}; }
    void add(const Entry& entry) override;
    void finish() override;

    std::vector<Errand> errands;

  private:
    Pass* pass_;
    std::vector<EntryNumber> numbers_;
};

// What supervisors found at `clean inspect`, in the order of entries: a finding has an entry of its own, about that of
// its area.
class AreaScoreFold : public Fold {
  public:
    explicit AreaScoreFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kInspection}, true}; }
    void add(const Entry& entry) override;

    std::vector<AreaScore> scores;

  private:
    Pass* pass_;
};

}  // namespace onduty
