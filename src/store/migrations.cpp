// SPDX-License-Identifier: MIT
#include "store/migrations.hpp"

#include <fmt/format.h>

#include "embedded.hpp"
#include "store/entry_rows.hpp"
#include "store/site_file.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Where `sql` stands in the schema as one whole statement that begins a line and ends with a semicolon; looked
// for from `from` on first, because the file usually has the order of the schema. npos when nowhere.
std::size_t find_statement(std::string_view schema, std::string_view sql, std::size_t from) {
    auto at = schema.find(sql, from);
    if (at == std::string_view::npos) {
        at = schema.find(sql);
    }
    const bool whole = at != std::string_view::npos && at > 0 && schema[at - 1] == '\n' &&
                       at + sql.size() < schema.size() && schema[at + sql.size()] == ';';
    return whole ? at : std::string_view::npos;
}

std::size_t count_statements(std::string_view schema) {
    std::size_t count = 0;
    for (auto at = schema.find("\nCREATE "); at != std::string_view::npos; at = schema.find("\nCREATE ", at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> steps;  // schema 1 is the first
    return steps;
}

void migrate(Database& database, int version, const std::vector<Migration>& steps) {
    for (const Migration& step : steps) {
        if (step.to <= version) {
            continue;
        }
        SQLite::Transaction transaction{database.handle(), SQLite::TransactionBehavior::IMMEDIATE};
        database.handle().exec(step.sql);
        database.handle().exec(fmt::format("PRAGMA user_version={}", step.to));
        transaction.commit();
    }
}

void create_schema(Database& database) {
    SQLite::Transaction transaction{database.handle(), SQLite::TransactionBehavior::IMMEDIATE};
    database.handle().exec(std::string{embedded::schema_sql});
    database.handle().exec(
        fmt::format("PRAGMA application_id={};PRAGMA user_version={}", kApplicationId, kSchemaVersion));
    transaction.commit();
}

void check_schema(Database& database) {
    const std::string_view schema = embedded::schema_sql;
    Rows row{database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"};
    std::size_t count = 0;
    std::size_t at = 0;
    // The order is not compared: VACUUM may change it.
    while (at != std::string_view::npos && row.step()) {
        at = find_statement(schema, row.text(0), at);
        ++count;
    }
    if (at == std::string_view::npos || count != count_statements(schema)) {
        throw Failure{say(N_("{0} does not have the tables that this onduty made: somebody changed its structure. "
                             "Keep the file as it is and go back to the last backup."),
                          database.path())};
    }
}

}  // namespace onduty
