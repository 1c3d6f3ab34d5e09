// SPDX-License-Identifier: MIT
#include "text/site_zone.hpp"

#include <unistd.h>

#include <cstdlib>
#include <ctime>

#include "error.hpp"
#include "text/translate.hpp"

namespace onduty {

bool zone_exists(const std::string& name) {
    const bool plain = !name.empty() && name[0] != '/' && name.find("..") == std::string::npos;
    return plain && (name == "UTC" || ::access(("/usr/share/zoneinfo/" + name).c_str(), R_OK) == 0);
}

SiteZone::SiteZone(const std::string& name) {
    if (!zone_exists(name)) {
        throw Failure{say(N_("The time zone {0} is not on this machine. Install the package tzdata, or "
                             "correct site.zone in the plan."),
                          name)};
    }
    ::setenv("TZ", (":" + name).c_str(), 1);
    ::tzset();
}

std::chrono::seconds SiteZone::offset_at(Instant at) const {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return std::chrono::seconds{local.tm_gmtoff};
}

}  // namespace onduty
