// SPDX-License-Identifier: MIT
#include "customers/read.hpp"

#include <algorithm>
#include <map>

#include "book/amended.hpp"
#include "book/open_entries.hpp"
#include "book/teller.hpp"
#include "customers/kinds.hpp"
#include "plan/names.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr Together kWaiting{N_("Customers who wait for their first contact: {0}"), "onduty customer list --waiting"};

std::vector<Customer> read_customers(Book& book, const EntryQuery& query) {
    CustomerReading reading;
    Store& store = book.store();
    each_amended(store, query, [&](const Entry& entry) {
        reading.add(entry, entry.kind == kind::kContact ? lines_of(entry.fields) : std::vector<Line>{});
    });
    return reading.finish();
}

// Those who wait for their first contact. Of a few each is read alone, of many all cards in one go.
std::vector<Customer> waiting_customers(Book& book) {
    constexpr std::size_t kFew = 20;
    std::vector<EntryNumber> cards;
    for (const auto& [card, matter] : book.store().open_matters()) {
        if (matter == kind::kCustomer) {
            cards.push_back(card);
        }
    }
    std::vector<Customer> customers;
    if (cards.size() > kFew) {
        customers = all_customers(book);
    } else {
        for (const EntryNumber card : cards) {
            customers.push_back(read_customer(book, card));
        }
    }
    std::erase_if(customers, [](const Customer& customer) { return !customer.waits(); });
    return customers;
}

}  // namespace

std::string customer_code(EntryNumber card) {
    return "K" + std::to_string(card);
}

EntryNumber customer_named(Book& book, const std::string& typed) {
    const auto marked = read_number(typed, 'K');
    const auto number = marked ? marked : read_number(typed);
    if (!number) {
        throw UsageError{
            say(N_("\"{0}\" is no card of a customer such as K57. onduty customer list shows them."), typed)};
    }
    const EntryNumber card = *number;
    const auto entry = book.store().entry(card);
    if (!entry || entry->kind != kind::kCustomer) {
        throw UsageError{say(N_("There is no customer {0}. onduty customer list shows them."), customer_code(card))};
    }
    return card;
}

bool is_unkept(Book& book, const Customer& customer) {
    return customer.keepers.empty() || !book.store().word("staff", customer.keeper());
}

Customer read_customer(Book& book, EntryNumber card) {
    EntryQuery query;
    query.thread_of = card;
    std::vector<Customer> found = read_customers(book, query);
    if (found.empty()) {
        throw Refusal{say(N_("The card {0} was withdrawn. Nothing was recorded."), customer_code(card))};
    }
    return std::move(found.front());
}

std::vector<Customer> all_customers(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kCustomer, kind::kCustomerUpdate, kind::kCustomerAssign, kind::kContact};
    return read_customers(book, query);
}

std::string customer_personal(Book& book, const Customer& customer, const std::string& field) {
    for (auto version = customer.versions.rbegin(); version != customer.versions.rend(); ++version) {
        for (const PersonalField& personal : personal_of(fields_now(book.store(), *version))) {
            if (personal.field == field && !personal.value.empty()) {
                return personal.value;
            }
        }
    }
    return {};
}

std::string masked_customer(Book& book, const Customer& customer) {
    return masked(customer_personal(book, customer, "name"));
}

Word keeper_named(Book& book, const std::string& typed) {
    return book.person_told(typed);
}

void stand_customers(Book& book, MattersNow& matters) {
    for (const Customer& customer : waiting_customers(book)) {
        Parts card;
        for (const char* field : {"name", "phone"}) {
            card.add(masked(customer_personal(book, customer, field)));
        }
        card.add(customer.customer_class.empty() ? "" : book.name_of("customer-class", customer.customer_class));
        const KeeperSince& keeper = customer.keepers.back();
        MatterNow& now = matters[customer.number];
        now.what = joined(customer_code(customer.number), std::move(card).text());
        now.owner = keeper.person;
        now.due = due_of_event(book, event::kFirstContact, keeper.effective);
    }
}

void add_customer_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Customer& customer : waiting_customers(book)) {
        const KeeperSince& keeper = customer.keepers.back();
        const std::string code = customer_code(customer.number);
        const std::string keeper_name = book.name_of("staff", keeper.person);
        // Of the attempts the last one says when to try again, whoever made it.
        if (!customer.contacts.empty() && customer.contacts.back().again) {
            const Instant again = *customer.contacts.back().again;
            lines.add(lone_slot(again, again), say(N_("{0}: try {1} again"), keeper_name, code),
                      "onduty customer contact " + code + " --way ...", customer.number);
        }
        const Slot slot = first_contact_slot(book.history(), book.zone(), keeper);
        DueLine& line = lines.add(slot, say(N_("{0}: first contact with {1}"), keeper_name, code),
                                  "onduty customer contact " + code + " --way ...", customer.number);
        line.rule.clear();  // each stands there, not only the next
        line.together = &kWaiting;
    }
}

}  // namespace onduty
