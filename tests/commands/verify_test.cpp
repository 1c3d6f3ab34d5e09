// SPDX-License-Identifier: MIT
// What should verify do? The tamper catalogue stands in store/verify_test.cpp.
#include <doctest/doctest.h>

#include <fstream>

#include "store/sqlite.hpp"
#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

TEST_CASE("an untouched log verifies, with its seal") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"verify"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find(site.file() + ": entries 1 to 5, all as they were written. Seal 5-") == 0);
    const auto at = ran.out.find("Seal ") + 5;
    const std::string seal = ran.out.substr(at, ran.out.find('\n', at) - at);
    CHECK(site.run({"verify", "--seal", seal}).code == 0);
    site.run({"patrol", "start"});
    CHECK(site.run({"verify", "--seal", seal}).code == 0);
    std::string other = seal;
    other.back() = other.back() == 'A' ? 'B' : 'A';
    const Ran other_letters = site.run({"verify", "--seal", other});
    CHECK(other_letters.code == 3);
    CHECK(says(other_letters.out, ("Compare what was typed, " + other + ", with the paper once more").c_str()));
    CHECK(site.run({"verify", "--seal", "99-AAAA-AAAA-AAAA-AAAA"}).code == 3);
    CHECK(site.run({"verify", "--seal", seal.substr(0, 11)}).code == 0);
    CHECK(site.run({"verify", "--seal", "5"}).code == 2);
    for (const std::vector<std::string>& mistyped :
         std::vector<std::vector<std::string>>{{"--by", "Nobody Here"}, {"--by", "Li Nana"}, {"--at", "soonish"}}) {
        std::vector<std::string> words{"verify"};
        words.insert(words.end(), mistyped.begin(), mistyped.end());
        const Ran wrong = site.run(words);
        CAPTURE(wrong.err);
        CHECK((wrong.code == 2 || wrong.code == 4));
        CHECK(wrong.out.empty());
    }
}

