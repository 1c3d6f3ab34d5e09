// SPDX-License-Identifier: MIT
// report: the figures of a day, week, month or year, on the screen, as CSV or JSON.
#include <set>

#include "cli/output_options.hpp"
#include "commands/blocks.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/words.hpp"

namespace onduty {

namespace {

enum class Span { day, week, month, year };

struct ReportOptions {
    Span span = Span::week;
    std::string date;
    std::string block;
    OutputOptions output;
};

DateRange dates_of(Span span, Date date) {
    switch (span) {
        case Span::day:
            return {date, date + std::chrono::days{1}};
        case Span::week:
            return {week_start(date), week_end(date)};
        case Span::month:
            return {month_start(date), month_end(date)};
        case Span::year:
            break;
    }
    const std::chrono::year year = std::chrono::year_month_day{date}.year();
    return {Date{year / 1 / 1}, Date{(year + std::chrono::years{1}) / 1 / 1}};
}

// A year may be written alone: 2020.
Date date_in(const ReportOptions& options, Date today) {
    const std::string plain = plain_form(options.date);
    const bool year =
        options.span == Span::year && plain.size() == 4 && plain.find_first_not_of("0123456789") == std::string::npos;
    return plain.empty() ? today : read_date(year ? plain + "-01-01" : options.date, today);
}

std::string title_of(Span span, DateRange dates) {
    const std::string first = to_text(dates.from);
    const std::string last = to_text(dates.until - std::chrono::days{1});
    switch (span) {
        case Span::day:
            return first;
        case Span::week:
            return say(N_("week {0}, {1} to {2}"), week_text(dates.from), first, last);
        case Span::year:
            return say(N_("year {0}, {1} to {2}"), first.substr(0, 4), first, last);
        case Span::month:
            break;
    }
    return say(N_("month {0}, {1} to {2}"), first.substr(0, 7), first, last);
}

// The versions of the plan that were in force on some of the days: "1, 2".
std::string versions_text(Book& book, DateRange dates) {
    const Instant from = to_instant(book.zone(), LocalTime{dates.from});
    const Instant until = to_instant(book.zone(), LocalTime{dates.until});
    std::set<int> versions{in_force(book.history(), from).version};
    for (const PlanVersion& version : book.history()) {
        if (from <= version.since && version.since < until) {
            versions.insert(version.plan.version);
        }
    }
    std::string text;
    for (const int version : versions) {
        text += (text.empty() ? "" : ", ") + std::to_string(version);
    }
    return text;
}

class Report {
  public:
    Report(Book& book, const ReportOptions& options)
        : book_{&book},
          options_{&options},
          dates_{dates_of(options.span, date_in(options, book.today()))},
          blocks_{book, dates_} {}

    Table block(const std::string& name) { return blocks_.table(name); }

