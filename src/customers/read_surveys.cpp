// SPDX-License-Identifier: MIT
#include "customers/read_surveys.hpp"

#include "book/amended.hpp"
#include "customers/kinds.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

std::vector<Survey> read_surveys(Book& book, const EntryQuery& query) {
    SurveyReading reading;
    Store& store = book.store();
    each_amended(store, query, [&](const Entry& entry) {
        const bool lines = entry.kind == kind::kSurvey || entry.kind == kind::kSurveyAnswer;
        reading.add(entry, lines ? lines_of(entry.fields) : std::vector<Line>{});
    });
    return reading.finish();
}

}  // namespace

EntryNumber survey_named(Book& book, const std::string& typed) {
    const auto number = read_number(typed);
    const auto entry = number ? book.store().entry(*number) : std::nullopt;
    if (!entry || entry->kind != kind::kSurvey) {
        throw UsageError{say(N_("\"{0}\" is no entry that began a survey. onduty customer survey shows them."), typed)};
    }
    return entry->number;
}

Survey read_survey(Book& book, EntryNumber number) {
    EntryQuery query;
    query.thread_of = number;
    std::vector<Survey> found = read_surveys(book, query);
    if (found.empty()) {
        throw Refusal{say(N_("The survey of entry {0} was withdrawn. Nothing was recorded."), number)};
    }
    return std::move(found.front());
}

std::vector<Survey> all_surveys(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kSurvey};
    std::vector<EntryNumber> numbers;
    each_amended(book.store(), query, [&](const Entry& entry) { numbers.push_back(entry.number); });
    std::vector<Survey> surveys;
    for (const EntryNumber number : numbers) {
        surveys.push_back(read_survey(book, number));
    }
    return surveys;
}

void add_survey_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const auto& [number, matter] : book.store().open_matters()) {
        if (matter != kind::kSurvey) {
            continue;
        }
        const Survey survey = read_survey(book, number);
        if (survey.until && !survey.closed) {
            lines.add(lone_slot(kNever, *survey.until),
                      say(N_("Survey \"{0}\": {1} of {2} back"), survey.title, survey.answers.size(), survey.sent),
                      "onduty customer survey show " + std::to_string(number), number);
        }
    }
}

}  // namespace onduty
