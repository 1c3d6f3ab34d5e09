// SPDX-License-Identifier: MIT
// What should complain do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Zhang Wei is on duty at night-guard, Wang (A03) at supervisor; it is 2026-11-24 10:00.
void start_day(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-24 10:00");
    REQUIRE(site.run({"checkin", "staff", "Wang", "--post", "supervisor"}).code == 0);
}

// The command as the supervisor.
Ran run(TestSite& site, std::vector<std::string> words) {
    words.insert(words.begin(), {"--by", "A03", "complain"});
    return site.run(std::move(words));
}

}  // namespace

TEST_CASE("a complaint goes from the first word to the archive, every step says what comes next") {
    TestSite site;
    start_day(site);
    const Ran taken = run(site, {"new", "the bar was slow", "--channel", "visit", "--name", "Chen Jing", "--phone",
                                 "13800138021", "--remedy", "a coffee"});
    CHECK(taken.code == 0);
    CHECK(says(taken.out, "C1 complaint, severity 3: the bar was slow. 2026-11-24 Tue 10:00"));
    CHECK(says(taken.err, "To be resolved by 2026-12-01 Tue 10:00."));
    CHECK(says(taken.err, "Next: onduty complain assess C1 --severity N"));
    CHECK(
        says(run(site, {"assess", "C1", "--severity", "2", "--impact", "3", "queue"}).out, "C1 assessed: severity 2."));
    CHECK(says(run(site, {"assign", "ｃ１", "Wang"}).out, "C1 assigned to "));
    CHECK(says(run(site, {"act", "1", "spoke to the bar", "--cost", "12.5"}).out, "C1 spoke to the bar. Cost 12.50."));
    site.set_time("2026-11-24 12:00");
    const Ran resolved = run(site, {"resolve", "c1", "second person at the bar", "--remedy", "coffee for two"});
    CHECK(says(resolved.out, "C1 resolved: second person at the bar. Remedy: coffee for two."));
    CHECK(says(resolved.err, "To be followed up by 2026-11-27 Fri 12:00."));
    const Ran follow = run(site, {"follow", "C1", "--way", "phone", "--verdict", "b", "came quicker"});
    CHECK(says(follow.out, "C1 followed up by phone: B fairly satisfied, came quicker."));
    const Ran twice = run(site, {"follow", "C1", "--way", "phone", "--verdict", "A"});
    CHECK(twice.code == 4);
    CHECK(says(twice.err, "C1 was followed up already, entry "));
    const Ran cause = run(site, {"cause", "C1", "staffing", "one at the bar on Saturday", "--measure", "two at the bar",
                                 "--owner", "Wang", "--until", "2026-12-01"});
    CHECK(says(cause.out, "C1 cause: Too few people, one at the bar on Saturday. Measure #"));
    CHECK(says(run(site, {"archive", "C1"}).out, "C1 archived; from now on it is read-only."));
    CHECK(says(site.run({"complain"}).out, "No case is open."));
    const Ran shown = site.run({"complain", "show", "C1"});
    CHECK(says(shown.out, "Resolved after 2 h 0 min, in time."));
    CHECK(says(shown.out,
               "Particulars: came in person, asked for a coffee, given coffee for two, name C* J*, phone 13***21."));
    CHECK_FALSE(says(shown.out, "Chen"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("somebody who has left may still be complained about") {
    TestSite site;
    start_day(site);
    REQUIRE(site.run({"plan", "remove", "staff", "Li Na", "--by", "Wang"}).code == 0);
    REQUIRE(run(site, {"new", "rude answer", "--against", "Li Na"}).code == 0);
    CHECK(says(run(site, {"show", "C1"}).out, "against Li Na"));
}

TEST_CASE("a stage out of order is refused, and nothing is written") {
    TestSite site;
    start_day(site);
    run(site, {"new", "rude answer", "--against", "Li Na"});
    const std::string before = site.run({"verify"}).out;
    const auto refused = [&](std::vector<std::string> words, const char* why) {
        const Ran ran = run(site, std::move(words));
        CHECK(ran.code == 4);
        CHECK_MESSAGE(says(ran.err, why), ran.err);
    };
    refused({"assign", "C1", "Wang"}, "C1 was not assessed. First: onduty complain assess C1 --severity N");
    refused({"resolve", "C1", "done"}, "C1 was not assessed.");
    refused({"follow", "C1", "--way", "phone", "--verdict", "A"}, "C1 is not resolved.");
    refused({"archive", "C1"}, "C1 is not resolved.");
    refused({"reopen", "C1", "--reason", "again"}, "C1 is open");
    refused({"resume", "C1"}, "C1 does not wait for anybody.");
    CHECK(site.run({"verify"}).out == before);
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"assess", "C1", "--severity", "2"}, {"assign", "C1", "Wang"}, {"resolve", "C1", "apologised"}}) {
        REQUIRE(run(site, words).code == 0);
    }
    refused({"archive", "C1"}, "C1 was not followed up. First: onduty complain follow C1 --way phone --verdict ...");
    refused({"follow", "C1", "--way", "message", "--verdict", "A"}, "Severity 2 is followed up at least by phone");
    refused({"act", "C1", "more"}, "C1 is resolved.");
    REQUIRE(site.run({"--by", "zw", "checkin", "staff", "Li Na", "--post", "guard"}).code == 0);
    const Ran accused = site.run({"--by", "Li Na", "complain", "follow", "C1", "--way", "phone", "--verdict", "A"});
    CHECK(accused.code == 4);
    CHECK(says(accused.err, "C1 is about Li Na; somebody else handles it."));
    REQUIRE(run(site, {"follow", "C1", "--way", "phone", "--verdict", "A"}).code == 0);
    refused({"archive", "C1"}, "The cause of C1 is not known. First: onduty complain cause C1 CODE \"...\"");
    REQUIRE(run(site, {"cause", "C1", "service", "no greeting"}).code == 0);
    REQUIRE(run(site, {"archive", "C1"}).code == 0);
    refused({"act", "C1", "more"}, "C1 is archived and read-only.");
    REQUIRE(run(site, {"reopen", "C1", "--reason", "happened again"}).code == 0);
    CHECK(says(site.run({"complain"}).out, "C1"));
}

