// SPDX-License-Identifier: MIT
// Does a chain of completions make the slots that one would count out on a calendar?
#include "plan/after.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "slots/oracle.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

const TestZone kUtc{"utc", std::chrono::seconds{0}, {}};
const Date kFirst{std::chrono::local_days{std::chrono::year{2026} / 11 / 2}};  // a Monday

Instant at(int day, int hour, int minute = 0) {
    return Instant{(kFirst + days{day}).time_since_epoch()} + hours{hour} + Minutes{minute};
}

// What one version says of the rule: days 0 is no such rule.
struct Said {
    int day = 0;  // in force from 08:00 of this day
    int days = 7;
    bool staffed = true;
    bool skips_mondays = false;
    bool only_november = false;
};

PlanHistory history_of(const std::vector<Said>& versions) {
    PlanHistory history;
    for (const Said& said : versions) {
        PlanVersion version;
        version.since = at(said.day, 8);
        version.plan.version = static_cast<int>(history.size()) + 1;
        if (said.days > 0) {
            Rule rule;
            rule.code = "descale";
            rule.kind = RuleKind::after;
            rule.post = "cleaner";
            rule.days = said.days;
            rule.closed_days = said.skips_mondays ? ClosedDays::skip : ClosedDays::keep;
            rule.months = said.only_november ? std::set<unsigned>{11} : std::set<unsigned>{};
            version.plan.rules.push_back(rule);
        }
        version.plan.calendar.closed_weekdays = {1};
        if (said.staffed) {
            version.plan.staffed = {"cleaner"};
        }
        history.push_back(std::move(version));
    }
    return history;
}

std::vector<Slot> chain(const std::vector<Said>& versions, const std::vector<Mark>& marks, Instant now,
                        std::vector<Explanation> explanations = {}) {
    static PlanHistory history;  // the slots point into it
    history = history_of(versions);
    return after_slots(history, "descale", {}, kUtc, marks, explanations, now);
}

std::string shown(const std::vector<Slot>& slots) {
    std::string text;
    for (const Slot& slot : slots) {
        text += std::to_string((slot.date - kFirst).count()) + (slot.expires == kNever ? "? " : " ");
    }
    return text;
}

int day_of(Instant time) {
    return static_cast<int>((expected_business_date(kUtc, Calendar{}, time) - kFirst).count());
}

