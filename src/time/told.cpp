// SPDX-License-Identifier: MIT
#include "time/told.hpp"

#include <array>

#include "text/translate.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours kLongestChange{3};  // of a clock that is set back for the winter

// Minutes as "hh:mm", less than 100 hours. By hand: a year of the log has millions of these.
std::string hours_and_minutes(std::int64_t minutes) {
    std::string text = "00:00";
    text[0] = static_cast<char>('0' + minutes / 600);
    text[1] = static_cast<char>('0' + minutes / 60 % 10);
    text[3] = static_cast<char>('0' + minutes % 60 / 10);
    text[4] = static_cast<char>('0' + minutes % 10);
    return text;
}

std::string clock_of(LocalTime local) {
    return hours_and_minutes(std::chrono::floor<Minutes>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

// The offset where the clock of the zone shows this time twice, else "".
std::string offset_if_doubled(const Zone& zone, Instant at) {
    const std::chrono::seconds offset = zone.offset_at(at);
    for (const Instant near : {at - kLongestChange, at + kLongestChange}) {
        const std::chrono::seconds other = zone.offset_at(near);
        if (other != offset && zone.offset_at(at + offset - other) == other) {
            return offset_text(offset);
        }
    }
    return {};
}

}  // namespace

std::string clock_text(const Zone& zone, Instant at) {
    return clock_of(to_local(zone, at));
}

std::string date_time_text(const Zone& zone, Instant at) {
    const LocalTime local = to_local(zone, at);
    return to_text(std::chrono::floor<std::chrono::days>(local)) + " " + clock_of(local) + offset_if_doubled(zone, at);
}

std::string full_text(const Zone& zone, Instant at) {
    static constexpr std::array<const char*, 7> kDays{N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"),
                                                      N_("Thu"), N_("Fri"), N_("Sat")};
    const LocalTime local = to_local(zone, at);
    const Date date = std::chrono::floor<std::chrono::days>(local);
    const char* day = tr(kDays[std::chrono::weekday{date}.c_encoding()]);
    return fmt::format("{} {} {}{}", to_text(date), day, clock_of(local), offset_if_doubled(zone, at));
}

std::string offset_text(std::chrono::seconds offset) {
    const auto minutes = std::chrono::abs(std::chrono::duration_cast<Minutes>(offset)).count();
    return (offset < 0s ? '-' : '+') + hours_and_minutes(minutes);
}

std::string duration_text(std::chrono::milliseconds duration) {
    const auto minutes = std::chrono::floor<Minutes>(duration).count();
    if (minutes < 0) {
        return tr("an unknown time");
    }
    if (minutes >= 48 * 60) {
        return say(N_("{0} days"), minutes / (24 * 60));
    }
    return minutes < 60 ? say(N_("{0} min"), minutes) : say(N_("{0} h {1} min"), minutes / 60, minutes % 60);
}

}  // namespace onduty
