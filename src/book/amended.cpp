// SPDX-License-Identifier: MIT
#include "book/amended.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

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

namespace {

constexpr std::chrono::days kFewDays{400};

// Which of the entries that a query finds were amended? Of a few days it is read once, else asked for each: who looks
// for a few entries however old they are does not pay for all corrections that there ever were.
class AmendedEntries {
  public:
    AmendedEntries(Store& store, const std::optional<DateRange>& days) : store_{&store} {
        if (!days || days->until - days->from > kFewDays) {
            any_ = store.any_amended(days);
            return;
        }
        numbers_.emplace();
        for (const AmendedRow& row : store.amended(*days)) {
            numbers_->insert(row.entry);
        }
    }

    bool has(const Entry& entry) const {
        return numbers_ ? numbers_->count(entry.number) > 0 : any_ && store_->is_amended(entry);
    }

  private:
    Store* store_;
    bool any_ = false;
    std::optional<std::unordered_set<EntryNumber>> numbers_;
};

}  // namespace

Amendments amendments_of(Store& store, EntryNumber number) {
    Amendments amendments;
    std::vector<EntryNumber> numbers{number};
    while (!numbers.empty()) {
        EntryQuery query;
        query.amendments_of = numbers.back();
        query.first = numbers.back() + 1;
        numbers.pop_back();
        store.each(query, [&](const Entry& entry) {
            amendments.add(entry);
            numbers.push_back(entry.number);
        });
    }
    return amendments;
}

Entry as_corrected(Store& store, Entry entry) {
    if (store.is_amended(entry)) {
        amendments_of(store, entry.number).amend(entry);
    }
    return entry;
}

bool stood_apart(Store& store, EntryNumber one, EntryNumber other) {
    const EntryNumber later = std::max(one, other);
    EntryQuery query;
    query.kind = kind::kVoid;
    bool withdrawn = false;
    for (EntryNumber number = std::min(one, other); number != 0;) {
        query.amendments_of = std::exchange(number, 0);
        query.first = *query.amendments_of + 1;
        store.each(query, [&](const Entry& entry) { number = entry.number < later ? entry.number : number; });
        withdrawn = number != 0 ? !withdrawn : withdrawn;
    }
    return withdrawn;
}

void each_amended(Store& store, const EntryQuery& query, const std::function<void(const Entry&)>& visit,
                  const std::function<void(const Entry&)>& amending) {
    const AmendedEntries amended{store, query.dates};
    store.each(query, [&](const Entry& entry) {
        if (entry.amends != 0) {
            if (amending) {
                amending(entry);
            }
            return;
        }
        if (!amended.has(entry)) {
            visit(entry);
            return;
        }
        const Amendments amendments = amendments_of(store, entry.number);
        if (amendments.leaves_out(entry)) {
            return;
        }
        Entry now = entry;
        amendments.amend(now);
        // What belonged to the shift as it was recorded may belong to another one.
        if (!query.shift || now.shift == *query.shift || now.number == *query.shift) {
            visit(now);
        }
    });
}

}  // namespace onduty
