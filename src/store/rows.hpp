// SPDX-License-Identifier: MIT
// How is a statement run and its rows read? Without a shared count per column: for the scans over the whole log, where
// the wrapper's Column objects cost a third of the time.
#pragma once

#include <string>
#include <string_view>

#include "store/chain.hpp"
#include "store/sqlite.hpp"

namespace onduty {

// Borrows the prepared statement from the Database, which keeps it for the next one who asks the same.
class Rows {
  public:
    Rows(Database& database, const std::string& sql);
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows();
    void bind(int index, std::int64_t value);
    void bind(int index, const std::string& value);     // `value` must outlive the statement
    void bind_text(int index, std::string_view value);  // the same
    void bind_blob(int index, std::string_view value);  // the same
    void bind_null(int index);
    void run();    // of what yields no rows; ready for the next values after it
    void reset();  // before the first column again
    bool step();   // false at the end; throws SQLite::Exception
    int columns() const;
    const char* name(int column) const;
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;  // also for blobs; "" for NULL; valid until the next step
    // Adds every column that is not NULL to the digest, except those that `skipped` accepts.
    void add_to(EntryDigest& digest, bool (*skipped)(std::string_view column)) const;

  private:
    Database* database_;
    sqlite3_stmt* statement_;
};

}  // namespace onduty
