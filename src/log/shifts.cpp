// SPDX-License-Identifier: MIT
#include "log/shifts.hpp"

#include <algorithm>

#include "log/kind.hpp"

namespace onduty {

namespace {

// What is taken while he has it, or left while he does not, changes nothing; nor is the last post left.
void change(Shift& shift, const Entry& entry) {
    const auto is_had = [](const PostTime& one) { return one.until == Instant::max(); };
    const auto had = std::find_if(shift.posts.begin(), shift.posts.end(),
                                  [&](const PostTime& one) { return is_had(one) && one.post == entry.post; });
    const Instant at = std::max(shift.from, entry.told_at());
    if (entry.result != result::kLeft) {
        if (had == shift.posts.end()) {
            shift.posts.push_back({entry.post, at});
        }
    } else if (had != shift.posts.end() && std::count_if(shift.posts.begin(), shift.posts.end(), is_had) > 1) {
        had->until = std::max(had->from, at);
    }
}

}  // namespace

bool comes_to_post(const Entry& entry) {
    return begins_shift(entry) || (changes_posts(entry) && entry.result != result::kLeft);
}

std::vector<Shift> by_post(const std::vector<Shift>& shifts) {
    std::vector<Shift> parts;
    for (const Shift& shift : shifts) {
        if (shift.posts.empty()) {
            parts.push_back(shift);
        }
        for (const PostTime& time : shift.posts) {
            if (shift.until && time.from > *shift.until) {
                continue;
            }
            Shift& part = parts.emplace_back(shift);
            part.posts.clear();
            part.post = time.post;
            part.from = time.from;
            if (time.until != Instant::max()) {
                part.until = std::min(time.until, shift.until.value_or(time.until));
            }
        }
    }
    return parts;
}

void ShiftReading::add(const Entry& entry) {
    if (begins_shift(entry)) {
        shifts_.push_back({entry.actor, entry.post, entry.business_date, entry.told_at(), {}, entry.number});
        shifts_.back().posts.push_back({entry.post, entry.told_at()});
    } else if (is_of_shift(entry)) {
        const auto meant = std::find_if(shifts_.rbegin(), shifts_.rend(), [&](const Shift& shift) {
            return entry.shift == 0 ? shift.person == entry.actor && !shift.closed : shift.number == entry.shift;
        });
        if (meant != shifts_.rend() && changes_posts(entry)) {
            change(*meant, entry);
        } else if (meant != shifts_.rend()) {
            meant->until = std::max(meant->from, entry.told_at());
            meant->closed = true;
            meant->told_end = entry.happened_at.has_value();
        }
    }
}

std::vector<Shift> ShiftReading::shifts() const {
    std::vector<Shift> shifts = shifts_;
    std::stable_sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) { return a.from < b.from; });
    for (auto shift = shifts.begin(); shift != shifts.end(); ++shift) {
        const auto again = std::find_if(shift + 1, shifts.end(), [&](const Shift& later) {
            return later.person == shift->person && later.number > shift->number;
        });
        if (!shift->closed && again != shifts.end()) {
            shift->until = again->from;
        }
    }
    return shifts;
}

}  // namespace onduty
