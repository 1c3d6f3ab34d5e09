// SPDX-License-Identifier: MIT
#include "book/withdrawal.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

using Numbers = std::set<EntryNumber>;

// What the same command recorded as a consequence of the entry and still counts.
std::vector<Entry> recorded_along(Book& book, const Entry& entry) {
    const EntryNumber batch = batch_of(entry);
    Numbers about{entry.number};
    std::vector<Entry> along;
    for (EntryNumber number = entry.number + 1;; ++number) {
        auto next = book.store().entry(number);
        if (!next || next->batch != batch || (entry.number == batch && next->source == source::kImport)) {
            return along;
        }
        if (entry.number == batch || about.count(next->about) > 0) {
            about.insert(number);
            if (book.store().withdrawn_by(number) == 0) {
                along.push_back(std::move(*next));
            }
        }
    }
}

// An entry and what it was recorded upon.
struct Later {
    Entry entry;
    EntryNumber target = 0;
};

// Whether withdrawing what it is about asks for it, too.
bool is_upon_about(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->upon_about;
}

bool answers(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->step == &closes_about;
}

bool has_own_life(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->stays != nullptr;
}

// What later commands recorded upon one of the entries from `first` to `last` that `are_meant`.
std::vector<Later> recorded_upon(Book& book, EntryNumber first, EntryNumber last,
                                 const std::function<bool(EntryNumber)>& are_meant) {
    std::vector<Later> found;
    EntryQuery query;
    query.first = first + 1;
    query.upon = {first, last};
    book.store().each(query, [&](const Entry& entry) {
        const EntryNumber target = is_upon_about(entry) && are_meant(entry.about) ? entry.about
                                   : answers(entry) && are_meant(entry.closes)    ? entry.closes
                                                                                  : 0;
        if (entry.amends == 0 && target != 0 && !are_meant(entry.number) &&
            book.store().withdrawn_by(entry.number) == 0) {
            found.push_back({entry, target});
        }
    });
    return found;
}

// The same fault was found once more, and nothing new was opened for it.
bool is_found_again(Book& book, const Entry& fault) {
    const Kind* kind = kind_named(fault.kind);
    if (kind == nullptr || kind->leads != &leads_with_fault || fault.note.empty()) {
        return false;
    }
    EntryQuery query;
    query.first = fault.number + 1;
    query.kind = fault.kind;
    query.subject = fault.subject;
    query.result = fault.result;
    bool again = false;
    each_amended(book.store(), query,
                 [&](const Entry& later) { again = again || (kind->leads(later) && later.note == fault.note); });
    return again;
}

// Parts what was recorded along with an entry: what somebody acted on stays, with what is about it.
void part_along(Book& book, std::vector<Entry> along, Numbers acted_on, Withdrawal& withdrawal) {
    for (Entry& entry : along) {
        const bool stays = acted_on.count(entry.number) > 0 || acted_on.count(entry.about) > 0 ||
                           (has_own_life(entry) && entry.about != 0 && is_found_again(book, book.entry(entry.about)));
        if (stays) {
            acted_on.insert(entry.number);
        }
        (stays ? withdrawal.stays : withdrawal.gone).push_back(std::move(entry));
    }
}

bool is_import(const Entry& entry) {
    return entry.kind == kind::kImport && entry.about == 0;
}

// Of an import all its rows are meant.
std::vector<Later> recorded_upon_import(Book& book, const Entry& import) {
    const EntryNumber last = book.store().head().number;
    return recorded_upon(book, import.number, last, [&](EntryNumber number) {
        const auto entry = number < import.number ? std::nullopt : book.store().entry(number);
        return entry && (number == import.number || entry->batch == import.number);
    });
}

std::vector<Later> recorded_upon(Book& book, const Entry& entry, const std::vector<Entry>& along) {
    Numbers numbers{entry.number};
    for (const Entry& one : along) {
        numbers.insert(one.number);
    }
    std::vector<Later> found = recorded_upon(book, entry.number, *numbers.rbegin(),
                                             [&](EntryNumber number) { return numbers.count(number) > 0; });
    const Kind* kind = kind_named(entry.kind);
    if (kind != nullptr && kind->carries_on && entry.about != 0) {
        for (Later& later :
             recorded_upon(book, entry.about, entry.about, [&](EntryNumber number) { return number == entry.about; })) {
            if (later.entry.number > entry.number && numbers.count(later.entry.number) == 0) {
                found.push_back({std::move(later.entry), entry.number});
            }
        }
    }
    return found;
}

void add(std::vector<Entry>& entries, const std::vector<Entry>& more) {
    for (const Entry& entry : more) {
        if (std::none_of(entries.begin(), entries.end(),
                         [&](const Entry& one) { return one.number == entry.number; })) {
            entries.push_back(entry);
        }
    }
}

}  // namespace

void refuse_withdrawn(Book& book, EntryNumber number) {
    if (const EntryNumber by = book.store().withdrawn_by(number)) {
        throw Refusal{
            say(N_("Entry {0} was withdrawn by entry {1}. If it should count again: onduty correct {0} --restore "
                   "--reason \"...\""),
                number, by)};
    }
}

Withdrawal withdrawal_of(Book& book, const Entry& entry, bool all) {
    Withdrawal withdrawal;
    withdrawal.gone = {entry};
    const std::vector<Entry> along = recorded_along(book, entry);
    Numbers acted_on;
    for (const Later& later :
         is_import(entry) ? recorded_upon_import(book, entry) : recorded_upon(book, entry, along)) {
        const bool upon_itself = is_import(entry) || later.target == entry.number;
        if (upon_itself && has_own_life(later.entry)) {
            add(withdrawal.stays, {later.entry});
        } else if (all) {
            const Withdrawal more = withdrawal_of(book, later.entry, all);
            add(withdrawal.gone, more.gone);
            add(withdrawal.stays, more.stays);
        } else if (upon_itself) {
            withdrawal.upon.push_back(later.entry);
        } else {
            acted_on.insert(later.target);
        }
    }
    Withdrawal parted;
    if (all) {
        parted.gone = along;
    } else {
        part_along(book, along, std::move(acted_on), parted);
    }
    add(withdrawal.gone, parted.gone);
    add(withdrawal.stays, parted.stays);
    std::sort(withdrawal.gone.begin() + 1, withdrawal.gone.end(),
              [](const Entry& a, const Entry& b) { return a.number < b.number; });
    return withdrawal;
}

Withdrawal withdrawal_of_led(Book& book, const Entry& entry) {
    std::vector<Entry> led = recorded_along(book, entry);
    std::erase_if(led, [&](const Entry& one) { return one.about != entry.number || !has_own_life(one); });
    Numbers acted_on;
    for (const Later& later : recorded_upon(book, entry, led)) {
        acted_on.insert(later.target);
    }
    acted_on.erase(entry.number);
    Withdrawal withdrawal;
    part_along(book, std::move(led), std::move(acted_on), withdrawal);
    return withdrawal;
}

}  // namespace onduty
