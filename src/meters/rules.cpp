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

std::map<std::string, MeterSums> meter_sums(std::vector<MeterReading> readings, DateRange dates) {
    std::sort(readings.begin(), readings.end(), is_before);
    struct Day {
        MeterUse use;
        std::int64_t limit = 0;
    };
    std::map<std::string, MeterSums> sums;
    std::map<std::string, std::map<Date, Day>> days;
    std::map<std::string, MeterReading> before;
    for (const MeterReading& reading : readings) {
        const auto earlier = before.find(reading.meter);
        if (dates.contains(reading.business_date)) {
            MeterSums& sum = sums[reading.meter];
            Day& day = days[reading.meter][reading.business_date];
            ++sum.readings;
            sum.last = reading;
            day.limit = reading.limit;
            if (earlier != before.end()) {
                const auto use = use_between(earlier->second, reading);
                sum.below += use ? 0 : 1;
                for (MeterUse* total : {&sum.use, &day.use}) {
                    total->tenths += use ? use->tenths : 0;
                    total->during += use ? use->during : std::chrono::seconds{0};
                }
            }
        }
        before[reading.meter] = reading;
    }
    for (const auto& [meter, of_meter] : days) {
        sums[meter].over = std::count_if(of_meter.begin(), of_meter.end(),
                                         [](const auto& day) { return day.second.use.is_over(day.second.limit); });
    }
    return sums;
}

}  // namespace onduty
