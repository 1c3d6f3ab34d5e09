// SPDX-License-Identifier: MIT
// Is a plan that is kept as rows the plan that was written, and does the past that they tell judge alike?
#include "plan/parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>

#include "embedded.hpp"
#include "plan/after.hpp"
#include "plan/edit_plan.hpp"
#include "plan/read_plan.hpp"
#include "slots/slots.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

Instant on_hour(int number) {
    return Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}} + std::chrono::hours{number};
}

// The rows of all versions, and the whole plan of each as it was read from its file: the slow way.
class Kept {
  public:
    // False when the text is no plan; nothing follows then.
    bool add(const std::string& toml, Instant since) {
        std::vector<PlanError> errors;
        Node tree;
        Plan plan = read_plan(toml, errors, &tree);
        if (!errors.empty()) {
            return false;
        }
        const int version = static_cast<int>(slow.size()) + 1;
        plan.version = version;
        PartChanges changes = changes_to(version, newest, parts_of(tree, plan));
        begun = changes.begun.size();
        for (Part& part : changes.ended) {
            newest.erase(std::find(newest.begin(), newest.end(), part));
            part.until = version;
            ended.push_back(std::move(part));
        }
        newest.insert(newest.end(), changes.begun.begin(), changes.begun.end());
        slow.push_back({plan, since});
        plans.push_back(std::move(plan));
        return true;
    }

    PartList all() const {
        PartList parts = ended;
        parts.insert(parts.end(), newest.begin(), newest.end());
        return parts;
    }

    // A version put together from its rows.
    Plan from_rows(int version) const {
        Plan plan;
        plan.version = version;
        const PartList parts = all();
        for (const Section& section : sections()) {
            std::vector<const Part*> rows;
            for (const Part& part : parts) {
                for (const std::string& family : families_of(section)) {
                    if (part.family == family && part.holds_in(version)) {
                        rows.push_back(&part);
                    }
                }
            }
            read_parts(section, rows, plan);
        }
        return plan;
    }

    PlanHistory history() const {
        return history_of(all(), [&](int version) { return slow[static_cast<std::size_t>(version - 1)].since; });
    }

    PartList newest;
    PartList ended;
    std::size_t begun = 0;  // rows of the last version
    PlanHistory slow;
    std::vector<Plan> plans;
};

std::string with_first(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// One change that people make, or none when the dice want what cannot be.
std::string with_change(const std::string& toml, const Plan& plan, std::mt19937& random, int turn) {
    const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random); };
    const std::string number = std::to_string(turn);
    switch (pick(8)) {
        case 0:
            return with_person(toml, "A" + number, "New \"" + number + "\"", {"night-guard"}, {"n" + number});
        case 1:
            return plan.staff.empty() ? toml : without_person(toml, plan.staff[pick(plan.staff.size() - 1)].code);
        case 2:
            return without_rule(toml, plan.rules[pick(plan.rules.size() - 1)].code);
        case 3:
            return with_site_value(toml, "name", "Site " + number);
        case 4:
            return with_point_on_route(with_point(toml, "Q" + number, "Point " + number, 5), "Q" + number, "night", "");
        case 5:
            return with_first(toml, "every = 60", "every = " + std::to_string(61 + turn));
        case 6:
            return with_first(toml, "late = ", "late = 1");
        case 7: {
            const std::string rule = "[[rule]]\ncode = \"r" + number + "\"\nname = \"Rule " + number +
                                     "\"\nkind = \"at\"\nroute = \"night\"\ntimes = [\"12:00\"]\n\n";
            const auto at = toml.find("[[rule]]");
            return toml.substr(0, at) + rule + toml.substr(at);
        }
        default:
            return with_person(toml, "B" + number, "Bar " + number, {"bar"}, {});
    }
}

std::vector<std::string> slot_lines(const std::vector<Slot>& slots) {
    std::vector<std::string> lines;
    for (const Slot& slot : slots) {
        lines.push_back(
            slot.rule->code + " " + slot.rule->name + " " + std::to_string(slot.due.time_since_epoch().count()) + " " +
            std::to_string(slot.on_time_until.time_since_epoch().count()) + (slot.applies ? "" : " does not apply"));
    }
    return lines;
}

}  // namespace

TEST_CASE("a table of the plan is the same after it was kept as text") {
    std::vector<PlanError> errors;
    const Node tree = parse_toml(
        "a = \"say \\\"x\\\" \\\\ 王\\nnext\"\nb = -7\nc = 4.5\nd = true\ne = [1, 2, [\"x\"]]\nf = {g = 1, h = []}\n",
        errors);
    REQUIRE(errors.empty());
    const std::string json = to_json(tree);
    CHECK(json == R"({"a":"say \"x\" \\ 王\u000anext","b":-7,"c":4.5,"d":true,"e":[1,2,["x"]],"f":{"g":1,"h":[]}})");
    CHECK(to_json(from_json(json)) == json);
    for (std::size_t cut = 0; cut < json.size(); ++cut) {
        CHECK(from_json(json.substr(0, cut)).type == Node::Type::other);
    }
    CHECK(from_json(json + " ").type == Node::Type::other);
}

