// SPDX-License-Identifier: MIT
#include "book/amending.hpp"

#include "log/corrections.hpp"

namespace onduty {

Entry append_correction(Recording& recording, const Presence& person, const Entry& original, const char* field,
                        const std::string& value, bool late, std::optional<Instant> at) {
    Entry entry = recording.draft(kind::kCorrection, person);
    entry.about = original.number;
    entry.amends = original.number;
    entry.subject = field;
    if (std::string_view{field} == field::kNote) {
        entry.note = value;
    } else {
        entry.fields.add_code("value", value);
    }
    if (at && original.flag != flag::kImported) {
        entry.fields.add("plan", recording.book().version_at(*at));
    }
    entry.late = late;
    entry.business_date = original.business_date;  // it belongs to the day of what it corrects
    return recording.append(entry);
}

Entry append_withdrawal(Recording& recording, const Presence& person, const Entry& entry) {
    Entry withdrawal = recording.draft(kind::kVoid, person);
    withdrawal.about = entry.number;
    withdrawal.amends = entry.number;
    withdrawal.business_date = entry.business_date;  // it belongs to the day of what it withdraws
    return recording.append(withdrawal);
}

}  // namespace onduty
