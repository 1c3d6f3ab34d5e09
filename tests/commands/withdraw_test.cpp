// SPDX-License-Identifier: MIT
// What goes when an entry is withdrawn, what stays, what stands in the way, and what comes back?
#include <doctest/doctest.h>

#include "book/amended.hpp"
#include "log/kind.hpp"
#include "store/store.hpp"
#include "support.hpp"

using onduty::test::bring_on_duty;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

// Monday 2026-11-23, 10:00: Li Na at the desk, Chen Jing at the bar, Liu Yang in the show homes, Wang supervises. V1,
// two people, sits at A1 with entry 10.
void receive(TestSite& site) {
    site.set_time("2026-11-23 10:00");
    site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"});
    for (const auto& [name, post] :
         {std::pair{"Li Na", "front-desk"}, {"Chen Jing", "bar"}, {"Liu Yang", "show-home"}, {"Wang", "supervisor"}}) {
        REQUIRE(site.run({"plan", "add", "staff", name, "--post", post}).code == 0);
    }
    for (const char* name : {"Li Na", "Chen Jing", "Liu Yang", "Wang"}) {
        REQUIRE(site.run({"checkin", "staff", name}).code == 0);
    }
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1", "--by", "Li Na"}).code ==
            0);
}

Ran by(TestSite& site, const char* name, std::vector<std::string> words) {
    words.insert(words.end(), {"--by", name});
    return site.run(std::move(words));
}

Ran withdraw(TestSite& site, const char* number, const char* how = "--void") {
    return by(site, "Wang", {"correct", number, how, "--reason", "typed wrongly"});
}

Ran withdraw_all(TestSite& site, const char* number) {
    return by(site, "Wang", {"correct", number, "--void", "--all", "--reason", "typed wrongly"});
}

EntryNumber last_entry(TestSite& site) {
    return Store{site.file(), Store::Mode::read}.head().number;
}

std::string open_in(TestSite& site) {
    std::string text;
    for (const auto& [number, kind] : Store{site.file(), Store::Mode::read}.open_matters()) {
        text += " " + std::to_string(number) + " " + kind;
    }
    return text;
}

std::int64_t counted_in(TestSite& site, EntryNumber first, EntryNumber last) {
    Store store{site.file(), Store::Mode::read};
    std::int64_t counted = 0;
    for (EntryNumber number = first; number <= last; ++number) {
        counted += store.withdrawn_by(number) == 0 ? 1 : 0;
    }
    return counted;
}

std::string due(TestSite& site) {
    return site.run({"due"}).out;
}

// What the first entries say as the log stands now, up to that one.
std::string stand_up_to(TestSite& site, EntryNumber last) {
    Store store{site.file(), Store::Mode::read};
    std::string text;
    for (EntryNumber number = 1; number <= last; ++number) {
        const Entry now = as_corrected(store, *store.entry(number));
        text += std::to_string(number) + " " + std::to_string(now.about) + " " +
                std::to_string(now.told_at().time_since_epoch().count()) + " " + now.subject + " " + now.result + " " +
                now.note + (store.withdrawn_by(number) == 0 ? "" : " gone");
        for (const FieldValue& value : now.fields) {
            text += " " + value.name + "=" + value.word + (value.number ? std::to_string(*value.number) : "");
        }
        text += "\n";
    }
    return text;
}

std::string now(TestSite& site) {
    return site.run({"checkin", "list"}).out + site.run({"serve", "list"}).out + site.run({"log", "--visit", "V1"}).out;
}

}  // namespace

TEST_CASE("a departure goes with its tidy-up and the end of the tour, and comes back with them") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Liu Yang", {"serve", "tour", "V1", "show-1"}).code == 0);  // 11
    site.set_time("2026-11-23 10:30");
    REQUIRE(by(site, "Li Na", {"checkin", "out", "V1"}).code == 0);  // 12 left, 13 tour ends, 14 tidy up
    const Ran gone = withdraw(site, "12");
    CHECK(gone.code == 0);
    CHECK(says(gone.out,
               "#15 Entry 12 withdrawn; it stays readable. With it: #13 tour ends V1 Show home 1; #14 to be "
               "tidied up V1 "));
    CHECK(says(by(site, "Liu Yang", {"serve", "tour", "V1", "show-1"}).err, "is being shown to V1"));
    CHECK(by(site, "Chen Jing", {"serve", "clear", "V1"}).code == 4);
    CHECK(says(withdraw(site, "14", "--restore").err, "Both again: onduty correct 12 --restore"));
    const Ran back = withdraw(site, "12", "--restore");
    CHECK(says(back.out, "#18 Entry 12 counts again. With it: #13 tour ends"));
    CHECK(by(site, "Chen Jing", {"serve", "clear", "V1"}).code == 0);
    CHECK(says(withdraw(site, "12", "--restore").err, "Entry 12 counts; nothing is to be given back."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who leaves again is counted once") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Li Na", {"checkin", "out", "V1"}).code == 0);  // 11, 12
    REQUIRE(withdraw(site, "11").code == 0);                         // 13, 14
    REQUIRE(by(site, "Li Na", {"checkin", "out", "V1"}).code == 0);  // 15, 16
    CHECK(says(withdraw(site, "11", "--restore").err, "Entry 15 was recorded in its place."));
    REQUIRE(by(site, "Chen Jing", {"serve", "clear", "V1"}).code == 0);
    CHECK_FALSE(says(due(site), "tidy"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a visit with an order goes with all of it or not at all") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Chen Jing", {"serve", "order", "V1", "tea=2"}).code == 0);  // 11
    const std::string before = now(site);
    const Ran refused = withdraw(site, "10");
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "onduty correct 10 --void --all --reason \"...\"\n  #11 order V1 "));
    CHECK(now(site) == before);
    CHECK(withdraw_all(site, "10").code == 0);  // 12, 13
    CHECK_FALSE(says(due(site), "V1"));
    CHECK(says(withdraw(site, "11", "--restore").err, "Both again: onduty correct 10 --restore"));
    CHECK(withdraw(site, "13", "--restore").code == 4);
    CHECK(withdraw(site, "12", "--restore").code == 0);
    CHECK(says(now(site), "V1"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a change of seat goes with its tidy-up, unless that was done") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Chen Jing", {"serve", "seat", "V1", "A2"}).code == 0);  // 11, 12
    CHECK(says(withdraw(site, "11").out, "With it: #12 to be tidied up V1"));
    CHECK_FALSE(says(due(site), "tidy"));
    REQUIRE(by(site, "Chen Jing", {"serve", "seat", "V1", "A2"}).code == 0);  // 15, 16
    REQUIRE(by(site, "Chen Jing", {"serve", "clear", "V1"}).code == 0);       // 17
    const Ran gone = withdraw(site, "15");
    CHECK_FALSE(says(gone.out, "With it"));
    CHECK(says(gone.err, "#16 to be tidied up V1 "));
    CHECK(says(gone.err, " stays, because somebody acted on it since."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who was seated meanwhile where the other sat before is asked about") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Li Na", {"checkin", "out", "V1"}).code == 0);  // 11, 12
    REQUIRE(by(site, "Li Na", {"checkin", "visit", "--party", "1", "--purpose", "look", "--seat", "A1"}).code == 0);
    CHECK(says(withdraw(site, "11").err, "V1 and V2 both have "));
}

