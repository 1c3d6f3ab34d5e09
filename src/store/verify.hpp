// SPDX-License-Identifier: MIT
// Is everything in a site file as it was written? Fails closed: what is absent is a finding.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "log/entry.hpp"
#include "store/chain.hpp"
#include "store/watermark.hpp"

namespace onduty {

// One thing that is wrong; `entry` is 0 when it is not one entry's.
struct VerifyFinding {
    std::string check;  // machine name: file, structure, schema, number, chain, words, watermark,
                        // journal, derived, alarm
    EntryNumber entry = 0;
    std::string message;
};

// An alarm of the log, and what became of it. It is told for ever.
struct VerifiedAlarm {
    EntryNumber entry = 0;
    EntryNumber acknowledged = 0;  // the last entry that was acknowledged; 0 where the alarm does not say
    std::string seal;              // of it
    EntryNumber explained = 0;     // with this entry; 0 not yet
    std::string by;
};

struct Verification {
    std::int64_t entries = 0;
    Head head;  // recomputed
    std::int64_t late = 0;
    std::int64_t corrections = 0;
    std::int64_t clock_steps = 0;
    std::vector<VerifiedAlarm> alarms;
    std::int64_t purged = 0;                    // words that were redacted
    std::vector<EntryNumber> plans;             // the entries of the plan
    std::map<std::string, std::int64_t> kinds;  // how many entries of each
    bool rehearsal = false;                     // some entry was written by the rehearsal program
    std::vector<VerifyFinding> findings;        // at most kMostFindings; empty: everything is right
    std::vector<std::string> drop_statements;   // for what another tool added; it does no harm
    bool good() const { return findings.empty(); }
};

inline constexpr std::size_t kMostFindings = 20;

// Checks a file from the outside in. Never throws for what it finds in the file; throws Failure when the
// path cannot be looked at at all.
Verification verify_site(const std::string& path);

// Whether the head after entry `number` is the one of a seal that was typed from paper; "" or what is wrong.
std::string verify_seal(const std::string& path, const TypedSeal& seal);

}  // namespace onduty
