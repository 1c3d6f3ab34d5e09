// SPDX-License-Identifier: MIT
#include "book/amending.hpp"

#include "log/changed_fields.hpp"
#include "log/corrections.hpp"

namespace onduty {

namespace {

Entry correction_of(Recording& recording, const Presence& person, const Entry& original, const char* field) {
    Entry entry = recording.draft(kind::kCorrection, person);
    entry.about = original.number;
    entry.amends = original.number;
    entry.subject = field;
    entry.business_date = original.business_date;  // it belongs to the day of what it corrects
    return entry;
}

void add_plan_of(Recording& recording, const Entry& original, Instant at, Entry& correction) {
    if (original.flag != flag::kImported) {
        correction.fields.add("plan", recording.book().version_at(at));
    }
}

}  // namespace

Entry append_correction(Recording& recording, const Presence& person, const Entry& original, const char* field,
                        const std::string& value, bool late, std::optional<Instant> at) {
    Entry entry = correction_of(recording, person, original, field);
    if (std::string_view{field} == field::kNote) {
        entry.note = value;
    } else {
        entry.fields.add_code("value", value);
    }
    if (at) {
        add_plan_of(recording, original, *at, entry);
    }
    entry.late = late;
    return recording.append(entry);
}

Entry append_change(Recording& recording, const Presence& person, const Entry& original, const char* field,
                    const Fields& change) {
    Entry entry = correction_of(recording, person, original, field);
    entry.fields.add(change);
    entry.late = change.find(kLate, kToBe) != nullptr;
    return recording.append(entry);
}

void append_clock_correction(Recording& recording, const Presence& person, const Entry& original, Instant recorded,
                             std::optional<Instant> told, bool late) {
    Entry entry = correction_of(recording, person, original, field::kClock);
    entry.fields.add_code("value", std::to_string(recorded.time_since_epoch().count()));
    if (told) {
        entry.fields.add(field::kTold, told->time_since_epoch().count());
        add_plan_of(recording, original, *told, entry);
    }
    entry.late = late;
    recording.append(entry);
}

void append_shift_correction(Recording& recording, const Presence& person, const Entry& original, EntryNumber shift) {
    Entry entry = correction_of(recording, person, original, field::kShift);
    entry.fields.add_code("value", std::to_string(shift));
    entry.fields.add(field::kShift, shift, 0, Sought::yes);
    recording.append(entry);
}

Entry append_withdrawal(Recording& recording, const Presence& person, const Entry& entry) {
    Entry withdrawal = recording.draft(kind::kVoid, person);
    withdrawal.about = entry.number;
    withdrawal.amends = entry.number;
    withdrawal.business_date = entry.business_date;  // it belongs to the day of what it withdraws
    return recording.append(withdrawal);
}

}  // namespace onduty
