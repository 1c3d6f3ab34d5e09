// SPDX-License-Identifier: MIT
#include "print/live_screen.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "print/output.hpp"

namespace onduty {

namespace {

volatile std::sig_atomic_t asked_to_end = 0;

void ask_to_end(int) {
    asked_to_end = 1;
}

volatile std::sig_atomic_t asked_to_stop = 0;

void ask_to_stop(int) {
    asked_to_stop = 1;
}

void wake(int) {}

constexpr std::array<int, 6> kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP};

// Signals arrive only while the screen waits, so that none is missed between a look and the wait.
class Terminal {
  public:
    Terminal() : out_{descriptor_sink(STDOUT_FILENO)} {
        asked_to_end = 0;
        asked_to_stop = 0;
        ::tcgetattr(STDIN_FILENO, &before_);
        sigset_t ours;
        sigemptyset(&ours);
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            sigaddset(&ours, kSignals[i]);
            struct sigaction action {};
            action.sa_handler = kSignals[i] == SIGWINCH ? wake : kSignals[i] == SIGTSTP ? ask_to_stop : ask_to_end;
            ::sigaction(kSignals[i], &action, &actions_[i]);
        }
        ::sigprocmask(SIG_BLOCK, &ours, &mask_);
        enter();
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal() {
        leave();
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals[i], &actions_[i], nullptr);
        }
        ::sigprocmask(SIG_SETMASK, &mask_, nullptr);
    }

    void draw(const Frame& frame) {
        std::string screen = "\x1b[H";  // each line over the old one: nothing flickers
        for (std::size_t i = 0; i < frame.lines.size(); ++i) {
            screen += (i == 0 ? "" : "\r\n") + frame.lines[i] + "\x1b[K";
        }
        write(screen + "\x1b[J" + (frame.ring ? "\a" : ""));
    }

    // Until `pause` is over, the window changes, or somebody wants to leave; answers whether it goes on.
    bool wait(std::chrono::seconds pause) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const timespec timeout{pause.count(), 0};
        const int ready = ::ppoll(&input, 1, &timeout, &mask_);
        if (asked_to_end != 0) {
            return false;
        }
        if (asked_to_stop != 0) {
            asked_to_stop = 0;
            leave();
            ::raise(SIGSTOP);  // until the shell brings it back
            enter();
            return true;
        }
        if (ready <= 0) {
            return ready == 0 || errno == EINTR;
        }
        char key = 0;
        return ::read(STDIN_FILENO, &key, 1) == 1 && key != 'q' && key != 'Q' && key != '\x04';
    }

  private:
    void enter() {
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
        write("\x1b[?1049h\x1b[?25l");  // the second screen, no cursor
    }
    void leave() {
        write("\x1b[?25h\x1b[?1049l");
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    void write(std::string_view text) noexcept {
        try {
            out_.write(text);
            out_.flush();
        } catch (...) {
            asked_to_end = 1;  // the terminal is gone
        }
    }

    Output out_;
    termios before_{};
    std::array<struct sigaction, kSignals.size()> actions_{};
    sigset_t mask_{};
};

}  // namespace

ScreenSize window_size() {
    winsize window{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0;
    return known ? ScreenSize{window.ws_col, window.ws_row} : ScreenSize{};
}

void show_live(const std::function<Frame(ScreenSize)>& frame, std::chrono::seconds pause) {
    Terminal terminal;
    do {
        terminal.draw(frame(window_size()));
    } while (terminal.wait(pause));
}

}  // namespace onduty
