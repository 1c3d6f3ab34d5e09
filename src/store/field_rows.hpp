// SPDX-License-Identifier: MIT
// How do the fields of an entry become rows of the table field, part of its digest, and fields again?
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "store/entry_rows.hpp"

namespace onduty {

// The fields of one entry with its note and reason, ready to be hashed and stored: salts are made once.
class FieldRows {
  public:
    explicit FieldRows(const Entry& entry);
    bool empty() const { return rows_.empty(); }
    void add_to(EntryDigest& digest, EntryNumber entry) const;
    void insert(Database& database, EntryNumber entry) const;

  private:
    struct Row {
        FieldValue value;
        std::string salt;
        std::string commitment;  // "" of what nobody typed
    };
    std::vector<Row> rows_;  // in the order of the table
};

// The columns of a stored field, in the order of the table.
extern const char* const kFieldColumns;

// Adds the row that `field`, with kFieldColumns, stands on to the digest of its entry.
void add_field(EntryDigest& digest, const Rows& field);
// Whether it is plain, redacted, or words that fit their commitment.
enum class FieldState { plain, redacted, words, changed };
FieldState state_of(const Rows& field);

// Gives entries that are asked for in order their fields, note and reason, in one pass over the table or, where they
// lie far apart, by looking each up. It holds the file open for reading until it goes.
class FieldCursor {
  public:
    explicit FieldCursor(Database& database) : database_{&database} {}
    void fill(Entry& entry);
    void release();  // the file; what was looked up is forgotten

  private:
    void seek(EntryNumber number);
    void step();

    static constexpr EntryNumber kNowhere = 0;
    static constexpr EntryNumber kEnd = std::numeric_limits<EntryNumber>::max();
    Database* database_;
    std::optional<Rows> rows_;
    EntryNumber from_ = 1;       // there are no fields of entries from here up to at_
    EntryNumber at_ = kNowhere;  // the entry of the row that is stood on; kEnd behind the last one
};

// The entry with this value of a field that is sought, the newest before `before`; 0 for none.
EntryNumber last_with_value(Database& database, const FieldValue& wanted, EntryNumber before);
// The highest number of a field that is sought; 0 for none.
std::int64_t highest_number(Database& database, const std::string& name);
// The entries with this number in a field that is sought, in order.
std::vector<EntryNumber> entries_that_say(Database& database, const std::string& name, std::int64_t number);
// The entries that have a number in a field that is sought, in order.
std::vector<EntryNumber> entries_with_number(Database& database, const std::string& name);
// Where a field that is sought has a code: entry and place, the highest codes first, at most so many.
struct FieldPlace {
    EntryNumber entry = 0;
    std::int64_t place = 0;
};
std::vector<FieldPlace> places_by_code(Database& database, const std::string& name, const FieldValue& beside,
                                       std::int64_t most);

}  // namespace onduty
