// SPDX-License-Identifier: MIT
#include "plan/base.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

namespace onduty {

namespace {

constexpr std::string_view kBase = "# onduty plan version ";

}  // namespace

std::string with_base(const std::string& text, int version) {
    return fmt::format("{}{}\n", kBase, version) + text;
}

std::optional<int> base_of(const std::string& text) {
    const int version = text.starts_with(kBase) ? std::atoi(text.c_str() + kBase.size()) : 0;
    return version > 0 ? std::optional{version} : std::nullopt;
}

std::string without_base(const std::string& text) {
    const std::size_t end = text.find('\n');
    return base_of(text) && end != std::string::npos ? text.substr(end + 1) : text;
}

}  // namespace onduty
