// SPDX-License-Identifier: MIT
#include "plan/handover_item.hpp"

#include <algorithm>

namespace onduty {

bool HandoverItem::is_of(const std::string& post) const {
    return std::find(posts.begin(), posts.end(), post) != posts.end();
}

std::vector<HandoverItem> items_of(const std::vector<HandoverItem>& items, const std::string& post) {
    std::vector<HandoverItem> held;
    std::copy_if(items.begin(), items.end(), std::back_inserter(held),
                 [&](const HandoverItem& item) { return item.is_of(post); });
    return held;
}

std::set<std::string> relief_of(const std::vector<HandoverItem>& items, const std::string& post) {
    std::set<std::string> posts{post};
    for (const HandoverItem& item : items_of(items, post)) {
        posts.insert(item.posts.begin(), item.posts.end());
    }
    return posts;
}

}  // namespace onduty
