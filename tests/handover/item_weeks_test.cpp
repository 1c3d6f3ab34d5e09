// SPDX-License-Identifier: MIT
// Is what was found wrong at handovers told alike by the report of each day, week and month that has it?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <random>
#include <sstream>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::TestSite;

namespace onduty {

namespace {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream{line};
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

std::string day_text(int day) {
    return fmt::format("2026-{:02}-{:02}", day < 31 ? 10 : 11, day < 31 ? day + 1 : day - 30);
}

// One row of the block, by item and the count that found it.
struct ItemRow {
    std::string since;
    int shifts = 0;
    std::string mended;
    std::string who;
    std::string found;
};
using ItemRows = std::map<std::pair<std::string, int>, ItemRow>;

// Six weeks of two guards who relieve each other each evening, and what happened as it was typed.
struct Evenings {
    TestSite site;
    std::mt19937 random;
    std::map<int, std::string> accepted;                        // business date by entry
    std::map<std::pair<std::string, int>, std::string> mended;  // the date, by item and finding count
    std::map<std::pair<std::string, int>, int> mended_by;       // the entry
    std::map<std::string, int> wrong;                           // the finding count
    std::string date;

    explicit Evenings(unsigned seed) : random{seed} {
        site.set_time("2026-10-01 12:00");
        REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
        for (const char* name : {"Gao Lin", "Hu Bo"}) {
            REQUIRE(site.run({"plan", "add", "staff", name, "--post", "night-guard"}).code == 0);
        }
    }

    int below(int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); }

    std::string date_of(int entry) {
        const std::string row = site.run({"log", std::to_string(entry), "--csv"}).out;
        const std::size_t at = row.find("2026-", row.find('\n'));
        return row.substr(at, 10);
    }

    void count(const char* who) {
        std::vector<std::string> words{"handover", "count", "all", "--by", who};
        std::map<std::string, bool> found{{"torch", false}, {"radio", false}};
        for (auto& [item, bad] : found) {
            bad = below(3) == 0 || (wrong.count(item) > 0 && below(2) == 0);
            if (bad) {
                words.push_back(item + (below(2) == 0 ? "=1" : ":damaged"));
            }
        }
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        const int entry = entry_of(ran);
        for (const auto& [item, bad] : found) {
            const auto open = wrong.find(item);
            if (bad && open == wrong.end()) {
                wrong[item] = entry;
            } else if (!bad && open != wrong.end()) {
                mended[{item, open->second}] = date_of(entry);
                mended_by[{item, open->second}] = entry;
                wrong.erase(open);
            }
        }
    }

    void play() {
        const char* outgoing = nullptr;
        for (int day = 0; day < 42; ++day) {
            const char* incoming = day % 2 == 0 ? "Gao Lin" : "Hu Bo";
            site.set_time(day_text(day) + " 20:00");
            REQUIRE(site.run({"checkin", "staff", incoming}).code == 0);
            if (outgoing != nullptr && below(3) > 0) {
                count(incoming);
            }
            if (outgoing != nullptr && below(5) > 0) {
                site.set_time(day_text(day) + " 20:10");
                // Nobody accepts what he offered himself when the other one did not.
                const Ran ran = site.run({"handover", "accept", "--by", incoming});
                if (ran.code == 0) {
                    accepted[entry_of(ran)] = date_of(entry_of(ran));
                }
            }
            if (below(4) == 0) {
                site.set_time(day_text(day) + " 22:00");
                count(incoming);
            }
            site.set_time(day_text(day + 1) + " 06:50");
            if (below(4) == 0) {
                count(incoming);
            }
            site.run({"handover", "offer", "--by", incoming});
            REQUIRE(site.run({"checkin", "out", incoming}).code == 0);
            outgoing = incoming;
        }
    }

    ItemRows rows(const char* period, const std::string& day) {
        ItemRows found;
        std::istringstream text{site.run({"report", period, day, "--block", "handover-items", "--csv"}).out};
        std::string line;
        std::getline(text, line);
        while (std::getline(text, line)) {
            const std::vector<std::string> cells = cells_of(line);
            found[{cells.at(0), std::stoi(cells.at(10))}] = {cells.at(5), std::stoi(cells.at(6)), cells.at(7),
                                                             cells.at(8), cells.at(9)};
        }
        return found;
    }

    // Those of a stretch, against those of the whole and what happened by the end of it.
    void compare(const ItemRows& some, const ItemRows& all, const std::string& until) {
        for (const auto& [key, row] : some) {
            CAPTURE(key.first);
            CAPTURE(key.second);
            const ItemRow& whole = all.at(key);
            CHECK(row.who == whole.who);
            CHECK(row.found == whole.found);
            CHECK(row.since == whole.since);
            const auto end = mended.find(key);
            const bool in_order = end != mended.end() && end->second < until;
            CHECK(row.mended == (in_order ? whole.mended : ""));
            int shifts = 1;
            for (const auto& [entry, accepted_on] : accepted) {
                shifts += entry > key.second && accepted_on < until && (!in_order || entry < mended_by.at(key)) ? 1 : 0;
            }
            CHECK(row.shifts == shifts);
        }
    }
};

}  // namespace

TEST_CASE("property: an item found wrong has one answerable person and one number of shifts in all reports") {
    std::size_t compared = 0;
    for (unsigned seed = 1; seed <= test::turns(3U); ++seed) {
        CAPTURE(seed);
        Evenings evenings{seed};
        evenings.play();
        evenings.site.set_time("2026-11-20 12:00");
        const ItemRows all = evenings.rows("year", "2026-10-01");
        REQUIRE(all.size() > 10);
        CHECK(all.size() == evenings.mended.size() + evenings.wrong.size());
        evenings.compare(all, all, "2027-01-01");
        evenings.compare(evenings.rows("month", "2026-10-01"), all, "2026-11-01");
        evenings.compare(evenings.rows("month", "2026-11-01"), all, "2026-12-01");
        for (int day = 0; day < 42; ++day) {
            CAPTURE(day);
            const ItemRows some = evenings.rows("day", day_text(day));
            evenings.compare(some, all, day_text(day + 1));
            compared += some.size();
            if (day % 7 == 4) {  // 2026-10-05 is a Monday
                evenings.compare(evenings.rows("week", day_text(day)), all, day_text(day + 7));
            }
        }
    }
    CHECK(compared > test::turns(std::size_t{150}));  // some 60 of each house
}

}  // namespace onduty
