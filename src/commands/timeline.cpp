// SPDX-License-Identifier: MIT
#include "commands/timeline.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "loans/read.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

Table timeline_of(Book& book, EntryNumber first) {
    Table table{{{"number", tr("No."), ColumnKind::integer},
                 {"time", tr("Time"), ColumnKind::code},
                 {"after", tr("After min"), ColumnKind::integer},
                 {"post", tr("Post"), ColumnKind::text},
                 {"person", tr("Person"), ColumnKind::text},
                 {"what", tr("What"), ColumnKind::text}},
                {}};
    EntryQuery query;
    query.story_of = first;
    std::vector<Entry> story;
    each_amended(book.store(), query, [&](const Entry& entry) { story.push_back(entry); });
    // A return is about the loan, not the visit.
    const std::vector<Entry> returns = returns_of(book, story);
    story.insert(story.end(), returns.begin(), returns.end());
    // Told order, not the order of the book: what was entered late stands where it happened.
    std::stable_sort(story.begin(), story.end(),
                     [](const Entry& a, const Entry& b) { return a.told_at() < b.told_at(); });
    EntryCells cells{book};
    for (std::size_t i = 0; i < story.size(); ++i) {
        const Entry& entry = story[i];
        const Instant before = i == 0 ? entry.told_at() : story[i - 1].told_at();
        const auto minutes = std::chrono::floor<Minutes>(entry.told_at() - before).count();
        table.rows.push_back({Cell::of(entry.number), Cell::of(date_time_text(book.zone(), entry.told_at())),
                              i == 0 ? Cell{} : Cell::of(std::int64_t{minutes}),
                              Cell::of(book.name_of("post", entry.post)), Cell::of(cells.actor(entry)),
                              Cell::of(cells.line(entry, ""))});
    }
    return table;
}

}  // namespace

int show_timeline(Context& context, const std::string& visit, const OutputOptions& options) {
    Book book{context, Store::Mode::read};
    const EntryNumber first = visit_named(book, visit);
    const Format format = options.format(context);
    if (format == Format::screen) {
        const Visit facts = read_visit(book, first);
        const std::string values = masked_values(book, facts);
        context.print(values.empty() ? visit_code(facts) : visit_code(facts) + " " + values);
    }
    write_output(context, options, [&](Output& output) { print(timeline_of(book, first), format, output); });
    return kDone;
}

}  // namespace onduty
