// SPDX-License-Identifier: MIT
// How is a number with decimal places typed and shown? Temperatures are kept in tenths of a degree, means of marks in
// hundredths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onduty {

// "4.5", "-18", "9 °C", "9度" as 45, -180, 90, 90; `text` is in plain form. nullopt for anything else, and for more
// than one decimal place.
std::optional<std::int64_t> read_tenths(std::string_view text);

// "4.5", "-18".
std::string tenths_text(std::int64_t tenths);

// "4.25", "4.00"; `hundredths` is not negative.
std::string hundredths_text(std::int64_t hundredths);

}  // namespace onduty