TEST_CASE("the case that a fault opened goes with it while nobody has worked on it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start"}).code == 0);                            // 6
    REQUIRE(site.run({"patrol", "point", "P01", "--fault", "lamp"}).code == 0);  // 7, case 8
    const auto correct = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "correct");
        words.insert(words.end(), {"--reason", "wrong door"});
        return site.run(words);
    };
    CHECK(says(correct({"7", "--void"}).out, "With it: #8 case C1"));  // 9, 10
    CHECK(site.run({"complain", "show", "C1"}).code == 4);
    CHECK(says(correct({"7", "--restore"}).out, "#11 Entry 7 counts again. With it: #8 case C1"));  // 11, 12
    CHECK(site.run({"complain", "show", "C1"}).code == 0);
    // The same by a correction, and back when that is withdrawn.
    CHECK(says(correct({"7", "--result", "ok"}).out, "Entry 7 corrected; the original stays readable. With it: #8"));
    CHECK(site.run({"complain", "show", "C1"}).code == 4);  // 13, 14
    CHECK(says(correct({"8", "--restore"}).err, "because of the correction in entry 13"));
    CHECK(says(correct({"13", "--void"}).out, "Counts again: #8 case C1"));      // 15, 16
    REQUIRE(site.run({"complain", "act", "C1", "new lamp ordered"}).code == 0);  // 17
    const Ran stays = correct({"7", "--result", "ok"});                          // 18
    CHECK(says(stays.out, "C1 stays open. Next: onduty complain"));
    CHECK(says(stays.out, "If it should go, too: onduty correct 8 --void --all"));
    CHECK(says(correct({"7", "--void"}).err, "C1 stays open."));
    CHECK(says(correct({"8", "--void"}).err, "#17 action C1"));
    CHECK(correct({"8", "--void", "--all"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a case that was opened upon something found stays when it was found again, and goes with the last of it") {
    using Words = std::vector<std::string>;
    const std::pair<Words, Words> finds[]{
        {{"patrol", "point", "P01", "--fault", "lamp"}, {"patrol", "point", "P01", "--fault", "lamp"}},
        {{"patrol", "check", "closing", "all", "--fault", "2=lamp"},
         {"patrol", "check", "closing", "--fault", "2=lamp"}},
        {{"handover", "count", "all", "radio=5", "torch=1"}, {"handover", "count", "all", "radio=5"}},
        {{"serve", "count", "show-1", "all", "vase=1", "book=5"}, {"serve", "count", "show-1", "all", "vase=1"}},
    };
    for (const auto& [first, second] : finds) {
        CAPTURE(first[1]);
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);
        REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
        REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);
        REQUIRE(site.run({"patrol", "start"}).code == 0);
        const auto found = [&](const Words& words) {
            const EntryNumber entry = last_entry(site) + 1;
            const Ran ran = site.run(words);
            CAPTURE(ran.err);
            REQUIRE(says(ran.out, ("#" + std::to_string(entry)).c_str()));
            return std::to_string(entry);
        };
        const auto change = [&](const std::string& entry, const char* how) {
            const Ran ran = site.run({"correct", entry, how, "--reason", "typed wrongly"});
            CAPTURE(ran.err);
            REQUIRE(ran.code == 0);
            return ran.out + ran.err;
        };
        const auto cases = [&] { return site.run({"complain", "list"}).out; };
        const std::string one = found(first);
        const std::string before = cases();
        CHECK(says(before, "C1"));
        const std::string other = found(second);
        CHECK(cases() == before);  // open already
        CHECK(says(change(one, "--void"), "C1 stays open."));
        CHECK(cases() == before);
        change(one, "--restore");
        CHECK(cases() == before);
        change(other, "--void");
        CHECK(cases() == before);
        change(one, "--void");
        CHECK(says(cases(), "There are no cases"));
        change(one, "--restore");
        CHECK(cases() == before);
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("an inspection goes with its findings and their cases, a finding alone with its own") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Wang", {"clean", "inspect", "P05", "--score", "2", "--finding", "dust", "--finding", "crumbs"})
                .code == 0);  // 11; 12 with case 13; 14 with case 15
    CHECK(says(withdraw(site, "12").out, "With it: #13 case C1"));
    CHECK(says(withdraw(site, "11").out, "With it: #14 "));
    CHECK_FALSE(says(site.run({"complain", "list"}).out, "C2"));
    CHECK(withdraw(site, "12", "--restore").code == 4);  // its inspection is gone
    CHECK(withdraw(site, "11", "--restore").code == 0);
    CHECK(withdraw(site, "12", "--restore").code == 0);
    CHECK(says(site.run({"complain", "list"}).out, "C1"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a shift that goes on is not withdrawn, and the hint names whose it is") {
    TestSite site;
    TestSite::start_night(site);
    const Ran refused = site.run({"correct", "5", "--void", "--reason", "typed twice"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "The shift of entry 5 goes on. First: onduty checkin out A01"));
}

TEST_CASE("a return is not withdrawn when the piece was lent again") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Li Na", {"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);         // 11
    REQUIRE(by(site, "Li Na", {"lend", "back", "umbrella", "7"}).code == 0);                      // 12
    REQUIRE(by(site, "Li Na", {"lend", "out", "umbrella", "7", "--to", "Chen Jing"}).code == 0);  // 13
    const Ran refused = withdraw(site, "12");
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "Umbrella 7 was lent again, entry 13: Umbrella 7 to Chen Jing since "));
    CHECK(says(site.run({"lend"}).out, "Chen Jing"));
    CHECK_FALSE(says(site.run({"lend"}).out, "V1"));
    REQUIRE(withdraw(site, "13").code == 0);
    REQUIRE(withdraw(site, "12").code == 0);
    const Ran out = withdraw(site, "13", "--restore");
    CHECK(out.code == 4);
    CHECK(says(out.err, "Umbrella 7 is out already, entry 11: Umbrella 7 to V1 since "));
    CHECK(says(out.err, "first: onduty correct 11 --void"));
    CHECK(withdraw(site, "11").code == 0);
    CHECK(withdraw(site, "13", "--restore").code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an import is asked for what hangs on its rows") {
    TestSite site;
    receive(site);
    const Ran imported = site.run_with_input({"import", "cases", "-", "--by", "Li Na"},
                                             "received,words\n2026-10-01 10:00,lift\n2026-10-02 10:00,door\n",
                                             std::chrono::seconds{0});  // 11 to 14
    CAPTURE(imported.err);
    REQUIRE(imported.code == 0);
    REQUIRE(by(site, "Li Na", {"complain", "act", "C1", "looked at"}).code == 0);  // 15
    const Ran refused = withdraw(site, "11");
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "onduty correct 11 --void --all --reason \"...\"\n  #15 action C1"));
    CHECK(says(withdraw_all(site, "11").out, "With it: #15 action C1"));
    CHECK(says(site.run({"complain", "list"}).out, "There are no cases yet."));
    CHECK(withdraw(site, "11", "--restore").code == 0);
    CHECK(says(site.run({"complain", "show", "C1"}).out, "looked at"));
    // A row goes alone.
    CHECK(withdraw(site, "13").code == 0);
    CHECK(site.run({"complain", "show", "C2"}).code == 4);
    CHECK(site.run({"complain", "show", "C1"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what withdraws and gives back is typed in one way only") {
    TestSite site;
    receive(site);
    CHECK(by(site, "Li Na", {"correct", "10", "--void", "--restore", "--reason", "both"}).code == 2);
    CHECK(by(site, "Li Na", {"correct", "10", "--restore", "--note", "x", "--reason", "both"}).code == 2);
    CHECK(by(site, "Li Na", {"correct", "10", "--all", "--reason", "alone"}).code == 2);
    CHECK(withdraw(site, "10").code == 0);  // 11
    CHECK(says(withdraw(site, "10").err, "onduty correct 10 --restore"));
    CHECK(withdraw(site, "11").code == 0);  // 12 gives it back
    CHECK(says(now(site), "V1"));
    CHECK(withdraw(site, "12").code == 0);  // 13 withdraws it anew
    CHECK(by(site, "Chen Jing", {"serve", "order", "V1", "tea=2"}).code == 4);
    CHECK(withdraw(site, "10", "--restore").code == 0);
    CHECK(by(site, "Chen Jing", {"serve", "order", "V1", "tea=2"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("whatever a command records goes as one and comes back as one") {
    using Words = std::vector<std::string>;
    struct Recorded {
        std::vector<Words> before;
        Words command;
    };
    const std::vector<Recorded> all{
        {{}, {"checkin", "out", "V1", "--by", "Li Na"}},
        {{{"serve", "tour", "V1", "show-1", "--by", "Liu Yang"}}, {"checkin", "out", "V1", "--by", "Li Na"}},
        {{}, {"serve", "seat", "V1", "A2", "--by", "Chen Jing"}},
        {{{"serve", "seat", "V1", "A2", "--by", "Chen Jing"},
          {"serve", "seat", "V1", "A1", "--by", "Chen Jing"},
          {"serve", "seat", "V1", "A3", "--by", "Chen Jing"}},
         {"serve", "clear", "V1", "--by", "Chen Jing"}},
        {{}, {"patrol", "check", "closing", "1", "--fault", "2=lock broken", "--by", "Wang"}},
        {{}, {"checkin", "inspect", "Chen Jing", "grooming", "all", "--by", "Wang"}},
        {{}, {"serve", "count", "show-1", "all", "vase=1", "--by", "Liu Yang"}},
        {{}, {"handover", "count", "all", "radio=5", "--by", "Zhao Lei"}},
        {{}, {"clean", "inspect", "P05", "--score", "2", "--finding", "dust", "--finding", "crumbs", "--by", "Wang"}},
        {{{"patrol", "alarm", "P01", "--kind", "fire", "--by", "Zhao Lei"}},
         {"patrol", "incident", "smoke", "--category", "fire", "--about", "15", "--by", "Zhao Lei"}},
        {{},
         {"complain", "new", "enquiry", "when is it open", "--answer", "at nine", "--cause", "information", "--by",
          "Li Na"}},
        {{{"complain", "new", "enquiry", "when is it open", "--by", "Li Na"}},
         {"complain", "resolve", "C1", "at nine", "--cause", "information", "--archive", "--by", "Li Na"}},
        {{}, {"customer", "new", "--name", "Wu Min", "--keeper", "Zhou Kai", "--by", "Zhou Kai"}},
    };
    for (const Recorded& one : all) {
        TestSite site;
        receive(site);
        bring_on_duty(site, {{"Zhao Lei", "night-guard"}, {"Zhou Kai", "sales"}});
        for (const Words& words : one.before) {
            REQUIRE(site.run(words).code == 0);
        }
        const EntryNumber before = last_entry(site);
        const std::string open = open_in(site);
        const Ran ran = site.run(one.command);
        CAPTURE(ran.out);
        CAPTURE(ran.err);
        REQUIRE((ran.code == 0 || ran.code == 3));
        const EntryNumber after = last_entry(site);
        const std::string open_after = open_in(site);
        CHECK(after > before + 1);
        const std::string first = std::to_string(before + 1);
        const Ran gone = withdraw(site, first.c_str());
        CAPTURE(gone.err);
        CHECK(gone.code == 0);
        CHECK(open_in(site) == open);
        CHECK(counted_in(site, before + 1, after) == 0);
        CHECK(withdraw(site, first.c_str(), "--restore").code == 0);
        CHECK(open_in(site) == open_after);
        CHECK(counted_in(site, before + 1, after) == after - before);
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("whatever a correction records goes as one and comes back as one, by any of its numbers") {
    using Words = std::vector<std::string>;
    struct Played {
        std::vector<Words> before;  // entries 14 and up
        Words correction;
    };
    const std::vector<Played> all{
        {{{"serve", "order", "V1", "tea=2", "--by", "Chen Jing"}, {"serve", "deliver", "V1", "--by", "Chen Jing"}},
         {"14", "--visit", "V2"}},
        {{{"serve", "order", "V1", "tea=2", "juice=1", "--by", "Chen Jing"},
          {"serve", "deliver", "V1", "tea=1", "--by", "Chen Jing"},
          {"serve", "deliver", "V1", "--by", "Chen Jing"}},
         {"14", "--visit", "V2", "tea=3", "--note", "hot"}},
        {{{"serve", "seat", "V1", "A2", "--by", "Chen Jing"}}, {"14", "--seat", "A1"}},
        {{{"serve", "seat", "V1", "A2", "--by", "Chen Jing"}}, {"14", "--visit", "V2"}},
        {{{"checkin", "out", "V1", "--by", "Li Na"}}, {"14", "--time", "10:55"}},
        {{{"serve", "tour", "V1", "show-1", "--by", "Liu Yang"}, {"checkin", "out", "V1", "--by", "Li Na"}},
         {"15", "--time", "11:00", "--forgotten", "yes"}},
        {{{"serve", "fridge", "4", "--by", "Chen Jing"}}, {"14", "--degrees", "12", "--action", "door closed"}},
        {{{"serve", "disinfect", "steam", "cup=6", "--at", "10:40", "--reason", "hands full", "--by", "Chen Jing"},
          {"serve", "disinfect", "end", "--by", "Chen Jing"}},
         {"14", "--time", "10:58"}},
        {{{"patrol", "start", "fire", "--by", "Zhao Lei", "--at", "10:50"},
          {"patrol", "point", "P04", "--by", "Zhao Lei", "--at", "10:55"},
          {"patrol", "point", "P05", "--by", "Zhao Lei"},
          {"patrol", "end", "--by", "Zhao Lei"}},
         {"14", "--time", "10:45", "--all"}},
        {{{"patrol", "check", "closing", "1", "--fault", "2=lock broken", "--by", "Wang"}}, {"16", "--result", "ok"}},
    };
    for (const Played& one : all) {
        TestSite site;
        receive(site);
        bring_on_duty(site, {{"Zhao Lei", "night-guard"}});
        REQUIRE(by(site, "Li Na", {"checkin", "visit", "--party", "4", "--purpose", "look"}).code == 0);
        site.set_time("2026-11-23 11:00");
        for (const Words& words : one.before) {
            const Ran ran = site.run(words);
            CAPTURE(words[1]);
            REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.out << ran.err);
        }
        site.set_time("2026-11-23 11:05");
        const EntryNumber before = last_entry(site);
        const std::string stood = stand_up_to(site, before) + open_in(site);
        Words words{"correct"};
        words.insert(words.end(), one.correction.begin(), one.correction.end());
        words.insert(words.end(), {"--reason", "typed wrongly"});
        const Ran ran = by(site, "Wang", words);
        CAPTURE(ran.out);
        CAPTURE(ran.err);
        REQUIRE(ran.code == 0);
        const EntryNumber after = last_entry(site);
        CHECK(after > before + 1);
        const std::string stands = stand_up_to(site, after) + open_in(site);
        for (EntryNumber number = before + 1; number <= after; ++number) {
            CAPTURE(number);
            // What was recorded because of it, such as a request, may go by itself.
            const bool is_correction = Store{site.file(), Store::Mode::read}.entry(number)->kind == kind::kCorrection;
            const Ran gone = withdraw(site, std::to_string(is_correction ? number : before + 1).c_str());
            CAPTURE(gone.err);
            REQUIRE(gone.code == 0);
            CHECK(counted_in(site, before + 1, after) == 0);
            CHECK(stand_up_to(site, before) + open_in(site) == stood);
            REQUIRE(withdraw(site, std::to_string(before + 1).c_str(), "--restore").code == 0);
            CHECK(stand_up_to(site, after) + open_in(site) == stands);
        }
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("a handover does not hang on the last entry that it hands over") {
    TestSite site;
    receive(site);
    by(site, "Li Na", {"note", "task", "call the lift people", "--until", "18:00"});
    REQUIRE(by(site, "Li Na", {"note", "done", "11", "called"}).code == 0);
    REQUIRE(by(site, "Li Na", {"handover", "offer", "all quiet"}).code == 0);
    const Ran ran = withdraw(site, "12");
    CHECK(ran.code == 0);
    CHECK(!says(ran.out, "handover"));
    CHECK(says(open_in(site), " 11 task 13 handover-offer"));
}

TEST_CASE("an acceptance is given back, at a post where nothing is to be counted as at one with a count or without") {
    for (const std::string post : {"sales", "night-guard", "night-guard counted"}) {
        CAPTURE(post);
        TestSite site;
        site.set_time("2026-11-23 20:00");
        REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
        for (const std::string name : {"Zhou Kai", "Zhang Wei"}) {
            REQUIRE(site.run({"plan", "add", "staff", name, "--post", post.substr(0, post.find(' '))}).code == 0);
            REQUIRE(site.run({"checkin", "staff", name}).code == 0);
        }
        REQUIRE(site.run({"handover", "offer", "--by", "Zhou Kai"}).code == 0);
        if (post.find(' ') != std::string::npos) {
            REQUIRE(site.run({"handover", "count", "all", "--by", "Zhang Wei"}).code == 0);
        }
        REQUIRE(site.run({"handover", "accept", "--by", "Zhang Wei"}).code == 0);
        const std::string accepted = std::to_string(last_entry(site));
        const auto list = [&] { return site.run({"report", "day", "--block", "handover-list", "--csv"}).out; };
        const std::string before = list();
        REQUIRE(site.run({"correct", accepted, "--void", "--reason", "typed wrong", "--by", "Zhang Wei"}).code == 0);
        CHECK(list() != before);
        const Ran back = site.run({"correct", accepted, "--restore", "--reason", "was right", "--by", "Zhang Wei"});
        CHECK_MESSAGE(back.code == 0, back.err);
        CHECK(list() == before);
    }
}

TEST_CASE("whatever was about a part that came back, its withdrawal opens nothing that it did not close") {
    const std::vector<std::vector<std::string>> about_the_last{
        {"handover", "offer"},
        {"note", "task", "ask the laundry", "--until", "18:00", "--about", "12"},
        {"patrol", "incident", "one was torn", "--category", "other", "--about", "12"},
        {"complain", "new", "finding", "one was torn", "--from", "12"},
    };
    for (const std::vector<std::string>& words : about_the_last) {
        CAPTURE(words[1]);
        TestSite site;
        receive(site);
        REQUIRE(by(site, "Liu Yang", {"serve", "linen", "sent", "sheet=8"}).code == 0);
        REQUIRE(by(site, "Liu Yang", {"serve", "linen", "back"}).code == 0);
        const std::string before = open_in(site);
        const Ran ran = by(site, "Liu Yang", words);
        CAPTURE(ran.err);
        REQUIRE(ran.code == 0);
        const Ran gone = withdraw(site, "13");
        CHECK(gone.code == 0);
        CHECK(!says(gone.out, "Open again"));
        CHECK(open_in(site) == before);
    }
}

TEST_CASE("a departure that was withdrawn gives back the visit and none of the pieces that were lent to it") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Li Na", {"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    REQUIRE(by(site, "Li Na", {"lend", "back", "11"}).code == 0);
    REQUIRE(by(site, "Li Na", {"checkin", "out", "V1"}).code == 0);
    REQUIRE(withdraw(site, "13").code == 0);
    CHECK(says(open_in(site), " 10 visit"));
    CHECK(Store{site.file(), Store::Mode::read}.lent().empty());
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the arrival of an announced group is not withdrawn under what was brought to it") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Li Na", {"checkin", "notice", "--party", "2"}).code == 0);
    REQUIRE(by(site, "Li Na", {"checkin", "visit", "V2", "--party", "2", "--purpose", "look"}).code == 0);
    REQUIRE(by(site, "Li Na", {"serve", "order", "V2", "water=2"}).code == 0);
    const Ran refused = withdraw(site, "12");
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "#13"));
    const std::string before = open_in(site);
    REQUIRE(withdraw_all(site, "12").code == 0);
    CHECK(says(open_in(site), " 11 notice"));
    REQUIRE(withdraw(site, "12", "--restore").code == 0);
    CHECK(open_in(site) == before);
}

TEST_CASE("what hangs on an entry and only a newer program can withdraw is said at once") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"note", "task", "mend the fence", "--owner", "Li Na", "--until", "tomorrow 18:00"}).code ==
            0);  // 6
    site.append_like(6, [](Entry& entry) {
        entry.kind = "levitation";
        entry.about = 6;
        entry.traits = trait::kThread;
    });
    for (const bool all : {false, true}) {
        std::vector<std::string> words{"correct", "6", "--void", "--reason", "typed twice"};
        if (all) {
            words.emplace_back("--all");
        }
        const Ran refused = site.run(words);
        CHECK(refused.code == 4);
        CHECK(says(refused.err,
                   "Entry 6 cannot be withdrawn here: on it hangs what a newer program recorded, #7 levitation"));
        CHECK(says(refused.err, "See: onduty log 7\n"));
    }
}

