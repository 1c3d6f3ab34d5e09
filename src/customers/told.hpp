// SPDX-License-Identifier: MIT
// How is it told what an entry about a customer or a survey says?
#pragma once

#include <string>

#include "log/entry.hpp"

namespace onduty {

class Teller;

// "K57 Zh****un, Class A", "K57 Zhou Kai", "K57 by phone, 5 min", "sent 200, until 2026-12-10 18:00",
// "#12 Security 4, Cleaning 5".
std::string customer_told(Teller& teller, const Entry& entry);

}  // namespace onduty
