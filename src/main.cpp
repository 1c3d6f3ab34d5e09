// SPDX-License-Identifier: MIT
// How does the process begin and end? Arguments, the only clock reading, the streams, the exit code.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iterator>

#include "app.hpp"
#include "print/live_screen.hpp"

namespace {

using onduty::Environment;
using onduty::Moment;

// A closed descriptor would be handed to the site file, and a message written into it.
void open_standard_descriptors() {
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) < 0) {
            static_cast<void>(::open("/dev/null", O_RDWR));
        }
    }
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

#ifdef ONDUTY_REHEARSAL
// A rehearsal is told the time (milliseconds since 1970) by ONDUTY_REHEARSAL_CLOCK; its entries say so.
constexpr const char* kTool = "onduty " ONDUTY_VERSION " rehearsal";

Moment read_moment() {
    const std::string told = variable("ONDUTY_REHEARSAL_CLOCK");
    const std::chrono::milliseconds wall{told.empty() ? 0 : std::atoll(told.c_str())};
    return {onduty::Instant{wall}, {}, "rehearsal"};  // no clock counts since the start of a told one
}
#else
constexpr const char* kTool = "onduty " ONDUTY_VERSION;

std::chrono::milliseconds read_clock(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::milliseconds{time.tv_sec * 1000LL + time.tv_nsec / 1000000};
}

std::string boot_id() {
    std::string id(36, '\0');
    const int file = ::open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    const auto got = file < 0 ? -1 : ::read(file, id.data(), id.size());
    if (file >= 0) {
        ::close(file);
    }
    return got == static_cast<ssize_t>(id.size()) ? id : std::string{};
}

Moment read_moment() {
    return {onduty::Instant{read_clock(CLOCK_REALTIME)}, read_clock(CLOCK_BOOTTIME), boot_id()};
}
#endif

bool read_line(std::string& line) {
    line.clear();
    char letter = 0;
    for (;;) {
        const auto got = ::read(STDIN_FILENO, &letter, 1);
        if (got <= 0) {
            return !line.empty();
        }
        if (letter == '\n') {
            return true;
        }
        line += letter;
    }
}

// The account by number: names would need the system's user database on every start.
std::string os_user() {
    std::string user = std::to_string(::getuid());
    const std::string sudo = variable("SUDO_UID");
    return sudo.empty() ? user : user + " sudo " + sudo;
}

std::string terminal() {
    const std::string ssh = variable("SSH_CONNECTION");
    if (!ssh.empty()) {
        return "ssh " + ssh.substr(0, ssh.find(' '));
    }
    std::string path(64, '\0');
    const auto length = ::readlink("/proc/self/fd/0", path.data(), path.size());
    path.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
    return path.rfind("/dev/pts/", 0) == 0 || path.rfind("/dev/tty", 0) == 0 ? path.substr(5) : std::string{};
}

}  // namespace

int main(int count, char** arguments) {
    open_standard_descriptors();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);

    onduty::Output out{onduty::descriptor_sink(STDOUT_FILENO)};
    onduty::Output err{onduty::descriptor_sink(STDERR_FILENO)};
    Environment environment;
    environment.out = &out;
    environment.err = &err;
    environment.read_line = read_line;
    environment.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
    environment.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    if (environment.output_is_terminal) {
        out.set_columns(onduty::window_size().columns);
    }
    environment.clock = read_moment;
    environment.variable = variable;
    environment.os_user = os_user();
    environment.terminal = terminal();
    environment.tool = kTool;
    return onduty::run({arguments + (count > 0 ? 1 : 0), arguments + count}, environment);
}
