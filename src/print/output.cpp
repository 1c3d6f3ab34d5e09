// SPDX-License-Identifier: MIT
#include "print/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

std::string folder_of(const std::string& name) {
    const auto slash = name.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : name.substr(0, slash);
}

int open_new(const std::string& name) {
    ::unlink(name.c_str());  // left behind by a process that had this number before
    return ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

}  // namespace

void Output::flush() {
    if (buffer_.empty()) {
        return;
    }
    const std::string bytes = std::move(buffer_);
    buffer_.clear();
    if (!sink_(bytes)) {
        throw Failure{say(N_("The output could not be written: {0}."), why_failed(errno))};
    }
}

Output::Sink descriptor_sink(int descriptor) {
    return [descriptor](std::string_view text) {
        while (!text.empty()) {
            const auto put = ::write(descriptor, text.data(), text.size());
            if (put < 0 && errno == EINTR) {
                continue;
            }
            if (put <= 0) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(put));
        }
        return true;
    };
}

NewFile::NewFile(std::string name, Old old)
    : name_{std::move(name)},
      temporary_{name_ + ".part-" + std::to_string(::getpid())},
      descriptor_{-1},
      output_{[this](std::string_view text) { return descriptor_sink(descriptor_)(text); }} {
    struct stat facts {};
    if (old != Old::replaced && ::lstat(name_.c_str(), &facts) == 0) {
        throw Refusal{old == Old::kept
                          ? say(N_("{0} is there already. Name another file."), name_)
                          : say(N_("{0} is there already. Name another file, or add --force to replace it."), name_)};
    }
    descriptor_ = open_new(temporary_);
    if (descriptor_ < 0) {
        throw Failure{say(N_("{0} cannot be written: {1}. Check its folder."), name_, why_failed(errno))};
    }
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        ::unlink(temporary_.c_str());
    }
}

void NewFile::keep() {
    output_.flush();
    const bool synced = ::fsync(descriptor_) == 0;
    const bool closed = ::close(descriptor_) == 0;
    descriptor_ = -1;
    if (!synced || !closed || ::rename(temporary_.c_str(), name_.c_str()) != 0) {
        const std::string why = why_failed(errno);
        ::unlink(temporary_.c_str());
        throw Failure{say(N_("{0} cannot be written: {1}. Check its folder."), name_, why)};
    }
    const int folder = ::open(folder_of(name_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

}  // namespace onduty
