// SPDX-License-Identifier: MIT
// What should init do?
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::TestSite;

TEST_CASE("init starts a log with the plan of the user's language") {
    TestSite site;
    site.language = "zh";
    const Ran ran = site.run({"init", "--name", "盛世中央"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("盛世中央") != std::string::npos);
    CHECK(ran.out.find("2026-11-23 周一 20:30") != std::string::npos);  // in the new plan's zone
    CHECK(site.plan().find("name = \"夜班保安\"") != std::string::npos);
    CHECK(site.run({"verify"}).code == 0);
    struct stat facts {};
    REQUIRE(::stat(site.file().c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("init never writes over a site file") {
    TestSite site;
    CHECK(site.run({"init"}).code == 0);
    const Ran again = site.run({"init"});
    CHECK(again.code == 4);
    CHECK(again.err.find("is there already. A site file is never written over") != std::string::npos);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("init with a bad zone or plan leaves nothing behind") {
    TestSite site;
    CHECK(site.run({"init", "--zone", "Asia/Shanghia"}).code == 2);
    CHECK(site.run({"init", "--plan", site.directory() + "/none.toml"}).code == 1);
    CHECK(site.run({"verify"}).err.find("There is no site file") != std::string::npos);
    CHECK(site.run({"init", "--dry-run"}).code == 0);
    CHECK(site.run({"verify"}).err.find("There is no site file") != std::string::npos);
}

TEST_CASE("unknown commands, options and languages are answered with what there is") {
    TestSite site;
    CHECK(site.run({"help"}).out == site.run({"--help"}).out);
    CHECK(site.run({"help", "patrol", "start"}).out == site.run({"patrol", "start", "--help"}).out);
    CHECK(site.run({"帮助", "patrol"}).out == site.run({"patrol", "--help"}).out);
    CHECK(site.run({"help", "times"}).out.find("yesterday 23:40") != std::string::npos);
    CHECK(site.run({"help", "patol"}).code == 2);
    CHECK(site.run({"patol"}).err.find("There is no command \"patol\". Did you mean patrol?") != std::string::npos);
    CHECK(site.run({"--verson"}).err.find("Did you mean --version?") != std::string::npos);
    CHECK(site.run({"init", "--lang", "fr"}).code == 2);
    CHECK(site.run({"--version"}).out == "onduty test\n");
    CHECK(site.run({"--help"}).out.find("  checkin  签到") != std::string::npos);
}
