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

// Records that the entry counts no more, with what that opens and closes; nothing of what hangs on it.
Entry append_withdrawal(Recording& recording, const Presence& person, const Entry& entry);

}  // namespace onduty
