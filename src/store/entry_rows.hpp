// SPDX-License-Identifier: MIT
// How does an Entry become a row of the table entry and back? And how is a stored row hashed again?
#pragma once

#include "log/entry.hpp"
#include "store/chain.hpp"
#include "store/rows.hpp"

namespace onduty {

// The columns that tell what happened, with the batch, by which it counts or not; and all, in the order of the table.
// The story alone is two thirds of the work when many entries are read.
extern const char* const kStoryColumns;
extern const char* const kEntryColumns;
// Finds the newest entry with at most this number, all columns: one statement for the newest of all and for each.
extern const char* const kEntryUpTo;

void read_story(const Rows& rows, Entry& entry);
void read_entry(const Rows& rows, Entry& entry);

// Hashes the columns that `entry` will have in the file.
void add_entry(EntryDigest& digest, const Entry& entry);
// The statement that insert_entry fills in.
extern const char* const kInsertEntry;
void insert_entry(Rows& insert, const Entry& entry);

bool skipped_in_digest(std::string_view column);

}  // namespace onduty
