// SPDX-License-Identifier: MIT
#include "store/amended.hpp"

#include "store/rows.hpp"

namespace onduty {

namespace {

std::vector<AmendedRow> read_rows(Rows& row) {
    std::vector<AmendedRow> rows;
    while (row.step()) {
        AmendedRow one;
        parse_date(row.text(0), one.day);
        one.entry = row.integer(1);
        one.state = row.text(2);
        one.told_at = Instant{std::chrono::milliseconds{row.integer(3)}};
        one.doer = row.text(4);
        rows.push_back(std::move(one));
    }
    return rows;
}

std::vector<AmendedRow> rows_of_days(Database& database, const char* sql, DateRange days) {
    Rows row{database, sql};
    const std::string from = to_text(days.from);
    const std::string until = to_text(days.until);
    row.bind(1, from);
    row.bind(2, until);
    return read_rows(row);
}

}  // namespace

std::vector<AmendedRow> amended_rows(const Entry& entry, const std::vector<Entry>& amending) {
    if (amending.empty()) {
        return {};
    }
    const CountedAs now = counted_as(entry, amending);
    const auto row = [&](Date day, const char* state) {
        return AmendedRow{day, entry.number, state, now.told_at, now.doer};
    };
    if (now.withdrawn) {
        return {row(entry.business_date, amended::kWithdrawn)};
    }
    if (now.day == entry.business_date) {
        return {row(entry.business_date, amended::kCorrected)};
    }
    return {row(entry.business_date, amended::kLeft), row(now.day, amended::kCame)};
}

bool any_amended(Database& database, const std::optional<DateRange>& days) {
    Rows row{database, days ? "SELECT 1 FROM amended WHERE day>=? AND day<? LIMIT 1" : "SELECT 1 FROM amended LIMIT 1"};
    const std::string from = days ? to_text(days->from) : "";
    const std::string until = days ? to_text(days->until) : "";
    if (days) {
        row.bind(1, from);
        row.bind(2, until);
    }
    return row.step();
}

bool is_amended(Database& database, const Entry& entry) {
    Rows row{database, "SELECT 1 FROM amended WHERE day=? AND entry=?"};
    const std::string day = to_text(entry.business_date);
    row.bind(1, day);
    row.bind(2, entry.number);
    return row.step();
}

std::vector<AmendedRow> read_amended(Database& database, DateRange days) {
    return rows_of_days(database, "SELECT*FROM amended WHERE day>=? AND day<? ORDER BY day,entry", days);
}

std::vector<AmendedRow> read_moved(Database& database, DateRange days) {
    return rows_of_days(
        database, "SELECT*FROM amended WHERE day>=? AND day<? AND state IN('left','came') ORDER BY day,entry", days);
}

std::vector<AmendedRow> read_amended(Database& database) {
    Rows row{database, "SELECT*FROM amended ORDER BY day,entry"};
    return read_rows(row);
}

}  // namespace onduty
