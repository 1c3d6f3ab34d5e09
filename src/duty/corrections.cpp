// SPDX-License-Identifier: MIT
#include "duty/corrections.hpp"

#include <algorithm>
#include <cstdlib>

namespace onduty {

void Amendments::add(const Entry& entry) {
    if (entry.kind == kind::kCorrection) {
        corrections[entry.about].push_back(entry);
    } else if (entry.kind == kind::kVoid) {
        voids[entry.about] = entry.number;
    }
}

void Amendments::amend(Entry& entry) const {
    const auto found = corrections.find(entry.number);
    if (found == corrections.end()) {
        return;
    }
    for (const Entry& correction : found->second) {
        if (voids.count(correction.number) > 0) {
            continue;
        }
        if (correction.subject == field::kNote) {
            entry.note = correction.note;
        } else if (correction.subject == field::kPoint) {
            entry.subject = correction.note;
        } else if (correction.subject == field::kResult) {
            entry.result = correction.note;
        } else if (correction.subject == field::kTime) {
            // A time that is put back beyond the grace is a late claim like any other.
            entry.happened_at = Instant{std::chrono::milliseconds{std::atoll(correction.note.c_str())}};
            entry.late = entry.late || correction.late;
        }
    }
}

const char* Amendments::status(EntryNumber number) const {
    if (voids.count(number) > 0) {
        return "void";
    }
    const auto found = corrections.find(number);
    if (found != corrections.end()) {
        for (const Entry& correction : found->second) {
            if (voids.count(correction.number) == 0) {
                return "corrected";
            }
        }
    }
    return "";
}

std::vector<Entry> as_amended(std::vector<Entry> entries) {
    Amendments amendments;
    for (const Entry& entry : entries) {
        amendments.add(entry);
    }
    const auto left_out = [&](const Entry& entry) {
        return entry.kind == kind::kCorrection || entry.kind == kind::kVoid || amendments.voids.count(entry.number) > 0;
    };
    entries.erase(std::remove_if(entries.begin(), entries.end(), left_out), entries.end());
    for (Entry& entry : entries) {
        amendments.amend(entry);
    }
    return entries;
}

}  // namespace onduty
