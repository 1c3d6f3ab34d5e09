// SPDX-License-Identifier: MIT
// clean: what is due, ticks, skips, requests, litter, inspection.
#include "cleaning/clean.hpp"

#include "cleaning/actions.hpp"

namespace onduty {

CommandSpec clean_command() {
    return {{
                kCleanDone,
                kCleanSkip,
                kCleanNotApplicable,
                kCleanRequest,
                kCleanLitter,
                kCleanInspect,
                kCleanList,
            },
            kCleanList.setup};
}

}  // namespace onduty
