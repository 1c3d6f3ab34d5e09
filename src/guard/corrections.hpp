// SPDX-License-Identifier: MIT
// What is corrected of incidents, alarms, findings and signatures, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: how a call ended that nobody had answered.
std::string lacks_outcome(Book& book, const Entry& entry);

void read_category(Correcting& correcting, const std::string& typed);
void read_reported_by(Correcting& correcting, const std::string& typed);
void read_phoned(Correcting& correcting, const std::string& typed);
void read_phoned_at(Correcting& correcting, const std::string& typed);
void read_action_of_step(Correcting& correcting, const std::string& typed);
void read_needed_of_step(Correcting& correcting, const std::string& typed);
void read_emergency(Correcting& correcting, const std::string& typed);
void read_conduct(Correcting& correcting, const std::string& typed);
void read_person_of_conduct(Correcting& correcting, const std::string& typed);
void read_words_of_conduct(Correcting& correcting, const std::string& typed);
void read_category_of_alarm(Correcting& correcting, const std::string& typed);
void read_result_of_alarm(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kIncidentCorrections[]{
    {"--incident", "incident", nullptr, N_("The number of an incident is for ever: it was given by entry {0}.")},
    {"--category", "category", read_category},
    {"--place", "place", read_place<"place">},
    {"--reported-by", "reported_by", read_reported_by},
    {"--phoned", "phoned phoned_at", read_phoned},
    {"--phoned-at", "phoned_at", read_phoned_at},
    {"--action", "action_taken", read_words<"action_taken">},
    {"--needed", "action_needed", read_words<"action_needed">},
    {"--emergency", "emergency", read_emergency},
    {"--witness", "witness", read_personal<"witness">},
    {"--note", "note", read_note},
};

inline constexpr Corrected kIncidentStepCorrections[]{
    {"--phoned", "phoned phoned_at", read_phoned},
    {"--phoned-at", "phoned_at", read_phoned_at},
    {"--action", "action_taken", read_action_of_step},
    {"--needed", "action_needed", read_needed_of_step},
    {"--time", "time", nullptr,
     N_("When somebody was told is corrected so: onduty correct {0} --phoned-at TIME. If something was done at another "
        "time: {1}")},
    {"--note", "note", nullptr,
     N_("What entry {0} says is corrected with --phoned, --phoned-at, --action or --needed. If it should not be "
        "there: {1}")},
};

inline constexpr Corrected kSignatureCorrections[]{
    {"--result", "result", read_result},
};

inline constexpr Corrected kConductCorrections[]{
    {"--kind", "conduct", read_conduct},
    {"--person", "person", read_person_of_conduct},
    {"--note", "words", read_words_of_conduct},
};

inline constexpr Corrected kCheckCallCorrections[]{
    {"--person", "person", nullptr},
    {"--result", "result", nullptr},
};

inline constexpr Corrected kSignalCorrections[]{
    {"--point", "point", read_point_of_subject<N_("checkpoint")>},
    {"--kind", "category", read_category_of_alarm},
    {"--result", "result", read_result_of_alarm},
};

}  // namespace onduty
