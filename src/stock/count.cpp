// SPDX-License-Identifier: MIT
// serve stock count: what is really there, item by item, beside what should be.
#include <algorithm>
#include <map>

#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "stock/kinds.hpp"
#include "stock/read.hpp"
#include "stock/stock.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// Counts by their numbers.
using Counts = std::map<EntryNumber, const StockFact*>;

// Beside which counts this one stands: the opening count beside the last ones of the day before.
void tell_of_last_counts(Book& book, const Counts& counts) {
    for (const auto& [number, count] : counts) {
        book.context().remark(say(N_("Compared with the count of entry {0}, {1}, {2}."), number,
                                  full_text(book.zone(), count->at), book.name_of("staff", count->person)));
    }
}

}  // namespace

int count_stock(Context& context, const StockOptions& options) {
    if (options.opening && options.closing) {
        throw UsageError{say(N_("--opening and --closing contradict each other."))};
    }
    if (options.words.empty()) {
        throw UsageError{say(N_("What is there? onduty serve stock count cup=58 water=90 ..."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kStocktake, recording.on_duty_person("bar"));
    const StockFacts facts = stock_facts(book, entry.told_at());
    Details details;
    const Things items{book, "stock", N_("item")};
    details.lines = typed_lines(items, options.words, 0);
    Counts last_counts;
    for (Line& line : details.lines) {
        const StockLevel level = level_of(line.item, facts, entry.told_at());
        line.expected = level.expected();
        if (level.count != nullptr) {
            last_counts[level.count->number] = level.count;
        }
    }
    explain_lines(items, options.why, details.lines);
    const std::string missing = uncounted(book.plan(&Plan::items, entry.plan), details.lines);
    entry.result = missing.empty() ? result::kComplete : result::kIncomplete;
    entry.flag = options.opening ? flag::kOpening : options.closing ? flag::kClosing : "";
    entry.opens = is_unexplained(details.lines) ? kItself : 0;
    const Entry stored = recording.append(entry, details);
    const std::string differences = difference_text(items, details.lines);
    std::string what = details.lines.size() == 1 ? std::string{tr("Counted: 1 item.")}
                                                 : say(N_("Counted: {0} items."), details.lines.size());
    what += differences.empty() ? "" : " " + say(N_("DIFFERENT: {0}."), differences);
    what += missing.empty() ? "" : " " + say(N_("INCOMPLETE, no number for {0}."), missing);
    recording.finish(stored, what);
    tell_of_last_counts(book, last_counts);
    const bool open = ask_why(book, stored.number, details.lines);
    return missing.empty() && !open ? kDone : kFound;
}

}  // namespace onduty
