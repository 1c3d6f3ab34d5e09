// SPDX-License-Identifier: MIT
// Which kinds of entry are there of the bar? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kStocktake = "stocktake";  // result complete|incomplete; table line
inline constexpr const char* kStock = "stock";          // subject: movement; table line; note
inline constexpr const char* kApproval = "approval";    // about: movement; result ok|refused; note
inline constexpr const char* kReading = "reading";  // subject: fridge; result ok|fault; note; table line: tenths of 1 C
inline constexpr const char* kDisinfection = "disinfection";         // subject: method; table line
inline constexpr const char* kDisinfectionEnd = "disinfection-end";  // about: its beginning; result
inline constexpr const char* kLinen = "linen";  // subject: sent|back; about: what it was sent with; table line

}  // namespace onduty::kind
