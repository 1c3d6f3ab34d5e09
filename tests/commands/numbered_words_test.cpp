// SPDX-License-Identifier: MIT
// What is meant where a code of the plan looks like a number of the log?
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "embedded.hpp"
#include "plan/number_codes.hpp"
#include "plan/read_plan.hpp"
#include "support.hpp"

using namespace onduty::test;

namespace {

// A desk with Anna (D1) and Vera (V1), a cleaner, areas and items of the cleaning that are called like litter, requests
// and numbers, and things to lend that are called like entries.
const char* const kPlan =
    "format = 1\n[site]\nname = \"S\"\nzone = \"Asia/Shanghai\"\n"
    "[[post]]\ncode = \"desk\"\nname = \"Desk\"\n[[post]]\ncode = \"cleaner\"\nname = \"Cleaner\"\n"
    "[[staff]]\ncode = \"D1\"\nname = \"Anna\"\nposts = [\"desk\"]\n"
    "[[staff]]\ncode = \"V1\"\nname = \"Vera\"\nposts = [\"desk\"]\n"
    "[[staff]]\ncode = \"C1\"\nname = \"Chris\"\nposts = [\"cleaner\"]\n"
    "[[point]]\ncode = \"L5\"\nname = \"Lift 5\"\n[[point]]\ncode = \"L6\"\nname = \"Lift 6\"\n"
    "[[point]]\ncode = \"5\"\nname = \"Gate 5\"\n[[category]]\ncode = \"fire\"\nname = \"Fire\"\n"
    "[[lendable]]\ncode = \"5\"\nname = \"Umbrella\"\n[[lendable]]\ncode = \"6\"\nname = \"Torch\"\n"
    "[[cleaning]]\ncode = \"2\"\nname = \"Pool\"\narea = \"L5\"\nkind = \"period\"\nunit = \"week\"\n"
    "[[cleaning]]\ncode = \"L5\"\nname = \"Hall\"\narea = \"L6\"\nkind = \"period\"\nunit = \"week\"\n";

void start(TestSite& site) {
    std::ofstream{site.file() + ".toml"} << kPlan;
    const Ran made = site.run({"init", "--plan", site.file() + ".toml"});
    REQUIRE_MESSAGE(made.code == 0, made.err);
    for (const char* name : {"Anna", "Vera", "Chris"}) {
        const Ran came = site.run({"checkin", "staff", name});
        REQUIRE_MESSAGE(came.code == 0, came.err);
    }
}

Ran must(TestSite& site, std::vector<std::string> words) {
    Ran ran = site.run(std::move(words));
    CHECK_MESSAGE(ran.code == 0, ran.err);
    return ran;
}

}  // namespace

TEST_CASE("a person with the code of a visit is signed off where there is no such visit, and asked about else") {
    TestSite site;
    start(site);
    CHECK(says(must(site, {"checkin", "out", "V1", "--dry-run"}).out, "Vera off duty"));
    CHECK(site.run({"checkin", "out", "V2"}).code == 2);
    must(site, {"checkin", "visit", "--party", "12", "--purpose", "meeting", "--by", "Anna"});
    const Ran asked = site.run({"checkin", "out", "V1", "--by", "Anna"});
    CHECK(asked.code == 2);
    CHECK(says(asked.err,
               "\"V1\" is Vera in the plan, and something else has this number. Type Vera for the first, V01 "
               "for the other."));
    CHECK(says(must(site, {"checkin", "out", "V01", "--by", "Anna", "--dry-run"}).out, "V1 left"));
    CHECK(says(must(site, {"checkin", "out", "Vera", "--dry-run"}).out, "Vera off duty"));
    for (const char* name : {"v1", "V1", "Ｖ１"}) {
        CHECK(site.run({"lend", "out", "6", "--to", name, "--by", "Anna"}).code == 2);
    }
    CHECK(says(must(site, {"lend", "out", "6", "--to", "V01", "--by", "Anna"}).out, "V1"));
    CHECK(site.run({"checkin", "out", "V02", "--by", "Anna"}).code == 2);
}

