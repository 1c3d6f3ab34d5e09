// SPDX-License-Identifier: MIT
// Is a whole shift that is typed afterwards what it would be by two commands, and never beside another of the person?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <set>

#include "book/duty.hpp"
#include "support.hpp"
#include "test_book.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

std::vector<std::string> whole(const char* name, const std::string& from, const std::string& until) {
    return {"checkin", "staff", name, "--at", from, "--until", until, "--reason", "nobody typed it"};
}

}  // namespace

TEST_CASE("a whole shift is typed by one command, for its own day, and withdrawn by one") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-26 10:00");
    const Ran typed = site.run(whole("Li Na", "2026-11-24 08:00", "20:00"));
    REQUIRE_MESSAGE(typed.code == 0, typed.err);
    CHECK(says(typed.out, "#8-9 Li Na came at 2026-11-24 Tue 08:00 and went off after 12 h 0 min: Day guard."));
    CHECK(says(typed.out, "LATE"));
    const auto staff = [&] { return site.run({"report", "day", "2026-11-24", "--block", "staff", "--csv"}).out; };
    CHECK(says(staff(), "2026-11-24,guard,Day guard,,1,12,,"));
    CHECK_FALSE(says(site.run({"checkin", "list"}).out, "Li Na"));
    CHECK(says(site.run({"log", "--day", "2026-11-24", "--kind", "duty-off"}).out, "Li Na"));
    CHECK(site.run(whole("Li Na", "2026-11-24 19:00", "2026-11-24 23:00")).code == 4);
    CHECK(site.run(whole("Li Na", "2026-11-24 07:00", "2026-11-24 08:01")).code == 4);
    CHECK(site.run(whole("Li Na", "2026-11-24 07:00", "2026-11-24 08:00")).code == 0);
    const Ran alone = site.run({"correct", "9", "--void", "--reason", "was another", "--by", "Wang"});
    CHECK(alone.code == 4);
    CHECK(says(alone.err, "which is withdrawn together: onduty correct 8 --void"));
    REQUIRE(site.run({"correct", "8", "--void", "--all", "--reason", "was another", "--by", "Wang"}).code == 0);
    CHECK_FALSE(says(staff(), ",12,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a whole shift needs both times in their order, and none that is to come") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-26 10:00");
    const Ran alone = site.run({"checkin", "staff", "Li Na", "--until", "09:00"});
    CHECK(alone.code == 2);
    CHECK(says(alone.err, "--at TIME --until TIME"));
    CHECK(site.run(whole("Li Na", "2026-11-26 08:00", "2026-11-26 10:30")).code == 4);
    CHECK(site.run(whole("Li Na", "2026-11-26 08:00", "2026-11-26 07:30")).code == 4);
    const Ran stale = site.run(whole("Zhang Wei", "2026-11-24 06:00", "2026-11-24 18:00"));
    CHECK(stale.code == 4);
    CHECK(says(stale.err, "onduty checkin out A01 --at \"2026-11-24 06:00\""));
    CHECK(site.run(whole("Zhang Wei", "2026-11-24 20:30", "08:30")).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who is on duty types a whole shift of before, and his own goes on through all that becomes of it") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-26 08:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);                            // 6
    const int came = entry_of(site.run({"checkin", "staff", "Li Na"}));
    site.set_time("2026-11-26 10:00");
    const auto is_there = [&] {
        CHECK(site.run({"verify"}).code == 0);
        return says(site.run({"checkin", "list"}).out, "2026-11-26 08:00") &&
               site.run({"note", "task", "look", "--until", "tomorrow 9:00", "--by", "Li Na", "--dry-run"}).err.empty();
    };
    const Ran typed = site.run(whole("Li Na", "2026-11-24 08:00", "20:00"));
    REQUIRE_MESSAGE(typed.code == 0, typed.err);
    CHECK(is_there());
    const std::string day = site.run({"report", "day", "2026-11-24", "--block", "staff", "--csv"}).out;
    CHECK(says(day, "2026-11-24,guard,Day guard,,1,12,,"));
    // What overlaps is refused, and what the refusal says destroys nothing.
    const Ran beside = site.run(whole("Li Na", "2026-11-26 07:00", "09:00"));
    CHECK(beside.code == 4);
    const std::string look = fmt::format("See: onduty log --shift {}", came);
    CHECK(says(beside.err, look.c_str()));
    CHECK(site.run({"log", "--shift", std::to_string(came)}).code == 0);
    const std::string first = std::to_string(entry_of(typed));
    const auto correct = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "correct");
        words.insert(words.end(), {"--reason", "was otherwise", "--by", "Wang"});
        const Ran ran = site.run(words);
        CHECK_MESSAGE(ran.code == 0, ran.err);
    };
    correct({first, "--void", "--all"});
    CHECK(is_there());
    correct({first, "--restore"});
    CHECK(is_there());
    correct({first, "--time", "2026-11-24 07:00"});
    CHECK(is_there());
    const Ran off = site.run({"checkin", "out", "Li Na"});
    CHECK(says(off.out, "off duty after 2 h 0 min"));
    CHECK_FALSE(says(site.run({"checkin", "list"}).out, "Li Na"));
    // Nor does such a shift, typed after he went, keep his going from being withdrawn.
    REQUIRE(site.run(whole("Li Na", "2026-11-25 08:00", "20:00")).code == 0);
    correct({std::to_string(entry_of(off)), "--void"});
    CHECK(is_there());
}

