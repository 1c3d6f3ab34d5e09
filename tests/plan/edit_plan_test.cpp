// SPDX-License-Identifier: MIT
// Does one change leave the rest of a plan file as somebody wrote it, and always a plan that reads?
#include "plan/edit_plan.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>

#include "embedded.hpp"
#include "plan/read_plan.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

std::string with_point_there(const std::string& toml, const std::string& code, const std::string& name, long walk,
                             const std::string& route, const std::string& after) {
    return with_point_on_route(with_point(toml, code, name, walk), code, route, after);
}

const std::string kPlan =
    "# 方案 of ours\n"
    "format = 1\n"
    "\n"
    "[site]   # the site\n"
    "name = \"一号 \\\"案场\\\"\"   # 名称\n"
    "zone = \"Asia/Shanghai\"\n"
    "\n"
    "[[post]]\n"
    "code = \"guard\"\n"
    "name = \"保安\"\n"
    "\n"
    "[[staff]]   # the night\n"
    "code = \"A01\"\n"
    "name = \"张伟\"   # 老张\n"
    "posts = [\n"
    "    \"guard\",   # only this\n"
    "]\n"
    "# after him\n"
    "\n"
    "[[point]]\n"
    "code = \"P01\"\n"
    "name = \"大门\"\n"
    "\n"
    "[[point]]\n"
    "code = \"P02\"\n"
    "name = \"车库\"\n"
    "\n"
    "[[route]]\n"
    "code = \"night\"\n"
    "name = \"夜巡\"\n"
    "points = [\"P01\", \"P02\"]   # 顺序\n"
    "\n"
    "[[checklist]]\n"
    "code = \"closing\"\n"
    "name = \"闭店\"\n"
    "[[checklist.item]]\n"
    "code = \"lamps\"\n"
    "text = \"灯\"   # 全部\n"
    "\n"
    "[[checklist]]\n"
    "code = \"opening\"\n"
    "name = \"开店\"\n"
    "[[checklist.item]]\n"
    "code = \"door\"\n"
    "text = \"门\"\n";

Plan read(const std::string& toml) {
    std::vector<PlanError> errors;
    Plan plan = read_plan(toml, errors);
    for (const PlanError& error : errors) {
        FAIL_CHECK(error.line << ": " << error.message << "\n" << toml);
    }
    return plan;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the plan of these tests reads") {
    CHECK(read(kPlan).site_name == "一号 \"案场\"");
}

TEST_CASE("the site's name changes and nothing else") {
    const std::string changed = with_site_value(kPlan, "name", "二号");
    CHECK(changed == replaced(kPlan, "\"一号 \\\"案场\\\"\"", "\"二号\""));
    CHECK(read(changed).site_name == "二号");
    CHECK(with_site_value(kPlan, "zone", "UTC") == replaced(kPlan, "Asia/Shanghai", "UTC"));
}

TEST_CASE("a value after Chinese words on its line is found") {
    const std::string plan = "format = 1\nsite = { language = \"zh\", name = \"售楼处\", zone = \"UTC\" } # 注\n";
    CHECK(with_site_value(plan, "zone", "Asia/Shanghai") == replaced(plan, "\"UTC\"", "\"Asia/Shanghai\""));
    CHECK(with_site_value(plan, "name", "二号") == replaced(plan, "售楼处", "二号"));
}

TEST_CASE("quotes, backslashes and other signs in a name") {
    for (const std::string name :
         {"\"", "\\", "a\"b\\c", "\\n", "\\u0041", "'''", "#x", "[x]", "张\"三\"", "ends in \\", "😀"}) {
        CAPTURE(name);
        CHECK(read(with_site_value(kPlan, "name", name)).site_name == name);
        CHECK(read(with_person(kPlan, "A02", name, {"guard"}, {})).staff[1].name == name);
        CHECK(read(with_point_there(kPlan, "P03", name, 5, "night", "")).points[2].name == name);
        CHECK(read(with_item(kPlan, "closing", "air", name, "t")).checklist("closing")->items[1].block == name);
    }
}

TEST_CASE("a person is added at the end") {
    const std::string changed = with_person(kPlan, "A02", "李娜", {"guard"}, {"ln", "小李"});
    CHECK(changed == kPlan +
                         "\n[[staff]]\ncode = \"A02\"\nname = \"李娜\"\nposts = [\"guard\"]\n"
                         "aliases = [\"ln\", \"小李\"]\n");
    const Plan plan = read(changed);
    REQUIRE(plan.staff.size() == 2);
    CHECK((plan.staff[1].posts == Texts{"guard"}));
    CHECK((plan.staff[1].aliases == Texts{"ln", "小李"}));
}

