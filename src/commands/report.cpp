// SPDX-License-Identifier: MIT
// report: the figures of a day, week, month or year, on the screen, as CSV or JSON.
#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "book/amended.hpp"
#include "book/amended_count.hpp"
#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/names.hpp"
#include "book/pass.hpp"
#include "book/recording.hpp"
#include "book/subject.hpp"
#include "book/supplements.hpp"
#include "cli/output_options.hpp"
#include "print/table.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

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

bool is_digits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The Monday of "2026-W12"; nullopt for what is none, as W54.
std::optional<Date> monday_of(const std::string& typed) {
    const std::size_t mark = typed.find("-w");
    if (mark != 4 || !is_digits(typed.substr(0, 4), 4) || !is_digits(typed.substr(6), 2)) {
        return std::nullopt;
    }
    // The fourth of January lies in the first week of its year.
    const Date first = week_start(Date{std::chrono::year{std::stoi(typed)} / 1 / 4});
    const Date monday = first + std::chrono::days{7 * (std::stoi(typed.substr(6)) - 1)};
    return lower_case(week_text(monday)) == typed ? std::optional{monday} : std::nullopt;
}

// A span may be written as its title has it, 2026, 2026-03 or 2026-W12; else it is any date in it.
Date date_in(const ReportOptions& options, Date today) {
    const std::string plain = lower_case(plain_form(options.date));
    const bool year = options.span == Span::year && is_digits(plain, 4);
    const bool month = options.span == Span::month && plain.size() == 7 && plain[4] == '-' &&
                       is_digits(plain.substr(0, 4), 4) && is_digits(plain.substr(5), 2);
    if (const auto monday = options.span == Span::week ? monday_of(plain) : std::nullopt) {
        return *monday;
    }
    return plain.empty() ? today : read_date(year ? plain + "-01-01" : month ? plain + "-01" : options.date, today);
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

// The versions of the plan that were in force on some of the days, a night being of the day on which it began: "1, 2".
std::string versions_text(Book& book, DateRange dates) {
    std::set<int> versions;
    int first = 1;  // in force when the dates begin
    for (const auto& [version, since] : book.versions(1, book.plan_version())) {
        const Date date = business_date(book.zone(), book.calendar(), since);
        first = date < dates.from ? version : first;
        if (dates.from <= date && date < dates.until) {
            versions.insert(version);
        }
    }
    versions.insert(first);
    return listed(versions, [](int version) { return std::to_string(version); });
}

// In the order in which they stand on the page and in the help.
const std::vector<const Block*>& all_blocks() {
    static const std::vector<const Block*> kAll = [] {
        std::vector<const Block*> blocks;
        for (const Subject* subject : subjects()) {
            for (const Block& block : subject->blocks) {
                blocks.push_back(&block);
            }
        }
        std::stable_sort(blocks.begin(), blocks.end(),
                         [](const Block* a, const Block* b) { return a->place < b->place; });
        return blocks;
    }();
    return kAll;
}

// "patrol, slots, points ..."
std::string block_names() {
    return listed(all_blocks(), [](const Block* block) { return block->name; });
}

// The first one without a name.
const Block& block_named(const std::string& name) {
    std::vector<std::string> known;
    for (const Block* block : all_blocks()) {
        if (name.empty() || name == block->name) {
            return *block;
        }
        known.emplace_back(block->name);
    }
    throw UsageError{
        say(N_("There is no block \"{0}\". The blocks are {1}.{2}"), name, block_names(), suggestion(name, known))};
}

// The table without the columns that the page leaves out.
Table without_hidden(Table table, std::span<const char* const> hidden) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        const std::string_view name{table.columns[column].name};
        if (std::find(hidden.begin(), hidden.end(), name) == hidden.end()) {
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

// The table without the columns of figures and times that are empty or 0 everywhere, so that it fits on 80 columns.
Table narrow(const Table& wide) {
    constexpr std::size_t kKept = 3;
    Table table;
    std::vector<std::size_t> chosen;
    for (std::size_t column = 0; column < wide.columns.size(); ++column) {
        const ColumnKind kind = wide.columns[column].kind;
        const bool may_go = column >= kKept && (kind == ColumnKind::integer || kind == ColumnKind::code);
        if (!may_go || std::any_of(wide.rows.begin(), wide.rows.end(), [&](const auto& row) {
                return row[column].number != 0 || (kind == ColumnKind::code && !row[column].text.empty());
            })) {
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

// A section of the page; one that a site without such work does not see.
void print_block(const Block& block, Pass& pass, Output& output) {
    if (block.shown != nullptr && !block.shown(pass)) {
        return;
    }
    const Table table = block.table(pass);
    if (block.shown == nullptr && table.rows.empty()) {
        return;
    }
    output.line("");
    output.line(tr(block.heading));
    print(narrow(without_hidden(table, block.hidden)), Format::screen, output);
    if (block.below != nullptr) {
        block.below(pass, output);
    }
}

// The clocks that were declared wrong for entries of these days.
void tell_clocks(Pass& pass, Output& output) {
    Store& store = pass.book().store();
    for (const DeclaredClock& clock : declared_clocks(store)) {
        const Date first = as_corrected(store, pass.book().entry(clock.first)).business_date;
        const Date last = as_corrected(store, pass.book().entry(clock.last)).business_date;
        if (std::min(first, last) < pass.dates().until && pass.dates().from <= std::max(first, last)) {
            output.line(say(N_("The clock that recorded {0} was wrong; it is read with {1}, as entry {2} declares."),
                            entries_text(clock.first, clock.last), minutes_text(clock.add), clock.number));
        }
    }
}

// Above all figures.
void tell_unknown(Pass& pass, const std::function<void(const std::string& line)>& print) {
    if (const std::string unknown = unknown_kinds(pass.unknown()); !unknown.empty()) {
        print(say(N_("A newer program recorded what this one does not know and counts nowhere: {0}."), unknown));
    }
}

// The page for people: head, sums, what is open, points, footer. All of it from one reading of the period.
void print_page(Pass& pass, Span span, Output& output) {
    Book& book = pass.book();
    for (const Block* block : all_blocks()) {
        if (block->heading != nullptr && block->want != nullptr) {
            block->want(pass);
        }
    }
    output.line(say(N_("{0}, {1}"), book.site_name(), title_of(span, pass.dates())));
    tell_unknown(pass, [&](const std::string& line) { output.line(line); });
    for (const Block* block : all_blocks()) {
        if (block->heading != nullptr) {
            print_block(*block, pass, output);
        }
    }
    output.line("");
    output.line(say(N_("Printed {0}, plan versions {1}."), full_text(book.zone(), book.now()),
                    versions_text(book, pass.dates())));
    if (const std::string closing = closing_words(book, pass.dates()); !closing.empty()) {
        output.line(closing);
    }
    tell_clocks(pass, output);
    EntryQuery amending;
    amending.dates = pass.dates();
    const auto all = [](EntryNumber) { return true; };
    if (const std::string amended = amended_words(count_amended(book.store(), amending, all)); !amended.empty()) {
        output.line(amended);
    }
    output.line(say(N_("Seal {0}"), seal_text(book.store().head())));
    output.line(tr("A log proves who said what and when, not that somebody stood at a door."));
}

int report(Context& context, const ReportOptions& options) {
    const Block& block = block_named(options.block);
    const Format format = options.output.format(context);
    auto book = std::make_unique<Book>(context, Store::Mode::read);
    const DateRange dates = dates_of(options.span, date_in(options, book->today()));
    std::size_t rows = 0;
    // A report that is refused, because its file is there already, closes nothing.
    write_output(context, options.output, [&](Output& output) {
        if (close_days(*book)) {
            book = std::make_unique<Book>(context, Store::Mode::read);
        }
        Pass pass{*book, dates};
        const NamesThen names{*book, dates};
        if (format == Format::screen && options.block.empty()) {
            print_page(pass, options.span, output);
            return;
        }
        if (block.want != nullptr) {
            block.want(pass);
        }
        tell_unknown(pass, [&](const std::string& line) { context.remark(line); });
        const Table table = block.table(pass);
        rows = table.rows.size();
        print(table, format, output);
    });
    if (!options.output.file.empty() && options.output.file != "-") {
        const std::string seal = seal_text(book->store().head());
        context.remark(format == Format::screen && options.block.empty()
                           ? say(N_("{0} written, the whole page, seal {1}."), options.output.file, seal)
                           : say(N_("{0} written, block {1}, rows {2}, seal {3}."), options.output.file, block.name, rows,
                                 seal));
    }
    return kDone;
}

template <Span span>
Action setup_report(OptionList& list) {
    auto options = std::make_shared<ReportOptions>();
    options->span = span;
    list.word("date", &options->date, tr("A date in it: 2026-11-23, yesterday, mon; today if left out"));
    list.option("--block", &options->block, "BLOCK", say(N_("One table: {0}"), block_names()));
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
