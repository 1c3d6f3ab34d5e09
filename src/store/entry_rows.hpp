// SPDX-License-Identifier: MIT
// How does an Entry become a row of the table entry and back? And how is a stored row hashed again?
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "log/entry.hpp"
#include "store/chain.hpp"
#include "store/sqlite.hpp"

struct sqlite3_stmt;

namespace onduty {

// A prepared statement read without a shared count per column: for the scans over the whole log, where the
// wrapper's Column objects cost a third of the time.
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
    sqlite3_stmt* statement_ = nullptr;
};

// The columns that tell what happened, and with them those of how it came into the log, in the order of the table. The
// story alone is two thirds of the work when many entries are read.
extern const char* const kStoryColumns;
extern const char* const kEntryColumns;

void read_story(const Rows& rows, Entry& entry);
void read_entry(const Rows& rows, Entry& entry);

// Hashes the columns that `entry` will have in the file.
void add_entry(EntryDigest& digest, const Entry& entry);
// The statement that insert_entry fills in.
extern const char* const kInsertEntry;
void insert_entry(Rows& insert, const Entry& entry);

bool skipped_in_digest(std::string_view column);

}  // namespace onduty
