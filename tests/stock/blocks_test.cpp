// SPDX-License-Identifier: MIT
// What do stock, fridges and rooms add up to?
#include "stock/blocks.hpp"

#include <doctest/doctest.h>

#include "rooms/blocks.hpp"
#include "rooms/kinds.hpp"
#include "stock/kinds.hpp"
#include "support.hpp"
#include "time/test_zones.hpp"
#include "visits/kinds.hpp"

using namespace onduty;
using onduty::test::as_coded;
using onduty::test::rows;
using std::chrono::minutes;

namespace {

const Date kMonday{std::chrono::year{2026} / 11 / 23};
const Instant kNine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

Entry entry(EntryNumber number, const char* kind, const char* subject = "", EntryNumber about = 0) {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.subject = subject;
    entry.about = about;
    entry.actor = "A01";
    entry.business_date = kMonday;
    entry.recorded_at = kNine + minutes{number};
    return entry;
}

std::map<std::string, std::string> nothing_said(EntryNumber) {
    return {};
}

}  // namespace

TEST_CASE("the stock of a day: what came, went, was brought and counted") {
    StockItem water;
    water.code = "water";
    water.drinks = {"water", "lemon-water"};
    const std::vector<StockItem> items{water};
    StockReading reading{[&](int) -> const std::vector<StockItem>& { return items; }};
    Entry evening = entry(0, kind::kStocktake);
    evening.business_date = kMonday - std::chrono::days{1};
    reading.add(evening, {{"water", 0}});
    reading.add(entry(1, kind::kStock, movement::kReceived), {{"water", 48}});
    reading.add(entry(2, kind::kStock, movement::kReceived), {{"water", 5}});
    Entry refusal = entry(3, kind::kApproval, "", 2);
    refusal.result = result::kRefused;
    reading.add(refusal, {});
    reading.add(entry(4, kind::kDelivery), {{"water", 3}, {"lemon-water", 2}, {"tea", 1}});
    reading.add(entry(5, kind::kStock, movement::kBroken), {{"water", 1}});
    reading.add(entry(6, kind::kStock, movement::kAdjusted), {{"water", -2}});
    reading.add(entry(7, kind::kStocktake), {{"water", 39, 40}});
    const auto said = [](EntryNumber count) {
        return std::map<std::string, std::string>{{"water", count == 7 ? "spilt" : "wrong"}};
    };
    CHECK(rows(stock_block(reading.finish(), as_coded, said)) ==
          "2026-11-22,water,water,0,0,0,0,0,0,0,,0,,\n"
          "2026-11-23,water,water,48,0,5,0,1,0,-2,40,39,-1,spilt\n");
}

TEST_CASE("a second count of the day does not hide what the first one found") {
    StockReading reading{{}};
    reading.add(entry(1, kind::kStocktake), {{"juice", 10}});
    Entry next_day = entry(2, kind::kStocktake);
    next_day.business_date = kMonday + std::chrono::days{1};
    reading.add(next_day, {{"juice", 3}});
    next_day.number = 3;
    reading.add(next_day, {{"juice", 3}});
    Entry received = entry(4, kind::kStock, movement::kReceived);
    received.business_date = next_day.business_date;
    reading.add(received, {{"juice", 5}});
    next_day.number = 5;
    next_day.recorded_at = kNine + minutes{5};
    reading.add(next_day, {{"juice", 7, {}, "drunk"}});
    const auto said = [](EntryNumber count) {
        return count == 2 ? std::map<std::string, std::string>{{"juice", "thief"}} : nothing_said(count);
    };
    CHECK(rows(stock_block(reading.finish(), as_coded, said)) ==
          "2026-11-23,juice,juice,0,0,0,0,0,0,0,,10,,\n"
          "2026-11-24,juice,juice,5,0,0,0,0,0,0,15,7,-8,thief; drunk\n");
}

TEST_CASE("an item that was never counted has no difference") {
    StockReading reading{{}};
    reading.add(entry(1, kind::kStocktake), {{"cup", 60}});
    CHECK(rows(stock_block(reading.finish(), as_coded, nothing_said)) == "2026-11-23,cup,cup,0,0,0,0,0,0,0,,60,,\n");
}

TEST_CASE("fridges: lowest, highest, and what was done outside the limits") {
    const std::vector<Reading> readings{{kMonday, "bar", 45, false, ""},
                                        {kMonday, "bar", 90, true, "door closed"},
                                        {kMonday, "bar", -5, true, "set higher"},
                                        {kMonday + std::chrono::days{1}, "bar", 40, false, "ignored"}};
    CHECK(rows(fridges_block(readings, as_coded)) ==
          "2026-11-23,bar,bar,3,-0.5,9,2,door closed; set higher\n"
          "2026-11-24,bar,bar,1,4,4,0,\n");
}

TEST_CASE("rooms: tours, counts, tours without a count, and findings with group and interval") {
    RoomReading reading;
    VisitDetails three;
    three.party = 3;
    reading.add(entry(1, kind::kCount, "show-1"), {}, {{"vase", 2, 2}});
    reading.add(entry(2, kind::kTour, "show-1", 10), three, {});
    reading.add(entry(3, kind::kTourEnd, "show-1", 10), {}, {});
    reading.add(entry(4, kind::kCount, "show-1", 10), {},
                {{"vase", 1, 2}, {"book", 6, 6}, {"clock", 1, 1, "under the sofa", condition::kMisplaced}});
    reading.add(entry(5, kind::kTour, "show-1", 11), three, {});
    reading.add(entry(6, kind::kTourEnd, "show-1", 11), {}, {});
    reading.add(entry(7, kind::kTour, "show-1", 11), three, {});
    const RoomFacts facts = reading.finish();
    const DateRange monday{kMonday, kMonday + std::chrono::days{1}};
    CHECK(rows(show_home_block(facts, monday, as_coded)) == "2026-11-23,show-1,show-1,3,2,9,2,2,2\n");
    const auto visit = [](EntryNumber first) { return "V" + std::to_string(first); };
    CHECK(rows(differences_block(facts, monday, oracle::UtcZone{}, as_coded, visit, nothing_said)) ==
          "show-1,show-1,vase,show-1/vase,2,1,yes,V10,2026-11-23 09:01,2026-11-23 09:04,\n"
          "show-1,show-1,clock,show-1/clock,1,1,no,V10,2026-11-23 09:01,2026-11-23 09:04,under the sofa\n");
    const DateRange tuesday{kMonday + std::chrono::days{1}, kMonday + std::chrono::days{2}};
    CHECK(show_home_block(facts, tuesday, as_coded).rows.empty());
    CHECK(differences_block(facts, tuesday, oracle::UtcZone{}, as_coded, visit, nothing_said).rows.empty());
}
