// SPDX-License-Identifier: MIT
// Is every fault of a plan file found, each with its line, all at once?
#include "plan/read_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "embedded.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

// Lines 1 to 24; faults are made by adding below or by replacing words in it.
const std::string kGood =
    "format = 1\n"                 // 1
    "[site]\n"                     // 2
    "name = \"Site One\"\n"        // 3
    "zone = \"Asia/Shanghai\"\n"   // 4
    "opens = \"09:00\"\n"          // 5
    "closes = \"20:30\"\n"         // 6
    "[[post]]\n"                   // 7
    "code = \"night-guard\"\n"     // 8
    "name = \"Night guard\"\n"     // 9
    "[[staff]]\n"                  // 10
    "code = \"A01\"\n"             // 11
    "name = \"张伟\"\n"            // 12
    "posts = [\"night-guard\"]\n"  // 13
    "aliases = [\"zw\"]\n"         // 14
    "[[point]]\n"                  // 15
    "code = \"P01\"\n"             // 16
    "name = \"Gate\"\n"            // 17
    "walk = 30\n"                  // 18
    "[[route]]\n"                  // 19
    "code = \"night\"\n"           // 20
    "name = \"Night round\"\n"     // 21
    "post = \"night-guard\"\n"     // 22
    "points = [\"P01\"]\n"         // 23
    "reminder = \"Look.\"\n";      // 24

const std::string kRule =
    "[[rule]]\n"                // 25
    "code = \"night-round\"\n"  // 26
    "name = \"Night round\"\n"  // 27
    "kind = \"every\"\n"        // 28
    "route = \"night\"\n"       // 29
    "from = \"21:00\"\n"        // 30
    "until = \"08:00\"\n"       // 31
    "every = 60\n";             // 32

const std::string kChecklist =
    "[[checklist]]\n"       // 25
    "code = \"c\"\n"        // 26
    "name = \"C\"\n"        // 27
    "[[checklist.item]]\n"  // 28
    "code = \"i\"\n"        // 29
    "text = \"t\"\n";       // 30

const std::string kCleaning =
    "[[cleaning]]\n"             // 25
    "code = \"floor\"\n"         // 26
    "name = \"Floor\"\n"         // 27
    "area = \"P01\"\n"           // 28
    "standard = \"bright\"\n"    // 29
    "post = \"night-guard\"\n"   // 30
    "kind = \"period\"\n"        // 31
    "unit = \"half-month\"\n"    // 32
    "closed_days = \"skip\"\n";  // 33

const std::string kRota =
    "[[rota]]\n"                 // 25
    "post = \"night-guard\"\n"   // 26
    "people = 3\n"               // 27
    "days_per_person = 5\n"      // 28
    "hours_per_day = 8\n"        // 29
    "from = \"21:00\"\n"         // 30
    "until = \"08:00\"\n"        // 31
    "late_after = 5\n"           // 32
    "[[rota.need]]\n"            // 33
    "weekdays = [1, 2, 3, 4]\n"  // 34
    "at_once = 2\n"              // 35
    "[[rota.need]]\n"            // 36
    "weekdays = [5, 6]\n"        // 37
    "at_once = 3\n";             // 38

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string without(const std::string& text, const std::string& line) {
    return with(text, line, "");
}

std::vector<PlanError> errors_of(const std::string& toml) {
    std::vector<PlanError> errors;
    read_plan(toml, errors);
    return errors;
}

std::string list(const std::vector<PlanError>& errors) {
    std::string text;
    for (const PlanError& error : errors) {
        text += std::to_string(error.line) + ": " + error.message + "\n";
    }
    return text;
}

struct Fault {
    std::string toml;
    int line;
    const char* message;  // a part of it
};

