// SPDX-License-Identifier: MIT
// Was an event looked back on before it began? As it was told; of what a wrong clock recorded nobody knows.
#pragma once

#include <span>
#include <string>

#include "book/recording.hpp"

namespace onduty {

// Throws Refusal when the event, as it stands, begins after the look back, which may be a draft.
void refuse_look_back_before(Book& book, const Entry& event, const Entry& look_back);

// The same of an event that is to begin at another time, and of who looked back on it already.
void refuse_begin_after_look_back(Book& book, const Entry& event);

// The same of looks back that got another time or were given back. See Subject::put_right.
std::string check_looks_back(Recording& recording, const Presence& person, std::span<const Entry> changed);

}  // namespace onduty
