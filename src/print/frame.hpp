// SPDX-License-Identifier: MIT
// How does a list fit a window? Columns by display width; nothing wraps, nothing scrolls.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace onduty {

struct ScreenSize {
    std::size_t columns = 80;
    std::size_t rows = 24;
};

// What a screen shows that is drawn again and again.
struct Frame {
    std::vector<std::string> lines;
    bool ring = false;  // with the terminal's bell
};

// `text` in at most `columns` columns; the last one is "~" when something was cut off.
std::string cut_to(const std::string& text, std::size_t columns);

// The lines that fit. What does not is told in the last line by `more`, which is given their number.
std::vector<std::string> fit(const std::vector<std::string>& lines, ScreenSize size,
                             const std::function<std::string(std::size_t)>& more);

}  // namespace onduty
