// SPDX-License-Identifier: MIT
// What is corrected of visits, calls and what is served, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

void read_party(Correcting& correcting, const std::string& typed);
void read_name_of_arrival(Correcting& correcting, const std::string& typed);
void read_purpose(Correcting& correcting, const std::string& typed);
void read_work(Correcting& correcting, const std::string& typed);
void read_visit_type(Correcting& correcting, const std::string& typed);
void read_seat(Correcting& correcting, const std::string& typed);
void read_seat_of_subject(Correcting& correcting, const std::string& typed);
void read_seat_of_meeting(Correcting& correcting, const std::string& typed);
void read_begin_of_meeting(Correcting& correcting, const std::string& typed);
void read_phone(Correcting& correcting, const std::string& typed);
void read_plate(Correcting& correcting, const std::string& typed);
void read_permit(Correcting& correcting, const std::string& typed);
void read_company(Correcting& correcting, const std::string& typed);
void read_supervisor(Correcting& correcting, const std::string& typed);
void read_tool(Correcting& correcting, const std::string& typed);
void read_tool_left(Correcting& correcting, const std::string& typed);
void read_first_call(Correcting& correcting, const std::string& typed);
void read_host_of_call(Correcting& correcting, const std::string& typed);
void read_outcome(Correcting& correcting, const std::string& typed);
void read_forgotten(Correcting& correcting, const std::string& typed);
void read_drink(Correcting& correcting, const std::string& typed);
void read_wish(Correcting& correcting, const std::string& typed);
void read_visit_meant(Correcting& correcting, const std::string& typed);
void read_area_of_request(Correcting& correcting, const std::string& typed);

// The number of a visit, and what follows from another entry.
inline constexpr const char* kCodeStays = N_("The number of a visit is for ever: it was given by entry {0}.");
inline constexpr const char* kFollowsTheVisit =
    N_("Entry {0} says that as the visit does. Correct the entry of the visit, or withdraw this one: {1}");

inline constexpr Corrected kNoticeCorrections[]{
    {"--visit", "visit", nullptr, kCodeStays},
    {"--party", "party", read_party},
    {"--people", "party", read_party},
    {"--plate", "plate", read_plate},
};

inline constexpr Corrected kMeetingCorrections[]{
    {"--visit", "visit", nullptr, kCodeStays},
    {"--party", "party", read_party},
    {"--people", "party", read_party},
    {"--purpose", "purpose", read_purpose},
    {"--host", "host", read_person<"host">},
    {"--seat", "seat", read_seat_of_meeting},
    {"--begin", "begin", read_begin_of_meeting},
    {"--name", "name", read_personal<"name">},
    {"--phone", "phone", read_phone},
};

inline constexpr Corrected kReadyCorrections[]{
    {"--seat", "seat", nullptr, kFollowsTheVisit},
    {"--visit", "about", nullptr},
    {"--note", "note", nullptr},
};

// What says nothing but that it happened.
inline constexpr Corrected kWordlessCorrections[]{
    {"--visit", "about", nullptr},
    {"--note", "note", nullptr},
};

inline constexpr Corrected kArrivalCorrections[]{
    {"--visit", "visit", nullptr, kCodeStays},
    {"--type", "type first", read_visit_type},
    {"--party", "party", read_party},
    {"--people", "party", read_party},
    {"--purpose", "purpose", read_purpose},
    {"--work", "purpose", read_work},
    {"--host", "host", read_person<"host">},
    {"--seat", "seat", read_seat},
    {"--name", "name", read_name_of_arrival},
    {"--phone", "phone", read_phone},
    {"--plate", "plate", read_plate},
    {"--company", "company", read_company},
    {"--permit", "permit", read_permit},
    {"--supervisor", "told", read_supervisor},
    {"--tool", "tools", read_tool},
    {"--note", "purpose", read_purpose},
};

inline constexpr Corrected kHostCorrections[]{
    {"--host", "host", read_person_of_subject},
    {"--visit", "about", read_visit_meant},
    {"--note", "note", nullptr},
};

inline constexpr Corrected kStepCorrections[]{
    {"--visit", "about", read_visit_meant},
    {"--note", "note", read_note},
};

inline constexpr Corrected kLeaveCorrections[]{
    {"--forgotten", "result", read_forgotten},
    {"--tool", "tools", read_tool_left},
    {"--visit", "about", nullptr},
};

inline constexpr Corrected kCallCorrections[]{
    {"--first", "first", read_first_call},
    {"--host", "host", read_host_of_call},
    {"--name", "name", read_personal<"name">},
    {"--phone", "phone", read_phone},
    {"--channel", "channel", nullptr, N_("Entry {0} is a call by telephone. If there was none: {1}")},
    {"--note", "note", read_note},
};

inline constexpr Corrected kGateCorrections[]{
    {"--outcome", "outcome", read_outcome},    {"--told", "told", read_person<"told">},
    {"--name", "name", read_personal<"name">}, {"--phone", "phone", read_phone},
    {"--plate", "plate", read_plate},          {"--note", "note", read_note},
};

inline constexpr Corrected kDrinkCorrections[]{
    {kItems, "drinks", read_drink},
    {"--visit", "about", read_visit_meant},
    {"--note", "note", read_wish},
};

inline constexpr Corrected kSeatingCorrections[]{
    {"--seat", "seat", read_seat_of_subject},
    {"--visit", "about", read_visit_meant},
    {"--note", "note", nullptr},
};

inline constexpr Corrected kRequestCorrections[]{
    {"--area", "area", read_area_of_request},
    {"--visit", "about", nullptr},
    {"--seat", "seat left_with", nullptr, kFollowsTheVisit},
};

inline constexpr Corrected kCleanedUpCorrections[]{
    {"--area", "area", nullptr, N_("Entry {0} is the end of what was asked for. If that was not it: {1}")},
    {"--visit", "about", nullptr},
};

}  // namespace onduty
