// SPDX-License-Identifier: MIT
#include "book/entry_subjects.hpp"
#include "text/translate.hpp"

namespace onduty {

bool is_of_cleaning(Book& book, const Entry& entry) {
    if (entry.kind == kind::kCleanDone) {
        return !book.store().visit(entry.about);
    }
    return entry.kind == kind::kCleanItem || entry.kind == kind::kLitter || entry.kind == kind::kLitterRemoved ||
           entry.kind == kind::kInspection || (entry.kind == kind::kCleanRequest && entry.about == 0);
}

std::string cleaning_subject(Book& book, const Entry& entry, const NameLookUp& name) {
    if (entry.kind == kind::kCleanItem) {
        std::string text = name("rule", entry.subject);
        for (const Line& agent : book.store().lines(entry.number)) {
            text += tr(", ") + agent.item + " " + agent.note;
        }
        return text;
    }
    const std::string area = name("point", entry.subject);
    if (entry.kind == kind::kInspection) {
        return area;
    }
    const bool litter = entry.kind == kind::kLitter || entry.kind == kind::kLitterRemoved;
    const EntryNumber first = entry.about == 0 ? entry.number : entry.about;
    return (litter ? "L" : "R") + std::to_string(first) + " " + area;
}

}  // namespace onduty
