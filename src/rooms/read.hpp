// SPDX-License-Identifier: MIT
// How do commands find out what goes on in the rooms that are shown?
#pragma once

#include <map>

#include "book/due_line.hpp"
#include "book/typed_lines.hpp"
#include "rooms/rules.hpp"

namespace onduty {

// Puts what --misplaced says ("vase=on the floor") to its line. Throws UsageError for what was not counted.
void misplace_line(const Things& things, const std::string& typed, std::vector<Line>& lines);

// How it is now: the tours after which nobody has counted yet, and the last complete count of each room.
RoomFacts rooms_now(Book& book);

// One room as it was then, by what is told of it by now.
RoomFacts room_at(Book& book, const std::string& room, Instant then);

// What is said of a room in which a group was at the told time and is no more: nothing of then fits without its end
// being put right. Nothing where it is there still.
std::optional<std::string> shown_until(Book& book, const std::string& room, const Tour& tour);

// Those of a visit.
std::vector<Tour> tours_of(Book& book, EntryNumber visit);

// Those that go on or after which nobody has counted, of whichever room.
std::vector<Tour> open_tours(Book& book);

// Whether the tour went on or the room was not counted after it, as told, up to entry `last`.
bool is_uncounted(Book& book, EntryNumber tour, EntryNumber last);

// The tours of the same room after which such an entry may be the count, or no longer; none for other kinds.
std::vector<EntryNumber> compared_tours(Book& book, const Entry& entry);

// What is to be asked when the withdrawal of a tour's end left two groups in its room; "" for nothing.
std::string shown_twice(Book& book, const Entry& entry);

// Rooms that a group has left and nobody has counted; tours of a day before that nobody ended.
void add_room_lines(Look& look, DueLines& lines);

// Tours and counts of the days of a report, the last complete count of each room before them, and the first after each
// tour, however much later.
class RoomFold : public Fold {
  public:
    explicit RoomFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override { entries_.emplace(entry.number, entry); }
    void finish() override;

    RoomFacts facts;

  private:
    Pass* pass_;
    std::map<EntryNumber, Entry> entries_;
};

}  // namespace onduty
