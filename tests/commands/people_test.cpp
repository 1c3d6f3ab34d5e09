// SPDX-License-Identifier: MIT
// Can people be called as they are, whatever signs their names hold, and do they stay who they were?
#include <doctest/doctest.h>

#include <fstream>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

Ran taken(TestSite& site, std::vector<std::string> words) {
    Ran ran = site.run(std::move(words));
    CHECK_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    return ran;
}

void apply(TestSite& site, const std::string& before, const std::string& now) {
    std::string plan = site.plan();
    REQUIRE(plan.find(before) != std::string::npos);
    plan.replace(plan.find(before), before.size(), now);
    const Ran ran = site.run_with_input({"plan", "apply", "-", "--by", "A03"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
}

struct Called {
    const char* name;
    const char* otherwise;  // as another keyboard types it
};

constexpr Called kCalled[]{
    {"赵〇", "赵〇"},
    {"李•明", "李·明"},
    {"Ｌｉ Ming", "li  ming"},
    {"买买提·阿不", "买买提・阿不"},
    {"A：1", "a:1"},
    {"李，娜", "李,娜"},
    {"张、伟", "张、伟"},
    {"O'Brien", "o’brien"},
    {"Anna Schmidt", "ＡＮＮＡ Schmidt"},
    {"王芳", "王芳"},
    {"王芳芳", "王芳芳"},
    {"ÉMILE", "émile"},
};

}  // namespace

TEST_CASE("who is called with any signs is found by his name as it is, and as another keyboard types it") {
    TestSite site;
    TestSite::start_night(site);
    int number = 3;
    for (const Called& called : kCalled) {
        taken(site, {"plan", "add", "staff", called.name, "--post", "guard", "--by", "A03"});
        ++number;
        const std::string code = (number < 10 ? "A0" : "A") + std::to_string(number);
        for (const std::string& typed : {std::string{called.name}, std::string{called.otherwise}}) {
            CAPTURE(typed);
            CHECK(says(taken(site, {"checkin", "staff", typed, "--dry-run"}).out, called.name));
            CHECK(says(taken(site, {"lend", "out", "umbrella", "1", "--to", typed, "--dry-run"}).out,
                       (std::string{"lent to "} + called.name + ",").c_str()));
            const Ran again = site.run({"plan", "add", "staff", typed, "--by", "A03"});
            CHECK(again.code == 4);
            CHECK_MESSAGE(says(again.err, (std::string{called.name} + " (" + code + ")").c_str()), again.err);
        }
    }
}

TEST_CASE("places called with any signs are found, and lists are not cut within a name") {
    TestSite site;
    TestSite::start_night(site);
    for (const Called& called : kCalled) {
        const std::string code = "Q" + std::to_string(&called - kCalled);
        taken(site, {"plan", "add", "point", code, called.name, "--route", "night", "--by", "A03"});
    }
    taken(site, {"patrol", "start", "night"});
    for (const Called& called : kCalled) {
        CAPTURE(std::string{called.name});
        for (const char* typed : {called.name, called.otherwise}) {
            CHECK(says(taken(site, {"patrol", "point", typed}).out, called.name));
        }
    }
    apply(site, "[[handover_item]]",
          "[[handover_item]]\ncode = \"zz\"\nname = \"A：1\"\nnumber = 3\nposts = "
          "[\"night-guard\"]\n\n[[handover_item]]");
    for (const char* typed : {"A：1", "a:1=3", "A:1:damaged", "A：1=2：damaged"}) {
        CAPTURE(std::string{typed});
        const Ran ran = taken(site, {"handover", "count", "all", typed, "--of", "night-guard", "--dry-run"});
        CHECK(says(ran.out, "A：1") == says(typed, "dam"));
    }
    apply(site, "name = \"Estate steward\"", "name = \"Estate, garden\"");
    std::ofstream{site.directory() + "/staff.csv"}
        << "name,posts\nBo Wu,\"Estate, garden; bar\"\nMo Wu,\"bar,guard\"\n";
    CHECK(says(taken(site, {"import", "staff", site.directory() + "/staff.csv", "--by", "A03"}).out, "2"));
    const std::string plan = site.plan();
    CHECK(says(plan, "posts = [\"estate\", \"bar\"]"));
    CHECK(says(plan, "posts = [\"bar\", \"guard\"]"));
}

TEST_CASE("two who were called alike are asked for by their codes") {
    TestSite site;
    TestSite::start_night(site);
    taken(site, {"plan", "add", "staff", "Bo", "--post", "guard", "--by", "A03"});
    apply(site, "name = \"Bo\"", "name = \"Bo East\"");
    taken(site, {"plan", "add", "staff", "Bo", "--post", "guard", "--by", "A03"});
    apply(site, "name = \"Bo\"", "name = \"Bo West\"");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"checkin", "staff", "Bo"}, {"lend", "out", "umbrella", "1", "--to", "Bo"}}) {
        const Ran ran = site.run(words);
        CHECK(ran.code == 2);
        CHECK_MESSAGE(says(ran.err, "\"Bo\" can mean Bo East (A04), Bo West (A05). Type more of it, or the code."),
                      ran.err);
    }
}

