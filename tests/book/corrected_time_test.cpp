// SPDX-License-Identifier: MIT
// Is what was typed and then put to its time the same as what was told with --at, in all lists, clocks and figures?
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "store/store.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::test::bring_on_duty;
using onduty::test::Ran;
using onduty::test::TestSite;

namespace onduty {

namespace {

using Words = std::vector<std::string>;

void open_with_people(TestSite& site) {
    site.set_time("2026-11-23 09:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
    bring_on_duty(site, {{"Li Na", "front-desk"},
                         {"Zhou Kai", "front-desk"},
                         {"Chen Jing", "bar"},
                         {"Liu Yang", "show-home"},
                         {"Zhao Lei", "night-guard"},
                         {"Sun Li", "sales"},
                         {"Mei", "cleaner"},
                         {"Wang", "supervisor"}});
    site.set_time("2026-11-23 09:10");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Li Na"}).code == 0);
}

// The last of each is told of 9:50, typed at ten.
const std::vector<std::vector<Words>>& deeds() {
    static const Words kOrder{"serve", "order", "V1", "tea=2", "--by", "Chen Jing"};
    static const Words kCase{"complain", "new", "repair", "lamp", "--severity", "3", "--by", "Li Na"};
    static const Words kSent{"serve", "linen", "sent", "sheet=4", "--by", "Chen Jing"};
    static const std::vector<std::vector<Words>> kDeeds{
        {{"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Li Na"}},
        {{"checkin", "notice", "--party", "2", "--by", "Li Na"}},
        {{"checkin", "host", "V1", "Sun Li", "--by", "Li Na"}},
        {{"checkin", "out", "V1", "--by", "Li Na"}},
        {kOrder},
        {kOrder, {"serve", "deliver", "V1", "tea=1", "--by", "Chen Jing"}},
        {{"serve", "seat", "V1", "A1", "--by", "Chen Jing"}},
        {{"serve", "tour", "V1", "show-1", "--by", "Liu Yang"}},
        {{"serve", "count", "show-1", "all", "vase=1", "--by", "Liu Yang"}},
        {kSent},
        {kSent, {"serve", "linen", "back", "sheet=2", "--by", "Chen Jing"}},
        {{"serve", "stock", "broken", "cup=1", "--note", "slipped", "--by", "Chen Jing"}},
        {{"serve", "stock", "count", "cup=50", "--by", "Chen Jing"}},
        {{"serve", "disinfect", "steam", "cup=4", "--by", "Chen Jing"}},
        {{"serve", "fridge", "4", "--by", "Chen Jing"}},
        {{"handover", "offer", "--by", "Li Na"}},
        {{"lend", "out", "umbrella", "7", "--to", "Sun Li", "--by", "Li Na"}},
        {{"lend", "out", "radio", "1", "--to", "Sun Li", "--until", "18:00", "--by", "Li Na"}},
        {{"lend", "out", "radio", "1", "--to", "guest", "--by", "Li Na"}},
        {{"note", "mail", "a letter", "--for", "2-1-301", "--by", "Li Na"}},
        {{"note", "task", "call the lift people", "--until", "18:00", "--by", "Li Na"}},
        {{"note", "release", "chair=4", "--for", "Wu", "--approved-by", "Wang", "--by", "Li Na"}},
        {{"customer", "new", "--name", "Wu Min", "--by", "Li Na"}},
        {kCase},
        {kCase, {"complain", "dispatch", "C1", "bar", "--by", "Li Na"}},
        {kCase, {"complain", "wait", "C1", "parts", "bulb", "--by", "Li Na"}},
        {kCase,
         {"complain", "dispatch", "C1", "bar", "--by", "Li Na"},
         {"complain", "resolve", "C1", "new bulb", "--by", "Li Na"}},
        {{"patrol", "alarm", "P01", "--kind", "fire", "--by", "Li Na"}},
        {{"patrol", "call", "Zhao Lei", "--no-answer", "--by", "Wang"}},
        {{"clean", "litter", "found", "P03", "--by", "Mei"}},
        {{"clean", "request", "P05", "coffee", "--by", "Li Na"}},
    };
    return kDeeds;
}

// The same house once more.
void copy_site(const TestSite& from, TestSite& to) {
    for (const char* part : {"", ".head"}) {
        std::filesystem::copy_file(from.file() + part, to.file() + part);
    }
}

// What is told of the two days, in the afternoon of the second. A report records that a day is closed: in a copy.
std::string both_days(const TestSite& house) {
    TestSite site;
    copy_site(house, site);
    std::string all;
    site.set_time("2026-11-24 15:00");
    for (const char* day : {"2026-11-23", "2026-11-24"}) {
        const std::string page = site.run({"report", "day", day}).out;
        all += std::string{"\n== "} + day + "\n" +
               page.substr(0, std::min(page.find("\nSeal "), page.find("\nEntries corrected: ")));
        for (const char* block : {"slots", "handover-list", "open-items"}) {
            all += std::string{"\n== "} + day + " " + block + "\n" +
                   site.run({"report", "day", day, "--block", block, "--csv"}).out;
        }
    }
    return all;
}

std::string everything(const TestSite& house) {
    TestSite site;
    copy_site(house, site);
    std::string all;
    // Between the due times of what was told of 9:50 and what was typed at ten, on that day and the next.
    for (const char* time : {"2026-11-23 10:01", "2026-11-24 09:55"}) {
        site.set_time(time);
        // What is due takes the longest: on the second day as it is printed, with the codes on the first.
        const Words due{"due", all.empty() ? "--json" : "--all"};
        for (const Words& words : {due, Words{"lend"}, Words{"note", "list"}, Words{"complain", "list"},
                                   Words{"checkin", "list"}, Words{"serve", "list"}}) {
            all += "\n== " + std::string{time} + " " + words[0] + " " + words.back() + "\n" + site.run(words).out;
        }
        for (const char* block : {"open-items", "notes", "bar", "reception", "case-times", "repairs", "calls"}) {
            all += std::string{"\n== "} + time + " " + block + "\n" +
                   site.run({"report", "week", "2026-11-23", "--block", block, "--csv"}).out;
        }
    }
    return all;
}

// The first lines that differ.
std::string difference(const std::string& one, const std::string& other) {
    std::size_t at = 0;
    while (at < one.size() && at < other.size() && one[at] == other[at]) {
        ++at;
    }
    if (at == one.size() && at == other.size()) {
        return {};
    }
    const std::size_t head = one.rfind("\n==", at);
    const auto line = [&](const std::string& text) {
        const std::size_t begin = text.rfind('\n', at) + 1;
        return text.substr(begin, text.find('\n', begin) - begin);
    };
    return one.substr(head + 1, one.find('\n', head + 1) - head - 1) + "\n  told      " + line(one) + "\n  corrected " +
           line(other);
}

}  // namespace

TEST_CASE("what was put to its time is as what was told at that time, everywhere and for days") {
    TestSite house;
    open_with_people(house);
    int tried = 0;
    for (const std::vector<Words>& deed : deeds()) {
        if (!test::is_tried(++tried, 2)) {
            continue;
        }
        TestSite told;
        TestSite corrected;
        for (TestSite* site : {&told, &corrected}) {
            copy_site(house, *site);
            site->set_time("2026-11-23 09:40");
            for (std::size_t i = 0; i + 1 < deed.size(); ++i) {
                REQUIRE(site->run(deed[i]).code == 0);
            }
            site->set_time("2026-11-23 10:00");
        }
        Words words = deed.back();
        CAPTURE(words[0] + " " + words[1]);
        const EntryNumber first = Store{told.file(), Store::Mode::read}.head().number + 1;
        const Ran typed = corrected.run(words);
        CAPTURE(typed.err);
        CHECK((typed.code == 0 || typed.code == 3));
        words.insert(words.end(), {"--at", "09:50"});
        const Ran at = told.run(words);
        CAPTURE(at.err);
        CHECK(at.code == typed.code);
        const bool taken_back = test::is_tried(tried, 4);
        const std::string untouched = taken_back ? everything(corrected) : "";
        corrected.set_time("2026-11-23 10:00");
        const Ran put = corrected.run(
            {"correct", std::to_string(first), "--time", "09:50", "--reason", "typed later", "--by", "Wang"});
        CAPTURE(put.err);
        CHECK(put.code == 0);
        CHECK(difference(everything(told), everything(corrected)) == "");
        // Withdrawn, it is as it was typed; of every fourth one.
        if (!taken_back) {
            continue;
        }
        corrected.set_time("2026-11-23 10:00");
        CHECK(corrected
                  .run({"correct", std::to_string(EntryNumber{std::atoll(put.out.c_str() + 1)}), "--void", "--reason",
                        "was right", "--by", "Wang"})
                  .code == 0);
        CHECK(difference(untouched, everything(corrected)) == "");
    }
}

TEST_CASE("what was put to another day counts for that day, everywhere, until that is withdrawn") {
    TestSite house;
    open_with_people(house);
    const Words people{"Li Na", "Zhou Kai", "Chen Jing", "Liu Yang", "Zhao Lei", "Sun Li", "Mei", "Wang"};
    house.set_time("2026-11-23 20:30");
    for (const std::string& person : people) {
        REQUIRE(house.run({"checkin", "out", person}).code == 0);
    }
    house.set_time("2026-11-24 08:20");
    for (const std::string& person : people) {
        REQUIRE(house.run({"checkin", "staff", person}).code == 0);
    }
    int tried = 0;
    for (const std::vector<Words>& deed : deeds()) {
        // What it follows is of the second day; and a time of the day is said of the day on which it is typed.
        if (deed.size() > 1 || std::find(deed[0].begin(), deed[0].end(), "--until") != deed[0].end()) {
            continue;
        }
        if (!test::is_tried(++tried, 2)) {
            continue;
        }
        TestSite told;
        TestSite corrected;
        for (TestSite* site : {&told, &corrected}) {
            copy_site(house, *site);
            site->set_time("2026-11-24 08:50");
        }
        Words words = deed.front();
        CAPTURE(words[0] + " " + words[1]);
        const std::string number = std::to_string(Store{told.file(), Store::Mode::read}.head().number + 1);
        const Ran typed = corrected.run(words);
        words.insert(words.end(), {"--at", "2026-11-23 15:00", "--reason", "was busy"});
        const Ran at = told.run(words);
        CAPTURE(at.err);
        CHECK(at.code == typed.code);
        const bool taken_back = test::is_tried(tried, 4);
        const std::string untouched = taken_back ? both_days(corrected) : "";
        corrected.set_time("2026-11-24 08:50");
        const Ran put = corrected.run(
            {"correct", number, "--time", "2026-11-23 15:00", "--reason", "was yesterday", "--by", "Wang"});
        CAPTURE(put.err);
        CHECK(put.code == 0);
        CHECK(difference(both_days(told), both_days(corrected)) == "");
        // Withdrawn, it is as it was typed; of every fourth one.
        if (!taken_back) {
            continue;
        }
        corrected.set_time("2026-11-24 08:50");
        const std::string correction = std::to_string(EntryNumber{std::atoll(put.out.c_str() + 1)});
        CHECK(corrected.run({"correct", correction, "--void", "--reason", "was right", "--by", "Wang"}).code == 0);
        CHECK(difference(untouched, both_days(corrected)) == "");
    }
}

}  // namespace onduty
