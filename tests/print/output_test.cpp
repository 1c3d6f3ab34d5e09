// SPDX-License-Identifier: MIT
// Is output that did not arrive a failure, and does a file appear only when it is complete?
#include "print/output.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ostream>

#include "store/scratch.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

std::size_t files_in(const std::string& directory) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator{directory}) {
        ++count;
    }
    return count;
}

unsigned mode_of(const std::string& path) {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

}  // namespace

TEST_CASE("text goes out when it is flushed, in order") {
    std::string text;
    int calls = 0;
    Output output{[&](std::string_view bytes) {
        text += bytes;
        ++calls;
        return true;
    }};
    output.write("one ");
    output.line("two");
    CHECK(text.empty());
    output.flush();
    CHECK(text == "one two\n");
    output.flush();
    CHECK(calls == 1);
}

TEST_CASE("64 KiB go out at once") {
    std::string text;
    Output output{[&](std::string_view bytes) {
        text += bytes;
        return true;
    }};
    output.write(std::string(65535, 'x'));
    CHECK(text.empty());
    output.write("y");
    CHECK(text.size() == 65536);
    CHECK(text.back() == 'y');
}

TEST_CASE("a sink that fails is a Failure, with the reason") {
    Output output{[](std::string_view) {
        errno = ENOSPC;
        return false;
    }};
    output.write("lost");
    try {
        output.flush();
        FAIL("the loss was not noticed");
    } catch (const Failure& failure) {
        CHECK(std::string{failure.what()} == "The output could not be written: No space left on device.");
    }
    CHECK_NOTHROW(output.flush());  // said once
}

TEST_CASE("a full device is a Failure") {
    const int full = ::open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    Output output{descriptor_sink(full)};
    output.line("lost");
    CHECK_THROWS_AS(output.flush(), Failure);
    CHECK_THROWS_AS(output.write(std::string(70000, 'x')), Failure);
    ::close(full);
}

TEST_CASE("a pipe takes more than it holds, piece by piece") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        const bool good = descriptor_sink(ends[1])(std::string(300000, 'x'));
        ::_exit(good ? 0 : 1);
    }
    ::close(ends[1]);
    std::size_t total = 0;
    char buffer[1000];
    for (ssize_t got = 1; got > 0;) {
        got = ::read(ends[0], buffer, sizeof buffer);
        total += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    ::close(ends[0]);
    CHECK(total == 300000);
}

TEST_CASE("a new file appears with its whole text") {
    const scratch::Directory directory;
    const std::string name = directory.file("week.csv");
    {
        NewFile file{name, old_file(false)};
        file.output().write("one\r\n");
        file.output().flush();
        CHECK_FALSE(std::filesystem::exists(name));
        file.output().write("two\r\n");
        file.keep();
    }
    CHECK(scratch::read_bytes(name) == "one\r\ntwo\r\n");
    CHECK(files_in(directory.path()) == 1);
}

TEST_CASE("a new file is for its owner only, whatever the umask") {
    for (const mode_t mask : {0U, 022U, 077U}) {
        const scratch::Directory directory;
        const mode_t before = ::umask(mask);
        NewFile file{directory.file("week.csv"), old_file(false)};
        file.keep();
        ::umask(before);
        CHECK(mode_of(directory.file("week.csv")) == 0600U);
    }
}

TEST_CASE("a file that is there already is refused and kept") {
    const scratch::Directory directory;
    const std::string name = directory.file("week.csv");
    scratch::write_bytes(name, "old");
    CHECK_THROWS_AS((NewFile{name, old_file(false)}), Refusal);
    CHECK(scratch::read_bytes(name) == "old");
    CHECK(files_in(directory.path()) == 1);
}

TEST_CASE("a dangling link is there already") {
    const scratch::Directory directory;
    std::filesystem::create_symlink(directory.file("far"), directory.file("week.csv"));
    CHECK_THROWS_AS((NewFile{directory.file("week.csv"), old_file(false)}), Refusal);
}

TEST_CASE("with replace the old text stays until the new one is complete") {
    const scratch::Directory directory;
    const std::string name = directory.file("week.csv");
    scratch::write_bytes(name, "old");
    {
        NewFile file{name, old_file(true)};
        file.output().write("half");
        file.output().flush();
        CHECK(scratch::read_bytes(name) == "old");
    }
    CHECK(scratch::read_bytes(name) == "old");
    CHECK(files_in(directory.path()) == 1);
    {
        NewFile file{name, old_file(true)};
        file.output().write("new");
        file.keep();
    }
    CHECK(scratch::read_bytes(name) == "new");
    CHECK(files_in(directory.path()) == 1);
}

TEST_CASE("replacing a link leaves what it pointed to alone") {
    const scratch::Directory directory;
    scratch::write_bytes(directory.file("far"), "far");
    std::filesystem::create_symlink(directory.file("far"), directory.file("week.csv"));
    NewFile file{directory.file("week.csv"), old_file(true)};
    file.output().write("new");
    file.keep();
    CHECK(scratch::read_bytes(directory.file("far")) == "far");
    CHECK(scratch::read_bytes(directory.file("week.csv")) == "new");
}

TEST_CASE("a file that was left behind by a process of the same number is no obstacle") {
    const scratch::Directory directory;
    const std::string name = directory.file("week.csv");
    scratch::write_bytes(name + ".part-" + std::to_string(::getpid()), "left");
    NewFile file{name, old_file(false)};
    file.output().write("new");
    file.keep();
    CHECK(scratch::read_bytes(name) == "new");
}

TEST_CASE("a missing folder is a Failure and leaves nothing") {
    const scratch::Directory directory;
    CHECK_THROWS_AS((NewFile{directory.file("none/week.csv"), old_file(false)}), Failure);
    CHECK(files_in(directory.path()) == 0);
}

TEST_CASE("a name that has become a folder is a Failure and leaves nothing") {
    const scratch::Directory directory;
    std::filesystem::create_directories(directory.file("week.csv/inner"));
    {
        NewFile file{directory.file("week.csv"), old_file(true)};
        file.output().write("new");
        CHECK_THROWS_AS(file.keep(), Failure);
    }
    CHECK(files_in(directory.path()) == 1);
}

}  // namespace onduty
