// SPDX-License-Identifier: MIT
// From which version of the plan was a file exported? Its first line says so, that a file which was edited meanwhile
// takes back nothing of what others changed since.
#pragma once

#include <optional>
#include <string>

namespace onduty {

std::string with_base(const std::string& text, int version);
// nullopt where no line says it: it was written by hand, or its line was deleted, so that the whole of it is meant.
std::optional<int> base_of(const std::string& text);
std::string without_base(const std::string& text);

}  // namespace onduty
