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

}  // namespace onduty