TEST_CASE("a file without a line end at its end") {
    const std::string plan = kPlan.substr(0, kPlan.size() - 1);
    CHECK(read(with_person(plan, "A02", "x", {}, {})).staff.size() == 2);
    CHECK(read(with_item(plan, "opening", "lock", "", "t")).checklist("opening")->items.size() == 2);
    const std::string last = plan + "\n[[staff]]\ncode = \"A09\"\nname = \"z\"";
    CHECK_FALSE(read(without_person(last, "A09")).staff[1].active);
}

TEST_CASE("a person leaves, his comments stay") {
    const std::string changed = without_person(kPlan, "A01");
    CHECK(changed == replaced(kPlan, "]\n# after him\n", "]\nactive = false\n# after him\n"));
    const Plan plan = read(changed);
    CHECK_FALSE(plan.staff[0].active);
    CHECK(plan.staff[0].name == "张伟");
}

TEST_CASE("a person who had left before, and one who is not there") {
    const std::string once = without_person(kPlan, "A01");
    CHECK(without_person(once, "A01") == once);
    const std::string back = replaced(once, "active = false", "active = true # again");
    CHECK(without_person(back, "A01") == replaced(back, "true", "false"));
    CHECK(without_person(kPlan, "A99") == kPlan);
}

TEST_CASE("who had left comes back with what he had, or with other posts") {
    const std::string left = without_person(kPlan, "A01");
    const std::string back = with_person_back(left, "A01");
    CHECK(back.find("active = true") != std::string::npos);
    CHECK(with_person_back(back, "A01") == back);
    CHECK(with_posts(back, "A01", {"bar"}).find("posts = [\"bar\"]") != std::string::npos);
    CHECK(with_person_back(left, "Z99") == left);
}

TEST_CASE("a point is inserted after another") {
    const std::string changed = with_point_there(kPlan, "P03", "泳池", 45, "night", "P01");
    const Plan plan = read(changed);
    CHECK((plan.route("night")->points == Texts{"P01", "P03", "P02"}));
    CHECK(plan.points[2].name == "泳池");
    CHECK(plan.points[2].walk.count() == 45);
    CHECK(changed == replaced(kPlan, "[\"P01\", \"P02\"]", "[\"P01\", \"P03\", \"P02\"]") +
                         "\n[[point]]\ncode = \"P03\"\nname = \"泳池\"\nwalk = 45\n");
}

TEST_CASE("a point at the end of a route, or on none") {
    CHECK((read(with_point_there(kPlan, "P03", "x", 0, "night", "")).route("night")->points ==
           Texts{"P01", "P02", "P03"}));
    CHECK((read(with_point_there(kPlan, "P03", "x", 0, "night", "P02")).route("night")->points ==
           Texts{"P01", "P02", "P03"}));
    const Plan none = read(with_point_there(kPlan, "P03", "x", 0, "", ""));
    CHECK((none.route("night")->points == Texts{"P01", "P02"}));
    CHECK(none.points.size() == 3);
}

TEST_CASE("comments inside a list of points survive") {
    const std::string plan =
        replaced(kPlan, "[\"P01\", \"P02\"]   # 顺序", "[\n    \"P01\",   # 大门 first\n    \"P02\",   # then down\n]");
    const std::string changed = with_point_there(plan, "P03", "x", 0, "night", "P01");
    CHECK((read(changed).route("night")->points == Texts{"P01", "P03", "P02"}));
    CHECK(changed.find("# 大门 first") != std::string::npos);
    CHECK(changed.find("# then down") != std::string::npos);
}

TEST_CASE("an item joins its own checklist") {
    const std::string changed = with_item(kPlan, "closing", "air", "空调", "空调已关");
    const Plan plan = read(changed);
    REQUIRE(plan.checklist("closing")->items.size() == 2);
    CHECK(plan.checklist("closing")->items[1].code == "air");
    CHECK(plan.checklist("closing")->items[1].block == "空调");
    CHECK(plan.checklist("closing")->items[1].text == "空调已关");
    CHECK(plan.checklist("opening")->items.size() == 1);
    CHECK(changed.find("text = \"灯\"   # 全部\n") != std::string::npos);
    CHECK(with_item(kPlan, "nothing", "air", "", "t") == kPlan);
}

