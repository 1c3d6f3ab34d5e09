// SPDX-License-Identifier: MIT
#include "log/corrections.hpp"

#include <cstdlib>

namespace onduty {

void Amendments::add(const Entry& entry) {
    if (entry.kind == kind::kCorrection) {
        corrections[entry.about].push_back({entry.number, entry.subject, entry.note, entry.late});
    } else if (entry.kind == kind::kVoid) {
        voids[entry.about] = entry.number;
    }
}

void Amendments::amend(Entry& entry) const {
    const auto found = corrections.find(entry.number);
    if (found == corrections.end()) {
        return;
    }
    for (const Correction& correction : found->second) {
        if (voids.count(correction.number) > 0) {
            continue;
        }
        if (correction.field == field::kNote) {
            entry.note = correction.value;
        } else if (correction.field == field::kPoint) {
            entry.subject = correction.value;
        } else if (correction.field == field::kResult) {
            entry.result = correction.value;
        } else if (correction.field == field::kTime) {
            // A time that is put back beyond the grace is a late claim like any other.
            entry.happened_at = Instant{std::chrono::milliseconds{std::atoll(correction.value.c_str())}};
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
        for (const Correction& correction : found->second) {
            if (voids.count(correction.number) == 0) {
                return "corrected";
            }
        }
    }
    return "";
}

bool Amendments::leaves_out(const Entry& entry) const {
    return entry.kind == kind::kCorrection || entry.kind == kind::kVoid || voids.count(entry.number) > 0;
}

}  // namespace onduty