TEST_CASE("what was awaited stays done while the one after next was held") {
    TestSite site;
    TestSite::start_night(site);
    const auto drill = [&](const char* next) {
        REQUIRE(site.run({"note", "drill", "fire", "--people", "5", "--result", "ok", "--next", next}).code == 0);
    };
    drill("2026-12-24 18:00");  // 6
    drill("2027-01-24 18:00");  // 7
    drill("2027-02-24 18:00");  // 8
    const auto shift = [&](const char* number, const char* how) {
        const Ran ran = site.run({"correct", number, how, "--reason", "typed wrongly"});
        CAPTURE(ran.err);
        CHECK(ran.code == 0);
        CHECK(site.run({"verify"}).code == 0);
    };
    const auto open = [&] { return open_in(site); };
    const std::string all = open();
    CHECK(says(all, " 8 drill"));
    shift("7", "--void");
    CHECK(open() == all);  // not 6: another one was held since
    shift("8", "--void");
    CHECK(says(open(), " 6 drill"));
    CHECK_FALSE(says(open(), " 8 drill"));
    shift("8", "--restore");
    CHECK(open() == all);
    shift("7", "--restore");
    CHECK(open() == all);
    shift("8", "--void");
    CHECK(says(open(), " 7 drill"));
    CHECK_FALSE(says(open(), " 6 drill"));
    shift("7", "--void");
    CHECK(says(open(), " 6 drill"));
}

