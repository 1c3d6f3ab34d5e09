// SPDX-License-Identifier: MIT
#include "stock/disinfections.hpp"

#include <algorithm>

#include "book/amended.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kOneDay{1};
constexpr std::chrono::days kLinenLookBack{90};

}  // namespace

std::vector<Entry> open_disinfections(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kDisinfection, kind::kDisinfectionEnd};
    query.dates = DateRange{book.today() - kOneDay, book.today() + kOneDay};
    std::vector<Entry> open;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (entry.kind == kind::kDisinfection) {
            open.push_back(entry);
        } else {
            open.erase(std::remove_if(open.begin(), open.end(),
                                      [&](const Entry& batch) { return batch.number == entry.about; }),
                       open.end());
        }
    });
    return open;
}

std::vector<LinenAway> linen_away(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kLinen};
    query.dates = DateRange{book.today() - kLinenLookBack, book.today() + kOneDay};
    std::vector<LinenAway> away;
    each_amended(book.store(), query, [&](const Entry& entry) {
        const std::vector<Line> lines = book.store().lines(entry.number);
        if (entry.subject == linen::kSent) {
            away.push_back({entry, lines});
            return;
        }
        for (LinenAway& batch : away) {
            if (batch.sent.number != entry.about) {
                continue;
            }
            for (const Line& back : lines) {
                for (Line& missing : batch.lines) {
                    missing.quantity -= missing.item == back.item ? back.quantity : 0;
                }
            }
        }
    });
    for (LinenAway& batch : away) {
        batch.lines.erase(
            std::remove_if(batch.lines.begin(), batch.lines.end(), [](const Line& line) { return line.quantity <= 0; }),
            batch.lines.end());
    }
    away.erase(std::remove_if(away.begin(), away.end(), [](const LinenAway& batch) { return batch.lines.empty(); }),
               away.end());
    return away;
}

}  // namespace onduty
