// SPDX-License-Identifier: MIT
// What are the parts of customer survey? The dispatcher chooses one; each reads the words that it needs.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace onduty {

inline constexpr std::int64_t kMostSent = 1000000;

struct SurveyOptions {
    std::string part;                // "new", "answer" ...
    std::string subject;             // the title, or the entry that began the survey
    std::vector<std::string> words;  // scores and remark, what is to be done
    std::int64_t sent = 0;
    std::string until;
    std::string owner;
};

int new_survey(Context& context, const SurveyOptions& options);
int answer_survey(Context& context, const SurveyOptions& options);
int measure_survey(Context& context, const SurveyOptions& options);
int close_survey(Context& context, const SurveyOptions& options);
int show_survey(Context& context, const SurveyOptions& options);
int list_surveys(Context& context);

}  // namespace onduty
