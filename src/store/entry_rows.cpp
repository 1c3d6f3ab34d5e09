// SPDX-License-Identifier: MIT
#include "store/entry_rows.hpp"

#include <algorithm>

namespace onduty {

namespace {

// Calls sink(column, value) for each column of the table entry, in its order, but digest and head.
// Empty texts and zero numbers of optional columns are given as `std::nullopt`. `date` is the business date.
template <typename Sink>
void describe(const Entry& entry, const std::string& date, Sink&& sink) {
    using Number = std::optional<std::int64_t>;
    const auto text = [](const std::string& value) {
        return value.empty() ? std::nullopt : std::optional<std::string_view>{value};
    };
    const auto number = [](std::int64_t value) { return value == 0 ? Number{} : Number{value}; };
    const auto instant = [](const std::optional<Instant>& at) {
        return at ? Number{at->time_since_epoch().count()} : Number{};
    };
    // Of the told time, if there is one.
    const auto told = [&](std::int64_t value) { return entry.happened_at ? Number{value} : Number{}; };
    sink("number", Number{entry.number});
    sink("kind", text(entry.kind));
    sink("actor", std::optional<std::string_view>{entry.actor});
    sink("typed_by", text(entry.typed_by));
    sink("post", text(entry.post));
    sink("shift", number(entry.shift));
    sink("business_date", std::optional<std::string_view>{date});
    sink("recorded_at", Number{entry.recorded_at.time_since_epoch().count()});
    sink("utc_offset", Number{entry.utc_offset.count()});
    sink("happened_at", instant(entry.happened_at));
    sink("told_offset", told(entry.told_offset.count()));
    sink("late", Number{entry.late ? 1 : 0});
    sink("clock_step", entry.clock_step ? Number{entry.clock_step->count()} : Number{});
    sink("about", number(entry.about));
    sink("opens", number(entry.opens));
    sink("closes", number(entry.closes));
    sink("amends", number(entry.amends));
    sink("subject", text(entry.subject));
    sink("rule", text(entry.rule));
    sink("slot_at", instant(entry.slot_at));
    sink("result", text(entry.result));
    sink("flag", text(entry.flag));
    sink("plan", Number{entry.plan});
    sink("traits", Number{entry.traits});
    sink("id", std::optional{entry.id});
    sink("source", std::optional<std::string_view>{entry.source});
    sink("told_dated", told(entry.told_dated ? 1 : 0));
    sink("batch", number(entry.batch));
    sink("client_id", text(entry.client_id));
    sink("os_user", text(entry.os_user));
    sink("terminal", text(entry.terminal));
    sink("boot_id", text(entry.boot_id));
    sink("boot_at", number(entry.boot_at.count()));
    sink("tool", text(entry.tool));
}

struct DigestSink {
    EntryDigest& digest;
    void operator()(const char* column, const std::optional<std::int64_t>& value) const {
        if (value) {
            digest.integer(column, *value);
        }
    }
    void operator()(const char* column, const std::optional<std::string_view>& value) const {
        if (value) {
            digest.text(column, *value);
        }
    }
    void operator()(const char* column, const std::optional<EntryId>& value) const {
        digest.blob(column, bytes_of(*value));
    }
};

struct BindSink {
    Rows& statement;
    const Entry& entry;
    int index = 0;
    void operator()(const char*, const std::optional<std::int64_t>& value) {
        ++index;
        if (value) {
            statement.bind(index, *value);
        } else {
            statement.bind_null(index);
        }
    }
    void operator()(const char*, const std::optional<std::string_view>& value) {
        ++index;
        if (value) {
            statement.bind_text(index, *value);
        } else {
            statement.bind_null(index);
        }
    }
    void operator()(const char*, const std::optional<EntryId>&) { statement.bind_blob(++index, bytes_of(entry.id)); }
};

std::optional<Instant> instant(const Rows& rows, int column) {
    return rows.is_null(column) ? std::nullopt
                                : std::optional{Instant{std::chrono::milliseconds{rows.integer(column)}}};
}

template <std::size_t N>
void copy_bytes(std::string_view bytes, std::array<unsigned char, N>& target) {
    target.fill(0);
    std::copy_n(bytes.begin(), std::min(N, bytes.size()), target.begin());
}

}  // namespace

// The + costs nothing to run and spares SQLite to note where each column comes from, a third of the preparation.
#define ONDUTY_TOLD_COLUMNS                                                                                          \
    "+number,+kind,+actor,+typed_by,+post,+shift,+business_date,+recorded_at,+utc_offset,+happened_at,+told_offset," \
    "+late,+clock_step,+about,+opens,+closes,+amends,+subject,+rule,+slot_at,+result,+flag,+plan,+traits"
#define ONDUTY_ENTRY_COLUMNS                                                  \
    ONDUTY_TOLD_COLUMNS                                                       \
    ",+id,+source,+told_dated,+batch,+client_id,+os_user,+terminal,+boot_id," \
    "+boot_at,+tool,+digest,+head"

const char* const kStoryColumns = ONDUTY_TOLD_COLUMNS ",+batch";
const char* const kEntryColumns = ONDUTY_ENTRY_COLUMNS;
const char* const kEntryUpTo =
    "SELECT " ONDUTY_ENTRY_COLUMNS " FROM entry WHERE number<=? ORDER BY number DESC LIMIT 1";
const char* const kInsertEntry =
    "INSERT INTO entry VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

namespace {

// Answers the column behind those that it read.
int read_told(const Rows& rows, Entry& entry) {
    int column = 0;
    const auto text = [&](std::string& target) { target = rows.text(column++); };
    entry.number = rows.integer(column++);
    text(entry.kind);
    text(entry.actor);
    text(entry.typed_by);
    text(entry.post);
    entry.shift = rows.integer(column++);
    parse_date(rows.text(column++), entry.business_date);
    entry.recorded_at = Instant{std::chrono::milliseconds{rows.integer(column++)}};
    entry.utc_offset = std::chrono::seconds{rows.integer(column++)};
    entry.happened_at = instant(rows, column++);
    entry.told_offset = std::chrono::seconds{rows.integer(column++)};
    entry.late = rows.integer(column++) != 0;
    entry.clock_step =
        rows.is_null(column) ? std::nullopt : std::optional{std::chrono::milliseconds{rows.integer(column)}};
    ++column;
    entry.about = rows.integer(column++);
    entry.opens = rows.integer(column++);
    entry.closes = rows.integer(column++);
    entry.amends = rows.integer(column++);
    text(entry.subject);
    text(entry.rule);
    entry.slot_at = instant(rows, column++);
    text(entry.result);
    text(entry.flag);
    entry.plan = static_cast<int>(rows.integer(column++));
    entry.traits = rows.integer(column++);
    return column;
}

}  // namespace

void read_story(const Rows& rows, Entry& entry) {
    entry.batch = rows.integer(read_told(rows, entry));
}

void read_entry(const Rows& rows, Entry& entry) {
    int column = read_told(rows, entry);
    const auto text = [&](std::string& target) { target = rows.text(column++); };
    copy_bytes(rows.text(column++), entry.id);
    text(entry.source);
    entry.told_dated = rows.integer(column++) != 0;
    entry.batch = rows.integer(column++);
    text(entry.client_id);
    text(entry.os_user);
    text(entry.terminal);
    text(entry.boot_id);
    entry.boot_at = std::chrono::milliseconds{rows.integer(column++)};
    text(entry.tool);
    copy_bytes(rows.text(column++), entry.digest);
    copy_bytes(rows.text(column++), entry.head);
}

void add_entry(EntryDigest& digest, const Entry& entry) {
    digest.begin_row("entry");
    describe(entry, to_text(entry.business_date), DigestSink{digest});
}

void insert_entry(Rows& insert, const Entry& entry) {
    const std::string date = to_text(entry.business_date);
    BindSink sink{insert, entry};
    describe(entry, date, sink);
    insert.bind_blob(sink.index + 1, bytes_of(entry.digest));
    insert.bind_blob(sink.index + 2, bytes_of(entry.head));
    insert.run();
}

bool skipped_in_digest(std::string_view column) {
    return column == "digest" || column == "head";
}

}  // namespace onduty
