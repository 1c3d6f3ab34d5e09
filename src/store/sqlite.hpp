// SPDX-License-Identifier: MIT
// How do we talk to SQLite safely? One connection with our settings; only src/store may include this.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

struct sqlite3_stmt;

namespace onduty {

enum class OpenMode { read, write };

// An open site file: rollback journal truncated, synchronous EXTRA, defensive, no triggers or views run,
// waits up to 10 s for other writers in naps of a millisecond.
class Database {
  public:
    // The caller has checked the file (site_file.hpp). Throws Failure.
    Database(const std::string& path, OpenMode mode);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();
    SQLite::Database& handle() { return database_; }
    const std::string& path() const { return path_; }

    // A prepared statement, unbound; kept when it is given back, because preparing one costs more than most of them
    // take to run. A second one of the same text is made while the first is out.
    sqlite3_stmt* take(const std::string& sql);
    void give_back(sqlite3_stmt* statement);

  private:
    struct Prepared {
        sqlite3_stmt* statement;
        std::string sql;
        bool is_out;
    };

    std::string path_;
    SQLite::Database database_;
    std::vector<Prepared> prepared_;
};

// Waits a millisecond for who has the file; false, without waiting, once that was done for 10 seconds.
bool take_a_nap(int naps);

// What SQLite said, as one of our errors, with what to do next.
[[noreturn]] void refuse_busy(const std::string& path);
[[noreturn]] void rethrow(const SQLite::Exception& error, const std::string& path);

}  // namespace onduty
