// SPDX-License-Identifier: MIT
// customer new: a card, from a visit or call without typing name and telephone again.
#include "book/amended.hpp"
#include "book/withdrawal.hpp"
#include "customers/actions.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct NewOptions {
    std::string from;
    std::string words;
    std::string customer_class;
    std::string keeper;
    std::string name;
    std::string phone;
};

// The visit or call that is meant: "V12", or the number of an entry.
EntryNumber contact_named(Book& book, const std::string& typed) {
    if (is_visit_code(typed)) {
        return visit_named(book, typed);
    }
    const auto number = read_number(typed);
    const auto entry = number ? book.store().entry(*number) : std::nullopt;
    if (!entry || (entry->kind != kind::kVisit && entry->kind != kind::kNotice && entry->kind != kind::kCall &&
                   entry->kind != kind::kMeeting)) {
        throw UsageError{
            say(N_("\"{0}\" is no visit such as V12 and no entry of a visit or call. Those of today: onduty "
                   "customer today"),
                typed)};
    }
    refuse_withdrawn(book, entry->number);
    return entry->about != 0 && entry->kind == kind::kVisit ? entry->about : entry->number;
}

// Throws Refusal when the visit or call has a card already.
void refuse_second_card(Book& book, EntryNumber source) {
    for (const Customer& customer : all_customers(book)) {
        if (customer.source == source) {
            throw Refusal{say(N_("There is a card of it already: {0}. Changes: onduty customer update {0}"),
                              customer_code(customer.number))};
        }
    }
}

// The name and the telephone that were taken down with the contact.
void take_over(Book& book, EntryNumber source, Details& details) {
    std::vector<EntryNumber> numbers{source};
    const auto entry = book.store().entry(source);
    if (entry && entry->kind != kind::kCall) {
        const Visit visit = read_visit(book, source);
        if (visit.arrival != 0 && visit.arrival != source) {
            numbers.push_back(visit.arrival);
        }
    }
    for (const EntryNumber number : numbers) {
        for (const PersonalField& field : personal_of(fields_now(book.store(), number))) {
            const bool wanted = (field.field == "name" || field.field == "phone") && !field.value.empty();
            const bool known = std::any_of(details.personal.begin(), details.personal.end(),
                                           [&](const PersonalField& other) { return other.field == field.field; });
            if (wanted && !known) {
                details.personal.push_back(field);
            }
        }
    }
}

std::string sentence(Book& book, const Entry& card, const Details& details, const std::string& from) {
    std::string words;
    const auto add = [&](const std::string& part, const char* between) {
        words += part.empty() ? "" : (words.empty() ? "" : between) + part;
    };
    for (const PersonalField& field : details.personal) {
        add(masked(field.value), " ");
    }
    add(card.subject.empty() ? "" : book.name_of("customer-class", card.subject), tr(", "));
    add(from.empty() ? "" : say(N_("from {0}"), from), tr(", "));
    return say(N_("{0}: {1}."), customer_code(card.number), words);
}

int open_card(Context& context, const NewOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const EntryNumber source = options.from.empty() ? 0 : contact_named(book, options.from);
    Details details;
    if (!tidy_note(options.name).empty()) {
        details.personal.push_back({"name", tidy_note(options.name)});
    }
    if (!options.phone.empty()) {
        details.personal.push_back({"phone", checked_phone(options.phone)});
    }
    std::string customer_class;
    if (!options.customer_class.empty()) {
        customer_class = book.resolve_told("customer-class", N_("class of customers"), options.customer_class).code;
    }
    const std::string keeper = options.keeper.empty() ? "" : keeper_named(book, options.keeper).code;
    if (source != 0) {
        refuse_second_card(book, source);
        take_over(book, source, details);
    }
    if (details.personal.empty()) {
        throw UsageError{source == 0
                             ? say(N_("Whose card is it? Add --name or --phone, or the visit: onduty customer new V12"))
                             : say(kNobodys, options.from)};
    }
    const Presence person = recording.on_duty_person(kSalesPost);
    Entry card = recording.draft(kind::kCustomer, person);
    card.about = source;
    card.subject = customer_class;
    card.note = tidy_note(options.words);
    const Entry stored = recording.append(card, details);
    std::optional<Entry> kept;
    if (!keeper.empty()) {
        recording.follow(stored);
        Entry assign = recording.draft(kind::kCustomerAssign, person);
        assign.about = stored.number;
        assign.subject = keeper;
        kept = recording.append(assign);
    }
    recording.commit();
    recording.answer(stored, sentence(book, stored, details, options.from));
    if (kept && !context.options.json) {
        recording.answer(*kept, say(N_("{0} keeps {1}."), book.name_of("staff", keeper), customer_code(stored.number)));
    }
    tell_of_earlier(book, details, source != 0 ? source : stored.number);
    return kDone;
}

void declare_new(OptionList& list, NewOptions& options) {
    list.word("from", &options.from, tr("The first contact: V12, or the entry of a call; nothing without one"));
    list.option("--class", &options.customer_class, "CLASS", tr("Class of the customer, as in the plan"));
    list.option("--keeper", &options.keeper, "NAME", tr("Who keeps the customer from now on"));
    list.option("--name", &options.name, "TEXT", tr("Name; kept apart as personal data"));
    list.option("--phone", &options.phone, "NUMBER", tr("Telephone; kept apart as personal data"));
    list.option("--note", &options.words, "TEXT", tr("What is known: wants three rooms, two children"));
}

}  // namespace

constexpr ActionSpec kCustomerNew =
    action<declare_new, open_card>("new", "新建", N_("A card, from a first contact or by hand"));

}  // namespace onduty
