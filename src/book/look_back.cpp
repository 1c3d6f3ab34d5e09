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
    // What stands otherwise since is looked at, too.
    EntryQuery recorded = query;
    if (store.any_amended(query.dates)) {
        recorded.subject.clear();
        recorded.result.clear();
    }
    each_stretch_back(store, recorded, [&](const EntryQuery& stretch) {
        EntryQuery asked = stretch;
        asked.subject = query.subject;
        asked.result = query.result;
        std::vector<Entry> entries;
        each_amended(store, asked, [&](const Entry& entry) { entries.push_back(entry); });
        return std::any_of(entries.rbegin(), entries.rend(), take);
    });
}

}  // namespace onduty
