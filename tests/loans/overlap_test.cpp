// SPDX-License-Identifier: MIT
// Is a piece lent to two at one time, in whatever order loans and returns are told, corrected, withdrawn and given
// back? Compared with every loan as a stretch of minutes beside every other.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::bring_on_duty;
using onduty::test::clock_of;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::TestSite;

namespace {

constexpr int kBegin = 8 * 60;
constexpr int kNever = 100000;

struct Back {
    int entry = 0;
    int at = 0;
    int recorded = 0;
    bool gone = false;
};

struct Lent {
    int entry = 0;
    int piece = 0;
    int out = 0;
    int recorded = 0;
    bool gone = false;
    std::vector<Back> backs{};
    int gone_with = -1;  // of the returns

    int back() const {
        for (const Back& one : backs) {
            if (!one.gone) {
                return one.at;
            }
        }
        return kNever;
    }
};

using Loans = std::vector<Lent>;

bool is_possible(const Loans& loans) {
    for (const Lent& one : loans) {
        if (one.gone) {
            continue;
        }
        if (one.back() < one.out) {
            return false;
        }
        for (const Lent& other : loans) {
            const bool both = &one != &other && !other.gone && one.piece == other.piece;
            if (both && one.out < other.back() && other.out < one.back()) {
                return false;
            }
        }
    }
    return true;
}

std::string time_of(int minute) {
    return "2026-11-24 " + clock_of(minute);
}

class Day {
  public:
    explicit Day(unsigned seed) : random_{seed} {
        TestSite::start_night(site_);
        site_.set_time(time_of(kBegin));
        REQUIRE(site_.run({"checkin", "staff", "Wang"}).code == 0);
    }

    void play(int steps) {
        for (int step = 0; step < steps; ++step) {
            now_ += 1 + pick(7);
            site_.set_time(time_of(now_));
            const int what = pick(8);
            if (what < 4) {
                lend();
            } else if (Lent* lent = any([](const Lent&) { return true; })) {
                change(*lent, what);
            }
            compare();
        }
        CHECK(site_.run({"verify"}).code == 0);
    }

    int taken = 0;
    int refused = 0;

  private:
    int pick(int most) { return std::uniform_int_distribution<int>{0, most - 1}(random_); }
    int before_now() { return kBegin + pick(now_ - kBegin + 1); }

    template <typename Fits>
    Lent* any(Fits fits) {
        std::vector<Lent*> found;
        for (Lent& lent : loans_) {
            if (fits(lent)) {
                found.push_back(&lent);
            }
        }
        return found.empty() ? nullptr : found[static_cast<std::size_t>(pick(static_cast<int>(found.size())))];
    }

    // Types it; takes over what would be then where that is possible.
    Ran type(std::vector<std::string> words, Loans then) {
        words.insert(words.end(), {"--reason", "it was so", "--by", "Wang"});
        Ran ran = site_.run(words);
        typed_ += "\n" + time_of(now_) + ": ";
        for (const std::string& word : words) {
            typed_ += word + " ";
        }
        typed_ += ran.out + ran.err;
        const bool possible = is_possible(then);
        REQUIRE_MESSAGE((ran.code == 0) == possible, typed_);
        if (ran.code == 0) {
            loans_ = std::move(then);
        }
        ++(possible ? taken : refused);
        return ran;
    }

    void lend() {
        Lent lent{0, 1 + pick(2), now_, now_};
        std::vector<std::string> words{"lend", "out", "umbrella", std::to_string(lent.piece), "--to", "Old Li"};
        const bool told = pick(3) > 0;
        if (told) {
            lent.out = before_now();
            words.insert(words.end(), {"--at", time_of(lent.out)});
        }
        const bool over = told && pick(2) == 0 && lent.out < now_;
        if (over) {
            lent.backs.push_back({0, lent.out + 1 + pick(now_ - lent.out), now_});
            words.insert(words.end(), {"--back", time_of(lent.backs.front().at)});
        }
        Loans then = loans_;
        then.push_back(lent);
        const Ran ran = type(words, then);
        if (ran.code == 0) {
            loans_.back().entry = entry_of(ran);
            if (over) {
                loans_.back().backs.front().entry = entry_of(ran) + 1;
            }
        }
    }

    void change(Lent& lent, int what) {
        Loans then = loans_;
        Lent& changed = then[static_cast<std::size_t>(&lent - loans_.data())];
        const std::string entry = std::to_string(lent.entry);
        if (lent.gone) {
            changed.gone = false;
            if (changed.gone_with >= 0) {
                changed.backs[static_cast<std::size_t>(changed.gone_with)].gone = false;
            }
            type({"correct", entry, "--restore"}, then);
        } else if (what == 4) {
            const int at = before_now();
            if (at <= lent.recorded && at != lent.out) {
                changed.out = at;
                type({"correct", entry, "--time", time_of(at)}, then);
            }
        } else if (lent.back() == kNever && what == 5) {
            changed.piece = 3 - lent.piece;
            type({"correct", entry, "--number", std::to_string(changed.piece)}, then);
        } else if (lent.back() == kNever && what == 6) {
            const int at = before_now();
            changed.backs.push_back({0, at, now_});
            const std::size_t place = static_cast<std::size_t>(&lent - loans_.data());
            const Ran ran = type({"lend", "back", entry, "--at", time_of(at)}, then);
            if (ran.code == 0) {
                loans_[place].backs.back().entry = entry_of(ran);
            }
        } else if (what == 7 && pick(3) == 0) {
            changed.gone = true;
            changed.gone_with = -1;
            for (std::size_t i = 0; i < changed.backs.size(); ++i) {
                if (!changed.backs[i].gone) {
                    changed.backs[i].gone = true;
                    changed.gone_with = static_cast<int>(i);
                }
            }
            type({"correct", entry, "--void", "--all"}, then);
        } else if (!lent.backs.empty()) {
            change_return(changed, changed.backs[static_cast<std::size_t>(pick(static_cast<int>(lent.backs.size())))],
                          then);
        }
    }

    void change_return(Lent& lent, Back& back, const Loans& then) {
        const std::string entry = std::to_string(back.entry);
        if (back.gone) {
            if (lent.back() == kNever) {
                back.gone = false;
                type({"correct", entry, "--restore"}, then);
            }
        } else if (const int at = before_now(); pick(2) == 0 && at <= back.recorded && at != back.at) {
            back.at = at;
            type({"correct", entry, "--time", time_of(at)}, then);
        } else {
            back.gone = true;
            type({"correct", entry, "--void"}, then);
        }
    }

    // What is out now.
    void compare() {
        const std::string list = site_.run({"lend", "list", "--json"}).out;
        for (const Lent& lent : loans_) {
            const bool out = !lent.gone && lent.back() == kNever;
            const std::string row = "{\"number\":" + std::to_string(lent.entry) +
                                    ",\"thing\":\"umbrella\",\"piece\":" + std::to_string(lent.piece) + ",";
            CHECK_MESSAGE((list.find(row) != std::string::npos) == out, row << list);
        }
    }

    TestSite site_;
    std::mt19937 random_;
    int now_ = kBegin + 30;
    Loans loans_;
    std::string typed_;
};

}  // namespace

TEST_CASE("no piece is out to two at one time, whatever is told, corrected, withdrawn and given back") {
    int taken = 0;
    int refused = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(12U); ++seed) {
        CAPTURE(seed);
        Day day{seed};
        day.play(40);
        taken += day.taken;
        refused += day.refused;
    }
    CHECK(taken > 100);
    CHECK(refused > 50);
}
