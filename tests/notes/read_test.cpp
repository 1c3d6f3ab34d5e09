// SPDX-License-Identifier: MIT
// What does the log say is still to be done?
#include "notes/read.hpp"

#include <doctest/doctest.h>

#include "test_book.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::TestBook;

TEST_CASE("a note is open from its entry until it is done or withdrawn, however long that takes") {
    TestBook book;
    Details of_li_na;
    of_li_na.agenda.emplace();
    of_li_na.agenda->owner = "A02";
    const EntryNumber fence =
        book.log("task", {.note = "mend the fence", .until = "2026-11-24 18:00", .details = of_li_na});
    const EntryNumber mail = book.log("mail", {.note = "parcel"});
    REQUIRE(open_notes(book).size() == 2);
    CHECK(open_notes(book)[0].entry.number == fence);
    CHECK(open_notes(book)[0].agenda.owner == "A02");
    CHECK(open_notes(book)[0].entry.slot_at == at("2026-11-24 18:00"));
    book.set_time("2028-11-24 09:00");
    CHECK(open_notes(book).size() == 2);
    book.log("done", {.about = fence});
    REQUIRE(open_notes(book).size() == 1);
    CHECK(open_notes(book)[0].entry.number == mail);
    book.set_time("2026-11-23 20:40");
    book.run({"correct", std::to_string(mail), "--void", "--reason", "typed twice"});
    CHECK(open_notes(book).empty());
}

TEST_CASE("a drill opens the wait for the next one and closes the one before") {
    TestBook book;
    const EntryNumber first = book.log("drill", {.subject = "fire", .until = "2026-12-23 20:00"});
    const EntryNumber second = book.log("drill", {.subject = "fire", .about = first, .until = "2027-01-23 20:00"});
    REQUIRE(open_notes(book).size() == 1);
    CHECK(open_notes(book)[0].entry.number == second);
}

TEST_CASE("a note is told as it was corrected, and is none when it was withdrawn") {
    TestBook book;
    const EntryNumber task = book.log("task", {.note = "mend the fence", .until = "2026-11-24 18:00"});
    book.run({"correct", std::to_string(task), "--note", "mend the gate", "--reason", "the wrong word"});
    CHECK(note_of(book, task)->entry.note == "mend the gate");
    CHECK(open_notes(book)[0].entry.note == "mend the gate");
    CHECK(!note_of(book, 5));  // somebody came on duty
    CHECK(!note_of(book, 999));
    book.log("void", {.about = task});
    CHECK(!note_of(book, task));
}
