// SPDX-License-Identifier: MIT
#include "stock/read.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/due_line.hpp"
#include "book/words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};

// The business date of the last complete stocktake, of the first movement where nothing was ever counted, or nothing.
std::optional<Date> beginning(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kStocktake};
    query.result = result::kComplete;
    query.last = 5;  // some may be withdrawn
    std::optional<Date> date;
    each_amended(book.store(), query, [&](const Entry& entry) { date = entry.business_date; });
    if (!date) {
        EntryQuery any;
        any.rare_kinds = {kind::kStocktake, kind::kStock};
        book.store().each(any, [&](const Entry& entry) { date = date.value_or(entry.business_date); });
    }
    return date;
}

}  // namespace

StockFacts stock_facts_of(Book& book, DateRange dates) {
    StockReading reading;
    Store& store = book.store();
    EntryQuery query;
    query.dates = dates;
    each_amended(store, query, [&](const Entry& entry) {
        reading.add(entry, StockReading::has_lines(entry) ? store.lines(entry.number) : std::vector<Line>{});
    });
    // Somebody may look at a movement days later.
    EntryQuery later;
    later.rare_kinds = {kind::kApproval};
    later.dates = DateRange{dates.until, dates.until + kLookBack};
    each_amended(store, later, [&](const Entry& entry) { reading.add(entry, {}); });
    return reading.finish();
}

StockFacts stock_facts(Book& book) {
    const auto from = beginning(book);
    return from ? stock_facts_of(book, {*from - 2 * kDay, book.today() + kDay}) : StockFacts{};
}

std::vector<Lot> lots_of(Book& book, const std::string& item, std::int64_t on_hand) {
    const auto lines = book.store().dated_lines(item);
    if (on_hand <= 0 || lines.empty()) {
        return {};
    }
    const auto oldest =
        std::min_element(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    EntryQuery replies;
    replies.rare_kinds = {kind::kVoid, kind::kApproval};
    replies.first = oldest->first;
    std::set<EntryNumber> gone;  // withdrawn, or refused by the second person
    book.store().each(replies, [&](const Entry& reply) {
        if (reply.kind == kind::kVoid || reply.result == result::kRefused) {
            gone.insert(reply.about);
        }
    });
    std::vector<Lot> received;
    for (const auto& [number, line] : lines) {
        Date date;
        if (gone.count(number) == 0 && parse_date(line.best_before, date)) {
            received.push_back({date, line.quantity});
        }
    }
    return lots_left(on_hand, received);
}

std::vector<StockFact> unapproved(Book& book) {
    const std::set<std::string>& approve = book.plan().stock.approve;
    std::vector<StockFact> waiting;
    if (approve.empty()) {
        return waiting;
    }
    StockReading reading;
    EntryQuery query;
    query.rare_kinds = {kind::kStock, kind::kApproval};
    query.dates = DateRange{book.today() - kLookBack, book.today() + kDay};
    each_amended(book.store(), query,
                 [&](const Entry& entry) { reading.add(entry, book.store().lines(entry.number)); });
    const StockFacts facts = reading.finish();
    std::copy_if(facts.facts.begin(), facts.facts.end(), std::back_inserter(waiting), [&](const StockFact& fact) {
        return approve.count(fact.movement) > 0 && facts.approvals.count(fact.number) == 0;
    });
    return waiting;
}

std::map<std::string, std::string> explanations_of(Book& book, EntryNumber count) {
    std::map<std::string, std::string> said;
    EntryQuery query;
    query.kind = kind::kExplanation;
    query.about = count;
    query.first = count;
    each_amended(book.store(), query, [&](const Entry& entry) { said[entry.subject] = entry.note; });
    return said;
}

std::vector<Unexplained> unexplained_counts(Book& book) {
    std::vector<Unexplained> found;
    EntryQuery query;
    query.rare_kinds = {kind::kStocktake, kind::kCount};
    query.dates = DateRange{book.today() - kLookBack, book.today() + kDay};
    std::vector<Entry> counts;
    each_amended(book.store(), query, [&](const Entry& entry) { counts.push_back(entry); });
    for (const Entry& count : counts) {
        std::vector<Line> open;
        for (const Line& line : book.store().lines(count.number)) {
            if (differs(line) && line.note.empty()) {
                open.push_back(line);
            }
        }
        const auto said = open.empty() ? std::map<std::string, std::string>{} : explanations_of(book, count.number);
        for (Line& line : open) {
            if (said.count(line.item) == 0) {
                found.push_back({count, std::move(line)});
            }
        }
    }
    return found;
}

std::string difference_text(const Things& things, const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines) {
        if (differs(line)) {
            text += (text.empty() ? "" : tr(", ")) +
                    say(N_("{0} {1} of {2}"), things.name(line.item), line.quantity,
                        line.expected.value_or(line.quantity)) +
                    (line.condition.empty() ? "" : " " + std::string{shown_word(line.condition)});
        }
    }
    return text;
}

void explain_lines(const Things& things, const std::vector<std::string>& why, std::vector<Line>& lines) {
    for (const std::string& typed : why) {
        const auto [code, words] = typed_remark(things, typed);
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&, item = code](const Line& one) { return one.item == item; });
        if (line == lines.end()) {
            throw UsageError{say(N_("{0} was not counted, so there is nothing to explain."), things.name(code))};
        }
        line->note = words;
    }
}

bool ask_why(Book& book, EntryNumber count, const std::vector<Line>& lines) {
    const auto open =
        std::find_if(lines.begin(), lines.end(), [](const Line& line) { return differs(line) && line.note.empty(); });
    if (open == lines.end()) {
        return false;
    }
    book.context().remark(say(N_("Say why: onduty serve explain {0} {1} \"...\""), count, open->item));
    return true;
}

}  // namespace onduty
