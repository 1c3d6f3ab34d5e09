// SPDX-License-Identifier: MIT
// Is every kind of tampering found, with its entry, and is an untouched log never accused?
#include "store/verify.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <random>

#include "guard/kinds.hpp"
#include "handover/kinds.hpp"
#include "loans/kinds.hpp"
#include "rechain.hpp"
#include "rounds/kinds.hpp"
#include "scratch.hpp"
#include "staff/kinds.hpp"
#include "store/chain.hpp"
#include "store/entry_rows.hpp"
#include "store/store.hpp"
#include "store/watermark.hpp"
#include "text/error.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

using scratch::at;
using scratch::draft;
using scratch::rechain;

// The log that is tampered with, as bytes, so that every case starts from the same file.
struct Original {
    std::string site;
    std::string mark;
    std::string older_site;  // as it was after eight entries
    std::string older_mark;
};

const Original& original() {
    static const Original bytes = [] {
        const scratch::Directory directory;
        scratch::write_log(directory.file("site.db"));
        Original made;
        made.site = scratch::read_bytes(directory.file("site.db"));
        made.mark = scratch::read_bytes(directory.file("site.db.head"));
        {
            Store store{directory.file("site.db"), Store::Mode::read};
            write_watermark(directory.file("site.db"), {8, store.entry(8)->head});
        }
        made.older_mark = scratch::read_bytes(directory.file("site.db.head"));
        scratch::edit(directory.file("site.db"),
                      "DELETE FROM field WHERE entry>8;DELETE FROM amended;DELETE FROM entry WHERE number>8;"
                      "UPDATE on_duty SET last_point='P03',last_at=(SELECT recorded_at FROM entry "
                      "WHERE number=6)");
        made.older_site = scratch::read_bytes(directory.file("site.db"));
        return made;
    }();
    return bytes;
}

// A copy of the log in a directory of its own.
struct Copy {
    scratch::Directory directory;
    std::string path = directory.file("site.db");
    Copy() {
        scratch::write_bytes(path, original().site);
        scratch::write_bytes(path + ".head", original().mark);
    }
};

bool found(const Verification& result, const std::string& check, EntryNumber entry) {
    return std::any_of(result.findings.begin(), result.findings.end(),
                       [&](const VerifyFinding& finding) { return finding.check == check && finding.entry == entry; });
}

std::string findings_text(const Verification& result) {
    std::string text;
    for (const VerifyFinding& finding : result.findings) {
        text += "[" + finding.check + " " + std::to_string(finding.entry) + "] " + finding.message + "\n";
    }
    return text;
}

// Whether the log is accused, by a finding or by a refusal to open it at all.
bool accused(const std::string& path) {
    try {
        return !verify_site(path).good();
    } catch (const Failure&) {
        return true;
    }
}

std::vector<std::string> columns_of(const std::string& table) {
    const Copy copy;
    SQLite::Database shell{copy.path, SQLite::OPEN_READONLY};
    SQLite::Statement row{shell, "SELECT name FROM pragma_table_info('" + table + "')"};
    std::vector<std::string> names;
    while (row.executeStep()) {
        names.push_back(row.getColumn(0).getString());
    }
    return names;
}

// SQL for another value of the same type.
std::string changed(const std::string& column) {
    return column == "late"
               ? "UPDATE $ SET late=1-late"
               : "UPDATE $ SET " + column + "=CASE typeof(" + column + ") WHEN 'integer' THEN " + column +
                     "+1 WHEN 'blob' THEN zeroblob(length(" + column + ")) WHEN 'text' THEN " + column + "||'x' END";
}

std::string replaced(std::string sql, const std::string& table) {
    sql.replace(sql.find('$'), 1, table);
    return sql;
}

// Every value of every table but sqlite's own, to compare two logs; and but `part`, which only who reads the plan can
// compare with its entries (tests/commands/verify_test.cpp).
std::string dump(const std::string& path) {
    std::string text;
    SQLite::Database shell{path, SQLite::OPEN_READONLY};
    for (const char* table : {"entry NOT INDEXED", "field", "on_duty", "open_matter", "amended"}) {
        SQLite::Statement row{shell, std::string{"SELECT * FROM "} + table};
        while (row.executeStep()) {
            for (int column = 0; column < row.getColumnCount(); ++column) {
                text += std::to_string(row.getColumn(column).getType()) + row.getColumn(column).getString() + '|';
            }
            text += '\n';
        }
    }
    return text;
}

}  // namespace

