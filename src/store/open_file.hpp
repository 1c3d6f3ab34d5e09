// SPDX-License-Identifier: MIT
// What does a store hold while its file is open? For those who read it and those who write it.
#pragma once

#include <string>
#include <vector>

#include "store/field_rows.hpp"
#include "store/parts.hpp"
#include "store/read_back.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"
#include "time/clock.hpp"

namespace onduty {

struct Store::Parts {
    Parts(const std::string& file, const std::string& readable, OpenMode mode) : path{file}, database{readable, mode} {}

    std::string path;  // of the site file; the database may be a copy that is only read
    Database database;
    onduty::Parts plan{database};
    FieldCursor cursor{database};
    std::vector<std::string> drop_statements;
    EntryId site{};
    Head head;
    Moment last;                        // clocks of the last entry that says both
    std::vector<WrittenEntry> written;  // since begin()
    Watermark mark;                     // as begin() found it
    bool watermark_written = true;
    std::string commit_warning;

    void read_head();
    void remember(const Moment& moment);
    void check_back();
};

// Runs `work` and turns SQLite's exceptions into ours.
template <typename Work>
auto guarded(const std::string& path, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        rethrow(error, path);
    }
}

}  // namespace onduty
