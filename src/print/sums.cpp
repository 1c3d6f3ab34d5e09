// SPDX-License-Identifier: MIT
#include "print/sums.hpp"

#include <algorithm>

namespace onduty {

namespace {

constexpr std::size_t kWhole = 100;
constexpr std::size_t kHalf = 50;

}  // namespace

std::int64_t share_per_mille(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? -1 : (part * 1000 + whole / 2) / whole;
}

std::string share_text(std::int64_t part, std::int64_t whole) {
    const std::int64_t share = share_per_mille(part, whole);
    return share < 0 ? std::string{} : std::to_string(share / 10) + "." + std::to_string(share % 10);
}

Cell share_cell(std::int64_t part, std::int64_t whole) {
    return Cell::of(share_text(part, whole));
}

std::int64_t whole_minutes(std::chrono::milliseconds duration) {
    return std::chrono::floor<std::chrono::minutes>(duration).count();
}

Cell minutes_cell(std::chrono::milliseconds duration) {
    return duration.count() < 0 ? Cell{} : Cell::of(whole_minutes(duration));
}

Cell percentile_cell(Durations values, std::size_t percent) {
    std::erase_if(values, [](std::chrono::milliseconds value) { return value.count() < 0; });
    if (values.empty()) {
        return {};
    }
    const std::size_t place = std::max<std::size_t>((values.size() * percent + kWhole - 1) / kWhole, 1) - 1;
    const auto wanted = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), wanted, values.end());
    return Cell::of(whole_minutes(*wanted));
}

Cell median_cell(Durations values) {
    return percentile_cell(std::move(values), kHalf);
}

Cell longest_cell(const Durations& values) {
    return values.empty() ? Cell{} : minutes_cell(*std::max_element(values.begin(), values.end()));
}

}  // namespace onduty