TEST_CASE("an untouched log is right") {
    const Copy copy;
    const Verification result = verify_site(copy.path);
    CHECK_MESSAGE(result.good(), findings_text(result));
    CHECK(result.entries == 11);
    CHECK(result.head.number == 11);
    CHECK(result.late == 1);
    CHECK(result.corrections == 1);
    CHECK(result.clock_steps == 0);
    CHECK(result.alarms.empty());
    CHECK(result.purged == 0);
    CHECK_FALSE(result.rehearsal);
    CHECK(scratch::read_bytes(copy.path) == original().site);
}

TEST_CASE("a rehearsal is told from a log") {
    const Copy copy;
    Store store{copy.path, Store::Mode::write};
    store.begin();
    Entry entry = draft(kind::kDutyOff, 900, 99);
    entry.tool = "onduty 0.1.0 rehearsal";
    store.append(entry);
    store.commit();
    CHECK(verify_site(copy.path).good());
    CHECK(verify_site(copy.path).rehearsal);
}

TEST_CASE("every column of an entry") {
    for (const std::string& column : columns_of("entry")) {
        if (column == "number") {
            continue;
        }
        CAPTURE(column);
        const Copy copy;
        scratch::edit(copy.path, replaced(changed(column), "entry") + " WHERE number=8");
        if (dump(copy.path) == dump(Copy{}.path)) {
            scratch::edit(copy.path,
                          "UPDATE entry SET " + column + "=1 WHERE number=8");  // it was NULL
        }
        REQUIRE(dump(copy.path) != dump(Copy{}.path));
        const Verification result = verify_site(copy.path);
        CHECK_MESSAGE(found(result, "chain", 8), findings_text(result));
        CHECK(result.findings.front().entry == 8);
    }
}

TEST_CASE("every column of an entry that is emptied or filled") {
    for (const std::string& column : columns_of("entry")) {
        for (const char* value : {"NULL", "''", "0", "zeroblob(0)"}) {
            const Copy copy;
            try {
                scratch::edit(copy.path, "UPDATE entry SET " + column + "=" + value + " WHERE number=8");
            } catch (const SQLite::Exception&) {
                continue;  // the schema does not allow that
            }
            if (dump(copy.path) == dump(Copy{}.path)) {
                continue;
            }
            CAPTURE(column);
            CAPTURE(std::string{value});
            CHECK(found(verify_site(copy.path), "chain", 8));
        }
    }
}

TEST_CASE("every column of a field") {
    for (const char* what : {"entry=7 AND name='category'", "entry=7 AND name='incident'", "entry=4", "entry=7"}) {
        for (const std::string& column : columns_of("field")) {
            CAPTURE(what);
            CAPTURE(column);
            const Copy copy;
            try {
                scratch::edit(copy.path, replaced(changed(column), "field") + " WHERE " + what);
            } catch (const SQLite::Exception&) {
                continue;  // the table itself does not take it
            }
            if (dump(copy.path) == dump(Copy{}.path)) {
                continue;
            }
            CHECK(!verify_site(copy.path).good());
        }
    }
    for (const char* sql :
         {"UPDATE field SET sought=NULL WHERE name='phone'", "UPDATE field SET number=1 WHERE name='phone'",
          "UPDATE field SET commitment=NULL WHERE name='phone'", "UPDATE field SET name='tel' WHERE name='phone'",
          "UPDATE field SET commitment=zeroblob(32) WHERE name='phone'",
          "UPDATE field SET place=1 WHERE name='category'", "UPDATE field SET word=NULL WHERE name='category'",
          "UPDATE field SET number=NULL WHERE name='incident'"}) {
        CAPTURE(sql);
        const Copy copy;
        scratch::edit(copy.path, sql);
        CHECK(found(verify_site(copy.path), "chain", 7));
    }
}

