// SPDX-License-Identifier: MIT
// What do the tests of posts do and read on the day after the night, 2026-11-24?
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "support.hpp"

namespace onduty::test {

// A command that must succeed, at a minute of the day.
inline Ran ran_at(TestSite& site, int minute, const std::vector<std::string>& words) {
    site.set_time("2026-11-24 " + clock_of(minute));
    Ran ran = site.run(words);
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    return ran;
}

// "2,1" by post: the shifts that ended and those of them without a handover; not where both are none.
inline std::map<std::string, std::string> shifts_ended(TestSite& site) {
    std::map<std::string, std::string> posts;
    std::istringstream table{site.run({"report", "day", "2026-11-24", "--block", "handover", "--csv"}).out};
    for (std::string line; std::getline(table, line);) {
        line.erase(line.find_last_not_of('\r') + 1);
        const std::string numbers = line.substr(line.rfind(',', line.rfind(',') - 1) + 1);
        if (numbers != "0,0") {
            posts[line.substr(0, line.find(','))] = numbers;
        }
    }
    posts.erase("post");
    return posts;
}

}  // namespace onduty::test
