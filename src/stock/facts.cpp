// SPDX-License-Identifier: MIT
#include "stock/facts.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/look_back.hpp"
#include "stock/kinds.hpp"

namespace onduty {

namespace {

// What is told for a time is recorded within two days, or put right later,
constexpr std::chrono::days kClaim{2};
// and may count for the date of a shift that nobody ended.
constexpr std::chrono::days kLongShift{14};

// Most items are counted so often; where one is not, all later counts are looked at.
constexpr std::chrono::days kOneMonth{31};

using Before = std::optional<EntryNumber>;

// Somebody may look at a movement long after.
void add_late_approvals(Store& store, Date until, Before before, StockReading& reading) {
    EntryQuery later;
    later.rare_kinds = {kind::kApproval};
    later.dates = DateRange{until, kNoEnd};
    later.before = before;
    each_amended(store, later, [&](const Entry& entry) { reading.add(entry, {}); });
}

// A time may be put right long after: what was recorded on these days or later, and happened before.
void each_put_back(Book& book, Date until, const std::function<void(const Entry&)>& visit) {
    Store& store = book.store();
    const Instant end = to_instant(book.zone(), LocalTime{until});
    for (const AmendedRow& row : store.amended({until, kNoEnd})) {
        if (row.state == amended::kCorrected && row.told_at < end) {
            const auto entry = store.entry(row.entry);
            if (entry && StockReading::has_lines(*entry) && store.counts(entry->batch)) {
                visit(as_corrected(store, *entry));
            }
        }
    }
}

// With what stands behind the days that were read.
StockFacts finished(Book& book, StockReading& reading, Date until, Before before) {
    add_late_approvals(book.store(), until, before, reading);
    each_put_back(book, until, [&](const Entry& entry) {
        if (!before || entry.number < *before) {
            reading.add(entry, lines_of(entry.fields));
        }
    });
    return reading.finish();
}

// From where on the log tells what should have been there at a time.
struct Beginning {
    Date from{};
    EntryNumber first = 0;
};

StockFacts stock_facts_of(Book& book, Beginning beginning, Date until, Before before = std::nullopt) {
    StockReading reading{items_kept(book)};
    EntryQuery query;
    query.dates = DateRange{beginning.from, until};
    query.first = beginning.first;
    query.before = before;
    query.kinds = StockReading::kinds();
    each_amended(book.store(), query, [&](const Entry& entry) { reading.add(entry, lines_of(entry.fields)); });
    return finished(book, reading, until, before);
}

Date date_of(Book& book, Instant at) {
    return business_date(book.zone(), book.calendar(), at);
}

Date earlier_date_of(Book& book, const Entry& entry) {
    return std::min(entry.business_date, date_of(book, entry.told_at())) - kLongShift;
}

// That of the last complete stocktake before `at`, of the first movement where nothing was ever counted, or what was
// imported and put back to a day before it, or nothing.
// `before`: of stocktakes with a lower number. What happened after a stocktake was recorded after it, or, where that
// was typed late, after another that was recorded by then.
std::optional<Beginning> beginning(Book& book, Instant at, Before before = std::nullopt) {
    EntryQuery query;
    query.rare_kinds = {kind::kStocktake};
    query.result = result::kComplete;
    query.before = before;
    std::optional<Beginning> found;
    Instant told{};
    each_amended_back(book.store(), query, [&](const Entry& entry) {
        if (!found && entry.told_at() <= at) {
            found = Beginning{earlier_date_of(book, entry), 0};
            told = entry.told_at();
        }
        const bool recorded_by_then = found && entry.recorded_at <= told;
        if (recorded_by_then) {
            found->first = entry.number;
        }
        return recorded_by_then;
    });
    if (!found) {
        EntryQuery any;
        any.rare_kinds = {kind::kStocktake, kind::kStock};
        any.header_only = true;
        book.store().each(any, [&](const Entry& entry) {
            found = found.value_or(Beginning{earlier_date_of(book, entry), 0});
        });
        for (const AmendedRow& row :
             found ? book.store().amended({kNoBeginning, found->from}) : std::vector<AmendedRow>{}) {
            found->from = row.state == amended::kCame ? std::min(found->from, row.day) : found->from;
        }
    }
    return found;
}

// Until when what was told for a time is recorded.
Date end_of(Book& book, Instant at) {
    return date_of(book, at) + kClaim + std::chrono::days{1};
}

}  // namespace

ItemsOf items_kept(Book& book) {
    return [&book](int version) -> const std::vector<StockItem>& { return book.plan(&Plan::items, version); };
}

StockFacts stock_facts(Book& book, Instant at) {
    const auto from = beginning(book, at);
    return from ? stock_facts_of(book, *from, book.today() + std::chrono::days{1}) : StockFacts{};
}

std::vector<Line> compared_lines(Book& book, const Entry& count) {
    const auto from = count.kind == kind::kStocktake ? beginning(book, count.told_at(), count.number) : std::nullopt;
    if (from) {
        StockFacts facts = stock_facts_of(book, *from, end_of(book, count.told_at()));
        for (StockFact& fact : facts.facts) {
            if (fact.number == count.number) {
                return std::move(fact.lines);
            }
        }
    }
    return lines_of(count.fields);
}

namespace {

std::set<std::string> items_in(const StockFact& fact) {
    std::set<std::string> items;
    for (const Line& line : fact.lines) {
        items.insert(line.item);
    }
    for (const Poured& poured : fact.poured) {
        items.insert(poured.item);
    }
    return items;
}

// Of an entry as it is before it is recorded, too.
std::set<std::string> items_of(Book& book, const Entry& entry) {
    StockReading reading{items_kept(book)};
    reading.add(entry, lines_of(entry.fields));
    const StockFacts facts = reading.finish();
    return facts.facts.empty() ? std::set<std::string>{} : items_in(facts.facts.front());
}

bool is_after(const Entry& count, const Entry& entry) {
    // What is being recorded has no number yet and is the last of its time.
    return count.told_at() > entry.told_at() ||
           (count.told_at() == entry.told_at() && entry.number != 0 && count.number > entry.number);
}

// Takes away the items for which one is found.
void add_counts_after(Book& book, const Entry& entry, DateRange dates, std::set<std::string>& items,
                      std::vector<EntryNumber>& found) {
    EntryQuery query;
    query.rare_kinds = {kind::kStocktake};
    query.dates = dates;
    query.header_only = true;
    std::vector<Entry> counts;
    const auto add = [&](const Entry& count) {
        if (count.kind == kind::kStocktake && count.number != entry.number && is_after(count, entry)) {
            counts.push_back(count);
        }
    };
    each_amended(book.store(), query, add);
    each_put_back(book, dates.until, add);
    std::sort(counts.begin(), counts.end(), [](const Entry& a, const Entry& b) { return is_after(b, a); });
    for (const Entry& count : counts) {
        std::size_t taken = 0;
        for (const Line& line :
             items.empty() ? std::vector<Line>{} : lines_of(fields_now(book.store(), count.number))) {
            taken += items.erase(line.item);
        }
        if (taken > 0) {
            found.push_back(count.number);
        }
    }
}

void add_counts_of_import(Book& book, const Entry& import, std::vector<EntryNumber>& found) {
    EntryQuery rows;
    rows.rare_kinds = {kind::kStocktake};
    rows.batch = import.number;
    rows.all_batches = true;
    rows.first = import.number;
    book.store().each(rows, [&](const Entry& row) {
        for (const EntryNumber count : compared_counts(book, as_corrected(book.store(), row))) {
            found.push_back(count);
        }
    });
}

}  // namespace

std::vector<EntryNumber> compared_counts(Book& book, const Entry& entry) {
    std::vector<EntryNumber> found;
    if (entry.kind == kind::kApproval) {
        return compared_counts(book, as_corrected(book.store(), book.entry(entry.about)));
    }
    if (entry.kind == kind::kImport && entry.about == 0 && entry.number != 0) {
        add_counts_of_import(book, entry, found);
    }
    std::set<std::string> items = StockReading::has_lines(entry) ? items_of(book, entry) : std::set<std::string>{};
    if (entry.kind == kind::kStocktake && entry.number != 0) {
        found.push_back(entry.number);
    }
    const Date from = earlier_date_of(book, entry);
    for (const Date until : {from + kLongShift + kOneMonth, kNoEnd}) {
        if (!items.empty()) {
            add_counts_after(book, entry, {from, until}, items, found);
        }
    }
    return found;
}

StockFold::StockFold(Pass& pass) : pass_{&pass}, reading_{items_kept(pass.book())} {}

Wanted StockFold::wanted() const {
    return {pass_->dates(), StockReading::kinds()};
}

void StockFold::add(const Entry& entry) {
    reading_.add(entry, lines_of(entry.fields));
}

void StockFold::finish() {
    Book& book = pass_->book();
    DateRange dates = pass_->dates();
    EntryQuery counts;
    counts.rare_kinds = {kind::kStocktake};
    counts.dates = dates;
    counts.before = pass_->before();
    std::optional<Instant> first;
    Before before;
    each_amended(book.store(), counts, [&](const Entry& count) {
        first = std::min(first.value_or(count.told_at()), count.told_at());
        before = before.value_or(count.number);
        dates.until = std::max(dates.until, end_of(book, count.told_at()));
    });
    // What a count is compared with stands before the period.
    Beginning from{dates.from, 0};
    if (const auto earlier = first ? beginning(book, *first, before) : std::nullopt) {
        from.from = std::min(dates.from, earlier->from);
    }
    facts = first ? stock_facts_of(book, from, dates.until, pass_->before())
                  : finished(book, reading_, dates.until, pass_->before());
    std::erase_if(facts.facts, [&](const StockFact& fact) { return !pass_->dates().contains(fact.business_date); });
}

}  // namespace onduty
