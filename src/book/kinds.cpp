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

MatterStep step_of(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->step == nullptr ? MatterStep{} : kind->step(entry);
}

}  // namespace onduty