TEST_CASE("a rule goes with the comment above it and leaves the others as they were") {
    const std::string before = kPlan + "\n# two of them\n\n# F4: hourly\n# at night\n";
    const std::string first =
        "[[rule]]   # one\ncode = \"r1\"\nname = \"R1\"\nkind = \"after\"\nweekdays = [\n    1,\n]   # Monday\n";
    const std::string second = "\n# E4\n[[rule]]\ncode = \"r2\"\nname = \"R2\"\nkind = \"after\"";
    const std::string both = before + first + second;
    REQUIRE(read(both).rules.size() == 2);
    CHECK(without_rule(both, "r1") == kPlan + "\n# two of them\n\n" + second.substr(1));
    CHECK(without_rule(both, "r2") == before + first + "\n");
    CHECK(without_rule(both, "r3") == both);
    const std::string neither = without_rule(without_rule(both, "r2"), "r1");
    CHECK(neither == kPlan + "\n# two of them\n\n");
    CHECK(read(neither).rules.empty());
}

TEST_CASE("every rule of the templates can go") {
    for (const std::string_view start : {embedded::sales_office_en, embedded::sales_office_zh}) {
        std::string toml{start};
        for (const Rule& rule : read(toml).rules) {
            const std::size_t left = read(toml).rules.size();
            toml = without_rule(toml, rule.code);
            CHECK(read(toml).rules.size() == left - 1);
            CHECK(read(toml).rule(rule.code) == nullptr);
        }
        CHECK(read(toml).checklists.size() == read(std::string{start}).checklists.size());
    }
}

TEST_CASE("a byte-order mark and Windows line ends") {
    std::string windows = "\xEF\xBB\xBF";
    for (const char letter : kPlan) {
        windows += letter == '\n' ? "\r\n" : std::string(1, letter);
    }
    CHECK(read(with_site_value(windows, "name", "二号")).site_name == "二号");
    CHECK_FALSE(read(without_person(windows, "A01")).staff[0].active);
    CHECK(read(with_point_there(windows, "P03", "x", 1, "night", "P01")).route("night")->points[1] == "P03");
    CHECK(read(with_item(windows, "closing", "air", "b", "t")).checklist("closing")->items.size() == 2);
    const std::string rule = "# E4\r\n[[rule]]\r\ncode = \"r\"\r\nname = \"R\"\r\nkind = \"after\"\r\n";
    CHECK(without_rule(windows + rule + "\r\n# end\r\n", "r") == windows + "# end\r\n");
}

TEST_CASE("any series of changes to the templates reads, and every comment stays") {
    std::mt19937 random{7};
    const auto pick = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
    const std::vector<std::string> names{"张\"伟\"", "a\\b", "李 娜", "x#y", "'q'", "[[z]]"};
    for (int plan = 0; plan < test::turns(1); ++plan) {
        for (const std::string_view start : {embedded::sales_office_en, embedded::sales_office_zh}) {
            std::string toml{start};
            for (int turn = 0; turn < 24; ++turn) {
                const std::string number = std::to_string(100 + turn);
                const std::string name = names[static_cast<std::size_t>(pick(5))] + number;
                switch (pick(4)) {
                    case 0:
                        toml = with_person(toml, "A" + number, name, {"guard"}, {});
                        break;
                    case 1:
                        toml = without_person(toml, "A" + std::to_string(100 + pick(turn)));
                        break;
                    case 2:
                        toml = with_point_there(toml, "P" + number, name, turn, pick(1) == 0 ? "night" : "fire", "P05");
                        break;
                    case 3:
                        toml = with_item(toml, "closing", "i" + number, name, name);
                        break;
                    default:
                        toml = with_site_value(toml, "name", name);
                }
                read(toml);
            }
            std::size_t from = 0;
            std::size_t comments = 0;
            for (auto at = start.find('#'); at != std::string_view::npos; at = start.find('#', at + 1)) {
                const auto line = start.substr(at, start.find('\n', at) - at);
                const auto found = toml.find(line, from);
                CHECK_MESSAGE(found != std::string::npos, std::string{line});
                from = found == std::string::npos ? from : found;
                ++comments;
            }
            CHECK(comments > 10);
        }
    }
}

}  // namespace onduty
