// SPDX-License-Identifier: MIT
#include "book/matters.hpp"

#include <limits>
#include <set>

#include "book/amended.hpp"
#include "book/kinds.hpp"

namespace onduty {

namespace {

constexpr EntryNumber kLast = std::numeric_limits<EntryNumber>::max();

bool is_open_between(Book& book, EntryNumber matter, EntryNumber last, EntryNumber without) {
    EntryQuery query;
    query.matter = matter;
    query.first = matter;
    const Amendments amendments = amendments_for(book.store(), query);
    std::vector<Entry> steps = book.store().entries(query);
    std::erase_if(steps, [&](const Entry& step) { return step.number > last; });
    return is_open_after(matter, steps, amendments, without);
}

bool is_withdrawn(Book& book, EntryNumber number) {
    EntryQuery query;
    query.rare_kinds = {kind::kVoid};
    query.first = number;
    bool withdrawn = false;
    book.store().each(query, [&](const Entry& entry) { withdrawn = withdrawn || entry.about == number; });
    return withdrawn;
}

const Kind* kind_of(Book& book, EntryNumber number) {
    const auto entry = number > 0 ? book.store().entry(number) : std::nullopt;
    return entry ? kind_named(entry->kind) : nullptr;
}

}  // namespace

MatterStep withdrawal_step(Book& book, const Entry& withdrawn) {
    std::set<EntryNumber> touched{withdrawn.number, withdrawn.opens, withdrawn.closes};
    if (const Kind* kind = kind_of(book, withdrawn.about); kind != nullptr && kind->still_open != nullptr) {
        touched.insert(withdrawn.about);
    }
    touched.erase(0);
    const OpenMatters open = book.store().open_matters();
    MatterStep step;
    for (const EntryNumber matter : touched) {
        const Kind* kind = kind_of(book, matter);
        const bool in_parts = kind != nullptr && kind->still_open != nullptr;
        const bool waits = matter != withdrawn.number && !is_withdrawn(book, matter) &&
                           (in_parts ? kind->still_open(book, matter, withdrawn.number)
                                     : is_open_between(book, matter, kLast, withdrawn.number));
        if (waits != (open.count(matter) > 0)) {
            (waits ? step.opens : step.closes) = matter;
        }
    }
    return step;
}

bool was_open(Book& book, EntryNumber matter, EntryNumber last) {
    return is_open_between(book, matter, last, 0);
}

}  // namespace onduty
