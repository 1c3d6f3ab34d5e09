// SPDX-License-Identifier: MIT
// What was used between two readings of a meter, and is it too much? Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

struct MeterReading {
    EntryNumber number = 0;
    std::string meter;
    Instant at;  // as told
    Date business_date{};
    std::int64_t tenths = 0;  // of the meter's unit
    int plan = 0;             // version in force
    std::int64_t limit = 0;   // tenths a day by that version; 0 is none
};

// The reading that an entry tells, corrected already; without its limit.
MeterReading reading_of(const Entry& entry);

// Whether `one` was before `other`; of two at one time the one with the lower number.
bool is_before(const MeterReading& one, const MeterReading& other);

struct MeterUse {
    std::int64_t tenths = 0;
    std::chrono::seconds during{0};

    // Rounded; nothing when less than an hour passed.
    std::optional<std::int64_t> tenths_a_day() const;
    // Whether it is more than `limit` tenths a day, or in less than a day; 0 is no limit.
    bool is_over(std::int64_t limit) const;
};

// Nothing when the meter shows less than before: it was changed, or one of the two was misread.
std::optional<MeterUse> use_between(const MeterReading& earlier, const MeterReading& later);

// What the readings of one meter add up to.
struct MeterSums {
    std::int64_t readings = 0;
    MeterReading last;
    MeterUse use;            // between readings, where it is known
    std::int64_t over = 0;   // business dates on which more was used than the limit of their last reading
    std::int64_t below = 0;  // readings below their neighbour
};

// By meter, of the readings of these dates. What was used since the reading before counts for the date of the later
// one, so that days add up to their week however often and in which order somebody reads. `readings` holds those of
// other dates, too, that lie between or in front of them.
std::map<std::string, MeterSums> meter_sums(std::vector<MeterReading> readings, DateRange dates);

}  // namespace onduty