TEST_CASE("a round comes back beside one that was walked for another slot, and nothing is asked") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    const auto walk = [&](const char* begin, const char* end) {
        site.set_time(begin);
        const Ran start = site.run({"patrol", "start", "night", "--by", "zw"});
        REQUIRE(start.code == 0);
        site.set_time(end);
        REQUIRE(site.run({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "--by", "zw"})
                    .code == 0);
        REQUIRE(site.run({"patrol", "end", "--by", "zw"}).code == 0);
        return start.out.substr(1, start.out.find(' ') - 1);
    };
    const std::string first = walk("2026-11-23 21:02", "2026-11-23 21:30");
    REQUIRE(site.run({"correct", first, "--void", "--all", "--reason", "not sure", "--by", "Wang"}).code == 0);
    walk("2026-11-23 22:02", "2026-11-23 22:30");
    const Ran back = site.run({"correct", first, "--restore", "--reason", "was walked", "--by", "Wang"});
    REQUIRE_MESSAGE(back.code == 0, back.err);
    CHECK_FALSE(says(back.err, "says the same"));
}

TEST_CASE("a fault has one repair, in whatever order it was corrected") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start"}).code == 0);                                   // 6
    REQUIRE(site.run({"patrol", "point", "P01", "--fault", "lamp is out"}).code == 0);  // 7, repair 8
    const auto correct = [&](const char* number, std::vector<std::string> words) {
        words.insert(words.begin(), {"correct", number});
        words.insert(words.end(), {"--reason", "looked again"});
        return site.run(words);
    };
    REQUIRE(correct("7", {"--result", "ok"}).code == 0);  // 9, withdraws 8
    CHECK(open_in(site).find(" 8 case") == std::string::npos);
    REQUIRE(correct("7", {"--result", "fault"}).code == 0);
    REQUIRE(site.run({"complain", "new", "repair", "lamp is out, again", "--from", "7"}).code == 0);
    const EntryNumber again = last_entry(site);
    const Ran refused = correct("9", {"--void"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, ("Entry " + std::to_string(again) + " was recorded in its place.").c_str()));
    REQUIRE(correct(std::to_string(again).c_str(), {"--void"}).code == 0);
    REQUIRE(correct("9", {"--void"}).code == 0);
    CHECK(says(open_in(site), " 8 case"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the case of a count stays while a later count differs in the same") {
    TestSite site;
    receive(site);
    const auto count = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"serve", "count", "show-1", "all", "vase=1"};
        words.insert(words.end(), more.begin(), more.end());
        return by(site, "Liu Yang", words);
    };
    REQUIRE(count({}).code == 3);  // 11, case 12
    REQUIRE(count({"--why", "vase=in repair"}).code != 4);
    const Ran gone = withdraw(site, "11");
    CAPTURE(gone.out);
    CHECK(says(gone.err, "C1 stays open."));
    CHECK(says(site.run({"complain", "list"}).out, "C1"));
}

