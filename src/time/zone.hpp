// SPDX-License-Identifier: MIT
// What is the site's offset from UTC at an instant? Read by the C library from the system's zone files.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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

// The zone of the site as it was: what is of the past keeps the zone of its time.
class SiteZones : public Zone {
  public:
    // A zone and from when on it was that of the plan.
    struct Since {
        Instant since;
        std::string name;
    };

    // `name` from `since` on. All that there ever were, oldest first, are asked for once, when somebody looks at an
    // instant before; none when there was no other.
    SiteZones(const std::string& name, Instant since, std::function<std::vector<Since>()> ever)
        : now_{name}, since_{since}, ever_{std::move(ever)} {}

    std::chrono::seconds offset_at(Instant at) const override;
    const std::string& name() const { return now_.name(); }

  private:
    struct Held {
        Instant since;
        std::unique_ptr<SiteZone> zone;
    };

    SiteZone now_;
    Instant since_;
    mutable std::function<std::vector<Since>()> ever_;
    mutable std::vector<Held> held_;
};

// Whether the system's zone files hold `name`.
bool zone_exists(const std::string& name);

}  // namespace onduty
