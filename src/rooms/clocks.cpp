// SPDX-License-Identifier: MIT
// Which rooms wait to be counted after a tour, and which tours did nobody end?
#include "rooms/read.hpp"
#include "text/translate.hpp"
#include "visits/read.hpp"

namespace onduty {

void add_room_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Tour& tour : open_tours(book)) {
        const std::string room = book.name_of("room", tour.room);
        const std::string visit = visit_code(book.store().visit(tour.visit).value_or(VisitDetails{}).sequence);
        if (!tour.end && tour.business_date < book.today()) {
            lines.add(lone_slot(tour.start, tour.start), say(N_("{0}: the tour of {1} has not ended"), room, visit),
                      "onduty serve tour-end " + visit, tour.number);
        } else if (tour.end) {
            const bool known = book.store().word("room", tour.room).has_value();
            lines.add_open(tour.number, event::kCount, *tour.end, say(N_("{0}: count after {1}"), room, visit),
                           "onduty serve count " + tour.room + (known ? "" : " all"));
        }
    }
}

}  // namespace onduty
