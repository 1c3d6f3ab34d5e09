// SPDX-License-Identifier: MIT
// Does what was reported of a day stay as it was, whatever becomes of the plan afterwards?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "book/plan_lines.hpp"
#include "book/played_day.hpp"
#include "store/store.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

constexpr std::size_t kChangedAtOnce = 8;
constexpr int kAppliedBetween = 8;
constexpr int kDroppedAtOnce = 24;  // one by one takes a minute

// What was told of the past, beside a plan that is changed again and again.
class Past {
  public:
    explicit Past(TestSite& site) : site_{&site}, before_{pages_of(site)} {}

    const Pages& pages() const { return before_; }

    // Whether the plan was applied. What changed of it stays changed, so it is enough to look now and then, and in the
    // end.
    bool apply(PlanLines plan, const std::string& change) {
        if (says(change, "name") && !changes_.empty()) {
            look();
        }
        if (!mend(*site_, plan) || site_->run({"plan", "apply", written(*site_, plan)}).code != 0) {
            return false;
        }
        changes_ += change + "; ";
        if (++applied_ % kAppliedBetween == 0 || says(change, "name")) {
            look();
        }
        return true;
    }

    // Tells what of the past was changed since the last look.
    void look() {
        Pages after = pages_of(*site_);
        for (const auto& [page, text] : after) {
            // What is open now has the names of now.
            const bool named_now = says(changes_, "name") && says(page, "open-items");
            CHECK_MESSAGE((named_now || text == before_[page]), changes_ << " changes " << page << "\n"
                                                                         << before_[page] << "->\n"
                                                                         << text);
        }
        before_ = std::move(after);
        changes_.clear();
    }

  private:
    TestSite* site_;
    Pages before_;
    std::string changes_;
    int applied_ = 0;
};

// The same of several keys, applied; the plan is that then.
bool apply_changed(TestSite& site, PlanLines& plan, const std::vector<std::string>& keys, Past& past) {
    PlanLines other = plan;
    std::string what = "another";
    for (const std::string& key : keys) {
        other = changed(other, key);
        what += " " + key;
    }
    if (!past.apply(other, what)) {
        return false;
    }
    plan = PlanLines{site.plan()};
    return true;
}

}  // namespace

TEST_CASE("names are told as they were, whatever is called otherwise later") {
    TestSite site;
    play(site);
    site.set_time("2026-11-30 12:00");
    Past past{site};
    REQUIRE(says(past.pages().at("page"), "Night round"));
    const PlanLines plan{site.plan()};
    REQUIRE(past.apply(renamed(plan), "another name"));
    REQUIRE(past.apply(renamed(renamed(plan)), "one more name"));
    REQUIRE(site.run({"plan", "apply", written(site, renamed(plan))}).code == 0);
    const std::string now = site.run({"report", "week", "2026-11-30"}).out;
    CHECK(now.find("Another Night round") != std::string::npos);
    CHECK(now.find("Another Another") == std::string::npos);
}

TEST_CASE("entries and answered slips keep their names from the next minute on, what is open has the names of now") {
    TestSite site;
    play(site);
    const auto pages = [&] {
        Pages found;
        const EntryNumber last = Store{site.file(), Store::Mode::read}.head().number;
        for (EntryNumber number = 1; number <= std::min<EntryNumber>(last, 105); ++number) {
            found["log " + std::to_string(number)] = site.run({"log", std::to_string(number)}).out;
        }
        for (const std::string& offer : numbers_of(site, "handover-offer")) {
            found["slip " + offer] = site.run({"handover", "slip", offer}).out;
            found["show " + offer] = site.run({"handover", "show", offer, "--json"}).out;
        }
        found["incident"] = site.run({"patrol", "incident", "1"}).out;
        return found;
    };
    const Pages before = pages();
    CHECK(before.at("incident").find("Reception hall") != std::string::npos);
    site.set_time("2026-11-27 21:05");
    const Ran applied = site.run({"plan", "apply", written(site, renamed(PlanLines{site.plan()}))});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    const Pages after = pages();
    for (const auto& [page, text] : before) {
        CAPTURE(page);
        CHECK(after.at(page) == text);
    }
    const std::string open = site.run({"report", "day", "2026-11-26", "--block", "open-items", "--json"}).out;
    CHECK(open.find("Another Umbrella 7 to Another N sales") != std::string::npos);
    CHECK(open.find("\"Umbrella") == std::string::npos);
    CHECK(open.find("\"N ") == std::string::npos);
    CHECK(open.find("P06 Negotiation") == std::string::npos);
}

