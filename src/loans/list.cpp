// SPDX-License-Identifier: MIT
// lend list: what is out, to whom, until when.
#include "loans/actions.hpp"
#include "loans/lend.hpp"
#include "loans/read.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

int list_loans(Context& context) {
    Book book{context, Store::Mode::read};
    const bool json = context.options.json;
    Table table{{{"number", tr("No."), ColumnKind::integer}}, {}};
    if (json) {
        table.columns.insert(
            table.columns.end(),
            {{"thing", {}, ColumnKind::code}, {"piece", {}, ColumnKind::integer}, {"pieces", {}, ColumnKind::integer}});
    }
    table.columns.insert(table.columns.end(), {{"what", tr("What"), ColumnKind::text},
                                               {"to", tr("To"), ColumnKind::text},
                                               {"since", tr("Since"), ColumnKind::code},
                                               {"due", tr("Due back"), ColumnKind::code},
                                               {"minutes", tr("Min"), ColumnKind::integer},
                                               {"remark", tr("Remark"), ColumnKind::word}});
    for (const Loan& loan : open_loans(book)) {
        std::vector<Cell> row{Cell::of(loan.number)};
        if (json) {
            row.insert(row.end(),
                       {Cell::of(loan.thing), loan.piece == 0 ? Cell{} : Cell::of(loan.piece), Cell::of(loan.pieces)});
        }
        const Instant due = loan.due.value_or(loan.since);
        row.insert(row.end(),
                   {Cell::of(loan_words(book, loan)), Cell::of(holder_words(book, loan)),
                    Cell::of(date_time_text(book.zone(), loan.since)), Cell::of(date_time_text(book.zone(), due)),
                    Cell::of(std::int64_t{std::chrono::floor<Minutes>(due - book.now()).count()}),
                    loan.is_overdue(book.now()) ? Cell::of("overdue", tr("OVERDUE")) : Cell{}});
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() && !json) {
        context.print(tr("Nothing is out. Something goes out: onduty lend out THING --to NAME"));
        return kDone;
    }
    print(table, json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

}  // namespace

constexpr ActionSpec kLendList = action<list_loans>("list", "清单", N_("What is out, to whom, until when"));

}  // namespace onduty
