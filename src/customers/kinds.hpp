// SPDX-License-Identifier: MIT
// Which kinds of entry are there of customers? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kCustomer = "customer";               // a card; about: the visit or call; subject: class
inline constexpr const char* kCustomerUpdate = "customer-update";  // about: card; subject: class; note
inline constexpr const char* kCustomerAssign = "customer-assign";  // about: card; subject: staff code of the keeper
inline constexpr const char* kContact =
    "contact";  // about: card; subject: channel; result ok|missed; flag: why; note; slot_at: missed, next try
inline constexpr const char* kSurvey = "survey";  // note; slot_at: until when; table line: how many were sent
inline constexpr const char* kSurveyAnswer = "survey-answer";  // about: survey; note; table line: topic and 1-5

}  // namespace onduty::kind