const std::vector<Fault>& faults() {
    static const std::vector<Fault> all{
        {without(kGood, "format = 1\n"), 1, "format = 1 is missing."},
        {kGood + without(kCleaning, "area = \"P01\"\n"), 25, "area is missing."},
        {kGood + with(kCleaning, "\"P01\"", "\"P02\""), 28, "area: there is no \"P02\" in this plan."},
        {kGood + without(kCleaning, "post = \"night-guard\"\n"), 25, "post: there is no \"cleaner\" in this plan."},
        {kGood + with(kCleaning, "\"night-guard\"", "\"maid\""), 30, "post: there is no \"maid\""},
        {kGood + with(without(kCleaning, "unit = \"half-month\"\n"), "\"period\"", "\"deadline\""), 31,
         "kind of an item of the cleaning"},
        {kGood + without(kCleaning, "unit = \"half-month\"\n"), 25, "unit is missing."},
        {kGood + with(kCleaning, "\"half-month\"", "\"fortnight\""), 32, "is not one of"},
        {kGood + with(kCleaning, "standard", "treatment = 1\nstandard"), 29, "treatment must be true or false"},
        {kGood + with(kCleaning, "standard", "route = \"night\"\nstandard"), 29, "route is not a key of this table"},
        {kGood + kRule + with(kCleaning, "\"floor\"", "\"night-round\""), 33, "is already taken in line 25."},
        {kGood + kCleaning + with(kCleaning, "Floor", "Boden"), 34, "is already taken in line 25."},
        {with(kGood, "format = 1", "format = 2"), 1, "format"},
        {with(kGood, "format = 1", "format = \"1\""), 1, "format"},
        {"format = 1\n", 1, "The table [site] is missing."},
        {without(kGood, "name = \"Site One\"\n"), 2, "name is missing."},
        {with(kGood, "\"Site One\"", "\"\""), 3, "name must not be empty."},
        {with(kGood, "\"Site One\"", "7"), 3, "name must be a text in quotes."},
        {with(kGood, "\"Site One\"", "\"a\\u202Eb\""), 3, "name holds control or invisible"},
        {with(kGood, "\"Site One\"", "\"a\\nb\""), 3, "name holds control or invisible"},
        {with(kGood, "Asia/Shanghai", "Mars/Base"), 4, "zone \"Mars/Base\" is not a time zone"},
        {with(kGood, "Asia/Shanghai", "Asia"), 4, "zone \"Asia\" is not a time zone"},
        {with(kGood, "\"09:00\"", "\"9:00\""), 5, "opens must be a clock time"},
        {with(kGood, "\"09:00\"", "\"25:00\""), 5, "opens must be a clock time"},
        {with(kGood, "\"09:00\"", "9"), 5, "opens must be a"},
        {with(kGood, "\"20:30\"", "\"09:00\""), 6, "closes must be later than opens."},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\ngrace = -1\n"), 7, "grace must be a whole number from 0"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\ngrace = 1.5\n"), 7, "grace must be a whole number"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\ngrace = \"15\"\n"), 7, "grace must be a whole number"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\nlanguage = \"fr\"\n"), 7, "is not one of: en, zh."},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\nclosed_weekdays = [8]\n"), 7, "numbers from 1 to 7"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\nclosed_weekdays = 7\n"), 7, "numbers from 1 to 7"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\nclosed_dates = [\"2026-02-30\"]\n"), 7, "is not a date"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\nclosed_dates = [2026-02-17]\n"), 7, "a list of texts"},
        {with(kGood, "\"20:30\"\n", "\"20:30\"\nzoen = \"x\"\n"), 7,
         "zoen is not a key of this table. Did you mean zone?"},
        {with(kGood, "[[staff]]", "[[staf]]"), 10, "staf is not a key of this table. Did you mean staff?"},
        {without(kGood, "code = \"A01\"\n"), 10, "code is missing."},
        {with(kGood, "code = \"A01\"", "code = \"A 01\""), 11, "code \"A 01\" may not hold blanks"},
        {with(kGood, "code = \"A01\"", "code = \"A,01\""), 11, "code \"A,01\" may not hold"},
        {with(kGood, "code = \"A01\"", "code = \"Ａ01\""), 11, "may not hold"},
        {with(kGood, "code = \"A01\"", "code = \"=A01\""), 11, "may not hold"},
        {with(kGood, "[\"night-guard\"]\naliases", "[\"nigth-guard\"]\naliases"), 13,
         "posts: there is no \"nigth-guard\" in this plan. Did you mean night-guard?"},
        {with(kGood, "[\"night-guard\"]\naliases", "\"night-guard\"\naliases"), 13, "posts must be a list of texts."},
        {with(kGood, "[\"zw\"]", "[\"zw\", 7]"), 14, "aliases must be a list of texts."},
        {with(kGood, "[\"zw\"]", "[\"\"]"), 14, "aliases must be a list of texts."},
        {with(kGood, "[\"zw\"]\n", "[\"zw\"]\nactive = \"no\"\n"), 15, "active must be true or false."},
        {with(kGood, "walk = 30", "walk = -1"), 18, "walk must be a whole number from 0"},
        {with(kGood, "[\"P01\"]", "[\"P02\"]"), 23, "points: there is no \"P02\" in this plan."},
        {with(kGood, "[\"P01\"]", "[\"P01\", \"P01\"]"), 23, "points: \"P01\" stands there twice."},
        {with(kGood, "[\"P01\"]", "[]"), 23, "A route needs at least one point."},
        {with(kGood, "post = \"night-guard\"", "post = \"night\""), 22, "post: there is no \"night\""},
        {kGood + "[[staff]]\ncode = \"A01\"\nname = \"x\"\n", 25, "\"A01\" is already taken in line 10."},
        {kGood + "[[staff]]\ncode = \"A02\"\nname = \"张伟\"\n", 25, "\"张伟\" is already taken in line 10."},
        {kGood + "[[staff]]\ncode = \"ZW\"\nname = \"x\"\n", 25, "\"ZW\" is already taken in line 10."},
        {kGood + "[[checklist]]\ncode = \"c\"\nname = \"C\"\n", 25, "at least one [[checklist.item]]"},
        {kGood + "[[checklist]]\ncode = \"c\"\nname = \"C\"\n[[checklist.item]]\ncode = \"i\"\n", 28,
         "text is missing."},
        {kGood + "[[checklist]]\ncode = \"c\"\nname = \"C\"\n[[checklist.item]]\ncode = "
                 "\"i\"\ntext = \"t\"\n"
                 "[[checklist.item]]\ncode = \"i\"\ntext = \"u\"\n",
         32, "The item \"i\" stands there twice."},
        {kGood + "[category]\ncode = \"x\"\n", 25, "category must be written as [[category]]."},
        {kGood + without(kRule, "kind = \"every\"\n"), 25, "kind is missing."},
        {kGood + with(kRule, "\"every\"", "\"evry\""), 28, "Did you mean every?"},
        {kGood + with(kRule, "\"night\"", "\"nigth\""), 29,
         "route: there is no \"nigth\" in this plan. Did you mean night?"},
        {kGood + without(kRule, "route = \"night\"\n"), 25, "A rule of this kind needs one of route, checklist, "},
        {kGood + with(kRule, "\"21:00\"", "\"21.00\""), 30, "from must be a clock time"},
        {kGood + without(kRule, "every = 60\n"), 25, "every is missing."},
        {kGood + with(kRule, "every = 60", "every = 0"), 32, "every must be a whole number from 1"},
        {kGood + kRule + "early = 30\nlate = 30\n", 33, "must be shorter than the interval."},
        {kGood + kRule + "months = [13]\n", 33, "months must be a list of numbers from 1 to 12."},
        {kGood + kRule + "times = [\"09:00\"]\n", 33, "times is not a key of this table."},
        {kGood + kRule + "closed_days = \"drop\"\n", 33, "is not one of: keep, skip."},
        {kGood + "[[rule]]\ncode = \"r\"\nname = \"R\"\nkind = \"at\"\nroute = \"night\"\n"
                 "times = [\"10:00\", \"09:00\"]\n",
         30, "times must list clock times in order."},
        {kGood + with(kChecklist, "[[checklist.item]]", "scored = 1\n[[checklist.item]]"), 28,
         "scored must be true or false."},
        {kGood + with(kChecklist, "[[checklist.item]]", "person = true\n[[checklist.item]]"), 25,
         "A checklist about a person needs a post: who inspects."},
        {kGood + kChecklist + "months = [0]\n", 31, "months must be a list of numbers from 1 to 12."},
        {kGood + kChecklist + "months = 6\n", 31, "months must be a list of numbers from 1 to 12."},
        {kGood + kChecklist + "months = [1, 2]\n", 25, "In month 3 no item of this checklist holds."},
        {kGood + with(kRota, "night-guard", "nigth-guard"), 26, "post: there is no \"nigth-guard\" in this plan."},
        {kGood + without(kRota, "post = \"night-guard\"\n"), 25, "post is missing."},
        {kGood + kRota + with(kRota, "people = 3", "people = 4"), 40, "\"night-guard\" has a rota already."},
        {kGood + without(kRota, "people = 3\n"), 25, "people is missing."},
        {kGood + with(kRota, "people = 3", "people = 0"), 27, "people must be a whole number from 1"},
        {kGood + with(kRota, "person = 5", "person = 8"), 28, "days_per_person must be a whole number from 1 to 7."},
        {kGood + with(kRota, "day = 8", "day = 25"), 29, "hours_per_day must be a whole number from 1 to 24."},
        {kGood + with(kRota, "21:00", "9 pm"), 30, "from must be a clock time"},
        {kGood + with(kRota, "late_after = 5", "late_after = -5"), 32, "late_after must be a whole number from 0"},
        {kGood + with(kRota, "[5, 6]", "[5, 8]"), 37, "weekdays must be a list of numbers from 1 to 7."},
        {kGood + with(kRota, "[5, 6]", "[4, 5]"), 37, "The weekday 4 stands there twice."},
        {kGood + without(kRota, "weekdays = [5, 6]\n"), 36, "weekdays is missing."},
        {kGood + without(kRota, "at_once = 3\n"), 36, "at_once is missing."},
        {kGood + with(kRota, "at_once = 3", "at_once = 0"), 38, "at_once must be a whole number from 1"},
        {kGood + with(kRota, "at_once = 3", "atonce = 3\nat_once = 3"), 38, "Did you mean at_once?"},
        {kGood + kRota.substr(0, kRota.find("[[rota.need]]")), 25, "A rota needs at least one [[rota.need]]."},
        {kGood + with(kRule, "route = \"night\"", "fridge = \"f\""), 29, "fridge: there is no \"f\" in this plan."},
        {kGood + with(kRule, "route = \"night\"", "room = \"r\""), 29, "room: there is no \"r\" in this plan."},
        {kGood + with(kRule, "route = \"night\"", "event = \"accept\""), 29, "does not go with a rule of this kind."},
        {kGood + with(kRule, "route = \"night\"", "event = \"stocktake\"\nroute = \"night\""), 29, "not two."},
        {kGood + "[[rule]]\ncode = \"r\"\nname = \"R\"\nkind = \"deadline\"\nevent = \"stocktake\"\n", 29,
         "does not go with"},
        {kGood + "[[item]]\ncode = \"milk\"\nname = \"Milk\"\ndrinks = [\"tea\"]\n", 28,
         "drinks: there is no \"tea\" in this plan."},
        {kGood + "[[item]]\ncode = \"milk\"\nname = \"Milk\"\nservings = 0\n", 28, "servings must be"},
        {kGood + "[stock]\napprove = [\"recieved\"]\n", 26,
         "There is no movement \"recieved\". Did you mean received?"},
        {kGood + "[[fridge]]\ncode = \"f\"\nname = \"F\"\nmin = 0.25\n", 28,
         "min must be a number from -60 to 60, with one decimal place at most."},
        {kGood + "[[fridge]]\ncode = \"f\"\nname = \"F\"\nmax = \"8\"\n", 28, "max must be a number from -60 to 60"},
        {kGood + "[[fridge]]\ncode = \"f\"\nname = \"F\"\nmin = 8\n", 25, "min must be lower than max."},
        {kGood + "[[lendable]]\ncode = \"key\"\nname = \"Key\"\nnumber = 0\n", 28,
         "number must be a whole number from 1 to 1000."},
        {kGood + "[[lendable]]\ncode = \"key\"\nname = \"Key\"\nnumbered = 3\n", 28, "numbered must be true or false."},
        {kGood + "[[lendable]]\ncode = \"key\"\nname = \"Key\"\nwithin = -1\n", 28, "within must be"},
        {kGood + "[[lendable]]\ncode = \"key\"\nname = \"Key\"\nuntil = 3\n", 28, "until is not a key of this table."},
        {kGood + "[[handover_item]]\ncode = \"radio\"\nname = \"Radio\"\n", 25, "posts is missing: whose item is it?"},
        {kGood + "[[handover_item]]\ncode = \"radio\"\nname = \"Radio\"\nposts = [\"gard\"]\n", 28,
         "posts: there is no \"gard\" in this plan."},
        {kGood + "[[handover_item]]\ncode = \"radio\"\nname = \"Radio\"\nposts = [\"night-guard\"]\nnumber = 0\n", 29,
         "number must be a whole number from 1 to 9999."},
        {kGood + "[[room]]\ncode = \"r\"\nname = \"R\"\n", 25, "at least one [[room.item]]"},
        {kGood + "[[room]]\ncode = \"r\"\nname = \"R\"\n[[room.item]]\ncode = \"i\"\nname = \"I\"\n"
                 "[[room.item]]\ncode = \"j\"\nname = \"I\"\n",
         32, "The item \"j\" stands there twice."},
        {with(kGood, "aliases = [\"zw\"]", "certificate = \"2026-02-30\""), 14, "is not a date such as 2026-11-23."},
        {"format = 1\n[site\n", 2, "This is not TOML"},
        {"format = 1\nformat = 1\n", 2, "This is not TOML"},
        {"\xFF", 1, "This is not TOML"},
        {kGood + "name = \"open\nx\n", 25, "This is not TOML"},
    };
    return all;
}

}  // namespace

