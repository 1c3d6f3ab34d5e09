// SPDX-License-Identifier: MIT
// What becomes of a shift that nobody closed, and of the day on which something counts?
#include "book/duty.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "support.hpp"
#include "test_book.hpp"
#include "time/told.hpp"
#include "turns.hpp"

using onduty::DutyShift;
using onduty::EntryNumber;
using onduty::Instant;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Sunday 2026-11-22, 20:00: Li at the night guard's post, Na at the desk, both off duty.
class DutySite : public TestSite {
  public:
    DutySite() {
        set_time("2026-11-22 20:00");
        REQUIRE(run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
        REQUIRE(run({"plan", "add", "staff", "Li", "--post", "night-guard"}).code == 0);
        REQUIRE(run({"plan", "add", "staff", "Na", "--post", "front-desk"}).code == 0);
    }
    // From then on the clock shows that time.
    void comes(const char* name, const std::string& time) {
        set_time(time);
        comes(name);
    }
    void comes(const char* name) { REQUIRE(run({"checkin", "staff", name}).code == 0); }
    void goes(const char* name, const std::string& time) {
        set_time(time);
        REQUIRE(run({"checkin", "out", name}).code == 0);
    }
};

std::string block(TestSite& site, const char* span, const char* day, const char* name) {
    return site.run({"report", span, day, "--block", name, "--csv"}).out;
}

// Of all his shifts of the days around now, with their ends.
std::vector<std::pair<Instant, Instant>> intervals_of(onduty::Book& book, const std::string& person) {
    std::vector<std::pair<Instant, Instant>> intervals;
    for (const DutyShift& shift : shifts_around(book, person, book.now())) {
        intervals.emplace_back(shift.from, shift.until.value_or(shift.stale.value_or(book.now())));
    }
    return intervals;
}

}  // namespace

