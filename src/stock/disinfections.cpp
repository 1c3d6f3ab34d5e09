// SPDX-License-Identifier: MIT
#include "stock/disinfections.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/open_entries.hpp"
#include "stock/kinds.hpp"

namespace onduty {

namespace {

// What is still missing after these steps, the first of which is what was sent.
std::vector<Line> missing_after(std::span<const Entry> steps) {
    std::vector<Line> missing = lines_of(steps.front().fields);
    for (const Entry& step : steps.subspan(1)) {
        for (const Line& back : lines_of(step.fields)) {
            for (Line& line : missing) {
                line.quantity -= line.item == back.item ? back.quantity : 0;
            }
        }
    }
    std::erase_if(missing, [](const Line& line) { return line.quantity <= 0; });
    return missing;
}

std::vector<Line> missing_of(Book& book, EntryNumber sent, EntryNumber last) {
    EntryQuery query;
    query.thread_of = sent;
    query.kind = kind::kLinen;
    query.before = last + 1;
    std::vector<Entry> steps;
    each_amended(book.store(), query, [&](const Entry& entry) { steps.push_back(entry); });
    return steps.empty() ? std::vector<Line>{} : missing_after(steps);
}

}  // namespace

std::vector<Entry> open_disinfections(Book& book) {
    return open_entries(book, {kind::kDisinfection});
}

Instant through_at(Book& book, const Entry& disinfection) {
    const Method* method = book.part_in(&Plan::methods, "method", disinfection.subject, disinfection.plan);
    return disinfection.told_at() + (method == nullptr ? Minutes{0} : method->minutes);
}

std::vector<LinenAway> linen_away(Book& book) {
    std::vector<LinenAway> away;
    for (const Entry& sent : open_entries(book, {kind::kLinen})) {
        away.push_back({sent, missing_of(book, sent.number, kLastEntry)});
    }
    return away;
}

bool is_linen_away(Book& book, EntryNumber sent, EntryNumber last) {
    return !missing_of(book, sent, last).empty();
}

bool linen_fits(Book&, std::span<const Entry> before, const Entry& step) {
    const std::vector<Line> missing = missing_after(before);
    const std::vector<Line> back = lines_of(step.fields);
    return step.subject == linen::kSent || std::all_of(back.begin(), back.end(), [&](const Line& line) {
               const auto sent =
                   std::find_if(missing.begin(), missing.end(), [&](const Line& one) { return one.item == line.item; });
               return sent != missing.end() && line.quantity <= sent->quantity;
           });
}

}  // namespace onduty
