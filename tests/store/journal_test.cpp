// SPDX-License-Identifier: MIT
// Is a journal that is not the file's own kept from taking entries away, and one that is played back?
#include "store/journal.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <algorithm>
#include <filesystem>

#include "guard/kinds.hpp"
#include "rounds/kinds.hpp"
#include "scratch.hpp"
#include "store/descriptor.hpp"
#include "store/verify.hpp"

namespace onduty {

namespace {

void record(const std::string& path, int entries) {
    for (int i = 0; i < entries; ++i) {
        Store store{path, Store::Mode::write};
        store.begin();
        store.append(scratch::draft(kind::kPoint, 500 + i, static_cast<unsigned char>(40 + i)));
        store.commit();
    }
}

// What a kill in the middle of a commit leaves; the file itself is as before.
struct CutOff {
    std::string file;
    std::string journal;

    explicit CutOff(const std::string& path) {
        Database database{path, OpenMode::write};
        // With so little memory the pages go to the file long before the commit.
        database.handle().exec("PRAGMA cache_size=1;BEGIN IMMEDIATE;UPDATE entry SET actor=actor||'x'");
        database.handle().exec(
            "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<300) "
            "SELECT randomblob(9000) FROM n");
        file = scratch::read_bytes(path);
        journal = scratch::read_bytes(path + "-journal");
        REQUIRE(journal.size() > 4096);
        REQUIRE(file.size() > 1000000);
    }
};

void plant(const std::string& path, const std::string& file, const std::string& journal) {
    scratch::write_bytes(path, file);
    scratch::write_bytes(path + "-journal", journal);
}

std::vector<std::string> names_in(const std::string& directory) {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator{directory}) {
        names.push_back(file.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
}

using Names = std::vector<std::string>;

// Three entries.
struct ThreeEntries {
    scratch::Directory directory;
    std::string path = directory.file("site.db");

    ThreeEntries() {
        Store::create(path);
        record(path, 3);
    }
};

// Two more, and beside them a journal of before.
struct Planted : ThreeEntries {
    CutOff old{path};
    std::string before;

    Planted() {
        record(path, 2);
        before = scratch::read_bytes(path);
        plant(path, before, old.journal);
    }
};

}  // namespace

TEST_CASE_FIXTURE(ThreeEntries,
                  "what was cut off is played back, for a reader on a copy, whatever became of the first sector") {
    CutOff cut{path};
    for (const bool torn : {false, true}) {
        if (torn) {
            cut.file.replace(0, 512, std::string(512, '\x5A'));
        }
        plant(path, cut.file, cut.journal);
        {
            Store store{path, Store::Mode::read};
            CHECK(store.head().number == 3);
            CHECK(store.path() == path);
            CHECK(store.entries({}).size() == 3);
            CHECK((names_in(directory.path()) == Names{"site.db", "site.db-journal", "site.db.head"}));
        }
        CHECK(verify_site(path).good());
        CHECK(scratch::read_bytes(path) == cut.file);
        CHECK(scratch::read_bytes(path + "-journal") == cut.journal);
        Store store{path, Store::Mode::write};
        CHECK((store.begin() == Trouble::none));
        store.roll_back();
        CHECK(store.entries({}).size() == 3);
    }
}

TEST_CASE_FIXTURE(
    Planted, "an old journal beside a longer log is refused and kept, and is an alarm until it is one of the log") {
    {
        Store store{path, Store::Mode::read};
        CHECK(store.head().number == 5);
        const Verification found = verify_site(path);
        REQUIRE(found.findings.size() == 1);
        CHECK(found.findings[0].check == "journal");
    }
    CHECK(scratch::read_bytes(path) == before);
    CHECK(scratch::read_bytes(path + "-journal") == old.journal);
    for (int time = 0; time < 2; ++time) {  // the first command may only have tried
        Store store{path, Store::Mode::write};
        CHECK(store.head().number == 5);
        CHECK((store.begin() == Trouble::foreign_journal));
        store.roll_back();
    }
    {
        Store store{path, Store::Mode::write};
        store.begin();
        const Entry alarm = store.append(scratch::draft(kind::kAlarm, 600, 50));
        store.commit();
        store.name_refused_journal(alarm.number);
        CHECK((store.begin() == Trouble::none));
        store.roll_back();
    }
    CHECK(scratch::read_bytes(path + ".journal-refused-6") == old.journal);
    CHECK((names_in(directory.path()) ==
           Names{"site.db", "site.db-journal", "site.db.head", "site.db.journal-refused-6"}));
}

TEST_CASE_FIXTURE(ThreeEntries, "without a remembered head a journal is taken for the file's own") {
    const CutOff cut{path};
    plant(path, cut.file, cut.journal);
    std::filesystem::remove(path + ".head");
    const JournalTrial trial{path, OpenMode::read};
    CHECK((trial.journal() == Journal::own));
    CHECK(trial.readable() != path);
}

TEST_CASE_FIXTURE(Planted, "a sound file without a remembered head is not shortened by an old journal") {
    std::filesystem::remove(path + ".head");
    {
        Store store{path, Store::Mode::read};
        CHECK(store.head().number == 5);
    }
    Store store{path, Store::Mode::write};
    CHECK((store.begin() == Trouble::no_watermark));
    store.roll_back();
    CHECK(store.head().number == 5);
    CHECK(scratch::read_bytes(path + ".journal-refused") == old.journal);
}

TEST_CASE_FIXTURE(ThreeEntries, "the journal of somebody who is just writing is left alone") {
    const CutOff old{path};
    record(path, 1);
    plant(path, scratch::read_bytes(path), old.journal);
    const Descriptor file{::open(path.c_str(), O_RDWR)};
    struct flock reserved {};
    reserved.l_type = F_WRLCK;
    reserved.l_whence = SEEK_SET;
    reserved.l_start = 0x40000001;
    reserved.l_len = 1;
    REQUIRE(::fcntl(file.number(), F_OFD_SETLK, &reserved) == 0);
    CHECK((JournalTrial{path, OpenMode::write}.journal() == Journal::none));
    CHECK(scratch::read_bytes(path + "-journal") == old.journal);
}

}  // namespace onduty