TEST_CASE("a missing watermark is never ok, and the next entry raises an alarm") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(std::remove((site.file() + ".head").c_str()) == 0);
    const Ran ran = site.run({"verify"});
    CHECK(ran.code == 3);
    CHECK(ran.out.find("WRONG (watermark): ") == 0);
    CHECK(site.run({"verify", "--json"}).out.find("\"good\":0") != std::string::npos);
    const Ran next = site.run({"checkin", "staff", "Li Na"});
    CHECK(next.code == 0);
    CHECK(next.err.find("ALARM, entry 6: ") == 0);
    CHECK(next.out.find("#7 Li Na on duty") == 0);
    // An alarm stays a finding until somebody explained it.
    CHECK(site.run({"verify"}).out.find("WRONG (alarm): Entry 6 is an alarm that nobody explained.") == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(site.run({"correct", "6", "--note", "moved to the new PC", "--reason", "new PC", "--by", "Wang"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
    CHECK(site.run({"log", "--kind", "alarm"}).out.find("The file that remembers the last entry is gone.") !=
          std::string::npos);
}

TEST_CASE("the words of a plan can be purged, and what cannot be compared is said, not accused") {
    TestSite site;
    TestSite::start_night(site);
    {
        onduty::Database database{site.file(), onduty::OpenMode::write};
        database.handle().exec("UPDATE field SET word=NULL,salt=NULL WHERE entry=2 AND name='note'");
    }
    const Ran ran = site.run({"verify"});
    CHECK(ran.code == 0);
    CHECK(ran.err ==
          "The names and settings of plan version 2-4 cannot be compared: its words were purged, or a newer program "
          "wrote "
          "it.\n");
}

TEST_CASE("a plan that a newer program wrote is not accused") {
    TestSite site;
    TestSite::start_night(site);
    const std::string text = site.plan();
    site.append_like(4, [&](onduty::Entry& entry) {
        entry.plan = 5;
        entry.note = text + "[[parking]]\ncode = \"p1\"\nname = \"Yard\"\n";
        entry.fields.clear();
        entry.batch = 0;
    });
    const Ran ran = site.run({"verify"});
    CAPTURE(ran.out);
    CHECK(ran.code == 0);
    CHECK(says(ran.err, "The names and settings of plan version 5 cannot be compared"));
}

TEST_CASE("after purged words of the plan its rows are compared from the next whole text on") {
    // Versions 1 and 2 have a whole text each, 3 and 4 a change.
    const auto verify_after = [](const char* purged, const char* change) {
        TestSite site;
        site.run({"init", "--lang", "en"});
        std::string plan = site.plan();
        plan.replace(plan.find("grace = "), 8, "grace= ");
        std::ofstream{site.file() + ".toml"} << plan;
        REQUIRE(site.run({"plan", "apply", site.file() + ".toml", "--reason", "spelt anew"}).code == 0);
        REQUIRE(site.run({"plan", "add", "staff", "Zhang Wei", "--post", "night-guard"}).code == 0);
        REQUIRE(site.run({"plan", "add", "staff", "Li Na", "--post", "guard"}).code == 0);
        {
            onduty::Database database{site.file(), onduty::OpenMode::write};
            database.handle().exec("UPDATE field SET word=NULL,salt=NULL WHERE name='note' AND entry=" +
                                   std::string{purged});
            database.handle().exec(change);
        }
        return site.run({"verify"});
    };
    struct Case {
        const char* purged;
        const char* unknown;
        const char* change;
        int code;
    };
    const char* const untouched = "SELECT 1";
    const char* const rule =
        "UPDATE part SET body=replace(body,'night','bar') WHERE family='rule' AND code='night-round'";
    const char* const person = "UPDATE part SET name='x' WHERE family='staff' AND code='A01'";
    const char* const first_version = "UPDATE part SET detail='1' WHERE code='version' AND until=2";
    const char* const second_version = "UPDATE part SET detail='1' WHERE code='version' AND until=3";
    const char* const third_version = "UPDATE part SET detail='1' WHERE code='version' AND until=4";
    const char* const text = "UPDATE part SET body=body||'# x' WHERE family='text'";
    for (const Case& one : {
             Case{"1", "version 1 ", untouched, 0},
             Case{"1", "version 1 ", first_version, 0},
             Case{"1", "", second_version, 3},
             Case{"1", "", rule, 3},
             Case{"1", "", person, 3},
             Case{"1", "", text, 3},
             Case{"2", "version 2-4 ", untouched, 0},
             Case{"2", "", rule, 3},
             Case{"2", "", first_version, 3},
             Case{"2", "version 2-4 ", second_version, 0},
             Case{"2", "version 2-4 ", person, 0},
             Case{"2", "version 2-4 ", text, 0},
             Case{"3", "", second_version, 3},
             Case{"3", "version 3-4 ", third_version, 0},
         }) {
        const Ran ran = verify_after(one.purged, one.change);
        CAPTURE(one.purged);
        CAPTURE(one.change);
        CHECK(ran.code == one.code);
        CHECK(ran.err.find(one.unknown) != std::string::npos);
        CHECK_MESSAGE((ran.out.find("WRONG (derived): ") == 0) == (one.code == 3), ran.out);
    }
}

TEST_CASE("what is no site file is refused") {
    TestSite site;
    CHECK(site.run({"verify"}).code == 1);
    CHECK(site.run({"verify"}).err.find("There is no site file at ") != std::string::npos);
    std::ofstream{site.file()} << "hello";
    CHECK(site.run({"verify"}).code == 1);
    CHECK(site.run({"verify", "file:x.db?vfs=unix-none"}).code == 2);
}

TEST_CASE("rows of the plan that do not follow from its entries are found") {
    const auto verify_after = [](const char* change) {
        TestSite site;
        TestSite::start_night(site);
        {
            onduty::Database file{site.file(), onduty::OpenMode::write};
            file.handle().exec(change);
        }
        return site.run({"verify"});
    };
    CHECK(verify_after("SELECT 1").code == 0);
    for (const char* change :
         {"UPDATE part SET body=replace(body,'night','bar') WHERE family='rule' AND code='night-round'",
          "UPDATE part SET name='x' WHERE family='staff' AND code='A01'",
          "UPDATE part SET body=replace(body,'# F4','# F5') WHERE family='text'",
          "UPDATE part SET place=place+1 WHERE family='post' AND code='bar'",
          "UPDATE part SET since=2 WHERE family='post' AND code='bar'",
          "UPDATE part SET detail='1' WHERE family='setting' AND code='version'",
          "DELETE FROM part WHERE family='setting' AND code='version' AND until=2",
          "DELETE FROM part WHERE family='staff' AND code='A02'",
          "INSERT INTO part VALUES('staff',0,'A09',1,99,'x','','','{}')"}) {
        const Ran ran = verify_after(change);
        CHECK_MESSAGE(ran.code == 3, change);
        CHECK_MESSAGE(ran.out.find("WRONG (derived): ") == 0, ran.out);
    }
}
