// SPDX-License-Identifier: MIT
// What is corrected of rounds and checks, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: of a fault at a point, and of an item of a checklist that is not simply in order, it is said what.
std::string lacks_fault(Book& book, const Entry& entry);
std::string lacks_remark(Book& book, const Entry& entry);

void read_point_meant(Correcting& correcting, const std::string& typed);
void read_companion(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kRoundCorrections[]{
    {"--route", "route", nullptr,
     N_("Another route has other points. Withdraw the round of entry {0} and type it again, each step with --at: {1}")},
    {"--with", "person", nullptr,
     N_("Who walks along on the round of entry {0} has an entry of his own, and that is corrected: onduty log {0}. If "
        "it was begun alone and no point was visited yet: onduty patrol start --with NAME")},
};

inline constexpr Corrected kPointCorrections[]{
    {"--point", "point", read_point_meant},
    {"--result", "result", read_result},
};

inline constexpr Corrected kRoundEndCorrections[]{
    {"--route", "route", nullptr, N_("Entry {0} ends the round. If it goes on, or was another one: {1}")},
    {"--result", "result", nullptr,
     N_("Whether a round is whole follows from its points. If one was forgotten, withdraw the end of it: {1}")},
};

inline constexpr Corrected kCheckCorrections[]{
    {"--checklist", "checklist", nullptr},
    {"--result", "result", nullptr,
     N_("What came of a check stands with its items. Correct their results: onduty log --kind check-item")},
};

inline constexpr Corrected kCheckItemCorrections[]{
    {"--item", "item", nullptr,
     N_("Each item of a checklist has an entry of its own. Correct the results of both with --result.")},
    {"--result", "result", read_result},
};

inline constexpr Corrected kCompanionCorrections[]{
    {"--with", "person", read_companion},
};

}  // namespace onduty
