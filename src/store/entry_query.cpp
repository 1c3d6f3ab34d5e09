// SPDX-License-Identifier: MIT
#include "store/entry_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "store/amended.hpp"
#include "store/batches.hpp"
#include "store/entry_rows.hpp"
#include "store/field_rows.hpp"

namespace onduty {

namespace {

constexpr int kMostDays = 1000;            // of more days the whole log is read
constexpr EntryNumber kWorthReading = 32;  // entries of other days between two, for which no new stretch is begun
constexpr int kFirstRule = 21;             // the rules are bound from here on
constexpr EntryNumber kLastNumber = std::numeric_limits<EntryNumber>::max();

// Entries that follow each other by number.
struct Stretch {
    EntryNumber first = 1;
    EntryNumber last = kLastNumber;
};

// Which entries count for the days that are asked for: those that are stored under them, less those that left, plus
// those that came.
class Days {
  public:
    Days(Database& database, const std::optional<DateRange>& range) : range_{range} {
        if (!range_) {
            return;
        }
        for (const AmendedRow& row : read_moved(database, *range_)) {
            if (row.state == amended::kLeft) {
                left_.insert(row.entry);
            } else if (row.state == amended::kCame) {
                came_.insert(row.entry);
            }
        }
        // Moved from one of the days to another.
        std::erase_if(left_, [&](EntryNumber number) { return came_.count(number) > 0; });
    }

    bool has(const Entry& entry) const {
        return !range_ || came_.count(entry.number) > 0 ||
               (entry.business_date >= range_->from && entry.business_date < range_->until &&
                left_.count(entry.number) == 0);
    }
    // The index of the days tells what is stored under them only.
    bool stored_alone() const { return came_.empty(); }

    // By the index of the days: however far behind an entry of an old day stands, only it is read there.
    std::vector<Stretch> stretches(Database& database) const {
        if (!range_ || range_->until - range_->from > kMostDays * std::chrono::days{1}) {
            return {Stretch{}};
        }
        std::vector<Stretch> runs;
        const auto add = [&](EntryNumber number) {
            if (runs.empty() || number < runs.back().first || number > runs.back().last + kWorthReading) {
                runs.push_back({number, number});
            } else {
                runs.back().last = std::max(runs.back().last, number);
            }
        };
        Rows rows{database,
                  "SELECT number FROM entry INDEXED BY entry_by_day WHERE business_date>=? AND business_date<?"};
        const std::string from = to_text(range_->from);
        const std::string until = to_text(range_->until);
        rows.bind(1, from);
        rows.bind(2, until);
        while (rows.step()) {
            add(rows.integer(0));
        }
        for (const EntryNumber number : came_) {
            add(number);
        }
        return joined(std::move(runs));
    }

