// SPDX-License-Identifier: MIT
// What should log do?
#include <doctest/doctest.h>

#include "book/subject.hpp"
#include "log/kind.hpp"
#include "store/store.hpp"
#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

TEST_CASE("log shows the last entries, aligned, with Chinese names") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"plan", "add", "staff", "欧阳小明", "--post", "night-guard"});
    site.run({"checkin", "staff", "欧阳小明"});
    CHECK(site.run({"log", "--last", "3"}).out == lines({
                                                      "No.  Time              Person     What",
                                                      "  5  2026-11-23 20:30  Zhang Wei  on duty",
                                                      "  6  2026-11-23 20:30  Wang       plan 5",
                                                      "  7  2026-11-23 20:30  欧阳小明   on duty",
                                                  }));
}

TEST_CASE("the screen shows the last twenty entries, a file, CSV and JSON hold all") {
    TestSite site;
    TestSite::start_night(site);
    for (int task = 0; task < 30; ++task) {
        REQUIRE(site.run({"note", "task", "mend the fence", "--until", "tomorrow"}).code == 0);
    }
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    CHECK(lines(site.run({"log"}).out) == 21);
    CHECK(lines(site.run({"log", "--csv"}).out) == 36);
    CHECK(lines(site.run({"log", "--json"}).out) == 37);
    CHECK(says(site.run({"log", "-o", site.file() + ".txt"}).err, "written, rows 35,"));
    CHECK(says(site.run({"log", "--last", "5", "--output", site.file() + ".csv"}).err, "written, rows 5,"));
}

TEST_CASE("log filters by day, shift, kind and person") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"checkin", "staff", "Li Na"});
    site.run({"patrol", "start", "--by", "zw"});
    const auto count = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "log");
        const std::string out = site.run(words).out;
        return std::count(out.begin(), out.end(), '\n') - 1;
    };
    CHECK(count({"--day", "2026-11-23"}) == 7);
    CHECK(count({"--day", "yesterday"}) == 0);
    CHECK(count({"--from", "2026-11-01", "--to", "2026-11-30"}) == 7);
    CHECK(count({"--shift", "5"}) == 2);
    CHECK(count({"--kind", "duty-on"}) == 2);
    CHECK(count({"--person", "Li Na"}) == 1);
    CHECK(site.run({"log", "--kind", "dutyon"}).code == 2);
    CHECK(site.run({"log", "--from", "2026-11-30", "--to", "2026-11-01"}).code == 2);
    CHECK(site.run({"log", "99"}).code == 2);
}

TEST_CASE("one entry shows all its columns and what was said of it later") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"patrol", "start"});
    site.run({"patrol", "point", "P01", "--note", "门锁好"});
    site.run({"correct", "7", "--note", "门没锁", "--reason", "看错了"});
    const Ran ran = site.run({"log", "7"});
    CHECK(ran.out.find("Note             门锁好\n") != std::string::npos);
    CHECK(ran.out.find("Status           corrected\n") != std::string::npos);
    CHECK(ran.out.find("  #8 2026-11-23 Mon 20:30 correction note #7 \"门没锁 instead of 门锁好\" (看错了)\n") != std::string::npos);
}

TEST_CASE("machine CSV has machine names, CRLF and no byte-order mark") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"log", "--csv", "--kind", "duty-on"}).out ==
          "number,business_date,time,recorded,utc_offset,late_minutes,kind,person,post,subject,about,result,flag,mark,"
          "note,"
          "reason,status,plan\r\n"
          "5,2026-11-23,2026-11-23 20:30,2026-11-23 20:30,+08:00,,duty-on,Zhang Wei,night-guard,,,,,,,,,4\r\n");
}

TEST_CASE("every kind of entry can be asked for, by its own word and by the reader's") {
    TestSite site;
    TestSite::start_night(site);
    for (const onduty::Subject* subject : onduty::subjects()) {
        for (const onduty::Kind& kind : subject->kinds) {
            CAPTURE(kind.name);
            CHECK(site.run({"log", "--kind", std::string{kind.name}}).code == 0);
            // Each has a word in every language.
            site.language = "zh";
            CHECK(site.run({"log", "--kind", std::string{kind.name}}).code == 0);
            site.language = "en";
        }
    }
    CHECK(site.run({"log", "--kind", "on duty"}).code == 0);
    // Letters from the middle of a word ask for nothing.
    for (const onduty::Subject* subject : onduty::subjects()) {
        for (const onduty::Kind& kind : subject->kinds) {
            const std::string middle = std::string{kind.name}.substr(1, 4);
            const auto begins = [&](const std::string& text) {
                return text.rfind(middle, 0) == 0 || text.find("-" + middle) != std::string::npos ||
                       text.find(" " + middle) != std::string::npos;
            };
            bool known = middle.size() < 4 || middle.find('-') != std::string::npos;
            for (const onduty::Subject* other : onduty::subjects()) {
                for (const onduty::Kind& one : other->kinds) {
                    known = known || begins(std::string{one.name}) || begins(one.word);
                }
            }
            CHECK_MESSAGE((known || site.run({"log", "--kind", middle}).code == 2), middle);
        }
    }
    CHECK(site.run({"log", "--kind", "late"}).code == 2);
}

TEST_CASE("a second command of one process has headings in a language of its own") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(says(site.run({"log"}).out, "No.  Time"));
    CHECK(says(site.run({"log", "5"}).out, "Business date"));
    CHECK(says(site.run({"log", "--lang", "zh"}).out, "时间"));
    CHECK(says(site.run({"log", "5", "--lang", "zh"}).out, "营业日"));
    CHECK(says(site.run({"log", "5"}).out, "Business date"));
}

