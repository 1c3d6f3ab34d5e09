// SPDX-License-Identifier: MIT
// Which kinds of entry are there of loans? As they stand in the file.
#pragma once

namespace onduty::kind {

// A thing is lent and comes back. about: visit that has it, if a visit; subject: code; slot_at: due back; table line.
inline constexpr const char* kLoan = "loan";
inline constexpr const char* kReturn =
    "loan-return";  // about: loan; subject: code; result fault|lost; note; table line

}  // namespace onduty::kind
