// SPDX-License-Identifier: MIT
// Is what a plan says of cases read, and is every fault told with its line?
#include <doctest/doctest.h>

#include "embedded.hpp"
#include "plan/read_plan.hpp"

using namespace onduty;
using std::chrono::minutes;

namespace {

const std::string kSite =
    "format = 1\n[site]\nname = \"S\"\nzone = \"UTC\"\n[[post]]\ncode = \"boss\"\nname = \"Boss\"\n";

// The first fault as "LINE: what"; "" for none.
std::string fault_of(const std::string& text) {
    std::vector<PlanError> errors;
    read_plan(kSite + text, errors);
    return errors.empty() ? "" : std::to_string(errors.front().line) + ": " + errors.front().message;
}

}  // namespace

TEST_CASE("a plan without cases has the built-in severities") {
    std::vector<PlanError> errors;
    const CasePlan cases = read_plan(kSite, errors).cases;
    CHECK(errors.empty());
    CHECK(cases.severity(1).accept == minutes{15});
    CHECK(cases.severity(4).handle == minutes{14 * 24 * 60});
    CHECK(cases.severity(9).level == 4);
    CHECK(cases.default_level(sort::kSuggestion) == 4);
    CHECK(cases.default_level(sort::kRepair) == 3);
}

TEST_CASE("severities, settings and causes are read") {
    std::vector<PlanError> errors;
    const CasePlan cases =
        read_plan(kSite +
                      "[[severity]]\nlevel = 2\nname = \"bad\"\naccept = 30\nhandle = 600\nclock = \"opening\"\n"
                      "follow_up_by = \"boss\"\nfollow_up_channel = \"visit\"\npauses = [\"parts\"]\n"
                      "[cases]\nreopen_within = 7\nrepair_sample = 50\nattempts = 2\n"
                      "[cases.severity]\nrepair = 2\n[[cause]]\ncode = \"x\"\nname = \"X\"\n",
                  errors)
            .cases;
    CHECK(errors.empty());
    const Severity& severity = cases.severity(2);
    CHECK(severity.name == "bad");
    CHECK(severity.accept == minutes{30});
    CHECK(severity.follow_up == minutes{3 * 24 * 60});  // as built in
    CHECK(severity.clock == DeadlineClock::opening);
    CHECK(severity.follow_up_by == "boss");
    CHECK(severity.pauses == std::set<std::string>{"parts"});
    CHECK(cases.reopen_within == std::chrono::days{7});
    CHECK(cases.default_level(sort::kRepair) == 2);
    CHECK(cases.causes.size() == 1);
}

TEST_CASE("both templates have four severities and causes for what was asked about") {
    for (const std::string_view text : {embedded::sales_office_en, embedded::sales_office_zh}) {
        std::vector<PlanError> errors;
        const Plan plan = read_plan(text, errors);
        CHECK(plan.cases.severity(1).follow_up_by == "supervisor");
        CHECK(plan.cases.severity(4).follow_up_channel == std::string{channel::kMessage});
        CHECK(plan.cases.causes.size() > 10);
        for (const Severity& severity : plan.cases.severities) {
            CHECK_FALSE(severity.name.empty());
        }
    }
}

TEST_CASE("what is wrong is told with its line") {
    CHECK(fault_of("[[severity]]\nname = \"x\"\n") == "8: level is missing.");
    CHECK(fault_of("[[severity]]\nlevel = 5\nname = \"x\"\n") == "9: level must be a whole number from 1 to 4.");
    CHECK(fault_of("[[severity]]\nlevel = 1\nname = \"x\"\n[[severity]]\nlevel = 1\nname = \"y\"\n") ==
          "12: The severity 1 stands there twice.");
    CHECK(fault_of("[[severity]]\nlevel = 1\nname = \"x\"\npauses = [\"rain\"]\n") ==
          "11: pauses takes customer, parts and other, not \"rain\".");
    CHECK(fault_of("[[severity]]\nlevel = 1\nname = \"x\"\nfollow_up_by = \"bos\"\n") ==
          "11: follow_up_by: there is no \"bos\" in this plan. Did you mean boss?");
    CHECK(fault_of("[cases]\nrepair_sample = 101\n") == "9: repair_sample must be a whole number from 0 to 100.");
    CHECK(fault_of("[cases.severity]\nrepairs = 3\n") == "9: repairs is not a key of this table. Did you mean repair?");
}