TEST_CASE("what a newer program recorded is shown as it is stored, and said above the figures") {
    TestSite site;
    TestSite::start_night(site);
    site.append_like(5, [](onduty::Entry& entry) {
        entry.kind = "levitation";
        entry.fields.clear();
        entry.opens = onduty::kItself;
        entry.traits = 4096;
        entry.source = "satellite";
        entry.rule = "night-round";
        entry.fields.add("height", 12);
        entry.fields.add_code("method", "magnet", 3, onduty::Sought::yes);
        entry.fields.add_words("applause", "掌声");
    });
    CHECK(
        says(site.run({"log", "6"}).out,
             "source           satellite\nrule             night-round\nopens            6\ntraits           4096\n"));
    CHECK(says(site.run({"log", "6", "--json"}).out,
               R"("source":"satellite","rule":"night-round","opens":6,"traits":4096,"field.applause")"));
    CHECK(says(site.run({"log", "6"}).out, "applause         掌声\nheight           12\n3.method         magnet\n"));
    CHECK(says(site.run({"log", "6", "--json"}).out,
               R"("field.applause":"掌声","field.height":12,"field.3.method":"magnet")"));
    CHECK(says(site.run({"log", "--kind", "levitation"}).out, "  6  2026-11-23 20:30  Zhang Wei  levitation"));
    CHECK(site.run({"log", "--kind", "levitations"}).code == 2);
    const char* const counted_nowhere =
        "A newer program recorded what this one does not know and counts nowhere: levitation 1.\n";
    CHECK(says(site.run({"report", "day"}).out, counted_nowhere));
    CHECK(says(site.run({"report", "day", "--block", "patrol", "--csv"}).err, counted_nowhere));
    CHECK(says(site.run({"due"}).out, "Entry 6: levitation, of a newer program  onduty log 6\n"));
    CHECK(says(site.run({"verify"}).out,
               "Of kinds that this program does not know, as a newer one wrote them: levitation 1.\n"));
    CHECK(says(site.run({"verify", "--json"}).out, R"("unknown_kinds":"levitation 1")"));
}

TEST_CASE("what a newer program closed or ended is closed and ended in the figures, too") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"clean", "litter", "found", "P01", "cups"}).code == 0);                // 6
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);  // 7
    site.set_time("2026-11-23 20:50");
    const onduty::Instant later = onduty::test::at("2026-11-23 20:50");
    const auto close = [&](onduty::EntryNumber matter) {
        site.append_like(matter, [&](onduty::Entry& entry) {
            entry.kind = "levitation";
            entry.fields.clear();
            entry.about = matter;
            entry.opens = 0;
            entry.closes = matter;
            entry.traits = onduty::trait::kThread;
            entry.fields = {};
            entry.recorded_at = later;
        });
    };
    close(6);
    close(7);
    site.append_like(5, [&](onduty::Entry& entry) {
        entry.kind = "teleport";
        entry.traits = onduty::trait::kEndsShift;
        entry.recorded_at = later;
    });
    site.set_time("2026-11-23 22:00");
    const auto block = [&](const char* name) { return site.run({"report", "day", "--block", name, "--csv"}).out; };
    CHECK(says(block("litter"), "P01,Main gate,1,1,20,1,100.0"));
    CHECK(says(block("staff"), "2026-11-23,night-guard,Night guard,,1,0.33,,"));
    CHECK(site.run({"serve", "order", "V1", "tea=1"}).code == 4);
}

TEST_CASE("what a newer program said besides in an entry of a known kind is shown, and that alone") {
    TestSite site;
    TestSite::start_night(site);
    site.append_like(5, [](onduty::Entry& entry) {
        entry.kind = "task";
        entry.traits = 0;
        entry.fields.add_code("owner", "A01");
        entry.fields.add("urgency", 3);
        entry.fields.add_code("colour", "red", 1);
    });
    const std::string out = site.run({"log", "6"}).out;
    CHECK(says(out, "urgency          3\n1.colour         red\n"));
    CHECK_FALSE(says(out, "owner "));
    CHECK_FALSE(says(out, "traits"));
}

TEST_CASE("what a newer program amended is named above the figures") {
    TestSite site;
    TestSite::start_night(site);
    site.append_like(5, [](onduty::Entry& entry) {
        entry.kind = "pardon";
        entry.traits = 0;
        entry.about = 5;
        entry.amends = 5;
    });
    const char* const counted_nowhere =
        "A newer program recorded what this one does not know and counts nowhere: pardon 1.\n";
    CHECK(says(site.run({"report", "day"}).out, counted_nowhere));
    CHECK(says(site.run({"report", "day", "--block", "patrol", "--csv"}).err, counted_nowhere));
    CHECK(says(site.run({"log", "6"}).out, "amends           5\n"));
    CHECK_FALSE(says(site.run({"report", "day", "2026-11-22"}).out, "newer program"));
}

TEST_CASE("what is personal is masked for scripts, too, unless a supervisor asks") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran =
        site.run({"patrol", "incident", "fell", "--category", "injury", "--witness", "Tom Hill 13812345678"});
    const std::string number = std::to_string(entry_of(ran));
    CHECK(says(site.run({"log", number, "--json"}).out, "\"field.witness\":\"T*"));
    CHECK_FALSE(says(site.run({"log", number, "--json", "--by", "zw"}).out, "Hill"));
    CHECK(says(site.run({"log", number, "--json", "--by", "Wang"}).out, "\"field.witness\":\"Tom Hill 13812345678\""));
}
