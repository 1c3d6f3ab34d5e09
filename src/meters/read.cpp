// SPDX-License-Identifier: MIT
#include "meters/read.hpp"

#include "book/amended.hpp"
#include "meters/told.hpp"

namespace onduty {

std::optional<MeterReading> reading_before(Book& book, const std::string& meter, Instant at) {
    constexpr std::chrono::days kDay{1};
    const Zone& zone = book.zone();
    const Calendar& calendar = book.plan(&Plan::calendar);
    const Date until = business_date(zone, calendar, at) + kReadingMoves;
    const Date begin = business_date(zone, calendar, book.history().front().since) - kReadingMoves;
    std::optional<MeterReading> last;
    // Mostly it is of the day before; each step back looks twice as far, by the index, until the log begins.
    for (std::chrono::days back = 4 * kDay; !last; back *= 2) {
        EntryQuery query;
        query.rare_kinds = {kind::kMeter};
        query.subject = meter;
        query.dates = DateRange{std::max(begin, until - back), until};
        each_amended(book.store(), query, [&](const Entry& entry) {
            const MeterReading reading = reading_of(entry);
            if (reading.at < at && (!last || is_before(*last, reading))) {
                last = reading;
            }
        });
        if (until - back <= begin) {
            break;
        }
    }
    return last;
}

void MeterFold::finish() {
    std::map<std::string, Instant> first;
    for (MeterReading& reading : readings_) {
        const Meter* meter = pass_->book().part_in(&Plan::meters, "meter", reading.meter, reading.plan);
        reading.limit = meter == nullptr ? 0 : meter->limit;
        const auto [found, is_new] = first.try_emplace(reading.meter, reading.at);
        found->second = std::min(found->second, reading.at);
    }
    for (const auto& [meter, at] : first) {
        if (const auto last = reading_before(pass_->book(), meter, at)) {
            readings_.push_back(*last);
        }
    }
    sums = meter_sums(std::move(readings_), pass_->dates());
}

}  // namespace onduty
