// SPDX-License-Identifier: MIT
#include "book/somebody.hpp"

#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

Somebody somebody_named(Book& book, const std::string& typed) {
    const NameList staff = book.names("staff", N_("person"));
    Somebody somebody;
    if (const auto person = word_in_full(staff, typed)) {
        somebody.person = person->code;
        somebody.shown = person->name;
        return somebody;
    }
    somebody.name = tidy_note(typed);
    if (somebody.name.empty()) {
        throw UsageError{say(N_("A name is missing."))};
    }
    somebody.shown = masked(somebody.name);
    for (const std::size_t index : match_name(plain_form(typed), choices_of(staff.words))) {
        somebody.alike.push_back(staff.words[index]);
    }
    return somebody;
}

void Addressee::put_into(Details& details) const {
    Agenda& agenda = details.agenda ? *details.agenda : details.agenda.emplace();
    if (!somebody.name.empty()) {
        details.personal.push_back({"name", somebody.name});
    } else if (!unit.empty() || !agenda.owner.empty()) {
        agenda.contact = unit.empty() ? shown : unit;
    } else {
        agenda.owner = somebody.person;
    }
}

Addressee addressee_named(Book& book, const std::string& typed) {
    Addressee addressee;
    addressee.somebody = somebody_named(book, typed);
    addressee.shown = addressee.somebody.shown;
    if (addressee.somebody.person.empty() && plain_form(typed).find_first_of("0123456789") != std::string::npos) {
        addressee = {{}, plain_form(typed), plain_form(typed)};
    }
    return addressee;
}

void remark_alike(Book& book, const Somebody& somebody, EntryNumber number, const std::string& option) {
    for (const Word& alike : somebody.alike) {
        book.context().remark(
            say(N_("Kept as a name from outside. If it was {0}: onduty correct {1} --void --reason \"...\", "
                   "then {3} {2}"),
                alike.name, number, alike.code, option));
    }
}

}  // namespace onduty