TEST_CASE("both templates read without errors") {
    for (const std::string_view toml : {embedded::sales_office_en, embedded::sales_office_zh}) {
        std::vector<PlanError> errors;
        const Plan plan = read_plan(toml, errors);
        CHECK_MESSAGE(errors.empty(), list(errors));
        CHECK(plan.zone == "Asia/Shanghai");
        CHECK(plan.grace.count() == 15);
        CHECK(plan.calendar.opens.count() == 540);
        CHECK(plan.calendar.closes.count() == 1230);
        CHECK(plan.posts.size() == 9);
        CHECK(plan.points.size() == 20);
        REQUIRE(plan.route("night") != nullptr);
        CHECK(plan.route("night")->points.size() == 9);
        REQUIRE(plan.checklist("closing") != nullptr);
        CHECK(plan.checklist("closing")->items.size() == 8);
        REQUIRE(plan.checklist("grooming") != nullptr);
        for (unsigned month = 1; month <= 12; ++month) {
            CHECK(plan.checklist("grooming")->items_in(month).size() == (month < 4 || month > 10 ? 12 : 11));
        }
        CHECK(plan.categories.size() == 8);
        REQUIRE(plan.rule("night-round") != nullptr);
        CHECK(plan.rule("night-round")->first.count() == 21 * 60);
        CHECK(plan.rule("night-round")->last.count() == 32 * 60);
        CHECK((plan.rule("closing-check")->times == std::vector<Minutes>{Minutes{1230}}));
        CHECK((plan.rule("fire-patrol")->closed_days == ClosedDays::skip));
        REQUIRE(plan.rota("front-desk") != nullptr);
        REQUIRE(plan.rota("bar") != nullptr);
        CHECK(plan.rota("bar")->at_once == plan.rota("front-desk")->at_once);
        CHECK(plan.rota("night-guard") == nullptr);
    }
}

