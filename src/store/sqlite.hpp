// SPDX-License-Identifier: MIT
// How do we talk to SQLite safely? One connection with our settings; only src/store may include this.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace onduty {

enum class OpenMode { read, write };

// An open site file: rollback journal truncated, synchronous EXTRA, defensive, no triggers or views run,
// waits up to 10 s for other writers in naps of a millisecond.
class Database {
  public:
    // The caller has checked the file (site_file.hpp). Throws Failure.
    Database(const std::string& path, OpenMode mode);
    SQLite::Database& handle() { return database_; }
    const std::string& path() const { return path_; }

  private:
    std::string path_;
    SQLite::Database database_;
};

// What SQLite said, as one of our errors, with what to do next.
[[noreturn]] void rethrow(const SQLite::Exception& error, const std::string& path);

}  // namespace onduty