TEST_CASE("words that a person typed") {
    for (const char* sql :
         {"UPDATE field SET word='13900139000' WHERE name='phone'", "UPDATE field SET word='' WHERE name='phone'",
          "UPDATE field SET salt=zeroblob(16) WHERE name='phone'", "UPDATE field SET word=NULL WHERE name='phone'",
          "UPDATE field SET salt=NULL WHERE name='phone'", "UPDATE field SET salt=zeroblob(16) WHERE name='category'",
          "UPDATE field SET word='x' WHERE entry=7 AND name='note'"}) {
        CAPTURE(std::string{sql});
        const Copy copy;
        scratch::edit(copy.path, sql);
        CHECK(found(verify_site(copy.path), "words", 7));
    }
}

TEST_CASE("every column of what was amended") {
    for (const std::string& column : columns_of("amended")) {
        CAPTURE(column);
        const Copy copy;
        scratch::edit(copy.path,
                      column == "day" ? "UPDATE amended SET day='2026-11-24'" : replaced(changed(column), "amended"));
        REQUIRE(dump(copy.path) != dump(Copy{}.path));
        CHECK(found(verify_site(copy.path), "derived", 0));
    }
}

TEST_CASE("every column of who is on duty") {
    for (const std::string& column : columns_of("on_duty")) {
        CAPTURE(column);
        const Copy copy;
        scratch::edit(copy.path, column == "business_date" ? "UPDATE on_duty SET business_date='2026-11-24'"
                                                           : replaced(changed(column), "on_duty"));
        REQUIRE(dump(copy.path) != dump(Copy{}.path));
        CHECK(found(verify_site(copy.path), "derived", 0));
    }
}

TEST_CASE("what is open, changed by hand") {
    for (const char* sql :
         {"DELETE FROM open_matter", "UPDATE open_matter SET pieces=2", "UPDATE open_matter SET pieces=NULL",
          "UPDATE open_matter SET entry=2", "INSERT INTO open_matter VALUES(1,NULL)"}) {
        CAPTURE(sql);
        const scratch::Directory directory;
        const std::string path = directory.file("site.db");
        scratch::write_log(path);
        Store store{path, Store::Mode::write};
        store.begin();
        Entry matter = draft(kind::kLoan, 90000, 91);
        matter.opens = kItself;
        matter.fields.add(kPiecesOut, 3);
        store.append(matter);
        store.commit();
        CHECK(verify_site(path).good());
        scratch::edit(path, sql);
        CHECK(found(verify_site(path), "derived", 0));
    }
}

// JSON that another version of SQLite takes, as its index would hold it.
void take_as_json(sqlite3_context* context, int, sqlite3_value**) {
    sqlite3_result_text(context, "{}", -1, SQLITE_STATIC);
}

TEST_CASE("an index of another program that cannot be computed is named, and nothing of ours is called damaged") {
    const Copy copy;
    {
        SQLite::Database database{copy.path, SQLite::OPEN_READWRITE};
        database.createFunction("json", 1, true, nullptr, take_as_json);
        database.exec("CREATE INDEX extra ON entry(json(actor))");
    }
    const Verification result = verify_site(copy.path);
    REQUIRE_MESSAGE(result.findings.size() == 1, findings_text(result));
    CHECK(result.findings.front().message ==
          "The check of the file stopped at what another program added (malformed JSON). Take it out, then verify "
          "again: DROP INDEX \"extra\";");
    scratch::edit(copy.path, "DROP INDEX extra");
    CHECK(verify_site(copy.path).good());
}

TEST_CASE("words that were redacted are counted, not accused") {
    const Copy copy;
    scratch::edit(copy.path, "UPDATE field SET salt=NULL,word=NULL WHERE name='phone'");
    Verification result = verify_site(copy.path);
    CHECK_MESSAGE(result.good(), findings_text(result));
    CHECK(result.purged == 1);
    scratch::edit(copy.path, "UPDATE field SET salt=NULL,word=NULL WHERE commitment IS NOT NULL AND entry=7");
    result = verify_site(copy.path);
    CHECK_MESSAGE(result.good(), findings_text(result));
    CHECK(result.purged == 5);
}

