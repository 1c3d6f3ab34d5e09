// SPDX-License-Identifier: MIT
#include "store/entry_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "store/entry_rows.hpp"

namespace onduty {

namespace {

struct Numbers {
    EntryNumber first = std::numeric_limits<EntryNumber>::max();
    EntryNumber last = 0;
};

constexpr int kMostDays = 1000;
constexpr Numbers kAllNumbers{1, std::numeric_limits<EntryNumber>::max()};

// The first and last entry of the dates, date by date: the index holds the numbers of one date in order, so each
// takes two look-ups, where the least of many dates would take them all.
Numbers numbers_of(Database& database, DateRange dates) {
    const std::chrono::days day{1};
    if (dates.until - dates.from > kMostDays * day) {
        return kAllNumbers;
    }
    Numbers numbers;
    Rows first{database, "SELECT min(number) FROM entry WHERE business_date=?"};
    Rows last{database, "SELECT max(number) FROM entry WHERE business_date=?"};
    for (Date date = dates.from; date < dates.until; date += day) {
        const std::string text = to_text(date);
        first.reset();
        first.bind(1, text);
        if (!first.step() || first.is_null(0)) {
            continue;
        }
        last.reset();
        last.bind(1, text);
        last.step();
        numbers.first = std::min(numbers.first, first.integer(0));
        numbers.last = std::max(numbers.last, last.integer(0));
    }
    return numbers;
}

// The index only serves a query that repeats its own condition.
std::string rare(const std::vector<const char*>& kinds) {
    std::string list;
    for (const char* kind : kinds) {
        list += (list.empty() ? "'" : ",'") + std::string{kind} + "'";
    }
    return fmt::format(" FROM entry INDEXED BY entry_by_kind WHERE kind IN({}) AND kind IN({})", kRareKinds, list);
}

// Two look-ups: the entry itself and, through the index, those about it.
std::string thread() {
    return fmt::format(
        " FROM entry WHERE number IN(SELECT ?14 UNION ALL SELECT number FROM entry INDEXED BY entry_by_thread"
        " WHERE kind IN({}) AND about=?14)",
        kThreadKinds);
}

// The rules are bound from here on.
constexpr int kFirstRule = 16;

std::string of_rules(std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list += (i == 0 ? "?" : ",?") + std::to_string(kFirstRule + static_cast<int>(i));
    }
    return " FROM entry INDEXED BY entry_by_rule WHERE kind IN('clean-item','explanation') AND rule IN(" + list + ")";
}

std::string sql_of(const EntryQuery& query) {
    const std::string from = query.thread_of            ? thread()
                             : !query.rules.empty()     ? of_rules(query.rules.size())
                             : query.rare_kinds.empty() ? " FROM entry NOT INDEXED WHERE 1"
                                                        : rare(query.rare_kinds);
    std::string sql = std::string{"SELECT "} + kStoryColumns + from;
    const auto where = [&](bool given, const char* condition) { sql += given ? condition : ""; };
    // The stretch is read in its own order, unsorted; what was entered late lies in it out of order.
    where(query.dates.has_value(), " AND number>=?1 AND number<=?2");
    where(query.dates.has_value(), " AND business_date>=?3 AND business_date<?4");
    where(query.first.has_value(), " AND number>=?5");
    where(query.shift.has_value(), " AND (shift=?6 OR number=?6)");
    where(query.about.has_value(), " AND about=?7");
    where(query.story_of.has_value(), " AND number>=?11 AND (about=?11 OR number=?11)");
    where(query.matter.has_value(), " AND (opens=?15 OR closes=?15)");
    where(!query.kind.empty(), " AND kind=?8");
    where(!query.actor.empty(), " AND actor=?9");
    where(!query.subject.empty(), " AND subject=?12");
    where(!query.result.empty(), " AND result=?13");
    if (query.last == 0) {
        return sql + " ORDER BY number";
    }
    return "SELECT * FROM (" + sql + " ORDER BY number DESC LIMIT ?10) ORDER BY number";
}

}  // namespace

void each_entry(Database& database, const EntryQuery& query, const std::function<void(const Entry&)>& visit) {
    Rows rows{database, sql_of(query)};
    std::string from;
    std::string until;
    if (query.dates) {
        // The index of the rules is narrower than a stretch of numbers.
        const Numbers numbers = query.rules.empty() ? numbers_of(database, *query.dates) : kAllNumbers;
        from = to_text(query.dates->from);
        until = to_text(query.dates->until);
        rows.bind(1, numbers.first);
        rows.bind(2, numbers.last);
        rows.bind(3, from);
        rows.bind(4, until);
    }
    rows.bind(5, query.first.value_or(0));
    rows.bind(6, query.shift.value_or(0));
    rows.bind(7, query.about.value_or(0));
    rows.bind(8, query.kind);
    rows.bind(9, query.actor);
    rows.bind(10, query.last);
    rows.bind(11, query.story_of.value_or(0));
    rows.bind(12, query.subject);
    rows.bind(13, query.result);
    rows.bind(14, query.thread_of.value_or(0));
    rows.bind(15, query.matter.value_or(0));
    for (std::size_t i = 0; i < query.rules.size(); ++i) {
        rows.bind(kFirstRule + static_cast<int>(i), query.rules[i]);
    }
    Entry entry;
    while (rows.step()) {
        read_story(rows, entry);
        visit(entry);
    }
}

}  // namespace onduty
