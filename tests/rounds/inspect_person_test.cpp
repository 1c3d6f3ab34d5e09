// SPDX-License-Identifier: MIT
// What should checkin inspect do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::TestSite;

namespace {

// Zhang Wei at night-guard since entry 5, Wang at supervisor since entry 6.
void start_inspection(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
}

}  // namespace

TEST_CASE("grooming in winter: twelve items with their numbers, and nothing is recorded") {
    TestSite site;
    start_inspection(site);
    const Ran ran = site.run({"checkin", "inspect", "zw"});
    CHECK(ran.code == 0);
    CHECK(ran.out == lines({
                         "Grooming of Zhang Wei, items this month: 12",
                         "   1  Fringe above the eyebrows, long hair tied in black net, short hair neat",
                         "   2  Light make-up put on before duty, no mouth odour",
                         "   3  Uniform clean and flat, all buttons closed, collar and cuffs clean",
                         "   4  Staff badge on the left chest, straight",
                         "   5  Radio at the right back of the waist, earpiece cable hidden",
                         "   6  Company hair net, at the height of the ears",
                         "   7  Hair dyed in no colour but black",
                         "   8  At most 4 pieces: wedding ring, watch, 1 pair of studs, hidden necklace",
                         "   9  Nails without colour, at most 0.3 mm long, hands clean",
                         "  10  Black leather shoes, clean and whole; black socks",
                         "  11  Stands straight, sits on half the seat; two abreast, three in file",
                         "  12  Company scarf, clean and whole",
                         "All in order: onduty checkin inspect A01 grooming all",
                         "Otherwise:    onduty checkin inspect A01 grooming all --fault 6=\"...\"",
                         "Also --fixed NO=\"...\" (put right at once) and --na NO=\"...\" (does not apply).",
                     }));
    CHECK(site.run({"verify"}).out.find("entries 1 to 6,") != std::string::npos);
}

TEST_CASE("the socks change and the scarf goes with the season, at the border of a month") {
    TestSite site;
    TestSite::start_night(site);
    const auto count = [&](const char* time) {
        site.set_time(time);
        const std::string out = site.run({"checkin", "inspect", "zw"}).out;
        const bool black = out.find("  10  Black leather shoes, clean and whole; black socks\n") != std::string::npos;
        const bool skin =
            out.find("  10  Black leather shoes, clean and whole; skin-coloured socks\n") != std::string::npos;
        const bool scarf = out.find("  12  Company scarf") != std::string::npos;
        CHECK(out.find("  11  Stands straight") != std::string::npos);
        CHECK(black != skin);
        CHECK(black == scarf);
        return out.substr(out.find(": ") + 2, 2);
    };
    CHECK(count("2027-03-31 20:00") == "12");
    CHECK(count("2027-04-01 05:59") == "12");  // still the business date of March
    CHECK(count("2027-04-01 06:00") == "11");
    CHECK(count("2027-10-31 20:00") == "11");
    CHECK(count("2027-11-01 09:00") == "12");
}

TEST_CASE("the score is one point an item, less one a fault") {
    TestSite site;
    start_inspection(site);
    const Ran all = site.run({"checkin", "inspect", "zw", "all"});
    CHECK(all.code == 0);
    CHECK(all.out.find("#7 Grooming of Zhang Wei: ok 12, fixed 0, faults 0, not applicable 0. Score 12 of 12. 2026-") ==
          0);
    const Ran some = site.run({"checkin", "inspect", "zw", "grooming", "all", "--fault", "9=too long", "--fixed",
                               "4=was crooked", "--na", "6=short hair"});
    CHECK(some.code == 0);
    CHECK(some.out.find("ok 9, fixed 1, faults 1, not applicable 1. Score 11 of 12. 2026-") != std::string::npos);
    const Ran part = site.run({"checkin", "inspect", "zw", "1-10", "12"});
    CHECK(part.code == 3);
    CHECK(part.out.find("INCOMPLETE, no answer for 11. No score. 2026-") != std::string::npos);
    site.set_time("2027-06-01 10:00");
    CHECK(site.run({"checkin", "inspect", "zw", "all", "--fault", "1=x"}).out.find("Score 10 of 11. ") !=
          std::string::npos);
    const Ran scarf = site.run({"checkin", "inspect", "zw", "all", "--fault", "12=no scarf"});
    CHECK(scarf.code == 2);
    CHECK(scarf.err.find("There is no item 12; they are numbered 1 to 11.") != std::string::npos);
}

