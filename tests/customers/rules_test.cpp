// SPDX-License-Identifier: MIT
// Are customers shared out as a patient supervisor with a slate would, and is the week of the first contact kept?
#include "customers/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "customers/kinds.hpp"
#include "plan/cases.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

using namespace onduty;
using std::chrono::hours;

namespace {

const Instant kTen = oracle::utc(2026, 11, 28, 10);
constexpr hours kWeek{7 * 24};

Rule week_rule() {
    Rule rule;
    rule.code = "first-contact";
    rule.kind = RuleKind::deadline;
    rule.target = {"event", event::kFirstContact};
    rule.limit = kWeek;
    rule.early = Minutes{0};
    rule.late = Minutes{0};
    return rule;
}

Entry entry(EntryNumber number, const char* kind, EntryNumber about, const std::string& subject, Instant at) {
    Entry made;
    made.number = number;
    made.kind = kind;
    made.about = about;
    made.subject = subject;
    made.recorded_at = at;
    made.actor = "A02";
    return made;
}

State state_of(const KeeperSince& keeper, Instant now, bool* overdue = nullptr) {
    static const Rule rule = week_rule();
    const oracle::ShanghaiZone zone;
    const Outcome outcome = first_contact(keeper, deadline_slot(rule, Calendar{}, zone, keeper.effective, {}), now);
    if (overdue != nullptr) {
        *overdue = outcome.overdue;
    }
    return outcome.state;
}

// Slow and plain: for each customer everybody's share is written down as customers a point of ability, and the first
// of the smallest takes him.
std::vector<std::string> shared_by_hand(const std::vector<KeeperLoad>& keepers, std::size_t count) {
    std::vector<std::string> chosen;
    std::map<std::string, std::int64_t> kept;
    for (const KeeperLoad& keeper : keepers) {
        kept[keeper.person] = keeper.customers;
    }
    std::int64_t all = 1;  // a common multiple, so that shares are whole numbers
    for (const KeeperLoad& keeper : keepers) {
        all *= keeper.ability == 0 ? 1 : keeper.ability;
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::string best;
        std::int64_t least = -1;
        for (const KeeperLoad& keeper : keepers) {
            if (keeper.ability == 0) {
                continue;
            }
            const std::int64_t share = kept[keeper.person] * (all / keeper.ability);
            if (least < 0 || share < least) {
                least = share;
                best = keeper.person;
            }
        }
        if (best.empty()) {
            return {};
        }
        ++kept[best];
        chosen.push_back(best);
    }
    return chosen;
}

}  // namespace

TEST_CASE("customers are shared out by number and ability") {
    CHECK(assign_evenly({{"A", 1, 0}, {"B", 1, 0}}, 3) == std::vector<std::string>{"A", "B", "A"});
    CHECK(assign_evenly({{"A", 1, 2}, {"B", 1, 0}}, 3) == std::vector<std::string>{"B", "B", "A"});
    CHECK(assign_evenly({{"A", 2, 0}, {"B", 1, 0}}, 3) == std::vector<std::string>{"A", "B", "A"});
    CHECK(assign_evenly({{"A", 0, 0}, {"B", 1, 9}}, 2) == std::vector<std::string>{"B", "B"});
    CHECK(assign_evenly({{"A", 0, 0}}, 2).empty());
    CHECK(assign_evenly({}, 2).empty());
}

TEST_CASE("any sharing out is the one that is done by hand") {
    std::mt19937 random{20261128};
    const auto below = [&](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>{0, most - 1}(random);
    };
    for (int run = 0; run < onduty::test::turns(3000); ++run) {
        std::vector<KeeperLoad> keepers;
        const std::int64_t people = below(6);
        for (std::int64_t i = 0; i < people; ++i) {
            keepers.push_back({std::string(1, static_cast<char>('A' + i)), below(5), below(8)});
        }
        const auto count = static_cast<std::size_t>(below(30));
        const auto chosen = assign_evenly(keepers, count);
        CAPTURE(run);
        REQUIRE(chosen == shared_by_hand(keepers, count));
        // Nobody who took one had more for his ability, before he took his last, than another has in the end.
        for (const std::string& person : chosen) {
            for (KeeperLoad& keeper : keepers) {
                keeper.customers += keeper.person == person ? 1 : 0;
            }
        }
        for (const KeeperLoad& one : keepers) {
            const bool took = std::find(chosen.begin(), chosen.end(), one.person) != chosen.end();
            for (const KeeperLoad& other : keepers) {
                REQUIRE((!took || other.ability == 0 ||
                         (one.customers - 1) * other.ability <= other.customers * one.ability));
            }
        }
    }
}

