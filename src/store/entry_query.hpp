// SPDX-License-Identifier: MIT
// Which entries does somebody want to read, and how are they found quickly?
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

class Database;

// Every condition that is set must hold. Order is by number.
struct EntryQuery {
    std::optional<DateRange> dates;     // business dates that they count for
    std::optional<EntryNumber> first;   // numbers from here on
    std::optional<EntryNumber> before;  // numbers below this one
    std::optional<EntryNumber> batch;
    bool all_batches = false;          // those too that are not ended or were withdrawn, whose entries do not count
    std::optional<EntryNumber> shift;  // as recorded, or as corrected since
    std::optional<EntryNumber> about;
    std::optional<EntryNumber> story_of;   // this entry and those about it
    std::optional<EntryNumber> thread_of;  // this entry and those of kinds with trait::kThread about it, by an index
    std::optional<EntryNumber> amendments_of;  // what corrects, withdraws or gives back this entry, by an index
    std::optional<std::string> shifts_of;      // what begins or ends a shift of this person, by an index
    std::optional<EntryNumber> matter;         // what opens or closes it
    std::optional<std::pair<EntryNumber, EntryNumber>>
        upon;                        // what is about one from the first to the last, or closes it
    std::vector<std::string> rules;  // of kinds with trait::kOfRule those with one of these rules, by an index
    std::string kind;
    std::vector<std::string_view> kinds;       // one of these
    std::vector<std::string_view> rare_kinds;  // one of these, by an index; each has trait::kSeldom
    std::string subject;
    std::string result;
    std::string actor;
    std::int64_t last = 0;     // only the last so many, 0: all
    bool header_only = false;  // without note, reason and fields: a fold over a year need not pay for words
};

// Calls `visit` with each entry found, without how it came into the log; it is valid during the call only.
void each_entry(Database& database, const EntryQuery& query, const std::function<void(const Entry&)>& visit);

// One thread after the other: an entry and those of kinds with trait::kThread about it, as `thread_of` finds them, with
// statements that are prepared once. Holds the file open for reading until it goes or is told to release it.
class Threads {
  public:
    explicit Threads(Database& database);
    Threads(Threads&&) noexcept;
    Threads& operator=(Threads&&) = delete;
    ~Threads();
    void each(EntryNumber first, const std::function<void(const Entry&)>& visit);
    void release();

  private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

// One entry, with all that belongs to it.
std::optional<Entry> entry_numbered(Database& database, EntryNumber number);

}  // namespace onduty