TEST_CASE("a corrected point or time makes a visit repeated or too fast in the figures, and back") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start"}).code == 0);  // 6
    for (const char* point : {"P01", "P03", "P04"}) {
        site.set_time("2026-11-23 21:0" + std::string{point}.substr(2));
        REQUIRE(site.run({"patrol", "point", point}).code == 0);  // 7 to 9
    }
    const auto figures = [&](const char* point) {
        const std::string block = site.run({"report", "day", "--block", "points", "--csv"}).out;
        const std::string row = block.substr(block.find(std::string{point} + ","));
        return row.substr(row.find(',', 4) + 1, 7);  // visits, faults, too fast, repeated
    };
    CHECK(figures("P04") == "1,0,0,0");
    REQUIRE(site.run({"correct", "8", "--point", "P04", "--reason", "wrong label"}).code == 0);
    CHECK(figures("P04") == "2,0,0,1");
    REQUIRE(site.run({"correct", "7", "--time", "21:00", "--reason", "at once"}).code == 0);
    CHECK(figures("P01") == "1,0,1,0");
    REQUIRE(site.run({"correct", "8", "--point", "P03", "--reason", "was right"}).code == 0);
    CHECK(figures("P04") == "1,0,0,0");
}

TEST_CASE("a point that was withdrawn is not visited again, nor repeated by the next visit") {
    TestSite site;
    TestSite::start_night(site);
    const auto point = [&] {
        const Ran ran = site.run({"patrol", "point", "P01"});
        return ran.out + ran.err;
    };
    const auto repeated = [&] { return site.run({"report", "day", "--block", "points", "--json"}).out; };
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    REQUIRE(says(point(), "P01"));  // 7
    REQUIRE(site.run({"correct", "7", "--void", "--reason", "not there"}).code == 0);
    CHECK_FALSE(says(point(), "Already visited"));  // 9
    CHECK(says(point(), "Already visited"));        // 10
    CHECK(says(repeated(), "\"repeated\":1"));
    REQUIRE(site.run({"correct", "9", "--void", "--reason", "not there"}).code == 0);
    CHECK(says(repeated(), "\"visits\":1"));
    CHECK(says(repeated(), "\"repeated\":0"));
}

