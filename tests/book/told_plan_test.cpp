// SPDX-License-Identifier: MIT
// Is what is told of before a change of the plan recorded, answered and reported as if it had been typed then?
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <regex>
#include <set>
#include <sstream>

#include "book/plan_lines.hpp"
#include "book/played_day.hpp"

namespace onduty::test {

namespace {

using Change = std::function<PlanLines(const PlanLines&)>;

// Without what hangs on the entries of the plan themselves, the versions and the seals; and answers have the names of
// now.
std::string without_plan(const std::string& text) {
    static const std::regex kOfPlan{R"(\d+(-[0-9A-Z]{4})+|"plan":\d+|\{[^{}]*"kind":"plan"[^{}]*\}|Another )"};
    std::string left = std::regex_replace(text, kOfPlan, "");
    // What is due to who accepts a shift is due by the plan of now.
    const std::size_t due = left.find("\nDue in the next");
    return due == std::string::npos ? left : left.erase(due, left.find("\nRounds", due) - due);
}

std::string difference(const std::string& one, const std::string& other) {
    return differing_lines(without_plan(one), without_plan(other));
}

void apply(TestSite& site, PlanLines plan, const std::string& what) {
    REQUIRE_MESSAGE(mend(site, plan), what);
    const Ran ran = site.run({"plan", "apply", written(site, plan)});
    REQUIRE_MESSAGE(ran.code == 0, what << ": " << ran.err);
}

enum class Order { change_first, change_last };

struct Evening {
    std::vector<std::string> answers;
    Pages pages;
};

// The day, told in the evening, beside a change of the plan that comes just before or just after that; in its place
// one without effect, so that all entries have the same numbers.
Evening evening(Order order, const std::string& what, const Change& change) {
    TestSite site;
    open_day(site);
    PlanLines plan{site.plan()};
    const auto grace = std::find_if(plan.lines.begin(), plan.lines.end(),
                                    [](const std::string& line) { return line.rfind("grace = ", 0) == 0; });
    REQUIRE(grace != plan.lines.end());
    *grace = "grace = 1440";
    apply(site, plan, "grace");
    const auto turn = [&](bool is_change) {
        if (is_change) {
            apply(site, change(PlanLines{site.plan()}), what);
        } else {
            REQUIRE(site.run({"plan", "add", "point", "Q99", "Nowhere"}).code == 0);
        }
    };
    Evening told;
    site.set_time("2026-11-27 21:05");
    turn(order == Order::change_first);
    site.set_time("2026-11-27 21:06");
    told.answers = play_deeds(site, Typed::in_the_evening);
    site.set_time("2026-11-27 21:07");
    turn(order == Order::change_last);
    site.set_time("2026-12-02 12:00");
    told.pages = pages_of(site);
    return told;
}

void compare(const std::string& what, const Change& change) {
    const Evening before = evening(Order::change_last, what, change);
    const Evening after = evening(Order::change_first, what, change);
    REQUIRE(before.answers.size() == after.answers.size());
    for (std::size_t i = 0; i < before.answers.size(); ++i) {
        REQUIRE_MESSAGE(difference(before.answers[i], after.answers[i]) == "", what);
    }
    for (const auto& [page, text] : before.pages) {
        // Its lines are of a width; they are those of the table, too.
        if (page.find("slip") == std::string::npos) {
            CHECK_MESSAGE(difference(text, after.pages.at(page)) == "", what << ": " << page);
        }
    }
}

// The numbers and hours of the plan that can all be others together.
std::vector<std::string> numbers() {
    TestSite site;
    open_day(site);
    PlanLines plan{site.plan()};
    std::set<std::string> keys;
    for (const std::string& line : plan.lines) {
        keys.insert(line.substr(0, line.find(" = ")));
    }
    keys.erase("grace");
    std::vector<std::string> good;
    for (const std::string& key : keys) {
        PlanLines other = changed(plan, key);
        if (other.lines != plan.lines && mend(site, other)) {
            plan = other;
            good.push_back(key);
        }
    }
    return good;
}

}  // namespace

TEST_CASE("a day that is told in the evening is told as it was, whatever changed since") {
    compare("other names", [](const PlanLines& plan) { return renamed(plan); });
    const std::vector<std::string> keys = numbers();
    CHECK(keys.size() > 30);
    compare("other numbers", [&](PlanLines plan) {
        for (const std::string& key : keys) {
            plan = changed(plan, key);
        }
        return plan;
    });
    // Two halves: what refers to something else goes with that.
    const std::vector<std::vector<std::string>> dropped{
        {"cleaning", "drink", "cause", "category", "emergency", "rule", "meter", "fridge", "method", "survey_topic"},
        {"checklist", "lendable", "item", "room", "handover_item", "seat", "rota", "customer_class", "route", "point"}};
    for (const std::vector<std::string>& families : dropped) {
        compare("no " + families.front(), [&](PlanLines plan) {
            for (std::size_t place = plan.lines.size(); place-- > 0;) {
                const bool goes = place < plan.lines.size() &&
                                  std::any_of(families.begin(), families.end(), [&](const std::string& family) {
                                      return plan.lines[place] == "[[" + family + "]]";
                                  });
                if (goes) {
                    plan.drop_table(place);
                }
            }
            return plan;
        });
    }
}

TEST_CASE("with another time comes the plan of then, and what it says of what was read") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    PlanLines plan{site.plan()};
    const auto put = [&](const std::string& code, const std::string& from, const std::string& to) {
        const auto head = std::find(plan.lines.begin(), plan.lines.end(), "code = \"" + code + "\"");
        const auto line = std::find(head, plan.lines.end(), from);
        REQUIRE(line != plan.lines.end());
        *line = to;
    };
    put("bar-fridge", "max = 8.0", "max = 3.0");
    put("steam", "minutes = 15", "minutes = 5");
    site.set_time("2026-11-23 20:40");
    apply(site, plan, "less");
    const auto by_li = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "Li Na"});
        const Ran ran = site.run(std::move(words));
        CHECK_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return ran.out + ran.err;
    };
    const auto number = [](const std::string& answer) { return answer.substr(1, answer.find(' ') - 1); };
    const auto fridges = [&] { return site.run({"report", "day", "2026-11-23", "--block", "fridges", "--csv"}).out; };
    site.set_time("2026-11-23 20:45");
    const std::string reading = number(by_li({"serve", "fridge", "4", "bar-fridge", "--action", "colder"}));
    const std::string batch = number(by_li({"serve", "disinfect", "steam", "cup=5"}));
    site.set_time("2026-11-23 20:52");
    by_li({"serve", "disinfect", "end"});
    CHECK_MESSAGE(says(fridges(), "bar-fridge,Bar fridge,1,4,4,1"), fridges());
    const std::string put_back = by_li({"correct", reading, "--time", "20:35", "--reason", "misread the clock"});
    CHECK(says(put_back, ("Entry " + reading + " is now: ok").c_str()));
    CHECK_MESSAGE(says(fridges(), "bar-fridge,Bar fridge,1,4,4,0,"), fridges());
    // It took 13 minutes then, and 15 were needed.
    CHECK(says(by_li({"correct", batch, "--time", "20:39", "--reason", "misread the clock"}), "is now: incomplete"));
    // Forward again; what came along with the correction goes with it.
    by_li({"correct", number(put_back), "--void", "--reason", "it was right"});
    CHECK_MESSAGE(says(fridges(), "bar-fridge,Bar fridge,1,4,4,1"), fridges());
    CHECK(site.run({"verify"}).code == 0);
}

}  // namespace onduty::test