TEST_CASE("a forgotten shift lends its date to nothing, is spoken of, and stops where it went stale") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.set_time("2026-11-24 21:00");
    CHECK(says(site.run({"due"}).out, "Li: not signed off"));
    CHECK(says(site.run({"checkin", "list"}).out, "not signed off, counts until 2026-11-23 09:00"));
    REQUIRE(site.run({"note", "task", "mend the fence", "--until", "2026-11-30"}).code == 0);
    CHECK(says(site.run({"log", "--day", "2026-11-24"}).out, "mend the fence"));
    const Ran back = site.run({"checkin", "staff", "Li"});
    CHECK(back.code == 0);
    CHECK(says(back.err, "that shift counts until 2026-11-23 Mon 09:00."));
    CHECK_FALSE(says(site.run({"due"}).out, "not signed off"));
    CHECK(says(block(site, "day", "2026-11-22", "staff"), "2026-11-22,night-guard,Night guard,,1,12.5,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a shift has one end that counts, and what moves nothing says which") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.comes("Na", "2026-11-23 12:00");
    const Ran late = site.run({"checkin", "out", "Li"});
    CHECK(says(late.err, "counts until 2026-11-23 Mon 09:00. If it ended at another time: onduty checkin out "));
    CHECK_FALSE(says(late.err, "--at \"2026-11-23 09:00\""));
    const std::string first = std::to_string(entry_of(late));
    const auto hours = [&](const char* text) {
        const std::string staff = block(site, "day", "2026-11-22", "staff");
        CHECK_MESSAGE(says(staff, fmt::format(",night-guard,Night guard,,1,{},,", text).c_str()), staff);
    };
    hours("12.5");
    const auto correct = [&](const std::string& number, const char* time) {
        const Ran ran = site.run({"correct", number, "--time", time, "--reason", "went earlier", "--by", "Na"});
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran.err;
    };
    CHECK_FALSE(says(correct(first, "2026-11-23 08:50"), "Nothing moves"));  // the only one
    hours("12.33");
    REQUIRE(
        site.run({"correct", std::to_string(entry_of(late) + 1), "--void", "--reason", "wrong", "--by", "Na"}).code ==
        0);
    hours("12.5");
    const Ran told = site.run({"checkin", "out", "Li", "--at", "2026-11-23 08:40", "--reason", "forgot to sign off"});
    REQUIRE_MESSAGE(told.code == 0, told.err);
    CHECK(says(told.err, fmt::format("That counts instead of entry {}", first).c_str()));
    const std::string second = std::to_string(entry_of(told));
    hours("12.17");
    const std::string said = correct(first, "2026-11-23 08:30");
    const std::string way = fmt::format(
        "ended as entry {0} says. If that is wrong: onduty correct {0} --time "
        "\"2026-11-23 08:30\"",
        second);
    CHECK_MESSAGE(says(said, way.c_str()), said);
    hours("12.17");
    CHECK_FALSE(says(correct(second, "2026-11-23 08:30"), "Nothing moves"));
    hours("12");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a shift that goes on after it had gone stale says so, and names when it can have ended") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.comes("Na", "2026-11-23 08:30");
    const auto note = [&](const char* time, const char* who) {
        site.set_time(time);
        const Ran ran = site.run({"note", "task", "look at it", "--until", "tomorrow 9:00", "--by", who});
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran;
    };
    CHECK_FALSE(says(note("2026-11-23 09:30", "Na").err, "goes on"));
    const Ran back = note("2026-11-23 09:50", "Li");
    CHECK_MESSAGE(says(back.err,
                       "with this the shift of 2026-11-22 Sun 20:30 goes on, which nobody signed off. Going "
                       "off: onduty checkin out "),
                  back.err);
    CHECK_FALSE(says(note("2026-11-23 10:00", "Li").err, "goes on"));  // it does
    CHECK_FALSE(says(site.run({"checkin", "list"}).out, "not signed off"));
    const std::string day = site.run({"report", "day", "2026-11-22"}).out;
    CHECK_MESSAGE(says(day, "Recorded after the day was closed"), day);
    // What the refusal of an end before his words says works.
    const std::vector<std::string> gone{"checkin", "out", "Li", "--at", "08:10", "--reason", "went home then"};
    const Ran refused = site.run(gone);
    REQUIRE(refused.code == 4);
    const std::string last = std::to_string(entry_of(back) + 1);
    CHECK_MESSAGE(says(refused.err, "--at \"2026-11-23 10:00\" --reason \"forgot to sign off\""), refused.err);
    CHECK(says(refused.err, fmt::format("onduty correct {} --void", last).c_str()));
    for (const std::string& number : {last, std::to_string(entry_of(back))}) {
        REQUIRE(site.run({"correct", number, "--void", "--reason", "was not there", "--by", "Na"}).code == 0);
    }
    const Ran went = site.run(gone);
    CHECK_MESSAGE(went.code == 0, went.err);
    CHECK(says(block(site, "day", "2026-11-22", "staff"), ",night-guard,Night guard,,1,11.67,,"));
}

TEST_CASE("a begin that was moved is asked of the plan again, not of what was kept with it") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.set_time("2026-11-22 20:40");
    REQUIRE(site.run({"correct", "4", "--time", "2026-11-22 13:00", "--reason", "came for the day"}).code == 0);
    site.set_time("2026-11-23 09:00");
    CHECK_FALSE(says(site.run({"due"}).out, "Li: not signed off"));
    REQUIRE(site.run({"correct", "4", "--time", "2026-11-22 03:00", "--reason", "came in the night"}).code == 0);
    // 17 hours before the night, at the latest 24 hours after his begin.
    CHECK(says(site.run({"due"}).out, "Li: not signed off"));
}