TEST_CASE("what refers to something else later is told as it was") {
    TestSite site;
    play(site);
    // A stretch of Sunday may end on Tuesday now; its slots of before were those of Sunday.
    site.set_time("2026-12-02 12:00");
    Past past{site};
    PlanLines plan{site.plan()};
    REQUIRE(past.apply(reversed(plan), "another order"));
    plan = PlanLines{site.plan()};
    std::map<std::string, std::vector<std::size_t>> of_key;
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        of_key[Texts{plan.lines[i]}.key].push_back(i);
    }
    std::size_t seen = 0;
    std::vector<std::pair<std::size_t, std::string>> changed;  // lines, those of a key together
    for (const auto& [key, places] : of_key) {
        const std::vector<std::string> others = alternatives(plan, key);
        for (const std::size_t i : places) {
            const std::string line = with_others(plan.lines[i], others);
            const bool meant = key != "code" && key != "name" && line != plan.lines[i];
            if (meant && is_tried(++seen, std::size_t{4})) {
                changed.emplace_back(i, line);
            }
        }
    }
    std::size_t changes = 0;
    // Where all of them make no good plan, each half.
    const std::function<void(std::size_t, std::size_t)> change = [&](std::size_t first, std::size_t end) {
        PlanLines other = plan;
        for (std::size_t i = first; i < end; ++i) {
            other.lines[changed[i].first] = changed[i].second;
        }
        if (past.apply(other, changed[first].second)) {
            plan = other;
            changes += end - first;
        } else if (end - first > 1) {
            change(first, first + (end - first) / 2);
            change(first + (end - first) / 2, end);
        }
    };
    change(0, changed.size());
    past.look();
    CHECK(changes > 80);
}

TEST_CASE("what is past keeps the zone of its time, and what comes has the new one") {
    TestSite site;
    play(site);
    site.set_time("2027-02-01 12:00");  // after all that was due
    Past past{site};
    const std::string log = site.run({"log", "--from", "2026-11-20", "--to", "2026-11-28", "--csv"}).out;
    PlanLines plan{site.plan()};
    const auto zone = std::find(plan.lines.begin(), plan.lines.end(), "zone = \"Asia/Shanghai\"");
    REQUIRE(zone != plan.lines.end());
    int hour = 12;
    for (const auto& [name, now] : {std::pair{"America/New_York", "2027-01-31 23:00"},
                                    {"Asia/Urumqi", "2027-02-01 11:00"},
                                    {"Pacific/Kiritimati", "2027-02-01 20:00"},
                                    {"Asia/Shanghai", "2027-02-01 15:00"}}) {
        CAPTURE(std::string{name});
        *zone = std::string{"zone = \""} + name + "\"";
        REQUIRE(past.apply(plan, name));
        CHECK(site.run({"log", "--from", "2026-11-20", "--to", "2026-11-28", "--csv"}).out == log);
        CHECK(site.run({"log", "--last", "1"}).out.find(now) != std::string::npos);
        past.look();
        site.set_time(fmt::format("2027-02-01 {}:00", ++hour));
        past = Past{site};
    }
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a zone that was put right before anything was recorded was never that of the site") {
    TestSite site;
    REQUIRE(site.run({"init"}).code == 0);
    PlanLines plan{site.plan()};
    const auto zone = std::find(plan.lines.begin(), plan.lines.end(), "zone = \"Asia/Shanghai\"");
    REQUIRE(zone != plan.lines.end());
    for (const char* name : {"Pacific/Kiritimati", "America/Los_Angeles"}) {
        *zone = std::string{"zone = \""} + name + "\"";
        REQUIRE(site.run({"plan", "apply", written(site, plan)}).code == 0);
    }
    const std::string table = site.directory() + "/table.csv";
    std::ofstream{table} << "received,closed,words\n2026-01-05 09:00,2026-07-05 09:00,x\n";
    REQUIRE(site.run({"import", "cases", table}).code == 0);
    const std::string log = site.run({"log", "5", "--json"}).out;
    CHECK_MESSAGE(log.find("\"time\":\"2026-01-05 09:00\"") != std::string::npos, log);
    // Its summer is an hour ahead of its winter, Shanghai has none: 181 days less an hour.
    const std::string handled = site.run({"report", "year", "2026", "--block", "case-times", "--csv"}).out;
    CHECK_MESSAGE(handled.find(",260580,") != std::string::npos, handled);
}

