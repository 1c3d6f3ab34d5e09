// SPDX-License-Identifier: MIT
// What does the house know of the rooms that are shown?
#include <algorithm>

#include "book/subject.hpp"
#include "book/names.hpp"
#include "book/open_entries.hpp"
#include "book/record_plan.hpp"
#include "book/teller.hpp"
#include "rooms/blocks.hpp"
#include "rooms/corrections.hpp"
#include "rooms/ended_tours.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "stock/read.hpp"
#include "text/translate.hpp"
#include "visits/clean_ups.hpp"
#include "visits/read.hpp"
#include "visits/told.hpp"

namespace onduty {

namespace {

// "V12 Show home 1".
std::string room_told(Teller& teller, const Entry& entry) {
    return joined(visit_told(teller, entry), teller.name("room", entry.subject));
}

// "V12 Show home 1, Zhou Kai", who shows it for somebody else.
std::string tour_told(Teller& teller, const Entry& entry) {
    const std::string host = entry.fields.word("host");
    Parts parts{room_told(teller, entry)};
    parts.add(host.empty() || host == entry.actor ? "" : teller.person(host));
    return std::move(parts).text();
}

// "V12 Show home 1 Vase 1 of 2"; a count may be after nobody.
std::string lines_of_room_told(Teller& teller, const Entry& entry, const std::vector<Line>& lines) {
    const std::string room = entry.about == 0 ? teller.name("room", entry.subject) : room_told(teller, entry);
    return joined(room, lines_told(lines, true, [&](const std::string& item) {
                      return teller.name("thing", item_word(entry.subject, item));
                  }));
}

// A number that is not as it should be; what is there but misplaced is put back, and nothing is to be found out.
bool finds_difference(const Entry& count) {
    const std::vector<Line> lines = lines_of(count.fields);
    return std::any_of(lines.begin(), lines.end(),
                       [](const Line& line) { return line.quantity != line.expected.value_or(line.quantity); });
}

std::string count_of_room_told(Teller& teller, const Entry& entry) {
    return lines_of_room_told(teller, entry, teller.lines(entry));
}

// What of each count is not explained yet.
void stand_counts(Book& book, MattersNow& matters) {
    Teller teller{book, 0};
    for (const Entry& count : open_entries(book, {kind::kCount})) {
        matters[count.number].what =
            joined(lines_of_room_told(teller, count, unexplained_lines(book, count.number)), count.note);
    }
}

RoomFacts rooms_after(std::span<const Entry> steps) {
    RoomReading reading;
    for (const Entry& entry : steps) {
        reading.add(entry, VisitDetails{}, {});
    }
    return reading.finish();
}

const Tour* tour_under_way(const RoomFacts& facts, const Entry& step) {
    return state_of(facts, step.subject).open;
}

bool tour_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    const RoomFacts facts = rooms_after(before);
    const RoomState state = state_of(facts, step.subject);
    return is_on_site(book, before, step) && state.open == nullptr &&
           (state.uncounted == nullptr || step.flag == flag::kUncounted);
}

bool tour_end_fits(Book&, std::span<const Entry> before, const Entry& step) {
    const RoomFacts facts = rooms_after(before);
    const Tour* tour = tour_under_way(facts, step);
    return tour != nullptr && tour->start <= step.told_at();
}

// It was counted after the tour.
bool room_count_fits(Book&, std::span<const Entry> before, const Entry& step) {
    return tour_under_way(rooms_after(before), step) == nullptr;
}

constexpr Field kTourFields[]{
    {"room", FieldType::code, "room"},
    {"party", FieldType::number},
    {"host", FieldType::code, "staff"},
};

constexpr Field kTourEndFields[]{
    {"room", FieldType::code, "room"},
    {kLeftWith, FieldType::number},
};

constexpr Field kRoomCountFields[]{
    {"room", FieldType::code, "room"},
    {"items", FieldType::pieces, "thing"},
    {"result", FieldType::code, "", "complete incomplete"},
    {"flag", FieldType::code, "", "opening closing"},
};

constexpr Kind kRoomsKinds[]{
    {.name = kind::kTour,
     .word = N_("tour begins"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .still_open = is_uncounted,
     .told = tour_told,
     .fits = tour_fits,
     .doubt = shown_twice,
     .fields = kTourFields,
     .corrections = kTourCorrections,
     .lacks = lacks_why_uncounted},
    {.name = kind::kTourEnd,
     .word = N_("tour ends"),
     .traits = trait::kSeldom | trait::kThread,
     .told = room_told,
     .fits = tour_end_fits,
     .doubt = shown_twice,
     .fields = kTourEndFields,
     .corrections = kTourEndCorrections},
    {.name = kind::kCount,
     .word = N_("room counted"),
     .traits = trait::kSeldom,
     .still_open = is_unexplained,
     .told = count_of_room_told,
     .outlasts = true,
     .fits = room_count_fits,
     .leads = finds_difference,
     .deed = {"room"},
     .fields = kRoomCountFields,
     .corrections = kRoomCountCorrections},
};

constexpr MachineWord kRoomsWords[]{
    {flag::kUncounted, N_("uncounted")},
};

constexpr Clock kRoomsClocks[]{{add_room_lines}};

Table differences(Pass& pass) {
    Book& book = pass.book();
    const auto visit = [&](EntryNumber first) {
        return first == 0 ? std::string{} : visit_code(book.store().visit(first).value_or(VisitDetails{}).sequence);
    };
    const auto explained = [&](EntryNumber count) { return explanations_of(book, count); };
    return differences_block(pass.get<RoomFold>().facts, pass.dates(), book.zone(), names_of(book), visit, explained);
}

constexpr const char* kHiddenOfRooms[]{"room"};
constexpr const char* kHiddenOfDifferences[]{"room", "item", "since"};

constexpr Block kRoomsBlocks[]{
    {.name = "show-home",
     .place = 50,
     .heading = N_("Rooms shown"),
     .hidden = kHiddenOfRooms,
     .want = wants<RoomFold>,
     .table =
         [](Pass& pass) { return show_home_block(pass.get<RoomFold>().facts, pass.dates(), names_of(pass.book())); }},
    {.name = "differences",
     .place = 70,
     .heading = N_("Found at counts"),
     .hidden = kHiddenOfDifferences,
     .want = wants<RoomFold>,
     .table = differences},
};

constexpr Subject kRoomsSubject{.name = "rooms",
                                .kinds = kRoomsKinds,
                                .words = kRoomsWords,
                                .clocks = kRoomsClocks,
                                .blocks = kRoomsBlocks,
                                .stand = stand_counts,
                                .compared = compared_tours,
                                .put_right = put_tours_right};

}  // namespace

const Subject& rooms_subject() {
    return kRoomsSubject;
}

}  // namespace onduty
