// SPDX-License-Identifier: MIT
#include "store/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include "store/memory.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr int kNapMicroseconds = 1000;
constexpr int kMostNaps = 10000;

// Before SQLite's first use: one thread, and nobody asks how much memory it holds.
void configure_library() {
    static const bool done = [] {
        sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        give_sqlite_a_pool();
        return true;
    }();
    static_cast<void>(done);
}

const std::string& configured(const std::string& path) {
    configure_library();
    return path;
}

}  // namespace

Database::Database(const std::string& path, OpenMode mode)
    : path_{configured(path)},
      // A reader too may have to play back the journal of a writer that was killed; where he may not write,
      // SQLite opens the file read-only by itself.
      database_{path, SQLite::OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE} {
    sqlite3* raw = database_.getHandle();
    sqlite3_busy_handler(
        raw, [](void*, int naps) { return take_a_nap(naps) ? 1 : 0; }, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Otherwise an index of another program over JSON would keep the whole file from being read. What it may call is
    // SQLite's own, without side effects; views and triggers never run.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, 1 << 20);
    sqlite3_limit(raw, SQLITE_LIMIT_ATTACHED, 1);
    if (mode == OpenMode::write) {
        database_.exec("PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=EXTRA;PRAGMA cell_size_check=ON");
        if (sqlite3_compileoption_used("SECURE_DELETE") == 0) {
            database_.exec("PRAGMA secure_delete=ON");
        }
    } else {
        database_.exec("PRAGMA query_only=ON");
    }
}

Database::~Database() {
    for (const Prepared& prepared : prepared_) {
        sqlite3_finalize(prepared.statement);
    }
}

sqlite3_stmt* Database::take(const std::string& sql) {
    for (Prepared& prepared : prepared_) {
        if (!prepared.is_out && prepared.sql == sql) {
            prepared.is_out = true;
            return prepared.statement;
        }
    }
    sqlite3_stmt* statement = nullptr;
    sqlite3* raw = database_.getHandle();
    if (sqlite3_prepare_v2(raw, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement, nullptr) != SQLITE_OK) {
        throw SQLite::Exception{raw};
    }
    prepared_.push_back({statement, sql, true});
    return statement;
}

void Database::give_back(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    for (Prepared& prepared : prepared_) {
        prepared.is_out = prepared.is_out && prepared.statement != statement;
    }
}

bool take_a_nap(int naps) {
    if (naps >= kMostNaps) {
        return false;
    }
    ::usleep(kNapMicroseconds);
    return true;
}

void refuse_busy(const std::string& path) {
    throw Failure{say(N_("{0} is in use by another command for more than 10 seconds. Nothing was recorded; type it "
                         "again."),
                      path)};
}

void rethrow(const SQLite::Exception& error, const std::string& path) {
    switch (error.getErrorCode() & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            refuse_busy(path);
        case SQLITE_FULL:
            throw Failure{say(N_("The disk is full: {0}. Nothing was recorded. Make room, then type it again; "
                                 "until then write on paper."),
                              path)};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throw Failure{say(N_("You may not write to {0}. Ask its owner."), path)};
        case SQLITE_CANTOPEN:
            throw Failure{say(N_("{0} cannot be opened: {1}. Check its folder and owner."), path, error.getErrorStr())};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw Failure{say(N_("{0} is damaged: {1}. Keep the file as it is, restore the last backup beside "
                                 "it, and run: onduty verify"),
                              path, error.what())};
        default:
            throw Failure{say(N_("{0} could not be used: {1} (SQLite {2}). Nothing was recorded."), path, error.what(),
                              error.getExtendedErrorCode())};
    }
}

}  // namespace onduty
