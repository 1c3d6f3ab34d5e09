// SPDX-License-Identifier: MIT
#include "store/journal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "store/descriptor.hpp"
#include "store/entry_rows.hpp"
#include "store/sqlite.hpp"
#include "store/watermark.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// The bytes of a database file by which SQLite's programs tell each other what they do (its os.h).
constexpr off_t kPendingByte = 0x40000000;
constexpr off_t kReservedByte = kPendingByte + 1;
constexpr off_t kLockedBytes = 512;

std::string journal_of(const std::string& path) {
    return path + "-journal";
}

std::string refused_journal(const std::string& path) {
    return path + ".journal-refused";
}

bool holds_something(const std::string& path) {
    struct stat facts {};
    return ::lstat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0;
}

struct flock lock_of(short type, off_t first, off_t bytes) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = first;
    lock.l_len = bytes;
    return lock;
}

bool is_being_written(int file) {
    struct flock lock = lock_of(F_WRLCK, kReservedByte, 1);
    return ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

// Keeps everybody else from opening the file until it is closed; who may only read it keeps writers away. False when
// there turned out to be nothing to look at.
bool lock_out(int file, bool writable, const std::string& path) {
    for (int naps = 0;; ++naps) {
        if (!holds_something(journal_of(path)) || is_being_written(file)) {
            return false;
        }
        struct flock lock = lock_of(writable ? F_WRLCK : F_RDLCK, kPendingByte, kLockedBytes);
        if (::fcntl(file, F_OFD_SETLK, &lock) == 0) {
            return holds_something(journal_of(path));
        }
        if (!take_a_nap(naps)) {
            refuse_busy(path);
        }
    }
}

void copy_file(const std::string& from, const std::string& to) {
    const Descriptor in{::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    const Descriptor out{::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600)};
    std::array<char, 1 << 16> block{};
    ssize_t got = in.number() < 0 || out.number() < 0 ? -1 : 1;
    while (got > 0) {
        got = ::read(in.number(), block.data(), block.size());
        got = got > 0 && ::write(out.number(), block.data(), static_cast<std::size_t>(got)) != got ? -1 : got;
    }
    if (got < 0) {
        throw Failure{say(N_("A command was cut off while it wrote to {0}. What it left is first tried on a copy "
                             "beside the file, and the copy cannot be made: {1}. Nothing was changed; make room, and "
                             "type it again."),
                          from, why_failed(errno))};
    }
}

// Whether the log in this file holds what was acknowledged. Plays back the journal that lies beside it.
bool holds_acknowledged(const std::string& path, const Head& acknowledged) try {
    Database database{path, OpenMode::write};
    Rows row{database, kEntryUpTo};
    row.bind(1, acknowledged.number);
    if (!row.step()) {
        return acknowledged.number == 0;
    }
    Entry entry;
    read_entry(row, entry);
    return entry.number == acknowledged.number && entry.head == acknowledged.hash;
} catch (const SQLite::Exception&) {
    return false;
}

constexpr EntryNumber kDamaged = -1;

// How many entries the log in this file has, or kDamaged. Plays back the journal that lies beside it.
EntryNumber sound_length(const std::string& path) try {
    Database database{path, OpenMode::write};
    Rows check{database, "PRAGMA integrity_check(1)"};
    if (!check.step() || check.text(0) != "ok") {
        return kDamaged;
    }
    Rows last{database, "SELECT max(number) FROM entry"};
    return last.step() ? last.integer(0) : 0;
} catch (const SQLite::Exception&) {
    return kDamaged;
}

}  // namespace

JournalTrial::JournalTrial(const std::string& path, OpenMode mode) : readable_{path} {
    if (!holds_something(journal_of(path))) {
        return;
    }
    const int number = ::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    const bool writable = number >= 0;
    const Descriptor file{writable ? number : ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (file.number() >= 0 && lock_out(file.number(), writable, path)) {
        copy_ = path + ".trial-" + std::to_string(::getpid());
        try_out(path);
        if (journal_ == Journal::foreign && mode == OpenMode::write) {
            ::rename(journal_of(path).c_str(), refused_journal(path).c_str());
            readable_ = path;
        }
    }
}

// Where nobody can say what was acknowledged, the journal is the file's own unless a sound file would lose entries by
// it.
void JournalTrial::try_out(const std::string& path) {
    readable_ = copy_;
    const Watermark mark = read_watermark(path);
    const bool is_known = mark.read == WatermarkRead::good;
    const auto with_journal = [&] {
        copy_file(path, copy_);
        copy_file(journal_of(path), journal_of(copy_));
    };
    with_journal();
    const EntryNumber left = is_known ? 0 : sound_length(copy_);
    if (is_known ? holds_acknowledged(copy_, mark.head) : left == 0) {  // a first command that was cut off
        journal_ = Journal::own;
        return;
    }
    ::unlink(journal_of(copy_).c_str());
    copy_file(path, copy_);
    if (is_known ? holds_acknowledged(copy_, mark.head) : sound_length(copy_) > left) {
        journal_ = Journal::foreign;
        return;
    }
    with_journal();
    journal_ = Journal::own;
}

JournalTrial::~JournalTrial() {
    if (!copy_.empty()) {
        ::unlink(copy_.c_str());
        ::unlink(journal_of(copy_).c_str());
    }
}

bool is_journal_refused(const std::string& path) {
    return holds_something(refused_journal(path));
}

void name_refused_journal(const std::string& path, EntryNumber alarm) {
    const std::string refused = refused_journal(path);
    ::rename(refused.c_str(), (refused + "-" + std::to_string(alarm)).c_str());
}

}  // namespace onduty
