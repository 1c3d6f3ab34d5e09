// SPDX-License-Identifier: MIT
#include "customers/corrections.hpp"

#include <algorithm>

#include "book/needed_words.hpp"
#include "cases/words.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "customers/survey.hpp"
#include "customers/surveys.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

bool names_somebody(const Entry& entry) {
    const std::vector<PersonalField> fields = personal_of(entry.fields);
    return std::any_of(fields.begin(), fields.end(), [](const PersonalField& field) { return !field.value.empty(); });
}

// A card is somebody's.
void refuse_nobody(const Entry& card) {
    if (card.kind == kind::kCustomer && !names_somebody(card)) {
        throw UsageError{say(kNobodys, customer_code(card.number))};
    }
}

}  // namespace

std::string lacks_news(Book&, const Entry& entry) {
    return entry.subject.empty() && entry.note.empty() && !names_somebody(entry)
               ? say(N_("What is new? Add words, --class, --name or --phone."))
               : "";
}

std::string lacks_answer(Book& book, const Entry& entry) {
    return lines_of(entry.fields).empty() ? lacks_words(book, entry) : "";
}

void read_class(Correcting& correcting, const std::string& typed) {
    correcting.now.subject =
        takes_out(typed) ? "" : correcting.book().resolve_told("customer-class", N_("class of customers"), typed).code;
}

void read_phone_of_customer(Correcting& correcting, const std::string& typed) {
    correcting.personal("phone", takes_out(typed) ? "" : checked_phone(typed));
    refuse_nobody(correcting.now);
}

void read_name_of_customer(Correcting& correcting, const std::string& typed) {
    correcting.personal("name", words_or_none(typed));
    refuse_nobody(correcting.now);
}

void read_keeper(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = keeper_named(correcting.book(), typed).code;
}

void read_way_of_contact(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = typed_channel("--way", typed);
}

void read_why_of_contact(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    now.flag = takes_out(typed) ? "" : contact_reason_named(typed);
    check_reason(now.flag, read_customer(correcting.book(), now.about).waited_for(now.number));
}

void read_minutes(Correcting& correcting, const std::string& typed) {
    if (takes_out(typed)) {
        correcting.lines({});
        return;
    }
    correcting.lines({{kMinutesItem, checked_minutes(read_number(typed).value_or(-1))}});
}

void read_again(Correcting& correcting, const std::string& typed) {
    if (correcting.now.result != result::kMissed) {
        throw UsageError{say(N_("--again belongs to --not-reached."))};
    }
    read_until(correcting, typed);
}

void read_sent(Correcting& correcting, const std::string& typed) {
    correcting.lines({{kSentItem, checked_sent(read_number(typed).value_or(0))}});
}

void read_answer(Correcting& correcting, const std::string& typed) {
    Things topics{correcting.book(), "survey-topic", N_("topic of surveys")};
    topics.add_of(correcting.book(), "survey-topic", correcting.lines());
    type_line_anew(correcting, topics, typed, 0);
    for (const Line& line : correcting.lines()) {
        check_score(topics, line.item, line.quantity, std::to_string(line.quantity));
    }
}

}  // namespace onduty
