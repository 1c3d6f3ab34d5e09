// SPDX-License-Identifier: MIT
// complain list and complain alone: which cases there are, one's own and overdue first.
#include <algorithm>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "cases/actions.hpp"
#include "cases/case_table.hpp"
#include "cases/kinds.hpp"
#include "cases/words.hpp"
#include "cli/output_options.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

// So many of the newest on a screen when nothing is filtered.
constexpr std::size_t kShownAtOnce = 20;

struct ListOptions {
    bool open = false;
    bool overdue = false;
    std::string sort;
    std::int64_t severity = 0;
    std::string owner;
    std::string place;
    std::string from;
    std::string to;
    OutputOptions output;

    bool filters() const { return open || overdue || severity != 0 || !(sort + owner + place + from + to).empty(); }
};

// Those of this sort, or of all, that were opened on the dates; all without dates.
std::vector<EntryNumber> opened_cases(Book& book, const ListOptions& options, const std::string& sort) {
    EntryQuery query;
    query.rare_kinds = {kind::kCase};
    query.header_only = true;
    if (!options.from.empty() || !options.to.empty()) {
        const std::chrono::days day{1};
        const Date first = options.from.empty() ? Date{} : read_date(options.from, book.today());
        const Date last = options.to.empty() ? book.today() : read_date(options.to, book.today());
        query.dates = DateRange{first, last + day};
    }
    std::vector<EntryNumber> numbers;
    book.store().each(query, [&](const Entry& entry) {
        if (sort.empty() || entry.subject == sort) {
            numbers.push_back(entry.number);
        }
    });
    return numbers;
}

// Hands over those that the options choose, one by one: a hundred thousand need no memory.
void each_chosen(Book& book, const ListOptions& options, const std::function<void(const Case&)>& visit) {
    const bool only_open = options.open || options.overdue;
    const std::string sort = options.sort.empty() ? "" : typed_sort(options.sort);
    const std::int64_t severity = options.severity == 0 ? 0 : checked_level("--severity", options.severity);
    const std::string owner = options.owner.empty() ? "" : book.resolve_ever("staff", N_("person"), options.owner).code;
    const std::string place =
        options.place.empty() ? "" : book.resolve_ever("point", N_("checkpoint"), options.place).code;
    const std::vector<EntryNumber> entries = only_open && options.from.empty() && options.to.empty()
                                                 ? open_case_entries(book)
                                                 : opened_cases(book, options, sort);
    if (entries.empty()) {
        return;
    }
    CaseReader{book, entries.front()}.each(entries, [&](const Case& one) {
        if (!((only_open && one.archived) || (!sort.empty() && one.sort != sort) ||
              (severity != 0 && one.severity != severity) || (!owner.empty() && one.owner != owner) ||
              (!place.empty() && one.file.place != place) || (options.overdue && !is_overdue(book, one)))) {
            visit(one);
        }
    });
}

// On a screen: aligned, and without a filter the newest only.
int show_cases(Context& context, Book& book, const ListOptions& options) {
    Table table{case_columns(true), {}};
    std::size_t all = 0;
    each_chosen(book, options, [&](const Case& one) {
        ++all;
        table.rows.push_back(case_row(book, one, true));
        if (!options.filters() && table.rows.size() > kShownAtOnce) {
            table.rows.erase(table.rows.begin());
        }
    });
    if (all == 0) {
        context.print(options.filters() ? tr("No such case.")
                                        : say(N_("There are no cases yet. The first: onduty complain new \"...\"")));
        return kDone;
    }
    if (all > table.rows.size()) {
        context.remark(
            say(N_("The last {0} of {1}. Fewer with --open, --kind, --from; all with --csv."), kShownAtOnce, all));
    }
    write_output(context, options.output, [&](Output& output) { print(table, Format::screen, output); });
    return kDone;
}

int list_cases(Context& context, const ListOptions& options) {
    const Format format = options.output.format(context);
    Book book{context, Store::Mode::read};
    if (format == Format::screen) {
        return show_cases(context, book, options);
    }
    write_output(context, options.output, [&](Output& output) {
        const std::vector<Column> columns = case_columns(false);
        const auto writer = make_writer(format, columns, output);
        each_chosen(book, options, [&](const Case& one) { writer->row(case_row(book, one, false)); });
        writer->finish();
    });
    return kDone;
}

// Whose cases come first: --by, or the only one on duty; "" for nobody.
std::string person_asking(Book& book) {
    const std::string& by = book.context().options.by;
    if (!by.empty()) {
        return book.resolve("staff", N_("person"), by).code;
    }
    const std::vector<Presence> people = present_people(book);
    return people.size() == 1 ? people.front().person : std::string{};
}

void declare_list(OptionList& list, ListOptions& options) {
    list.flag("--open", &options.open, tr("Only what is not archived"));
    list.flag("--overdue", &options.overdue, tr("Only what is past a deadline"));
    list.option("--kind", &options.sort, "SORT", tr("Only complaints, repairs, enquiries ..."));
    list.option("--severity", &options.severity, "1-4", tr("Only this severity"));
    list.option("--owner", &options.owner, "NAME", tr("Only those of this person"));
    list.option("--place", &options.place, "POINT", tr("Only those about this checkpoint"));
    list.option("--from", &options.from, "DATE", tr("First business date"));
    list.option("--to", &options.to, "DATE", tr("Last business date"));
    options.output.add_to(list);
}

}  // namespace

int show_open_cases(Context& context) {
    Book book{context, Store::Mode::read};
    std::vector<Case> cases = open_cases(book);
    const std::string person = person_asking(book);
    std::map<EntryNumber, int> ranks;
    for (const Case& one : cases) {
        const bool mine = !person.empty() && one.owner == person;
        ranks[one.entry] = (is_overdue(book, one) ? 0 : 2) + (mine ? 0 : 1);
    }
    std::stable_sort(cases.begin(), cases.end(),
                     [&](const Case& a, const Case& b) { return ranks[a.entry] < ranks[b.entry]; });
    if (cases.empty() && !context.options.json) {
        context.print(tr("No case is open. A new one: onduty complain new \"...\""));
        return kDone;
    }
    const bool screen = !context.options.json;
    Table table{case_columns(screen), {}};
    for (const Case& one : cases) {
        table.rows.push_back(case_row(book, one, screen));
    }
    print(table, screen ? Format::screen : Format::json, *context.environment.out);
    return kDone;
}

constexpr ActionSpec kComplainList =
    action<declare_list, list_cases>("list", "清单", N_("Cases by sort, severity, owner, place, date"));

}  // namespace onduty
