// SPDX-License-Identifier: MIT
// Who takes a post for once that the plan does not give him, why, and who agreed to it?
#pragma once

#include <set>
#include <string>
#include <vector>

#include "book/recording.hpp"
#include "cli/option_list.hpp"

namespace onduty {

struct CoverOptions {
    bool covers = false;
    std::string agreed;  // who agreed, as typed

    void add_to(OptionList& list);
};

struct Cover {
    std::set<std::string> posts;  // that are not his by the plan
    std::string agreed;           // staff code; "" while nobody may change the plan

    // Marks what takes one of these.
    void put_into(Entry& entry) const;
};

// Whether the plan has the person at the post.
bool is_planned_at(const Word& person, const std::string& post);

// What is typed to take it for once, in the words of who is asked.
std::string cover_command(Book& book, const Word& person, const std::string& post);

// What was typed of it for these posts; that another agreed is the own word of who may not change the plan. Throws
// UsageError without a reason, Refusal where the plan has him at all of
// them, or nobody who may change the plan is named.
Cover cover_of(Recording& recording, const Word& person, const std::vector<std::string>& posts,
               const CoverOptions& options);

// Of the posts that he has now those at which he stands in.
std::vector<std::string> posts_covered(Book& book, const Presence& present);

}  // namespace onduty
