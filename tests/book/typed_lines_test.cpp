// SPDX-License-Identifier: MIT
// Does every word and option of the form THING=WORDS or THING=NUMBER need both sides?
#include "book/typed_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "commands.hpp"
#include "support.hpp"

using onduty::test::bring_on_duty;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

using FormWords = std::vector<std::string>;

void open_bar(TestSite& site) {
    REQUIRE(site.run({"init", "--lang", "en"}).code == 0);
    bring_on_duty(site, {{"Li Na", "front-desk"}, {"Chen Jing", "bar"}, {"Wang", "supervisor"}});
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Li Na"}).code == 0);
    REQUIRE(site.run({"serve", "linen", "sent", "sheet=4", "--by", "Chen Jing"}).code == 0);
    REQUIRE(site.run({"serve", "order", "V1", "tea=2", "--by", "Chen Jing"}).code == 0);
    REQUIRE(site.run({"customer", "survey", "new", "autumn", "--sent", "9", "--until", "2027-01-01", "--by", "Li Na"})
                .code == 0);
}

// The last word is the one of the form, without its sides.
const std::vector<FormWords>& forms() {
    static const std::vector<FormWords> kForms{
        {"serve", "count", "show-1", "all", "--why"},
        {"serve", "count", "show-1", "all", "--misplaced"},
        {"serve", "stock", "count", "cup=1", "--why"},
        {"handover", "count", "all", "--of", "night-guard", "--why"},
        {"patrol", "check", "bar-opening", "all", "--fixed"},
        {"patrol", "check", "bar-opening", "all", "--fault"},
        {"patrol", "check", "bar-opening", "all", "--na"},
        {"checkin", "inspect", "Li Na", "all", "--fixed"},
        {"checkin", "inspect", "Li Na", "all", "--fault"},
        {"checkin", "inspect", "Li Na", "all", "--na"},
        {"checkin", "contractor", "Bo", "--work", "lift", "--tool"},
        {"serve", "linen", "sent"},
        {"serve", "linen", "back"},
        {"serve", "order", "V1"},
        {"serve", "deliver", "V1"},
        {"serve", "count", "show-1"},
        {"serve", "stock", "count"},
        {"serve", "stock", "received"},
        {"serve", "stock", "broken", "--note", "fell"},
        {"serve", "disinfect", "steam"},
        {"handover", "count", "--of", "night-guard"},
        {"note", "release", "--for", "2-301", "--approved-by", "Wang"},
        {"customer", "survey", "answer", "11"},
    };
    return kForms;
}

}  // namespace

TEST_CASE("of THING=WORDS neither side is blank, whatever the command") {
    TestSite site;
    open_bar(site);
    for (const FormWords& form : forms()) {
        for (const char* typed : {"=3", "  =2", "\u3000=3", "1=", "9=  ", "cup=", "tea= ", "key=\u3000", "=", " = "}) {
            FormWords line = form;
            line.insert(line.end(), {typed, "--by", form[0] == "serve" ? "Chen Jing" : "Wang"});
            const Ran ran = site.run(line);
            CAPTURE(line);
            CHECK_MESSAGE(ran.code == 2, (ran.out + ran.err));
            CHECK_MESSAGE((says(ran.err, "\": write ") || form[1] == "survey"), ran.err);
        }
    }
    const std::string last = site.run({"log", "--last", "1"}).out;
    CHECK_MESSAGE((says(last, "11") && says(last, "autumn")), last);
}

TEST_CASE("a number of eight digits is a number wherever an entry is named") {
    TestSite site;
    open_bar(site);
    const std::vector<FormWords> lines{
        {"serve", "stock", "approve"},
        {"serve", "stock", "refuse", "--note", "not ours"},
        {"serve", "disinfect", "end"},
        {"serve", "explain", "@", "cup", "fell"},
        {"clean", "litter", "removed"},
        {"correct", "@", "--void", "--reason", "typed twice"},
        {"log"},
        {"note", "done"},
        {"patrol", "sign"},
        {"patrol", "alarm", "@", "--result", "false"},
        {"patrol", "incident"},
        {"handover", "accept"},
        {"handover", "slip"},
        {"customer", "survey", "done"},
        {"customer", "contact", "@", "asked", "--way", "phone"},
        {"complain", "new", "complaint", "loud", "--from"},
        {"complain", "act", "@", "looked"},
    };
    for (FormWords line : lines) {
        const auto place = std::find(line.begin(), line.end(), "@");
        if (place == line.end()) {
            line.insert(line[0] == "serve" && line.size() > 3 ? line.begin() + 3 : line.end(), "12345678");
        } else {
            *place = "12345678";
        }
        line.insert(line.end(), {"--by", "Wang"});
        const Ran ran = site.run(line);
        CAPTURE(line);
        CHECK_MESSAGE((ran.code == 2 || ran.code == 4), (ran.out + ran.err));
        for (const char* words : {"is not the number", "is no number", "has no area", "is no item", "Did you mean"}) {
            CHECK_MESSAGE(!says(ran.err, words), ran.err);
        }
    }
}

TEST_CASE("the options of that form are all tried") {
    std::set<std::string> tried{"checkin out --tool"};  // of a visit that brought tools: tests/visits/arrive_test.cpp
    for (const FormWords& form : forms()) {
        tried.insert(form[0] + " " + form[1] + " " + form.back());
    }
    for (const Command& command : commands()) {
        for (const ActionSpec& action : command.spec().actions) {
            OptionList list;
            const Action work = action.setup(list);
            for (const OptionSpec& spec : list.specs()) {
                const std::string name = std::string{command.name} + " " + action.name + " " + spec.long_name();
                CHECK_MESSAGE((spec.type.find('=') == std::string::npos || tried.count(name) == 1), name);
            }
        }
    }
}

TEST_CASE("words may hold a further =, names of things, too") {
    CHECK(sides_of("cup = 1=2 ", Parting::first)->said == "1=2");
    CHECK(sides_of("a=b=2", Parting::last)->thing == "a=b");
    CHECK(sides_of("3＝空调没关", Parting::first)->said == "空调没关");
    CHECK(sides_of("3=a＝b", Parting::first)->said == "a＝b");
    CHECK(sides_of("a=b＝2", Parting::last)->said == "2");
    CHECK(sides_of("a＝b=2", Parting::last)->thing == "a＝b");
    CHECK(!sides_of("＝3", Parting::first));
    CHECK(!sides_of("cup", Parting::first));
    CHECK(typed_line("tea", 1).quantity == 1);
    CHECK(typed_line("tea=+2", -9).quantity == 2);
    CHECK_THROWS(typed_line("tea=0", 1));
}

}  // namespace onduty
