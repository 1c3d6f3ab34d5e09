// SPDX-License-Identifier: MIT
// What holds of something that changes, such as a seat or an owner? What was told last, in whatever order it was typed.
// Where nobody told a time the order of typing counts: the clock alone is no reason to turn it round. Pure.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

// When something was told to be, and whether somebody said so, with --at or a correction.
struct ToldTime {
    Instant at = Instant::min();
    bool claimed = false;
};

inline ToldTime told_time(const Entry& entry) {
    return {entry.told_at(), entry.happened_at.has_value()};
}

// Whether one that was typed later belongs before the other.
inline bool is_told_before(ToldTime typed_later, ToldTime other) {
    return typed_later.at < other.at && (typed_later.claimed || other.claimed);
}

// Where `next`, typed after all of them, belongs among some that stand as they were told.
template <typename T, typename ToldOf>
auto place_as_told(std::vector<T>& all, ToldTime next, const ToldOf& told_of) {
    auto place = all.end();
    while (place != all.begin() && is_told_before(next, told_of(*std::prev(place)))) {
        --place;
    }
    return place;
}

// Entries in order of number, put into the order in which they were told to be.
inline std::vector<Entry> as_told(std::vector<Entry> entries) {
    std::vector<Entry> ordered;
    for (Entry& entry : entries) {
        const auto place = place_as_told(ordered, told_time(entry), [](const Entry& one) { return told_time(one); });
        ordered.insert(place, std::move(entry));
    }
    return ordered;
}

// The same of a thread, which begins with its first entry, come what may.
inline std::vector<Entry> steps_as_told(std::vector<Entry> thread) {
    std::vector<Entry> steps{std::next(thread.begin(), thread.empty() ? 0 : 1), thread.end()};
    thread.resize(std::min<std::size_t>(thread.size(), 1));
    for (Entry& step : as_told(std::move(steps))) {
        thread.push_back(std::move(step));
    }
    return thread;
}

}  // namespace onduty