TEST_CASE("what is typed wrongly is told") {
    TestSite site;
    start_day(site);
    const auto wrong = [&](std::vector<std::string> words, const char* why) {
        const Ran ran = run(site, std::move(words));
        CHECK(ran.code == 2);
        CHECK_MESSAGE(says(ran.err, why), ran.err);
    };
    wrong({"show", "C1"}, "There are no cases yet.");
    wrong({"new"}, "What is it about?");
    wrong({"new", "x", "--phone", "12ab"}, "\"12ab\" is no telephone number.");
    wrong({"new", "x", "--severity", "5"}, "--severity takes 1 (the gravest) to 4, not 5.");
    wrong({"new", "x", "--kind", "complain"}, "--kind takes complaint");
    wrong({"new", "x", "--from", "99"}, "There is no entry 99");
    REQUIRE(run(site, {"new", "x"}).code == 0);
    wrong({"show", "C9"}, "There is no case C9; the last one is C1.");
    wrong({"show", "seven"}, "is not the number of a case such as C7.");
    wrong({"assess", "C1"}, "How grave is it?");
    wrong({"act", "C1", "x", "--cost", "1,5"}, "is no sum of money");
    wrong({"follow", "C1", "--way", "phone"}, "What did the person say?");
    wrong({"follow", "C1", "--verdict", "A"}, "How was the person spoken to?");
    wrong({"follow", "C1", "--way", "phone", "--verdict", "C"}, "What is not well?");
    wrong({"wait", "C1", "godot", "x"}, "complain wait takes customer");
    wrong({"reopen", "C1"}, "Why does it go on?");
    wrong({"cause", "C1", "service", "x", "--measure", "y"}, "A measure has words, an owner and a due date");
}

