// SPDX-License-Identifier: MIT
// Which rights can a plan give to the people of a post, and how are they written? Pure.
#pragma once

#include <array>
#include <string_view>

namespace onduty {

enum class Right { correct, explain, accept, sign, conduct, inspect, assign, reveal, plan, clock };

// As they stand in the plan, in the order of Right.
inline constexpr std::array kRightWords{"correct", "explain", "accept", "sign", "conduct",
                                        "inspect", "assign",  "reveal", "plan", "clock"};

// The role of a post that has all rights, also those that come later.
inline constexpr const char* kSupervisorRole = "supervisor";

// Of a plan in which no post has a role or a right: the post that had them all when neither was written.
inline constexpr const char* kOldSupervisorPost = "supervisor";

// Whether the blank-separated words that are kept of a post, its role or its rights, give the right.
constexpr bool gives(std::string_view words, Right right) {
    const std::string_view wanted = kRightWords[static_cast<std::size_t>(right)];
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        const std::string_view word = words.substr(0, end);
        if (word == wanted || word == kSupervisorRole) {
            return true;
        }
        words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
    }
    return false;
}

}  // namespace onduty
