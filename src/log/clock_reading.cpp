// SPDX-License-Identifier: MIT
#include "log/clock_reading.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace onduty {

namespace {

using Ranges =
    std::vector<std::pair<EntryNumber, EntryNumber>>;  // both ends belong to it; the second before the first: none

Ranges joined(Ranges all) {
    std::erase_if(all, [](const auto& range) { return range.second < range.first; });
    std::sort(all.begin(), all.end());
    Ranges joined;
    for (const auto& range : all) {
        if (!joined.empty() && range.first <= joined.back().second + 1) {
            joined.back().second = std::max(joined.back().second, range.second);
        } else {
            joined.push_back(range);
        }
    }
    return joined;
}

}  // namespace

ClockReading::ClockReading(EntryNumber head, const std::vector<EntryNumber>& stepped_back,
                           std::vector<DeclaredClock> declared, std::function<Instant(EntryNumber)> recorded,
                           std::function<bool(EntryNumber)> tells_of_work)
    : head_{head},
      declared_{std::move(declared)},
      recorded_{std::move(recorded)},
      tells_of_work_{std::move(tells_of_work)} {
    std::set<EntryNumber> begins{stepped_back.begin(), stepped_back.end()};
    for (const DeclaredClock& one : declared_) {
        begins.insert({one.first, one.last + 1});
    }
    begins.insert(1);
    for (const EntryNumber first : begins) {
        if (first > head_) {
            break;
        }
        if (!stretches_.empty()) {
            stretches_.back().last = first - 1;
        }
        stretches_.push_back({first, head_});
    }
}

Instant ClockReading::read(EntryNumber number) const {
    const auto [known, fresh] = known_.try_emplace(number);
    if (fresh) {
        known->second = recorded_(number);
        const auto last = std::find_if(declared_.rbegin(), declared_.rend(), [&](const DeclaredClock& one) {
            return one.first <= number && number <= one.last;
        });
        known->second += last == declared_.rend() ? Minutes{0} : last->add;
    }
    return known->second;
}

Instant ClockReading::newest_before(EntryNumber number) const {
    Instant newest = Instant::min();
    for (const Stretch& stretch : stretches_) {
        if (stretch.first >= number) {
            break;
        }
        newest = std::max(newest, read(std::min(stretch.last, number - 1)));
    }
    return newest;
}

EntryNumber ClockReading::first_after(const Stretch& stretch, Instant then) const {
    EntryNumber from = stretch.first;
    EntryNumber until = stretch.last + 1;
    while (from < until) {
        const EntryNumber middle = from + (until - from) / 2;
        if (read(middle) > then) {
            until = middle;
        } else {
            from = middle + 1;
        }
    }
    return from;
}

bool ClockReading::is_settled(EntryNumber step) const {
    return std::any_of(declared_.begin(), declared_.end(),
                       [&](const DeclaredClock& one) { return one.first <= step && step - 1 <= one.last; });
}

Period ClockReading::between(EntryNumber first, EntryNumber last) const {
    EntryNumber working = first;
    while (tells_of_work_ && working <= last && !tells_of_work_(working)) {
        ++working;
    }
    const Instant before = first == 1 ? read(first) : read(first - 1);
    if (working > last) {
        return {before, before};
    }
    const Instant after = last == head_ ? Instant::max() : read(last + 1);
    return {std::min(before, after), std::max(before, after)};
}

std::vector<ClockDoubt> ClockReading::doubts() const {
    Ranges doubtful;
    Instant newest = Instant::min();  // of all in front since the last step that was settled
    std::size_t since = 0;
    bool behind = false;  // nothing later than all in front came yet
    for (std::size_t s = 0; s < stretches_.size(); ++s) {
        const Stretch& stretch = stretches_[s];
        const Instant begin = read(stretch.first);
        if (s > since && newest - begin >= kSameTime) {
            behind = !is_settled(stretch.first);
            for (std::size_t front = since; behind && front < s; ++front) {
                doubtful.emplace_back(first_after(stretches_[front], begin), stretches_[front].last);
            }
            since = behind ? since : s;
            newest = behind ? newest : Instant::min();
        }
        if (behind) {
            const EntryNumber sound = first_after(stretch, newest);
            doubtful.emplace_back(stretch.first, sound - 1);
            behind = sound > stretch.last;
        }
        newest = std::max(newest, read(stretch.last));
    }
    std::vector<ClockDoubt> doubts;
    for (const auto& [first, last] : joined(std::move(doubtful))) {
        doubts.push_back({first, last, between(first, last)});
    }
    return doubts;
}

std::vector<std::pair<EntryNumber, EntryNumber>> ClockReading::parts_of(const ClockDoubt& doubt) const {
    std::vector<std::pair<EntryNumber, EntryNumber>> parts;
    for (const Stretch& stretch : stretches_) {
        const EntryNumber first = std::max(stretch.first, doubt.first);
        const EntryNumber last = std::min(stretch.last, doubt.last);
        if (first <= last) {
            parts.emplace_back(first, last);
        }
    }
    return parts;
}

EntryNumber ClockReading::last_in_step(EntryNumber number) const {
    const auto stretch =
        std::find_if(stretches_.rbegin(), stretches_.rend(), [&](const Stretch& one) { return one.first <= number; });
    return stretch == stretches_.rend() ? number : stretch->last;
}

bool is_in_doubt(const std::vector<ClockDoubt>& doubts, EntryNumber number) {
    return std::any_of(doubts.begin(), doubts.end(), [&](const ClockDoubt& doubt) { return doubt.has(number); });
}

bool is_in_doubt(const std::vector<ClockDoubt>& doubts, Instant due) {
    return std::any_of(doubts.begin(), doubts.end(),
                       [&](const ClockDoubt& doubt) { return doubt.between.from <= due && due < doubt.between.until; });
}

}  // namespace onduty
