// SPDX-License-Identifier: MIT
// What was used, whatever was typed late, corrected and withdrawn?
#include "meters/read.hpp"

#include <doctest/doctest.h>

#include <random>

#include "book/amended.hpp"
#include "store/scratch.hpp"
#include "test_book.hpp"
#include "time/told.hpp"
#include "turns.hpp"

using namespace onduty;
using namespace std::chrono_literals;
using onduty::test::Said;
using onduty::test::TestBook;

namespace {

void add_meters(TestBook& book) {
    const scratch::Directory directory;
    const std::string file = directory.file("plan.toml");
    book.run({"plan", "export", "-o", file});
    scratch::write_bytes(file, scratch::read_bytes(file) +
                                   "\n[[meter]]\ncode = \"water\"\nname = \"Water meter\"\nunit = \"m3\"\nlimit = 20\n"
                                   "\n[[meter]]\ncode = \"power\"\nname = \"Power meter\"\nunit = \"kWh\"\n");
    book.run({"plan", "apply", file, "--by", "Wang"});
    book.run({"checkin", "staff", "Wang"});
}

EntryNumber read(TestBook& book, const char* meter, std::int64_t tenths) {
    Said said;
    said.by = "A02";  // not on duty: it counts for its own day
    said.subject = meter;
    said.fields.add("reading", tenths);
    return book.log("meter", said);
}

// As somebody reckons who writes every reading on a slip of paper.
struct Slip {
    EntryNumber number = 0;
    std::string meter;
    Instant at;
    Date day{};
    std::int64_t tenths = 0;
    bool torn = false;
};

const Slip* before(const std::vector<Slip>& slips, const std::string& meter, Instant at) {
    const Slip* last = nullptr;
    for (const Slip& slip : slips) {
        if (!slip.torn && slip.meter == meter && slip.at < at && (last == nullptr || last->at <= slip.at)) {
            last = &slip;
        }
    }
    return last;
}

}  // namespace

TEST_CASE("the reading before is found however old it is, of this meter, and not when it was withdrawn") {
    TestBook book;
    add_meters(book);
    CHECK(!reading_before(book, "water", book.book().now()));
    const EntryNumber first = read(book, "water", 1000);
    read(book, "power", 77);
    book.set_time("2027-11-23 20:30");
    CHECK(reading_before(book, "water", book.book().now())->number == first);
    const EntryNumber second = read(book, "water", 1010);
    CHECK(reading_before(book, "water", book.book().now())->number == first);
    book.set_time("2027-11-24 20:30");
    CHECK(reading_before(book, "water", book.book().now())->number == second);
    book.run({"correct", std::to_string(second), "--void", "--reason", "wrong meter", "--by", "Wang"});
    CHECK(reading_before(book, "water", book.book().now())->tenths == 1000);
}

TEST_CASE("any readings, corrected and withdrawn: what was used is what somebody reckons on paper") {
    std::mt19937 random{20261128};
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    for (int run = 0; run < onduty::test::turns(4); ++run) {
        TestBook book;
        add_meters(book);
        const Instant begin = test::at("2026-11-23 21:00");
        std::vector<Slip> slips;
        Instant now = begin;
        std::int64_t shown = 1000;
        for (int step = 0; step < 30; ++step) {
            now += std::chrono::minutes{30 + below(step % 10 == 9 ? 60'000 : 3000)};
            book.set_time(date_time_text(book.book().zone(), now));
            const int what = slips.empty() ? 5 : below(8);
            Slip none;
            Slip& old = slips.empty() ? none : slips[static_cast<std::size_t>(below(static_cast<int>(slips.size())))];
            if (what == 0 && !old.torn) {
                book.run({"correct", std::to_string(old.number), "--void", "--reason", "misread", "--by", "Wang"});
                old.torn = true;
            } else if (what == 1 && !old.torn) {
                const Instant at = old.at - std::chrono::minutes{below(600)};
                book.run({"correct", std::to_string(old.number), "--time", date_time_text(book.book().zone(), at),
                          "--reason", "the clock was wrong", "--by", "Wang"});
                old.at = at;
            } else {
                shown = below(10) == 0 ? 5 : shown + below(500);
                const char* meter = below(3) == 0 ? "power" : "water";
                const EntryNumber number = read(book, meter, shown);
                slips.push_back({number, meter, now, {}, shown, false});
            }
        }
        for (Slip& slip : slips) {
            slip.day = as_corrected(book.book().store(), book.book().entry(slip.number)).business_date;
        }
        const Date from = slips[slips.size() / 3].day;
        const DateRange dates{from, from + std::chrono::days{9}};
        std::map<std::string, MeterSums> wanted;
        std::map<std::pair<std::string, Date>, MeterUse> by_day;
        for (const Slip& slip : slips) {
            if (slip.torn || !dates.contains(slip.day)) {
                continue;
            }
            MeterSums& sum = wanted[slip.meter];
            ++sum.readings;
            if (const Slip* last = before(slips, slip.meter, slip.at)) {
                if (last->tenths <= slip.tenths) {
                    const auto during = std::chrono::floor<std::chrono::seconds>(slip.at - last->at);
                    sum.use.tenths += slip.tenths - last->tenths;
                    sum.use.during += during;
                    by_day[{slip.meter, slip.day}].tenths += slip.tenths - last->tenths;
                    by_day[{slip.meter, slip.day}].during += during;
                } else {
                    ++sum.below;
                }
            }
        }
        for (const auto& [key, use] : by_day) {
            wanted[key.first].over += use.is_over(key.first == "water" ? 200 : 0) ? 1 : 0;
        }
        Pass pass{book, dates};
        const auto& sums = pass.get<MeterFold>().sums;
        std::map<std::string, MeterSums> of_days;
        for (Date day = dates.from; day < dates.until; day += std::chrono::days{1}) {
            Pass one{book, {day, day + std::chrono::days{1}}};
            for (const auto& [meter, sum] : one.get<MeterFold>().sums) {
                MeterSums& total = of_days[meter];
                total.readings += sum.readings;
                total.use.tenths += sum.use.tenths;
                total.use.during += sum.use.during;
                total.over += sum.over;
                total.below += sum.below;
            }
        }
        CAPTURE(run);
        REQUIRE(sums.size() == wanted.size());
        for (const auto& [meter, sum] : wanted) {
            CAPTURE(meter);
            for (const MeterSums& found : {sums.at(meter), of_days.at(meter)}) {
                CHECK(found.readings == sum.readings);
                CHECK(found.use.tenths == sum.use.tenths);
                CHECK(found.use.during == sum.use.during);
                CHECK(found.over == sum.over);
                CHECK(found.below == sum.below);
            }
        }
    }
}
