// SPDX-License-Identifier: MIT
// Which slots were missed, however long ago? For who explains them, and for the list of what nobody explained.
#pragma once

#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/recording.hpp"
#include "rounds/outcomes.hpp"

namespace onduty {

struct Miss {
    const RuleOutcomes* rule;
    const Outcome* outcome;
};

// The business dates from that of the log's first entry to the one before `end`; empty where it is younger.
DateRange dates_before(Book& book, Date end);

// What nobody explained of a stretch, of one rule or, with "", of all, in order of due time.
std::vector<Miss> misses_in(const std::vector<RuleOutcomes>& rules, const std::string& rule, const Stretch& stretch);

// The dates that have to be judged for a stretch.
DateRange dates_of(Book& book, const Stretch& stretch);

// "2026-11-01" or "2026-11-01 02:00", as a stretch is typed.
std::string first_words(Book& book, const Stretch& stretch);
std::string last_words(Book& book, const Stretch& stretch);

// patrol explain --from ... --until ...: what was missed over a stretch, by one entry; without words the list of it.
struct StretchOptions {
    std::string from;
    std::string until;
    std::string words;
    std::string rule;
    bool not_applicable = false;
};
// What somebody says of a miss that was his own to do is marked as his own word; of others he needs the right. Throws
// Refusal without it.
void check_may_explain(Recording& recording, const std::string& person, const Slot& slot);
// In due: that it is up to somebody with the right where who asks may not explain it.
void say_who_explains(DueLine& line, Book& book, const Slot& slot);

int explain_stretch(Context& context, const StretchOptions& options);

}  // namespace onduty