TEST_CASE("the tamper catalogue") {
    struct Tamper {
        const char* what;
        const char* sql;
        const char* check;
        EntryNumber entry;
    };
    const Tamper catalogue[] = {
        {"result of a middle entry", "UPDATE entry SET result='fault' WHERE number=4", "chain", 4},
        {"back-dated", "UPDATE entry SET recorded_at=recorded_at-3600000 WHERE number=5", "chain", 5},
        {"late mark removed", "UPDATE entry SET late=0 WHERE number=8", "chain", 8},
        {"another person", "UPDATE entry SET actor='A02' WHERE number=11", "chain", 11},
        {"text became a blob", "UPDATE entry SET id=zeroblob(16) WHERE number=2", "chain", 2},
        {"last entry deleted", "DELETE FROM entry WHERE number=11", "watermark", 11},
        {"last three deleted", "DELETE FROM entry WHERE number>8", "watermark", 11},
        {"middle entry deleted", "DELETE FROM entry WHERE number=5", "number", 6},
        {"first entry deleted", "DELETE FROM entry WHERE number=1", "number", 2},
        {"all entries deleted", "DELETE FROM entry", "number", 0},
        {"middle deleted, the rest moved up",
         "DELETE FROM entry WHERE number=5;UPDATE entry SET number=number-1 WHERE number>5", "chain", 5},
        {"entry appended without the program",
         "INSERT INTO entry SELECT "
         "12,kind,actor,typed_by,post,shift,business_date,recorded_at,utc_offset,happened_at,told_offset,late,"
         "clock_step,about,opens,closes,amends,subject,rule,slot_at,result,flag,plan,traits,id,source,told_dated,"
         "batch,client_id,os_user,terminal,boot_id,boot_at,tool,digest,head FROM entry WHERE number=11",
         "chain", 12},
        {"entry slipped in",
         "UPDATE entry SET number=-number WHERE 0;"
         "UPDATE entry SET number=number+100 WHERE number>=6;"
         "UPDATE entry SET number=number-99 WHERE number>=106;"
         "INSERT INTO entry SELECT 6,kind,actor,typed_by,post,shift,business_date,recorded_at,utc_offset,"
         "happened_at,told_offset,late,clock_step,about,opens,closes,amends,subject,rule,slot_at,result,flag,plan,"
         "traits,id,source,told_dated,batch,client_id,os_user,terminal,boot_id,boot_at,tool,digest,head FROM entry "
         "WHERE number=5",
         "chain", 6},
        {"two entries swapped",
         "UPDATE entry SET number=100 WHERE number=5;UPDATE entry SET number=5 WHERE number=6;"
         "UPDATE entry SET number=6 WHERE number=100",
         "chain", 5},
        {"last renumbered", "UPDATE entry SET number=12 WHERE number=11", "number", 12},
        {"all renumbered", "UPDATE entry SET number=number+100;UPDATE entry SET number=number-99", "number", 2},
        {"digest changed", "UPDATE entry SET digest=zeroblob(32) WHERE number=6", "chain", 6},
        {"digest cut", "UPDATE entry SET digest=substr(digest,1,31) WHERE number=6", "chain", 6},
        {"digest emptied", "UPDATE entry SET digest=x'' WHERE number=6", "chain", 6},
        {"head changed", "UPDATE entry SET head=zeroblob(32) WHERE number=6", "chain", 6},
        {"last head changed", "UPDATE entry SET head=zeroblob(32) WHERE number=11", "chain", 11},
        {"site changed", "UPDATE entry SET id=zeroblob(16) WHERE number=1", "chain", 1},
        {"two entries have each other's digests",
         "UPDATE entry SET digest=(SELECT e.digest FROM entry e WHERE e.number=11-entry.number) "
         "WHERE number IN(5,6)",
         "chain", 5},
        {"plan text changed", "UPDATE field SET word=replace(word,'two','2') WHERE entry=10", "words", 10},
        {"incident without its fields", "DELETE FROM field WHERE entry=7", "chain", 7},
        {"fields of another entry", "UPDATE field SET entry=6 WHERE entry=7", "chain", 6},
        {"field added", "INSERT INTO field(entry,place,name,word) VALUES(5,0,'category','fire')", "chain", 5},
        {"line added", "INSERT INTO field(entry,place,name,word) VALUES(7,1,'item','tea')", "chain", 7},
        {"field of no entry", "INSERT INTO field(entry,place,name,word) VALUES(99,0,'category','fire')", "chain", 0},
        {"field before the first", "INSERT INTO field(entry,place,name,word) VALUES(-1,0,'category','x')", "chain", 0},
        {"words deleted", "DELETE FROM field WHERE name='name'", "chain", 7},
        {"words without a salt added", "INSERT INTO field VALUES(7,0,'plate',NULL,NULL,NULL,x'00',NULL)", "chain", 7},
        {"words of another entry", "UPDATE field SET entry=6 WHERE name='name'", "chain", 6},
        {"two words swapped",
         "UPDATE field SET word=CASE name WHEN 'name' THEN '13800138000' ELSE '张三' END WHERE name IN('name','phone')",
         "words", 7},
        {"nobody on duty", "DELETE FROM on_duty", "derived", 0},
        {"somebody on duty", "INSERT INTO on_duty VALUES('A02','guard',2,0,'2026-11-23',NULL,NULL,NULL,NULL)",
         "derived", 0},
        {"guard rail dropped", "DROP TRIGGER entry_stays", "schema", 0},
        {"column added", "ALTER TABLE entry ADD COLUMN x TEXT", "schema", 0},
        {"index dropped", "DROP INDEX entry_by_day", "schema", 0},
        {"table became a view", "ALTER TABLE entry RENAME TO kept;CREATE VIEW entry AS SELECT * FROM kept", "schema",
         0},
        {"check removed",
         "PRAGMA writable_schema=ON;UPDATE sqlite_schema SET sql=replace(sql,' CHECK(late "
         "IN(0,1))','') "
         "WHERE name='entry'",
         "schema", 0},
    };
    for (const Tamper& tamper : catalogue) {
        CAPTURE(std::string{tamper.what});
        const Copy copy;
        scratch::edit(copy.path, tamper.sql);
        const Verification result = verify_site(copy.path);
        CHECK_FALSE(result.good());
        CHECK_MESSAGE(found(result, tamper.check, tamper.entry), findings_text(result));
    }
    CHECK(std::size(catalogue) >= 30);
}

