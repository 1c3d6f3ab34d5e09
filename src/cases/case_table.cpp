// SPDX-License-Identifier: MIT
#include "cases/case_table.hpp"

#include "book/machine_words.hpp"
#include "cases/words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::vector<Column> wide_columns() {
    return {{"case", tr("Case"), ColumnKind::code},
            {"sort", tr("Kind"), ColumnKind::word},
            {"severity", tr("Severity"), ColumnKind::integer},
            {"stage", tr("Stage"), ColumnKind::word},
            {"business_date", tr("Business date"), ColumnKind::code},
            {"began", tr("Began"), ColumnKind::code},
            {"due", tr("Due"), ColumnKind::code},
            {"overdue", tr("Overdue"), ColumnKind::word},
            {"owner", tr("Owner"), ColumnKind::text},
            {"waits_for", tr("Waits for"), ColumnKind::word},
            {"channel", tr("Way"), ColumnKind::word},
            {"place", tr("Place"), ColumnKind::text},
            {"unit", tr("Unit no."), ColumnKind::text},
            {"words", tr("What"), ColumnKind::text},
            {"remedy_asked", tr("Asked for"), ColumnKind::text},
            {"remedy_given", tr("Given"), ColumnKind::text},
            {"cost", tr("Cost"), ColumnKind::code},
            {"hand_offs", tr("Hand-offs"), ColumnKind::integer},
            {"reopened", tr("Reopened"), ColumnKind::integer},
            {"verdict", tr("Verdict"), ColumnKind::word},
            {"cause", tr("Cause"), ColumnKind::text},
            {"resolved", tr("Resolved"), ColumnKind::code},
            {"archived", tr("Archived"), ColumnKind::code},
            {"from_entry", tr("From no."), ColumnKind::integer},
            {"entry", tr("Entry"), ColumnKind::integer},
            {"reference", tr("Reference"), ColumnKind::text},
            {"next", tr("Next step"), ColumnKind::code}};
}

std::vector<Column> narrow_columns() {
    return {{"case", tr("Case"), ColumnKind::code},       {"sort", tr("Kind"), ColumnKind::word},
            {"severity", tr("Sev"), ColumnKind::integer}, {"stage", tr("Stage"), ColumnKind::word},
            {"due", tr("Due"), ColumnKind::code},         {"owner", tr("Owner"), ColumnKind::text},
            {"words", tr("What"), ColumnKind::text}};
}

std::string last_verdict(const Case& one) {
    return one.follow_ups.empty() ? "" : one.follow_ups.back().verdict;
}

Cell number_or_nothing(std::int64_t number) {
    return number == 0 ? Cell{} : Cell::of(number);
}

Cell word(const std::string& code, const char* shown) {
    return code.empty() ? Cell{} : Cell::of(code.c_str(), shown);
}

}  // namespace

std::optional<CaseDeadline> next_deadline(Book& book, const Case& one, Instant now) {
    std::optional<CaseDeadline> next;
    if (one.archived) {
        return next;
    }
    const CaseTerms plan = plan_of(book, one);
    for (const CaseDeadline& deadline : case_deadlines(one, plan.cases, plan.calendar, book.zone(), now)) {
        if (!deadline.done && (!next || deadline.due < next->due)) {
            next = deadline;
        }
    }
    return next;
}

bool is_overdue(Book& book, const Case& one) {
    const auto deadline = next_deadline(book, one, book.now());
    return deadline && book.now() > deadline->due;
}

std::vector<Column> case_columns(bool narrow) {
    return narrow ? narrow_columns() : wide_columns();
}

std::vector<Cell> case_row(Book& book, const Case& one, bool narrow) {
    const auto time = [&](const std::optional<Instant>& at) {
        return at ? Cell::of(date_time_text(book.zone(), *at)) : Cell{};
    };
    const Stage stage = stage_of(one, plan_of(book, one).cases);
    const auto deadline = next_deadline(book, one, book.now());
    const bool overdue = deadline && book.now() > deadline->due;
    const Cell code = Cell::of(case_code(one.file.sequence));
    const Cell sort = word(one.sort, shown_word(one.sort));
    const Cell shown = Cell::of(machine_name(stage), shown_stage(stage));
    const Cell owner = one.owner.empty() ? Cell{} : Cell::of(book.name_of("staff", one.owner));
    if (narrow) {
        const std::string due = deadline ? date_time_text(book.zone(), deadline->due).substr(5) : std::string{};
        return {code,
                sort,
                Cell::of(one.severity),
                shown,
                Cell::of(overdue ? due + " " + tr("OVERDUE") : due),
                owner,
                Cell::of(one.words)};
    }
    const CaseStretch* wait = one.wait();
    const std::string& place = one.file.place;
    return {code,
            sort,
            Cell::of(one.severity),
            shown,
            Cell::of(to_text(one.date)),
            time(one.start),
            time(deadline ? std::optional{deadline->due} : std::nullopt),
            overdue ? Cell::of("overdue", tr("OVERDUE")) : Cell{},
            owner,
            wait == nullptr ? Cell{} : word(wait->subject, shown_wait(wait->subject)),
            word(one.file.channel, shown_channel(one.file.channel)),
            place.empty() ? Cell{} : Cell::of(book.name_of("point", place)),
            Cell::of(one.file.unit),
            Cell::of(one.words),
            Cell::of(one.file.remedy_asked),
            Cell::of(one.remedy),
            one.cost == 0 ? Cell{} : Cell::of(money_text(one.cost)),
            Cell::of(std::int64_t{one.hand_offs}),
            Cell::of(static_cast<std::int64_t>(one.reopened_on.size())),
            word(last_verdict(one), shown_word(last_verdict(one))),
            one.cause.empty() ? Cell{} : Cell::of(book.name_of("cause", one.cause)),
            time(one.resolution() == nullptr ? std::nullopt : std::optional{one.resolution()->at.told}),
            time(one.archived ? std::optional{one.archived->told} : std::nullopt),
            number_or_nothing(one.from),
            Cell::of(one.entry),
            Cell::of(one.file.reference),
            Cell::of(case_next(book, one))};
}

}  // namespace onduty
