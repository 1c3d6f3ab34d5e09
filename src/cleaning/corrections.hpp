// SPDX-License-Identifier: MIT
// What is corrected of cleaning, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: a finding of an inspection.
std::string lacks_finding(Book& book, const Entry& entry);

void read_cleaned(Correcting& correcting, const std::string& typed);
void read_agent(Correcting& correcting, const std::string& typed);
void read_dose(Correcting& correcting, const std::string& typed);
void read_score(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kCleanedCorrections[]{
    {"--item", "item", read_cleaned},
    {"--agent", "agents", read_agent},
    {"--dose", "agents", read_dose},
};

inline constexpr Corrected kLitterCorrections[]{
    {"--area", "place", read_point_of_subject<N_("area")>},
};

inline constexpr Corrected kLitterRemovedCorrections[]{
    {"--area", "place", nullptr, N_("Entry {0} is the end of what was found. If that was not it: {1}")},
};

inline constexpr Corrected kInspectionCorrections[]{
    {"--area", "place", read_point_of_subject<N_("area")>, nullptr, "--area"},
    {"--score", "score", read_score},
};

}  // namespace onduty
