// SPDX-License-Identifier: MIT
#include "customers/rules.hpp"

#include <algorithm>

#include "customers/kinds.hpp"
#include "plan/deeds.hpp"
#include "slots/urgency.hpp"

namespace onduty {

namespace {

void add_keeper(std::vector<KeeperSince>& keepers, KeeperSince keeper) {
    const auto place = place_as_told(keepers, keeper.told, [](const KeeperSince& one) { return one.told; });
    if (place != keepers.end()) {
        keeper.until = place->effective;
    }
    if (place != keepers.begin()) {
        std::prev(place)->until = keeper.effective;
    }
    keepers.insert(place, std::move(keeper));
}

}  // namespace

void CustomerReading::add(const Entry& entry, const std::vector<Line>& lines) {
    if (entry.kind == kind::kCustomer) {
        Customer& customer = customers_[entry.number];
        customer.number = entry.number;
        customer.versions = {entry.number};
        customer.source = entry.about;
        customer.customer_class = entry.subject;
        customer.class_told = told_time(entry);
        customer.opened = entry.told_at();
        customer.updated = entry.told_at();
        customer.business_date = entry.business_date;
        return;
    }
    const auto found = customers_.find(entry.about);
    if (found == customers_.end()) {
        return;
    }
    Customer& customer = found->second;
    customer.updated = std::max(customer.updated, entry.told_at());
    if (entry.kind == kind::kCustomerUpdate) {
        if (!entry.subject.empty() && !is_told_before(told_time(entry), customer.class_told)) {
            customer.customer_class = entry.subject;
            customer.class_told = told_time(entry);
        }
        customer.versions.push_back(entry.number);
    } else if (entry.kind == kind::kCustomerAssign) {
        add_keeper(customer.keepers,
                   {entry.number, entry.subject, entry.effective_at(), entry.business_date, {}, {}, told_time(entry)});
    } else if (entry.kind == kind::kContact) {
        CustomerContact contact{
            entry.number,    entry.actor,         entry.subject, entry.flag, 0, entry.result != result::kMissed,
            entry.told_at(), entry.business_date, entry.slot_at};
        for (const Line& line : lines) {
            contact.minutes += line.item == kMinutesItem ? line.quantity : 0;
        }
        if (contact.reached && customer.waits()) {
            customer.keepers.back().first_contact = mark_by(entry);
        }
        customer.contacts.push_back(std::move(contact));
    }
}

std::vector<Customer> CustomerReading::finish() {
    std::vector<Customer> all;
    for (auto& [number, customer] : customers_) {
        all.push_back(std::move(customer));
    }
    customers_.clear();
    return all;
}

bool Customer::waited_for(EntryNumber contact) const {
    const auto keeper =
        std::find_if(keepers.rbegin(), keepers.rend(), [&](const KeeperSince& one) { return one.number < contact; });
    return keeper != keepers.rend() && (!keeper->first_contact || keeper->first_contact->entry >= contact);
}

Slot first_contact_slot(const PlanHistory& history, const Zone& zone, const KeeperSince& keeper) {
    return slot_of_event(history, zone, event::kFirstContact, keeper.effective)
        .value_or(lone_slot(keeper.effective, keeper.effective, kNever));
}

Outcome first_contact(const KeeperSince& keeper, const Slot& slot, Instant now) {
    std::vector<Mark> marks;
    if (keeper.first_contact) {
        // A contact may be told of an earlier hour than the keeper was named at: it counts from then on.
        marks.push_back(*keeper.first_contact);
        marks.back().at = std::max(marks.back().at, keeper.effective);
    }
    Outcome outcome = judge({slot}, marks, {}, keeper.until && !keeper.first_contact ? *keeper.until : now).outcomes[0];
    if (keeper.until && outcome.state == State::pending && !outcome.overdue) {
        outcome.state = State::not_applicable;
    }
    return outcome;
}

CardGaps gaps_of(const Customer& customer, std::chrono::days update_within, Instant now) {
    return {customer.customer_class.empty(), customer.keepers.empty(), now - customer.updated > update_within};
}

std::vector<std::string> assign_evenly(std::vector<KeeperLoad> keepers, std::size_t count) {
    std::erase_if(keepers, [](const KeeperLoad& keeper) { return keeper.ability <= 0; });
    std::vector<std::string> chosen;
    while (!keepers.empty() && chosen.size() < count) {
        // Fractions are compared crosswise, so nothing is rounded.
        const auto next = std::min_element(
            keepers.begin(), keepers.end(),
            [](const KeeperLoad& a, const KeeperLoad& b) { return a.customers * b.ability < b.customers * a.ability; });
        ++next->customers;
        chosen.push_back(next->person);
    }
    return chosen;
}

}  // namespace onduty
