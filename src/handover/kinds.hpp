// SPDX-License-Identifier: MIT
// Which kinds of entry are there of handovers? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kHandoverOffer = "handover-offer";    // about: last entry; result: seal
inline constexpr const char* kHandoverAccept = "handover-accept";  // about: the offer; flag uncounted; note
inline constexpr const char* kHandoverRefuse = "handover-refuse";  // about: the offer; note: why
inline constexpr const char* kHandoverCount = "handover-count";  // about: the offer, if any; subject: post; table line

}  // namespace onduty::kind
