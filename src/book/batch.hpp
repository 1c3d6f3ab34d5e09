// SPDX-License-Identifier: MIT
// How do many entries come into the log as one batch? In short transactions between which others record, begun by an
// entry `import` and made valid by its last one. What was broken off is gone on with by recording the same again.
#pragma once

#include <deque>
#include <map>
#include <string>

#include "book/recording.hpp"

namespace onduty {

// What is imported, and how it was typed.
struct BatchSource {
    std::string what;   // cases, customers ...
    std::string name;   // of the file, as people call it
    Fields typed{};     // what the command line said, to be typed again, and the digest of the file
    bool whole = true;  // no row is left out: then a file that is there already is refused
};

class Batch {
  public:
    // `recording` has not begun. Of the same `what` at most one batch is under way: it is gone on with.
    Batch(Recording& recording, std::string actor, BatchSource source);

    // 0 while nothing was recorded.
    EntryNumber number() const { return number_; }
    // Whether an earlier run was broken off.
    bool goes_on() const { return goes_on_; }

    // Before the entries of a row, which come into the log together.
    void begin_row();
    // As it was recorded, or as an earlier run recorded it. Throws Refusal when that run recorded something else.
    Entry append(const Entry& entry, const Details& details = {});
    // The next running number of a field that is sought, for the row that was begun; 0 when an earlier run gave it one.
    std::int64_t next_number(const std::string& field);
    // Between two rows: what was recorded so far is kept, and others may record.
    void pause();
    // Makes the batch valid, if there is one.
    void end();

  private:
    void find_open();
    void refuse_again();
    void begin();
    bool read_on();
    [[noreturn]] void refuse(EntryNumber entry) const;

    Recording* recording_;
    std::string actor_;
    BatchSource source_;
    EntryNumber number_ = 0;
    bool goes_on_ = false;
    bool begun_ = false;         // a transaction is open
    bool row_is_there_ = false;  // an earlier run recorded it
    std::deque<Entry> there_;    // what an earlier run recorded and no row was compared with yet
    EntryNumber read_to_ = 0;    // behind it the log was not looked through for such
    std::int64_t rows_ = 0;
    std::map<std::string, std::int64_t> next_;
};

}  // namespace onduty
