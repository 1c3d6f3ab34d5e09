// SPDX-License-Identifier: MIT
// How grave is a case? The options that `new` and `assess` share (ISO 10002).
#pragma once

#include "cli/option_list.hpp"
#include "log/entry.hpp"

namespace onduty {

struct Assessment {
    std::int64_t severity = 0;
    std::int64_t safety = 0;
    std::int64_t complexity = 0;
    std::int64_t impact = 0;
    bool immediate = false;

    void add_to(OptionList& list);
    bool empty() const { return severity == 0 && safety == 0 && complexity == 0 && impact == 0 && !immediate; }
    // Throws UsageError for a level that there is not.
    CaseStep step() const;
};

}  // namespace onduty
