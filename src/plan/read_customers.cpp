// SPDX-License-Identifier: MIT
#include "plan/read_customers.hpp"

namespace onduty {

CustomerCare customer_care_of(TableReader table) {
    CustomerCare care;
    care.update_within = std::chrono::days{table.integer("update_within", care.update_within.count(), 1, 3660)};
    table.finish();
    return care;
}

}  // namespace onduty
