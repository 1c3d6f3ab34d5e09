// SPDX-License-Identifier: MIT
// How are shares, middle values and longest times counted and shown? The same in every block.
#pragma once

#include <chrono>
#include <vector>

#include "print/table.hpp"

namespace onduty {

using Durations = std::vector<std::chrono::milliseconds>;

// In tenths of a percent, rounded; -1 of nothing.
std::int64_t share_per_mille(std::int64_t part, std::int64_t whole);
// "91.7"; "" of nothing.
std::string share_text(std::int64_t part, std::int64_t whole);
Cell share_cell(std::int64_t part, std::int64_t whole);

std::int64_t whole_minutes(std::chrono::milliseconds duration);
// In whole minutes; empty for a duration below zero, which a wrong clock measured: nobody knows how long that was.
Cell minutes_cell(std::chrono::milliseconds duration);
// Those below zero are left out. In whole minutes: the value that `percent` of them do not pass; nothing without
// values. The median of an even number is the lower of the middle two.
Cell percentile_cell(Durations values, std::size_t percent);
Cell median_cell(Durations values);
Cell longest_cell(const Durations& values);

}  // namespace onduty