// Counted out day by day; the due day of each slot, with "? " for the one that is open.
std::string by_hand(const std::vector<Said>& versions, const std::vector<Mark>& marks,
                    const std::vector<Explanation>& explanations, Instant now) {
    struct Event {
        Instant at;
        const Explanation* waiver;
    };
    std::vector<Event> events;
    for (const Mark& mark : marks) {
        if (mark.complete && mark.at <= now) {
            events.push_back({mark.at, nullptr});
        }
    }
    for (const Explanation& one : explanations) {
        if (one.excuse != Excuse::explained && one.at <= now) {
            events.push_back({one.at, &one});
        }
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    std::optional<Instant> last;
    // The day on which the slot that is next under a version is due; -1 for none.
    const auto due_by = [&](int in_force) {
        const auto counts = [&](int v) {
            const Said& said = versions[static_cast<std::size_t>(v)];
            return said.days > 0 && said.staffed;
        };
        if (in_force < 0 || !counts(in_force)) {
            return -1;
        }
        const Said& said = versions[static_cast<std::size_t>(in_force)];
        int since = in_force;
        while (since > 0 && counts(since - 1) && versions[static_cast<std::size_t>(since) - 1].days == said.days) {
            --since;
        }
        int day = last ? day_of(*last) : versions[static_cast<std::size_t>(since)].day;
        for (int left = last ? said.days : 0; left > 0; --left) {
            ++day;
        }
        while (day < versions[static_cast<std::size_t>(since)].day) {
            ++day;
        }
        for (int tries = 0; tries < 400; ++tries, ++day) {
            const Date date = kFirst + days{day};
            const bool monday = std::chrono::weekday{date}.iso_encoding() == 1;
            const bool november = std::chrono::year_month_day{date}.month() == std::chrono::November;
            if (!(said.skips_mondays && monday) && (!said.only_november || november)) {
                return day;
            }
        }
        return -1;
    };
    int kept = -1;  // overdue since an earlier version
    int kept_of = -1;
    int in_force = -1;
    const auto due_day = [&](Instant time) {
        for (int next = in_force + 1; next < static_cast<int>(versions.size()); ++next) {
            const int day = versions[static_cast<std::size_t>(next)].day;
            if (at(day, 8) > time) {
                break;
            }
            const int open = kept < 0 ? due_by(in_force) : kept;
            const int by_next = due_by(next);
            kept_of = kept < 0 ? in_force : kept_of;
            kept = open >= 0 && (open < day || (by_next >= 0 && by_next < day)) ? open : -1;
            in_force = next;
        }
        return kept < 0 ? due_by(in_force) : kept;
    };
    std::string text;
    for (const Event& event : events) {
        const int day = due_day(event.at);
        const bool waives = event.waiver != nullptr;
        // A slot that was due later by what was withdrawn since is this one; but none of a rule of another kind is.
        const bool asks = in_force >= 0 && versions[static_cast<std::size_t>(in_force)].days > 0 &&
                          versions[static_cast<std::size_t>(in_force)].staffed;
        if (waives &&
            (day < 0 || event.waiver->due < at(day + 1, 6) || (!asks && event.waiver->due != at(day + 1, 6)))) {
            continue;
        }
        const bool before = day >= 0 && last && event.at <= *last;
        int first = day;
        if (day >= 0 && !last) {
            // Nothing is done before the day of the first slot begins; that is the day on which the rule began.
            first = versions.front().day;
            for (std::size_t v = 0; v < versions.size(); ++v) {
                const bool holds = versions[v].days > 0 && versions[v].staffed;
                const bool held = v > 0 && versions[v - 1].days == versions[v].days && versions[v - 1].staffed;
                if (at(versions[v].day, 8) <= event.at && holds && !held) {
                    first = versions[v].day;
                }
            }
        }
        // The days before it is due are halved, an odd one left out.
        int opens = day;
        const int version = kept < 0 ? in_force : kept_of;
        const bool again = last && !waives && version >= 0;
        for (int left = again ? versions[static_cast<std::size_t>(version)].days : 0; left > 1; left -= 2) {
            --opens;
        }
        const bool open = waives || event.at >= at(opens, 6);
        if (day >= 0 && !before && (last ? open : event.at >= at(first, 6))) {
            text += std::to_string(day) + " ";
        }
        last = event.at;
        kept = -1;
    }
    const int open = due_day(now);
    return open < 0 ? text : text + std::to_string(open) + "? ";
}

}  // namespace

