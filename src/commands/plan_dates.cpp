// SPDX-License-Identifier: MIT
// plan check: what of a plan counts for another date than its author likely thinks?
#include <fmt/format.h>

#include "commands/plan.hpp"
#include "plan/planned_windows.hpp"
#include "text/translate.hpp"

namespace onduty {

std::string clock_words(Minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60 % 24, time.count() % 60);
}

std::vector<std::string> date_remarks(const Plan& plan) {
    const auto name = [&](const std::string& code) {
        const Post* post = find_code(plan.posts, code);
        return post == nullptr ? code : post->name;
    };
    std::vector<std::string> remarks;
    for (const NightBegin& begin : night_begins(plan)) {
        remarks.push_back(say(N_("{0}: its window begins at {1}, before day_start ({2}): who comes for it counts for "
                                 "the day before."),
                              name(begin.post), clock_words(begin.from), clock_words(plan.calendar.day_start)));
    }
    for (const CrossedBegin& crossed : crossed_begins(plan)) {
        remarks.push_back(say(N_("{0} goes on until {1}, but at {2} the next shift of {3} begins with a new date: what "
                                 "is due from then on counts for the day before."),
                              crossed.rule->name, clock_words(crossed.rule->last), clock_words(crossed.begins),
                              name(crossed.rule->post)));
    }
    return remarks;
}

}  // namespace onduty
