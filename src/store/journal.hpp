// SPDX-License-Identifier: MIT
// Whose is the journal that lies beside a site file? SQLite plays back whatever it finds there, one that was planted or
// left by a copy as well, and takes acknowledged entries away with it. So it is first played back on a copy: the
// remembered head (watermark.hpp) can never be ahead of what a rightful one leaves.
#pragma once

#include <string>

#include "log/entry.hpp"
#include "store/sqlite.hpp"

namespace onduty {

enum class Journal {
    none,     // nothing to play back, or somebody is just writing
    own,      // a command was killed, or the power failed: the last entry was not acknowledged, and goes
    foreign,  // it would take away, or change, what was acknowledged
};

// Looks at the journal of a file; while it does, nobody else opens that file. The copy lies beside it, named
// FILE.trial-PID, and is removed with the object; a database that was opened on it goes on.
class JournalTrial {
  public:
    // Who is going to write takes a foreign journal away from the file: FILE.journal-refused. It stays there, as
    // evidence. Throws Failure where there is no room for the copy, or another command does not let go of the file.
    JournalTrial(const std::string& path, OpenMode mode);
    JournalTrial(const JournalTrial&) = delete;
    JournalTrial& operator=(const JournalTrial&) = delete;
    ~JournalTrial();

    Journal journal() const { return journal_; }
    // Where the log stands as it was acknowledged, to be read without any change to the file: as a rule the file.
    const std::string& readable() const { return readable_; }

  private:
    void try_out(const std::string& path);

    Journal journal_ = Journal::none;
    std::string readable_;
    std::string copy_;  // "" for none
};

// A refused journal that is no alarm of the log yet.
bool is_journal_refused(const std::string& path);
// It became the alarm of this entry: FILE.journal-refused-NUMBER.
void name_refused_journal(const std::string& path, EntryNumber alarm);

}  // namespace onduty
