// SPDX-License-Identifier: MIT
// How is it told what a meter showed?
#pragma once

#include <string>

#include "book/teller.hpp"

namespace onduty {

// "4211.5 m3", by the plan of that version; the number alone of a meter that it has not.
std::string amount_words(Book& book, const std::string& meter, std::int64_t tenths, int version);

// The version that holds for a reading that was recorded under one: that of its told time, where it has the meter.
int meter_version(Book& book, const std::string& meter, int recorded, Instant told);

// "Water meter 4211.5 m3".
std::string reading_words(Teller& teller, const Entry& entry);

}  // namespace onduty
