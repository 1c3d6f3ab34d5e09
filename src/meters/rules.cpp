// SPDX-License-Identifier: MIT
#include "meters/rules.hpp"

#include <algorithm>
#include <tuple>

namespace onduty {

namespace {

constexpr std::chrono::seconds kHour{60 * 60};
constexpr std::chrono::seconds kDay = 24 * kHour;

}  // namespace

MeterReading reading_of(const Entry& entry) {
    return {entry.number, entry.subject, entry.told_at(), entry.business_date, entry.fields.number("reading"),
            entry.plan};
}

bool is_before(const MeterReading& one, const MeterReading& other) {
    return std::tie(one.at, one.number) < std::tie(other.at, other.number);
}

std::optional<std::int64_t> MeterUse::tenths_a_day() const {
    const std::int64_t seconds = during.count();
    return during < kHour ? std::nullopt : std::optional{(tenths * kDay.count() + seconds / 2) / seconds};
}

bool MeterUse::is_over(std::int64_t limit) const {
    return limit > 0 && tenths * kDay.count() > limit * std::max(during, kDay).count();
}

std::optional<MeterUse> use_between(const MeterReading& earlier, const MeterReading& later) {
    if (later.tenths < earlier.tenths) {
        return std::nullopt;
    }
    return MeterUse{later.tenths - earlier.tenths, std::chrono::floor<std::chrono::seconds>(later.at - earlier.at)};
}

std::map<std::string, MeterSums> meter_sums(std::vector<MeterReading> readings,
                                            std::map<std::string, MeterReading> before) {
    std::sort(readings.begin(), readings.end(), is_before);
    std::map<std::string, MeterSums> sums;
    for (const MeterReading& reading : readings) {
        MeterSums& sum = sums[reading.meter];
        ++sum.readings;
        sum.last = reading.tenths;
        if (const auto last = before.find(reading.meter); last != before.end()) {
            const auto use = use_between(last->second, reading);
            sum.use.tenths += use ? use->tenths : 0;
            sum.use.during += use ? use->during : std::chrono::seconds{0};
            sum.over += use && use->is_over(reading.limit) ? 1 : 0;
            sum.below += use ? 0 : 1;
        }
        before[reading.meter] = reading;
    }
    return sums;
}

}  // namespace onduty
