// SPDX-License-Identifier: MIT
#include "book/open_entries.hpp"

#include <algorithm>

#include "book/entry_table.hpp"
#include "log/corrections.hpp"

namespace onduty {

std::vector<Entry> entries_of(Book& book, const OpenMatters& matters) {
    std::vector<Entry> entries;
    if (matters.empty()) {
        return entries;
    }
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.first = matters.begin()->first;
    Amendments amendments;
    book.store().each(later, [&](const Entry& entry) { amendments.add(entry); });
    for (const auto& [number, kind] : matters) {
        if (auto entry = book.store().entry(number)) {
            amendments.amend(*entry);
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

std::vector<Entry> open_entries(Book& book, const std::vector<std::string_view>& kinds) {
    OpenMatters open = book.store().open_matters();
    std::erase_if(
        open, [&](const auto& matter) { return std::find(kinds.begin(), kinds.end(), matter.second) == kinds.end(); });
    return entries_of(book, open);
}

std::optional<Instant> due_of_event(Book& book, const char* event, Instant since) {
    const auto slot = slot_of_event(book.history(), book.zone(), event, since);
    return slot ? std::optional{slot->due} : std::nullopt;
}

MattersNow matters_now(Book& book, const std::vector<Entry>& open) {
    // It is told as it is now, whenever it began.
    EntryCells cells{book, 0};
    MattersNow matters;
    for (const Entry& entry : open) {
        matters[entry.number] = {joined(cells.subject(entry), cells.note(entry)),
                                 agenda_of(entry.fields).value_or(Agenda{}).owner, entry.slot_at};
    }
    for (const Subject* subject : subjects()) {
        if (subject->stand != nullptr) {
            subject->stand(book, matters);
        }
    }
    return matters;
}

}  // namespace onduty
