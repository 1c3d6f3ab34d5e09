// SPDX-License-Identifier: MIT
#include "commands/due_list.hpp"

#include <algorithm>
#include <map>

#include "cases/read.hpp"
#include "cleaning/read.hpp"
#include "customers/read.hpp"
#include "customers/read_surveys.hpp"
#include "guard/clocks.hpp"
#include "handover/read.hpp"
#include "loans/read.hpp"
#include "notes/read.hpp"
#include "plan/after.hpp"
#include "print/table.hpp"
#include "stock/clocks.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/words.hpp"
#include "visits/clocks.hpp"

namespace onduty {

namespace {

// Longer than any log.
constexpr std::chrono::days kEver{36500};

std::string command_for(const Plan& plan, const Rule& rule) {
    const std::string& family = rule.target.family;
    if (family == "event") {
        return rule.target.code == event::kStocktake   ? "onduty serve stock count ..."
               : rule.target.code == event::kCheckCall ? "onduty patrol call NAME"
               : rule.target.code == event::kMinutes   ? "onduty note minutes \"...\" --people N"
                                                       : "onduty serve disinfect ...";
    }
    const Checklist* checklist = family == "checklist" ? plan.checklist(rule.target.code) : nullptr;
    return (family == "route"                           ? "onduty patrol start "
            : family == "fridge"                        ? "onduty serve fridge ... "
            : family == "room"                          ? "onduty serve count "
            : checklist != nullptr && checklist->person ? "onduty checkin inspect NAME "
                                                        : "onduty patrol check ") +
           rule.target.code;
}

const char* machine_name(Urgency urgency) {
    switch (urgency) {
        case Urgency::overdue:
            return "overdue";
        case Urgency::unexplained:
            return "unexplained";
        case Urgency::now:
            return "now";
        case Urgency::soon:
            return "soon";
    }
    return "";
}

const char* shown(const DueLine& line) {
    switch (line.urgency) {
        case Urgency::overdue:
            return tr("OVERDUE");
        case Urgency::unexplained:
            // Of a rule a slot was missed; without one a count differs.
            return line.rule.empty() ? tr("DIFFERS") : tr("MISSED");
        case Urgency::now:
            return tr("now");
        case Urgency::soon:
            return tr("later");
    }
    return "";
}

void add_line(Book& book, const Outcome& outcome, const std::string& name, Instant horizon,
              std::vector<DueLine>& lines) {
    const Slot& slot = outcome.slot;
    if (outcome.state == State::missed) {
        lines.push_back({Urgency::unexplained, slot.due, slot.rule->code, name,
                         "onduty patrol explain \"" + date_time_text(book.zone(), slot.due) + "\" \"...\""});
    } else if (outcome.state == State::pending && slot.due <= horizon) {
        const Urgency urgency = outcome.overdue            ? Urgency::overdue
                                : book.now() >= slot.opens ? Urgency::now
                                                           : Urgency::soon;
        lines.push_back({urgency, slot.due, slot.rule->code, name, command_for(book.plan(), *slot.rule)});
    }
}

// What was missed at the same time is told apart by its rule.
void name_rules(std::vector<DueLine>& lines) {
    std::map<Instant, int> misses;
    for (const DueLine& line : lines) {
        misses[line.due] += line.urgency == Urgency::unexplained ? 1 : 0;
    }
    for (DueLine& line : lines) {
        if (line.urgency == Urgency::unexplained && misses[line.due] > 1) {
            line.next += " --rule " + line.rule;
        }
    }
}

// What comes so many days after it was last done stays due however long that is overdue.
void keep_overdue(Book& book, DaysOutcomes& days) {
    const std::vector<std::string> codes = after_rules(book.history());
    for (RuleOutcomes& rule : days.rules) {
        if (std::find(codes.begin(), codes.end(), rule.rule) != codes.end()) {
            const DateRange dates{book.today() - kEver, days.dates.until};
            rule = judge_rule(book.history(), rule.rule, book.zone(), dates, days.facts, book.now());
        }
    }
}

}  // namespace

DueLine slot_line(Book& book, const Slot& slot, const std::string& what, const std::string& next) {
    const Urgency urgency = book.now() > slot.on_time_until             ? Urgency::overdue
                            : book.now() + slot.rule->early >= slot.due ? Urgency::now
                                                                        : Urgency::soon;
    return {urgency, slot.due, slot.rule->code, what, next};
}

DueLine deadline_line(Book& book, const Rule& rule, Instant since, const std::string& what, const std::string& next) {
    return slot_line(book, deadline_slot(rule, book.plan().calendar, book.zone(), since, {}), what, next);
}

std::vector<DueLine> due_lines(Book& book, std::chrono::hours ahead) {
    const std::chrono::days day{1};
    DaysOutcomes days = outcomes_of(book, {book.today() - kLookBack, book.today() + day + day});
    keep_overdue(book, days);
    std::vector<DueLine> lines;
    for (const RuleOutcomes& rule : days.rules) {
        if (rule.is_cleaning()) {
            continue;  // more of it and in other words, below
        }
        for (const Outcome& outcome : rule.judgement.outcomes) {
            add_line(book, outcome, rule.name, book.now() + ahead, lines);
        }
    }
    name_rules(lines);
    for (const RuleOutcomes& rule : days.rules) {
        if (rule.is_cleaning()) {
            add_cleaning_lines(book, rule, book.now() + ahead, lines);
        }
    }
    for (DueLine& line : cleaning_matter_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : handover_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : visit_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : house_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : case_due_lines(book, ahead)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : guard_lines(book, days)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : note_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : loan_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : customer_lines(book)) {
        lines.push_back(std::move(line));
    }
    for (DueLine& line : survey_lines(book)) {
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const DueLine& a, const DueLine& b) {
        return a.urgency != b.urgency ? a.urgency < b.urgency : a.due < b.due;
    });
    return lines;
}

Table due_table(Book& book, const std::vector<DueLine>& lines, bool all) {
    Table table{{{"state", tr("State"), ColumnKind::word},
                 {"due", tr("Due"), ColumnKind::code},
                 {"minutes", tr("Min"), ColumnKind::integer},
                 {"what", tr("What"), ColumnKind::text},
                 {"next", tr("Type"), ColumnKind::code}},
                {}};
    for (const DueLine& line : all ? lines : with_cleaning_grouped(book, lines)) {
        const bool more = line.urgency == Urgency::soon && !line.rule.empty() && !all &&
                          std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
                              return row[0].text == "soon" && row[3].text == line.what;
                          });
        if (more) {
            continue;
        }
        const auto minutes = std::chrono::floor<Minutes>(line.due - book.now()).count();
        table.rows.push_back({Cell::of(machine_name(line.urgency), shown(line)),
                              Cell::of(date_time_text(book.zone(), line.due)), Cell::of(std::int64_t{minutes}),
                              Cell::of(line.what), Cell::of(line.next)});
    }
    return table;
}

int show_due(Context& context) {
    Book book{context, Store::Mode::read};
    const std::vector<DueLine> lines = due_lines(book, kDueAhead);
    const bool open = std::any_of(lines.begin(), lines.end(),
                                  [](const DueLine& line) { return line.urgency <= Urgency::unexplained; });
    if (lines.empty() && !context.options.json) {
        context.print(say(N_("Nothing is due in the next {0} hours."), kDueAhead.count()));
        return kDone;
    }
    print(due_table(book, lines, context.options.json), context.options.json ? Format::json : Format::screen,
          *context.environment.out);
    return open ? kFound : kDone;
}

}  // namespace onduty
