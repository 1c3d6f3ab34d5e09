// SPDX-License-Identifier: MIT
// How is a personal value shown in a list? With all but its ends hidden.
#pragma once

#include <string>
#include <string_view>

namespace onduty {

// "粤A***45", "13******21", "王*": of six letters or more two stay at either end, of fewer the first.
std::string masked(std::string_view value);

}  // namespace onduty
