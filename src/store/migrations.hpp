// SPDX-License-Identifier: MIT
// How does an old file become a current one? Numbered steps, each in one transaction with its version.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite.hpp"

namespace onduty {

struct Migration {
    int to;  // schema version that it makes, from the one before
    const char* sql;
};

// The steps from schema 1 to the current one.
const std::vector<Migration>& migrations();

// Runs the steps above `version` in order. A step that fails leaves the file at the version before it.
void migrate(Database& database, int version, const std::vector<Migration>& steps);

// Makes the current schema in an empty file.
void create_schema(Database& database);

// Throws Failure unless the file holds every table, index and trigger of the schema, unchanged. Answers the statements
// that drop what another tool added; it does no harm, because no trigger and no view runs here.
std::vector<std::string> check_schema(Database& database);

}  // namespace onduty
