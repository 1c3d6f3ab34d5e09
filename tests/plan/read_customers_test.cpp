// SPDX-License-Identifier: MIT
// Is what a plan says of customers and surveys read_good, and every fault found?
#include <doctest/doctest.h>

#include "plan/edit_plan.hpp"
#include "plan/read_plan.hpp"

namespace onduty {

namespace {

// Lines 1 to 11.
const std::string kSalesSite =
    "format = 1\n[site]\nname = \"Site One\"\nzone = \"Asia/Shanghai\"\n[[post]]\ncode = \"sales\"\nname = \"Sales\"\n"
    "[[staff]]\ncode = \"A01\"\nname = \"Zhou Kai\"\nposts = [\"sales\"]\n";

std::string faults_of(const std::string& toml) {
    std::vector<PlanError> errors;
    read_plan(toml, errors);
    std::string text;
    for (const PlanError& error : errors) {
        text += std::to_string(error.line) + ": " + error.message + "\n";
    }
    return text;
}

Plan read_good(const std::string& toml) {
    std::vector<PlanError> errors;
    Plan plan = read_plan(toml, errors);
    CHECK(errors.empty());
    return plan;
}

}  // namespace

TEST_CASE("classes, topics, the gap and the ability are read_good") {
    const Plan plan =
        read_good(kSalesSite +
                  "ability = 3\n[[customer_class]]\ncode = \"A\"\nname = \"Soon\"\n[customers]\nupdate_within "
                  "= 7\n[[survey_topic]]\ncode = \"security\"\nname = \"Security\"\n[[rule]]\ncode = "
                  "\"f\"\nname = \"First\"\nkind = \"deadline\"\nevent = \"first-contact\"\nwithin = 10080\n");
    CHECK(plan.staff[0].ability == 3);
    CHECK(plan.customer_classes[0].name == "Soon");
    CHECK(plan.survey_topics[0].code == "security");
    CHECK(plan.customers.update_within == std::chrono::days{7});
    REQUIRE(plan.rule_for_event(event::kFirstContact) != nullptr);
    CHECK(plan.rule_for_event(event::kFirstContact)->limit == std::chrono::days{7});
    CHECK(read_good(kSalesSite).customers.update_within == std::chrono::days{30});
}

TEST_CASE("what is wrong with them is told with its line") {
    CHECK(faults_of(kSalesSite + "ability = -1\n") == "12: ability must be a whole number from 0 to 100.\n");
    CHECK(faults_of(kSalesSite + "[customers]\nupdate_within = 0\n") ==
          "13: update_within must be a whole number from 1 to 3660.\n");
    CHECK(faults_of(kSalesSite + "[customers]\nupdate = 3\n").starts_with("13: update is not a key of this table."));
    CHECK(faults_of(kSalesSite + "[[customer_class]]\ncode = \"A\"\n") == "12: name is missing.\n");
    CHECK(
        faults_of(kSalesSite + "[[rule]]\ncode = \"f\"\nname = \"F\"\nkind = \"timer\"\nevent = \"first-contact\"\n") ==
        "16: The event \"first-contact\" does not go with a rule of this kind.\n");
}

TEST_CASE("a person and an item are written as they are read_good") {
    Person person;
    person.code = "A02";
    person.name = "李 \"娜\"";
    person.posts = {"sales"};
    person.aliases = {"ln"};
    person.active = false;
    person.ability = 2;
    Date date;
    REQUIRE(parse_date("2027-03-31", date));
    person.certificate = date;
    const Person back = read_good(with_person(kSalesSite, person)).staff[1];
    CHECK(back.name == person.name);
    CHECK(back.posts == person.posts);
    CHECK(back.aliases == person.aliases);
    CHECK_FALSE(back.active);
    CHECK(back.ability == 2);
    CHECK(back.certificate == person.certificate);
    StockItem item;
    item.code = "lemon";
    item.name = "柠檬";
    item.unit = "个";
    item.par = 10;
    item.shelf_life = 14;
    const StockItem kept = read_good(with_stock_item(kSalesSite, item)).items[0];
    CHECK(kept.name == item.name);
    CHECK(kept.unit == item.unit);
    CHECK(kept.par == 10);
    CHECK(kept.shelf_life == 14);
}

}  // namespace onduty
