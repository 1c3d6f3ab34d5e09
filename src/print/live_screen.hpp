// SPDX-License-Identifier: MIT
// How is a frame drawn again and again until somebody has seen enough? Takes the terminal's second screen and leaves
// the terminal as it was, whatever ends it.
#pragma once

#include <chrono>

#include "print/frame.hpp"

namespace onduty {

// Of the terminal on standard output; the usual one when it does not say.
ScreenSize window_size();

// Draws what `frame` answers for the size of the window, every `pause` and when the window changes, until q, Ctrl-C,
// the end of input, or a signal that ends programs (INT, TERM, HUP, QUIT). Standard input and output are terminals.
void show_live(const std::function<Frame(ScreenSize)>& frame, std::chrono::seconds pause);

}  // namespace onduty
