// SPDX-License-Identifier: MIT
// customer: cards of those who came or called, who keeps them, what was spoken, what they were asked (W1-W3, X1-X3,
// P6).
#include "customers/customer.hpp"

#include "text/translate.hpp"

namespace onduty {

CommandSpec customer_command() {
    return {{
                {"new", "新建", N_("A card, from a first contact or by hand"), setup_customer_new},
                {"today", "今日", N_("First contacts of a day that have no card yet"), setup_customer_today},
                {"list", "清单", N_("The cards: class, keeper, last contact, gaps"), setup_customer_list},
                {"show", "查看", N_("One customer: the whole story in order"), setup_customer_show},
                {"assign", "分配", N_("Who keeps a customer; or all without keeper, evenly"), setup_customer_assign},
                {"contact", "联系", N_("A customer is called, visited or written to"), setup_customer_contact},
                {"update", "更新", N_("Class, name, telephone or news of a customer"), setup_customer_update},
                {"survey", "调查", N_("A round of questions: sent, answered, measures"), setup_customer_survey},
            },
            setup_customer_list};
}

}  // namespace onduty
