// SPDX-License-Identifier: MIT
#include "stock/disinfections.hpp"

#include "book/amended.hpp"
#include "book/open_entries.hpp"
#include "stock/kinds.hpp"

namespace onduty {

namespace {

// What is still missing of what was sent.
std::vector<Line> missing_of(Book& book, EntryNumber sent) {
    std::vector<Line> missing = book.store().lines(sent);
    EntryQuery query;
    query.thread_of = sent;
    query.kind = kind::kLinen;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (entry.number == sent) {
            return;
        }
        for (const Line& back : book.store().lines(entry.number)) {
            for (Line& line : missing) {
                line.quantity -= line.item == back.item ? back.quantity : 0;
            }
        }
    });
    std::erase_if(missing, [](const Line& line) { return line.quantity <= 0; });
    return missing;
}

}  // namespace

std::vector<Entry> open_disinfections(Book& book) {
    return open_entries(book, {kind::kDisinfection});
}

std::vector<LinenAway> linen_away(Book& book) {
    std::vector<LinenAway> away;
    for (const Entry& sent : open_entries(book, {kind::kLinen})) {
        away.push_back({sent, missing_of(book, sent.number)});
    }
    return away;
}

bool is_linen_away(Book& book, EntryNumber sent) {
    return !missing_of(book, sent).empty();
}

}  // namespace onduty