TEST_CASE("who came by a clock that stood ahead just comes when it is right again, told or not") {
    for (const char* ahead : {"2026-11-26 16:00", "2027-11-26 08:00"}) {
        for (const bool told : {false, true}) {
            CAPTURE(ahead);
            CAPTURE(told);
            TestSite site;
            TestSite::start_night(site);
            site.set_time("2026-11-26 07:00");
            REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
            site.set_time(ahead);
            const int wrong = entry_of(site.run({"checkin", "staff", "Li Na"}));
            site.set_time("2026-11-26 09:00");
            const Ran came = site.run(told ? std::vector<std::string>{"checkin", "staff", "Li Na", "--at", "08:50"}
                                           : std::vector<std::string>{"checkin", "staff", "Li Na"});
            REQUIRE_MESSAGE(came.code == 0, came.err);
            const auto is_there = [&] {
                const std::string list = site.run({"checkin", "list"}).out;
                CHECK_MESSAGE(says(list, told ? "2026-11-26 08:50" : "2026-11-26 09:00"), list);
                CHECK_FALSE(says(list, ahead));
                CHECK(site.run({"verify"}).code == 0);
            };
            is_there();
            site.set_time("2026-11-26 09:30");
            CHECK(site.run({"checkin", "staff", "Li Na"}).code == 4);  // he is there
            const Ran declared = site.run({"clock", std::to_string(wrong), "--was", "2026-11-26 08:00", "--reason",
                                           "stood ahead", "--by", "Wang"});
            CHECK_MESSAGE(declared.code == 0, declared.err);
            is_there();
            // Nor does a whole shift of before, or its withdrawal.
            const Ran before = site.run(whole("Li Na", "2026-11-24 08:00", "20:00"));
            CHECK_MESSAGE(before.code == 0, before.err);
            is_there();
            const Ran gone = site.run({"correct", std::to_string(entry_of(before)), "--void", "--all", "--reason",
                                       "was another", "--by", "Wang"});
            CHECK_MESSAGE(gone.code == 0, gone.err);
            is_there();
        }
    }
}

// Minute by minute of what was taken.
TEST_CASE("of random whole shifts those are taken that share no minute with one that was") {
    std::mt19937 random{20261130};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    for (int house = 0; house < test::turns(2); ++house) {
        TestBook book;
        book.set_time("2026-11-29 20:00");
        if (house % 2 == 0) {  // she is on duty meanwhile, or not
            book.run({"checkin", "staff", "Li Na"});
        }
        std::set<int> taken;
        const auto time = [](int minutes) {
            return fmt::format("2026-11-{} {:02}:{:02}", 25 + minutes / 1440, minutes / 60 % 24, minutes % 60);
        };
        int sum = 0;
        for (int turn = 0; turn < 60; ++turn) {
            const int from = pick(0, 4 * 1440 - 600);
            const int until = from + pick(1, 600);
            bool is_free = true;
            for (int minute = from; minute < until; ++minute) {
                is_free = is_free && taken.count(minute) == 0;
            }
            const Ran ran = book.ran(whole("Li Na", time(from), time(until)));
            CHECK_MESSAGE((ran.code == 0) == is_free, ran.err);
            for (int minute = from; is_free && minute < until; ++minute) {
                taken.insert(minute);
            }
            sum += is_free ? until - from : 0;
        }
        std::chrono::milliseconds worked{0};
        for (const DutyShift& shift : shifts_around(book.book(), "A02", at("2026-11-27 12:00"))) {
            worked += shift.until ? *shift.until - shift.from : std::chrono::minutes{0};
        }
        CHECK(worked == std::chrono::minutes{sum});
        const auto present = book.book().store().on_duty("A02");
        CHECK(present.has_value() == (house % 2 == 0));
        CHECK((!present || present->since == at("2026-11-29 20:00")));
        CHECK(book.ran({"verify"}).code == 0);
        CHECK(taken.size() == static_cast<std::size_t>(sum));
    }
}

}  // namespace onduty::test