TEST_CASE("hints call a person by name whose code looks like a number") {
    TestSite site;
    start(site);
    CHECK(says(site.run({"checkin", "staff", "Vera"}).err, "onduty checkin out Vera"));
    CHECK(says(site.run({"checkin", "staff", "Anna"}).err, "onduty checkin out D1"));
    site.set_time("2026-11-25 09:00");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "onduty checkin out Vera"));
    CHECK_FALSE(says(due, "onduty checkin out V1"));
}

TEST_CASE("an area with the code of litter is the area unless that litter was found") {
    TestSite site;
    start(site);
    must(site, {"clean", "litter", "found", "L6", "cups"});  // entry 5
    CHECK(says(must(site, {"clean", "litter", "removed", "L6", "--dry-run"}).out, "L5 Lift 6"));
    const Ran asked = site.run({"clean", "litter", "removed", "L5"});
    CHECK(asked.code == 2);
    CHECK(says(asked.err, "Type 'Lift 5' for the first, L05 for the other."));
    CHECK(says(must(site, {"clean", "litter", "removed", "L05", "--dry-run"}).out, "L5 Lift 6"));
    CHECK(site.run({"clean", "litter", "removed", "5"}).code == 2);
    CHECK(says(must(site, {"clean", "litter", "removed", "05", "--dry-run"}).out, "L5 Lift 6"));
    must(site, {"clean", "litter", "found", "L5", "glass"});  // entry 6
    CHECK(says(must(site, {"clean", "litter", "removed", "Lift 5", "--dry-run"}).out, "L6 Lift 5"));
    CHECK(site.run({"clean", "done", "L5"}).code == 2);
    CHECK(says(must(site, {"clean", "done", "L05", "--dry-run"}).out, "L5"));
}

TEST_CASE("an item of the cleaning with a number for its code is asked about where another stands there") {
    TestSite site;
    start(site);
    const Ran asked = site.run({"clean", "done", "2"});
    CHECK(asked.code == 2);
    CHECK(says(asked.err, "\"2\" is Pool in the plan"));
    CHECK(says(must(site, {"clean", "done", "02", "--dry-run"}).out, "Hall"));
    CHECK(says(must(site, {"clean", "done", "Pool", "--dry-run"}).out, "Pool"));
    CHECK(says(must(site, {"clean", "done", "1", "--dry-run"}).out, "Pool"));
    CHECK(says(must(site, {"clean", "done", "L5", "--dry-run"}).out, "Hall"));
}

TEST_CASE("a checkpoint and a thing with the number of an entry are asked about where the entry fits, too") {
    TestSite site;
    start(site);
    CHECK(says(must(site, {"patrol", "alarm", "5", "--kind", "fire", "--by", "Anna", "--dry-run"}).out, "Gate 5"));
    must(site, {"patrol", "alarm", "L6", "--kind", "fire", "--by", "Anna"});  // entry 5
    CHECK(site.run({"patrol", "alarm", "5", "--result", "false", "--by", "Anna"}).code == 2);
    CHECK(says(must(site, {"patrol", "alarm", "05", "--result", "false", "--by", "Anna"}).out, "false alarm"));
    must(site, {"lend", "out", "5", "--to", "Anna", "--by", "Anna"});  // entry 7
    must(site, {"lend", "out", "6", "--to", "Anna", "--by", "Anna"});  // entry 8
    CHECK(says(must(site, {"lend", "back", "6", "--by", "Anna"}).out, "Torch"));
    CHECK(says(must(site, {"lend", "back", "7", "--by", "Anna"}).out, "Umbrella"));
}

