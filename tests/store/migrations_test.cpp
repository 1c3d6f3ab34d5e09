// SPDX-License-Identifier: MIT
// Does an old file become a current one step by step, and is a changed structure refused?
#include "store/migrations.hpp"

#include <doctest/doctest.h>

#include "scratch.hpp"
#include "store/site_file.hpp"
#include "store/verify.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

struct Fresh {
    scratch::Directory directory;
    std::string path = directory.file("site.db");
    Fresh() { Store::create(path); }
};

int version_of(Database& database) {
    return database.handle().execAndGet("PRAGMA user_version").getInt();
}

bool has_table(Database& database, const char* name) {
    return database.handle().tableExists(name);
}

}  // namespace

TEST_CASE_FIXTURE(Fresh, "steps run in order and each leaves its version") {
    Database database{path, OpenMode::write};
    migrate(database, 1,
            {{2, "CREATE TABLE a(x);INSERT INTO a VALUES(2)"},
             {3, "CREATE TABLE b AS SELECT x+1 AS x FROM a"},
             {4, "DROP TABLE a"}});
    CHECK(version_of(database) == 4);
    CHECK_FALSE(has_table(database, "a"));
    CHECK(database.handle().execAndGet("SELECT x FROM b").getInt() == 3);
}

TEST_CASE_FIXTURE(Fresh, "steps that the file has behind it are not run again") {
    Database database{path, OpenMode::write};
    database.handle().exec("PRAGMA user_version=3");
    migrate(database, 3, {{2, "CREATE TABLE a(x)"}, {3, "CREATE TABLE b(x)"}, {4, "CREATE TABLE c(x)"}});
    CHECK(version_of(database) == 4);
    CHECK_FALSE(has_table(database, "a"));
    CHECK_FALSE(has_table(database, "b"));
    CHECK(has_table(database, "c"));
}

TEST_CASE_FIXTURE(Fresh, "a step that fails leaves the file at the version before it") {
    {
        Database database{path, OpenMode::write};
        CHECK_THROWS_AS(migrate(database, 1,
                                {{2, "CREATE TABLE a(x)"},
                                 {3, "CREATE TABLE b(x);INSERT INTO nothing VALUES(1)"},
                                 {4, "CREATE TABLE c(x)"}}),
                        SQLite::Exception);
    }
    Database database{path, OpenMode::write};
    CHECK(version_of(database) == 2);
    CHECK(has_table(database, "a"));
    CHECK_FALSE(has_table(database, "b"));
    CHECK_FALSE(has_table(database, "c"));
    migrate(database, 2, {{2, "SELECT fail"}, {3, "CREATE TABLE b(x)"}});
    CHECK(version_of(database) == 3);
}

TEST_CASE_FIXTURE(Fresh, "no steps change nothing") {
    Database database{path, OpenMode::write};
    migrate(database, 1, {});
    CHECK(version_of(database) == 1);
    CHECK_NOTHROW(check_schema(database));
}

TEST_CASE("the steps lead without a gap from schema 1 to the current one") {
    int version = 1;
    for (const Migration& step : migrations()) {
        CHECK(step.to == version + 1);
        version = step.to;
    }
    CHECK(version == kSchemaVersion);
}

TEST_CASE_FIXTURE(Fresh, "a new file says what it is") {
    Database database{path, OpenMode::read};
    CHECK(version_of(database) == 1);
    CHECK(database.handle().execAndGet("PRAGMA application_id").getInt64() == 0x6F6E6474);
    CHECK_NOTHROW(check_schema(database));
}

TEST_CASE_FIXTURE(Fresh, "every table refuses a value of the wrong type") {
    for (const char* sql :
         {"INSERT INTO part VALUES(x'00',0,'c',1,0,'n','','',NULL)",
          "INSERT INTO on_duty VALUES('A','p','x',0,'d',NULL,NULL,NULL,NULL)",
          "INSERT INTO field VALUES(1,'x','c',NULL,NULL,NULL,NULL,NULL)",
          "INSERT INTO field VALUES(1,0,'f',NULL,NULL,NULL,'text',NULL)",
          "INSERT INTO entry(number,id,kind,actor,business_date,recorded_at,utc_offset,late,plan,"
          "traits,source,tool,digest,head) VALUES(1,x'00','k','a','d','now',0,0,0,0,'typed','t',x'00',x'00')",
          "INSERT INTO entry(number,id,kind,actor,business_date,recorded_at,utc_offset,late,plan,"
          "traits,source,tool,digest,head) VALUES(1,x'00','k','a','d',0,0,2,0,0,'typed','t',x'00',x'00')",
          "INSERT INTO entry(number,id,kind,actor,business_date,recorded_at,utc_offset,late,plan,"
          "traits,source,tool,digest,head) VALUES(0,x'00','k','a','d',0,0,0,0,0,'typed','t',x'00',x'00')"}) {
        CAPTURE(std::string{sql});
        CHECK_THROWS_AS((SQLite::Database{path, SQLite::OPEN_READWRITE}.exec(sql)), SQLite::Exception);
    }
}

