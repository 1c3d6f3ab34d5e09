// SPDX-License-Identifier: MIT
#include "book/amended.hpp"

namespace onduty {

Amendments amendments_for(Store& store, const EntryQuery& query) {
    if (!store.any_amended(query.dates)) {
        return {};
    }
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.dates = query.dates;
    later.first = query.thread_of ? query.thread_of : query.story_of ? query.story_of : query.first;
    if (query.shift) {
        later.first = query.shift;
    } else if (query.last > 0) {
        store.each(query, [&](const Entry& entry) { later.first = later.first.value_or(entry.number); });
    }
    Amendments amendments;
    store.each(later, [&](const Entry& entry) { amendments.add(entry); });
    return amendments;
}

void each_amended(Store& store, const EntryQuery& query, const std::function<void(const Entry&)>& visit) {
    const Amendments amendments = amendments_for(store, query);
    store.each(query, [&](const Entry& entry) {
        if (amendments.leaves_out(entry)) {
            return;
        }
        if (!amendments.corrects(entry.number)) {
            visit(entry);
            return;
        }
        Entry corrected = entry;
        amendments.amend(corrected);
        visit(corrected);
    });
}

}  // namespace onduty