namespace {

// Every command in what was answered and in due is run as it is printed: none is asked which one is meant. Counts those
// that were written otherwise than the number itself.
int follow_all(TestSite& site, const std::string& answered, const char* number) {
    std::string text = answered;
    for (const char* by : {"", "Anna"}) {
        text +=
            site.run(*by == '\0' ? std::vector<std::string>{"due"} : std::vector<std::string>{"due", "--by", by}).out;
    }
    int written = 0;
    for (std::size_t at = text.find("onduty "); at != std::string::npos; at = text.find("onduty ", at + 1)) {
        const std::string line = text.substr(at, text.find_first_of("\n,", at) - at);
        std::vector<std::string> words = shell_words(line);
        words.erase(words.begin());
        written += std::count(words.begin(), words.end(), number) > 0 ? 1 : 0;
        words.emplace_back("--dry-run");
        const Ran ran = site.run(words);
        CHECK_MESSAGE(!says(ran.err, "something else has this number"), line << ": " << ran.err);
    }
    return written;
}

}  // namespace

TEST_CASE("hints write a number with a zero more where the plan has a code of that very form") {
    struct Told {
        std::vector<std::vector<std::string>> typed;
        const char* number;  // as the hints write it
    };
    const std::vector<Told> all{
        {{{"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Anna"}}, "V01"},
        {{{"clean", "litter", "found", "L6", "cups", "--by", "Chris"}}, "L05"},
        {{{"patrol", "alarm", "L6", "--kind", "fire", "--by", "Anna"}}, "05"},
        {{{"lend", "out", "6", "--to", "Anna", "--by", "Anna"}}, "05"},
        {{{"complain", "new", "leak", "--by", "Anna"}}, "C1"},  // nothing else is typed there
    };
    for (const Told& told : all) {
        TestSite site;
        start(site);
        std::string answered;
        for (const std::vector<std::string>& words : told.typed) {
            const Ran ran = must(site, words);
            answered += ran.out + ran.err;
        }
        int written = follow_all(site, answered, told.number);
        site.set_time("2026-11-26 09:00");
        written += follow_all(site, "", told.number);
        CHECK_MESSAGE(written > 0, told.number);
    }
}

TEST_CASE("hints write a number as it is where no code of the plan looks so") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);
    site.set_time("2026-11-26 09:00");
    CHECK(says(site.run({"due"}).out, "onduty checkin out V1 --forgotten"));
}

TEST_CASE("new codes that look like a number are refused in one line and remarked on in a file") {
    TestSite site;
    start(site);
    for (const char* code : {"V7", "v07", "Ｖ７"}) {
        CHECK(site.run({"plan", "add", "staff", "Victor", "--code", code, "--by", "Anna"}).code == 4);
    }
    CHECK(site.run({"plan", "add", "point", "L9", "Lift 9", "--by", "Anna"}).code == 4);
    must(site, {"plan", "add", "staff", "Victor", "--code", "C7", "--by", "Anna"});
    const std::string plan = site.plan();
    const std::string more = plan + "[[point]]\ncode = \"L9\"\nname = \"Lift 9\"\n";
    const std::string check = site.run_with_input({"plan", "check", "-"}, more, std::chrono::seconds{0}).out;
    for (const char* code : {"V1, the code of Vera,", "L5, the code of Lift 5,", "L9, the code of Lift 9,"}) {
        CHECK_MESSAGE(says(check, code), check);
    }
    const std::string applied =
        site.run_with_input({"plan", "apply", "-", "--by", "Anna"}, more, std::chrono::seconds{0}).err;
    CHECK(says(applied, "L9, the code of Lift 9,"));
    CHECK_FALSE(says(applied, "V1, the code of Vera,"));
}

TEST_CASE("the plans that come with the program have no such codes") {
    for (const std::string_view toml : {onduty::embedded::sales_office_en, onduty::embedded::sales_office_zh}) {
        std::vector<onduty::PlanError> errors;
        CHECK(onduty::number_codes(onduty::read_plan(toml, errors)).empty());
    }
}