TEST_CASE_FIXTURE(Fresh, "any change of what this program made is refused") {
    for (const char* sql :
         {"DROP TRIGGER entry_stays", "DROP TRIGGER field_stays", "DROP TABLE part", "DROP INDEX entry_by_day",
          "ALTER TABLE entry ADD COLUMN extra TEXT", "ALTER TABLE field RENAME COLUMN sought TO spot",
          "DROP TRIGGER entry_stays;CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT "
          "1;END",
          "PRAGMA writable_schema=ON;UPDATE sqlite_schema SET "
          "sql=replace(sql,'CHECK(number>0)','') "
          "WHERE name='entry'"}) {
        CAPTURE(std::string{sql});
        const Fresh one;
        scratch::edit(one.path, sql);
        Database database{one.path, OpenMode::read};
        CHECK_THROWS_AS(check_schema(database), Failure);
        CHECK_THROWS_AS((Store{one.path, Store::Mode::write}), Failure);
    }
}

TEST_CASE_FIXTURE(Fresh, "what another tool added is named with the statement that drops it, and does no harm") {
    const std::vector<std::pair<const char*, std::vector<std::string>>> additions{
        {"CREATE TABLE extra(x)", {"DROP TABLE \"extra\";"}},
        {"CREATE VIEW \"by \"\"day\" AS SELECT 1", {"DROP VIEW \"by \"\"day\";"}},
        {"CREATE INDEX extra ON entry(kind)", {"DROP INDEX \"extra\";"}},
        {"CREATE TRIGGER extra AFTER INSERT ON entry BEGIN SELECT RAISE(ABORT,'no');END", {"DROP TRIGGER \"extra\";"}},
        // The counters of SQLite cannot be dropped, and what a virtual table keeps goes with it.
        {"CREATE TABLE extra(x INTEGER PRIMARY KEY AUTOINCREMENT)", {"DROP TABLE \"extra\";"}},
        {"CREATE VIRTUAL TABLE extra USING fts5(x)", {"DROP TABLE \"extra\";"}},
        {"ANALYZE", {"DROP TABLE \"sqlite_stat1\";", "DROP TABLE \"sqlite_stat4\";"}},
    };
    for (const auto& [sql, drops] : additions) {
        CAPTURE(std::string{sql});
        const Fresh one;
        scratch::edit(one.path, sql);
        {
            Store store{one.path, Store::Mode::write};
            store.begin();
            store.append(scratch::draft("duty-on", 1, 1));
            store.commit();
            REQUIRE(!store.drop_statements().empty());
            CHECK(store.drop_statements().size() <= drops.size());
            CHECK(store.drop_statements().front() == drops.front());
        }
        CHECK(verify_site(one.path).good());
        CHECK(!verify_site(one.path).drop_statements.empty());
        const std::vector<std::string> wanted = Store{one.path, Store::Mode::read}.drop_statements();
        for (const std::string& drop : wanted) {
            scratch::edit(one.path, drop);
        }
        CHECK((Store{one.path, Store::Mode::read}.drop_statements().empty()));
    }
}

TEST_CASE_FIXTURE(Fresh, "a file of another version of the program is read and recorded on") {
    // What an older program leaves out and a newer one puts in: kinds, traits, sources and fields that nobody here
    // knows.
    {
        Store store{path, Store::Mode::write};
        store.begin();
        Entry entry = scratch::draft("levitation", 1, 1);
        entry.traits = 1 | 2 | 4096;
        entry.source = "satellite";
        entry.opens = kItself;
        entry.fields.add("height", 12);
        entry.fields.add_code("method", "magnet", 3, Sought::yes);
        entry.fields.add_words("applause", "掌声", 1);
        store.append(entry);
        store.commit();
    }
    Store store{path, Store::Mode::write};
    const Entry entry = *store.entry(1);
    CHECK(entry.kind == "levitation");
    CHECK(entry.traits == (1 | 2 | 4096));
    CHECK(entry.source == "satellite");
    CHECK(entry.fields.number("height") == 12);
    CHECK(entry.fields.word("method", 3) == "magnet");
    CHECK(entry.fields.word("applause", 1) == "掌声");
    CHECK(store.open_matters() == OpenMatters{{1, "levitation"}});
    store.begin();
    Entry closing = scratch::draft("landing", 2, 2);
    closing.closes = 1;
    store.append(closing);
    store.commit();
    CHECK(store.open_matters().empty());
    CHECK(verify_site(path).good());
}

}  // namespace onduty
