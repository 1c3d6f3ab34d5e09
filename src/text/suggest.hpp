// SPDX-License-Identifier: MIT
// Which known word did the user probably mean?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// The nearest of `known` by edit distance over characters (Damerau: a swap counts one), or "" when none is
// near enough: a third of the letters, at least one.
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

// " Did you mean X?" or "".
std::string suggestion(std::string_view typed, const std::vector<std::string>& known);

}  // namespace onduty