TEST_CASE("both templates say the same in two languages") {
    std::vector<PlanError> errors;
    const Plan english = read_plan(embedded::sales_office_en, errors);
    const Plan chinese = read_plan(embedded::sales_office_zh, errors);
    CHECK(english.language == "en");
    CHECK(chinese.language == "zh");
    const auto codes = [](const auto& elements) {
        std::vector<std::string> all;
        for (const auto& element : elements) {
            all.push_back(element.code);
        }
        return all;
    };
    CHECK((codes(english.posts) == codes(chinese.posts)));
    CHECK((codes(english.points) == codes(chinese.points)));
    CHECK((codes(english.categories) == codes(chinese.categories)));
    CHECK((codes(english.rules) == codes(chinese.rules)));
    REQUIRE((codes(english.checklists) == codes(chinese.checklists)));
    for (std::size_t i = 0; i < english.checklists.size(); ++i) {
        const Checklist& one = english.checklists[i];
        const Checklist& other = chinese.checklists[i];
        CAPTURE(one.code);
        REQUIRE((codes(one.items) == codes(other.items)));
        CHECK(one.post == other.post);
        CHECK(one.scored == other.scored);
        CHECK(one.person == other.person);
        for (std::size_t j = 0; j < one.items.size(); ++j) {
            CHECK(one.items[j].months == other.items[j].months);
        }
    }
}