TEST_CASE("a fault of a round becomes a repair, is sent out, accepted and filed") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    site.set_time("2026-11-23 21:05");
    const Ran fault = site.run({"patrol", "point", "P01", "--fault", "lock broken"});
    CHECK(says(fault.out, "P01 Main gate, FAULT: lock broken. Repair C1."));
    CHECK(says(site.run({"log"}).out, "C1"));
    const Ran shown = site.run({"complain", "show", "C1"});
    CHECK(says(shown.out, "C1 repair, severity 3: lock broken"));
    CHECK(says(shown.out, "From entry 7: point P01 Main gate fault C1 \"lock broken\""));
    CHECK(says(shown.out, "To be accepted by 2026-11-24 Tue 21:05."));
    CHECK(site.run({"complain", "resolve", "C1", "fixed"}).code == 4);
    CHECK(says(site.run({"complain", "dispatch", "C1", "Locks Ltd", "new lock"}).out, "C1 dispatched to Locks Ltd."));
    site.set_time("2026-11-23 21:45");
    CHECK(says(site.run({"complain", "arrive", "C1"}).out, "C1 Locks Ltd on the spot after 40 min."));
    REQUIRE(site.run({"complain", "resolve", "C1", "new lock", "--cost", "80"}).code == 0);
    CHECK(site.run({"complain", "sign", "C1", "zw", "refused"}).code == 2);
    CHECK(says(site.run({"complain", "sign", "C1", "zw", "refused", "jams"}).out, "It is open again."));
    REQUIRE(site.run({"complain", "resolve", "C1", "oiled"}).code == 0);
    REQUIRE(site.run({"complain", "sign", "C1", "zw", "ok"}).code == 0);
    CHECK(site.run({"complain", "archive", "C1"}).code == 0);
    CHECK(site.run({"complain", "new", "repair", "--from", "7"}).code == 4);
    REQUIRE(site.run({"correct", "7", "--void", "--reason", "wrong door"}).code == 0);
    CHECK(says(site.run({"complain", "show", "C1"}).out, "From entry 7, withdrawn since:"));
}

TEST_CASE("an enquiry is answered at once and filed, or handed up and still answered") {
    TestSite site;
    start_day(site);
    const Ran call = site.run({"--by", "A03", "checkin", "call", "when is the handover of building 2", "--name", "Chen",
                               "--phone", "13800138021"});
    const Ran taken = run(site, {"new", "enquiry", "--from", std::to_string(entry_of(call)), "--answer", "June 2027",
                                 "--cause", "information"});
    CHECK(says(taken.out, "C1 enquiry, severity 3: when is the handover of building 2. Answered: June 2027."));
    // What is not answered yet is not there, and nothing is said that leads to the case of somebody else.
    const Ran refused = run(site, {"new", "complaint", "the lift is stuck", "--answer", "said sorry"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "Nothing was recorded: complaint is not answered before"));
    CHECK_FALSE(says(refused.err, "C2"));
    const Ran repair = run(site, {"new", "repair", "the tap drips", "--answer", "will see to it"});
    CHECK(repair.code == 4);
    CHECK(says(repair.err, "repair is not answered before somebody has it."));
    CHECK_FALSE(says(repair.err, "assess"));
    CHECK(says(site.run({"complain", "list"}).out, "archived"));
    REQUIRE(run(site, {"new", "enquiry", "parking fee"}).code == 0);
    CHECK(says(run(site, {"escalate", "C2", "company", "not in the book"}).out, "C2 handed up to the company"));
    CHECK(says(site.run({"complain", "show", "C2"}).out, "not answered."));
    REQUIRE(run(site, {"resolve", "C2", "300 a month", "--archive"}).code == 0);
}

TEST_CASE("verdict C opens a case again, waiting for the customer stops its clock") {
    TestSite site;
    start_day(site);
    REQUIRE(run(site, {"new", "cold", "--severity", "3"}).code == 0);
    REQUIRE(run(site, {"assign", "C1", "Wang"}).code == 0);
    CHECK(says(run(site, {"wait", "C1", "customer", "photo"}).out, "Its clock stands still."));
    site.set_time("2026-11-25 10:00");
    CHECK(says(run(site, {"resume", "C1"}).out, "C1 goes on after 24 h 0 min of waiting for the customer."));
    CHECK(says(site.run({"complain", "show", "C1"}).out, "To be resolved by 2026-12-02 Wed 10:00."));
    REQUIRE(run(site, {"resolve", "C1", "heating up"}).code == 0);
    for (const char* attempt : {"attempt 1 of 3", "attempt 2 of 3"}) {
        CHECK(says(run(site, {"follow", "C1", "--way", "phone", "--not-reached"}).out, attempt));
    }
    CHECK(run(site, {"archive", "C1"}).code == 4);
    CHECK(says(run(site, {"follow", "C1", "--way", "phone", "--verdict", "C", "still cold"}).out, "It is open again."));
    CHECK(run(site, {"act", "C1", "plumber called"}).code == 0);
}