TEST_CASE("what was recorded along happened when the entry did, also after a correction") {
    TestSite site;
    receive(site);
    site.set_time("2026-11-23 10:30");
    REQUIRE(by(site, "Li Na", {"checkin", "out", "V1"}).code == 0);  // 11, 12
    site.set_time("2026-11-23 10:40");
    const Ran moved = by(site, "Li Na", {"correct", "11", "--time", "10:10", "--reason", "looked at the wrong clock"});
    CHECK(says(moved.out, "With it: #12 to be tidied up V1"));  // 13, 14
    CHECK(says(site.run({"log", "12"}).out, "10:10"));
    CHECK(withdraw(site, "13").code == 0);
    CHECK_FALSE(says(by(site, "Chen Jing", {"serve", "clear", "V1"}).out, "30 min"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("no more answers of a survey count than were sent") {
    TestSite site;
    receive(site);
    REQUIRE(
        by(site, "Wang", {"customer", "survey", "new", "autumn", "--sent", "1", "--until", "2026-12-01 18:00"}).code ==
        0);                                                                                     // 11
    REQUIRE(by(site, "Wang", {"customer", "survey", "answer", "11", "security=4"}).code == 0);  // 12
    REQUIRE(withdraw(site, "12").code == 0);                                                    // 13
    REQUIRE(by(site, "Wang", {"customer", "survey", "answer", "11", "security=5"}).code == 0);  // 14
    CHECK(says(withdraw(site, "12", "--restore").err, "Entry 14 was recorded in its place."));
}

TEST_CASE("of two steps in one place the one that stands is named, whichever was first, and can be withdrawn") {
    using Words = std::vector<std::string>;
    const std::pair<Words, Words> steps[] = {
        {{"complain", "new", "enquiry", "when is it open"}, {"complain", "resolve", "C1", "at nine"}},
        {{"serve", "meeting", "A2", "15:00", "--party", "3", "--purpose", "talk"}, {"serve", "ready", "V2"}},
        {{"serve", "order", "V1", "tea=2"}, {"serve", "deliver", "V1"}},
        {{"note", "task", "call the lift people", "--until", "18:00"}, {"note", "done", "11", "called"}},
        {{"handover", "offer"}, {"handover", "refuse", "a radio is missing"}},
    };
    for (const auto& [opener, step] : steps) {
        for (const bool earlier_first : {true, false}) {
            TestSite site;
            receive(site);
            const char* one = step[0] == "handover" ? "Chen Jing" : "Wang";
            const Ran opened = by(site, step[0] == "handover" ? "Li Na" : "Wang", opener);
            CAPTURE(opened.err);
            REQUIRE(opened.code == 0);
            const auto typed = [&] {
                const EntryNumber number = last_entry(site) + 1;
                const Ran ran = by(site, one, step);
                CAPTURE(ran.err);
                REQUIRE((ran.code == 0 || ran.code == 3));
                REQUIRE(withdraw(site, std::to_string(number).c_str()).code == 0);
                return std::to_string(number);
            };
            const std::string first = typed();
            const std::string second = typed();
            const std::string& stands = earlier_first ? first : second;
            const std::string& refused = earlier_first ? second : first;
            REQUIRE(withdraw(site, stands.c_str(), "--restore").code == 0);
            const Ran ran = withdraw(site, refused.c_str(), "--restore");
            CAPTURE(ran.err);
            CHECK(ran.code == 4);
            CHECK(says(ran.err, ("Entry " + stands + " was recorded in its place.").c_str()));
            CHECK(withdraw(site, stands.c_str()).code == 0);
            CHECK(withdraw(site, refused.c_str(), "--restore").code == 0);
        }
    }
}

TEST_CASE("a miss has one explanation, whichever was withdrawn") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 23:30");
    REQUIRE(site.run({"patrol", "explain", "21:00", "was at the hospital"}).code == 0);
    const std::string first = std::to_string(last_entry(site));
    REQUIRE(site.run({"correct", first, "--void", "--reason", "wrong words"}).code == 0);
    site.set_time("2026-11-23 23:40");
    REQUIRE(site.run({"patrol", "explain", "21:00", "helped the police"}).code == 0);
    const std::string second = std::to_string(last_entry(site));
    CHECK(says(site.run({"correct", first, "--restore", "--reason", "was right"}).err,
               ("Entry " + second + " was recorded in its place").c_str()));
    REQUIRE(site.run({"correct", second, "--void", "--reason", "was wrong"}).code == 0);
    CHECK(site.run({"correct", first, "--restore", "--reason", "was right"}).code == 0);
    CHECK(site.run({"correct", second, "--restore", "--reason", "was right"}).code == 4);
}

TEST_CASE("nothing is said to be open again that came back with what closes it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start", "fire", "--by", "Zhang Wei"}).code == 0);
    site.set_time("2026-11-23 21:05");
    REQUIRE(site.run({"patrol", "end", "--by", "Zhang Wei"}).code == 3);
    const std::string end = std::to_string(last_entry(site));
    REQUIRE(site.run({"patrol", "sign", "all", "--by", "Wang"}).code == 0);
    CHECK(by(site, "Wang", {"correct", std::to_string(last_entry(site)), "--void", "--reason", "not seen"})
              .out.find("Open again: ") != std::string::npos);
    REQUIRE(site.run({"patrol", "sign", "all", "--by", "Wang"}).code == 0);
    REQUIRE(by(site, "Wang", {"correct", end, "--void", "--all", "--reason", "goes on"}).code == 0);
    const Ran back = by(site, "Wang", {"correct", end, "--restore", "--reason", "was over"});
    REQUIRE(back.code == 0);
    CHECK_FALSE(says(back.out, "Open again"));
    CHECK_FALSE(says(site.run({"due"}).out, "patrol sign"));
}

