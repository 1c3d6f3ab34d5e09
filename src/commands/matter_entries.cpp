// SPDX-License-Identifier: MIT
#include "commands/matter_entries.hpp"

#include <algorithm>

#include "duty/corrections.hpp"

namespace onduty {

std::vector<Entry> open_matter_entries(Book& book, const std::vector<std::string>& kinds) {
    Store& store = book.store();
    std::vector<Entry> entries;
    for (const auto& [number, kind] : store.open_matters()) {
        if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
            if (const auto entry = store.entry(number)) {
                entries.push_back(*entry);
            }
        }
    }
    if (entries.empty()) {
        return entries;
    }
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection};
    later.first = entries.front().number;
    Amendments amendments;
    store.each(later, [&](const Entry& entry) { amendments.add(entry); });
    for (Entry& entry : entries) {
        amendments.amend(entry);
    }
    return entries;
}

}  // namespace onduty