TEST_CASE("who has left is found by name, code and alias, comes back as he was, and his code is nobody else's") {
    TestSite site;
    TestSite::start_night(site);
    taken(site, {"plan", "add", "staff", "Sun Li", "--post", "sales", "--alias", "sl", "--by", "A03"});
    taken(site, {"checkin", "staff", "Sun Li"});
    taken(site, {"note", "task", "mend it", "--owner", "Sun Li", "--until", "tomorrow", "--by", "zw"});
    taken(site, {"complain", "new", "complaint", "lamp", "--severity", "3", "--by", "zw"});
    taken(site, {"complain", "assign", "C1", "Sun Li", "--by", "zw"});
    taken(site, {"customer", "new", "--name", "Chen Ming", "--keeper", "Sun Li", "--by", "zw"});
    taken(site, {"checkin", "out", "Sun Li"});
    taken(site, {"plan", "remove", "staff", "Sun Li", "--by", "A03"});
    for (const char* name : {"Sun Li", "sun  li", "A04", "a4", "ＳＬ"}) {
        CAPTURE(std::string{name});
        CHECK(says(taken(site, {"log", "--person", name}).out, "off duty"));
        CHECK(says(taken(site, {"note", "list", "--owner", name}).out, "mend it"));
        CHECK(says(taken(site, {"complain", "list", "--owner", name}).out, "C1"));
        CHECK(says(taken(site, {"customer", "list", "--keeper", name}).out, "C* M*"));
        const Ran back = site.run({"plan", "add", "staff", name, "--by", "A03", "--dry-run"});
        if (std::string{name} == "ＳＬ") {
            CHECK(back.code == 4);
            CHECK(
                says(back.err, "is Sun Li (A04), who has left. If that is who comes back: onduty plan add staff A04"));
        } else {
            CHECK_MESSAGE(says(back.out, "Sun Li is back as A04."), back.err);
        }
    }
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"--code", "A04"}, {"--code", "a4"}, {"--alias", "A04"}, {"--alias", "Sun Li"}}) {
        std::vector<std::string> words{"plan", "add", "staff", "New", "--by", "A03"};
        words.insert(words.end(), more.begin(), more.end());
        const Ran ran = site.run(words);
        CHECK(ran.code == 4);
        CHECK_MESSAGE(says(ran.err, "onduty plan add staff A04"), ran.err);
    }
    CHECK(says(taken(site, {"plan", "add", "staff", "New", "--by", "A03"}).out, "New joins as A05."));
    CHECK(says(taken(site, {"plan", "add", "staff", "A04", "--by", "A03"}).out, "Sun Li is back as A04."));
    taken(site, {"checkin", "staff", "sl"});
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a code that the log used for somebody is given to nobody else") {
    TestSite site;
    TestSite::start_night(site);
    taken(site, {"plan", "add", "staff", "Chen Jing", "--post", "sales", "--code", "B7", "--by", "A03"});
    const std::string with = site.plan();
    const std::size_t place = with.find("[[staff]]\ncode = \"B7\"");
    REQUIRE(place != std::string::npos);
    const std::size_t next = with.find("\n[", place + 1);
    const std::string without = with.substr(0, place) + (next == std::string::npos ? "" : with.substr(next + 1));
    CHECK(site.run_with_input({"plan", "apply", "-", "--by", "A03"}, without, std::chrono::seconds{0}).code == 4);
    REQUIRE(site.run({"plan", "remove", "staff", "B7", "--by", "A03"}).code == 0);
    const Ran other = site.run({"plan", "add", "staff", "Zhao Liu", "--post", "sales", "--code", "B7", "--by", "A03"});
    CHECK(other.code == 4);
    CHECK_MESSAGE(says(other.err, "\"B7\" is Chen Jing (B7), who has left."), other.err);
    CHECK(site.run_with_input({"plan", "apply", "-", "--by", "A03"}, with, std::chrono::seconds{0}).code == 0);
}
