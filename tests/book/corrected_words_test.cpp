// SPDX-License-Identifier: MIT
// Is what somebody wrote wrongly told nowhere once it is corrected, but where the log shows the correction?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "book/played_day.hpp"
#include "store/store.hpp"

namespace onduty::test {

namespace {

// Everything that is told of the day, but for the log.
Pages told_pages(TestSite& site) {
    Pages pages = pages_of(site);
    pages.erase("log");
    const auto add = [&](std::vector<std::string> words) {
        std::string name;
        for (const std::string& word : words) {
            name += word + " ";
        }
        pages[name] = site.run(std::move(words)).out;
    };
    for (const char* number : {"1", "2", "3", "4", "5"}) {
        add({"complain", "show", std::string{"C"} + number});
        add({"patrol", "incident", number});
    }
    for (const std::string& card : numbers_of(site, "customer")) {
        add({"customer", "show", "K" + card});
    }
    for (const std::string& survey : numbers_of(site, "survey")) {
        add({"customer", "survey", "show", survey});
    }
    add({"due", "--all"});
    add({"clean"});
    add({"lend"});
    add({"complain", "list"});
    add({"note", "list"});
    add({"checkin", "list"});
    return pages;
}

}  // namespace

TEST_CASE("words that were corrected are told nowhere any more") {
    TestSite site;
    play(site);
    const auto must = [&](std::vector<std::string> words) {
        const Ran ran = site.run(std::move(words));
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    };
    site.set_time("2026-11-28 05:30");
    must({"patrol", "explain", "2026-11-28 03:00", "was at the gate", "--rule", "night-round", "--by", "supervisor"});
    must({"clean", "skip", "3", "it rains", "--by", "cleaner"});
    must({"complain", "new", "from the lamp", "--from", numbers_of(site, "incident").front(), "--by", "guard"});
    site.set_time("2026-11-28 08:00");
    must({"handover", "offer", "--by", "night-guard"});
    must({"handover", "accept", "--by", "guard"});
    std::map<EntryNumber, std::string> notes;
    {
        Store store{site.file(), Store::Mode::read};
        store.each({}, [&](const Entry& entry) { notes[entry.number] = entry.note; });
    }
    // What the program copied, or somebody wrote twice, may stand where it was copied to.
    const auto is_alone = [&](const std::string& words) {
        return words.size() > 3 &&
               std::count_if(notes.begin(), notes.end(), [&](const auto& other) {
                   return other.second.find(words) != std::string::npos ||
                          (other.second.size() > 3 && words.find(other.second) != std::string::npos);
               }) == 1;
    };
    std::vector<std::string> wrong;
    for (const auto& [number, words] : notes) {
        if (is_alone(words) && site.run({"correct", std::to_string(number), "--note", "right words", "--reason",
                                         "typed wrongly", "--by", "supervisor"})
                                       .code == 0) {
            wrong.push_back(words);
        }
    }
    CHECK(wrong.size() > 8);
    int right = 0;
    for (const auto& [page, text] : told_pages(site)) {
        right += text.find("right words") != std::string::npos ? 1 : 0;
        for (const std::string& words : wrong) {
            CHECK_MESSAGE(text.find(words) == std::string::npos, page << ": " << words << "\n" << text);
        }
    }
    CHECK(right > 10);
}

}  // namespace onduty::test