TEST_CASE("a later version moves no rule in the order of rows") {
    PlanHistory history(1);
    const auto rule = [](const char* code, RuleKind kind) {
        Rule made;
        made.code = code;
        made.kind = kind;
        return made;
    };
    history[0].plan.rules = {rule("a", RuleKind::after), rule("b", RuleKind::every), rule("c", RuleKind::after),
                             rule("d", RuleKind::deadline)};
    const std::vector<std::string> before{"a", "b", "c"};
    CHECK(rules_with_slots(history) == before);
    history.push_back(history[0]);
    history[1].plan.rules = {rule("d", RuleKind::at), rule("c", RuleKind::period), rule("b", RuleKind::timer)};
    CHECK(rules_with_slots(history) == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("before it was ever done it is due on the day on which the rule came into force") {
    CHECK(shown(chain({{}}, {}, at(0, 9))) == "0? ");
    const std::vector<Slot> slots = chain({{}}, {}, at(3, 9));
    REQUIRE(slots.size() == 1);
    CHECK(slots[0].due == at(1, 6));
    CHECK(slots[0].on_time_until == at(1, 6) - milliseconds{1});
    CHECK(slots[0].opens == at(0, 6));
}

TEST_CASE("each completion ends a slot and starts the next, due so many days later") {
    const std::vector<Slot> slots = chain({{}}, {{at(0, 10), true, 5}, {at(9, 10), true, 9}}, at(10, 9));
    CHECK(shown(slots) == "0 7 16? ");
    CHECK(slots[1].opens == at(4, 6));
    CHECK(slots[1].expires == at(9, 10) + milliseconds{1});
    const Judgement judgement = judge(slots, {{at(0, 10), true, 5}, {at(9, 10), true, 9}}, {}, at(10, 9));
    CHECK(judgement.outcomes[0].state == State::on_time);
    CHECK(judgement.outcomes[1].state == State::late);
    CHECK(judgement.outcomes[2].state == State::pending);
    CHECK(judgement.extras.empty());
}

TEST_CASE("what is done again before half of the days are over was not due, but the days count from it") {
    const std::vector<Mark> marks{{at(0, 10), true, 5}, {at(0, 11), true, 6}, {at(4, 5), true, 7},
                                  {at(7, 5), true, 8},  {at(11, 7), true, 9}, {at(18, 7), true, 10}};
    const std::vector<Slot> slots = chain({{}}, marks, at(18, 9));
    CHECK(shown(slots) == "0 13 18 25? ");
    const Judgement judgement = judge(slots, marks, {}, at(18, 9));
    CHECK(judgement.outcomes[0].mark->entry == 5);
    CHECK(judgement.outcomes[1].mark->entry == 9);
    CHECK(judgement.outcomes[1].state == State::on_time);
    CHECK(judgement.extras.size() == 3);
    // Each day: again on the same day.
    CHECK(shown(chain({{0, 1}}, {{at(0, 10), true, 5}, {at(0, 12), true, 6}, {at(1, 7), true, 7}}, at(1, 9))) ==
          "0 1 2? ");
    // To skip it may be said beforehand.
    const Explanation skipped{at(8, 6), 5, Excuse::skipped, at(1, 9)};
    CHECK(shown(chain({{}}, {{at(0, 10), true, 5}}, at(2, 9), {skipped})) == "0 7 8? ");
}

TEST_CASE("it is never missed, only overdue, and what was left half done does not count") {
    const std::vector<Mark> half{{at(5, 10), false, 5}};
    const std::vector<Slot> slots = chain({{}}, half, at(60, 9));
    CHECK(shown(slots) == "0? ");
    CHECK(judge(slots, {}, {}, at(60, 9)).outcomes[0].overdue);
}

TEST_CASE("a skipped slot is explained at once, and the next one counts from there") {
    const Explanation skipped{at(1, 6), 5, Excuse::skipped, at(2, 9)};
    const std::vector<Slot> slots = chain({{}}, {}, at(3, 9), {skipped});
    CHECK(shown(slots) == "0 9? ");
    const Judgement judgement = judge(slots, {}, {skipped}, at(3, 9));
    CHECK(judgement.outcomes[0].state == State::explained);
    CHECK(judgement.outcomes[1].state == State::pending);
    const Explanation other{at(5, 6), 5, Excuse::skipped, at(2, 9)};
    CHECK(shown(chain({{}}, {}, at(3, 9), {other})) == "0 9? ");
    const Explanation before{at(1, 6), 5, Excuse::skipped, at(12, 9)};
    CHECK(shown(chain({{}}, {{at(2, 9), true, 4}}, at(13, 9), {before})) == "0 9? ");
    const Explanation plain{at(1, 6), 5, Excuse::explained, at(2, 9)};
    CHECK(shown(chain({{}}, {}, at(3, 9), {plain})) == "0? ");
}

TEST_CASE("closed days and months out of season move the due date on") {
    CHECK(shown(chain({{0, 7, true, true}}, {{at(0, 10), true, 5}}, at(1, 9))) == "1 8? ");
    // From 30 November (day 28), 7 days on is December: the first of November next year.
    CHECK(shown(chain({{0, 7, true, false, true}}, {{at(28, 10), true, 5}}, at(29, 9))) == "0 364? ");
}

TEST_CASE("a new version with other days begins anew, one with the same rule changes nothing") {
    const std::vector<Mark> done{{at(0, 10), true, 5}};
    CHECK(shown(chain({{0, 7}, {20, 7}}, done, at(21, 9))) == "0 7? ");
    CHECK(shown(chain({{0, 30}, {20, 7}}, done, at(21, 9))) == "0 20? ");
    CHECK(shown(chain({{0, 7}, {7, 0}}, done, at(21, 9))) == "0 ");
    CHECK(shown(chain({{0, 7}, {7, 7, false}}, done, at(21, 9))) == "0 ");
    CHECK(chain({{5, 7}}, {}, at(1, 9)).empty());
}

TEST_CASE("what is overdue when the plan changes stays overdue until it is done or waived") {
    const std::vector<Mark> done{{at(0, 10), true, 5}};
    for (const Said& later : {Said{10, 3}, Said{10, 30}, Said{10, 0}, Said{10, 7, false}, Said{10, 7, true, true}}) {
        CHECK(shown(chain({{0, 7}, later}, done, at(21, 9))) == "0 7? ");
    }
    const std::vector<Mark> again{{at(0, 10), true, 5}, {at(20, 10), true, 6}};
    CHECK(shown(chain({{0, 7}, {10, 3}}, again, at(21, 9))) == "0 7 23? ");
    CHECK(shown(chain({{0, 7}, {10, 0}}, again, at(21, 9))) == "0 7 ");
    const Explanation dropped{at(8, 6), 5, Excuse::skipped, at(12, 9)};
    CHECK(shown(chain({{0, 7}, {10, 0}}, done, at(21, 9), {dropped})) == "0 7 ");
}

TEST_CASE("a day that begins earlier makes nothing overdue before it began to") {
    static PlanHistory history;
    history = history_of({{0, 7}, {8, 7}});
    history[1].since = at(8, 5);  // 05:00, when the slot of day 7 has an hour left
    history[1].plan.calendar.day_start = Minutes{4 * 60};
    const std::vector<Mark> done{{at(0, 10), true, 5}, {at(8, 5, 30), true, 6}};
    std::vector<Explanation> none;
    const std::vector<Slot> slots = after_slots(history, "descale", {}, kUtc, done, none, at(9, 9));
    CHECK(shown(slots) == "0 7 15? ");
    CHECK(slots[1].due == at(8, 6));
    CHECK(slots[2].due == at(16, 4));
}

TEST_CASE("what may have been done before anything is known is not overdue") {
    static PlanHistory history;
    history = history_of({{0, 7}, {30, 0}});
    std::vector<Explanation> none;
    CHECK(after_slots(history, "descale", {}, kUtc, {}, none, at(50, 9), at(25, 0)).empty());
    CHECK(shown(after_slots(history, "descale", {}, kUtc, {}, none, at(50, 9), at(20, 0))) == "0? ");
}

TEST_CASE("property: chains equal those counted out by hand") {
    for (std::uint64_t seed = 1; seed <= test::turns(std::uint64_t{6000}); ++seed) {
        Dice dice{seed};
        std::vector<Said> versions;
        int day = static_cast<int>(dice.between(0, 3));
        for (std::int64_t count = dice.between(1, 3); count > 0; --count) {
            Said said;
            said.day = day;
            said.days = dice.one_in(6) ? 0 : static_cast<int>(dice.between(1, 3)) * 3;
            said.staffed = !dice.one_in(8);
            said.skips_mondays = dice.one_in(3);
            said.only_november = dice.one_in(4);
            versions.push_back(said);
            day += static_cast<int>(dice.between(1, 15));
        }
        std::vector<Mark> marks;
        for (std::int64_t count = dice.between(0, 6); count > 0; --count) {
            marks.push_back({at(static_cast<int>(dice.between(0, 45)), static_cast<int>(dice.between(0, 23)),
                                static_cast<int>(dice.between(0, 59))),
                             !dice.one_in(5), 7});
        }
        std::vector<Explanation> explanations;
        for (std::int64_t count = dice.between(0, 3); count > 0; --count) {
            const auto due = static_cast<int>(dice.between(0, 45));
            explanations.push_back({at(due + 1, 6), 8,
                                    dice.one_in(3)   ? Excuse::explained
                                    : dice.one_in(2) ? Excuse::skipped
                                                     : Excuse::not_applicable,
                                    at(due + static_cast<int>(dice.between(-2, 4)), 12)});
        }
        const Instant now = at(static_cast<int>(dice.between(0, 50)), static_cast<int>(dice.between(0, 23)));
        CAPTURE(seed);
        REQUIRE(shown(chain(versions, marks, now, explanations)) == by_hand(versions, marks, explanations, now));
    }
}

}  // namespace onduty::oracle
