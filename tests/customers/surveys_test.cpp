// SPDX-License-Identifier: MIT
// Are answers counted, averaged and shared as the paper forms would be?
#include "customers/surveys.hpp"
#include "customers/kinds.hpp"
#include "notes/kinds.hpp"

#include <doctest/doctest.h>

using namespace onduty;

namespace {

Entry entry(EntryNumber number, const char* kind, EntryNumber about, const std::string& note = {}) {
    Entry made;
    made.number = number;
    made.kind = kind;
    made.about = about;
    made.note = note;
    return made;
}

}  // namespace

TEST_CASE("a survey has its answers, remarks and measures until it is closed") {
    SurveyReading reading;
    reading.add(entry(5, kind::kSurvey, 0, "Autumn"), {{kSentItem, 3}});
    reading.add(entry(6, kind::kSurveyAnswer, 5, "friendly"), {{"security", 4}, {"cleaning", 5}});
    reading.add(entry(7, kind::kSurveyAnswer, 5), {{"security", 3}});
    reading.add(entry(8, kind::kTask, 5, "more lamps"), {});
    reading.add(entry(9, kind::kDone, 5), {});
    reading.add(entry(10, kind::kSurveyAnswer, 4), {{"security", 1}});  // of none that is there
    const auto surveys = reading.finish();
    REQUIRE(surveys.size() == 1);
    const Survey& survey = surveys[0];
    CHECK(survey.title == "Autumn");
    CHECK(survey.sent == 3);
    CHECK(survey.answers.size() == 2);
    CHECK(survey.measures == std::vector<EntryNumber>{8});
    CHECK(survey.closed);
    const auto sums = sums_of(survey);
    CHECK(sums.at("security").answers == 2);
    CHECK(sums.at("security").mean_hundredths() == 350);
    CHECK(sums.at("security").satisfied == 1);
    CHECK(sums.at("cleaning").mean_hundredths() == 500);
}

TEST_CASE("the mean of no answers is 0") {
    CHECK(TopicSums{}.mean_hundredths() == 0);
}
