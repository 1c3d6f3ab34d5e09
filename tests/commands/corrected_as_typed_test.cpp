// SPDX-License-Identifier: MIT
// Does correct read each option of each kind as the command reads it that records such an entry, and refuse the same?
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "book/corrected_fields.hpp"
#include "book/kinds.hpp"
#include "book/played_day.hpp"
#include "commands/corrected_rows.hpp"
#include "commands/corrected_world.hpp"
#include "support.hpp"

namespace onduty::test {

namespace {

std::string kind_of(const Row& row) {
    const std::string entry = row.entry;
    return entry.substr(0, entry.find(':'));
}

std::string number_of(TestSite& site, const Row& row) {
    const std::string entry = row.entry;
    const std::size_t colon = entry.find(':');
    const std::vector<std::string> numbers = numbers_of(site, kind_of(row).c_str());
    REQUIRE_MESSAGE(!numbers.empty(), entry);
    return colon == std::string::npos ? numbers.back() : numbers.at(std::stoul(entry.substr(colon + 1)));
}

// With the last number of the kind behind @.
std::string with_number(TestSite& site, std::string word) {
    const std::size_t at = word.find('@');
    return at == std::string::npos ? word : word.substr(0, at) + numbers_of(site, word.c_str() + at + 1).back();
}

void play_world(TestSite& site) {
    open_day(site);
    std::ofstream{site.directory() + "/more.toml"} << site.plan()
                                                   << "\n[[meter]]\ncode = \"well\"\nname = \"Well\"\nunit = \"m3\"\n"
                                                      "\n[[lendable]]\ncode = \"chair\"\nname = \"Chair\"\nnumber = 6\n"
                                                      "\n[[fridge]]\ncode = \"cellar\"\nname = \"Cellar\"\nmin = 2\n"
                                                      "max = 7\n";
    for (const std::string& line :
         {"plan apply " + site.directory() + "/more.toml", std::string{"plan add staff N~absent --alias absent"},
          std::string{"plan add staff N~gone --alias gone"}, std::string{"plan remove staff N~gone --reason moved"}}) {
        const Ran ran = site.run(words_of(line));
        REQUIRE_MESSAGE(ran.code == 0, line << ": " << ran.err);
    }
    for (const std::string line : kWorld) {
        site.set_time("2026-11-27 " + line.substr(0, 5));
        std::vector<std::string> words = words_of(line.substr(6));
        std::transform(words.begin(), words.end(), words.begin(),
                       [&](const std::string& word) { return with_number(site, word); });
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), line << ": " << ran.err);
    }
    site.set_time("2026-11-27 20:10");
}

Ran correct(TestSite& site, const Row& row, const char* typed) {
    std::vector<std::string> words{"correct", number_of(site, row)};
    if (row.option != std::string_view{kItems}) {
        words.emplace_back(row.option);
    }
    words.emplace_back(typed);
    words.insert(words.end(), {"--reason", "typed wrongly", "--by", "supervisor", "--dry-run"});
    return site.run(words);
}

bool has_row(std::string_view kind, std::string_view option) {
    return std::any_of(std::begin(kRows), std::end(kRows),
                       [&](const Row& row) { return kind_of(row) == kind && row.option == option; });
}

}  // namespace

TEST_CASE("each option of each kind has a row here") {
    for (const Kind* kind : kinds_that([](const Kind& one) { return one.corrected; })) {
        if (kind->name == kind::kAlarm) {
            continue;  // no command records it
        }
        std::set<std::string_view> options;
        for (const Corrected& one : kind->corrections) {
            if (one.read != nullptr) {
                options.insert(one.option);
            }
        }
        if (const Corrected* note = corrected_under(*kind, "--note"); note != nullptr && note->read != nullptr) {
            options.insert("--note");
        }
        for (const std::string_view option : options) {
            CHECK_MESSAGE(has_row(kind->name, option), kind->name << " " << option);
        }
    }
}

TEST_CASE("a correction takes what the command understands, and refuses what it refuses") {
    TestSite site;
    play_world(site);
    for (const Row& row : kRows) {
        CAPTURE(row.entry);
        CAPTURE(row.option);
        if (row.taken[0] != '\0') {
            const Ran taken = correct(site, row, row.taken);
            CHECK_MESSAGE(taken.code == 0, row.taken << ": " << taken.err);
        }
        if (row.refused[0] != '\0') {
            const Ran refused = correct(site, row, row.refused);
            CHECK_MESSAGE((refused.code == 2 || refused.code == 4), row.refused << ": " << refused.out);
            CHECK_MESSAGE(says(refused.err, row.says), refused.err);
        }
    }
    // What the commands took once, and corrections did not.
    CHECK(says(site.run(words_of("patrol incident smoke --category fire --at 20:05 --phoned 119 --phoned-at 19:58 "
                                 "--reason late --by guard"))
                   .err,
               "The incident was at"));
    CHECK(says(site.run(words_of("serve tour V4 show-3 --party 501 --by show-home")).err, "--party takes 1 to 500"));
    CHECK(says(site.run(words_of("serve count show-2 vase=2 --misplaced book=floor --by show-home")).err,
               "was not counted"));
    CHECK(says(site.run(words_of("clean request 10 --dry-run --by bar")).out, "Inside"));
}

}  // namespace onduty::test
