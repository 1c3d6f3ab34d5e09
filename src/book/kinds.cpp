// SPDX-License-Identifier: MIT
#include "book/kinds.hpp"

namespace onduty {

const Kind* kind_named(std::string_view name) {
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            if (name == kind.name) {
                return &kind;
            }
        }
    }
    return nullptr;
}

bool is_item(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->is_item == nullptr || kind->is_item(entry);
}

void complete_header(Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    if (kind == nullptr) {
        return;
    }
    entry.traits = kind->traits;
    if (kind->step != nullptr && entry.opens == 0 && entry.closes == 0) {
        const MatterStep step = kind->step(entry);
        entry.opens = step.opens;
        entry.closes = step.closes;
    }
}

}  // namespace onduty
