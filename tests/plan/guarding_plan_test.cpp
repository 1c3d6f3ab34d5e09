// SPDX-License-Identifier: MIT
// Does a plan say how many walk a route, what is countersigned, what is drilled, and which calls and meetings are due?
#include <doctest/doctest.h>

#include "plan/read_plan.hpp"

using namespace onduty;

namespace {

const std::string kGuardedSite =
    "format = 1\n[site]\nname = \"Site\"\nzone = \"UTC\"\n[[post]]\ncode = \"guard\"\nname = \"Guard\"\n"
    "[[point]]\ncode = \"P01\"\nname = \"Gate\"\n";
const std::string kRoute = "[[route]]\ncode = \"fire\"\nname = \"Fire\"\npoints = [\"P01\"]\n";
const std::string kRule = "[[rule]]\ncode = \"r\"\nname = \"R\"\n";

std::string first_error(const std::string& toml) {
    std::vector<PlanError> errors;
    read_plan(toml, errors);
    return errors.empty() ? "" : errors.front().message;
}

Plan read_guarding(const std::string& toml) {
    std::vector<PlanError> errors;
    Plan plan = read_plan(toml, errors);
    REQUIRE_MESSAGE(errors.empty(), (errors.empty() ? "" : errors.front().message));
    return plan;
}

}  // namespace

TEST_CASE("a route wants one person unless the plan says more") {
    CHECK(read_guarding(kGuardedSite + kRoute).routes.front().people == 1);
    CHECK(read_guarding(kGuardedSite + kRoute + "people = 2\n").routes.front().people == 2);
    CHECK(first_error(kGuardedSite + kRoute + "people = 0\n").find("people must be") == 0);
    CHECK(first_error(kGuardedSite + kRoute + "people = \"two\"\n").find("people must be") == 0);
}

TEST_CASE("a rule may want a signature") {
    const std::string every = kRule + "kind = \"every\"\nroute = \"fire\"\nevery = 120\n";
    CHECK_FALSE(read_guarding(kGuardedSite + kRoute + every).rules.front().countersign);
    CHECK(read_guarding(kGuardedSite + kRoute + every + "countersign = true\n").rules.front().countersign);
    CHECK(first_error(kGuardedSite + kRoute + every + "countersign = 1\n").find("countersign must be") == 0);
}

TEST_CASE("what is drilled has a code and a name") {
    const std::string fire = "[[emergency]]\ncode = \"fire\"\nname = \"Fire\"\n";
    CHECK(read_guarding(kGuardedSite + fire).emergencies.front().code == "fire");
    CHECK(first_error(kGuardedSite + fire + fire).find("already taken") != std::string::npos);
    CHECK(first_error(kGuardedSite + "[[emergency]]\ncode = \"fire\"\n").find("name is missing") == 0);
}

TEST_CASE("calls and meetings have slots, signatures and mail a deadline, and not the other way round") {
    for (const char* event : {"check-call", "minutes"}) {
        const std::string target = std::string{"event = \""} + event + "\"\n";
        CHECK(
            read_guarding(kGuardedSite + kRule + "kind = \"every\"\nevery = 60\n" + target).rules.front().target.code ==
            event);
        CHECK(read_guarding(kGuardedSite + kRule + "kind = \"period\"\nunit = \"week\"\n" + target).rules.size() == 1);
        CHECK(first_error(kGuardedSite + kRule + "kind = \"deadline\"\n" + target).find("does not go with") !=
              std::string::npos);
    }
    for (const char* event : {"countersign", "mail"}) {
        const std::string target = std::string{"event = \""} + event + "\"\n";
        CHECK(read_guarding(kGuardedSite + kRule + "kind = \"deadline\"\n" + target).rules.front().target.code ==
              event);
        CHECK(first_error(kGuardedSite + kRule + "kind = \"every\"\nevery = 60\n" + target).find("does not go with") !=
              std::string::npos);
    }
}
