// SPDX-License-Identifier: MIT
// Which subjects does the house have?
#include "book/subject.hpp"

namespace onduty {

#define ONDUTY_SUBJECT(name) const Subject& name##_subject();
#include "subjects.def"
#undef ONDUTY_SUBJECT
const Subject& book_itself();

std::span<const Subject* const> subjects() {
#define ONDUTY_SUBJECT(name) &name##_subject(),
    static const Subject* const kAll[]{
#include "subjects.def"
        &book_itself(),
    };
#undef ONDUTY_SUBJECT
    return kAll;
}

}  // namespace onduty
