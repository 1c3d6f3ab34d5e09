// SPDX-License-Identifier: MIT
#include "plan/read_cleaning.hpp"

#include "plan/read_rule.hpp"
#include "plan/references.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Whose duty it is where the plan does not say.
constexpr const char* kUsualPost = "cleaner";

}  // namespace

void read_cleaning(TableReader& table, const Named& named, Plan& plan) {
    CleaningItem item;
    static_cast<Named&>(item) = named;
    item.area = table.text("area");
    References::needs(table, "area", item.area, plan.points);
    item.standard = table.optional_text("standard");
    item.treatment = table.boolean("treatment", false);
    Rule rule = rule_of(table, named, plan, {"cleaning", item.code});
    if (rule.kind == RuleKind::timer || rule.kind == RuleKind::deadline) {
        table.fault(table.line_of("kind"), say(N_("kind of an item of the cleaning is every, at, period or after.")));
    }
    if (rule.post.empty()) {
        rule.post = kUsualPost;
        References::needs(table, "post", rule.post, plan.posts);
    }
    plan.cleaning.push_back(std::move(item));
    plan.rules.push_back(std::move(rule));
}

}  // namespace onduty
