// SPDX-License-Identifier: MIT
#include "log/corrections.hpp"

#include <algorithm>
#include <cstdlib>

#include "log/changed_fields.hpp"

namespace onduty {

namespace {

Instant instant_of(const std::string& milliseconds) {
    return Instant{std::chrono::milliseconds{std::atoll(milliseconds.c_str())}};
}

// What a declared clock makes of a time that was told without its date.
std::optional<Instant> told_anew(const Entry& correction) {
    const FieldValue* told = correction.subject == field::kClock ? correction.fields.find(field::kTold) : nullptr;
    return told == nullptr ? std::nullopt : std::optional{Instant{std::chrono::milliseconds{told->number.value_or(0)}}};
}

}  // namespace

void Amendments::add(const Entry& entry) {
    if (entry.kind == kind::kCorrection) {
        corrections[entry.about].push_back({entry.number, entry.subject, new_value(entry), entry.late,
                                            static_cast<int>(entry.fields.number("plan")), told_anew(entry),
                                            entry.recorded_at,
                                            says_change(entry) ? entry.fields : Fields{}});
    } else if (entry.kind == kind::kVoid) {
        voids[entry.about] = entry.number;
    }
}

bool Amendments::corrects(EntryNumber number, std::string_view field) const {
    const auto found = corrections.find(number);
    return found != corrections.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Correction& correction) {
               return correction.field == field && !withdrawn(correction.number);
           });
}

void Amendments::leave_out_clocks(EntryNumber number) {
    if (const auto found = corrections.find(number); found != corrections.end()) {
        std::erase_if(found->second, [](const Correction& one) { return one.field == field::kClock; });
    }
}

bool Amendments::withdrawn(EntryNumber number) const {
    const auto found = voids.find(number);
    return found != voids.end() && !withdrawn(found->second);
}

void Amendments::amend(Entry& entry) const {
    const auto found = corrections.find(entry.number);
    if (found == corrections.end()) {
        return;
    }
    const bool told_late = entry.late;
    const Instant told = entry.told_at();
    for (const Correction& correction : found->second) {
        if (withdrawn(correction.number)) {
            continue;
        }
        if (!correction.fields.empty()) {
            const bool was_late = entry.late;
            put_change(correction.fields, entry);
            if (entry.late && !was_late) {
                entry.claimed_again = correction.at;
                entry.claimed_by = correction.number;
            }
        } else if (correction.field == field::kNote) {
            entry.note = correction.value;
        } else if (correction.field == field::kPoint) {
            entry.subject = correction.value;
        } else if (correction.field == field::kResult) {
            entry.result = correction.value;
        } else if (correction.field == field::kDay) {
            parse_date(correction.value, entry.business_date);
        } else if (correction.field == field::kShift) {
            entry.shift = std::atoll(correction.value.c_str());
        } else if (correction.field == field::kDue) {
            entry.slot_at = instant_of(correction.value);
        } else if (correction.field == field::kTime) {
            // A time that is put back beyond the grace is a late claim like any other; of several the last one holds.
            entry.happened_at = instant_of(correction.value);
            entry.plan = correction.plan == 0 ? entry.plan : correction.plan;
            entry.late = told_late || correction.late;
            entry.claimed_again = correction.late ? std::optional{correction.at} : std::nullopt;
            entry.claimed_by = correction.late ? correction.number : 0;
            entry.told_before = !told_late && correction.late ? std::optional{told} : std::nullopt;
        } else if (correction.field == field::kClock) {
            entry.recorded_at = instant_of(correction.value);
            entry.happened_at = correction.told ? correction.told : entry.happened_at;
            entry.plan = correction.plan == 0 ? entry.plan : correction.plan;
            entry.late = correction.late;
        }
    }
}

const char* Amendments::status(EntryNumber number) const {
    if (withdrawn(number)) {
        return "void";
    }
    const auto found = corrections.find(number);
    if (found != corrections.end()) {
        for (const Correction& correction : found->second) {
            if (!withdrawn(correction.number)) {
                return "corrected";
            }
        }
    }
    return "";
}

bool Amendments::leaves_out(const Entry& entry) const {
    return entry.kind == kind::kCorrection || entry.kind == kind::kVoid || withdrawn(entry.number);
}

std::string new_value(const Entry& correction) {
    const FieldValue* value = correction.fields.find("value");
    for (const char* column : {"subject", "result", "note"}) {
        value = value == nullptr ? correction.fields.find(column, kToBe) : value;
    }
    return value == nullptr ? correction.note : value->word;
}

CountedAs counted_as(const Entry& entry, const std::vector<Entry>& amending) {
    CountedAs counted{entry.business_date, entry.told_at(), entry.actor};
    bool was_told = entry.happened_at.has_value();
    for (const Entry& later : amending) {
        if (later.kind == kind::kVoid) {
            counted.withdrawn = true;
        } else if (later.subject == field::kTime) {
            counted.told_at = instant_of(new_value(later));
            was_told = true;
        } else if (later.subject == field::kClock) {
            counted.told_at = told_anew(later).value_or(was_told ? counted.told_at : instant_of(new_value(later)));
        } else if (later.subject == field::kDay) {
            parse_date(new_value(later), counted.day);
        } else if (later.subject == field::kDoer) {
            counted.doer = new_value(later);
        }
    }
    return counted;
}

}  // namespace onduty
