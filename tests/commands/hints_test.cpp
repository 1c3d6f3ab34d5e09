// SPDX-License-Identifier: MIT
// Does what a refusal tells people to type run as it stands, whatever they are called?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::TestSite;

namespace {

// As a shell splits it; "..." stands for words that people think of.
std::vector<std::string> shell_words(const std::string& line) {
    std::vector<std::string> words{""};
    char quote = 0;
    for (const char letter : line) {
        if (letter == quote) {
            quote = 0;
        } else if (quote == 0 && (letter == '"' || letter == '\'')) {
            quote = letter;
        } else if (quote == 0 && letter == ' ') {
            words.emplace_back();
        } else {
            words.back() += letter;
        }
    }
    for (std::string& word : words) {
        word = word == "..." ? "it rained" : word;
    }
    return words;
}

// The command at the end of the first line.
std::vector<std::string> hinted(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    const std::size_t begin = line.rfind("onduty ");
    REQUIRE_MESSAGE(begin != std::string::npos, text);
    std::vector<std::string> words = shell_words(line.substr(begin));
    words.erase(words.begin());
    return words;
}

}  // namespace

TEST_CASE("the command in a refusal names people and times so that a shell takes them as they are") {
    const std::vector<std::vector<std::string>> refused{
        {"checkin", "staff", "Zhang Wei"},
        {"patrol", "start", "fire", "--by", "Li Na"},
        {"patrol", "start", "fire", "--with", "Li Na"},
        {"patrol", "call", "Li Na"},
        {"checkin", "inspect", "Li Na", "grooming", "all"},
        {"checkin", "out", "Zhang Wei"},
        {"plan", "remove", "staff", "Zhang Wei"},
        {"patrol", "explain", "2026-11-23 19:00"},
    };
    int hints = 0;
    for (const std::vector<std::string>& words : refused) {
        TestSite site;
        TestSite::start_night(site);
        if (words[1] == "out") {
            REQUIRE(site.run({"patrol", "start", "fire"}).code == 0);
        }
        const Ran ran = site.run(words);
        if (ran.err.find("First: ") == std::string::npos && ran.err.find("Type: ") == std::string::npos &&
            ran.err.find("onduty patrol explain") == std::string::npos &&
            ran.err.find("Going off: ") == std::string::npos) {
            MESSAGE(ran.err);
            continue;
        }
        ++hints;
        const Ran run = site.run(hinted(ran.err));
        CHECK_MESSAGE(run.code != 2, ran.err);
    }
    CHECK(hints == 8);
}
