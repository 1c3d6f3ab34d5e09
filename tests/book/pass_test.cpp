// SPDX-License-Identifier: MIT
// Does one pass give each fold what it asked for, as the entries were corrected?
#include "book/pass.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "guard/kinds.hpp"
#include "rounds/kinds.hpp"
#include "support.hpp"
#include "time/clock.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

using Tally = std::map<std::string, int>;  // by kind and result

class AllTally : public Fold {
  public:
    explicit AllTally(Pass& pass) : dates_{pass.dates()} {}
    Wanted wanted() const override { return {dates_}; }
    void add(const Entry& entry) override { ++tally[entry.kind + " " + entry.result]; }
    void finish() override { ++finished; }

    Tally tally;
    int finished = 0;

  private:
    DateRange dates_;
};

// Of the night before, too; what it takes is found by its kind.
class SeldomTally : public AllTally {
  public:
    explicit SeldomTally(Pass& pass) : AllTally{pass}, early_{pass.dates().from - std::chrono::days{1}} {}
    Wanted wanted() const override { return {{early_, early_ + std::chrono::days{9}}, {kind::kIncident}, true}; }

  private:
    Date early_;
};

class PointTally : public AllTally {
  public:
    using AllTally::AllTally;
    Wanted wanted() const override { return {AllTally::wanted().dates, {kind::kPoint}}; }
};

// Counted one by one over the raw log.
Tally slow_tally(Store& store, DateRange dates, const std::string& kind) {
    const std::vector<Entry> log = store.entries({});
    Tally tally;
    for (Entry entry : log) {
        bool counts = dates.contains(entry.business_date) && (kind.empty() || entry.kind == kind) &&
                      entry.kind != kind::kCorrection && entry.kind != kind::kVoid;
        for (const Entry& later : log) {
            counts = counts && !(later.kind == kind::kVoid && later.about == entry.number);
            if (later.kind == kind::kCorrection && later.about == entry.number && later.subject == "result") {
                entry.result = new_value(later);
            }
        }
        tally[entry.kind + " " + entry.result] += counts ? 1 : 0;
    }
    std::erase_if(tally, [](const auto& row) { return row.second == 0; });
    return tally;
}

}  // namespace

TEST_CASE("any night: one pass counts as somebody who reads the log entry by entry") {
    std::mt19937 random{20261129};
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    for (int house = 0; house < test::turns(1); ++house) {
        test::TestSite site;
        test::TestSite::start_night(site);
        REQUIRE(site.run({"patrol", "start"}).code == 0);
        std::vector<std::string> points;  // numbers of entries
        for (int step = 0; step < 60; ++step) {
            site.set_time("2026-11-2" + std::to_string(3 + step / 20) + " 22:" + std::to_string(10 + step % 20));
            const int what = points.empty() ? 2 : below(4);
            if (what < 2) {
                const std::string& number = points[static_cast<std::size_t>(below(static_cast<int>(points.size())))];
                std::vector<std::string> words{"correct", number, "--reason", "typed wrongly"};
                if (what == 0) {
                    words.emplace_back("--void");
                } else {
                    words.insert(words.end(), {"--note", "scratched", "--result", below(2) == 0 ? "fault" : "ok"});
                }
                site.run(words);
            } else {
                const test::Ran ran = site.run({"patrol", "point", "P0" + std::to_string(1 + below(9))});
                if (ran.code == 0) {
                    points.push_back(ran.out.substr(1, ran.out.find(' ') - 1));
                }
            }
        }
        Output nowhere{[](std::string_view) { return true; }};
        Environment environment;
        environment.out = &nowhere;
        environment.err = &nowhere;
        environment.variable = [](const char*) { return std::string{}; };
        Context context{environment, {}, {}};
        context.options.site = site.file();
        Book book{context, Store::Mode::read};
        const Date monday{std::chrono::year{2026} / 11 / 23};
        for (int days = 0; days < 4; ++days) {
            const DateRange dates{monday, monday + std::chrono::days{days}};
            Pass pass{book, dates};
            wants<AllTally, PointTally, SeldomTally>(pass);
            CHECK(pass.get<PointTally>().tally == slow_tally(book.store(), dates, kind::kPoint));
            CHECK(pass.get<AllTally>().tally == slow_tally(book.store(), dates, ""));
            CHECK(pass.get<SeldomTally>().tally ==
                  slow_tally(book.store(), {monday - std::chrono::days{1}, monday + std::chrono::days{8}},
                             kind::kIncident));
            CHECK(pass.get<AllTally>().finished == 1);
        }
        CHECK(slow_tally(book.store(), {monday, monday + std::chrono::days{3}}, kind::kPoint).size() > 1);
    }
}

}  // namespace onduty