TEST_CASE("a case against the only one of the post that follows up is followed up by somebody else") {
    TestSite site;
    start_day(site);
    const auto by_guard = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"--by", "zw", "complain"});
        return site.run(words);
    };
    REQUIRE(by_guard({"new", "he shouted", "--against", "Wang", "--severity", "1"}).code == 0);
    CHECK(by_guard({"assign", "C1", "Wang"}).code == 4);
    REQUIRE(by_guard({"assign", "C1", "Li Na"}).code == 0);
    CHECK(run(site, {"resolve", "C1", "said sorry"}).code == 4);
    CHECK(says(by_guard({"resolve", "C1", "said sorry"}).err, "Who: somebody else than Wang."));
    const std::vector<std::string> follow{"follow", "C1", "--way", "visit", "--verdict", "A"};
    const Ran own = run(site, follow);
    CHECK(own.code == 4);
    CHECK(says(own.err, "C1 is about Wang; somebody else handles it."));
    std::vector<std::string> other{"--by", "zw", "complain"};
    other.insert(other.end(), follow.begin(), follow.end());
    // Where there is another of the post, it is up to that one.
    site.set_time("2026-11-24 10:10");
    REQUIRE(site.run({"plan", "add", "staff", "Sun Li", "--post", "supervisor", "--by", "Wang"}).code == 0);
    CHECK(says(site.run(other).err, "Severity 1 is followed up by the post Supervisor."));
    REQUIRE(site.run({"plan", "remove", "staff", "Sun Li", "--by", "Wang"}).code == 0);
    CHECK_MESSAGE(site.run(other).code == 0, site.run(other).err);
}

TEST_CASE("an attempt more than are needed is counted as such") {
    TestSite site;
    start_day(site);
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"new", "cold", "--severity", "3"}, {"assign", "C1", "Wang"}, {"resolve", "C1", "heater"}}) {
        REQUIRE(run(site, words).code == 0);
    }
    for (const char* attempt : {"attempt 1 of 3.", "attempt 2 of 3.", "attempt 3 of 3.", "attempt 4; 3 were enough."}) {
        CHECK(says(run(site, {"follow", "C1", "--way", "phone", "--not-reached"}).out, attempt));
    }
}

TEST_CASE("what is told later took as long as is told, and is done when it was typed") {
    TestSite site;
    start_day(site);
    const auto later = [&](const std::string& at, std::vector<std::string> words) {
        words.insert(words.end(), {"--at", at, "--reason", "told afterwards"});
        const Ran ran = run(site, words);
        CHECK_MESSAGE(ran.code == 0, ran.err);
        return ran.out;
    };
    REQUIRE(run(site, {"new", "repair", "lift", "--severity", "1"}).code == 0);
    REQUIRE(run(site, {"dispatch", "C1", "Otis"}).code == 0);
    REQUIRE(run(site, {"escalate", "C1", "company", "no lift"}).code == 0);
    site.set_time("2026-11-24 14:00");
    CHECK(says(later("10:30", {"arrive", "C1"}), "C1 Otis on the spot after 30 min."));
    REQUIRE(run(site, {"wait", "C1", "parts", "a rope"}).code == 0);
    site.set_time("2026-11-25 18:00");
    CHECK(says(later("2026-11-24 14:20", {"resume", "C1"}), "C1 goes on after 20 min of waiting for parts."));
    CHECK(says(run(site, {"list", "--csv"}).out, "2026-11-25 10:00,overdue"));
    later("2026-11-25 09:50", {"resolve", "C1", "a new rope"});
    const std::string shown = run(site, {"show", "C1"}).out;
    CHECK_MESSAGE(says(shown, "Waited for parts: 20 min."), shown);
    CHECK(says(shown, "answered after 23 h 50 min."));
    CHECK_MESSAGE(says(shown, "Resolved after 23 h 50 min, TOO LATE: typed at 2026-11-25 18:00."), shown);
    CHECK(says(run(site, {"list", "--csv"}).out, ",2026-11-25 09:50,"));
    const auto row = [&](const char* block) {
        return site.run({"report", "week", "2026-11-24", "--block", block, "--csv"}).out;
    };
    CHECK_MESSAGE(says(row("repairs"), "Otis,1,1,30,1,1430,0,0"), row("repairs"));
    CHECK_MESSAGE(says(row("case-times"), "1,handle,1,1430,1430,1430,0,0.0"), row("case-times"));
    // A correction moves it.
    const std::string log = site.run({"log", "--csv", "--kind", "case-resolve"}).out;
    const std::string number = log.substr(log.find('\n') + 1, 2);
    REQUIRE(
        site.run({"--by", "A03", "correct", number, "--time", "2026-11-25 09:40", "--reason", "looked it up"}).code ==
        0);
    CHECK(says(run(site, {"show", "C1"}).out, "Resolved after 23 h 40 min, TOO LATE: typed at 2026-11-25 18:00."));
}

