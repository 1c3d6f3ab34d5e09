// SPDX-License-Identifier: MIT
// What of a plan file is the plan, and from which version of it was the file exported? A line among its leading
// comments says so, that a file which was edited meanwhile takes back nothing of what others changed since.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onduty {

// The text of a file behind the byte-order marks that editors put in front of it.
std::string_view without_byte_order_marks(std::string_view text);

struct PlanFile {
    std::string written;      // as the editor shows it, so that lines have the numbers that they have there
    std::string text;         // the same without the lines that say a version: what is kept
    std::optional<int> base;  // nullopt: written by hand, or the line was deleted, so that the whole of it is meant
    int base_line = 0;        // which line of `written` says so
};

// `bytes` as they stand in the file. Byte-order marks are dropped, at the beginning and below a line with a version,
// where a program once wrote them. Of several versions the first counts.
PlanFile plan_file(const std::string& bytes);
// A file of this text, which was kept with marks and versions by older programs.
std::string with_base(const std::string& text, int version);

}  // namespace onduty