TEST_CASE("a digest or head that has grown") {
    for (const std::string column : {"digest", "head"}) {
        CAPTURE(column);
        const Copy copy;
        SQLite::Database shell{copy.path, SQLite::OPEN_READWRITE};
        sqlite3_db_config(shell.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        const std::string bytes = shell.execAndGet("SELECT hex(" + column + ") FROM entry WHERE number=6").getString();
        shell.exec("UPDATE entry SET " + column + "=x'" + bytes + "00' WHERE number=6");
        CHECK(found(verify_site(copy.path), "chain", 6));
    }
}

TEST_CASE("a schema number that was never given out") {
    for (const char* sql :
         {"PRAGMA user_version=0", "PRAGMA user_version=2", "PRAGMA user_version=-1", "PRAGMA application_id=0"}) {
        CAPTURE(std::string{sql});
        const Copy copy;
        scratch::edit(copy.path, sql);
        CHECK(accused(copy.path));
    }
}

TEST_CASE("a chain that was recomputed after a change does not fit the watermark") {
    for (EntryNumber number = 1; number <= scratch::kLogEntries; ++number) {
        CAPTURE(number);
        const Copy copy;
        scratch::edit(copy.path, "UPDATE entry SET terminal='forged' WHERE number=" + std::to_string(number));
        rechain(copy.path, number);
        const Verification result = verify_site(copy.path);
        REQUIRE_MESSAGE(result.findings.size() == 1, findings_text(result));
        CHECK(result.findings[0].check == "watermark");
        CHECK(result.findings[0].entry == 11);
    }
}

TEST_CASE("recomputing changes nothing in an untouched log") {
    const Copy copy;
    rechain(copy.path, 1);
    CHECK(dump(copy.path) == dump(Copy{}.path));
    CHECK(verify_site(copy.path).good());
}

TEST_CASE("a tail cut off cleanly does not fit the watermark") {
    const Copy copy;
    scratch::write_bytes(copy.path, original().older_site);
    const Verification result = verify_site(copy.path);
    REQUIRE_MESSAGE(result.findings.size() == 1, findings_text(result));
    CHECK(result.findings[0].check == "watermark");
    CHECK(result.findings[0].entry == 11);
    CHECK(result.findings[0].message == "Entries 9 to 11 were acknowledged and are gone.");
}

TEST_CASE("an older copy with its own watermark is found by a seal only") {
    const Copy copy;
    TypedSeal seal;
    REQUIRE(read_seal(seal_text(verify_site(copy.path).head), seal));
    CHECK(verify_seal(copy.path, seal).empty());
    scratch::write_bytes(copy.path, original().older_site);
    scratch::write_bytes(copy.path + ".head", original().older_mark);
    CHECK(verify_site(copy.path).good());
    CHECK(verify_seal(copy.path, seal) == "The seal speaks of entry 11, which is not in the log.");
}

TEST_CASE("a seal of an earlier entry still fits, that of a forged log does not") {
    const Copy copy;
    TypedSeal seal;
    {
        Store store{copy.path, Store::Mode::read};
        REQUIRE(read_seal(seal_text({6, store.entry(6)->head}), seal));
    }
    CHECK(verify_seal(copy.path, seal).empty());
    scratch::edit(copy.path, "UPDATE entry SET terminal='forged' WHERE number=3");
    rechain(copy.path, 3);
    CHECK_FALSE(verify_seal(copy.path, seal).empty());
}

TEST_CASE("the watermark is missing, empty, damaged, ahead, of another log, a link or a folder") {
    const auto with_mark = [](const std::function<void(const std::string&)>& spoil) {
        const Copy copy;
        spoil(copy.path);
        return verify_site(copy.path);
    };
    const auto mark_of = [](const std::string& path) { return path + ".head"; };
    CHECK(found(with_mark([&](const std::string& path) { ::unlink(mark_of(path).c_str()); }), "watermark", 0));
    CHECK(found(with_mark([&](const std::string& path) { scratch::write_bytes(mark_of(path), ""); }), "watermark", 0));
    CHECK(found(with_mark([&](const std::string& path) {
                    std::string line = original().mark;
                    line[33] = '0';  // eleven becomes ten
                    scratch::write_bytes(mark_of(path), line);
                }),
                "watermark", 0));
    CHECK(found(with_mark([&](const std::string& path) { write_watermark(path, {12, Hash{}}); }), "watermark", 12));
    CHECK(found(with_mark([&](const std::string& path) { write_watermark(path, {11, Hash{}}); }), "watermark", 11));
    CHECK(found(with_mark([&](const std::string& path) { write_watermark(path, {5, Hash{}}); }), "watermark", 5));
    CHECK(found(with_mark([&](const std::string& path) {
                    std::filesystem::rename(mark_of(path), mark_of(path) + ".real");
                    std::filesystem::create_symlink(mark_of(path) + ".real", mark_of(path));
                }),
                "watermark", 0));
    CHECK(found(with_mark([&](const std::string& path) {
                    ::unlink(mark_of(path).c_str());
                    std::filesystem::create_directory(mark_of(path));
                }),
                "watermark", 0));
}

TEST_CASE("a watermark that lags is no fault") {
    for (EntryNumber number = 1; number < scratch::kLogEntries; ++number) {
        const Copy copy;
        const Hash head = Store{copy.path, Store::Mode::read}.entry(number)->head;
        write_watermark(copy.path, {number, head});
        const Verification result = verify_site(copy.path);
        CHECK_MESSAGE(result.good(), findings_text(result));
    }
}

TEST_CASE("an empty log is a finding, not a success") {
    const scratch::Directory directory;
    Store::create(directory.file("site.db"));
    CHECK(found(verify_site(directory.file("site.db")), "number", 0));
}

TEST_CASE("one changed entry is one finding, many are cut off at twenty") {
    const Copy one;
    scratch::edit(one.path, "UPDATE entry SET result='fault' WHERE number=4");
    CHECK(verify_site(one.path).findings.size() == 1);
    const Copy all;
    scratch::edit(all.path, "UPDATE entry SET result='x',head=zeroblob(32)");
    CHECK(verify_site(all.path).findings.size() == 20);
}

TEST_CASE("every page lost, zeroed or swapped with another") {
    constexpr std::size_t kPage = 4096;
    const std::string before = dump(Copy{}.path);
    const std::size_t pages = original().site.size() / kPage;
    const auto check = [&](const std::string& bytes) {
        const Copy copy;
        scratch::write_bytes(copy.path, bytes);
        CHECK(accused(copy.path));
    };
    for (std::size_t page = 0; page < pages; ++page) {
        CAPTURE(page);
        check(original().site.substr(0, page * kPage));
        check(original().site.substr(0, page * kPage + 1000));
        std::string bytes = original().site;
        bytes.replace(page * kPage, kPage, kPage, '\0');
        check(bytes);
        bytes = original().site;
        const std::size_t other = (page + 1) % pages;
        bytes.replace(page * kPage, kPage, original().site, other * kPage, kPage);
        bytes.replace(other * kPage, kPage, original().site, page * kPage, kPage);
        if (bytes != original().site) {  // two empty tables look alike
            check(bytes);
        }
    }
    CHECK(before == dump(Copy{}.path));
}

TEST_CASE("a flipped bit is found or changes nothing that is stored") {
    const std::string before = dump(Copy{}.path);
    std::size_t detected = 0;
    std::size_t harmless = 0;
    const Copy copy;
    for (std::size_t at_byte = 0; at_byte < original().site.size(); at_byte += 37) {
        const auto bit = static_cast<unsigned char>(1U << (at_byte / 37 % 8));
        std::string bytes = original().site;
        bytes[at_byte] = static_cast<char>(static_cast<unsigned char>(bytes[at_byte]) ^ bit);
        scratch::write_bytes(copy.path, bytes);
        if (accused(copy.path)) {
            ++detected;
            continue;
        }
        ++harmless;
        CAPTURE(at_byte);
        CAPTURE(static_cast<int>(bit));
        CHECK(dump(copy.path) == before);
    }
    CHECK(detected > 100);
    CHECK(harmless > 0);
}

TEST_CASE("a path that cannot be looked at is a failure") {
    const scratch::Directory directory;
    CHECK_THROWS_AS(verify_site(directory.file("none.db")), Failure);
    scratch::write_bytes(directory.file("text.db"), "hello");
    CHECK_THROWS_AS(verify_site(directory.file("text.db")), Failure);
}

TEST_CASE("a log that was vacuumed and indexed anew is not accused") {
    const Copy copy;
    scratch::edit(copy.path, "REINDEX");
    CHECK_MESSAGE(verify_site(copy.path).good(), findings_text(verify_site(copy.path)));
    scratch::edit(copy.path, "VACUUM");
    CHECK_MESSAGE(verify_site(copy.path).good(), findings_text(verify_site(copy.path)));
    CHECK_NOTHROW((Store{copy.path, Store::Mode::write}));
}

TEST_CASE("an alarm is a finding until somebody explains it") {
    const Copy copy;
    const auto write = [&](const Entry& entry) {
        Store store{copy.path, Store::Mode::write};
        store.begin();
        store.append(entry);
        store.commit();
    };
    write(draft(kind::kAlarm, 900, 99));
    CHECK(found(verify_site(copy.path), "alarm", 12));
    Entry correction = draft(kind::kCorrection, 901, 98);
    correction.about = 12;
    correction.amends = 12;
    write(correction);
    const Verification result = verify_site(copy.path);
    CHECK_MESSAGE(result.good(), findings_text(result));
    REQUIRE(result.alarms.size() == 1);
    CHECK(result.alarms[0].entry == 12);
    CHECK(result.alarms[0].explained == 13);
}

TEST_CASE("untouched logs of any content are never accused, whatever is redacted") {
    std::mt19937 random{20261123};
    const auto pick = [&](std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>{least, most}(random);
    };
    const char* kinds[] = {
        kind::kDutyOn,     kind::kDutyOff, kind::kRoundStart, kind::kPoint,    kind::kPoint,       kind::kPoint,
        kind::kRoundEnd,   kind::kCheck,   kind::kCheckItem,  kind::kIncident, kind::kExplanation, kind::kHandoverOffer,
        kind::kCorrection, kind::kVoid,    kind::kLoan,       kind::kLoan,     kind::kReturn,      kind::kVoid};
    for (int log = 0; log < test::turns(12); ++log) {
        const scratch::Directory directory;
        const std::string path = directory.file("site.db");
        Store::create(path);
        Store store{path, Store::Mode::write};
        std::int64_t clock = 0;
        std::int64_t incidents = 0;
        EntryNumber written = 0;
        for (int batch = 0; batch < 12; ++batch) {
            store.begin();
            const auto count = pick(1, 4);
            for (int i = 0; i < count; ++i) {
                clock += pick(-100, 4000);  // clock steps, too
                const char* const kind = kinds[static_cast<std::size_t>(pick(0, 17))];
                Entry entry = draft(kind, clock, static_cast<unsigned char>(pick(0, 255)));
                entry.actor = "A0" + std::to_string(pick(1, 3));
                entry.post = pick(0, 1) == 0 ? "" : "night-guard";
                entry.about = pick(1, written + 1);
                entry.subject = pick(0, 3) == 0 ? "" : "P0" + std::to_string(pick(1, 9));
                entry.boot_id = pick(0, 5) == 0 ? "boot-2" : "boot-1";
                entry.note = std::string(static_cast<std::size_t>(pick(0, 300)), 'n') + "张'\"\\";
                entry.business_date += std::chrono::days{pick(-3, 3)};
                if (pick(0, 3) == 0) {
                    entry.happened_at = at(clock - pick(0, 90000));
                    entry.late = pick(0, 1) == 0;
                }
                Details details;
                if (kind == kind::kIncident) {
                    details.incident = Incident{++incidents, "fire", "", "", "", {}, "", ""};
                    details.personal = {{"z", "x"}, {"a", "张三"}};
                }
                if (kind == kind::kLoan || kind == kind::kReturn) {
                    (kind == kind::kLoan || pick(0, 1) == 0 ? entry.opens : entry.closes) =
                        kind == kind::kLoan ? kItself : entry.about;
                    entry.fields.add(kPiecesOut, pick(-3, 3));
                }
                if (kind == kind::kCorrection || kind == kind::kVoid) {
                    entry.amends = std::min(entry.about, written);
                    entry.about = entry.amends;
                    entry.traits = trait::kSeldom | trait::kThread;
                    const char* fields[] = {"note", "day", "doer", "result"};
                    entry.subject = fields[static_cast<std::size_t>(pick(0, 3))];
                    entry.fields.add_code("value", "2026-11-2" + std::to_string(pick(0, 9)));
                    (pick(0, 1) == 0 ? entry.opens : entry.closes) = pick(0, written);
                }
                for (std::int64_t place = pick(0, 9); place < 3; ++place) {
                    entry.fields.add_words("words", std::string(static_cast<std::size_t>(pick(0, 90)), 'w'), place,
                                           pick(0, 1) == 0 ? Sought::yes : Sought::no);
                    entry.fields.add_code("code", std::to_string(pick(0, 99)), place);
                    entry.fields.add("number", pick(-99, 99), place, pick(0, 1) == 0 ? Sought::yes : Sought::no);
                }
                store.append(entry, details);
                ++written;
            }
            if (pick(0, 4) == 0) {
                store.roll_back();
                written = store.head().number;
                incidents = store.next_incident_number() - 1;
            } else {
                store.commit();
            }
        }
        const Verification result = verify_site(path);
        CAPTURE(log);
        CHECK_MESSAGE(result.good(), findings_text(result));
        CHECK(result.entries == written);
        for (int third = 0; third < 3; ++third) {
            scratch::edit(path,
                          "UPDATE field SET word=NULL,salt=NULL WHERE commitment IS NOT NULL AND (entry+place)%3=" +
                              std::to_string(third));
            const Verification redacted = verify_site(path);
            CHECK_MESSAGE(redacted.good(), findings_text(redacted));
            CHECK((redacted.head.hash == result.head.hash));
            CHECK((third < 2 || redacted.purged > 10));
        }
    }
}

}  // namespace onduty
