// SPDX-License-Identifier: MIT
// Is this path a site file that we may open? Looked at from outside, before SQLite touches it.
#pragma once

#include <cstdint>
#include <string>

namespace onduty {

inline constexpr std::uint32_t kApplicationId = 0x6F6E6474;  // "ondt"
inline constexpr int kSchemaVersion = 1;

// Refuses a missing file, a link, a path that SQLite would read as a URI, a network file system. Throws Failure with
// what to do.
void check_site_file(const std::string& path);

// Refuses a file of another program and one of a newer onduty, by what stands at `readable`: where the file itself was
// left half written that is a copy (journal.hpp). Throws Failure that names `path`.
int schema_version(const std::string& path, const std::string& readable);

// Makes an empty file that only its owner may read. Throws Failure when there is one already.
void create_site_file(const std::string& path);

// "./x.db" for "x.db", so that no name can be read as an option or a URI. Throws UsageError for "file:...".
std::string plain_path(const std::string& path);

}  // namespace onduty