TEST_CASE("who inspects is on duty, somebody else, and at a post that may") {
    TestSite site;
    TestSite::start_night(site);
    const std::string before = site.run({"verify"}).out;
    CHECK(site.run({"checkin", "inspect", "zw", "all"}).err ==
          "onduty: Zhang Wei cannot inspect Zhang Wei. Somebody on duty as Supervisor does: add --by NAME.\n");
    CHECK(site.run({"checkin", "inspect", "zw", "all"}).code == 4);
    CHECK(site.run({"checkin", "inspect", "zw", "all", "--by", "Wang"}).err ==
          "onduty: Wang is not on duty. --by names who types it: Zhang Wei (--by A01). Only if Wang has come: onduty "
          "checkin staff A03\n");
    CHECK(site.run({"checkin", "inspect", "Li Na", "all"})
              .err.find("onduty: Li Na is not on duty. First: onduty checkin staff A02\n") == 0);
    CHECK(site.run({"checkin", "inspect", "Li Ma", "all"}).err.find("Did you mean Li Na?") != std::string::npos);
    CHECK(site.run({"verify"}).out == before);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(site.run({"checkin", "inspect", "zw", "all", "--by", "Li Na"})
              .err.find("onduty: Li Na may not inspect. Who may: Wang; nobody of them is on duty.") == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(site.run({"checkin", "inspect", "zw", "all"}).code == 0);
    CHECK(site.run({"checkin", "inspect", "Wang", "all"}).code == 4);
}

TEST_CASE("another post than the supervisor inspects when the plan says so, and the supervisor still may") {
    TestSite site;
    start_inspection(site);
    std::string plan = site.plan();
    const auto grooming = plan.find("code = \"grooming\"");
    plan.replace(plan.find("\"supervisor\"", grooming), 12, "\"guard\"");
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(site.run({"checkin", "inspect", "zw", "all", "--json"}).out.find("\"person\":\"Li Na\"") !=
          std::string::npos);
    CHECK(site.run({"checkin", "inspect", "zw", "all", "--by", "Wang"}).code == 0);
}

TEST_CASE("a service inspection, and what is not about a person") {
    TestSite site;
    start_inspection(site);
    const Ran list = site.run({"checkin", "inspect", "zw", "service"});
    CHECK(list.out.find("Service of Zhang Wei, items this month: 10\nEverybody\n   1  Neat, in good spirits") == 0);
    CHECK(list.out.find("\nDrinks\n   7  Cups filled to 70 %\n") != std::string::npos);
    CHECK(site.run({"checkin", "inspect", "zw", "service", "1-3", "10", "--na", "4=guard", "--na", "5=guard", "--na",
                    "6=guard", "--na", "7=guard", "--na", "8=guard", "--na", "9=guard"})
              .out.find("Service of Zhang Wei: ok 4, fixed 0, faults 0, not applicable 6. Score 10 of 10. ") !=
          std::string::npos);
    CHECK(site.run({"checkin", "inspect", "zw", "closing", "all"})
              .err.find("onduty: Closing check is not about a person. Type: onduty patrol check closing\n") == 0);
    CHECK(site.run({"checkin", "inspect", "zw", "closing"}).code == 2);
    const Ran check = site.run({"patrol", "check", "grooming", "all"});
    CHECK(check.code == 4);
    CHECK(check.err == "onduty: Grooming is about a person. Type: onduty checkin inspect NAME grooming\n");
    CHECK(site.run({"patrol", "check", "grooming"}).code == 4);
}

TEST_CASE("the log names the person and the shift, the handover keeps the faults to itself") {
    TestSite site;
    start_inspection(site);
    const Ran ran = site.run({"checkin", "inspect", "zw", "all", "--fault", "9=too long", "--json"});
    CHECK(ran.out.find("{\"number\":7,") == 0);
    CHECK(ran.out.find("\"kind\":\"check\",\"person\":\"Wang\",\"post\":\"supervisor\",\"subject\":\"Grooming Zhang "
                       "Wei\",\"about\":5,\"result\":\"complete\"") != std::string::npos);
    CHECK(site.run({"log", "--kind", "check"}).out.find("check Grooming Zhang Wei complete\n") != std::string::npos);
    CHECK(site.run({"log", "--kind", "check-item", "--csv"}).out.find(",7,fault,,,too long,") != std::string::npos);
    CHECK(site.run({"verify"}).code == 0);
    CHECK(site.run({"patrol", "check", "closing", "all", "--fault", "4=tap drips", "--by", "zw"}).code == 0);
    const std::string offer = site.run({"handover", "offer", "--by", "zw"}).out;
    CHECK(offer.find(": tap drips\n") != std::string::npos);
    CHECK(offer.find("too long") == std::string::npos);
}

TEST_CASE("grooming in Chinese") {
    TestSite site;
    start_inspection(site);
    site.language = "zh";
    CHECK(site.run({"签到", "检查", "zw"}).out.find("Zhang Wei的Grooming，本月检查项：12\n") == 0);
    const std::string out = site.run({"签到", "检查", "zw", "全部", "--fault", "９=指甲太长"}).out;
    CHECK(out.find("#7 Zhang Wei的Grooming：") == 0);
    CHECK(out.find("得分 11/12。 2026-") != std::string::npos);
}

TEST_CASE("due says how a checklist about a person is gone through, and a plan may have none") {
    TestSite site;
    start_inspection(site);
    std::string plan = site.plan();
    plan +=
        "[[rule]]\ncode = \"daily-grooming\"\nname = \"Daily grooming\"\nkind = \"period\"\nunit = \"day\"\n"
        "checklist = \"grooming\"\n";
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    CHECK(site.run({"due"}).out.find("Daily grooming    onduty checkin inspect NAME grooming\n") != std::string::npos);
    CHECK(site.run({"checkin", "inspect", "zw", "all"}).code == 0);
    CHECK(site.run({"report", "day", "--csv"}).out.find("daily-grooming,Daily grooming,1,1,") != std::string::npos);
    for (auto at = plan.find("person = true"); at != std::string::npos; at = plan.find("person = true")) {
        plan.replace(at, 13, "person = false");
    }
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    CHECK(site.run({"checkin", "inspect", "zw", "all"}).err.find("The plan has no checklist about a person.") !=
          std::string::npos);
}
