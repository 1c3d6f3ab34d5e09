// SPDX-License-Identifier: MIT
#include "book/table_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "book/record_plan.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::size_t kLargestTable = std::size_t{512} * 1024 * 1024;
constexpr std::size_t kPiece = std::size_t{64} * 1024;

}  // namespace

TableFile::TableFile(Context& context, const std::string& name) : name_{name} {
    struct stat facts {};
    const bool twice = name != "-" && ::stat(name.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
    if (twice) {
        descriptor_ = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (twice && descriptor_ < 0) {
        throw Failure{say(N_("{0} cannot be read: {1}."), name, why_failed(errno))};
    }
    if (!twice) {
        text_ = read_file(context, name, kLargestTable);
    }
    if ((twice ? static_cast<std::size_t>(facts.st_size) : text_.size()) > kLargestTable) {
        throw UsageError{
            say(N_("{0} is larger than {1} MB. Cut it into several files."), name, kLargestTable / (1024 * 1024))};
    }
}

TableFile::~TableFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

std::string TableFile::digest() const {
    const Pieces next = pieces();
    std::string bytes;
    Hash digest{};
    for (std::string piece = next(); !piece.empty(); piece = next()) {
        bytes.assign(digest.begin(), digest.end());
        digest = sha256(bytes + piece);
    }
    return hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

Pieces TableFile::pieces() const {
    return [this, at = std::size_t{0}]() mutable {
        std::string piece;
        if (descriptor_ < 0) {
            piece = text_.substr(at, kPiece);
        } else {
            piece.resize(kPiece);
            const auto got = ::pread(descriptor_, piece.data(), piece.size(), static_cast<off_t>(at));
            if (got < 0) {
                throw Failure{say(N_("{0} cannot be read: {1}."), name_, why_failed(errno))};
            }
            piece.resize(static_cast<std::size_t>(got));
        }
        at += piece.size();
        return piece;
    };
}

namespace {

void refuse_kind(FileKind kind, std::size_t broken_line) {
    switch (kind) {
        case FileKind::utf8:
            return;
        case FileKind::gb18030:
            throw UsageError{
                say(N_("The file is not in UTF-8; it looks like GBK or GB18030. Save it as \"CSV UTF-8\", or: "
                       "iconv -f GB18030 -t UTF-8 OLD.csv > NEW.csv"))};
        case FileKind::broken_utf8:
            throw UsageError{
                say(N_("Line {0} holds a character that is broken, no UTF-8. Mend it there, or save the table "
                       "anew as \"CSV UTF-8\"."),
                    broken_line)};
        case FileKind::latin1:
            throw UsageError{say(
                N_("The file is not in UTF-8; it looks like Windows-1252 or ISO 8859-1. Save it as \"CSV UTF-8\", or: "
                   "iconv -f WINDOWS-1252 -t UTF-8 OLD.csv > NEW.csv"))};
        case FileKind::utf32:
            throw UsageError{
                say(N_("The file is in UTF-32. Save it as \"CSV UTF-8\", or: iconv -f UTF-32 -t UTF-8 OLD.csv "
                       "> NEW.csv"))};
        case FileKind::utf16:
            throw UsageError{
                say(N_("The file is in UTF-16. Save it as \"CSV UTF-8\", or: iconv -f UTF-16 -t UTF-8 OLD.csv "
                       "> NEW.csv"))};
        case FileKind::workbook:
            throw UsageError{say(N_("The file is a workbook, no CSV. Open it and save it as \"CSV UTF-8\"."))};
        case FileKind::binary:
            break;
    }
    throw UsageError{say(N_("The file is no text in UTF-8. Save the table as \"CSV UTF-8\"."))};
}

}  // namespace

void TableFile::refuse_other_kinds() const {
    FileKindFinder kind;
    const Pieces next = pieces();
    for (std::string piece = next(); !piece.empty(); piece = next()) {
        kind.add(piece);
    }
    const FileKind found = kind.finish();
    refuse_kind(found, kind.broken_line());
}

}  // namespace onduty
