// SPDX-License-Identifier: MIT
#include "store/rows.hpp"

#include <sqlite3.h>

namespace onduty {

Rows::Rows(Database& database, const std::string& sql) : database_{&database}, statement_{database.take(sql)} {}

Rows::~Rows() {
    database_->give_back(statement_);
}

void Rows::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(statement_, index, value);
}

void Rows::bind(int index, const std::string& value) {
    bind_text(index, value);
}

void Rows::bind_text(int index, std::string_view value) {
    sqlite3_bind_text(statement_, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}

void Rows::bind_blob(int index, std::string_view value) {
    sqlite3_bind_blob(statement_, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}

void Rows::bind_null(int index) {
    sqlite3_bind_null(statement_, index);
}

void Rows::run() {
    step();
    reset();
}

void Rows::reset() {
    sqlite3_reset(statement_);
}

bool Rows::step() {
    const int outcome = sqlite3_step(statement_);
    if (outcome != SQLITE_ROW && outcome != SQLITE_DONE) {
        throw SQLite::Exception{database_->handle().getHandle(), outcome};
    }
    return outcome == SQLITE_ROW;
}

int Rows::columns() const {
    return sqlite3_column_count(statement_);
}

const char* Rows::name(int column) const {
    const char* const column_name = sqlite3_column_name(statement_, column);
    return *column_name == '+' ? column_name + 1 : column_name;
}

bool Rows::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string_view Rows::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view{bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Rows::add_to(EntryDigest& digest, bool (*skipped)(std::string_view column)) const {
    for (int column = 0; column < columns(); ++column) {
        const std::string_view column_name = name(column);
        if (skipped(column_name)) {
            continue;
        }
        switch (sqlite3_column_type(statement_, column)) {
            case SQLITE_NULL:
                break;
            case SQLITE_INTEGER:
                digest.integer(column_name, integer(column));
                break;
            case SQLITE_BLOB:
                digest.blob(column_name, text(column));
                break;
            default:
                digest.text(column_name, text(column));
        }
    }
}

}  // namespace onduty
