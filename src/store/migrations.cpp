// SPDX-License-Identifier: MIT
#include "store/migrations.hpp"

#include <fmt/format.h>

#include "embedded.hpp"
#include "error.hpp"
#include "store/site_file.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Moves past white space, line comments and semicolons between the statements of the schema.
void skip_between(std::string_view& schema) {
    for (;;) {
        if (schema.substr(0, 2) == "--") {
            schema.remove_prefix(std::min(schema.find('\n'), schema.size()));
        } else if (!schema.empty() && std::string_view{" \n;"}.find(schema.front()) != std::string_view::npos) {
            schema.remove_prefix(1);
        } else {
            return;
        }
    }
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
    std::string_view expected = embedded::schema_sql;
    SQLite::Statement row{database.handle(), "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"};
    bool same = true;
    while (same && row.executeStep()) {
        const SQLite::Column column = row.getColumn(0);
        const std::string_view found{column.getText(), static_cast<std::size_t>(column.getBytes())};
        skip_between(expected);
        same = expected.substr(0, found.size()) == found;
        expected.remove_prefix(std::min(found.size(), expected.size()));
    }
    skip_between(expected);
    if (!same || !expected.empty()) {
        throw Failure{say(N_("{0} does not have the tables that this onduty made: somebody changed its structure. "
                             "Keep the file as it is and go back to the last backup."),
                          database.path())};
    }
}

}  // namespace onduty
