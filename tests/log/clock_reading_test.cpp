// SPDX-License-Identifier: MIT
// Which entries are in doubt because of a clock that was wrong, and what settles that?
#include "log/clock_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "turns.hpp"

namespace onduty {

namespace {

// A log of nothing but recorded times, in minutes.
struct Recorded {
    std::vector<int> minutes;

    std::vector<EntryNumber> stepped_back() const {
        std::vector<EntryNumber> steps;
        for (std::size_t i = 1; i < minutes.size(); ++i) {
            if (minutes[i] < minutes[i - 1]) {
                steps.push_back(static_cast<EntryNumber>(i) + 1);
            }
        }
        return steps;
    }

    ClockReading read(std::vector<DeclaredClock> declared = {}) const {
        return {static_cast<EntryNumber>(minutes.size()), stepped_back(), std::move(declared),
                [this](EntryNumber number) { return Instant{Minutes{minutes[static_cast<std::size_t>(number - 1)]}}; }};
    }

    // As the rule says it, entry by entry.
    std::vector<EntryNumber> in_doubt_by_hand() const {
        std::vector<bool> doubtful(minutes.size(), false);
        for (std::size_t n = 1; n < minutes.size(); ++n) {
            int newest = *std::max_element(minutes.begin(), minutes.begin() + static_cast<std::ptrdiff_t>(n));
            if (newest - minutes[n] < 1) {
                continue;
            }
            for (std::size_t front = 0; front < n; ++front) {
                doubtful[front] = doubtful[front] || minutes[front] > minutes[n];
            }
            for (std::size_t after = n; after < minutes.size() && minutes[after] <= newest; ++after) {
                doubtful[after] = true;
            }
        }
        std::vector<EntryNumber> numbers;
        for (std::size_t n = 0; n < minutes.size(); ++n) {
            if (doubtful[n]) {
                numbers.push_back(static_cast<EntryNumber>(n) + 1);
            }
        }
        return numbers;
    }
};

std::vector<EntryNumber> numbers_of(const std::vector<ClockDoubt>& doubts) {
    std::vector<EntryNumber> numbers;
    for (const ClockDoubt& doubt : doubts) {
        for (EntryNumber number = doubt.first; number <= doubt.last; ++number) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

int minute_of(Instant at) {
    return static_cast<int>(std::chrono::floor<Minutes>(at.time_since_epoch()).count());
}

}  // namespace

TEST_CASE("property: in doubt is what the rule says entry by entry") {
    std::mt19937 random{7};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    std::size_t doubtful = 0;
    for (int turn = 0; turn < test::turns(800); ++turn) {
        Recorded log;
        int clock = 1000;
        for (int entries = 1 + below(40); entries > 0; --entries) {
            clock += below(4) == 0 ? 0 : below(30);
            clock += below(8) > 0 ? 0 : below(200) - 100;
            log.minutes.push_back(clock);
        }
        const ClockReading reading = log.read();
        CAPTURE(turn);
        REQUIRE(numbers_of(reading.doubts()) == log.in_doubt_by_hand());
        doubtful += log.in_doubt_by_hand().size();
        for (std::size_t n = 1; n < log.minutes.size(); ++n) {
            const auto front = log.minutes.begin() + static_cast<std::ptrdiff_t>(n);
            REQUIRE(minute_of(reading.newest_before(static_cast<EntryNumber>(n) + 1)) ==
                    *std::max_element(log.minutes.begin(), front));
        }
    }
    CHECK(doubtful > test::turns(std::size_t{4000}));
}

TEST_CASE("property: whose clock is declared as it was is read right, and nothing is in doubt any more") {
    std::mt19937 random{11};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    for (int turn = 0; turn < test::turns(300); ++turn) {
        Recorded log;
        std::vector<int> real;
        std::vector<DeclaredClock> declared;
        int now = 100000;
        while (real.size() < 40) {
            const int off = below(3) == 0 ? 0 : below(5000) - 2500;
            const auto first = static_cast<EntryNumber>(real.size()) + 1;
            for (int entries = 1 + below(6); entries > 0; --entries) {
                now += below(40);
                real.push_back(now);
                log.minutes.push_back(now + off);
            }
            if (off != 0) {
                declared.push_back({0, first, static_cast<EntryNumber>(real.size()), Minutes{-off}});
            }
        }
        const ClockReading reading = log.read(declared);
        CAPTURE(turn);
        REQUIRE(reading.doubts().empty());
        for (std::size_t n = 0; n < real.size(); ++n) {
            REQUIRE(minute_of(reading.read(static_cast<EntryNumber>(n) + 1)) == real[n]);
        }
    }
}

TEST_CASE("a declaration settles the step that it names, of two the last one holds, and others stay in doubt") {
    // Eight hours ahead in entries 3 to 5, and again in 8.
    const Recorded log{{0, 10, 500, 510, 520, 50, 60, 550, 80, 600}};
    CHECK(numbers_of(log.read().doubts()) == std::vector<EntryNumber>{3, 4, 5, 6, 7, 8, 9});
    const DeclaredClock first{20, 3, 5, Minutes{-480}};
    CHECK(numbers_of(log.read({first}).doubts()) == std::vector<EntryNumber>{8, 9});
    CHECK(log.read({first, {21, 8, 8, Minutes{-480}}}).doubts().empty());
    // Nothing is to be added: the clock was right, and the rest of what it put in doubt is sound, too.
    CHECK(numbers_of(log.read({{20, 6, 6, Minutes{0}}}).doubts()) == std::vector<EntryNumber>{8, 9});
    CHECK(minute_of(log.read({first, {21, 4, 4, Minutes{-470}}}).read(4)) == 40);
}

TEST_CASE("what was due between the sound entries around is in doubt, and without any after them all that follows") {
    const Recorded log{{0, 10, 500, 50}};
    const std::vector<ClockDoubt> doubts = log.read().doubts();
    REQUIRE(doubts.size() == 1);
    CHECK((doubts[0].between.from == Instant{Minutes{10}}));
    CHECK((doubts[0].between.until == Instant::max()));
    CHECK_FALSE(is_in_doubt(doubts, Instant{Minutes{9}}));
    CHECK(is_in_doubt(doubts, Instant{Minutes{10}}));
    CHECK(is_in_doubt(doubts, EntryNumber{3}));
    CHECK_FALSE(is_in_doubt(doubts, EntryNumber{2}));
    const std::vector<ClockDoubt> over = Recorded{{0, 10, 500, 50, 501}}.read().doubts();
    REQUIRE(over.size() == 1);
    CHECK((over[0].between.until == Instant{Minutes{501}}));
}

}  // namespace onduty
