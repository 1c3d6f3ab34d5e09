// SPDX-License-Identifier: MIT
#include "time/clock.hpp"

namespace onduty {
using namespace std::chrono_literals;

std::optional<std::chrono::milliseconds> clock_step(const Moment& previous, const Moment& now) {
    const auto wall = now.wall - previous.wall;
    if (!now.boot_id.empty() && now.boot_id == previous.boot_id && now.boot.count() > 0) {
        const auto boot = now.boot - previous.boot;
        const auto drift = wall - boot;
        if (std::chrono::abs(drift) > 2s + boot / 2000) {
            return drift;
        }
        return std::nullopt;
    }
    return wall < -2s ? std::optional{wall} : std::nullopt;
}

bool is_late(Instant recorded, std::optional<Instant> happened, Minutes grace) {
    return happened && recorded - *happened > grace;
}

}  // namespace onduty