    // The summary for people: head, sums, what is open, points, footer.
    void print_summary(Output& output) {
        output.line(say(N_("{0}, {1}"), book_->site_name(), title_of(options_->span, dates_)));
        output.line("");
        output.line(tr("Rounds and checks"));
        // The code is left out; the name is enough here.
        print(narrow(without(block("patrol"), {"rule"}), 3), Format::screen, output);
        print_open(output, State::missed, tr("Missed, not explained"));
        print_open(output, State::explained, tr("Missed, explained"));
        print_open(output, State::incomplete, tr("Incomplete"));
        output.line("");
        output.line(tr("Checkpoints"));
        print(narrow(block("points"), 3), Format::screen, output);
        print_if_any(output, tr("Checklists"), without(block("checks"), {"checklist", "incomplete", "items"}));
        print_if_any(output, tr("Inspections"), without(block("inspections"), {"checklist", "fixed", "entry"}));
        if (!book_->plan().rotas.empty()) {
            print_if_any(output, tr("Staffing"), without(block("staff"), {"post"}));
        }
        print_if_any(output, tr("Reception"), without(block("reception"), {"first_calls", "vehicles", "contractors"}));
        print_if_any(output, tr("Bar"), block("bar"));
        print_if_any(output, tr("Drinks"), block("drinks"));
        print_if_any(output, tr("Stock"), without(block("stock"), {"item", "adjusted", "returned"}));
        print_if_any(output, tr("Fridges"), without(block("fridges"), {"fridge"}));
        print_if_any(output, tr("Rooms shown"), without(block("show-home"), {"room"}));
        print_if_any(output, tr("Cases"), block("cases"));
        print_if_any(output, tr("Minutes that cases took"), block("case-times"));
        print_if_any(output, tr("Causes of cases"), without(block("causes"), {"cause"}));
        print_if_any(output, tr("Found at counts"), without(block("differences"), {"room", "item", "since"}));
        print_if_any(output, tr("Incidents"),
                     only(block("incidents"), {"incident", "time", "category", "what", "minutes"}));
        print_if_any(output, tr("Conduct"), only(block("conduct"), {"kind", "number", "person", "words"}));
        print_if_any(output, tr("Check calls"), block("calls"));
        print_if_any(output, tr("Drills and training"),
                     only(block("drills"), {"business_date", "what", "people", "result", "next"}));
        print_if_any(output, tr("Notes"), block("notes"));
        print_if_any(output, tr("Customers"), without(block("customers"), {"keeper"}));
        print_if_any(output, tr("Contacts"), without(block("contacts"), {"person"}));
        print_if_any(output, tr("Surveys"), without(block("survey"), {"topic", "measures", "remarks"}));
        print_if_any(output, tr("Cleaning"), without(block("cleaning"), {"item", "area"}));
        print_if_any(output, tr("Litter"), without(block("litter"), {"area"}));
        print_if_any(output, tr("Cleaning on request"), without(block("requests"), {"area"}));
        print_if_any(output, tr("Areas inspected"), without(block("area-scores"), {"area"}));
        output.line("");
        output.line(say(N_("Printed {0}, plan versions {1}."), full_text(book_->zone(), book_->now()),
                        versions_text(*book_, dates_)));
        output.line(say(N_("Seal {0}"), seal_text(book_->store().head())));
        output.line(tr("A log proves who said what and when, not that somebody stood at a door."));
    }

  private:
    // The table without the named columns.
    static Table without(Table table, const std::set<std::string_view>& names) {
        for (std::size_t column = table.columns.size(); column-- > 0;) {
            if (names.count(table.columns[column].name) == 0) {
                continue;
            }
            const auto place = static_cast<std::ptrdiff_t>(column);
            table.columns.erase(table.columns.begin() + place);
            for (auto& row : table.rows) {
                row.erase(row.begin() + place);
            }
        }
        return table;
    }

    // The table with the named columns alone.
    static Table only(Table table, const std::set<std::string_view>& names) {
        std::set<std::string_view> others;
        for (const Column& column : table.columns) {
            if (names.count(column.name) == 0) {
                others.insert(column.name);
            }
        }
        return without(std::move(table), others);
    }

    // A section of the summary that a site without such work does not see.
    static void print_if_any(Output& output, const char* heading, const Table& table) {
        if (!table.rows.empty()) {
            output.line("");
            output.line(heading);
            print(narrow(table, 3), Format::screen, output);
        }
    }