TEST_CASE("a withdrawal says what is open again, and which count was compared with what it takes") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Wang", {"note", "task", "call the lift people", "--until", "18:00"}).code == 0);  // 11
    REQUIRE(by(site, "Wang", {"note", "done", "11", "called"}).code == 0);                              // 12
    CHECK(says(withdraw(site, "12").out, "Open again: #11 task"));                                      // 13
    REQUIRE(by(site, "Chen Jing", {"serve", "stock", "count", "cup=60"}).code != 4);                    // 14
    REQUIRE(by(site, "Chen Jing", {"serve", "stock", "broken", "cup=3", "--note", "fell"}).code == 0);  // 15
    REQUIRE(by(site, "Chen Jing", {"serve", "stock", "count", "cup=60"}).code != 4);                    // 16
    CHECK(says(withdraw(site, "15").err, "The count of entry 16 is compared anew: everything as it should be."));
}

TEST_CASE("what is open again is told as it is open, not as it began") {
    TestSite site;
    receive(site);
    REQUIRE(by(site, "Chen Jing", {"serve", "linen", "sent", "sheet=4"}).code == 0);
    const std::string sent = std::to_string(last_entry(site));
    REQUIRE(by(site, "Chen Jing", {"serve", "linen", "back", sent, "sheet=3"}).code == 0);
    REQUIRE(by(site, "Chen Jing", {"serve", "linen", "back", sent}).code == 0);
    const Ran ran = withdraw(site, std::to_string(last_entry(site)).c_str());
    CHECK_MESSAGE(says(ran.out, ("Open again: #" + sent + " linen sent sheet 1.").c_str()), ran.out);
}

TEST_CASE("an import of staff that is withdrawn says that the plan stays") {
    TestSite site;
    receive(site);
    const Ran imported = site.run_with_input({"import", "staff", "-", "--by", "Wang"}, "name,posts\nHan Mei,bar\n",
                                             std::chrono::seconds{0});
    CAPTURE(imported.err);
    REQUIRE(imported.code == 0);
    const Ran gone = withdraw(site, "11");
    CHECK(gone.code == 0);
    CHECK(says(gone.err, "What it brought into the plan stays in force, version "));
    CHECK_FALSE(says(site.run({"log"}).out, "import not ended"));
}

