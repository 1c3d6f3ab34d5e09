// SPDX-License-Identifier: MIT
#include "time/zone.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// The last answer. Clocks change on quarter hours only, so it holds for its whole quarter of the zone that was asked.
struct LastOffset {
    const SiteZone* zone = nullptr;
    std::int64_t quarter = -1;
    std::chrono::seconds offset{0};
};
LastOffset last;

}  // namespace

bool zone_exists(const std::string& name) {
    const bool plain = !name.empty() && name[0] != '/' && name.find("..") == std::string::npos;
    if (!plain || name == "UTC") {
        return plain;
    }
    // Zone data begins with "TZif"; the folder holds tables and notes too.
    std::array<char, 4> magic{};
    const int file = ::open(("/usr/share/zoneinfo/" + name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const auto got = file < 0 ? -1 : ::read(file, magic.data(), magic.size());
    if (file >= 0) {
        ::close(file);
    }
    return got == 4 && std::string_view{magic.data(), 4} == "TZif";
}

SiteZone::SiteZone(const std::string& name) : name_{name} {
    if (!zone_exists(name)) {
        throw Failure{say(N_("The time zone {0} is not on this machine. Install the package tzdata, or "
                             "correct site.zone in the plan."),
                          name)};
    }
}

SiteZone::~SiteZone() {
    last.zone = last.zone == this ? nullptr : last.zone;
}

std::chrono::seconds SiteZone::offset_at(Instant at) const {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    if (last.zone != this) {
        ::unsetenv("TZDIR");  // the system's zone files, not the user's
        ::setenv("TZ", (":" + name_).c_str(), 1);
        ::tzset();
        last = {this};
    }
    const std::int64_t quarter = seconds / 900;
    if (quarter != last.quarter || seconds < 0) {
        std::tm local{};
        ::localtime_r(&seconds, &local);
        last = {this, quarter, std::chrono::seconds{local.tm_gmtoff}};
    }
    return last.offset;
}

}  // namespace onduty
