// SPDX-License-Identifier: MIT
// serve stock received, returned, used, broken, expired, adjusted; approve and refuse.
#include <algorithm>

#include "book/machine_words.hpp"
#include "book/needed_words.hpp"
#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "stock/kinds.hpp"
#include "stock/read.hpp"
#include "stock/stock.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed.hpp"

namespace onduty {

bool needs_a_reason(const std::string& movement) {
    return movement == movement::kBroken || movement == movement::kExpired || movement == movement::kAdjusted;
}

std::string checked_best_before(Book& book, const std::string& typed) {
    const auto date = read_full_date(typed);
    if (!date) {
        throw UsageError{say(N_("\"{0}\" is not a date such as 2026-11-23."), typed)};
    }
    if (*date < book.today()) {
        book.context().remark(say(N_("It has expired already, on {0}."), to_text(*date)));
    }
    return to_text(*date);
}

namespace {

// As the plan of then says it, whatever became of it.
const StockItem* item_of(Book& book, const Entry& moved, const Line& line) {
    return book.part_in(&Plan::items, "stock", line.item, moved.plan);
}

// Says what is odd about the stock after the movement.
void remark_on_levels(Book& book, const Entry& moved, const std::vector<Line>& lines) {
    const StockFacts facts = stock_facts(book, book.now());
    std::vector<const StockItem*> unknown;
    for (const Line& line : lines) {
        const StockItem* item = item_of(book, moved, line);
        const auto expected = level_of(item->code, facts, book.now()).expected();
        if (!expected) {
            unknown.push_back(item);
        } else if (*expected < 0) {
            book.context().remark(say(N_("{0}: by the book there are {1}. Count: onduty serve stock count {2}=..."),
                                      item->name, *expected, item->code));
        } else if (*expected < item->par) {
            book.context().remark(
                say(N_("{0}: {1} left, at least {2} should be there."), item->name, *expected, item->par));
        }
    }
    if (!unknown.empty()) {
        book.context().remark(say(N_("Not counted yet: {0}. Count: onduty serve stock count {1}"),
                                  listed(
                                      unknown, [](const StockItem* item) { return item->name; }, tr(", ")),
                                  listed(
                                      unknown, [](const StockItem* item) { return item->code + "=..."; }, " ")));
    }
}

void ask_for_dates(Book& book, const Entry& moved, const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        if (const StockItem* item = item_of(book, moved, line); item->shelf_life > 0) {
            book.context().remark(say(N_("{0} was received without a date: next time add --best-before."), item->name));
        }
    }
}

}  // namespace

int move_stock(Context& context, const std::string& movement, const StockOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const bool corrected = movement == movement::kAdjusted;
    Details details;
    const Things items{book, "stock", N_("item")};
    if (options.words.empty()) {
        throw UsageError{say(N_("Which items? onduty serve stock {0} {1}=2"), movement, items.example("ITEM"))};
    }
    details.lines = typed_lines(items, options.words, corrected ? kMostAdjusted : 1);
    if (!options.best_before.empty()) {
        const std::string date = checked_best_before(book, options.best_before);
        for (Line& line : details.lines) {
            line.best_before = date;
        }
    }
    Entry entry = recording.draft(kind::kStock, recording.on_duty_person("bar"));
    entry.subject = movement;
    entry.note = tidy_note(options.note);
    refuse_lack(book, entry);
    const bool approved_later = book.plan(&Plan::stock, entry.plan).approve.count(movement) > 0;
    entry.opens = approved_later ? kItself : 0;
    const Entry stored = recording.append(entry, details);
    const int code =
        recording.finish(stored, say(N_("{0}: {1}."), shown_word(movement), lines_text(items, details.lines)));
    if (movement == movement::kReceived && options.best_before.empty()) {
        ask_for_dates(book, stored, details.lines);
    }
    if (approved_later) {
        context.remark(say(N_("Somebody else approves it: onduty serve stock approve {0} --by NAME"), stored.number));
    }
    remark_on_levels(book, stored, details.lines);
    return code;
}

int approve_stock(Context& context, bool refuse, const StockOptions& options) {
    std::vector<std::size_t> numbers;
    for (const std::string& word : options.words) {
        if (!read_number_list(plain_form(word), numbers)) {
            throw UsageError{say(N_("\"{0}\" is not the number of an entry. onduty due shows what waits."), word)};
        }
    }
    if (numbers.empty()) {
        throw UsageError{say(N_("Which entry? onduty due shows what waits."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    const std::vector<StockFact> waiting = unapproved(book);
    std::vector<Entry> stored;
    for (const std::size_t number : numbers) {
        const auto fact = std::find_if(waiting.begin(), waiting.end(), [&](const StockFact& one) {
            return one.number == static_cast<EntryNumber>(number);
        });
        if (fact == waiting.end()) {
            throw Refusal{say(N_("Entry {0} does not wait for approval. Nothing was recorded."), number)};
        }
        if (is_by(book.entry(fact->number), person.person)) {
            throw Refusal{say(N_("{0} recorded entry {1}; somebody else approves it: add --by NAME."),
                              book.name_of("staff", person.person), number)};
        }
        Entry entry = recording.draft(kind::kApproval, person);
        entry.about = fact->number;
        entry.result = refuse ? result::kRefused : result::kOk;
        entry.note = tidy_note(options.note);
        refuse_lack(book, entry);
        stored.push_back(recording.append(entry));
    }
    recording.commit();
    for (const Entry& entry : stored) {
        recording.answer(entry, refuse ? say(N_("Entry {0} refused; it does not count."), entry.about)
                                       : say(N_("Entry {0} approved."), entry.about));
    }
    return kDone;
}

}  // namespace onduty
