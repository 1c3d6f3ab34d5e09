// SPDX-License-Identifier: MIT
#include "plan/base.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace onduty {

namespace {

constexpr std::string_view kBase = "onduty plan version ";

bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

std::string_view without_blanks(std::string_view line) {
    while (!line.empty() && is_blank(line.front())) {
        line.remove_prefix(1);
    }
    while (!line.empty() && is_blank(line.back())) {
        line.remove_suffix(1);
    }
    return line;
}

// "# onduty plan version 3", however the editor spaced it; 0 for any other comment.
int version_in(std::string_view comment) {
    comment = without_blanks(comment.substr(1));
    int version = 0;
    if (comment.starts_with(kBase)) {
        std::from_chars(comment.data() + kBase.size(), comment.data() + comment.size(), version);
    }
    return std::max(version, 0);
}

}  // namespace

std::string_view without_byte_order_marks(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    while (text.starts_with(kMark)) {
        text.remove_prefix(kMark.size());
    }
    return text;
}

PlanFile plan_file(const std::string& bytes) {
    PlanFile file;
    std::string_view rest = bytes;
    for (int line = 1;; ++line) {
        rest = without_byte_order_marks(rest);
        const std::string_view whole = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
        const std::string_view said = without_blanks(whole);
        if (whole.empty() || (!said.empty() && said.front() != '#')) {
            break;
        }
        rest.remove_prefix(whole.size());
        file.written += whole;
        const int version = said.empty() ? 0 : version_in(said);
        if (version == 0) {
            file.text += whole;
        } else if (!file.base) {
            file.base = version;
            file.base_line = line;
        }
    }
    file.written += rest;
    file.text += rest;
    return file;
}

std::string with_base(const std::string& text, int version) {
    return fmt::format("# {}{}\n{}", kBase, version, plan_file(text).text);
}

}  // namespace onduty
