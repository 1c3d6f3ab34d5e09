// SPDX-License-Identifier: MIT
// What does the plan say of customers and of what they are asked (W2, W3, P6)?
#pragma once

#include "slots/rule.hpp"

namespace onduty {

struct Plan;
class TableReader;

struct CustomerClass : Named {};

// What a survey asks for, each answered with 1 to 5.
struct SurveyTopic : Named {};

struct CustomerCare {
    std::chrono::days update_within{30};  // a card of which nothing was written for longer is a gap

    bool operator==(const CustomerCare&) const = default;
};

// Code of the post whose people keep customers.
inline constexpr const char* kSalesPost = "sales";

void read_customer_care(TableReader& table, Plan& plan);

}  // namespace onduty
