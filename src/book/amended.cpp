// SPDX-License-Identifier: MIT
#include "book/amended.hpp"

#include <algorithm>
#include <limits>
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

Fields fields_now(Store& store, EntryNumber number) {
    auto entry = store.entry(number);
    return entry ? as_corrected(store, std::move(*entry)).fields : Fields{};
}

Entry amended_in_the_end(Store& store, Entry entry) {
    while (entry.amends != 0) {
        entry = *store.entry(entry.amends);
    }
    return entry;
}

EntryNumber accepted_with(Store& store, EntryNumber number) {
    EntryQuery thread;
    thread.thread_of = number;
    EntryNumber found = 0;
    each_amended(store, thread, [&](const Entry& entry) {
        found = entry.kind == kind::kAccept && entry.about == number ? entry.number : found;
    });
    return found;
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

namespace {

// What an entry was about may have been corrected: then it is asked for without, and looked at as it stands.
EntryQuery as_recorded(Store& store, const EntryQuery& query) {
    EntryQuery any = query;
    if ((!query.subject.empty() || !query.result.empty()) && query.last == 0 && store.any_amended(query.dates)) {
        any.subject.clear();
        any.result.clear();
    }
    return any;
}

bool says_what_is_asked_for(const Entry& entry, const EntryQuery& query) {
    return (query.subject.empty() || entry.subject == query.subject) &&
           (query.result.empty() || entry.result == query.result);
}

}  // namespace

namespace {

template <typename Kinds>
bool is_one_of_kinds(const Kinds& kinds, const Entry& entry) {
    return kinds.empty() ||
           std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) { return entry.kind == kind; });
}

// Of the thread that is asked for; 0 where none is.
EntryNumber first_of(const EntryQuery& query) {
    return query.thread_of.value_or(query.story_of.value_or(0));
}

// What a correction made a part of the thread that is asked for, in order.
std::vector<Entry> moved_into(Store& store, const EntryQuery& query) {
    const EntryNumber first = first_of(query);
    std::vector<Entry> moved = first != 0 ? store.moved_to(first) : std::vector<Entry>{};
    // It may be older than what it is about now.
    const EntryNumber from = query.first.value_or(0) > first ? *query.first : 0;
    std::erase_if(moved, [&](const Entry& entry) {
        return entry.number < from || entry.number >= query.before.value_or(entry.number + 1) ||
               !(query.kind.empty() || entry.kind == query.kind) || !is_one_of_kinds(query.kinds, entry) ||
               !is_one_of_kinds(query.rare_kinds, entry);
    });
    return moved;
}

// Whether a correction took it out of the thread that is asked for.
bool is_moved_away(const Entry& entry, const EntryQuery& query) {
    const EntryNumber first = first_of(query);
    return first != 0 && entry.number != first && entry.about != first;
}

}  // namespace

void each_amended(Store& store, const EntryQuery& wanted, const std::function<void(const Entry&)>& take,
                  const std::function<void(const Entry&)>& amending) {
    const EntryQuery query = as_recorded(store, wanted);
    const AmendedEntries amended{store, query.dates};
    const auto visit = [&](const Entry& entry) {
        if (says_what_is_asked_for(entry, wanted)) {
            take(entry);
        }
    };
    const std::vector<Entry> moved = moved_into(store, query);
    auto next = moved.begin();
    const auto visit_moved_before = [&](EntryNumber number) {
        // A thread begins with its first entry, come what may.
        for (; next != moved.end() && next->number < number && number != first_of(query); ++next) {
            visit(*next);
        }
    };
    store.each(query, [&](const Entry& entry) {
        visit_moved_before(entry.number);
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
        const bool of_shift = !query.shift || now.shift == *query.shift || now.number == *query.shift;
        if (of_shift && !is_moved_away(now, query)) {
            visit(now);
        }
    });
    visit_moved_before(std::numeric_limits<EntryNumber>::max());
}

}  // namespace onduty
