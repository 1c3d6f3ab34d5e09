// SPDX-License-Identifier: MIT
// What became of cases? The blocks cases, case-ages, case-times, causes, verdicts, repairs and enquiries of the report
// (4.6, A7, P6, Q5, R5, V7, Y1-Y7).
//
// Each counts what happened on the business dates of the period; what is open is open at their end. Medians and
// percentiles are those of the nearest rank: of n values in order, the one at place n/2 or n*9/10, rounded up.
#pragma once

#include "book/names.hpp"
#include "cases/deadlines.hpp"
#include "print/table.hpp"

namespace onduty {

// The words of the commands: sorts, channels, verdicts.
using ShownWord = std::function<std::string(const std::string&)>;

// Per sort and severity.
Table cases_block(const CaseFacts& facts, const ShownWord& sort_word);
// Per severity: how old the open ones are, in days.
Table case_ages_block(const CaseFacts& facts);
// Per severity and deadline: how long it took, on the clock of the severity.
Table case_times_block(const CaseFacts& facts);
// Per cause, the most frequent first; enquiries are left out.
Table causes_block(const CaseFacts& facts, const NameOf& name_of);
// Per sort.
Table verdicts_block(const CaseFacts& facts, const ShownWord& sort_word);
// Per post or contractor that was sent.
Table repairs_block(const CaseFacts& facts, const NameOf& name_of);
// Per cause and channel.
Table enquiries_block(const CaseFacts& facts, const NameOf& name_of, const ShownWord& channel_word);

}  // namespace onduty
