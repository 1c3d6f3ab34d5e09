// SPDX-License-Identifier: MIT
#include "book/open_entries.hpp"

#include <algorithm>

#include "log/corrections.hpp"

namespace onduty {

std::vector<Entry> open_entries(Book& book, const std::vector<const char*>& kinds) {
    std::vector<Entry> entries;
    OpenMatters open = book.store().open_matters();
    std::erase_if(
        open, [&](const auto& matter) { return std::find(kinds.begin(), kinds.end(), matter.second) == kinds.end(); });
    if (open.empty()) {
        return entries;
    }
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.first = open.begin()->first;
    Amendments amendments;
    book.store().each(later, [&](const Entry& entry) { amendments.add(entry); });
    for (const auto& [number, kind] : open) {
        if (auto entry = book.store().entry(number)) {
            amendments.amend(*entry);
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

}  // namespace onduty
