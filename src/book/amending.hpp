// SPDX-License-Identifier: MIT
// What is recorded when an entry is corrected or withdrawn? The original stays as it was written.
#pragma once

#include <optional>
#include <string>

#include "book/recording.hpp"

namespace onduty {

// `field` as in log/corrections.hpp. `at`: a new time, with which another plan may come.
Entry append_correction(Recording& recording, const Presence& person, const Entry& original, const char* field,
                        const std::string& value, bool late, std::optional<Instant> at = std::nullopt);

// It says otherwise what `change` says, see log/changed_fields.hpp; `field` is what that is called.
Entry append_change(Recording& recording, const Presence& person, const Entry& original, const char* field,
                    const Fields& change);

// It was recorded then, by a clock that somebody declared; `told`: what moves along of a time that was told without its
// date.
void append_clock_correction(Recording& recording, const Presence& person, const Entry& original, Instant recorded,
                             std::optional<Instant> told, bool late);

// It belongs to this shift by such a clock, 0 for none.
void append_shift_correction(Recording& recording, const Presence& person, const Entry& original, EntryNumber shift);

// Records that the entry counts no more, with what that opens and closes; nothing of what hangs on it.
Entry append_withdrawal(Recording& recording, const Presence& person, const Entry& entry);

}  // namespace onduty