TEST_CASE("who signs off a stale shift hears until when it counts, and can say another end") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.set_time("2026-11-25 10:00");
    const Ran off = site.run({"checkin", "out", "Li"});
    CHECK(says(off.out, "Li off duty after 12 h 30 min."));
    CHECK(says(off.err, "onduty checkin out A01 --at TIME --reason \"forgot to sign off\""));
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,12.5,,"));
    const Ran told = site.run({"checkin", "out", "A01", "--at", "2026-11-23 08:30", "--reason", "forgot to sign off"});
    REQUIRE(told.code == 0);
    const std::string end = std::to_string(entry_of(told));
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,12,,"));
    CHECK(site.run({"checkin", "out", "A01", "--at", "2026-11-23 08:00", "--reason", "forgot to sign off"}).code == 4);
    site.comes("Na");
    REQUIRE(site.run({"correct", end, "--time", "2026-11-23 08:00", "--reason", "left at eight"}).code == 0);
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,11.5,,"));
    REQUIRE(site.run({"correct", end, "--time", "2026-11-23 10:00", "--reason", "the police came"}).code == 0);
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,13.5,,"));
}

TEST_CASE("what is typed for yesterday counts for yesterday, and nobody is there twice") {
    DutySite site;
    site.comes("Na", "2026-11-23 09:00");
    site.goes("Na", "2026-11-23 20:30");
    const Ran twice = site.run({"checkin", "staff", "Na", "--at", "15:00", "--reason", "typed again by mistake"});
    CHECK(twice.code == 4);
    CHECK(says(twice.err, "Na was on duty from 2026-11-23 Mon 09:00 to 2026-11-23 Mon 20:30 already, entry 5."));
    site.comes("Na", "2026-11-24 09:00");
    site.set_time("2026-11-24 09:10");
    REQUIRE(site.run({"checkin", "visit", "--party", "4", "--first", "--purpose", "look", "--at", "yesterday 20:10",
                      "--reason", "busy last night"})
                .code == 0);
    CHECK(says(block(site, "week", "2026-11-23", "reception"), "2026-11-23,1,4,"));
    CHECK_FALSE(says(block(site, "week", "2026-11-24", "reception"), "2026-11-24,"));
}

TEST_CASE("who comes early for a night comes for that night") {
    DutySite site;
    site.comes("Li", "2026-11-23 17:30");
    site.comes("Na", "2026-11-24 05:50");  // the desk has no window: ten minutes before the day
    CHECK(says(site.run({"checkin", "list"}).out, "Na"));
    site.set_time("2026-11-24 06:30");
    CHECK(says(site.run({"log", "--day", "2026-11-23"}).out, "Li"));
    CHECK_FALSE(says(site.run({"log", "--day", "2026-11-23"}).out, "Na"));
    CHECK(says(site.run({"log", "--day", "2026-11-24"}).out, "Na"));
}

TEST_CASE("a wrong clock refuses nothing and measures nothing below zero") {
    DutySite site;
    site.comes("Li", "2027-11-24 20:30");
    site.comes("Na", "2026-11-24 20:40");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Na"}).code == 0);
    site.set_time("2026-11-24 20:30");
    CHECK(site.run({"checkin", "host", "V1", "Na", "--by", "Na"}).code == 0);
    CHECK(site.run({"serve", "order", "V1", "tea=1", "--by", "Na"}).code == 0);
    site.set_time("2026-11-24 20:20");
    CHECK(site.run({"serve", "deliver", "V1", "--by", "Na"}).code == 0);
    const Ran left = site.run({"checkin", "out", "V1", "--by", "Na"});
    CHECK(left.code == 0);
    CHECK(says(left.out, "V1 left after an unknown time."));
    CHECK(site.run({"checkin", "out", "Li"}).code == 0);
    for (const char* name : {"reception", "bar"}) {
        CHECK_FALSE(says(block(site, "week", "2026-11-24", name), ",-"));
    }
}

