// SPDX-License-Identifier: MIT
// What is the site's offset from UTC at an instant? Read by the C library from the system's zone files.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "time/time.hpp"

namespace onduty {

// The plan's zone, never the user's. The C library counts in one zone at a time, so it is told which one when another
// zone than the last is asked.
class SiteZone : public Zone {
  public:
    // `name` as in "Asia/Shanghai". Throws Failure when the system does not know it.
    explicit SiteZone(const std::string& name);
    ~SiteZone() override;
    SiteZone(const SiteZone&) = delete;
    SiteZone& operator=(const SiteZone&) = delete;
    std::chrono::seconds offset_at(Instant at) const override;
    const std::string& name() const { return name_; }

  private:
    std::chrono::seconds look_up(std::int64_t second) const;

    // The offsets at the beginning of a day of UTC and of the next. Where they agree nothing changes between: no zone
    // ever changed its offset twice within such a day.
    struct Day {
        std::chrono::seconds first{0};
        std::chrono::seconds next{0};
    };

    std::string name_;
    mutable std::unordered_map<std::int64_t, Day> days_;  // that were asked for
};

// Whether the system's zone files hold `name`.
bool zone_exists(const std::string& name);

}  // namespace onduty
