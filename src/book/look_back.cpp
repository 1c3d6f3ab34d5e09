// SPDX-License-Identifier: MIT
#include "book/look_back.hpp"

#include <algorithm>

namespace onduty {

void each_stretch_back(Store& store, EntryQuery query, const std::function<bool(const EntryQuery& stretch)>& take) {
    const std::optional<EntryNumber> furthest = query.first;
    // Mostly the last ones are enough, and only some of them were withdrawn.
    for (std::int64_t at_once = 4;; at_once *= 4) {
        query.first = furthest;
        EntryQuery newest = query;
        newest.last = at_once;
        newest.header_only = true;
        const std::vector<Entry> found = store.entries(newest);
        if (found.empty()) {
            return;
        }
        query.first = found.front().number;
        if (take(query) || found.size() < static_cast<std::size_t>(at_once)) {
            return;
        }
        query.before = query.first;
    }
}

void each_amended_back(Store& store, const EntryQuery& query, const std::function<bool(const Entry& entry)>& take) {
    each_stretch_back(store, query, [&](const EntryQuery& stretch) {
        std::vector<Entry> entries;
        each_amended(store, stretch, [&](const Entry& entry) { entries.push_back(entry); });
        return std::any_of(entries.rbegin(), entries.rend(), take);
    });
}

}  // namespace onduty