  private:
    static std::vector<Stretch> joined(std::vector<Stretch> runs) {
        std::sort(runs.begin(), runs.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
        std::vector<Stretch> stretches;
        for (const Stretch& run : runs) {
            if (stretches.empty() || run.first > stretches.back().last + kWorthReading) {
                stretches.push_back(run);
            } else {
                stretches.back().last = std::max(stretches.back().last, run.last);
            }
        }
        return stretches;
    }

    std::optional<DateRange> range_;
    std::set<EntryNumber> left_;
    std::set<EntryNumber> came_;
};

bool by_index(const EntryQuery& query) {
    return query.thread_of || query.amendments_of || query.shifts_of || !query.rules.empty() ||
           !query.rare_kinds.empty();
}

std::string quoted(const std::vector<std::string_view>& kinds) {
    std::string list;
    for (const std::string_view kind : kinds) {
        list += list.empty() ? "'" : ",'";
        list += kind;
        list += '\'';
    }
    return list;
}

// The index only serves a query that repeats its own condition.
std::string source_of(const EntryQuery& query) {
    if (query.thread_of) {
        // Two look-ups: the entry itself and, by the index, those about it.
        return "entry WHERE number IN(SELECT ?14 UNION ALL SELECT number FROM entry INDEXED BY entry_by_thread "
               "WHERE traits&2 AND about=?14 AND amends IS NULL)";
    }
    if (query.amendments_of) {
        return "entry INDEXED BY entry_by_thread WHERE traits&2 AND about=?16 AND amends=?16";
    }
    if (query.shifts_of) {
        return "entry INDEXED BY entry_by_shift WHERE traits&24 AND actor=?15";
    }
    if (!query.rules.empty()) {
        std::string list;
        for (std::size_t i = 0; i < query.rules.size(); ++i) {
            list += (i == 0 ? "?" : ",?") + std::to_string(kFirstRule + static_cast<int>(i));
        }
        return fmt::format("entry INDEXED BY entry_by_rule WHERE traits&4 AND rule IN({})", list);
    }
    if (!query.rare_kinds.empty()) {
        return fmt::format("entry INDEXED BY entry_by_kind WHERE traits&1 AND kind IN({})", quoted(query.rare_kinds));
    }
    return "entry NOT INDEXED WHERE number>=?1 AND number<=?2";
}

std::string sql_of(const EntryQuery& query, bool dates_by_index) {
    std::string sql = std::string{"SELECT "} + kStoryColumns + " FROM " + source_of(query);
    const auto where = [&](bool given, const char* condition) { sql += given ? condition : ""; };
    where(dates_by_index, " AND business_date>=?3 AND business_date<?4");
    where(query.first && by_index(query), " AND number>=?5");
    where(query.before && by_index(query), " AND number<?10");
    where(query.batch.has_value(), " AND batch=?18");
    where(query.shift.has_value(),
          " AND (shift=?6 OR number=?6 OR number IN(SELECT about FROM entry WHERE number IN(SELECT entry FROM field "
          "WHERE "
          "sought AND name='shift' AND number=?6)))");
    where(query.about.has_value(), " AND about=?7");
    where(query.story_of.has_value(), " AND (about=?11 OR number=?11)");
    where(query.matter.has_value(), " AND (opens=?17 OR closes=?17)");
    where(query.upon.has_value(), " AND (about BETWEEN ?19 AND ?20 OR closes BETWEEN ?19 AND ?20)");
    where(!query.kind.empty(), " AND kind=?8");
    sql += query.kinds.empty() ? "" : " AND kind IN(" + quoted(query.kinds) + ")";
    where(!query.actor.empty(), " AND actor=?9");
    where(!query.subject.empty(), " AND subject=?12");
    where(!query.result.empty(), " AND result=?13");
    return sql + (query.last == 0 ? " ORDER BY number" : " ORDER BY number DESC");
}

// Steps through what a query finds, in the order of its SQL, until `take` has enough.
class Scan {
  public:
    Scan(Database& database, const EntryQuery& query)
        : query_{query},
          days_{database, query.dates},
          stretches_{by_index(query) ? std::vector<Stretch>{Stretch{}} : days_.stretches(database)},
          dates_by_index_{query.dates && by_index(query) && days_.stored_alone()},
          batches_{database},
          rows_{database, sql_of(query, dates_by_index_)} {
        if (dates_by_index_) {
            from_ = to_text(query.dates->from);
            until_ = to_text(query.dates->until);
            rows_.bind(3, from_);
            rows_.bind(4, until_);
        }
        rows_.bind(5, query.first.value_or(0));
        rows_.bind(6, query.shift.value_or(0));
        rows_.bind(7, query.about.value_or(0));
        rows_.bind(8, query.kind);
        rows_.bind(9, query.actor);
        rows_.bind(10, query.before.value_or(0));
        rows_.bind(11, query.story_of.value_or(0));
        rows_.bind(12, query.subject);
        rows_.bind(13, query.result);
        rows_.bind(14, query.thread_of.value_or(0));
        for (std::size_t i = 0; i < query.rules.size(); ++i) {
            rows_.bind(kFirstRule + static_cast<int>(i), query.rules[i]);
        }
        if (query.shifts_of) {
            rows_.bind(15, *query.shifts_of);
        }
        rows_.bind(18, query.batch.value_or(0));
        rows_.bind(16, query.amendments_of.value_or(0));
        rows_.bind(17, query.matter.value_or(0));
        if (query.upon) {
            rows_.bind(19, query.upon->first);
            rows_.bind(20, query.upon->second);
        }
        if (query.last > 0) {
            std::reverse(stretches_.begin(), stretches_.end());
        }
    }

