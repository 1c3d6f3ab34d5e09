// SPDX-License-Identifier: MIT
// What do the actions of clean share? What was typed to be ticked, and what waits to be done.
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "cleaning/read.hpp"
#include "cli/command.hpp"

namespace onduty {

// Of an inspection.
inline constexpr std::int64_t kWorstScore = 1;
inline constexpr std::int64_t kBestAreaScore = 5;

// Throws UsageError for what no area is scored.
std::int64_t checked_score(std::int64_t score);

// What was typed to be ticked: "1-3", "7", "glass", "R57", "L58".
struct Typed {
    std::vector<std::size_t> items;  // numbers, in the order of typing
    std::vector<CleaningMatter> matters;
};

// Throws UsageError for what is none and for what was typed twice, Refusal for a matter that does not wait.
Typed typed_cleaning(Book& book, const CleaningBook& cleaning, const std::vector<std::string>& words);

// Whose duty it is: the post of the first item, or the cleaner's.
std::string post_of(const CleaningBook& cleaning, const Typed& typed);

// The only litter or request of the kind that `typed` means: "L58", "58", or its area when only one lies there.
CleaningMatter matter_named(Book& book, const std::string& typed, bool litter);

// Records that the matter is done; throws Refusal when that was before it was asked for or found.
Entry append_matter_done(Recording& recording, const Presence& person, const CleaningMatter& matter,
                         const std::string& note);
// "R57 Table A3: done after 12 min."
std::string matter_done_words(Book& book, const CleaningMatter& matter, const Entry& done);

}  // namespace onduty
