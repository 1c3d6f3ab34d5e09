// SPDX-License-Identifier: MIT
// What is corrected of customers and surveys, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: an update that says nothing new, an answer without scores.
std::string lacks_news(Book& book, const Entry& entry);
std::string lacks_answer(Book& book, const Entry& entry);

void read_class(Correcting& correcting, const std::string& typed);
void read_name_of_customer(Correcting& correcting, const std::string& typed);
void read_phone_of_customer(Correcting& correcting, const std::string& typed);
void read_keeper(Correcting& correcting, const std::string& typed);
void read_way_of_contact(Correcting& correcting, const std::string& typed);
void read_why_of_contact(Correcting& correcting, const std::string& typed);
void read_minutes(Correcting& correcting, const std::string& typed);
void read_again(Correcting& correcting, const std::string& typed);
void read_sent(Correcting& correcting, const std::string& typed);
void read_answer(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kCardCorrections[]{
    {"--class", "class", read_class},
    {"--name", "name", read_name_of_customer},
    {"--phone", "phone", read_phone_of_customer},
};

inline constexpr Corrected kKeeperCorrections[]{
    {"--keeper", "keeper", read_keeper},
};

inline constexpr Corrected kContactCorrections[]{
    {"--way", "channel", read_way_of_contact}, {"--why", "reason", read_why_of_contact},
    {"--minutes", "minutes", read_minutes},    {"--again", "again", read_again},
    {"--not-reached", "result", nullptr},
};

inline constexpr Corrected kSurveyCorrections[]{
    {"--sent", "sent", read_sent},
    {"--until", "until", read_until},
    {"--note", "note", read_note},
};

inline constexpr Corrected kAnswerCorrections[]{
    {kItems, "topics", read_answer},
};

}  // namespace onduty
