// SPDX-License-Identifier: MIT
// What did a contractor bring in, what left with him, and what stayed?
#pragma once

#include <string>
#include <vector>

#include "book/book.hpp"
#include "visits/rules.hpp"

namespace onduty {

// As the arrival says it now.
std::vector<Line> tools_brought(Book& book, const Visit& visit);

// Each that was brought: how many of them left with him, by what was typed ("drill=1"; what is not named stays), of how
// many. Throws UsageError or Refusal for what he did not bring.
std::vector<Line> tools_leaving(Book& book, const Visit& visit, const std::vector<std::string>& typed);

// Those of them that stay, with how many.
std::vector<Line> tools_staying(const std::vector<Line>& leaving);
// Whether a departure says that some stay.
bool leaves_tools(const Entry& departure);

// "ladder 1, drill 2"; of those that leave in part "drill 1 of 2".
std::string tools_text(const std::vector<Line>& tools);

}  // namespace onduty
