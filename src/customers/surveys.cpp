// SPDX-License-Identifier: MIT
#include "customers/surveys.hpp"

#include "customers/kinds.hpp"
#include "notes/kinds.hpp"

namespace onduty {

void TopicSums::add(std::int64_t score) {
    ++answers;
    total += score;
    satisfied += score >= kSatisfied ? 1 : 0;
}

std::int64_t TopicSums::mean_hundredths() const {
    return answers == 0 ? 0 : (total * 100 + answers / 2) / answers;
}

std::map<std::string, TopicSums> sums_of(const Survey& survey) {
    std::map<std::string, TopicSums> topics;
    for (const SurveyAnswer& answer : survey.answers) {
        for (const auto& [topic, score] : answer.scores) {
            topics[topic].add(score);
        }
    }
    return topics;
}

void SurveyReading::add(const Entry& entry, const std::vector<Line>& lines) {
    if (entry.kind == kind::kSurvey) {
        Survey& survey = surveys_[entry.number];
        survey.number = entry.number;
        survey.title = entry.note;
        survey.begun = entry.told_at();
        survey.business_date = entry.business_date;
        survey.until = entry.slot_at;
        for (const Line& line : lines) {
            survey.sent += line.item == kSentItem ? line.quantity : 0;
        }
        return;
    }
    const auto found = surveys_.find(entry.about);
    if (found == surveys_.end()) {
        return;
    }
    if (entry.kind == kind::kSurveyAnswer) {
        SurveyAnswer answer{entry.number, entry.told_at(), {}, entry.note};
        for (const Line& line : lines) {
            answer.scores[line.item] = line.quantity;
        }
        found->second.answers.push_back(std::move(answer));
    } else if (entry.kind == kind::kTask) {
        found->second.measures.push_back(entry.number);
    } else if (entry.kind == kind::kDone) {
        found->second.closed = entry.told_at();
        found->second.closed_on = entry.business_date;
    }
}

std::vector<Survey> SurveyReading::finish() {
    std::vector<Survey> all;
    for (auto& [number, survey] : surveys_) {
        all.push_back(std::move(survey));
    }
    surveys_.clear();
    return all;
}

}  // namespace onduty
