// SPDX-License-Identifier: MIT
#include "store/migrations.hpp"

#include <fmt/format.h>

#include "embedded.hpp"
#include "error.hpp"
#include "store/site_file.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Whether `sql` is one whole statement of the schema: it begins a line and ends with a semicolon.
bool is_statement(std::string_view schema, std::string_view sql) {
    const auto at = schema.find(sql);
    return at != std::string_view::npos && at > 0 && schema[at - 1] == '\n' && at + sql.size() < schema.size() &&
           schema[at + sql.size()] == ';';
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
    SQLite::Statement row{database.handle(), "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"};
    std::size_t count = 0;
    bool same = true;
    // The order is not compared: VACUUM may change it.
    while (same && row.executeStep()) {
        const SQLite::Column column = row.getColumn(0);
        same = is_statement(schema, {column.getText(), static_cast<std::size_t>(column.getBytes())});
        ++count;
    }
    if (!same || count != count_statements(schema)) {
        throw Failure{say(N_("{0} does not have the tables that this onduty made: somebody changed its structure. "
                             "Keep the file as it is and go back to the last backup."),
                          database.path())};
    }
}

}  // namespace onduty