TEST_CASE("what was dropped in the week is told as it was, though it is back under another name later") {
    TestSite site;
    play(site);
    const PlanLines plan{site.plan()};
    PlanLines less = plan;
    const std::set<std::string> dropped{"[[cleaning]]", "[[drink]]", "[[cause]]",  "[[category]]", "[[emergency]]",
                                        "[[rule]]",     "[[meter]]", "[[fridge]]", "[[method]]",   "[[survey_topic]]"};
    for (std::size_t place = plan.lines.size(); place-- > 0;) {
        if (dropped.count(plan.lines[place]) > 0) {
            less.drop_table(place);
        }
    }
    site.set_time("2026-11-28 12:00");
    REQUIRE(mend(site, less));
    REQUIRE(site.run({"plan", "apply", written(site, less)}).code == 0);
    site.set_time("2026-12-02 12:00");
    Past past{site};
    PlanLines back = plan;
    for (std::string& line : back.lines) {
        line = line.rfind("area = ", 0) == 0 ? with_others(line, alternatives(plan, "area")) : line;
    }
    CHECK_FALSE(past.apply(renamed(back), "another name of what comes back"));  // that would be another thing
    CHECK(past.apply(back, "what is back"));
    CHECK(past.apply(renamed(back), "another name of what is back"));
    past.look();
}

TEST_CASE("no change of the plan changes what was reported of a day before") {
    TestSite site;
    play(site);
    site.set_time("2026-11-30 12:00");
    Past past{site};
    PlanLines plan{site.plan()};
    std::set<std::string> keys;
    for (const std::string& line : plan.lines) {
        const std::size_t equals = line.find(" = ");
        keys.insert(equals == std::string::npos || line.front() == '#' ? "" : line.substr(0, equals));
    }
    std::vector<std::string> several;
    for (const std::string& key : keys) {
        if (changed(plan, key).lines != plan.lines) {
            several.push_back(key);
        }
    }
    while (!several.empty()) {
        std::vector<std::string> now;
        for (; now.size() < kChangedAtOnce && !several.empty(); several.pop_back()) {
            now.push_back(several.back());
        }
        if (!apply_changed(site, plan, now, past)) {
            for (const std::string& key : now) {
                apply_changed(site, plan, {key}, past);
            }
        }
    }
    // From the end, so that what is referred to goes last; fewer at once where that many make no good plan.
    int at_once = kDroppedAtOnce;
    for (std::size_t place = plan.lines.size(); place > 0;) {
        const std::size_t begin = place;
        PlanLines other = plan;
        std::string what;
        for (int dropped = 0; dropped < at_once && place > 0;) {
            --place;
            if (place < other.lines.size() && is_header(other.lines[place])) {
                what +=
                    other.lines[place] + " " + (place + 1 < other.lines.size() ? other.lines[place + 1] : "") + "; ";
                other.drop_table(place);
                ++dropped;
            }
        }
        const bool applied = past.apply(other, "dropping " + what);
        if (applied) {
            plan = PlanLines{site.plan()};
        }
        place = applied || at_once < kDroppedAtOnce ? place : begin;
        at_once = applied || at_once < kDroppedAtOnce ? kDroppedAtOnce : kDroppedAtOnce / 3;
    }
    past.look();
    CHECK(plan.lines.size() < 200);  // who is on duty stays
}

}  // namespace onduty::test
