// SPDX-License-Identifier: MIT
// Is the file opened with the settings that were measured to keep what was acknowledged?
#include "store/sqlite.hpp"

#include <doctest/doctest.h>

#include "scratch.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

std::string pragma(Database& database, const std::string& name) {
    return database.handle().execAndGet("PRAGMA " + name).getString();
}

struct Opened {
    scratch::Directory directory;
    std::string path = directory.file("site.db");
    Opened() { scratch::write_log(path); }
};

}  // namespace

TEST_CASE_FIXTURE(Opened, "a writer keeps the journal truncated and syncs the folder") {
    Database database{path, OpenMode::write};
    CHECK(pragma(database, "journal_mode") == "truncate");
    CHECK(pragma(database, "synchronous") == "3");
    CHECK(pragma(database, "secure_delete") == "1");
    CHECK(pragma(database, "foreign_keys") == "1");
    CHECK(pragma(database, "trusted_schema") == "1");
    CHECK(pragma(database, "mmap_size") == "0");
}

TEST_CASE_FIXTURE(Opened, "one file at rest") {
    CHECK(std::filesystem::file_size(path + "-journal") == 0);
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_CASE_FIXTURE(Opened, "a file that somebody turned to WAL is turned back by the next writer") {
    scratch::edit(path, "PRAGMA journal_mode=WAL");
    Database database{path, OpenMode::write};
    CHECK(pragma(database, "journal_mode") == "truncate");
}

TEST_CASE_FIXTURE(Opened, "a reader cannot write") {
    Database database{path, OpenMode::read};
    CHECK_THROWS_AS(database.handle().exec("DELETE FROM part"), SQLite::Exception);
    CHECK(database.handle().execAndGet("SELECT count(*) FROM entry").getInt() == 11);
}

TEST_CASE_FIXTURE(Opened, "a reader plays back the journal of a writer that was killed") {
    // Such a journal: what the writer's would hold between its sync and the end of the commit.
    const std::string good = scratch::read_bytes(path);
    std::string journal;
    std::string torn;
    {
        SQLite::Database writer{path, SQLite::OPEN_READWRITE};
        sqlite3_db_config(writer.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        writer.exec(
            "PRAGMA journal_mode=TRUNCATE;PRAGMA cache_size=1;BEGIN EXCLUSIVE;"
            "UPDATE entry SET flag='half written'||hex(zeroblob(3000))");
        REQUIRE(sqlite3_db_cacheflush(writer.getHandle()) == SQLITE_OK);
        journal = scratch::read_bytes(path + "-journal");
        torn = scratch::read_bytes(path);
        writer.exec("ROLLBACK");
    }
    REQUIRE(torn != good);
    REQUIRE(journal.size() > 512);
    REQUIRE(journal[0] != '\0');
    scratch::write_bytes(path, torn);
    scratch::write_bytes(path + "-journal", journal);
    Store store{path, Store::Mode::read};
    CHECK(store.head().number == 11);
    CHECK(store.entry(11)->note == "lamp flickers");
}

TEST_CASE_FIXTURE(Opened, "triggers and views of the file are not run") {
    scratch::edit(path,
                  "CREATE TRIGGER evil AFTER INSERT ON part "
                  "BEGIN DELETE FROM on_duty;END");
    Database database{path, OpenMode::write};
    database.handle().exec("INSERT INTO part VALUES('x',0,'y',1,0,'z','','',NULL)");
    CHECK(database.handle().execAndGet("SELECT count(*) FROM on_duty").getInt() == 1);
    scratch::edit(path, "CREATE VIEW log AS SELECT * FROM entry");
    Database again{path, OpenMode::write};
    CHECK_THROWS_AS(again.handle().exec("SELECT * FROM log"), SQLite::Exception);
}

TEST_CASE_FIXTURE(Opened, "purged values leave no bytes behind") {
    REQUIRE(scratch::read_bytes(path).find("13800138000") != std::string::npos);
    {
        Database database{path, OpenMode::write};
        database.handle().exec("UPDATE field SET salt=NULL,word=NULL WHERE commitment IS NOT NULL AND entry=7");
    }
    CHECK(scratch::read_bytes(path).find("13800138000") == std::string::npos);
    CHECK(scratch::read_bytes(path).find("张三") == std::string::npos);
    CHECK(scratch::read_bytes(path + "-journal").find("13800138000") == std::string::npos);
}

TEST_CASE_FIXTURE(Opened, "the guard rail stops a person with a shell") {
    SQLite::Database shell{path, SQLite::OPEN_READWRITE};
    CHECK_THROWS_AS(shell.exec("UPDATE entry SET flag='x' WHERE number=4"), SQLite::Exception);
    CHECK_THROWS_AS(shell.exec("DELETE FROM entry WHERE number=11"), SQLite::Exception);
    CHECK_THROWS_AS(shell.exec("UPDATE field SET number=2 WHERE name='incident'"), SQLite::Exception);
    CHECK_THROWS_AS(shell.exec("UPDATE field SET commitment=x'00' WHERE name='phone'"), SQLite::Exception);
    CHECK(shell.exec("UPDATE field SET salt=NULL,word=NULL WHERE name='phone'") == 1);
}

TEST_CASE_FIXTURE(Opened, "a link to a site file is not opened") {
    std::filesystem::create_symlink(path, directory.file("link.db"));
    CHECK_THROWS_AS((Database{directory.file("link.db"), OpenMode::read}), SQLite::Exception);
}

TEST_CASE("what SQLite says becomes an answer with the next step") {
    const auto answer = [](int code) {
        try {
            rethrow(SQLite::Exception{"text", code}, "site.db");
        } catch (const Failure& failure) {
            return std::string{failure.what()};
        }
    };
    CHECK(answer(SQLITE_BUSY).find("in use by another command") != std::string::npos);
    CHECK(answer(SQLITE_FULL).find("The disk is full") != std::string::npos);
    CHECK(answer(SQLITE_READONLY).find("may not write") != std::string::npos);
    CHECK(answer(SQLITE_CANTOPEN).find("cannot be opened") != std::string::npos);
    CHECK(answer(SQLITE_CORRUPT).find("damaged") != std::string::npos);
    CHECK(answer(SQLITE_IOERR).find("could not be used") != std::string::npos);
}

}  // namespace onduty
