// SPDX-License-Identifier: MIT
// Do the block open-items, complain list and the slip of a handover say the same of a case that has gone on since it
// was taken down? They are compared as printed, in whatever state the cases are.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "slots/vectors.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::oracle::csv_cells;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

using Row = std::map<std::string, std::string>;
using Typed = std::vector<std::string>;

// The rows of a table, by the number of their entry.
std::map<std::string, Row> rows_of(const std::string& csv) {
    std::map<std::string, Row> rows;
    std::vector<std::string> heads;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = std::min(csv.find('\n', at), csv.size());
        const std::vector<std::string> cells = csv_cells(csv.substr(at, end - at));
        at = end + 1;
        if (heads.empty()) {
            heads = cells;
            continue;
        }
        REQUIRE(cells.size() == heads.size());
        Row row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            row[heads[i]] = cells[i];
        }
        rows[row["entry"]] = row;
    }
    return rows;
}

// The line of the slip about this entry, with all of its object.
std::string line_of(const std::string& json, const std::string& entry) {
    const std::size_t at = json.find("\"entry\":" + entry + ",");
    const std::size_t begin = json.rfind('{', at);
    return at == std::string::npos ? "" : json.substr(begin, json.find('}', at) - begin);
}

Typed any_step(std::mt19937& random, int cases) {
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    const std::string one = "C" + std::to_string(1 + below(cases));
    const std::vector<Typed> choices{
        {"new", below(2) == 0 ? "repair" : "complaint", "lamp " + std::to_string(below(1000))},
        {"assess", one, "--severity", std::to_string(1 + below(4))},
        {"assign", one, below(2) == 0 ? "Li Na" : "Wang"},
        {"dispatch", one, "guard"},
        {"arrive", one},
        {"wait", one, below(2) == 0 ? "customer" : "parts", "a screw"},
        {"resume", one},
        {"resolve", one, "done"},
        {"sign", one, "Wang", below(2) == 0 ? "ok" : "refused", "well"},
        {"follow", one, "--way", "visit", "--verdict", below(2) == 0 ? "A" : "C", "said so"},
        {"cause", one, "service", "so it was"},
        {"archive", one},
        {"reopen", one},
    };
    return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
}

}  // namespace

TEST_CASE("open-items, complain list and the slip agree on severity, owner and due time of every open case") {
    std::mt19937 random{7};
    for (int house = 0; house < onduty::test::turns(1); ++house) {
        TestSite site;
        TestSite::start_night(site);
        site.set_time("2026-11-24 08:00");
        REQUIRE(site.run({"checkin", "staff", "Wang", "--post", "supervisor"}).code == 0);
        int changed = 0;
        for (int day = 0; day < 12; ++day) {
            for (int step = 0; step < 30; ++step) {
                const std::string date = "2026-11-" + std::to_string(24 + day / 2) + (day % 2 == 0 ? " 1" : " 2");
                site.set_time(date + std::to_string(step / 15) + ":" + std::to_string(10 + step));
                Typed words = any_step(random, 9);
                words.insert(words.begin(), {"--by", "Wang", "complain"});
                if (step % 5 == 0) {
                    words.insert(words.end(), {"--at", date + "0:05"});
                }
                words.insert(words.end(), {"--reason", "a good reason"});
                site.run(words);
            }
            const std::string offered = site.run({"--by", "Wang", "handover", "offer"}).out;
            const std::string number = offered.substr(1, offered.find(' ') - 1);
            const std::string slip = site.run({"handover", "show", number, "--json"}).out;
            const auto list = rows_of(site.run({"complain", "list", "--open", "--csv"}).out);
            auto items = rows_of(site.run({"report", "day", "--block", "open-items", "--csv"}).out);
            std::erase_if(items, [](const auto& item) { return item.second.at("kind") != "case"; });
            CHECK(items.size() == list.size());
            for (const auto& [entry, row] : list) {
                CAPTURE(entry);
                Row item = items[entry];
                const std::string severity = "severity " + row.at("severity");
                CHECK_MESSAGE(says(item["what"], severity.c_str()), item["what"]);
                CHECK(item["owner"] == row.at("owner"));
                CHECK(item["due"] == row.at("due"));
                const std::string line = line_of(slip, entry);
                CHECK_MESSAGE(says(line, severity.c_str()), line);
                CHECK_MESSAGE(says(line, row.at("owner").c_str()), line);
                CHECK_MESSAGE(
                    (row.at("due").empty() ? !says(line, ", due ") : says(line, (", due " + row.at("due")).c_str())),
                    line);
                changed += row.at("owner").empty() || row.at("severity") == "3" ? 0 : 1;
            }
            REQUIRE(site.run({"--by", "zw", "handover", "refuse", "not yet"}).code == 0);
        }
        // The days are worth something only when cases have gone on.
        CHECK(changed > 12);
    }
}

