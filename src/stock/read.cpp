// SPDX-License-Identifier: MIT
#include "stock/read.hpp"

#include <algorithm>
#include <map>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/open_entries.hpp"
#include "stock/kinds.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"

namespace onduty {

void FridgeFold::add(const Entry& entry) {
    const std::vector<Line> lines = lines_of(entry.fields);
    if (!lines.empty()) {
        readings.push_back(
            {entry.business_date, entry.subject, lines.front().quantity, entry.result == result::kFault, entry.note});
    }
}

std::vector<Lot> StockLots::of(const std::string& item, const std::function<std::int64_t()>& on_hand) {
    const auto lines = book_->store().dated_lines(item);
    const std::int64_t there = lines.empty() ? 0 : on_hand();
    if (there <= 0) {
        return {};
    }
    const auto oldest =
        std::min_element(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (!first_ || oldest->first < *first_) {
        read_from(oldest->first);
    }
    return lots_left(there, lots_received(item, facts_));
}

void StockLots::read_from(EntryNumber first) {
    StockReading reading{items_kept(*book_)};
    const auto read = [&](const char* kind, const char* movement) {
        EntryQuery query;
        query.rare_kinds = {kind};
        query.subject = movement;
        query.first = first;
        each_amended(book_->store(), query, [&](const Entry& entry) { reading.add(entry, lines_of(entry.fields)); });
    };
    read(kind::kStock, movement::kReceived);
    read(kind::kStock, movement::kExpired);
    read(kind::kApproval, "");
    facts_ = reading.finish();
    first_ = first;
}

std::vector<StockFact> unapproved(Book& book) {
    StockReading reading{items_kept(book)};
    for (const Entry& entry : open_entries(book, {kind::kStock})) {
        reading.add(entry, lines_of(entry.fields));
    }
    return reading.finish().facts;
}

std::map<std::string, std::string> explanations_of(Book& book, EntryNumber count, EntryNumber last) {
    std::map<std::string, std::string> said;
    EntryQuery query;
    query.thread_of = count;
    query.kind = kind::kExplanation;
    query.before = last + 1;
    each_amended(book.store(), query, [&](const Entry& entry) { said[entry.subject] = entry.note; });
    return said;
}

namespace {

bool waits(const Line& line) {
    return differs(line) && line.note.empty();
}

}  // namespace

std::vector<Line> unexplained_lines(Book& book, EntryNumber count, EntryNumber last) {
    std::vector<Line> lines = compared_lines(book, as_corrected(book.store(), book.entry(count)));
    std::erase_if(lines, [](const Line& line) { return !waits(line); });
    if (!lines.empty()) {
        const auto said = explanations_of(book, count, last);
        std::erase_if(lines, [&](const Line& line) { return said.count(line.item) > 0; });
    }
    return lines;
}

namespace {

bool waits_for_words(const Kind& kind) {
    constexpr bool (*kUnexplained)(Book&, EntryNumber, EntryNumber) = is_unexplained;
    return kind.still_open == kUnexplained;
}

}  // namespace

bool is_count(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && waits_for_words(*kind);
}

Things counted_things(Book& book, const Entry& count) {
    const auto fields = kind_named(count.kind)->fields;
    const auto pieces =
        std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.type == FieldType::pieces; });
    Things things{book, pieces->unit, N_("item"), count.subject};
    things.add_of(book, pieces->unit, lines_of(count.fields), count.subject);
    return things;
}

std::vector<Unexplained> unexplained_counts(Book& book) {
    std::vector<Unexplained> found;
    for (const Entry& count : open_entries(book, names_of(kinds_that(waits_for_words)))) {
        for (Line& line : unexplained_lines(book, count.number)) {
            found.push_back({count, std::move(line)});
        }
    }
    return found;
}

bool is_unexplained(Book& book, EntryNumber count, EntryNumber last) {
    return !unexplained_lines(book, count, last).empty();
}

bool is_unexplained(const std::vector<Line>& lines) {
    return std::any_of(lines.begin(), lines.end(), waits);
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

std::string count_compared_anew(Book& book, EntryNumber number) {
    const Entry count = as_corrected(book.store(), book.entry(number));
    if (count.kind != kind::kStocktake || book.store().withdrawn_by(number) != 0 || !book.store().counts(count.batch)) {
        return "";
    }
    const std::string differences = difference_text(counted_things(book, count), compared_lines(book, count));
    return say(N_("The count of entry {0} is compared anew: {1}."), number,
               differences.empty() ? tr("everything as it should be") : differences);
}

Line& line_counted(const Things& things, std::vector<Line>& lines, const std::string& code) {
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.item == code; });
    if (line == lines.end()) {
        throw UsageError{say(N_("{0} was not counted, so there is nothing to explain."), things.name(code))};
    }
    return *line;
}

void refuse_in_order(const Things& things, const Line& line) {
    if (!differs(line)) {
        throw Refusal{say(N_("{0} is as it should be, so there is nothing to explain. Nothing was recorded."),
                          things.name(line.item))};
    }
}

void explain_lines(const Things& things, const std::vector<std::string>& why, std::vector<Line>& lines) {
    for (const std::string& typed : why) {
        const auto [code, words] = typed_remark(things, typed);
        Line& line = line_counted(things, lines, code);
        refuse_in_order(things, line);
        line.note = words;
    }
}

bool ask_why(Book& book, EntryNumber count, const std::vector<Line>& lines) {
    const auto open = std::find_if(lines.begin(), lines.end(), waits);
    if (open == lines.end()) {
        return false;
    }
    book.context().remark(say(N_("Say why: onduty serve explain {0} {1} \"...\""), count, open->item));
    return true;
}

std::string drinks_sold_out(Book& book, const std::vector<Line>& drinks) {
    const std::vector<Poured> poured = poured_of(drinks, book.plan(&Plan::items));
    const StockFacts facts = poured.empty() ? StockFacts{} : stock_facts(book, book.now());
    std::map<std::string, std::int64_t> out;
    for (const Poured& one : poured) {
        const auto expected = level_of(one.item, facts, book.now()).expected();
        if (expected && *expected <= 0) {
            out[one.item] = *expected;
        }
    }
    if (out.empty()) {
        return {};
    }
    const auto told = [&](const auto& item) {
        return book.name_of("stock", item.first) + " " + std::to_string(item.second);
    };
    const auto typed = [](const auto& item) { return item.first + "=..."; };
    return say(N_("By the stock there is none left: {0}. If there is, count it: onduty serve stock count {1}"),
               listed(out, told, tr(", ")), listed(out, typed, " "));
}

}  // namespace onduty
