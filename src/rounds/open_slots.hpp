// SPDX-License-Identifier: MIT
// Which slots were missed or left incomplete, and what was said of it? The lines below the sums on the page of a
// report.
#pragma once

#include "book/pass.hpp"
#include "print/output.hpp"

namespace onduty {

void print_open_slots(Pass& pass, Output& output);

}  // namespace onduty
