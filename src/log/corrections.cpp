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

// When an entry was told to have happened, and what put that right: whichever came first, a declared clock moves what
// was typed by it, and a time that was put right stands.
struct Times {
    explicit Times(const Entry& entry)
        : recorded{entry.recorded_at}, happened{entry.happened_at}, late{entry.late}, plan{entry.plan} {}

    void read_by(const Amendments::Correction& clock) {
        recorded = instant_of(clock.value);
        happened = clock.told ? clock.told : happened;
        plan = clock.plan == 0 ? plan : clock.plan;
        late = clock.late;
    }

    // Of several times that were put right the last one holds.
    void put_right_by(const Amendments::Correction& time, Amendments::Made made) {
        put_right = &time;
        claim = made;
    }

    // A time that is put back beyond the grace is a late claim like any other.
    void put_into(Entry& entry) const {
        entry.recorded_at = recorded;
        entry.happened_at = put_right == nullptr ? happened : std::optional{instant_of(put_right->value)};
        entry.plan = put_right == nullptr || put_right->plan == 0 ? plan : put_right->plan;
        entry.late = late || (put_right != nullptr && claim.late);
        if (put_right != nullptr) {
            entry.claimed_again = claim.late ? std::optional{claim.at} : std::nullopt;
            entry.claimed_by = claim.late ? put_right->number : 0;
            entry.told_before = !late && claim.late ? std::optional{happened.value_or(recorded)} : std::nullopt;
        }
    }

    Instant recorded;
    std::optional<Instant> happened;
    bool late;
    int plan;
    const Amendments::Correction* put_right = nullptr;  // of its time, the last one
    Amendments::Made claim{};                           // of that
};

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

void Amendments::leave_out_since(EntryNumber number) {
    for (auto& [original, all] : corrections) {
        std::erase_if(all, [&](const Correction& one) { return one.number >= number; });
    }
    std::erase_if(voids, [&](const auto& one) { return one.second >= number; });
}

bool Amendments::withdrawn(EntryNumber number) const {
    const auto found = voids.find(number);
    return found != voids.end() && !withdrawn(found->second);
}

Amendments::Made Amendments::made(const Correction& correction) const {
    Made made{correction.at, correction.late};
    const auto found = corrections.find(correction.number);
    for (const Correction& one : found == corrections.end() ? std::vector<Correction>{} : found->second) {
        if (one.field == field::kClock && !withdrawn(one.number)) {
            made = {instant_of(one.value), one.late};
        }
    }
    return made;
}

void Amendments::amend(Entry& entry) const {
    const auto found = corrections.find(entry.number);
    if (found == corrections.end()) {
        return;
    }
    Times times{entry};
    for (const Correction& correction : found->second) {
        if (withdrawn(correction.number)) {
            continue;
        }
        if (!correction.fields.empty()) {
            const bool was_late = entry.late;
            put_change(correction.fields, entry);
            if (entry.late && !was_late) {
                entry.claimed_again = made(correction).at;
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
            times.put_right_by(correction, made(correction));
            times.put_into(entry);
        } else if (correction.field == field::kClock) {
            times.read_by(correction);
            times.put_into(entry);
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

Instant time_given(const Entry& correction) {
    return instant_of(new_value(correction));
}

CountedAs counted_as(const Entry& entry, const std::vector<Entry>& amending) {
    CountedAs counted{entry.business_date, entry.told_at(), entry.actor};
    Instant recorded = entry.recorded_at;
    std::optional<Instant> told = entry.happened_at;
    std::optional<Instant> put_right;
    for (const Entry& later : amending) {
        if (later.kind == kind::kVoid) {
            counted.withdrawn = true;
        } else if (later.subject == field::kTime) {
            put_right = time_given(later);
        } else if (later.subject == field::kClock) {
            recorded = time_given(later);
            told = told_anew(later) ? told_anew(later) : told;
        } else if (later.subject == field::kDay) {
            parse_date(new_value(later), counted.day);
        } else if (later.subject == field::kDoer) {
            counted.doer = new_value(later);
        }
    }
    counted.told_at = put_right.value_or(told.value_or(recorded));
    return counted;
}

}  // namespace onduty
