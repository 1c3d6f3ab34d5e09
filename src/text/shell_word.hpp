// SPDX-License-Identifier: MIT
// How is a word written in a hint, so that a shell takes it as it is?
#pragma once

#include <string>

namespace onduty {

// In single quotes where it needs them: 'fire in the bin'.
std::string shell_word(const std::string& word);

}  // namespace onduty
