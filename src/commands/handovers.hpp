// SPDX-License-Identifier: MIT
// Which handover was offered and waits to be accepted?
#pragma once

#include <optional>

#include "store/store.hpp"

namespace onduty {

// The newest offer of the last week that nobody accepted.
std::optional<Entry> open_offer(Store& store, Date today);

}  // namespace onduty
