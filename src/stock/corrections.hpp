// SPDX-License-Identifier: MIT
// What is corrected of the bar: stock, fridges, disinfection, linen, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: what is lost or put right is said why, and outside the limits of a fridge somebody did something.
std::string lacks_why_moved(Book& book, const Entry& entry);
std::string lacks_action(Book& book, const Entry& entry);

// "cup=fell" behind --why of a count of any sort; "cup=-" takes the words out.
void type_remark_anew(Correcting& correcting, const Things& things, const std::string& typed);

void read_stock_counted(Correcting& correcting, const std::string& typed);
void read_why_of_stock(Correcting& correcting, const std::string& typed);
void read_opening(Correcting& correcting, const std::string& typed);
void read_closing(Correcting& correcting, const std::string& typed);
void read_movement(Correcting& correcting, const std::string& typed);
void read_stock_moved(Correcting& correcting, const std::string& typed);
void read_best_before(Correcting& correcting, const std::string& typed);
void read_fridge_meant(Correcting& correcting, const std::string& typed);
void read_degrees(Correcting& correcting, const std::string& typed);
void read_disinfected(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kStocktakeCorrections[]{
    {kItems, "items result", read_stock_counted},
    {"--why", "items", read_why_of_stock},
    {"--opening", "flag", read_opening},
    {"--closing", "flag", read_closing},
};

inline constexpr Corrected kMovementCorrections[]{
    {kItems, "items", read_stock_moved},
    {"--movement", "movement", read_movement},
    {"--best-before", "items", read_best_before},
};

inline constexpr Corrected kApprovalCorrections[]{
    {"--result", "result", read_result},
};

inline constexpr Corrected kReadingCorrections[]{
    {"--fridge", "fridge result", read_fridge_meant},
    {"--degrees", "celsius result", read_degrees},
    {"--action", "note", read_note},
    {"--note", "note", nullptr,
     N_("The words of a reading say what was done. Other words: onduty correct {0} --action \"...\"; other degrees: "
        "onduty correct {0} --degrees N")},
    {"--result", "result", nullptr,
     N_("What came of a reading follows from its degrees: onduty correct {0} --degrees N --reason \"...\"")},
};

inline constexpr Corrected kBatchCorrections[]{
    {kItems, "items", read_disinfected},
    {"--method", "method", read_subject<"method", N_("way to disinfect")>},
};

inline constexpr Corrected kBatchEndCorrections[]{
    {"--method", "method items result", nullptr,
     N_("Entry {0} ends what was begun. Correct the entry of its beginning, or the time of this one with --time.")},
};

inline constexpr Corrected kLinenCorrections[]{
    {kItems, "pieces", type_free_line_anew},
    {"--way", "way", nullptr},
};

}  // namespace onduty
