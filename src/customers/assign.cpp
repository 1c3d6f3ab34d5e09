// SPDX-License-Identifier: MIT
// customer assign: the supervisor names who keeps a customer, or shares out all that nobody keeps.
#include <algorithm>
#include <set>

#include "book/rights.hpp"
#include "customers/actions.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct AssignOptions {
    std::vector<std::string> words;
    bool even = false;
};

using Pairs = std::vector<std::pair<EntryNumber, std::string>>;  // card, staff code

Pairs named_pairs(Book& book, const std::vector<std::string>& words) {
    if (words.size() < 2) {
        throw UsageError{say(N_("Write: onduty customer assign K57 NAME, or onduty customer assign --even"))};
    }
    const Word keeper = keeper_named(book, words.back());
    Pairs pairs;
    std::set<EntryNumber> seen;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const Customer customer = read_customer(book, customer_named(book, words[i]));
        if (customer.keeper() == keeper.code) {
            throw Refusal{say(N_("{0} keeps {1} already."), keeper.name, customer_code(customer.number))};
        }
        if (seen.insert(customer.number).second) {
            pairs.push_back({customer.number, keeper.code});
        }
    }
    return pairs;
}

// Those whom nobody keeps, or whose keeper has left, shared among the people of sales.
Pairs even_pairs(Book& book, const std::vector<std::string>& words) {
    if (!words.empty()) {
        throw UsageError{say(N_("--even takes no numbers and no names: it shares out all whom nobody keeps."))};
    }
    std::vector<KeeperLoad> keepers;
    for (const Person& person : book.plan(&Plan::staff)) {
        const bool sells = std::find(person.posts.begin(), person.posts.end(), kSalesPost) != person.posts.end();
        if (person.active && sells) {
            keepers.push_back({person.code, person.ability, 0});
        }
    }
    std::vector<EntryNumber> free;
    for (const Customer& customer : all_customers(book)) {
        const auto keeper = std::find_if(keepers.begin(), keepers.end(),
                                         [&](const KeeperLoad& one) { return one.person == customer.keeper(); });
        if (keeper != keepers.end()) {
            ++keeper->customers;
        } else if (is_unkept(book, customer)) {
            free.push_back(customer.number);
        }
    }
    if (free.empty()) {
        throw Refusal{say(N_("Every customer has a keeper."))};
    }
    const std::vector<std::string> chosen = assign_evenly(keepers, free.size());
    if (chosen.empty()) {
        throw Refusal{
            say(N_("The plan has nobody at the post {0} who takes customers. First: onduty plan add staff NAME "
                   "--post {0}{1}"),
                kSalesPost, plan_by(book))};
    }
    Pairs pairs;
    for (std::size_t i = 0; i < free.size(); ++i) {
        pairs.push_back({free[i], chosen[i]});
    }
    return pairs;
}

int assign(Context& context, const AssignOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Pairs pairs = options.even ? even_pairs(book, options.words) : named_pairs(book, options.words);
    const Presence person = person_with(recording, Right::assign);
    std::vector<Entry> stored;
    for (const auto& [card, keeper] : pairs) {
        Entry entry = recording.draft(kind::kCustomerAssign, person);
        entry.about = card;
        entry.subject = keeper;
        stored.push_back(recording.append(entry));
    }
    recording.commit();
    for (const Entry& entry : stored) {
        recording.answer(entry,
                         say(N_("{0} keeps {1}."), book.name_of("staff", entry.subject), customer_code(entry.about)));
    }
    return kDone;
}

void declare_assign(OptionList& list, AssignOptions& options) {
    list.word("words", &options.words, tr("Numbers of cards, then the name: K57 K58 \"Zhou Kai\""));
    list.flag("--even", &options.even, tr("All whom nobody keeps, evenly among the people of sales"));
}

}  // namespace

constexpr ActionSpec kCustomerAssign =
    action<declare_assign, assign>("assign", "分配", N_("Who keeps a customer; or all without keeper, evenly"));

}  // namespace onduty
