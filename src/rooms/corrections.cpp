// SPDX-License-Identifier: MIT
#include "rooms/corrections.hpp"

#include <algorithm>

#include "book/needed_words.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

Things things_of_room(Correcting& correcting) {
    Things things{correcting.book(), "thing", N_("item"), correcting.now.subject};
    things.add_of(correcting.book(), "thing", correcting.lines(), correcting.now.subject);
    return things;
}

}  // namespace

std::string lacks_why_uncounted(Book& book, const Entry& entry) {
    return entry.flag == flag::kUncounted ? lacks_words(book, entry) : "";
}

void read_party_of_tour(Correcting& correcting, const std::string& typed) {
    correcting.number("party", party_typed(typed, 1));
}

void read_host_of_tour(Correcting& correcting, const std::string& typed) {
    correcting.code("host", correcting.book().person_told(typed).code);
}

void read_why_uncounted(Correcting& correcting, const std::string& typed) {
    if (correcting.now.flag != flag::kUncounted) {
        throw Refusal{say(N_("Before entry {0} the room was counted; there is nothing to be said why not."),
                          correcting.now.number)};
    }
    read_note(correcting, typed);
}

void read_room_counted(Correcting& correcting, const std::string& typed) {
    type_line_anew(correcting, things_of_room(correcting), typed, 0);
    Entry& now = correcting.now;
    const Room* room = correcting.book().part_in(&Plan::rooms, "room", now.subject, now.plan);
    if (room == nullptr) {
        return;
    }
    // As they are typed at once: in the order of the plan, beside what there is to be.
    std::vector<Line> typed_so = correcting.lines();
    std::vector<Line> lines;
    for (const RoomItem& item : room->items) {
        for (Line& line : typed_so) {
            if (line.item == item.code) {
                line.expected = item.number;
                lines.push_back(line);
            }
        }
    }
    now.result = uncounted(room->items, lines).empty() ? result::kComplete : result::kIncomplete;
    correcting.lines(lines);
}

void read_why_of_room(Correcting& correcting, const std::string& typed) {
    type_remark_anew(correcting, things_of_room(correcting), typed);
}

void read_misplaced(Correcting& correcting, const std::string& typed) {
    const Things things = things_of_room(correcting);
    const auto [code, words] = typed_remark(things, typed);
    std::vector<Line> lines = correcting.lines();
    if (takes_out(words)) {
        Line& line = line_counted(things, lines, code);
        line.condition.clear();
        line.note.clear();
    } else {
        misplace_line(things, typed, lines);
    }
    correcting.lines(lines);
}

}  // namespace onduty
