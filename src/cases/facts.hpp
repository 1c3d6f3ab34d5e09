// SPDX-License-Identifier: MIT
// Which cases does the report of some dates look at?
#pragma once

#include <set>

#include "book/pass.hpp"
#include "cases/kinds.hpp"
#include "cases/read.hpp"

namespace onduty {

// The cases that began on the dates, had a step on them or were open at their end, each as it was then. Old cases
// that were filed before are not read.
class CaseFold : public Fold {
  public:
    explicit CaseFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override { active_.insert(entry.kind == kind::kCase ? entry.number : entry.about); }
    void finish() override;

    CaseFacts facts;

  private:
    // What is open now and, of what was filed since, what was open at the end of the period.
    void add_open();

    Pass* pass_;
    std::set<EntryNumber> active_;
};

}  // namespace onduty