    template <typename Take>
    void run(Take&& take) {
        const EntryNumber first = std::max(query_.first.value_or(1), query_.story_of.value_or(1));
        Entry entry;
        for (const Stretch& stretch : stretches_) {
            rows_.reset();
            rows_.bind(1, std::max(first, stretch.first));
            rows_.bind(2, std::min(stretch.last, query_.before.value_or(kLastNumber) - 1));
            while (rows_.step()) {
                read_story(rows_, entry);
                const bool counts = query_.all_batches || batches_.counts(entry.batch);
                if (counts && days_.has(entry) && !take(entry)) {
                    return;
                }
            }
        }
    }

  private:
    const EntryQuery& query_;
    Days days_;
    std::vector<Stretch> stretches_;
    bool dates_by_index_;
    std::string from_;
    std::string until_;
    Batches batches_;
    Rows rows_;
};

}  // namespace

void each_entry(Database& database, const EntryQuery& query, const std::function<void(const Entry&)>& visit) {
    Scan scan{database, query};
    FieldCursor fields{database};
    const auto hand_over = [&](Entry& entry) {
        if (!query.header_only) {
            fields.fill(entry);
        }
        visit(entry);
        return true;
    };
    if (query.last == 0) {
        scan.run(hand_over);
        return;
    }
    std::vector<Entry> newest;
    scan.run([&](const Entry& entry) {
        newest.push_back(entry);
        return static_cast<std::int64_t>(newest.size()) < query.last;
    });
    std::for_each(newest.rbegin(), newest.rend(), hand_over);
}

struct Threads::Statements {
    explicit Statements(Database& opened)
        : database{opened},
          first{opened, std::string{"SELECT "} + kStoryColumns + " FROM entry WHERE number=?"},
          others{opened, std::string{"SELECT "} + kStoryColumns +
                             " FROM entry INDEXED BY entry_by_thread WHERE traits&2 AND about=? AND amends IS NULL "
                             "ORDER BY number"},
          fields{opened},
          batches{opened} {}
    Database& database;
    Rows first;
    Rows others;
    FieldCursor fields;
    Batches batches;
};

Threads::Threads(Database& database) : statements_{std::make_unique<Statements>(database)} {}
Threads::Threads(Threads&&) noexcept = default;
Threads::~Threads() = default;

void Threads::each(EntryNumber first, const std::function<void(const Entry&)>& visit) try {
    Entry entry;
    for (Rows* rows : {&statements_->first, &statements_->others}) {
        rows->reset();
        rows->bind(1, first);
        while (rows->step()) {
            read_story(*rows, entry);
            if (statements_->batches.counts(entry.batch)) {
                statements_->fields.fill(entry);
                visit(entry);
            }
        }
    }
} catch (const SQLite::Exception& error) {
    rethrow(error, statements_->database.path());
}

void Threads::release() {
    statements_->first.reset();
    statements_->others.reset();
    statements_->fields.release();
    statements_->batches.forget();
}

std::optional<Entry> entry_numbered(Database& database, EntryNumber number) {
    Rows rows{database, kEntryUpTo};
    rows.bind(1, number);
    if (!rows.step() || rows.integer(0) != number) {
        return std::nullopt;
    }
    Entry entry;
    read_entry(rows, entry);
    FieldCursor{database}.fill(entry);
    return entry;
}

}  // namespace onduty
