// SPDX-License-Identifier: MIT
// Is this path a site file that we may open? Looked at from outside, before SQLite touches it.
#pragma once

#include <cstdint>
#include <string>

namespace onduty {

inline constexpr std::uint32_t kApplicationId = 0x6F6E6474;  // "ondt"
inline constexpr int kSchemaVersion = 1;

// Refuses a missing file, a link, a path that SQLite would read as a URI, a network file system, a file of
// another program, a file of a newer onduty. Throws Failure with what to do. Answers the schema version.
int check_site_file(const std::string& path);

// Makes an empty file that only its owner may read. Throws Failure when there is one already.
void create_site_file(const std::string& path);

// "./x.db" for "x.db", so that no name can be read as an option or a URI. Throws UsageError for "file:...".
std::string plain_path(const std::string& path);

}  // namespace onduty
