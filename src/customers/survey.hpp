// SPDX-License-Identifier: MIT
// What are the parts of customer survey? The dispatcher chooses one; each reads the words that it needs.
#pragma once

#include <string>
#include <vector>

#include "book/typed_lines.hpp"
#include "cli/command.hpp"

namespace onduty {

struct SurveyOptions {
    std::string part;                // "new", "answer" ...
    std::string subject;             // the title, or the entry that began the survey
    std::vector<std::string> words;  // scores and remark, what is to be done
    std::int64_t sent = 0;
    std::string until;
    std::string owner;
};

// How many forms; throws UsageError for none, and for more than anybody sends.
std::int64_t checked_sent(std::int64_t sent);
// Throws UsageError for a score that is none, with what was typed.
void check_score(const Things& topics, const std::string& topic, std::int64_t score, const std::string& typed);

int new_survey(Context& context, const SurveyOptions& options);
int answer_survey(Context& context, const SurveyOptions& options);
int measure_survey(Context& context, const SurveyOptions& options);
int close_survey(Context& context, const SurveyOptions& options);
int show_survey(Context& context, const SurveyOptions& options);
int list_surveys(Context& context);

}  // namespace onduty