TEST_CASE("what another one found, too, stays when the first goes with all that hangs on it") {
    TestSite site;
    receive(site);
    const auto count = [&] { return by(site, "Liu Yang", {"serve", "count", "show-1", "all", "vase=1"}); };
    REQUIRE(by(site, "Liu Yang", {"serve", "tour", "V1", "show-1"}).code == 0);
    REQUIRE(by(site, "Liu Yang", {"serve", "tour-end", "V1"}).code == 0);
    REQUIRE(count().code == 3);
    const std::string visit = std::to_string(Store{site.file(), Store::Mode::read}.visit_entry(1));
    // Found by nobody else it goes.
    REQUIRE(site.run({"correct", visit, "--void", "--all", "--reason", "typed twice", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(site.run({"complain", "list"}).out, "C1"));
    REQUIRE(withdraw(site, visit.c_str(), "--restore").code == 0);
    REQUIRE(by(site, "Li Na", {"complain", "dispatch", "C1", "bar"}).code == 0);
    REQUIRE(says(count().out + count().err, "C1"));
    const Ran gone = site.run({"correct", visit, "--void", "--all", "--reason", "typed twice", "--by", "Wang"});
    CAPTURE(gone.out);
    REQUIRE(gone.code == 0);
    CHECK(says(gone.err, "C1 stays open."));
    CHECK(says(site.run({"complain", "show", "C1"}).out, "dispatched C1 Bar"));
    CHECK(says(site.run({"complain", "list"}).out, "C1"));
    CHECK(withdraw(site, visit.c_str(), "--restore").code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the repair of a check's fault stays while a later check found the same, however the first goes") {
    for (const bool all : {false, true}) {
        TestSite site;
        TestSite::start_night(site);
        const auto check = [&] { return site.run({"patrol", "check", "closing", "all", "--fault", "3=lamp is out"}); };
        REQUIRE(check().code == 0);  // 6
        REQUIRE(check().code == 0);
        std::vector<std::string> words{"correct", "6", "--void", "--reason", "typed twice"};
        if (all) {
            words.emplace_back("--all");
        }
        REQUIRE(site.run(words).code == 0);
        CHECK(says(site.run({"complain", "list"}).out, "C1"));
    }
}

TEST_CASE("two complaints of the same words count beside each other, two cards of one customer do not") {
    TestSite site;
    receive(site);
    const std::vector<std::string> complaint{"complain", "new", "waited long", "--by", "Li Na"};
    const std::vector<std::string> card{"customer", "new",         "--name", "Wu Min",
                                        "--phone",  "13800001111", "--by",   "Li Na"};
    for (const auto& [words, code] : {std::pair{complaint, 0}, {card, 4}}) {
        site.set_time("2026-11-23 11:00");
        const Ran first = site.run(words);
        REQUIRE_MESSAGE(first.code == 0, first.err);
        const std::string number = first.out.substr(1, first.out.find(' ') - 1);
        REQUIRE(site.run({"correct", number, "--void", "--reason", "typed wrongly", "--by", "Wang"}).code == 0);
        site.set_time("2026-11-23 15:00");
        REQUIRE(site.run(words).code == 0);
        const Ran back = site.run({"correct", number, "--restore", "--reason", "was right", "--by", "Wang"});
        CHECK_MESSAGE(back.code == code, back.err);
        CHECK(says(back.err, code == 0 ? "says the same" : "in its place"));
    }
    CHECK(says(site.run({"complain", "list"}).out, "C2"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what was moved to another visit hangs on that one, as if it had been typed there") {
    TestSite site;
    receive(site);  // 10, V1
    const auto must = [&](const Ran& ran) { CHECK_MESSAGE(ran.code == 0, ran.err); };
    must(by(site, "Li Na", {"checkin", "visit", "--party", "3", "--purpose", "buy"}));          // 11, V2
    must(by(site, "Chen Jing", {"serve", "order", "V1", "tea=2"}));                             // 12
    must(by(site, "Chen Jing", {"serve", "deliver", "V1", "tea=1"}));                           // 13
    must(by(site, "Wang", {"correct", "12", "--visit", "V2", "--reason", "the other group"}));  // 14, 15
    const Ran order = withdraw(site, "12");
    CHECK(order.code == 4);
    CHECK_MESSAGE(says(order.err, "\n  #13 brought V2"), order.err);
    const Ran second = withdraw(site, "11");
    CHECK(second.code == 4);
    CHECK_MESSAGE(says(second.err, "\n  #12 order V2"), second.err);
    CHECK(says(second.err, "\n  #13 brought V2"));
    // Nothing hangs on the first one any more.
    must(withdraw(site, "10"));
    must(withdraw(site, "10", "--restore"));
    const Ran all = withdraw_all(site, "11");
    must(all);
    CHECK(says(all.out, "#12 order V2"));
    CHECK(says(all.out, "#13 brought V2"));
    must(withdraw(site, "11", "--restore"));
    must(by(site, "Wang", {"correct", "12", "--visit", "V1", "--reason", "it was theirs"}));
    must(withdraw(site, "11"));
    CHECK(withdraw(site, "10").code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a table that a corrected seat left is not to be tidied up once nobody sat elsewhere") {
    TestSite site;
    receive(site);  // 10, V1 at A1
    const auto must = [&](const Ran& ran) { CHECK_MESSAGE(ran.code == 0, ran.err); };
    must(by(site, "Li Na", {"checkin", "visit", "--party", "3", "--purpose", "buy"}));  // 11, V2
    must(by(site, "Li Na", {"serve", "seat", "V2", "B1"}));                             // 12
    must(by(site, "Wang", {"correct", "12", "--visit", "V1", "--reason", "the other group"}));
    CHECK(says(site.run({"due"}).out, "tidy up Table A1"));
    must(withdraw(site, "12"));
    CHECK(!says(site.run({"due"}).out, "tidy up"));
    must(withdraw(site, "12", "--restore"));
    CHECK(says(site.run({"due"}).out, "tidy up Table A1"));
}

TEST_CASE("what goes along and comes back is told as it was corrected, whatever was corrected of it") {
    for (const auto& [change, told] : std::initializer_list<std::pair<std::vector<std::string>, std::string>>{
             {{"correct", "12", "--visit", "V2"}, "brought V2 Tea 2"},  // takes 13 along
             {{"correct", "13", "tea=1"}, "brought V1 Tea 1"},
             {{"correct", "13", "--note", "at the window"}, "brought V1 Tea 2 \"at the window\""}}) {
        TestSite site;
        receive(site);
        by(site, "Li Na", {"checkin", "visit", "--party", "3", "--purpose", "look"});
        REQUIRE(by(site, "Chen Jing", {"serve", "order", "V1", "tea=2", "coffee"}).code == 0);  // 12
        REQUIRE(by(site, "Chen Jing", {"serve", "deliver", "V1", "tea=2"}).code == 0);          // 13
        std::vector<std::string> words = change;
        words.insert(words.end(), {"--reason", "typed wrongly"});
        const Ran corrected = by(site, "Chen Jing", words);
        CAPTURE(told);
        REQUIRE_MESSAGE(corrected.code == 0, corrected.err);
        const Ran gone = withdraw_all(site, "12");
        CHECK_MESSAGE(says(gone.out, ("With it: #13 " + told).c_str()), gone.out << gone.err);
        const Ran back = withdraw(site, "12", "--restore");
        CHECK_MESSAGE(says(back.out, ("With it: #13 " + told).c_str()), back.out << back.err);
    }
}

}  // namespace onduty

TEST_CASE("a correction of what was withdrawn is withdrawn and given back, and counts when that comes back") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);  // 6
    REQUIRE(site.run({"note", "task", "lamp", "--until", "2026-11-25", "--by", "zw"}).code == 0);  // 7
    const auto correct = [&](const char* number, std::vector<std::string> how) {
        how.insert(how.begin(), {"correct", number});
        how.insert(how.end(), {"--reason", "typed wrong", "--by", "Wang"});
        const Ran ran = site.run(how);
        CHECK_MESSAGE(ran.code == 0, ran.err);
    };
    correct("7", {"--note", "bulb"});  // 8
    correct("7", {"--void"});
    correct("8", {"--void"});
    correct("8", {"--restore"});
    correct("7", {"--restore"});
    CHECK(says(site.run({"note", "list"}).out, "bulb"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a group leaves no longer when its arrival is withdrawn, announced or not, and who did not come has left") {
    for (const bool announced : {false, true}) {
        TestSite site;
        TestSite::start_night(site);
        if (announced) {
            REQUIRE(site.run({"checkin", "notice", "guests"}).code == 0);
        }
        const Ran arrived = announced
                                ? site.run({"checkin", "visit", "V1", "--party", "2", "--purpose", "sees the flat"})
                                : site.run({"checkin", "visit", "--party", "2", "--purpose", "sees the flat"});
        const std::string arrival = std::to_string(onduty::test::entry_of(arrived));
        REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
        CHECK(site.run({"correct", arrival, "--void", "--reason", "another group"}).code == 4);
        REQUIRE(site.run({"correct", arrival, "--void", "--all", "--reason", "another group"}).code == 0);
        if (announced) {
            CHECK(site.run({"checkin", "visit", "V1", "--party", "3", "--purpose", "sees the flat"}).code == 0);
            REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
        }
        CHECK(site.run({"verify"}).code == 0);
    }
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "notice", "guests"}).code == 0);                                  // 6
    REQUIRE(site.run({"checkin", "visit", "V1", "--party", "2", "--purpose", "flat"}).code == 0);  // 7
    REQUIRE(site.run({"correct", "7", "--void", "--reason", "another group"}).code == 0);          // 8
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);                                         // 9: did not come
    REQUIRE(site.run({"correct", "9", "--void", "--reason", "it may come"}).code == 0);            // 10
    CHECK(site.run({"correct", "9", "--restore", "--reason", "it did not"}).code == 0);
}
