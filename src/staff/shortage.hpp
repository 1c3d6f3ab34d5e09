// SPDX-License-Identifier: MIT
// Is somebody missing at a post now? (Design 2.6: a post with a need that is short, or that nobody is left for.)
#pragma once

#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "log/shifts.hpp"

namespace onduty {

// Of the days around, at the post, without what is stale.
std::vector<Shift> shifts_at(Book& book, const std::string& post, Instant at);

// After somebody left these posts: says which are short of what their rota asks for at that time, or have nobody
// although their hours run.
void remark_short(Book& book, const std::vector<std::string>& posts, Instant at);

// Posts with a rota that are open and have had too few for longer than it tolerates.
void add_short_lines(Look& look, DueLines& lines);

}  // namespace onduty
