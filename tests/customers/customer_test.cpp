// SPDX-License-Identifier: MIT
// What should customer do?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// On duty from 10:00 on 2026-11-28: Wang at supervisor, Zhou Kai (S1) and Chen Mei (S2) at sales. Entries 1 to 11.
void open_sales(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-28 10:00");
    REQUIRE(site.run({"plan", "add", "staff", "Zhou Kai", "--code", "S1", "--post", "sales"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Mei", "--code", "S2", "--post", "sales"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "S1"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "S2"}).code == 0);
}

std::vector<std::string> by(const char* name, std::vector<std::string> words) {
    words.insert(words.end(), {"--by", name});
    return words;
}

// Visit V1 (entry 12) of Zhou Yun for the first time, card K13.
void open_card(TestSite& site) {
    open_sales(site);
    REQUIRE(site.run(by("S1", {"checkin", "visit", "--party", "2", "--first", "--purpose", "flats", "--host", "S1",
                               "--name", "Zhou Yun", "--phone", "13800138000"}))
                .code == 0);
    const Ran ran = site.run(by("S1", {"customer", "new", "v1", "--class", "A"}));
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    REQUIRE(says(ran.out, "#13 K13: Z* Y* 13***00, Class A, from v1."));
}

}  // namespace

TEST_CASE("a card takes name and telephone over from the first contact") {
    TestSite site;
    open_card(site);
    const Ran list = site.run({"customer"});
    CHECK(list.out == lines({
                          "No.  Name   Class    Keeper  Since       Last contact  First by  Remark",
                          "K13  Z* Y*  Class A          2026-11-28                          no keeper",
                      }));
    CHECK_FALSE(says(site.run({"log"}).out + site.run({"customer", "show", "K13"}).out, "Zhou Yun"));
    CHECK(
        says(site.run({"customer", "show", "Ｋ１３", "--full"}).out, "K13 Zhou Yun 13800138000, Class A, no keeper."));
    const Ran second = site.run(by("S1", {"customer", "new", "V1"}));
    CHECK(second.code == 4);
    CHECK(says(second.err, "There is a card of it already: K13."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("first contacts of the day without a card are found") {
    TestSite site;
    open_card(site);
    CHECK(site.run({"customer", "today"}).code == 0);
    REQUIRE(site.run(by("S1", {"checkin", "call", "price of three rooms", "--first", "--host", "S2", "--name", "Wu"}))
                .code == 0);
    const Ran today = site.run({"customer", "today"});
    CHECK(today.code == 3);
    CHECK(today.out == lines({
                           "No.  Time              Name  With      Type",
                           "14   2026-11-28 10:00  W*    Chen Mei  onduty customer new 14",
                       }));
    const Ran made = site.run(by("S2", {"customer", "new", "14", "--keeper", "S2", "--note", "three rooms"}));
    CHECK(made.code == 0);
    CHECK(says(made.out, "#15 K15: W*, from 14."));
    CHECK(says(made.out, "#16 Chen Mei keeps K15."));
    CHECK(says(site.run({"customer", "today"}).out, "2026-11-28: no first contact is without a card."));
    CHECK(says(site.run({"customer", "today", "2026-11-27"}).out, "2026-11-27: no first contact"));
}

TEST_CASE("what is no card, no visit, no telephone or no class is not recorded") {
    TestSite site;
    open_sales(site);
    for (const auto& [words, code] : std::vector<std::pair<std::vector<std::string>, int>>{
             {{"customer", "new"}, 2},
             {{"customer", "new", "V9"}, 2},
             {{"customer", "new", "1"}, 2},
             {{"customer", "new", "x"}, 2},
             {{"customer", "new", "--name", "Wu", "--phone", "abc"}, 2},
             {{"customer", "new", "--name", "Wu", "--class", "Z"}, 2},
             {{"customer", "new", "--name", "Wu", "--keeper", "Nobody"}, 2},
             {{"customer", "show", "K99"}, 2},
             {{"customer", "show", "K1"}, 2},
             {{"customer", "contact", "K99", "--way", "phone"}, 2},
             {{"customer", "update", "K99", "x"}, 2},
             {{"customer", "assign", "K99", "S1"}, 2},
         }) {
        CAPTURE(words.back());
        CHECK(site.run(by("S1", words)).code == code);
    }
    CHECK(site.run({"log", "12"}).code == 2);
}

TEST_CASE("the supervisor assigns, evenly or by name") {
    TestSite site;
    open_sales(site);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(site.run(by("S1", {"customer", "new", "--name", "Wu", "--class", "B"})).code == 0);
    }
    const Ran forbidden = site.run(by("S1", {"customer", "assign", "--even"}));
    CHECK(forbidden.code == 4);
    CHECK(says(forbidden.err, "Zhou Kai may not say who keeps a customer. Who may: Wang."));
    const Ran even = site.run(by("Wang", {"customer", "assign", "--even"}));
    CHECK(even.code == 0);
    CHECK(says(even.out, "Zhou Kai keeps K12."));
    CHECK(says(even.out, "Chen Mei keeps K13."));
    CHECK(says(even.out, "Zhou Kai keeps K14."));
    CHECK(site.run(by("Wang", {"customer", "assign", "--even"})).code == 4);
    CHECK(site.run(by("Wang", {"customer", "assign", "K12", "S1"})).code == 4);
    CHECK(site.run(by("Wang", {"customer", "assign", "K12"})).code == 2);
    CHECK(says(site.run(by("Wang", {"customer", "assign", "K12", "k14", "Chen Mei"})).out, "Chen Mei keeps K14."));
    // Whoever leaves keeps nobody, and nobody can be given to him.
    REQUIRE(site.run({"checkin", "out", "S2"}).code == 0);
    REQUIRE(site.run(by("Wang", {"plan", "remove", "staff", "S2"})).code == 0);
    const Ran left = site.run(by("Wang", {"customer", "assign", "K12", "Chen Mei"}));
    CHECK(left.code == 4);
    CHECK(says(left.err, "Chen Mei has left."));
    CHECK(says(site.run(by("Wang", {"customer", "assign", "--even"})).out, "Zhou Kai keeps K13."));
}

TEST_CASE("the first contact is due within a week, and an attempt does not end the wait") {
    TestSite site;
    open_card(site);
    REQUIRE(site.run(by("Wang", {"customer", "assign", "K13", "S1"})).code == 0);
    CHECK(says(site.run({"due"}).out, "2026-12-05 10:00  10080  Zhou Kai: first contact with K13"));
    const Ran missed = site.run(by("S1", {"customer", "contact", "K13", "--way", "phone", "--not-reached"}));
    CHECK(says(missed.out, "K13: by phone, NOT REACHED; try again 2026-11-29 Sun 10:00."));
    CHECK(says(site.run({"customer", "list", "--waiting"}).out, "2026-12-05"));
    site.set_time("2026-11-29 10:01");
    CHECK(says(site.run({"due"}).out, "Zhou Kai: try K13 again"));
    REQUIRE(site.run(by("S1", {"customer", "contact", "K13", "--way", "phone", "--not-reached", "--again", "18:00"}))
                .code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "OVERDUE  2026-11-29 10:00"));
    CHECK(says(site.run({"due"}).out, "2026-11-29 18:00"));
    site.set_time("2026-12-05 10:01");
    const Ran due = site.run({"due"});
    CHECK(due.code == 3);
    CHECK(says(due.out, "Zhou Kai: first contact with K13 "));
    CHECK(says(due.out, " onduty customer contact K13 --way ..."));
    CHECK(says(site.run({"customer"}).out, "OVERDUE"));
    CHECK(says(site.run({"customer", "show", "K13"}).out, "First contact OVERDUE since 2026-12-05 Sat 10:00."));
    const Ran made =
        site.run(by("S1", {"customer", "contact", "K13", "wants three rooms", "--way", "电话", "--minutes", "5"}));
    CHECK(says(made.out, "K13: by phone, first contact: wants three rooms."));
    CHECK_FALSE(says(site.run({"due"}).out, "K13"));
    CHECK(says(site.run({"log"}).out, "contact K13 by phone, 5 min ok \"wants three rooms\""));
    // From now on it is to be said what for.
    CHECK(site.run(by("S1", {"customer", "contact", "K13", "--way", "phone"})).code == 2);
    CHECK(site.run(by("S1", {"customer", "contact", "K13", "--way", "smoke", "--why", "opinion"})).code == 2);
    CHECK(site.run(by("S1", {"customer", "contact", "K13", "--way", "mail", "--why", "fun"})).code == 2);
    CHECK(site.run(by("S1", {"customer", "contact", "K13", "--way", "mail", "--why", "seasonal", "--again", "18:00"}))
              .code == 2);
    CHECK(site.run(by("S1", {"customer", "contact", "K13", "--way", "mail", "--why", "seasonal"})).code == 0);
    CHECK(site.run({"report", "week", "2026-11-28", "--block", "customers", "--csv"}).out ==
          "keeper,name,customers,opened,assigned,first_in_time,first_late,first_waiting,first_overdue\r\n"
          "S1,Zhou Kai,1,1,1,0,1,0,0\r\n");
    CHECK(site.run({"report", "month", "2026-11-28", "--block", "contacts", "--csv"}).out ==
          "person,name,contacts,opinion,seasonal,reminder,not_reached,minutes\r\nS1,Zhou Kai,0,0,0,0,2,0\r\n");
    CHECK(site.run({"report", "month", "2026-12-05", "--block", "contacts", "--csv"}).out ==
          "person,name,contacts,opinion,seasonal,reminder,not_reached,minutes\r\nS1,Zhou Kai,2,0,1,0,0,5\r\n");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("many who wait are told together, and each alone where all is asked for") {
    TestSite site;
    open_sales(site);
    for (int i = 0; i < 30; ++i) {
        REQUIRE(site.run(by("S1", {"customer", "new", "--name", "Wu", "--keeper", "S1"})).code == 0);
    }
    const Ran due = site.run({"due"});
    CHECK(says(due.out, "Customers who wait for their first contact: 30"));
    CHECK(says(due.out, "onduty customer list --waiting"));
    CHECK_FALSE(says(due.out, "Zhou Kai"));
    const Ran all = site.run({"due", "--all"});
    const Ran rows = site.run({"due", "--json"});
    for (int card = 14; card < 72; card += 2) {
        CAPTURE(card);
        CHECK(says(all.out, fmt::format("Zhou Kai: first contact with K{} ", card).c_str()));
        CHECK(says(rows.out, fmt::format("onduty customer contact K{} --way", card).c_str()));
    }
}

TEST_CASE("a card that nothing is written on for a month is a gap until it is updated") {
    TestSite site;
    open_card(site);
    REQUIRE(site.run(by("Wang", {"customer", "assign", "K13", "S1"})).code == 0);
    CHECK(says(site.run({"customer", "list", "--gaps"}).out, "No customer is like that."));
    site.set_time("2026-12-29 10:00");
    CHECK(says(site.run({"customer", "list", "--gaps", "--class", "A", "--keeper", "S1"}).out, "OLD"));
    CHECK(site.run(by("S1", {"customer", "update", "K13"})).code == 2);
    CHECK(says(
        site.run(by("S1", {"customer", "update", "K13", "has bought", "--class", "owner", "--phone", "555 0100"})).out,
        "K13: updated, Future owner, name or telephone: has bought."));
    CHECK(says(site.run({"customer", "list", "--gaps"}).out, "No customer is like that."));
    CHECK(says(site.run({"customer", "show", "K13", "--full", "--by", "Wang"}).out,
               "K13 Zhou Yun 5550100, Future owner, keeper Zhou Kai."));
    // Nobody keeps it when its keeper has left.
    REQUIRE(site.run(by("Wang", {"checkin", "out", "S1"})).code == 0);
    REQUIRE(site.run(by("Wang", {"plan", "remove", "staff", "S1"})).code == 0);
    CHECK(says(site.run({"customer", "list", "--gaps"}).out, "no keeper"));
}

TEST_CASE("a contact comes back beside a later one, and either may go again") {
    TestSite site;
    open_card(site);
    REQUIRE(site.run(by("Wang", {"customer", "assign", "K13", "S1"})).code == 0);
    const auto contact = [&](const char* why) {
        const Ran ran = site.run(by("S1", {"customer", "contact", "K13", why, "--way", "phone"}));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran.out.substr(1, ran.out.find(' ') - 1);
    };
    const auto change = [&](const std::string& entry, const char* how) {
        const Ran ran = site.run(by("Wang", {"correct", entry, how, "--reason", "typed wrongly"}));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        CHECK(site.run({"verify"}).code == 0);
    };
    const auto waits = [&] { return says(site.run({"due", "--all"}).out, "first contact with K13"); };
    const auto count = [&] {
        const std::string rows = site.run({"report", "week", "--block", "contacts", "--csv"}).out;
        return says(rows, "Zhou Kai,2,") ? 2 : says(rows, "Zhou Kai,1,") ? 1 : 0;
    };
    const std::string first = contact("likes it");
    change(first, "--void");
    CHECK(waits());
    const std::string second = contact("second call");
    CHECK_FALSE(waits());
    change(first, "--restore");
    CHECK(count() == 2);
    change(second, "--void");
    CHECK_FALSE(waits());
    CHECK(count() == 1);
    change(first, "--void");
    CHECK(waits());
    change(second, "--restore");
    CHECK_FALSE(waits());
    change(first, "--restore");
    CHECK(count() == 2);
}

TEST_CASE("a withdrawn card is gone") {
    TestSite site;
    open_card(site);
    REQUIRE(site.run(by("S1", {"correct", "13", "--void", "--reason", "typed twice"})).code == 0);
    CHECK(site.run({"customer"}).out == "There is no card yet. One from a visit: onduty customer new V12\n");
    CHECK(site.run({"customer", "show", "K13"}).code == 4);
    CHECK(site.run(by("S1", {"customer", "new", "V1"})).code == 0);
}

TEST_CASE("a survey goes out, comes back, and something is done about it") {
    TestSite site;
    open_sales(site);
    const auto survey = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"customer", "survey"});
        return site.run(by("Wang", words));
    };
    CHECK(says(survey({}).out, "There is no survey yet."));
    CHECK(survey({"new", "Autumn", "--until", "2026-12-10 18:00"}).code == 2);
    CHECK(survey({"new", "Autumn", "--sent", "3"}).code == 2);
    CHECK(survey({"new", "--sent", "3", "--until", "2026-12-10 18:00"}).code == 2);
    CHECK(says(survey({"new", "Autumn", "--sent", "3", "--until", "2026-12-10 18:00"}).out,
               "#12 Survey \"Autumn\": sent 3, back until 2026-12-10 Thu 18:00."));
    CHECK(says(site.run({"due"}).out, "Survey \"Autumn\": 0 of 3 back"));
    const Ran six = survey({"answer", "12", "security=6"});
    CHECK(six.code == 2);
    CHECK(says(six.err, "Security: a score goes from 1 to 5, 5 the best, not \"6\"."));
    CHECK(survey({"answer", "12", "parking=4"}).code == 2);
    CHECK(survey({"answer", "12", "security=good"}).code == 2);
    CHECK(survey({"answer", "12", "security=4", "security=5"}).code == 2);
    CHECK(survey({"answer", "12"}).code == 2);
    CHECK(survey({"answer", "5", "security=4"}).code == 2);
    CHECK(survey({"vote", "12"}).code == 2);
    const Ran answer = survey({"answer", "12", "security＝4", "cleaning=2", "lamps are dark"});
    CHECK(says(answer.out, "#13 Answer 1 of 3: Security 4, Cleaning 2."));
    CHECK(says(answer.err, "Cleaning: not satisfied."));
    CHECK(survey({"answer", "#12", "security=5"}).code == 0);
    CHECK(survey({"measure", "12", "more lamps"}).code == 2);
    CHECK(says(survey({"measure", "12", "more lamps", "--owner", "S1", "--until", "2026-12-20 18:00"}).out,
               "Zhou Kai: more lamps, until 2026-12-20 Sun 18:00."));
    CHECK(survey({"show", "12"}).out == lines({
                                            "#12 Autumn: sent 3, back 2 (66.7 %), until 2026-12-10 18:00.",
                                            "Code      Topic     Answers  Mean  Satisfied %",
                                            "security  Security        2  4.50  100.0",
                                            "cleaning  Cleaning        1  2.00  0.0",
                                            "Remark, entry 13: lamps are dark",
                                            "Measure, entry 15: more lamps, Zhou Kai, until 2026-12-20 18:00",
                                        }));
    CHECK(survey({"answer", "12", "security=3"}).code == 0);
    const Ran more = survey({"answer", "12", "security=3"});
    CHECK(more.code == 4);
    CHECK(says(more.err, "Of this survey 3 were sent and 3 are back already."));
    CHECK(says(survey({"done", "12"}).out, "Survey \"Autumn\" closed: 3 of 3 back."));
    CHECK(survey({"done", "12"}).code == 4);
    CHECK(survey({"answer", "12", "security=3"}).code == 4);
    CHECK(says(survey({"list"}).out, " 12  Autumn         3     3  100.0  2026-12-10 18:00  2026-11-28 10:00"));
    CHECK_FALSE(says(site.run({"due"}).out, "Autumn"));
    CHECK(site.run({"report", "week", "2026-11-28", "--block", "survey", "--csv"}).out ==
          "entry,title,sent,returned,returned_percent,topic,name,answers,mean,satisfied_percent,remarks,measures\r\n"
          "12,Autumn,3,3,100.0,cleaning,Cleaning,1,2.00,0.0,1,1\r\n"
          "12,Autumn,3,3,100.0,security,Security,3,4.00,66.7,1,1\r\n");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the customers of a keeper who left are listed by his code") {
    TestSite site;
    open_sales(site);
    REQUIRE(site.run(by("S1", {"customer", "new", "--name", "Wu Gang", "--keeper", "S1"})).code == 0);
    REQUIRE(site.run({"checkin", "out", "S1"}).code == 0);
    REQUIRE(site.run(by("Wang", {"plan", "remove", "staff", "S1"})).code == 0);
    CHECK(says(site.run({"customer", "list", "--keeper", "S1"}).out, "K12"));
    CHECK(site.run({"customer", "list", "--keeper", "S9"}).code == 2);
}
