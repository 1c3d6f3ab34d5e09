// SPDX-License-Identifier: MIT
#include "time/zone.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// The zone that the C library counts in.
const SiteZone* in_use = nullptr;

constexpr std::int64_t kSecondsOfDay = 86400;

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
    in_use = in_use == this ? nullptr : in_use;
}

std::chrono::seconds SiteZone::look_up(std::int64_t second) const {
    if (in_use != this) {
        ::unsetenv("TZDIR");  // the system's zone files, not the user's
        ::setenv("TZ", (":" + name_).c_str(), 1);
        ::tzset();
        in_use = this;
    }
    const std::time_t seconds = second;
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return std::chrono::seconds{local.tm_gmtoff};
}

std::chrono::seconds SiteZone::offset_at(Instant at) const {
    const std::int64_t second = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const std::int64_t day = std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
    const auto [known, fresh] = days_.try_emplace(day);
    Day& offsets = known->second;
    if (fresh) {
        offsets = {look_up(day * kSecondsOfDay), look_up((day + 1) * kSecondsOfDay)};
    }
    return offsets.first == offsets.next ? offsets.first : look_up(second);
}

std::chrono::seconds SiteZones::offset_at(Instant at) const {
    if (at >= since_) {
        return now_.offset_at(at);
    }
    if (ever_) {
        for (const Since& one : std::exchange(ever_, {})()) {
            held_.push_back({one.since, std::make_unique<SiteZone>(one.name)});
        }
    }
    const auto held = std::find_if(held_.rbegin(), held_.rend(), [&](const Held& one) { return one.since <= at; });
    return (held != held_.rend() ? *held->zone : held_.empty() ? now_ : *held_.front().zone).offset_at(at);
}

}  // namespace onduty
