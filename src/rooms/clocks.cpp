// SPDX-License-Identifier: MIT
// Which rooms wait to be counted after a tour?
#include "rooms/read.hpp"
#include "text/translate.hpp"
#include "visits/read.hpp"

namespace onduty {

void add_room_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    if (book.plan(&Plan::rooms).empty()) {
        return;
    }
    const RoomFacts facts = rooms_now(book);
    for (const Room& room : book.plan(&Plan::rooms)) {
        const RoomState state = state_of(facts, room.code);
        if (state.open == nullptr && state.uncounted != nullptr) {
            const auto visit = book.store().visit(state.uncounted->visit).value_or(VisitDetails{});
            lines.add_deadline(event::kCount, *state.uncounted->end,
                               say(N_("{0}: count after {1}"), room.name, visit_code(visit.sequence)),
                               "onduty serve count " + room.code);
        }
    }
}

}  // namespace onduty