TEST_CASE("the first contact counts from the day of the keeper, an attempt does not count") {
    CustomerReading reading;
    reading.add(entry(5, kind::kCustomer, 3, "A", kTen), {});
    reading.add(entry(6, kind::kCustomerAssign, 5, "A02", kTen + hours{1}), {});
    Entry missed = entry(7, kind::kContact, 5, channel::kPhone, kTen + hours{2});
    missed.result = result::kMissed;
    reading.add(missed, {});
    reading.add(entry(8, kind::kContact, 5, channel::kPhone, kTen + hours{30}), {{kMinutesItem, 5}});
    reading.add(entry(9, kind::kContact, 4, channel::kPhone, kTen), {});  // of a card that is not there
    const auto all = reading.finish();
    REQUIRE(all.size() == 1);
    CHECK(all[0].source == 3);
    CHECK_FALSE(all[0].waits());
    CHECK(all[0].keepers[0].first_contact->at == kTen + hours{30});
    REQUIRE(all[0].contacts.size() == 2);
    CHECK_FALSE(all[0].contacts[0].reached);
    CHECK(all[0].contacts[1].minutes == 5);
    CHECK(all[0].updated == kTen + hours{30});
}

TEST_CASE("a new keeper has a week of his own") {
    CustomerReading reading;
    reading.add(entry(5, kind::kCustomer, 0, "", kTen), {});
    reading.add(entry(6, kind::kCustomerAssign, 5, "A02", kTen), {});
    reading.add(entry(7, kind::kContact, 5, channel::kVisit, kTen + hours{1}), {});
    reading.add(entry(8, kind::kCustomerAssign, 5, "A03", kTen + hours{2}), {});
    const auto all = reading.finish();
    CHECK(all[0].waits());
    CHECK(all[0].keeper() == "A03");
    CHECK(state_of(all[0].keepers[0], kTen + hours{3}) == State::on_time);
    CHECK(state_of(all[0].keepers[1], kTen + hours{3}) == State::pending);
}

TEST_CASE("the wait is in time to the last minute, then late, and nobody's when the customer was passed on in time") {
    bool overdue = false;
    KeeperSince keeper{6, "A02", kTen, {}, {}, {}};
    CHECK(state_of(keeper, kTen + kWeek, &overdue) == State::pending);
    CHECK_FALSE(overdue);
    CHECK(state_of(keeper, kTen + kWeek + Minutes{1}, &overdue) == State::pending);
    CHECK(overdue);
    keeper.first_contact = Mark{kTen + kWeek};
    CHECK(state_of(keeper, kTen + 2 * kWeek) == State::on_time);
    keeper.first_contact = Mark{kTen + kWeek + Minutes{1}};
    CHECK(state_of(keeper, kTen + 2 * kWeek) == State::late);
    // Told of an hour before the keeper was named.
    keeper.first_contact = Mark{kTen - hours{1}};
    CHECK(state_of(keeper, kTen + hours{1}) == State::on_time);
    keeper.first_contact.reset();
    keeper.until = kTen + hours{5};
    CHECK(state_of(keeper, kTen + 2 * kWeek) == State::not_applicable);
    keeper.until = kTen + kWeek + hours{5};
    CHECK(state_of(keeper, kTen + 2 * kWeek, &overdue) == State::pending);
    CHECK(overdue);
}

TEST_CASE("a card without class or keeper, or not updated for long, is a gap") {
    CustomerReading reading;
    reading.add(entry(5, kind::kCustomer, 0, "", kTen), {});
    reading.add(entry(6, kind::kCustomerUpdate, 5, "", kTen + hours{24}), {});
    Customer customer = reading.finish()[0];
    const std::chrono::days month{30};
    const CardGaps gaps = gaps_of(customer, month, kTen + hours{24} + month);
    CHECK(gaps.customer_class);
    CHECK(gaps.keeper);
    CHECK_FALSE(gaps.update);
    CHECK(gaps_of(customer, month, kTen + hours{25} + month).update);
    customer.customer_class = "A";
    customer.keepers.push_back({7, "A02", kTen, {}, {}, {}});
    CHECK_FALSE(gaps_of(customer, month, kTen + hours{24}).any());
}
