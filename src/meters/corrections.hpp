// SPDX-License-Identifier: MIT
// What is corrected of the reading of a meter, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

void read_meter_meant(Correcting& correcting, const std::string& typed);
void read_meter_shown(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kMeterCorrections[]{
    {"--meter", "meter", read_meter_meant},
    {"--reading", "reading", read_meter_shown},
};

}  // namespace onduty
