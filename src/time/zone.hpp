// SPDX-License-Identifier: MIT
// What is the site's offset from UTC at an instant? Read by the C library from the system's zone files.
#pragma once

#include <string>

#include "time/time.hpp"

namespace onduty {

// The one zone of the process: the plan's, never the user's TZ. Making a second one re-points the first.
class SiteZone : public Zone {
  public:
    // `name` as in "Asia/Shanghai". Throws Failure when the system does not know it.
    explicit SiteZone(const std::string& name);
    std::chrono::seconds offset_at(Instant at) const override;
};

// Whether the system's zone files hold `name`.
bool zone_exists(const std::string& name);

}  // namespace onduty