TEST_CASE("a case without a deadline that runs stands in due with its next step until it is archived") {
    TestSite site;
    start_day(site);
    for (const char* words : {"loud", "cold"}) {
        REQUIRE(run(site, {"new", words, "--severity", "3"}).code == 0);
    }
    REQUIRE(run(site, {"new", "repair", "tap"}).code == 0);
    REQUIRE(run(site, {"assign", "C1", "Wang"}).code == 0);
    REQUIRE(run(site, {"wait", "C1", "customer", "away"}).code == 0);
    REQUIRE(run(site, {"assign", "C2", "Wang"}).code == 0);
    REQUIRE(run(site, {"resolve", "C2", "heater"}).code == 0);
    REQUIRE(run(site, {"follow", "C2", "--way", "phone", "--verdict", "A"}).code == 0);
    REQUIRE(run(site, {"assign", "C3", "Wang"}).code == 0);
    REQUIRE(run(site, {"resolve", "C3", "new seal"}).code == 0);
    for (const char* day : {"2026-11-24 10:00", "2027-11-24 10:00"}) {
        site.set_time(day);
        const std::string due = site.run({"due", "--json"}).out;
        for (const char* line : {"C1 waits: loud", "onduty complain resume C1", "C2 is open: cold",
                                 "onduty complain cause C2", "C3 is open: tap", "onduty complain sign C3"}) {
            CHECK_MESSAGE(says(due, line), line);
        }
    }
    REQUIRE(run(site, {"resume", "C1"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "C1 waits"));
    REQUIRE(run(site, {"cause", "C2", "staffing", "x"}).code == 0);
    REQUIRE(run(site, {"archive", "C2"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "C2"));
}

TEST_CASE("lists and due show what is chosen, the report of a past week prints the same later") {
    TestSite site;
    start_day(site);
    REQUIRE(run(site, {"new", "gas smell", "--severity", "1", "--place", "P05"}).code == 0);
    REQUIRE(run(site, {"new", "repair", "lamp", "--unit", "2-1-301"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "C1 resolve: gas smell"));  // due tomorrow, not within 12 hours
    site.set_time("2026-11-25 09:00");
    CHECK(says(site.run({"due"}).out, "C1 resolve: gas smell"));
    site.set_time("2026-11-25 10:01");
    const Ran overdue = site.run({"complain", "list", "--overdue"});
    CHECK(says(overdue.out, "11-25 10:00 OVERDUE"));
    CHECK_FALSE(says(overdue.out, "lamp"));
    CHECK(says(site.run({"complain", "list", "--kind", "repair"}).out, "lamp"));
    CHECK_FALSE(says(site.run({"complain", "list", "--place", "P05", "--severity", "1"}).out, "lamp"));
    CHECK(says(site.run({"complain", "list", "--owner", "Wang"}).out, "No such case."));
    const std::string csv = site.run({"complain", "list", "--csv"}).out;
    CHECK(
        says(csv, "\nC1,complaint,1,assessed,2026-11-24,2026-11-24 10:00,2026-11-25 10:00,overdue,,,,Reception hall"));
    CHECK(says(site.run({"complain", "show", "C2", "--json"}).out, "\"kind\":\"case\""));

    site.set_time("2026-11-30 08:00");
    const std::string before = site.run({"report", "week", "2026-11-24", "--block", "cases"}).out;
    CHECK(says(before, "complaint         1       1"));
    for (const char* name : {"Wang", "zw"}) {
        REQUIRE(site.run({"--by", name, "checkin", "out", name}).code == 0);
    }
    REQUIRE(site.run({"checkin", "staff", "Wang", "--post", "supervisor"}).code == 0);
    for (const auto& words : std::vector<std::vector<std::string>>{{"assign", "C1", "Wang"},
                                                                   {"assign", "C2", "Wang"},
                                                                   {"resolve", "C1", "valve closed"},
                                                                   {"resolve", "C2", "new lamp"}}) {
        REQUIRE(run(site, words).code == 0);
    }
    CHECK(site.run({"report", "week", "2026-11-24", "--block", "cases"}).out == before);
    CHECK(says(site.run({"report", "week", "2026-11-30", "--block", "cases"}).out,
               "complaint         1       0         1"));
}

TEST_CASE("refused work is that of the firm which did it, in every period") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 08:50");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto at = [&](const char* time, std::vector<std::string> words) {
        site.set_time(std::string{"2026-11-"} + time);
        words.insert(words.end(), {"--by", "Wang"});
        REQUIRE(site.run(words).code == 0);
    };
    at("24 09:00", {"complain", "new", "repair", "lamp"});
    at("24 09:00", {"complain", "dispatch", "C1", "Bell Ltd"});
    at("24 10:00", {"complain", "resolve", "C1", "mended", "--cause", "facility"});
    at("24 11:00", {"complain", "sign", "C1", "Wang", "refused", "still dark"});
    REQUIRE(site.run({"checkin", "out", "Wang"}).code == 0);
    site.set_time("2026-11-26 08:50");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    at("26 09:00", {"complain", "dispatch", "C1", "Acme Lifts"});
    at("26 12:00", {"complain", "resolve", "C1", "mended", "--cause", "facility"});
    at("26 13:00", {"complain", "sign", "C1", "Wang", "ok"});
    const auto row = [&](const char* period, const char* firm) {
        const std::string text = site.run({"report", period, "2026-11-24", "--block", "repairs", "--csv"}).out;
        const std::size_t begin = text.find(firm);
        return begin == std::string::npos ? "" : text.substr(begin, text.find('\r', begin) - begin);
    };
    CHECK(row("day", "Bell") == "Bell Ltd,1,0,,0,,0,1");
    for (const char* period : {"week", "month", "year"}) {
        CAPTURE(std::string{period});
        CHECK(row(period, "Bell") == "Bell Ltd,1,0,,0,,0,1");
        CHECK(row(period, "Acme") == "Acme Lifts,1,0,,1,180,1,0");
    }
}

TEST_CASE("a case is taken on once, by what was told first, in every period") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"patrol", "start", "--by", "zw"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P01", "--fault", "lamp out"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "Wang"}).code == 0);
    site.set_time("2026-11-24 09:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"complain", "assign", "C1", "Wang", "--by", "Wang"}).code == 0);
    site.set_time("2026-11-24 09:10");
    REQUIRE(site.run({"complain", "dispatch", "C1", "Bell Ltd", "--at", "yesterday 22:00", "--reason",
                      "forgot to type it", "--by", "Wang"})
                .code == 0);
    site.set_time("2026-11-27 09:00");
    const auto accepted = [&](const char* period, const char* day) {
        const std::string text = site.run({"report", period, day, "--block", "case-times", "--csv"}).out;
        const std::size_t begin = text.find(",accept,");
        return begin == std::string::npos ? "" : text.substr(begin, text.find('\r', begin) - begin);
    };
    const std::string day = accepted("day", "2026-11-23");
    CHECK(day.rfind(",accept,1,90,", 0) == 0);
    CHECK(accepted("day", "2026-11-24").empty());
    CHECK(accepted("week", "2026-11-23") == day);
    CHECK(accepted("year", "2026-11-23") == day);
}
