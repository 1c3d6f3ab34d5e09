// SPDX-License-Identifier: MIT
// May somebody hold several posts in one shift, and what is typed for it?
#include "staff/post_site.hpp"

namespace onduty::test {

TEST_CASE("a shift may begin with two posts, of which the first is that of what she does") {
    PostSite site;
    const Ran came = site.must_at("09:00", {"checkin", "staff", "Sue", "--post", "supervisor", "--post", "front-desk"});
    CHECK(says(came.out, "#2-3 Sue on duty: supervisor, front-desk."));
    CHECK(says(site.run({"checkin", "list"}).out, "supervisor, front-desk"));
    CHECK(says(site.run({"log", "--kind", "duty-on"}).out, "on duty supervisor, front-desk"));
    site.must({"note", "task", "mend the fence", "--until", "tomorrow"});
    site.must({"note", "mail", "a parcel", "--for", "2-1-301"});
    CHECK(says(site.run({"log", "--kind", "task", "--csv"}).out, ",task,Sue,supervisor,"));
    CHECK(says(site.run({"log", "--kind", "mail", "--csv"}).out, ",mail,Sue,front-desk,"));
    site.must_at("17:00", {"checkin", "out", "Sue"});
    CHECK(says(site.staff(), "2026-11-23,front-desk,front-desk,,1,8,,"));
    CHECK(says(site.staff(), "2026-11-23,supervisor,supervisor,,1,8,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a post is taken and given up while the shift goes on, and its hours are those between") {
    PostSite site;
    site.must_at("09:00", {"checkin", "staff", "Sue", "--post", "supervisor"});
    const Ran took = site.must_at("12:00", {"checkin", "staff", "Sue", "--post", "front-desk"});
    CHECK(says(took.out, "#3 Sue takes front-desk, too: supervisor, front-desk."));
    CHECK(says(site.run({"log", "3"}).out, "front-desk"));
    const Ran again = site.run({"checkin", "staff", "Sue", "--post", "front-desk"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "Giving it up: onduty checkin staff A01 --leave front-desk"));
    const Ran plain = site.run({"checkin", "staff", "Sue"});
    CHECK(plain.code == 4);
    CHECK(says(plain.err, "Sue is on duty since 2026-11-23 Mon 09:00. Going off: onduty checkin out A01"));
    const Ran left = site.must_at("13:30", {"checkin", "staff", "Sue", "--leave", "front-desk"});
    CHECK(says(left.out, "#4 Sue gives up front-desk and goes on: supervisor."));
    const Ran twice = site.run({"checkin", "staff", "Sue", "--leave", "front-desk"});
    CHECK(twice.code == 4);
    CHECK(says(twice.err, "Taking it: onduty checkin staff A01 --post front-desk"));
    const Ran last = site.run({"checkin", "staff", "Sue", "--leave", "supervisor"});
    CHECK(last.code == 4);
    CHECK(says(last.err, "Going off: onduty checkin out A01"));
    site.must_at("17:00", {"checkin", "out", "Sue"});
    CHECK(says(site.staff(), "front-desk,front-desk,,1,1.5,,"));
    CHECK(says(site.staff(), "supervisor,supervisor,,1,8,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a post is taken at a time of the shift only, late with its reason, and --leave goes alone") {
    PostSite site;
    site.must_at("09:00", {"checkin", "staff", "Sue", "--post", "supervisor"});
    site.set_time("2026-11-23 12:00");
    CHECK(site.run({"checkin", "staff", "Sue", "--post", "bar", "--at", "10:00"}).code == 2);
    const Ran early = site.run({"checkin", "staff", "Sue", "--post", "bar", "--at", "08:30", "--reason", "forgot it"});
    CHECK(early.code == 4);
    CHECK(says(early.err, "Sue came on duty at 2026-11-23 Mon 09:00, later than that."));
    site.must({"checkin", "staff", "Sue", "--post", "bar", "--at", "10:00", "--reason", "forgot it"});
    const Ran before =
        site.run({"checkin", "staff", "Sue", "--leave", "bar", "--at", "09:30", "--reason", "forgot it"});
    CHECK(before.code == 4);
    CHECK(says(before.err, "bar was taken or left at 2026-11-23 Mon 10:00, later than that, entry 3."));
    const Ran nowhere =
        site.run({"checkin", "staff", "Sue", "--leave", "supervisor", "--at", "09:30", "--reason", "forgot it"});
    CHECK(nowhere.code == 4);
    CHECK(says(nowhere.err, "Sue had no other post than supervisor at 2026-11-23 Mon 09:30."));
    CHECK(site.run({"checkin", "staff", "Sue", "--leave", "bar", "--post", "front-desk"}).code == 2);
    CHECK(site.run({"checkin", "staff", "Li", "--leave", "front-desk"}).code == 4);
    CHECK(site.run({"checkin", "staff", "Sue", "--post", "guard"}).code != 0);
    site.must({"checkin", "staff", "Li", "--post", "front-desk"});
    CHECK(site.run({"checkin", "staff", "Li", "--post", "bar"}).code == 4);  // the plan does not have him there
}

TEST_CASE("a post that the plan does not give is taken for once, with a reason and by who may change the plan") {
    PostSite site;
    site.must_at("09:00", {"checkin", "staff", "Bo"});
    const Ran refused = site.run({"checkin", "staff", "Li", "--post", "bar"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "For this once: onduty checkin staff A02 --post bar --cover --reason \"...\" --agreed A0"));
    const std::vector<std::string> cover{"checkin", "staff", "Li", "--post", "bar", "--cover"};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> words = cover;
        words.insert(words.end(), more.begin(), more.end());
        return site.run(words);
    };
    CHECK(says(with({"--by", "Bo"}).err, "Why does Li stand in?"));
    CHECK(with({"--reason", "...", "--by", "Bo"}).code == 2);
    const Ran own = with({"--reason", "Sue is ill"});
    CHECK(own.code == 4);
    CHECK(says(own.err, "or agrees, with --agreed A0"));
    CHECK(says(own.err, "--by A0"));
    CHECK(with({"--reason", "Sue is ill", "--agreed", "Li"}).code == 4);
    const Ran came = with({"--reason", "Sue is ill", "--agreed", "Bo"});  // 3
    CHECK(came.code == 0);
    CHECK(says(came.out, "#3 Li on duty: bar."));
    CHECK(says(site.run({"log", "--last", "1"}).out, "on duty bar, agreed by Bo (Sue is ill) [stands in]"));
    CHECK(says(site.run({"log", "3", "--json"}).out, "\"flag\":\"cover\""));
    CHECK(says(site.run({"checkin", "list"}).out, "stands in"));
    // That he agreed is what Li says, until somebody with the right accepts it.
    CHECK(says(site.run({"due"}).out, "Li, 2026-11-23: own word 1"));
    CHECK(site.run({"accept", "3", "--by", "Li"}).code == 4);
    site.must({"accept", "3", "--by", "Bo"});
    CHECK_FALSE(says(site.run({"due"}).out, "own word"));
    CHECK(says(site.run({"checkin", "staff", "Sue", "--post", "bar", "--cover", "--reason", "as planned"}).err,
               "Leave out --cover."));
    // Somebody on duty takes one more for once.
    site.must(
        {"checkin", "staff", "Bo", "--post", "front-desk", "--cover", "--reason", "Li is at the bar", "--by", "Bo"});
    CHECK(says(site.run({"log", "--last", "1"}).out, "post front-desk, agreed by Bo"));
    CHECK(says(site.run({"checkin", "list"}).out, "stands in: front-desk"));
    site.must({"checkin", "staff", "Bo", "--leave", "front-desk", "--by", "Bo"});
    CHECK_FALSE(says(site.run({"checkin", "list"}).out, "stands in: front-desk"));
    site.must({"checkin", "staff", "Bo", "--post", "front-desk", "--cover", "--reason", "Li is away", "--by", "Bo"});
    site.must({"checkin", "staff", "Bo", "--leave", "supervisor", "--by", "Bo"});
    CHECK_FALSE(says(site.run({"checkin", "list"}).out, "stands in: "));
    const std::string list = site.run({"checkin", "list"}).out;
    CHECK(list.find("stands in") != list.rfind("stands in"));  // Li and Bo
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a whole shift with two posts is typed by one command") {
    PostSite site;
    site.set_time("2026-11-23 20:00");
    const Ran ran = site.must({"checkin", "staff", "Sue", "--post", "bar", "--post", "front-desk", "--at",
                               "2026-11-23 10:00", "--until", "16:00", "--reason", "nobody typed it"});
    CHECK(says(ran.out, "#2-4 Sue came at 2026-11-23 Mon 10:00 and went off after 6 h 0 min: bar, front-desk."));
    CHECK(says(site.staff(), "bar,bar,,1,6,,"));
    CHECK(says(site.staff(), "front-desk,front-desk,,1,6,,"));
    site.must({"checkin", "staff", "Bo"});
    site.must({"correct", "2", "--void", "--all", "--reason", "was another", "--by", "Bo"});
    CHECK_FALSE(says(site.staff(), ",6,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what takes or gives up a post is corrected and withdrawn, in an order that fits") {
    PostSite site;
    site.must_at("09:00", {"checkin", "staff", "Bo"});                                       // 2
    site.must({"checkin", "staff", "Sue", "--post", "supervisor", "--post", "front-desk"});  // 3, 4
    site.must_at("10:00", {"checkin", "staff", "Sue", "--post", "bar"});                     // 5
    site.must_at("12:00", {"checkin", "staff", "Sue", "--leave", "bar"});                    // 6
    site.set_time("2026-11-23 14:00");
    const auto correct = [&](std::vector<std::string> how) {
        how.insert(how.begin(), "correct");
        how.insert(how.end(), {"--reason", "was otherwise", "--by", "Bo"});
        return site.run(how);
    };
    const Ran in_the_way = correct({"5", "--void"});
    CHECK(in_the_way.code == 4);
    CHECK(says(in_the_way.err, "bar was taken or left after that, entry 6. If that is wrong, first: onduty correct 6"));
    const Ran turned = correct({"6", "--time", "09:30"});
    CHECK(turned.code == 4);
    CHECK(says(turned.err, "Entry 6 would not fit the posts that Sue had then."));
    REQUIRE(correct({"5", "--time", "09:30"}).code == 0);
    REQUIRE(correct({"6", "--time", "11:00"}).code == 0);
    CHECK(says(site.staff(), "bar,bar,,1,1.5,,"));
    REQUIRE(correct({"6", "--void"}).code == 0);
    CHECK(says(site.staff(), "bar,bar,,1,4.5,,"));
    CHECK(says(site.run({"checkin", "list"}).out, "supervisor, front-desk, bar"));
    REQUIRE(correct({"5", "--void"}).code == 0);
    CHECK(correct({"6", "--restore"}).code == 4);
    // What was named at the begin moves with it.
    REQUIRE(correct({"3", "--time", "08:30"}).code == 0);
    CHECK(says(site.staff(), "front-desk,front-desk,,1,5.5,,"));
    REQUIRE(correct({"4", "--void"}).code == 0);
    CHECK_FALSE(says(site.staff(), "front-desk"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("she is meant at each of her posts while she has it") {
    PostSite site;
    const std::vector<std::string> mail{"note", "mail", "a parcel", "--for", "2-1-301"};
    site.must_at("09:00", {"checkin", "staff", "Sue", "--post", "bar", "--post", "front-desk"});  // 2, 3
    site.must({"checkin", "staff", "Li"});                                                        // 4
    CHECK(site.run(mail).code == 2);                                                              // two are at the desk
    site.must_at("10:00", {"checkin", "staff", "Sue", "--leave", "front-desk"});                  // 5
    site.must(mail);                                                                              // 6
    CHECK(says(site.run({"log", "--csv", "--kind", "mail"}).out, ",mail,Li,front-desk,"));
    site.must(
        {"note", "mail", "a letter", "--for", "2-1-302", "--by", "Sue", "--at", "09:30", "--reason", "forgot it"});
    CHECK(says(site.run({"log", "--csv", "--kind", "mail"}).out, ",mail,Sue,front-desk,"));
    site.must({"note", "mail", "a letter", "--for", "2-1-303", "--by", "Sue"});
    CHECK(says(site.run({"log", "--csv", "--kind", "mail"}).out, ",mail,Sue,bar,"));
    const Ran asked = site.run({"checkin", "staff", "Sue", "--post", "supervisor", "--post", "front-desk"});
    CHECK(says(asked.out, "#9-10 Sue takes supervisor, front-desk, too: bar, supervisor, front-desk."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a round belongs to the post of its route, and each post is offered by itself") {
    TestSite site;
    TestSite::start_night(site);
    const auto must = [&](std::vector<std::string> words) {
        Ran ran = site.run(std::move(words));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran;
    };
    must({"plan", "add", "staff", "Sue", "--post", "supervisor", "--post", "night-guard", "--by", "Wang"});
    must({"checkin", "out", "zw"});
    must({"checkin", "staff", "Sue", "--post", "supervisor", "--post", "night-guard"});
    must({"patrol", "start"});
    must({"patrol", "point", "P01"});
    const std::string log = must({"log", "--csv"}).out;
    CHECK(says(log, ",round-start,Sue,night-guard,"));
    CHECK(says(log, ",point,Sue,night-guard,"));
    const Ran walks = site.run({"checkin", "staff", "Sue", "--leave", "night-guard"});
    CHECK(walks.code == 4);
    CHECK(says(walks.err, "First: onduty patrol end"));
    site.run({"patrol", "end"});
    // First what hands something over.
    CHECK(says(must({"handover", "offer"}).out, "Sue offers the handover of Night guard"));
    CHECK(says(must({"handover", "offer"}).out, "Sue offers the handover of Supervisor"));
    const Ran again = site.run({"handover", "offer"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "Supervisor is offered already"));
    must({"checkin", "staff", "zw"});
    CHECK(says(must({"handover", "accept", "night-guard"}).out, "Zhang Wei accepts the handover of Sue"));
    CHECK(says(site.run({"handover", "show", "night-guard"}).out + site.run({"checkin", "list"}).out,
               "Supervisor, Night guard"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("of several posts the hours that end last say when a shift goes stale, of one given up none") {
    PostSite site{"from = \"12:00\"\nuntil = \"22:00\"\n"};
    const auto counts_until = [&](const char* time) {
        site.set_time("2026-11-24 08:00");
        return site.run({"checkin", "list"}).out.find(std::string{"not signed off, counts until 2026-11-2"} + time) !=
               std::string::npos;
    };
    site.must_at("09:00", {"checkin", "staff", "Sue", "--post", "supervisor"});
    CHECK(counts_until("4 02:00"));
    site.must_at("12:30", {"checkin", "staff", "Sue", "--post", "front-desk"});
    CHECK(counts_until("3 23:00"));
    site.must_at("14:00", {"checkin", "staff", "Sue", "--leave", "front-desk"});
    CHECK(counts_until("4 02:00"));
    CHECK(says(site.staff(), "front-desk,front-desk,,1,1.5,,"));
    CHECK(says(site.staff(), "supervisor,supervisor,,1,17,,"));
}

}  // namespace onduty::test