TEST_CASE("the small plan of these tests reads as it stands") {
    std::vector<PlanError> errors;
    const Plan plan = read_plan(kGood + kRule, errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    CHECK(plan.site_name == "Site One");
    CHECK(plan.language == "en");
    CHECK(plan.staff[0].name == "张伟");
    CHECK((plan.staff[0].aliases == std::vector<std::string>{"zw"}));
    CHECK(plan.staff[0].active);
    CHECK(plan.points[0].walk.count() == 30);
    CHECK(plan.routes[0].reminder == "Look.");
    CHECK(plan.rules[0].interval.count() == 60);
    CHECK(plan.rules[0].early.count() == 10);
    CHECK(plan.rules[0].target.code == "night");
}

TEST_CASE("every kind of fault is found in its line") {
    for (const Fault& fault : faults()) {
        const auto errors = errors_of(fault.toml);
        CAPTURE(std::string{fault.message});
        CAPTURE(list(errors));
        const bool said = std::any_of(errors.begin(), errors.end(), [&](const PlanError& error) {
            return error.line == fault.line && error.message.find(fault.message) != std::string::npos;
        });
        CHECK(said);
    }
}

TEST_CASE("one fault is one error") {
    for (const Fault& fault : faults()) {
        const auto errors = errors_of(fault.toml);
        CAPTURE(list(errors));
        CHECK(errors.size() == 1);
    }
}

TEST_CASE("a code that a spreadsheet would take for a formula is refused") {
    for (const char* code : {"+1", "-1+2", "＋1", "+A01"}) {
        CAPTURE(std::string{code});
        CHECK(errors_of(with(kGood, "code = \"A01\"", "code = \"" + std::string{code} + "\"")).size() == 1);
    }
}

TEST_CASE("several faults are told at once, in the order of their lines") {
    std::string toml = kGood + kRule;
    toml = with(toml, "Asia/Shanghai", "Mars/Base");
    toml = with(toml, "walk = 30", "wlak = 30");
    toml = with(toml, "\"P01\"]", "\"P09\"]");
    toml = with(toml, "\"08:00\"", "\"8\"");
    const auto errors = errors_of(toml);
    REQUIRE_MESSAGE(errors.size() == 4, list(errors));
    CHECK(errors[0].line == 4);
    CHECK(errors[1].line == 18);
    CHECK(errors[1].message == "wlak is not a key of this table. Did you mean walk?");
    CHECK(errors[2].line == 23);
    CHECK(errors[3].line == 31);
}

TEST_CASE("tables in braces are refused: the editing commands could not write them") {
    const std::string people = "staff = [{code = \"A01\", name = \"x\"}, {code = \"A01\", name = \"y\"}]\n";
    const auto errors = errors_of(people + "format = 1\n[site]\nname = \"S\"\nzone = \"UTC\"\n");
    REQUIRE_FALSE(errors.empty());
    CHECK(errors[0].line == 1);
    CHECK(errors[0].message == "staff must be written as [[staff]].");
}

TEST_CASE("a byte-order mark and Windows line ends are accepted") {
    CHECK(errors_of("\xEF\xBB\xBF" + kGood).empty());
    std::string windows;
    for (const char letter : kGood) {
        windows += letter == '\n' ? "\r\n" : std::string(1, letter);
    }
    CHECK(errors_of(windows).empty());
    const auto errors = errors_of("\xEF\xBB\xBF" + with(windows, "Asia/Shanghai", "Mars/Base"));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].line == 4);
}

