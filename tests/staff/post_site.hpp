// SPDX-License-Identifier: MIT
// A site whose people may hold several posts.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "support.hpp"

namespace onduty::test {

// Sue (A01) may be at three posts, Li (A02) at the desk, Bo (A03) is the supervisor who puts things right. No post has
// hours, but the desk those that are given.
class PostSite : public TestSite {
  public:
    explicit PostSite(const std::string& hours = "") {
        std::string plan = "format = 1\n[site]\nname = \"Site\"\nlanguage = \"en\"\nzone = \"Asia/Shanghai\"\n";
        for (const char* post : {"supervisor", "front-desk", "bar"}) {
            plan += fmt::format("[[post]]\ncode = \"{0}\"\nname = \"{0}\"\n{1}", post,
                                std::string_view{post} == "front-desk" ? hours : "");
        }
        plan += R"(
[[staff]]
code = "A01"
name = "Sue"
posts = ["supervisor", "front-desk", "bar"]
[[staff]]
code = "A02"
name = "Li"
posts = ["front-desk"]
[[staff]]
code = "A03"
name = "Bo"
posts = ["supervisor"]
)";
        std::ofstream{directory() + "/plan.toml"} << plan;
        set_time("2026-11-23 08:00");
        must({"init", "--plan", directory() + "/plan.toml"});
    }
    Ran must(std::vector<std::string> words) {
        Ran ran = run(std::move(words));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran;
    }
    Ran must_at(const char* time, std::vector<std::string> words) {
        set_time(std::string{"2026-11-23 "} + time);
        return must(std::move(words));
    }
    std::string staff(const char* day = "2026-11-23") {
        return run({"report", "day", day, "--block", "staff", "--csv"}).out;
    }
};

}  // namespace onduty::test