TEST_CASE("a row that says the same stays, and one between others moves none of them") {
    const auto row = [](const char* code, std::int64_t place = 0, int since = 0) {
        return Part{"rule", {code}, place, "{}", since};
    };
    const PartChanges first = changes_to(1, {}, {row("a"), row("b"), row("c")});
    CHECK(first.ended.empty());
    REQUIRE(first.begun.size() == 3);
    CHECK(changes_to(2, first.begun, {row("a"), row("b"), row("c")}).begun.empty());
    const PartChanges between = changes_to(2, first.begun, {row("a"), row("x"), row("b"), row("c")});
    REQUIRE(between.begun.size() == 1);
    CHECK(between.begun[0].place > first.begun[0].place);
    CHECK(between.begun[0].place < first.begun[1].place);
    const PartChanges gone = changes_to(2, first.begun, {row("a"), row("c")});
    CHECK(gone.begun.empty());
    CHECK(gone.ended == PartList{first.begun[1]});
    // Without a place between them all get new ones.
    CHECK(changes_to(2, {row("a", 1, 1), row("b", 2, 1)}, {row("a"), row("x"), row("b")}).begun.size() == 3);
}

TEST_CASE("a plan from its rows is the plan from its file, after any changes, and the past judges alike") {
    for (const std::string_view start : {embedded::sales_office_en, embedded::sales_office_zh}) {
        for (unsigned seed = 1; seed <= test::turns(2U); ++seed) {
            std::mt19937 random{seed};
            Kept kept;
            std::string toml{start};
            REQUIRE(kept.add(toml, on_hour(0)));
            for (int turn = 1; turn <= 30; ++turn) {
                const std::string next = with_change(toml, kept.plans.back(), random, turn);
                toml = kept.add(next, on_hour(9 * turn)) ? next : toml;
            }
            for (const Plan& plan : kept.plans) {
                REQUIRE(kept.from_rows(plan.version) == plan);
            }
            const PlanHistory quick = kept.history();
            CHECK(quick.size() < kept.slow.size());
            CHECK(rules_with_slots(quick) == rules_with_slots(kept.slow));
            for (int at = -5; at < 300; at += 3) {
                Duties held = in_force(quick, on_hour(at));
                held.version = in_force(kept.slow, on_hour(at)).version;
                REQUIRE(held == in_force(kept.slow, on_hour(at)));
            }
            const Date day{std::chrono::year{2026} / 11 / 1};
            for (const std::string& code : rules_with_slots(kept.slow)) {
                REQUIRE(slot_lines(slots_in_force(rule_history(quick, code), oracle::kShanghai,
                                                  {day, day + std::chrono::days{14}})) ==
                        slot_lines(slots_in_force(rule_history(kept.slow, code), oracle::kShanghai,
                                                  {day, day + std::chrono::days{14}})));
                const std::vector<Mark> marks{{on_hour(30), true, 1}, {on_hour(100), true, 2}};
                std::vector<Explanation> none;
                for (const RuleTarget& target : chain_targets(kept.slow, code)) {
                    REQUIRE(
                        slot_lines(after_slots(quick, code, target, oracle::kShanghai, marks, none, on_hour(280))) ==
                        slot_lines(after_slots(kept.slow, code, target, oracle::kShanghai, marks, none, on_hour(280))));
                }
            }
        }
    }
}

TEST_CASE("one more guard, a name or a certificate is no new stretch of the past") {
    Kept kept;
    std::string toml{embedded::sales_office_en};
    toml = with_person(toml, "A01", "Zhang", {"night-guard"}, {});
    REQUIRE(kept.add(toml, on_hour(0)));
    for (int turn = 1; turn <= 60; ++turn) {
        toml = with_person(toml, "C" + std::to_string(turn), "Guard " + std::to_string(turn), {"night-guard"}, {});
        toml = with_certificate(toml, "A01", turn % 2 == 0 ? "2027-03-31" : "2027-04-30");
        REQUIRE(kept.add(toml, on_hour(turn)));
        CHECK(kept.begun == 2);
    }
    CHECK(kept.history().size() == 1);
}

TEST_CASE("changes lead from one text to the next, and to no other") {
    std::mt19937 random{3};
    for (int house = 0; house < test::turns(1); ++house) {
        PlanEdit edit{std::string{embedded::sales_office_en}};
        std::vector<std::string> texts{edit.text()};
        std::vector<PlanError> errors;
        Plan plan = read_plan(edit.text(), errors);
        for (int turn = 1; turn <= 60; ++turn) {
            const std::string next = with_change(edit.text(), plan, random, turn);
            errors.clear();
            const Plan changed_plan = read_plan(next, errors);
            if (errors.empty()) {
                plan = changed_plan;
                edit.change("staff", "A01", "", next);
                texts.push_back(next);
            }
        }
        texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
        REQUIRE(edit.changes().size() + 1 == texts.size());
        for (std::size_t i = 0; i < edit.changes().size(); ++i) {
            CHECK(changed_text(texts[i], edit.changes()[i]) == texts[i + 1]);
        }
        const PlanChange change{"staff", "A01", "", 4, "b", "x"};
        CHECK(changed_text("aaa\nbbb\n", change) == "aaa\nxbb\n");
        CHECK_FALSE(changed_text("aaa\nccc\n", change).has_value());
        CHECK_FALSE(changed_text("", change).has_value());
    }
}

}  // namespace onduty
