// SPDX-License-Identifier: MIT
#include "log/presence.hpp"

#include <algorithm>

#include "log/kind.hpp"

namespace onduty {

namespace {

void change_posts(Presence& presence, const Entry& entry) {
    std::vector<std::string>& posts = presence.posts;
    const auto had = std::find(posts.begin(), posts.end(), entry.post);
    if (entry.result != result::kLeft) {
        if (had == posts.end()) {
            posts.push_back(entry.post);
        }
    } else if (had != posts.end() && posts.size() > 1) {
        posts.erase(had);
    }
    presence.post = posts.empty() ? "" : posts.front();
}

}  // namespace

bool Presence::is_at(const std::string& asked) const {
    return post == asked || std::find(posts.begin(), posts.end(), asked) != posts.end();
}

Presence Presence::at(const std::string& asked) const {
    Presence there = *this;
    there.post = is_at(asked) ? asked : post;
    return there;
}

void apply(OnDuty& on_duty, const Entry& entry) {
    if (begins_shift(entry)) {
        on_duty[entry.actor] = {entry.actor, entry.post, entry.number, entry.told_at(), entry.business_date,
                                0,           {},         {},           std::nullopt,    {}};
        if (!entry.post.empty()) {
            on_duty[entry.actor].posts = {entry.post};
        }
        return;
    }
    const auto found = on_duty.find(entry.actor);
    if (found == on_duty.end()) {
        return;
    }
    Presence& presence = found->second;
    if (ends_shift(entry)) {
        if (entry.shift == 0 || entry.shift == presence.shift) {
            on_duty.erase(found);
        }
    } else if (changes_posts(entry)) {
        if (entry.shift == presence.shift) {
            change_posts(presence, entry);
        }
    } else if (entry.traits & trait::kBeginsRound) {
        presence.round = entry.number;
        presence.route = entry.subject;
        presence.last_point.clear();
        presence.last_at = entry.told_at();
    } else if ((entry.traits & trait::kReachesPoint) && presence.round == entry.about && presence.round != 0) {
        if (!entry.claims_before(presence.last_at.value_or(entry.told_at()))) {
            presence.last_point = entry.subject;
            presence.last_at = entry.told_at();
        }
    } else if ((entry.traits & trait::kEndsRound) && presence.round == entry.about) {
        presence.round = 0;
        presence.route.clear();
        presence.last_point.clear();
        presence.last_at.reset();
    }
}

}  // namespace onduty