TEST_CASE("a plan may be 256 KiB large and no larger") {
    const std::string filler(256 * 1024 - kGood.size() - 2, 'x');
    CHECK(errors_of(kGood + "#" + filler + "\n").empty());
    const auto errors = errors_of(kGood + "#x" + filler + "\n");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].line == 0);
    CHECK(errors[0].message == "The plan is larger than 256 KiB.");
}

TEST_CASE("a plan with nothing in it") {
    const auto errors = errors_of("");
    CHECK(errors.size() == 2);
}

TEST_CASE("a plan nested as deep as it can be does no harm") {
    CHECK_FALSE(errors_of("a = " + std::string(100000, '[')).empty());
}

TEST_CASE("all kinds of rule are read") {
    const std::string base =
        "[[checklist]]\ncode = \"c\"\nname = \"C\"\n[[checklist.item]]\ncode = \"i\"\ntext = "
        "\"t\"\n";
    const auto rule = [&](const std::string& rest) {
        std::vector<PlanError> errors;
        const Plan plan = read_plan(kGood + base + "[[rule]]\ncode = \"r\"\nname = \"R\"\n" + rest, errors);
        REQUIRE_MESSAGE(errors.empty(), list(errors));
        return plan.rules.at(0);
    };
    CHECK((rule("kind = \"at\"\nchecklist = \"c\"\ntimes = [\"09:00\", \"17:00\"]\n").times ==
           std::vector<Minutes>{Minutes{540}, Minutes{1020}}));
    // Times of the calendar day, also before it begins for whoever has no shift.
    CHECK((rule("kind = \"at\"\nchecklist = \"c\"\ntimes = [\"02:00\", \"07:00\"]\n").times ==
           std::vector<Minutes>{Minutes{120}, Minutes{420}}));
    const Rule weekly = rule("kind = \"period\"\nchecklist = \"c\"\nunit = \"week\"\ndue_day = 5\n");
    CHECK((weekly.unit == PeriodUnit::week));
    CHECK((weekly.due_day == std::chrono::Friday));
    CHECK((rule("kind = \"period\"\nchecklist = \"c\"\nunit = \"half-month\"\n").unit == PeriodUnit::half_month));
    CHECK(rule("kind = \"after\"\ndays = 7\n").days == 7);
    CHECK(rule("kind = \"timer\"\nevery = 10\nfirst = 5\n").first.count() == 5);
    const Rule deadline = rule("kind = \"deadline\"\nwithin = 1440\nclock = \"opening\"\n");
    CHECK(deadline.limit.count() == 1440);
    CHECK((deadline.clock == DeadlineClock::opening));
    CHECK((rule("kind = \"after\"\nmonths = [6, 7]\nweekdays = [1]\n").months == std::set<unsigned>{6, 7}));
}

