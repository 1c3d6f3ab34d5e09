// SPDX-License-Identifier: MIT
// Which clocks run at the bar: what is to be approved, explained, taken out, thrown away, brought back?
#pragma once

#include "book/due_line.hpp"

namespace onduty {

void add_stock_lines(Look& look, DueLines& lines);

}  // namespace onduty
