// SPDX-License-Identifier: MIT
// Which subjects are there, in the order in which they are told?
#include "book/subject.hpp"

namespace onduty {

const Subject& staff_subject();
const Subject& visits_subject();
const Subject& cases_subject();
const Subject& rounds_subject();
const Subject& guard_subject();
const Subject& stock_subject();
const Subject& rooms_subject();
const Subject& cleaning_subject();
const Subject& loans_subject();
const Subject& notes_subject();
const Subject& customers_subject();
const Subject& handover_subject();
const Subject& book_itself();

std::span<const Subject* const> subjects() {
    static const Subject* const kAll[]{
        &staff_subject(),     &visits_subject(),   &cases_subject(),    &rounds_subject(), &guard_subject(),
        &stock_subject(),     &rooms_subject(),    &cleaning_subject(), &loans_subject(),  &notes_subject(),
        &customers_subject(), &handover_subject(), &book_itself(),
    };
    return kAll;
}

}  // namespace onduty