TEST_CASE("the true end of a forgotten shift is told after coming on anew, too") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.set_time("2026-11-23 20:40");
    const Ran back = site.run({"checkin", "staff", "Li"});
    CHECK(says(back.err, "onduty checkin out A01 --at TIME --reason \"forgot to sign off\""));
    CHECK(says(block(site, "day", "2026-11-22", "staff"), ",1,12.5,,"));
    site.set_time("2026-11-26 10:00");  // longer ago than other times may be
    const Ran told = site.run({"checkin", "out", "Li", "--at", "2026-11-23 07:30", "--reason", "forgot to sign off"});
    CHECK(says(told.out, "Li off duty after 11 h 0 min."));
    CHECK(says(told.err, "Li is on duty since 2026-11-23 Mon 20:40."));
    CHECK(says(block(site, "week", "2026-11-22", "staff"), "2026-11-22,night-guard,Night guard,,1,11,,"));
    CHECK(says(site.run({"checkin", "list"}).out, "2026-11-23 20:40"));
    CHECK(site.run({"verify"}).code == 0);
    const Ran again = site.run({"checkin", "out", "Li", "--at", "2026-11-23 07:00", "--reason", "forgot to sign off"});
    CHECK(says(again.err, ("Li went off duty at 2026-11-23 Mon 07:30, entry " + std::to_string(entry_of(told)) +
                           ". If that was at another time: onduty correct " + std::to_string(entry_of(told)))
                              .c_str()));
    CHECK(site.run({"correct", std::to_string(entry_of(told)), "--time", "2026-11-23 07:00", "--reason",
                    "forgot to sign off", "--by", "Li"})
              .code == 0);
    CHECK(says(block(site, "week", "2026-11-22", "staff"), "2026-11-22,night-guard,Night guard,,1,10.5,,"));
    // And it is withdrawn again: no end is known.
    REQUIRE(
        site.run({"correct", std::to_string(entry_of(told)), "--void", "--reason", "was not so", "--by", "Li"}).code !=
        2);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a forgotten shift is ended by its time at once, however long ago that was") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");
    site.set_time("2026-11-26 10:00");
    CHECK(says(site.run({"checkin", "out", "Li", "--at", "2026-11-23 08:00", "--reason", "forgot to sign off"}).out,
               "Li off duty after 11 h 30 min."));
    CHECK(says(block(site, "week", "2026-11-22", "staff"), "2026-11-22,night-guard,Night guard,,1,11.5,,"));
}

