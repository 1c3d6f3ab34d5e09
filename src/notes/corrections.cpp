// SPDX-License-Identifier: MIT
#include "notes/corrections.hpp"

#include "book/somebody.hpp"
#include "book/withdrawal.hpp"
#include "notes/kinds.hpp"
#include "notes/looked_back.hpp"
#include "notes/note.hpp"
#include "notes/rules.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

bool is_release(const Correcting& correcting) {
    return correcting.now.subject == kRelease;
}

// Goods that may leave the house say otherwise what another task says.
void refuse_but_of_release(const Correcting& correcting, const char* option, bool of_release) {
    if (is_release(correcting) != of_release) {
        throw Refusal{of_release ? say(N_("{0} belongs to goods that may leave the house; entry {1} is none."), option,
                                       correcting.now.number)
                                 : say(N_("{0} does not belong to goods that may leave the house, entry {1}."), option,
                                       correcting.now.number)};
    }
}

// Who it is for, as it is recorded at once beside an owner.
void put_addressee(Correcting& correcting, const std::string& typed, const std::string& owner) {
    const Addressee addressee = addressee_named(correcting.book(), typed);
    Details details;
    details.agenda.emplace().owner = owner;
    addressee.put_into(details);
    correcting.code("owner", details.agenda->owner);
    correcting.words("contact", details.agenda->contact);
    correcting.personal("name", details.personal.empty() ? "" : details.personal.front().value);
}

}  // namespace

std::string lacks_what_went_wrong(Book&, const Entry& entry) {
    return entry.result == result::kFault && entry.note.empty()
               ? say(N_("What went wrong? Add it in a few words: --note \"...\""))
               : "";
}

std::string lacks_promise(Book& book, const Entry& entry) {
    return entry.slot_at ? lacks_words(book, entry) : "";
}

void read_owner(Correcting& correcting, const std::string& typed) {
    refuse_but_of_release(correcting, "--owner", false);
    correcting.code("owner", correcting.book().person_told(typed).code);
}

void read_people(Correcting& correcting, const std::string& typed) {
    correcting.number("people", checked_people(read_number(typed).value_or(0)));
}

void read_place_of_note(Correcting& correcting, const std::string& typed) {
    correcting.code("place", takes_out(typed) ? "" : place_named(correcting.book(), typed));
}

void read_begin(Correcting& correcting, const std::string& typed) {
    read_until(correcting, typed);
    refuse_begin_after_look_back(correcting.book(), correcting.now);
}

// Whether it is due again at all opens and closes more than a correction does.
void read_next(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    if (!now.slot_at) {
        throw Refusal{say(N_("Entry {0} says no next time. Withdraw it and type it again: {1}"), now.number,
                          void_command(correcting.book(), now.number))};
    }
    read_until(correcting, typed);
}

void read_trainer(Correcting& correcting, const std::string& typed) {
    const Somebody trainer = takes_out(typed) ? Somebody{} : somebody_named(correcting.book(), typed);
    correcting.code("owner", trainer.person);
    correcting.personal("name", trainer.name);
}

void read_whose(Correcting& correcting, const std::string& typed) {
    refuse_but_of_release(correcting, "--for", true);
    put_addressee(correcting, typed, correcting.now.fields.word("owner"));
}

void read_addressee(Correcting& correcting, const std::string& typed) {
    put_addressee(correcting, typed, "");
}

void read_approved_by(Correcting& correcting, const std::string& typed) {
    refuse_but_of_release(correcting, "--approved-by", true);
    correcting.code("owner", correcting.book().person_told(typed).code);
}

void read_goods(Correcting& correcting, const std::string& typed) {
    refuse_but_of_release(correcting, typed.c_str(), true);
    type_free_line_anew(correcting, typed);
    correcting.now.note = goods_words(correcting.lines());
}

void read_note_of_task(Correcting& correcting, const std::string& typed) {
    if (is_release(correcting)) {
        throw Refusal{
            say(N_("The words of entry {0} are its goods. Others: onduty correct {0} sofa=1"), correcting.now.number)};
    }
    read_note(correcting, typed);
}

void read_meeting(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = meeting_named(typed);
}

void read_firm(Correcting& correcting, const std::string& typed) {
    correcting.words("contact", needed_words(typed));
}

void read_topic(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = needed_words(typed);
}

// A promise has words and a time, or is none.
void read_promise(Correcting& correcting, const std::string& typed) {
    if (!correcting.now.slot_at) {
        throw Refusal{
            say(N_("Nothing was promised in entry {0}. Type it anew: onduty note supplier"), correcting.now.number)};
    }
    read_note(correcting, typed);
}

void read_until_of_promise(Correcting& correcting, const std::string& typed) {
    if (!correcting.now.slot_at) {
        throw Refusal{
            say(N_("Nothing was promised in entry {0}. Type it anew: onduty note supplier"), correcting.now.number)};
    }
    read_until(correcting, typed);
}

}  // namespace onduty
