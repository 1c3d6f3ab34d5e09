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
    void bind(int index, const std::string& value);  // `value` must outlive the statement
    void reset();                                    // before the first column again
    bool step();                                     // false at the end; throws SQLite::Exception
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

// The columns that tell what happened, and with them those of origin and chain, in the order of the table. The
// story alone is two thirds of the work when many entries are read.
extern const char* const kStoryColumns;
extern const char* const kEntryColumns;

void read_story(const Rows& rows, Entry& entry);
void read_entry(const Rows& rows, Entry& entry);

// Hashes the columns that `entry` will have in the file.
void add_entry(EntryDigest& digest, const Entry& entry);
void insert_entry(Database& database, const Entry& entry);

// The digest of an entry as it stands in the file now, with its rows in `detail_tables`: of the row that
// `entry` stands on; of many entries see read_back.hpp.
Hash stored_digest(Database& database, const Rows& entry, EntryNumber number,
                   const std::vector<const char*>& detail_tables);

// Every detail table, in the order in which they enter the digest; each has a column `entry`.
inline constexpr std::array<const char*, 7> kDetailTables{"agenda", "case_file", "case_step", "incident",
                                                          "line",   "personal",  "visit"};
bool skipped_in_digest(std::string_view column);

}  // namespace onduty