TEST_CASE("what a site keeps is read") {
    std::vector<PlanError> errors;
    const Plan plan = read_plan(kGood +
                                    "[[drink]]\ncode = \"tea\"\nname = \"Tea\"\n"
                                    "[[item]]\ncode = \"leaf\"\nname = \"Leaves\"\nunit = \"tin\"\npar = 4\n"
                                    "shelf_life = 540\ndrinks = [\"tea\"]\nservings = 60\n"
                                    "[stock]\napprove = [\"broken\"]\n[[stock.near_expiry]]\nshelf_life = 0\n"
                                    "days = 3\n[[stock.near_expiry]]\nshelf_life = 30\ndays = 9\n"
                                    "[[fridge]]\ncode = \"f\"\nname = \"F\"\nmin = -18\nmax = 4.5\n"
                                    "[[method]]\ncode = \"steam\"\nname = \"Steam\"\nminutes = 15\n"
                                    "[[lendable]]\ncode = \"umbrella\"\nname = \"Umbrella\"\nnumber = 20\n"
                                    "numbered = true\nwithin = 90\n"
                                    "[[lendable]]\ncode = \"key\"\nname = \"Key\"\n"
                                    "[[room]]\ncode = \"r\"\nname = \"R\"\n[[room.item]]\ncode = \"vase\"\n"
                                    "name = \"Vase\"\nnumber = 2\n",
                                errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    CHECK(plan.items.at(0).unit == "tin");
    CHECK(plan.items.at(0).par == 4);
    CHECK(plan.items.at(0).shelf_life == 540);
    CHECK(plan.items.at(0).drinks == std::vector<std::string>{"tea"});
    CHECK(plan.items.at(0).servings == 60);
    CHECK(plan.stock.approve.count("broken") == 1);
    REQUIRE(plan.stock.near_expiry.size() == 2);
    CHECK(plan.stock.near_expiry[0].days == 9);
    CHECK(plan.fridges.at(0).least == -180);
    CHECK(plan.fridges.at(0).most == 45);
    REQUIRE(plan.lendable("umbrella") != nullptr);
    CHECK(plan.lendable("umbrella")->number == 20);
    CHECK(plan.lendable("umbrella")->numbered);
    CHECK(plan.lendable("umbrella")->within.count() == 90);
    REQUIRE(plan.lendable("key") != nullptr);
    CHECK(plan.lendable("key")->number == 1);
    CHECK_FALSE(plan.lendable("key")->numbered);
    CHECK(plan.lendable("key")->within.count() == 0);
    CHECK(plan.methods.at(0).minutes == Minutes{15});
    CHECK(plan.rooms.at(0).items.at(0).number == 2);
}

TEST_CASE("the rules of a post without people yield nothing") {
    std::vector<PlanError> errors;
    const std::string person = "[[staff]]\ncode = \"A77\"\nname = \"Somebody\"\n";
    const auto staffed = [&](const std::string& more) {
        const Plan plan = read_plan(kGood + kRule + more, errors);
        REQUIRE_MESSAGE(errors.empty(), list(errors));
        CHECK(plan.is_staffed(""));
        return plan.is_staffed("bar");
    };
    CHECK(read_plan(kGood, errors).is_staffed("night-guard"));
    CHECK(!staffed(""));
    CHECK(staffed(person));  // of no post: of any
    CHECK(!staffed(person + "active = false\n"));
    CHECK(!staffed(person + "posts = [\"night-guard\"]\n"));
}

TEST_CASE("the items of a checklist may have a season") {
    std::vector<PlanError> errors;
    const std::string scarf = "[[checklist.item]]\ncode = \"scarf\"\ntext = \"Scarf\"\nmonths = [12, 1]\n";
    const Plan plan = read_plan(kGood + kChecklist + scarf, errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    const Checklist& checklist = plan.checklists.at(0);
    CHECK(checklist.items.at(0).months.empty());
    CHECK((checklist.items.at(1).months == std::set<unsigned>{1, 12}));
    for (unsigned month = 1; month <= 12; ++month) {
        const auto items = checklist.items_in(month);
        CAPTURE(month);
        CHECK(items.size() == (month == 1 || month == 12 ? 2 : 1));
        CHECK(items.front().code == "i");
        CHECK(items.back().code == (items.size() == 2 ? "scarf" : "i"));
    }
}

TEST_CASE("a checklist is scored, and about a person, when the plan says so") {
    std::vector<PlanError> errors;
    CHECK_FALSE(read_plan(kGood + kChecklist, errors).checklists.at(0).scored);
    const std::string scored = with(kChecklist, "[[checklist.item]]", "scored = true\n[[checklist.item]]");
    CHECK(read_plan(kGood + scored, errors).checklists.at(0).scored);
    CHECK_FALSE(read_plan(kGood + scored, errors).checklists.at(0).person);
    const std::string person = with(scored, "scored", "post = \"night-guard\"\nperson = true\nscored");
    CHECK(read_plan(kGood + person, errors).checklists.at(0).person);
    CHECK_MESSAGE(errors.empty(), list(errors));
}

TEST_CASE("an item of the cleaning is a rule, too, under the same code") {
    std::vector<PlanError> errors;
    const std::string pool = with(with(kCleaning, "floor", "pool"), "Floor", "Pool");
    const Plan plan =
        read_plan(kGood + kCleaning + with(pool, "standard", "treatment = true\nstandard") + kRule, errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    REQUIRE(plan.cleaning.size() == 2);
    CHECK(plan.cleaning[0].code == "floor");
    CHECK(plan.cleaning[0].area == "P01");
    CHECK(plan.cleaning[0].standard == "bright");
    CHECK_FALSE(plan.cleaning[0].treatment);
    CHECK(plan.cleaning[1].treatment);
    const Rule* rule = plan.rule("floor");
    REQUIRE(rule != nullptr);
    CHECK(rule->kind == RuleKind::period);
    CHECK(rule->unit == PeriodUnit::half_month);
    CHECK(rule->target.family == "cleaning");
    CHECK(rule->target.code == "floor");
    CHECK(rule->post == "night-guard");
    CHECK(rule->closed_days == ClosedDays::skip);
    CHECK(plan.rules.front().code == "night-round");
}

TEST_CASE("a rota is read, its opening may end on the next morning") {
    std::vector<PlanError> errors;
    const Plan plan = read_plan(kGood + kRota, errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    const Rota& rota = plan.rotas.at(0);
    CHECK(rota.people == 3);
    CHECK(rota.days_per_person == 5);
    CHECK(rota.hours_per_day == 8);
    CHECK(rota.from.count() == 21 * 60);
    CHECK(rota.until.count() == 32 * 60);
    CHECK(rota.late_after.count() == 5);
    CHECK((rota.at_once == std::map<unsigned, std::int64_t>{{1, 2}, {2, 2}, {3, 2}, {4, 2}, {5, 3}, {6, 3}}));
}

TEST_CASE("a rota without times has the opening hours of the site") {
    std::vector<PlanError> errors;
    std::string toml = kGood + "[[rota]]\npost = \"night-guard\"\npeople = 1\n[[rota.need]]\nweekdays = [1]\n";
    const Plan plan = read_plan(toml + "at_once = 1\n", errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    CHECK(plan.rotas.at(0).from == plan.calendar.opens);
    CHECK(plan.rotas.at(0).until == plan.calendar.closes);
    CHECK(plan.rotas.at(0).late_after.count() == 0);
}

TEST_CASE("a rule after midnight belongs to the evening before") {
    std::vector<PlanError> errors;
    const Plan plan = read_plan(kGood + with(kRule, "\"21:00\"", "\"00:00\""), errors);
    REQUIRE_MESSAGE(errors.empty(), list(errors));
    CHECK(plan.rules[0].first.count() == 24 * 60);
    CHECK(plan.rules[0].last.count() == 32 * 60);
}

}  // namespace onduty
