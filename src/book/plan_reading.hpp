// SPDX-License-Identifier: MIT
// How is the plan read from the open book: one version, as much of it as is asked for?
#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "plan/sections.hpp"
#include "store/store.hpp"

namespace onduty {

class PlanReading {
  public:
    PlanReading(Store& store, int version, bool newest);

    const Plan& whole();
    // One member of the plan, such as &Plan::fridges: only the sections that fill it are read.
    template <typename Member, typename Owner>
    const Member& part(Member Owner::*member) {
        read(&(plan_.*member));
        return plan_.*member;
    }

  private:
    // The sections that fill the member, or all; the site's always.
    void read(const void* member);
    PartList held(const std::string& family);

    Store* store_;
    bool newest_;
    Plan plan_;
    std::vector<bool> sections_read_;
};

}  // namespace onduty
