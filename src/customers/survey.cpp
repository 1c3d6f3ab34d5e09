// SPDX-License-Identifier: MIT
// customer survey: which part is meant, the list, and what a survey brought.
#include "customers/survey.hpp"

#include <map>

#include "book/amended.hpp"
#include "book/names.hpp"
#include "customers/actions.hpp"
#include "customers/blocks.hpp"
#include "customers/read_surveys.hpp"
#include "print/sums.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

using Part = int (*)(Context&, const SurveyOptions&);

const std::map<std::string, Part>& parts() {
    static const std::map<std::string, Part> kParts{
        {"new", new_survey},         {"新建", new_survey},     {"answer", answer_survey}, {"答卷", answer_survey},
        {"measure", measure_survey}, {"措施", measure_survey}, {"done", close_survey},    {"结束", close_survey},
        {"show", show_survey},       {"查看", show_survey},
    };
    return kParts;
}

int survey(Context& context, const SurveyOptions& options) {
    const std::string name = lower_case(plain_form(options.part));
    if (name.empty() || name == "list" || name == "清单") {
        return list_surveys(context);
    }
    const auto part = parts().find(name);
    if (part == parts().end()) {
        throw UsageError{say(N_("customer survey takes new, answer, measure, done, show or list, not \"{0}\".{1}"),
                             options.part, suggestion(name, {"new", "answer", "measure", "done", "show", "list"}))};
    }
    if (options.subject.empty()) {
        throw UsageError{
            part->second == new_survey
                ? say(N_("What is it called? Write: onduty customer survey new \"...\" --sent N --until TIME"))
                : say(N_("Which survey? Write the number of the entry that began it."))};
    }
    if (part->second != new_survey && options.sent != 0) {
        throw UsageError{say(N_("--sent belongs to a new survey."))};
    }
    return part->second(context, options);
}

Table topics_table(Book& book, const Survey& survey) {
    Table table{{{"topic", tr("Code"), ColumnKind::code},
                 {"name", tr("Topic"), ColumnKind::text},
                 {"answers", tr("Answers"), ColumnKind::integer},
                 {"mean", tr("Mean"), ColumnKind::code},
                 {"satisfied_percent", tr("Satisfied %"), ColumnKind::code}},
                {}};
    auto sums = sums_of(survey);
    const auto add = [&](const std::string& code, const TopicSums& sum) {
        table.rows.push_back({Cell::of(code), Cell::of(book.name_of("survey-topic", code)), Cell::of(sum.answers),
                              Cell::of(hundredths_text(sum.mean_hundredths())),
                              share_cell(sum.satisfied, sum.answers)});
    };
    // As they stood in the plan when it began, then what was asked besides.
    for (const SurveyTopic& topic : book.plan(&Plan::survey_topics, book.entry(survey.number).plan)) {
        if (const auto found = sums.find(topic.code); found != sums.end()) {
            add(topic.code, found->second);
            sums.erase(found);
        }
    }
    for (const auto& [code, sum] : sums) {
        add(code, sum);
    }
    return table;
}

std::string head_words(Book& book, const Survey& survey) {
    std::string words = say(N_("#{0} {1}: sent {2}, back {3}"), survey.number, shown_safely(survey.title), survey.sent,
                            survey.answers.size());
    const std::string share = share_text(survey.back(), survey.sent);
    words += share.empty() ? "" : say(N_(" ({0} %)"), share);
    words += survey.closed  ? tr(", ") + say(N_("closed {0}"), date_time_text(book.zone(), *survey.closed))
             : survey.until ? tr(", ") + say(N_("until {0}"), date_time_text(book.zone(), *survey.until))
                            : "";
    return words + tr(".");
}

void declare_survey(OptionList& list, SurveyOptions& options) {
    list.word("part", &options.part, tr("new, answer, measure, done, show or list"));
    list.word("survey", &options.subject, tr("Its title when it is new, else the entry that began it"));
    list.word("words", &options.words, tr("Scores and a remark: security=4 \"...\"; or what is to be done"));
    list.option("--sent", &options.sent, "N", tr("How many forms were sent"));
    list.option("--until", &options.until, "TIME", tr("Until when they are back, or the measure is taken"));
    list.option("--owner", &options.owner, "NAME", tr("Who takes the measure"));
}

}  // namespace

int show_survey(Context& context, const SurveyOptions& options) {
    Book book{context, Store::Mode::read};
    const Survey survey = read_survey(book, survey_named(book, options.subject));
    const NamesThen names{book, book.entry(survey.number).plan};
    Output& out = *context.environment.out;
    const Table topics = topics_table(book, survey);
    if (context.options.json) {
        print(topics, Format::json, out);
        return kDone;
    }
    context.print(head_words(book, survey));
    if (!topics.rows.empty()) {
        print(topics, Format::screen, out);
    }
    for (const SurveyAnswer& answer : survey.answers) {
        if (!answer.remark.empty()) {
            context.print(say(N_("Remark, entry {0}: {1}"), answer.number, shown_safely(answer.remark)));
        }
    }
    for (const EntryNumber measure : survey.measures) {
        const auto entry = book.store().entry(measure);
        const auto agenda = agenda_of(fields_now(book.store(), measure));
        if (entry && agenda) {
            context.print(say(N_("Measure, entry {0}: {1}, {2}, until {3}"), measure,
                              shown_safely(as_corrected(book.store(), *entry).note),
                              book.name_of("staff", agenda->owner),
                              date_time_text(book.zone(), entry->slot_at.value_or(entry->told_at()))));
        }
    }
    return kDone;
}

int list_surveys(Context& context) {
    Book book{context, Store::Mode::read};
    Table table{{{"entry", tr("No."), ColumnKind::integer},
                 {"title", tr("Survey"), ColumnKind::text},
                 {"sent", tr("Sent out"), ColumnKind::integer},
                 {"returned", tr("Back"), ColumnKind::integer},
                 {"returned_percent", tr("%"), ColumnKind::code},
                 {"until", tr("Until"), ColumnKind::code},
                 {"closed", tr("Closed"), ColumnKind::code}},
                {}};
    for (const Survey& survey : all_surveys(book)) {
        const auto time = [&](std::optional<Instant> at) {
            return at ? Cell::of(date_time_text(book.zone(), *at)) : Cell{};
        };
        table.rows.push_back({Cell::of(survey.number), Cell::of(survey.title), Cell::of(survey.sent),
                              Cell::of(static_cast<std::int64_t>(survey.answers.size())),
                              share_cell(survey.back(), survey.sent), time(survey.until), time(survey.closed)});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(
            tr("There is no survey yet. One begins with: onduty customer survey new \"...\" --sent N --until TIME"));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

constexpr ActionSpec kCustomerSurvey =
    action<declare_survey, survey>("survey", "调查", N_("A round of questions: sent, answered, measures"));

}  // namespace onduty
