// SPDX-License-Identifier: MIT
// customer survey new, answer, measure, done: forms go out, come back, and something is done about them.
#include "book/typed_lines.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "customers/read_surveys.hpp"
#include "customers/survey.hpp"
#include "notes/kinds.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostSent = 1000000;

}  // namespace

std::int64_t checked_sent(std::int64_t sent) {
    if (sent < 1 || sent > kMostSent) {
        throw UsageError{say(N_("How many were sent? Add --sent N, 1 to {0}."), kMostSent)};
    }
    return sent;
}

void check_score(const Things& topics, const std::string& topic, std::int64_t score, const std::string& typed) {
    if (score < 1 || score > kBestScore) {
        throw UsageError{say(N_("{0}: a score goes from 1 to {1}, {1} the best, not \"{2}\"."), topics.name(topic),
                             kBestScore, typed)};
    }
}

namespace {

Survey open_survey(Book& book, const std::string& typed) {
    Survey survey = read_survey(book, survey_named(book, typed));
    if (survey.closed) {
        throw Refusal{say(N_("The survey of entry {0} was closed at {1}."), survey.number,
                          full_text(book.zone(), *survey.closed))};
    }
    return survey;
}

struct Scores {
    std::vector<Line> lines;
    std::string remark;
};

// "security=4 cleaning=5 friendly staff": a word with = and without blanks is a score, every other one is remark.
Scores read_scores(const Things& topics, const std::vector<std::string>& words) {
    Scores scores;
    for (const std::string& word : words) {
        const std::string plain = plain_form(word);
        const std::size_t sign = plain.rfind('=');
        if (sign == std::string::npos || plain.find(' ') != std::string::npos) {
            scores.remark += (scores.remark.empty() ? "" : " ") + tidy_note(word);
            continue;
        }
        const std::string topic = topics.code(plain.substr(0, sign));
        const std::string typed = plain.substr(sign + 1);
        const std::int64_t score = typed.size() == 1 ? typed[0] - '0' : 0;
        check_score(topics, topic, score, typed);
        for (const Line& line : scores.lines) {
            if (line.item == topic) {
                throw UsageError{say(N_("{0} stands there twice."), topics.name(topic))};
            }
        }
        scores.lines.push_back({topic, score});
    }
    return scores;
}

}  // namespace

int new_survey(Context& context, const SurveyOptions& options) {
    checked_sent(options.sent);
    if (options.until.empty()) {
        throw UsageError{say(N_("Until when are they to be back? Add --until TIME."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kSurvey, recording.on_duty_person());
    entry.note = tidy_note(options.subject);
    entry.slot_at = book.due_time(options.until);
    Details details;
    details.lines = {{kSentItem, options.sent}};
    return recording.finish(recording.append(entry, details),
                            say(N_("Survey \"{0}\": sent {1}, back until {2}."), shown_safely(entry.note), options.sent,
                                full_text(book.zone(), *entry.slot_at)));
}

int answer_survey(Context& context, const SurveyOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Survey survey = open_survey(book, options.subject);
    const Things topics{book, "survey-topic", N_("topic of surveys")};
    const Scores scores = read_scores(topics, options.words);
    if (scores.lines.empty() && scores.remark.empty()) {
        throw UsageError{
            say(N_("What was answered? Write: onduty customer survey answer {0} TOPIC=1..5 \"...\""), survey.number)};
    }
    const auto back = static_cast<std::int64_t>(survey.answers.size());
    if (back >= survey.sent) {
        throw Refusal{
            say(N_("Of this survey {0} were sent and {1} are back already. Nothing was recorded."), survey.sent, back)};
    }
    Entry entry = recording.draft(kind::kSurveyAnswer, recording.on_duty_person());
    entry.about = survey.number;
    entry.note = scores.remark;
    Details details;
    details.lines = scores.lines;
    const Entry stored = recording.append(entry, details);
    const std::string what = say(N_("Answer {0} of {1}"), back + 1, survey.sent);
    const int code = recording.finish(
        stored, scores.lines.empty() ? what + tr(".") : say(N_("{0}: {1}."), what, lines_text(topics, scores.lines)));
    for (const Line& line : scores.lines) {
        if (line.quantity <= kDissatisfied) {
            context.remark(say(N_("{0}: not satisfied. Whoever is not is followed up: onduty complain new ..."),
                               topics.name(line.item)));
        }
    }
    return code;
}

int measure_survey(Context& context, const SurveyOptions& options) {
    std::string words;
    for (const std::string& word : options.words) {
        words += (words.empty() ? "" : " ") + tidy_note(word);
    }
    if (words.empty() || options.owner.empty() || options.until.empty()) {
        throw UsageError{say(N_("What, who, until when? Write: onduty customer survey measure {0} \"...\" --owner NAME "
                                "--until TIME"),
                             options.subject)};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Survey survey = read_survey(book, survey_named(book, options.subject));
    const Word owner = keeper_named(book, options.owner);
    Entry entry = recording.draft(kind::kTask, recording.on_duty_person());
    entry.about = survey.number;
    entry.note = words;
    entry.slot_at = book.due_time(options.until);
    Details details;
    details.agenda.emplace();
    details.agenda->owner = owner.code;
    return recording.finish(
        recording.append(entry, details),
        say(N_("{0}: {1}, until {2}."), owner.name, shown_safely(words), full_text(book.zone(), *entry.slot_at)));
}

int close_survey(Context& context, const SurveyOptions& options) {
    if (!options.words.empty() || !options.until.empty() || !options.owner.empty()) {
        throw UsageError{say(N_("Write: onduty customer survey done {0}"), shell_word(options.subject))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Survey survey = open_survey(book, options.subject);
    Entry entry = recording.draft(kind::kDone, recording.on_duty_person());
    entry.about = survey.number;
    return recording.finish(recording.append(entry),
                            say(N_("Survey \"{0}\" closed: {1} of {2} back."), shown_safely(survey.title),
                                survey.answers.size(), survey.sent));
}

}  // namespace onduty
