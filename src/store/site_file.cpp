// SPDX-License-Identifier: MIT
#include "store/site_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "store/descriptor.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// statfs types of file systems whose locks cannot be trusted (sqlite.org/useovernet.html).
bool is_network_file_system(long type) {
    switch (static_cast<unsigned long>(type) & 0xFFFFFFFFUL) {
        case 0x6969UL:      // NFS
        case 0x517BUL:      // SMB
        case 0xFF534D42UL:  // CIFS
        case 0xFE534D42UL:  // SMB2
        case 0x65735546UL:  // FUSE
        case 0x01021997UL:  // 9P
        case 0x5346414FUL:  // AFS
            return true;
        default:
            return false;
    }
}

std::uint32_t big_endian(const unsigned char* bytes) {
    return static_cast<std::uint32_t>(bytes[0]) << 24U | static_cast<std::uint32_t>(bytes[1]) << 16U |
           static_cast<std::uint32_t>(bytes[2]) << 8U | static_cast<std::uint32_t>(bytes[3]);
}

void refuse_network(int descriptor, const std::string& path) {
    struct statfs system {};
    if (::fstatfs(descriptor, &system) == 0 && is_network_file_system(system.f_type)) {
        throw Failure{say(N_("{0} lies on a network or removable file system whose locks cannot be trusted. "
                             "Keep the site file on this machine's own disk."),
                          path)};
    }
}

}  // namespace

std::string plain_path(const std::string& path) {
    if (path.empty() || path.rfind("file:", 0) == 0) {
        throw UsageError{say(N_("\"{0}\" cannot be a site file. Give a plain path, such as ./site.db"), path)};
    }
    return path[0] == '/' || path[0] == '.' ? path : "./" + path;
}

void check_site_file(const std::string& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    if (file.number() < 0) {
        if (errno == ENOENT) {
            throw Failure{say(N_("There is no site file at {0}. Start one with: onduty init"), path)};
        }
        if (errno == ELOOP) {
            throw Failure{say(N_("{0} is a link. Name the site file itself."), path)};
        }
        throw Failure{say(N_("{0} cannot be opened: {1}."), path, why_failed(errno))};
    }
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_nlink != 1) {
        throw Failure{say(N_("{0} is not a plain file with one name. Name the site file itself."), path)};
    }
    refuse_network(file.number(), path);
}

int schema_version(const std::string& path, const std::string& readable) {
    const Descriptor file{::open(readable.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    std::array<unsigned char, 100> header{};
    const auto got = ::pread(file.number(), header.data(), header.size(), 0);
    const bool sqlite =
        got == static_cast<ssize_t>(header.size()) && std::memcmp(header.data(), "SQLite format 3", 16) == 0;
    if (!sqlite || big_endian(header.data() + 68) != kApplicationId) {
        throw Failure{say(N_("{0} is not a site file of onduty. Check the name; nothing was changed."), path)};
    }
    const int version = static_cast<int>(big_endian(header.data() + 60));
    if (version < 1) {
        throw Failure{say(N_("{0} is not a site file of onduty. Check the name; nothing was changed."), path)};
    }
    if (version > kSchemaVersion) {
        throw Failure{say(N_("{0} was written by a newer onduty (schema {1}, this one knows {2}). Install the "
                             "newer version; nothing was changed."),
                          path, version, kSchemaVersion)};
    }
    return version;
}

void create_site_file(const std::string& path) {
    const Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
    if (file.number() < 0) {
        if (errno == EEXIST) {
            throw Refusal{say(N_("{0} is there already. A site file is never written over; name another with "
                                 "--site."),
                              path)};
        }
        throw Failure{say(N_("{0} cannot be made: {1}. Check its folder."), path, why_failed(errno))};
    }
    // Whatever the umask says: the owner only. A group that shares the file is given it with chmod.
    ::fchmod(file.number(), 0600);
    try {
        refuse_network(file.number(), path);
    } catch (const Failure&) {
        ::unlink(path.c_str());
        throw;
    }
}

}  // namespace onduty
