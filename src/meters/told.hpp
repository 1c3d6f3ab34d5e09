// SPDX-License-Identifier: MIT
// How is it told what a meter showed?
#pragma once

#include <string>

#include "book/teller.hpp"

namespace onduty {

// "4211.5 m3", by the plan of that version; the number alone of a meter that no plan knows.
std::string amount_words(Book& book, const std::string& meter, std::int64_t tenths, int version);

// "Water meter 4211.5 m3".
std::string reading_words(Teller& teller, const Entry& entry);

}  // namespace onduty
