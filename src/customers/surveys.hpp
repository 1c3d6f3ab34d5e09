// SPDX-License-Identifier: MIT
// What did a survey bring: how many answered, how they judged each topic? Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

inline constexpr std::int64_t kBestScore = 5;
inline constexpr std::int64_t kSatisfied = 4;     // from here on
inline constexpr std::int64_t kDissatisfied = 2;  // down from here: to be followed up

// The item of the line that says how many were sent.
inline constexpr const char* kSentItem = "sent";

struct SurveyAnswer {
    EntryNumber number = 0;
    Instant at;
    std::map<std::string, std::int64_t> scores;  // by topic, 1 to 5
    std::string remark;
};

struct Survey {
    EntryNumber number = 0;
    std::string title;
    std::int64_t sent = 0;
    Instant begun;
    Date business_date{};
    std::optional<Instant> until;
    std::optional<Instant> closed;
    Date closed_on{};  // business date
    std::vector<SurveyAnswer> answers;
    std::vector<EntryNumber> measures;  // tasks about it

    std::int64_t back() const { return static_cast<std::int64_t>(answers.size()); }
};

struct TopicSums {
    std::int64_t answers = 0;
    std::int64_t total = 0;
    std::int64_t satisfied = 0;
    void add(std::int64_t score);
    std::int64_t mean_hundredths() const;  // 0 without answers
};

// By topic code.
std::map<std::string, TopicSums> sums_of(const Survey& survey);

// Takes in surveys, answers, tasks and what closes them, corrected already and in the order of their numbers.
class SurveyReading {
  public:
    void add(const Entry& entry, const std::vector<Line>& lines);
    std::vector<Survey> finish();

  private:
    std::map<EntryNumber, Survey> surveys_;
};

}  // namespace onduty
