// SPDX-License-Identifier: MIT
#include "plan/read_handover_item.hpp"

#include "plan/references.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMost = 9999;

}  // namespace

HandoverItem handover_item_of(TableReader& table, const Named& named, const Plan& plan) {
    HandoverItem item;
    static_cast<Named&>(item) = named;
    item.posts = table.texts("posts");
    for (const std::string& post : item.posts) {
        References::needs(table, "posts", post, plan.posts);
    }
    if (item.posts.empty()) {
        table.fault(table.line(), say(N_("posts is missing: whose item is it?")));
    }
    item.number = table.integer("number", item.number, 1, kMost);
    item.note = table.optional_text("note");
    return item;
}

}  // namespace onduty
