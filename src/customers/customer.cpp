// SPDX-License-Identifier: MIT
// customer: cards of those who came or called, who keeps them, what was spoken, what they were asked.
#include "customers/actions.hpp"

namespace onduty {

CommandSpec customer_command() {
    return {{
                kCustomerNew,
                kCustomerToday,
                kCustomerList,
                kCustomerShow,
                kCustomerAssign,
                kCustomerContact,
                kCustomerUpdate,
                kCustomerSurvey,
            },
            kCustomerList.setup};
}

}  // namespace onduty
