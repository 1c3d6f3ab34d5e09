// SPDX-License-Identifier: MIT
// What is corrected of cases and their steps, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: what is not well is said in words.
std::string lacks_verdict(Book& book, const Entry& entry);

void read_sort_of_case(Correcting& correcting, const std::string& typed);
void read_accused(Correcting& correcting, const std::string& typed);
void read_severity_of_case(Correcting& correcting, const std::string& typed);
void read_channel_of_case(Correcting& correcting, const std::string& typed);
void read_unit_of_case(Correcting& correcting, const std::string& typed);
void read_reference(Correcting& correcting, const std::string& typed);
void read_phone_of_case(Correcting& correcting, const std::string& typed);
void read_severity_assessed(Correcting& correcting, const std::string& typed);
void read_safety(Correcting& correcting, const std::string& typed);
void read_complexity(Correcting& correcting, const std::string& typed);
void read_impact(Correcting& correcting, const std::string& typed);
void read_immediate(Correcting& correcting, const std::string& typed);
void read_owner_of_case(Correcting& correcting, const std::string& typed);
void read_cost(Correcting& correcting, const std::string& typed);
void read_wait(Correcting& correcting, const std::string& typed);
void read_escalated_to(Correcting& correcting, const std::string& typed);
void read_dispatched_to(Correcting& correcting, const std::string& typed);
void read_way_of_follow_up(Correcting& correcting, const std::string& typed);
void read_verdict(Correcting& correcting, const std::string& typed);
void read_cause(Correcting& correcting, const std::string& typed);
void read_person_of_sign(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kCaseCorrections[]{
    {"--case", "case", nullptr, N_("The number of a case is for ever: it was given by entry {0}.")},
    {"--kind", "sort", read_sort_of_case},
    {"--severity", "severity", read_severity_of_case},
    {"--channel", "channel", read_channel_of_case},
    {"--place", "place", read_place<"place">, nullptr, "--area --point --place"},
    {"--unit", "unit", read_unit_of_case},
    {"--against", "against", read_accused},
    {"--remedy", "remedy_asked", read_words<"remedy_asked">},
    {"--reference", "reference", read_reference},
    {"--name", "name", read_personal<"name">},
    {"--phone", "phone", read_phone_of_case},
    {"--note", "note", read_note},
};

inline constexpr Corrected kAssessCorrections[]{
    {"--severity", "severity", read_severity_assessed}, {"--safety", "safety", read_safety},
    {"--complexity", "complexity", read_complexity},    {"--impact", "impact", read_impact},
    {"--immediate", "immediate", read_immediate},
};

inline constexpr Corrected kOwnerCorrections[]{
    {"--owner", "owner", read_owner_of_case},
};

inline constexpr Corrected kActCorrections[]{
    {"--cost", "cost", read_cost},
    {"--note", "note", read_note},
};

inline constexpr Corrected kWaitCorrections[]{
    {"--for", "for", read_wait},
    {"--note", "note", read_note},
};

inline constexpr Corrected kEscalateCorrections[]{
    {"--to", "to", read_escalated_to},
    {"--note", "note", read_note},
};

inline constexpr Corrected kDispatchCorrections[]{
    {"--to", "to", read_dispatched_to},
};

inline constexpr Corrected kResolveCorrections[]{
    {"--remedy", "remedy", read_words<"remedy">},
    {"--cost", "cost", read_cost},
    {"--note", "note", read_note},
};

inline constexpr Corrected kSignCorrections[]{
    {"--person", "person", read_person_of_sign},
    {"--result", "result", read_result},
    {"--note", "note", read_note},
};

inline constexpr Corrected kFollowCorrections[]{
    {"--way", "channel", read_way_of_follow_up},
    {"--verdict", "result", read_verdict},
    {"--note", "note", read_note},
};

inline constexpr Corrected kCauseCorrections[]{
    {"--cause", "cause", read_cause},
};

}  // namespace onduty
