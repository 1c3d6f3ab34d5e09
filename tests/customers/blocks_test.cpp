// SPDX-License-Identifier: MIT
// What do keepers and contacts add up to?
#include "customers/blocks.hpp"

#include <doctest/doctest.h>

#include "support.hpp"
#include "time/test_zones.hpp"

using namespace onduty;
using std::chrono::hours;
using std::chrono::minutes;
using test::as_coded;
using test::rows;

namespace {

const Date kCardDate{std::chrono::year{2026} / 11 / 23};
const DateRange kCardDates{kCardDate, kCardDate + std::chrono::days{1}};
const Instant kCardsBegin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + hours{9}};

// A customer of A01 since nine; his first contact came after `contacted` minutes, if at all.
Customer kept_customer(EntryNumber number, std::optional<int> contacted) {
    Customer one;
    one.number = number;
    one.business_date = kCardDate;
    KeeperSince keeper{number, "A01", kCardsBegin, kCardDate, std::nullopt, std::nullopt};
    if (contacted) {
        keeper.first_contact = Mark{kCardsBegin + minutes{*contacted}};
    }
    one.keepers = {keeper};
    return one;
}

}  // namespace

TEST_CASE("keepers: whose first contact was in time, late, waits, or waits too long") {
    Plan plan;
    Rule rule;
    rule.kind = RuleKind::deadline;
    rule.target = {"event", event::kFirstContact};
    rule.limit = minutes{60};
    rule.late = minutes{0};
    plan.rules = {rule};
    const PlanHistory history{{plan, Instant{}}};
    const std::vector<Customer> customers{kept_customer(1, 30), kept_customer(2, 90), kept_customer(3, std::nullopt)};
    const auto at = [&](int minute) {
        return rows(customers_block(customers, kCardDates, history, oracle::UtcZone{}, as_coded,
                                    kCardsBegin + minutes{minute}));
    };
    CHECK(at(50) == "A01,A01,3,3,3,1,1,1,0\n");
    CHECK(at(61) == "A01,A01,3,3,3,1,1,0,1\n");
}

TEST_CASE("keepers: without a rule a customer waits all the same, and a contact is in time") {
    const PlanHistory history{{Plan{}, Instant{}}};
    Customer passed_on = kept_customer(4, std::nullopt);
    passed_on.keepers.front().until = kCardsBegin + minutes{50000};
    const std::vector<Customer> customers{kept_customer(1, 30), kept_customer(2, 90000), kept_customer(3, std::nullopt),
                                          passed_on};
    CHECK(rows(customers_block(customers, kCardDates, history, oracle::UtcZone{}, as_coded,
                               kCardsBegin + minutes{100000})) == "A01,A01,4,4,4,2,0,1,0\n");
}

TEST_CASE("contacts: by what they were for, those without an answer apart") {
    Customer one = kept_customer(1, 30);
    CustomerContact contact;
    contact.person = "A02";
    contact.business_date = kCardDate;
    contact.minutes = 5;
    contact.why = contact_reason::kOpinion;
    one.contacts.push_back(contact);
    contact.reached = false;
    one.contacts.push_back(contact);
    contact.business_date = kCardDate - std::chrono::days{1};
    one.contacts.push_back(contact);
    CHECK(rows(contacts_block({one}, kCardDates, as_coded)) == "A02,A02,1,1,0,0,1,10\n");
}
