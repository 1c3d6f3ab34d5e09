// SPDX-License-Identifier: MIT
// clean list: a short numbered list of what is due now, with the standard.
#include <algorithm>
#include <set>

#include "book/rights.hpp"
#include "cleaning/actions.hpp"
#include "cleaning/clean.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ListLine {
    bool overdue = false;
    Instant due;
    std::string code;  // "7", "R57"; of what the plan has no more its code
    std::string shown_due;
    std::string area;  // checkpoint code
    std::string what;
    std::string standard;
    bool is_dropped = false;  // can only be skipped
};

ListLine item_line(Book& book, const CleaningBook& cleaning, const CleaningItem& item, const Outcome& outcome) {
    return {outcome.overdue,
            outcome.slot.due,
            std::to_string(cleaning.number_of(item.code)),
            due_words(book, outcome.slot),
            item.area,
            item.name,
            item.standard};
}

ListLine matter_line(Book& book, const CleaningMatter& matter) {
    const auto slot = matter_slot(book, matter);
    const Instant due = slot ? slot->due : matter.since;
    const std::string since = moment_words(book, matter.since);
    return {slot && book.now() > slot->on_time_until,
            due,
            matter.code(),
            moment_words(book, due),
            matter.area,
            matter_words(book, matter),
            matter.litter ? say(N_("litter found at {0}"), since)
                          : say(N_("asked for at {0}, {1}"), since, book.name_of("staff", matter.person))};
}

std::vector<ListLine> lines_of(Book& book, const CleaningBook& cleaning, const std::vector<RuleOutcomes>& dropped) {
    std::vector<ListLine> lines;
    for (const RuleOutcomes& rule : dropped) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.state == State::pending) {
                lines.push_back({outcome.overdue, outcome.slot.due, rule.rule, due_words(book, outcome.slot), "",
                                 rule.name, say(N_("dropped: onduty clean skip {0} \"...\""), rule.rule), true});
            }
        }
    }
    for (const CleaningMatter& matter : open_cleaning_matters(book)) {
        lines.push_back(matter_line(book, matter));
    }
    for (const CleaningItem& item : cleaning.items()) {
        if (const Outcome* open = cleaning.open(item)) {
            lines.push_back(item_line(book, cleaning, item, *open));
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ListLine& a, const ListLine& b) {
        return a.overdue != b.overdue ? a.overdue : a.due < b.due;
    });
    return lines;
}

Table table_of(Book& book, const std::vector<ListLine>& lines) {
    const bool json = book.context().options.json;
    Table table{{{"item", tr("No."), ColumnKind::code}}, {}};
    if (json) {
        table.columns.insert(table.columns.end(), {{"state", {}, ColumnKind::code}, {"area", {}, ColumnKind::code}});
    }
    table.columns.insert(table.columns.end(), {{"due", tr("Due"), ColumnKind::code},
                                               {"what", tr("What"), ColumnKind::text},
                                               {"standard", tr("How it should look"), ColumnKind::text}});
    for (const ListLine& line : lines) {
        std::vector<Cell> row{Cell::of(line.code)};
        if (json) {
            row.insert(row.end(), {Cell::of(std::string{line.overdue ? "overdue" : "now"}), Cell::of(line.area)});
        }
        const std::string due = json           ? date_time_text(book.zone(), line.due)
                                : line.overdue ? say(N_("OVERDUE {0}"), line.shown_due)
                                               : line.shown_due;
        row.insert(row.end(), {Cell::of(due), Cell::of(line.what), Cell::of(line.standard)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

// What comes next, the soonest first, as one line; "" when nothing comes in the coming days.
std::string next_words(Book& book, const CleaningBook& cleaning) {
    std::optional<Instant> soonest;
    std::string what;
    std::size_t more = 0;
    for (const CleaningItem& item : cleaning.items()) {
        const Outcome* next = cleaning.next(item);
        if (next == nullptr || (soonest && next->slot.opens > *soonest)) {
            continue;
        }
        more = soonest && next->slot.opens == *soonest ? more + 1 : 0;
        what = more == 0 ? item.name : what;
        soonest = next->slot.opens;
    }
    if (!soonest) {
        return {};
    }
    const std::string from = full_text(book.zone(), *soonest);
    return more == 0 ? say(N_("Next: {0}, from {1}."), what, from)
                     : say(N_("Next: {0} and {1} more, from {2}."), what, more, from);
}

// The first command that ends a line.
std::string done_words(const std::vector<ListLine>& lines) {
    const auto line = std::find_if(lines.begin(), lines.end(), [](const ListLine& one) { return !one.is_dropped; });
    return line == lines.end() ? std::string{} : say(N_("Done: onduty clean done {0}"), line->code);
}

void print_misses(Context& context, const CleaningBook& cleaning, const std::vector<RuleOutcomes>& dropped) {
    std::set<std::int64_t> items;
    std::size_t count = 0;
    for (std::size_t i = 0; i < cleaning.items().size(); ++i) {
        const std::size_t missed = cleaning.missed(cleaning.items()[i]).size();
        count += missed;
        if (missed > 0) {
            items.insert(static_cast<std::int64_t>(i) + 1);
        }
    }
    std::vector<std::string> names;
    if (!items.empty()) {
        names.push_back(number_list_text(items));
    }
    for (const RuleOutcomes& rule : dropped) {
        const auto missed = std::count_if(rule.judgement.outcomes.begin(), rule.judgement.outcomes.end(),
                                          [](const Outcome& outcome) { return outcome.state == State::missed; });
        count += static_cast<std::size_t>(missed);
        if (missed > 0) {
            names.push_back(rule.rule);
        }
    }
    if (count > 0) {
        context.print(say(N_("Missed in the last {0} days: {1}, of items {2}"), kLookBack.count(), count,
                          listed(names, tr(", "))));
        context.print(say(N_("  Say why: onduty clean skip {0} --missed \"...\""),
                          items.empty() ? names.front() : std::to_string(*items.begin())));
    }
}

int list_due(Context& context) {
    Book book{context, Store::Mode::read};
    const CleaningBook cleaning{book};
    const std::vector<RuleOutcomes> dropped = cleaning.dropped();
    const std::vector<ListLine> lines = lines_of(book, cleaning, dropped);
    if (context.options.json) {
        print(table_of(book, lines), Format::json, *context.environment.out);
        return kDone;
    }
    if (cleaning.items().empty() && lines.empty()) {
        context.print(tr("The plan has no [[cleaning]]. How one is written: man 5 onduty-plan"));
        return kDone;
    }
    if (lines.empty()) {
        context.print(tr("All is done. Nothing is to be cleaned now."));
        const std::string next = next_words(book, cleaning);
        if (!next.empty()) {
            context.print(next);
        }
    } else {
        print(table_of(book, lines), Format::screen, *context.environment.out);
        if (const std::string done = done_words(lines); !done.empty()) {
            context.print(done);
        }
    }
    if (!book.is_staffed("cleaner") && lines.empty()) {
        context.print(say(N_("Nobody is a cleaner: onduty plan add staff NAME --post cleaner{0}"), plan_by(book)));
    }
    print_misses(context, cleaning, dropped);
    return kDone;
}

}  // namespace

constexpr ActionSpec kCleanList = action<list_due>("list", "清单", N_("What is due now"));

}  // namespace onduty
