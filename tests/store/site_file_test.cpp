// SPDX-License-Identifier: MIT
// Is a path looked at closely enough before SQLite touches it?
#include "store/site_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

// What check_site_file() says of a path; "" when it is content.
std::string complaint(const std::string& path) {
    try {
        check_site_file(path);
        schema_version(path, path);
        return {};
    } catch (const Failure& failure) {
        return failure.what();
    }
}

bool contains(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

unsigned mode_of(const std::string& path) {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

// A site file with some bytes of its header replaced.
void patch(const std::string& path, std::size_t offset, const std::string& bytes) {
    std::string content = scratch::read_bytes(path);
    content.replace(offset, bytes.size(), bytes);
    scratch::write_bytes(path, content);
}

}  // namespace

TEST_CASE("a site file that was just made is accepted") {
    const scratch::Directory directory;
    Store::create(directory.file("site.db"));
    CHECK_NOTHROW(check_site_file(directory.file("site.db")));
    CHECK(schema_version(directory.file("site.db"), directory.file("site.db")) == 1);
}

TEST_CASE("a missing site file is told how to start one") {
    const scratch::Directory directory;
    CHECK(contains(complaint(directory.file("none.db")), "onduty init"));
}

TEST_CASE("a symbolic link is refused") {
    const scratch::Directory directory;
    Store::create(directory.file("site.db"));
    REQUIRE(::symlink(directory.file("site.db").c_str(), directory.file("link.db").c_str()) == 0);
    CHECK(contains(complaint(directory.file("link.db")), "is a link"));
}

TEST_CASE("a file with two names is refused under both") {
    const scratch::Directory directory;
    Store::create(directory.file("site.db"));
    REQUIRE(::link(directory.file("site.db").c_str(), directory.file("other.db").c_str()) == 0);
    CHECK(contains(complaint(directory.file("other.db")), "not a plain file with one name"));
    CHECK(contains(complaint(directory.file("site.db")), "not a plain file with one name"));
}

TEST_CASE("a directory is refused") {
    const scratch::Directory directory;
    CHECK(contains(complaint(directory.path()), "not a plain file with one name"));
}

TEST_CASE("what is not SQLite is refused") {
    const scratch::Directory directory;
    const std::string path = directory.file("notes.txt");
    for (const std::string& content :
         {std::string{}, std::string{"hello\n"}, std::string(4096, 'x'), std::string(4096, '\0')}) {
        CAPTURE(content.size());
        scratch::write_bytes(path, content);
        CHECK(contains(complaint(path), "is not a site file"));
        CHECK(scratch::read_bytes(path) == content);
    }
}

TEST_CASE("a site file cut off within its header is refused") {
    const scratch::Directory directory;
    const std::string path = directory.file("site.db");
    Store::create(path);
    scratch::write_bytes(path, scratch::read_bytes(path).substr(0, 99));
    CHECK(contains(complaint(path), "is not a site file"));
}

TEST_CASE("the database of another program is refused") {
    const scratch::Directory directory;
    const std::string path = directory.file("other.db");
    SQLite::Database{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
        "CREATE TABLE entry(number INTEGER PRIMARY KEY);PRAGMA user_version=1");
    CHECK(contains(complaint(path), "is not a site file"));
    SQLite::Database{path, SQLite::OPEN_READWRITE}.exec("PRAGMA application_id=1");
    CHECK(contains(complaint(path), "is not a site file"));
}

TEST_CASE("a file of a newer onduty is refused") {
    const scratch::Directory directory;
    const std::string path = directory.file("site.db");
    Store::create(path);
    patch(path, 60, std::string{"\0\0\0\2", 4});
    CHECK(contains(complaint(path), "newer onduty (schema 2, this one knows 1)"));
    patch(path, 60, std::string{"\x7F\xFF\xFF\xFF", 4});
    CHECK(contains(complaint(path), "newer onduty"));
}

TEST_CASE("a schema number that was never given out is refused") {
    const scratch::Directory directory;
    const std::string path = directory.file("site.db");
    Store::create(path);
    patch(path, 60, std::string{"\0\0\0\0", 4});
    CHECK_FALSE(complaint(path).empty());
    patch(path, 60, std::string{"\xFF\xFF\xFF\xFF", 4});
    CHECK_FALSE(complaint(path).empty());
}

TEST_CASE("a new site file is for its owner only, whatever the umask") {
    for (const mode_t mask : {0U, 022U, 077U, 0777U}) {
        CAPTURE(mask);
        const scratch::Directory directory;
        const mode_t before = ::umask(mask);
        create_site_file(directory.file("site.db"));
        ::umask(before);
        CHECK(mode_of(directory.file("site.db")) == 0600U);
    }
}

TEST_CASE("journal and watermark are for the owner only, too") {
    const scratch::Directory directory;
    const mode_t before = ::umask(0);
    scratch::write_log(directory.file("site.db"));
    ::umask(before);
    CHECK(mode_of(directory.file("site.db")) == 0600U);
    CHECK(mode_of(directory.file("site.db-journal")) == 0600U);
    CHECK(mode_of(directory.file("site.db.head")) == 0600U);
}

TEST_CASE("a site file is never written over") {
    const scratch::Directory directory;
    const std::string path = directory.file("site.db");
    scratch::write_bytes(path, "precious");
    CHECK_THROWS_AS(create_site_file(path), Refusal);
    CHECK_THROWS_AS(Store::create(path), Refusal);
    CHECK(scratch::read_bytes(path) == "precious");
}

TEST_CASE("a site file is not made through a dangling link") {
    const scratch::Directory directory;
    REQUIRE(::symlink(directory.file("far.db").c_str(), directory.file("site.db").c_str()) == 0);
    CHECK_THROWS_AS(create_site_file(directory.file("site.db")), Refusal);
    CHECK_FALSE(std::filesystem::exists(directory.file("far.db")));
}

TEST_CASE("a missing folder is a failure") {
    const scratch::Directory directory;
    CHECK_THROWS_AS(create_site_file(directory.file("none/site.db")), Failure);
}

TEST_CASE("a name cannot be read as a URI or an option") {
    CHECK(plain_path("site.db") == "./site.db");
    CHECK(plain_path("-site.db") == "./-site.db");
    CHECK(plain_path("sub/site.db") == "./sub/site.db");
    CHECK(plain_path("/srv/site.db") == "/srv/site.db");
    CHECK(plain_path("../site.db") == "../site.db");
    CHECK(plain_path("File:site.db") == "./File:site.db");
    CHECK_THROWS_AS(plain_path("file:site.db"), UsageError);
    CHECK_THROWS_AS(plain_path("file:site.db?vfs=unix-none"), UsageError);
    CHECK_THROWS_AS(plain_path(""), UsageError);
}

}  // namespace onduty