TEST_CASE("no correction puts somebody on duty twice at once") {
    DutySite site;
    site.comes("Na", "2026-11-23 08:00");  // 4
    site.goes("Na", "2026-11-23 12:00");   // 6, behind the end of the day before
    site.comes("Na", "2026-11-23 13:00");  // 7
    site.comes("Li", "2026-11-23 13:00");  // 8
    site.goes("Na", "2026-11-23 17:00");   // 9
    const auto moved = [&](const char* entry, const char* time) {
        return site.run({"correct", entry, "--time", time, "--reason", "typed wrong", "--by", "Li"});
    };
    const Ran inside = moved("7", "2026-11-23 09:00");
    CHECK(inside.code == 4);
    CHECK(says(inside.err,
               "Na would be on duty twice at once: entry 4 began at 2026-11-23 Mon 08:00, and that shift "
               "ended at 2026-11-23 Mon 12:00. See: onduty log 4"));
    CHECK(moved("7", "2026-11-23 06:00").code == 4);
    CHECK(moved("7", "2026-11-23 12:00").code == 0);
    CHECK(moved("6", "2026-11-23 11:30").code == 0);
    CHECK(moved("7", "2026-11-23 11:30").code == 0);
    CHECK(says(block(site, "day", "2026-11-23", "staff"), "2026-11-23,front-desk,Front desk,2,1,9,1,"));
    // What made room for it stays.
    CHECK(site.run({"correct", "11", "--void", "--reason", "was twelve", "--by", "Li"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a withdrawn shift comes back only where nobody put another in its place") {
    DutySite site;
    site.comes("Li");                      // 4
    site.comes("Na", "2026-11-23 08:00");  // 5
    site.goes("Na", "2026-11-23 12:00");   // 7
    REQUIRE(site.run({"correct", "5", "--void", "--all", "--reason", "was nine", "--by", "Li"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Na", "--at", "09:00", "--reason", "typed eight"}).code == 0);
    site.goes("Na", "2026-11-23 16:00");
    const Ran back = site.run({"correct", "5", "--restore", "--reason", "was eight", "--by", "Li"});
    CHECK(back.code == 4);
    CHECK(says(back.err, "Na would be on duty twice at once"));
    CHECK(says(block(site, "day", "2026-11-23", "staff"), "2026-11-23,front-desk,Front desk,2,1,7,1,"));
}

TEST_CASE("who forgot to sign off is taken for nobody while somebody is there, and hears of it when he is alone") {
    DutySite site;
    site.comes("Li");
    site.set_time("2026-11-23 21:00");
    const Ran alone = site.run({"note", "task", "a parcel", "--until", "2026-12-30"});
    CHECK(alone.code == 0);
    CHECK(says(alone.err,
               "Li did not sign off: the shift of 2026-11-22 Sun 20:00 counts until 2026-11-23 Mon 09:00, "
               "and this belongs to none. Coming on duty now: onduty checkin staff A01"));
    site.comes("Na");
    const Ran other = site.run({"note", "task", "a letter", "--until", "2026-12-30"});
    CHECK(says(other.out, "Na"));
    CHECK(other.err.empty());
    REQUIRE(site.run({"handover", "offer"}).code == 0);
    const Ran accept = site.run({"handover", "accept"});
    CHECK(accept.code == 4);
    CHECK(says(accept.err, "Nobody else is on duty to accept."));
    CHECK_FALSE(says(site.run({"handover", "show"}).out, "Li (Night guard)"));
}

TEST_CASE("a handover out of a shift that has gone stale is that of the shift") {
    DutySite site;
    site.comes("Li");  // 4
    REQUIRE(site.run({"note", "task", "a parcel", "--until", "2026-12-30"}).code == 0);
    REQUIRE(site.run({"note", "task", "a letter", "--until", "2026-12-30"}).code == 0);
    site.set_time("2026-11-23 22:00");
    const Ran offer = site.run({"handover", "offer"});
    CHECK(says(offer.out, "of this shift 2"));
    CHECK(says(offer.out, "2026-11-22 21:00 Night round NOT EXPLAINED"));
}

TEST_CASE("a time told after the shift had gone stale, and typed hours later, is not of its day") {
    DutySite site;
    site.comes("Li");  // until 08:00, stale at 09:00
    site.set_time("2026-11-23 12:06");
    REQUIRE(site.run({"note", "task", "a parcel", "--until", "2026-12-30", "--at", "10:40", "--reason", "typed late"})
                .code == 0);
    CHECK(says(site.run({"log", "--day", "2026-11-23"}).out, "a parcel"));
    REQUIRE(site.run({"note", "task", "a letter", "--until", "2026-12-30", "--at", "08:40", "--reason", "typed late"})
                .code == 0);
    CHECK_FALSE(says(site.run({"log", "--day", "2026-11-23"}).out, "a letter"));
}

TEST_CASE("whatever is typed, told and corrected, nobody is on duty twice, and the hours are those of his minutes") {
    std::mt19937 random{20261129};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    for (int history = 0; history < onduty::test::turns(9); ++history) {
        onduty::test::TestBook book;
        book.set_time("2026-11-24 20:00");
        book.run({"plan", "add", "staff", "Na", "--post", "front-desk"});
        book.run({"plan", "add", "staff", "Boss", "--post", "supervisor"});
        book.run({"checkin", "staff", "Boss"});
        const std::string na = book.book().resolve("staff", "person", "Na").code;
        int minute = 8 * 60;
        const auto time = [](int minutes) {
            return fmt::format("2026-11-{} {:02}:{:02}", 25 + minutes / 1440, minutes / 60 % 24, minutes % 60);
        };
        for (int step = 0; step < 30; ++step) {
            minute += pick(1, 100);
            book.set_time(time(minute));
            const std::string told = time(std::max(0, minute - pick(0, 900)));
            // One of his comings and goings, or what changed one; and a time near it.
            const EntryNumber last = book.book().store().head().number;
            const EntryNumber changed = pick(9, std::max<int>(9, static_cast<int>(last)));
            const std::string entry = std::to_string(changed);
            const Instant was = book.book().entry(std::min(changed, last)).told_at();
            const std::string near = date_time_text(book.book().zone(), was + std::chrono::minutes{pick(-240, 240)});
            const std::vector<std::string> why{"--reason", "typed wrong", "--by", "Boss"};
            const auto with = [&](std::vector<std::string> words) {
                words.insert(words.end(), why.begin(), why.end());
                return words;
            };
            switch (pick(0, 10)) {
                case 0:
                    book.ran({"checkin", "staff", "Na"});
                    break;
                case 1:
                    book.ran({"checkin", "out", "Na"});
                    break;
                case 2:
                    book.ran({"checkin", "staff", "Na", "--at", told, "--reason", "typed late"});
                    break;
                case 3:
                    book.ran({"checkin", "out", "Na", "--at", told, "--reason", "typed late"});
                    break;
                case 4:
                case 5:
                case 6:
                case 7:
                    book.ran(with({"correct", entry, "--time", near}));
                    break;
                case 8:
                    book.ran(with({"correct", entry, "--void", "--all"}));
                    break;
                case 9: {  // comes back as it was
                    const auto stood = intervals_of(book, na);
                    const Ran gone = book.ran(with({"correct", entry, "--void", "--all"}));
                    if (gone.code == 0) {
                        // "#12 Entry 7 withdrawn; ...", or "#12 Entry 7 counts again." where it withdrew that one.
                        const auto place = gone.out.find(" Entry ") + 7;
                        const std::string named = gone.out.substr(place, gone.out.find(' ', place) - place);
                        const Ran back = says(gone.out, "counts again")
                                             ? book.ran(with({"correct", named, "--void", "--all"}))
                                             : book.ran(with({"correct", named, "--restore"}));
                        CHECK_MESSAGE(back.code == 0, back.err);
                        CHECK(intervals_of(book, na) == stood);
                    }
                    break;
                }
                default:
                    book.ran(with({"correct", entry, "--restore"}));
                    break;
            }
            const Instant now = book.book().now();
            const auto shifts = shifts_around(book, na, now);
            std::set<std::int64_t> minutes;
            std::size_t sum = 0;
            for (const DutyShift& shift : shifts) {
                const Instant until = shift.until.value_or(shift.stale.value_or(now));
                for (Instant at = shift.from; at < until; at += std::chrono::minutes{1}) {
                    minutes.insert(at.time_since_epoch() / std::chrono::minutes{1});
                    ++sum;
                }
            }
            REQUIRE(sum == minutes.size());
            const auto present = book.book().store().on_duty(na);
            if (present) {
                REQUIRE_FALSE(shifts.empty());
                CHECK(std::any_of(shifts.begin(), shifts.end(), [&](const DutyShift& shift) {
                    return shift.number == present->shift && shift.from == present->since && !shift.until;
                }));
            } else {
                CHECK(std::all_of(shifts.begin(), shifts.end(),
                                  [](const DutyShift& shift) { return shift.until || shift.stale; }));
            }
        }
        CHECK(book.ran({"verify"}).code == 0);
    }
}

TEST_CASE("who was back sooner than his forgotten shift counts hears how its end is told first") {
    DutySite site;
    site.comes("Li");
    site.set_time("2026-11-23 11:00");
    const Ran early = site.run({"checkin", "staff", "Li", "--at", "08:30", "--reason", "typed late"});
    CHECK(early.code == 4);
    CHECK(says(early.err, "onduty checkin out A01 --at \"2026-11-23 08:30\" --reason \"forgot to sign off\""));
    REQUIRE(site.run({"checkin", "out", "A01", "--at", "2026-11-23 08:30", "--reason", "forgot to sign off"}).code ==
            0);
    CHECK(site.run({"checkin", "staff", "Li", "--at", "08:30", "--reason", "typed late"}).code == 0);
}

TEST_CASE("a withdrawn shift with a told end comes back with it, and a forgotten one beside later ones") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");  // 4
    site.goes("Li", "2026-11-24 10:00");
    const Ran told = site.run({"checkin", "out", "Li", "--at", "2026-11-23 07:00", "--reason", "forgot it"});
    REQUIRE(told.code == 0);
    const std::string end = std::to_string(entry_of(told));
    site.comes("Na");
    const auto hours = [&] { return block(site, "day", "2026-11-22", "staff"); };
    const auto correct = [&](const std::string& entry, std::vector<std::string> how) {
        how.insert(how.begin(), {"correct", entry, "--by", "Na", "--reason", "typed wrong"});
        return site.run(how).code;
    };
    CHECK(says(hours(), ",1,10.5,,"));
    REQUIRE(correct(end, {"--void"}) == 0);
    CHECK(says(hours(), ",1,12.5,,"));
    CHECK(correct(end, {"--restore"}) == 0);
    CHECK(says(hours(), ",1,10.5,,"));
    REQUIRE(correct("4", {"--void", "--all"}) == 0);
    CHECK_FALSE(says(hours(), ",1,10.5,,"));
    CHECK(correct("4", {"--restore"}) == 0);
    CHECK(says(hours(), ",1,10.5,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a forgotten shift comes back beside later ones, as it stood before it was withdrawn") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");  // 4, forgotten
    for (const char* day : {"2026-11-24", "2026-11-25"}) {
        site.comes("Li", std::string{day} + " 20:30");
        site.goes("Li", std::string{day} + " 23:30");
    }
    site.comes("Na");
    const std::string before = block(site, "week", "2026-11-22", "staff");
    REQUIRE(site.run({"correct", "4", "--void", "--by", "Na", "--reason", "typed wrong"}).code == 0);
    CHECK(block(site, "week", "2026-11-22", "staff") != before);
    CHECK(site.run({"correct", "4", "--restore", "--by", "Na", "--reason", "was right"}).code == 0);
    CHECK(block(site, "week", "2026-11-22", "staff") == before);
}

TEST_CASE("who has left loses no end of his shift, and a forgotten end of his is told all the same") {
    DutySite site;
    site.comes("Li", "2026-11-22 20:30");  // 4
    site.comes("Na", "2026-11-23 20:30");
    const Ran off = site.run({"checkin", "out", "Li"});
    REQUIRE(off.code == 0);
    REQUIRE(site.run({"plan", "remove", "staff", "Li", "--by", "Na", "--reason", "left us"}).code == 0);
    const Ran open =
        site.run({"correct", std::to_string(entry_of(off)), "--void", "--by", "Na", "--reason", "was wrong"});
    CHECK(open.code == 4);
    CHECK(says(open.err, "Li has left, and the shift of entry 4 would go on."));
    CHECK(site.run({"checkin", "out", "Li", "--at", "2026-11-23 07:30", "--reason", "forgot it"}).code == 0);
    CHECK(says(block(site, "day", "2026-11-22", "staff"), ",1,11,,"));
}

TEST_CASE("the round that a guard who went home left open is nobody else's") {
    DutySite site;
    site.comes("Li");
    site.set_time("2026-11-23 05:00");
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    site.comes("Na", "2026-11-23 11:00");
    const Ran point = site.run({"patrol", "point", "P01"});
    CHECK(point.code == 4);
    CHECK(says(point.err, "No round is open."));
    CHECK(says(site.run({"checkin", "list"}).out, "not signed off"));
}