TEST_CASE("open-items says of every other matter, too, what of it is open, whose it is and where, as it is now") {
    TestSite site;
    TestSite::start_night(site);
    const auto run = [&](Typed words, const char* by = "zw") {
        words.insert(words.begin(), {"--by", by});
        const Ran ran = site.run(words);
        CHECK_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return ran.out.substr(ran.out.find('#') + 1, ran.out.find(' ') - ran.out.find('#') - 1);
    };
    const auto items = [&] { return rows_of(site.run({"report", "day", "--block", "open-items", "--csv"}).out); };
    const auto compare = [&](const std::string& entry, const char* was, const char* is, const char* owner) {
        Row row = items()[entry];
        CHECK_MESSAGE(says(row["what"], is), row["what"]);
        CHECK_MESSAGE((*was == '\0' || !says(row["what"], was)), row["what"]);
        CHECK(row["owner"] == owner);
        return row["due"];
    };
    const std::string exported = site.plan();
    REQUIRE(site.run_with_input({"--by", "Wang", "plan", "apply", "-"},
                                exported + "\n[[lendable]]\ncode = \"cushion\"\nname = \"Cushion\"\nnumber = 3\n"
                                           "within = 60\n",
                                std::chrono::seconds{0})
                .code == 0);
    const std::string visit = run({"checkin", "visit", "--party", "2", "--purpose", "to look", "--seat", "A1"});
    run({"serve", "seat", "V1", "A3"});
    run({"checkin", "host", "V1", "Li Na"});
    compare(visit, "Table A1", "Table A3", "Li Na");
    const std::string cushions = run({"lend", "out", "cushion", "--pieces", "3", "--to", "Li Na"});
    run({"lend", "back", cushions, "--pieces", "1"});
    CHECK(compare(cushions, "pieces 3", "Cushion, pieces 2", "Li Na") == "2026-11-23 21:30");
    const std::string linen = run({"serve", "linen", "sent", "sheet=2", "towel=3"});
    run({"serve", "linen", "back", linen, "towel=3"});
    compare(linen, "towel", "sheet 2", "");
    const std::string count = run({"serve", "count", "show-1", "vase=1", "book=2"});
    compare(count, "", "Vase 1 of 2", "");
    run({"serve", "explain", count, "vase", "a child broke it"});
    compare(count, "Vase", "Book 2 of", "");
    const std::string card = run({"customer", "new", "V1", "--name", "Chen Jing", "--class", "A", "--keeper", "Li Na"});
    run({"customer", "update", "K" + card, "--class", "B"});
    run({"checkin", "staff", "Wang", "--post", "supervisor"});
    run({"customer", "assign", "K" + card, "Wang"}, "Wang");
    CHECK_FALSE(compare(card, "Class A", "Class B", "Wang").empty());
    const std::string offer = run({"handover", "offer"});
    compare(offer, "", "Night guard", "Zhang Wei");
}

TEST_CASE("open-items says by when whatever waits for somebody is due, as due does") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 19:55");
    for (const Typed& line :
         {Typed{"patrol", "start", "fire", "--by", "Li Na"},
          {"patrol", "end", "--by", "Li Na"},
          {"clean", "request", "P05", "coffee", "--by", "Li Na"},
          {"clean", "litter", "found", "P02", "cups", "--by", "Li Na"},
          {"serve", "linen", "sent", "sheet=4", "--by", "Li Na"},
          {"serve", "disinfect", "steam", "cup=4", "--by", "Li Na"},
          {"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1", "--by", "Li Na"},
          {"checkin", "out", "V1", "--by", "Li Na"},
          {"handover", "offer", "--by", "Li Na"}}) {
        const Ran ran = site.run(line);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    }
    site.set_time("2026-11-23 20:40");
    const auto items = rows_of(site.run({"report", "day", "--block", "open-items", "--csv"}).out);
    REQUIRE(items.size() == 7);
    const std::string due = site.run({"due"}).out;
    for (const auto& [entry, row] : items) {
        CAPTURE(entry);
        CHECK(row.at("due").size() == 16);
        CHECK_MESSAGE(says(due, row.at("due").c_str()), row.at("due") << " is not in\n" << due);
    }
}

TEST_CASE("a group that has arrived stands there as a visit, since it arrived") {
    TestSite site;
    TestSite::start_night(site);
    const auto items = [&] { return site.run({"report", "day", "--block", "open-items", "--csv"}).out; };
    REQUIRE(site.run({"checkin", "notice", "--party", "2"}).code == 0);
    CHECK(says(items(), ",notice,"));
    CHECK(says(items(), ",2026-11-23 20:30,"));
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run({"checkin", "visit", "V1", "--purpose", "look"}).code == 0);
    CHECK(says(items(), ",visit,"));
    CHECK_FALSE(says(items(), ",notice,"));
    CHECK(says(items(), ",2026-11-23 20:50,"));
    CHECK_FALSE(says(items(), ",2026-11-23 20:30,"));
}