    // The table without the columns of figures that are empty or 0 everywhere, so that it fits on 80 columns.
    static Table narrow(const Table& wide, std::size_t kept) {
        Table table;
        std::vector<std::size_t> chosen;
        for (std::size_t column = 0; column < wide.columns.size(); ++column) {
            const bool figures = wide.columns[column].kind == ColumnKind::integer && column >= kept;
            if (!figures || std::any_of(wide.rows.begin(), wide.rows.end(),
                                        [&](const auto& row) { return row[column].number != 0; })) {
                chosen.push_back(column);
                table.columns.push_back(wide.columns[column]);
            }
        }
        for (const auto& row : wide.rows) {
            std::vector<Cell> cells;
            for (const std::size_t column : chosen) {
                cells.push_back(row[column]);
            }
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

    // Whether two slots that follow each other are told in one line: misses of one date, of the cleaning also those
    // that were explained in the same words.
    bool go_together(const RuleOutcomes& rule, const Outcome& first, const Outcome& next) {
        if (first.state != next.state) {
            return false;
        }
        return rule.is_cleaning() ? words_on(first) == words_on(next)
                                  : first.state == State::missed && first.slot.date == next.slot.date;
    }

    std::string words_on(const Outcome& outcome) {
        for (const WrittenExplanation& explanation : blocks_.days().facts.explanations) {
            if (explanation.number == outcome.explanation) {
                return explanation.words;
            }
        }
        return {};
    }

    // The slots that ended in `state`, one a line, those that go together as one.
    void print_open(Output& output, State state, const char* heading) {
        bool headed = false;
        for (const RuleOutcomes& rule : blocks_.days().rules) {
            if (rule.is_cleaning() && state == State::missed) {
                continue;  // its block has the numbers; one by one they would be a page
            }
            const auto& outcomes = rule.judgement.outcomes;
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                if (outcomes[i].state != state) {
                    continue;
                }
                std::size_t last = i;
                while (last + 1 < outcomes.size() && go_together(rule, outcomes[i], outcomes[last + 1])) {
                    ++last;
                }
                if (!headed) {
                    output.line("");
                    output.line(heading);
                    headed = true;
                }
                output.line(open_line(rule, outcomes[i], outcomes[last], last - i + 1));
                i = last;
            }
        }
    }

    std::string open_line(const RuleOutcomes& rule, const Outcome& first, const Outcome& last, std::size_t count) {
        std::string line = "  " + date_time_text(book_->zone(), first.slot.due);
        line += count > 1 ? say(N_(" to {0}"), date_time_text(book_->zone(), last.slot.due)) : std::string{};
        line += "  " + rule.name;
        line += count > 1 ? say(N_(", {0} times"), count) : std::string{};
        const auto add = [&](const std::string& text) { line += text.empty() ? "" : ": " + shown_safely(text); };
        const Table row = blocks_.slots([&](const Outcome& outcome) { return &outcome == &first; });
        for (const std::size_t column : {std::size_t{6}, std::size_t{8}, std::size_t{9}}) {
            add(row.rows.front()[column].text);
        }
        const std::string by = row.rows.front()[10].text;
        return line + (by.empty() ? "" : " (" + shown_safely(by) + ")");
    }

    Book* book_;
    const ReportOptions* options_;
    DateRange dates_;
    ReportBlocks blocks_;
};

int report(Context& context, const ReportOptions& options) {
    if (!options.block.empty()) {
        ReportBlocks::check_name(options.block);
    }
    const Format format = options.output.format(context);
    Book book{context, Store::Mode::read};
    Report report{book, options};
    std::size_t rows = 0;
    write_output(context, options.output, [&](Output& output) {
        if (format == Format::screen && options.block.empty()) {
            report.print_summary(output);
            return;
        }
        const Table table = report.block(options.block);
        rows = table.rows.size();
        print(table, format, output);
    });
    if (!options.output.file.empty() && options.output.file != "-") {
        context.remark(
            say(N_("{0} written, rows {1}, seal {2}."), options.output.file, rows, seal_text(book.store().head())));
    }
    return kDone;
}

template <Span span>
Action setup_report(OptionList& list) {
    auto options = std::make_shared<ReportOptions>();
    options->span = span;
    list.word("date", &options->date, tr("A date in it: 2026-11-23, yesterday, mon; today if left out"));
    list.option("--block", &options->block, "BLOCK", say(N_("One table: {0}"), ReportBlocks::names()));
    options->output.add_to(list);
    return [options](Context& context) { return report(context, *options); };
}

}  // namespace

CommandSpec report_command() {
    return {{
                {"day", "日报", N_("The figures of one business date"), setup_report<Span::day>},
                {"week", "周报", N_("The figures of an ISO week, Monday to Sunday"), setup_report<Span::week>},
                {"month", "月报", N_("The figures of a calendar month"), setup_report<Span::month>},
                {"year", "年报", N_("The figures of a calendar year"), setup_report<Span::year>},
            },
            setup_report<Span::week>};
}

}  // namespace onduty
