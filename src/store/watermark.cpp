// SPDX-License-Identifier: MIT
#include "store/watermark.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "store/chain.hpp"
#include "store/descriptor.hpp"

namespace onduty {

namespace {

// "onduty-head 1 <20 digits> <64 hex digits> <8 hex digits of check>\n", always this long.
constexpr std::size_t kLength = 14 + 20 + 1 + 64 + 1 + 8 + 1;

// FNV-1a of 32 bits: the check is against damage, a hash against forgery would be no better here.
std::uint32_t check_of(std::string_view line) {
    std::uint32_t check = 2166136261U;
    for (const char letter : line) {
        check = (check ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    return check;
}

std::string line_for(const Head& head) {
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%020lld", static_cast<long long>(head.number));
    std::string line = "onduty-head 1 ";
    line += number.data();
    line += ' ';
    line += hex(bytes_of(head.hash));
    std::array<char, 16> check{};
    std::snprintf(check.data(), check.size(), " %08x\n", check_of(line));
    line += check.data();
    return line;
}

unsigned hex_value(char digit) {
    return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// A link, a folder or the like in its place.
bool is_something_else(int error) {
    return error == ELOOP || error == EISDIR || error == ENXIO;
}

}  // namespace

std::string watermark_path(const std::string& site_path) {
    return site_path + ".head";
}

Watermark read_watermark(const std::string& site_path) {
    Watermark mark;
    const auto not_read = [&](int error) {
        mark.read = is_something_else(error) ? WatermarkRead::damaged : WatermarkRead::unreadable;
        mark.error = error;
        return mark;
    };
    const Descriptor file{::open(watermark_path(site_path).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (file.number() < 0) {
        return errno == ENOENT ? mark : not_read(errno);
    }
    std::string line(kLength + 1, '\0');  // one more, to notice a longer one
    const auto got = ::pread(file.number(), line.data(), line.size(), 0);
    if (got < 0) {
        return not_read(errno);
    }
    mark.read = WatermarkRead::damaged;
    if (got != static_cast<ssize_t>(kLength)) {
        return mark;
    }
    line.resize(kLength);
    mark.head.number = std::atoll(line.substr(14, 20).c_str());
    for (std::size_t i = 0; i < mark.head.hash.size(); ++i) {
        mark.head.hash[i] =
            static_cast<unsigned char>((hex_value(line[35 + 2 * i]) << 4U) | hex_value(line[36 + 2 * i]));
    }
    if (line_for(mark.head) == line) {
        mark.read = WatermarkRead::good;
    }
    return mark;
}

bool write_watermark(const std::string& site_path, const Head& head) {
    const Descriptor file{::open(watermark_path(site_path).c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600)};
    const std::string line = line_for(head);
    return file.number() >= 0 &&
           ::pwrite(file.number(), line.data(), line.size(), 0) == static_cast<ssize_t>(line.size());
}

}  // namespace onduty
