// SPDX-License-Identifier: MIT
// How much of some days, or of what is handed over, was corrected or withdrawn, and by what right?
#pragma once

#include <functional>
#include <string>

#include "store/store.hpp"

namespace onduty {

// What follows from a correction, or from a clock that was declared, is nobody's word.
bool follows_by_itself(const Entry& correction);

struct AmendedCount {
    std::int64_t corrected = 0;  // entries
    std::int64_t withdrawn = 0;
    std::int64_t alone = 0;     // corrections and withdrawals in force, by who had no right because nobody else had it
    std::int64_t own_word = 0;  // the same, of what somebody said about himself and nobody accepted
};

// Of what `query` finds of corrections and withdrawals those of entries that `counts`.
AmendedCount count_amended(Store& store, EntryQuery query, const std::function<bool(EntryNumber)>& counts);

// "Corrected: 2, withdrawn: 1.", "" where nothing was.
std::string amended_words(const AmendedCount& count);

}  // namespace onduty
