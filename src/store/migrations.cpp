// SPDX-License-Identifier: MIT
#include "store/migrations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "embedded.hpp"
#include "store/rows.hpp"
#include "store/site_file.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::string_view kVirtual = "CREATE VIRTUAL TABLE";

// Whether the schema has `sql` as one whole statement, which begins a line and ends with a semicolon, at `at`.
bool stands_at(std::string_view schema, std::string_view sql, std::size_t at) {
    const auto end = at + sql.size();
    return at > 0 && schema[at - 1] == '\n' && end < schema.size() && schema[end] == ';' &&
           schema.substr(at, sql.size()) == sql;
}

// Where it stands; looked for at the next statement after `from` first, because the file usually has the order of the
// schema. npos when nowhere.
std::size_t find_statement(std::string_view schema, std::string_view sql, std::size_t from) {
    const auto next = schema.find("\nCREATE ", from);
    if (next != std::string_view::npos && stands_at(schema, sql, next + 1)) {
        return next + 1;
    }
    const auto at = schema.find(sql);
    return at != std::string_view::npos && stands_at(schema, sql, at) ? at : std::string_view::npos;
}

// What takes away the row of sqlite_schema (sql, type, name) that another tool added.
std::string drop_statement(const Rows& row) {
    std::string kind{row.text(1)};
    std::transform(kind.begin(), kind.end(), kind.begin(), [](char letter) { return letter & ~0x20; });
    std::string name;
    for (const char letter : row.text(2)) {
        name += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return "DROP " + kind + " \"" + name + "\";";
}

// Whether it goes by itself: the counters of SQLite, which nothing drops, and what a virtual table keeps for itself.
bool goes_with_another(std::string_view name, const std::vector<std::string>& virtual_tables) {
    return name == "sqlite_sequence" ||
           std::any_of(virtual_tables.begin(), virtual_tables.end(), [&](const std::string& table) {
               return name.size() > table.size() && name.substr(0, table.size()) == table && name[table.size()] == '_';
           });
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

std::vector<std::string> check_schema(Database& database) {
    const std::string_view schema = embedded::schema_sql;
    Rows row{database, "SELECT +sql,+type,+name FROM sqlite_schema WHERE sql IS NOT NULL"};
    std::vector<std::string> drops;
    std::vector<std::string> virtual_tables;  // each stands before what it keeps
    std::size_t count = 0;
    std::size_t at = 0;
    // The order is not compared: VACUUM may change it.
    while (row.step()) {
        const std::size_t found = find_statement(schema, row.text(0), at);
        if (found != std::string_view::npos) {
            at = found;
            ++count;
        } else if (!goes_with_another(row.text(2), virtual_tables)) {
            drops.push_back(drop_statement(row));
            if (row.text(0).substr(0, kVirtual.size()) == kVirtual) {
                virtual_tables.emplace_back(row.text(2));
            }
        }
    }
    if (count != count_statements(schema)) {
        throw Failure{say(N_("{0} does not have the tables that this onduty made: somebody changed its structure. "
                             "Keep the file as it is and go back to the last backup."),
                          database.path())};
    }
    return drops;
}

}  // namespace onduty
