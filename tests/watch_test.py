#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does due --watch draw, ring once, follow the window, and leave the terminal as it was?"""
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

BINARY = os.environ["ONDUTY_BINARY"]
faults = []


def check(what, good, seen=""):
    if not good:
        faults.append(f"{what}: {seen!r}")


def run(*words):
    return subprocess.run([BINARY, *words], env=environment, capture_output=True, text=True, check=True)


def resize(terminal, rows, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Watch:
    def __init__(self, rows=24, columns=80):
        self.master, self.slave = pty.openpty()
        resize(self.slave, rows, columns)
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen([BINARY, "due", "--watch"], stdin=self.slave, stdout=self.slave,
                                        stderr=self.slave, env=environment, start_new_session=True)
        self.output = b""

    def read_until(self, wanted, seconds=20):
        """What came since the last call, up to and with `wanted`."""
        end = time.monotonic() + seconds
        got = b""
        while wanted not in got and time.monotonic() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    got += os.read(self.master, 65536)
                except OSError:
                    break
        self.output += got
        return got

    def leave(self, how):
        how()
        self.read_until(b"\x1b[?1049l")
        code = self.process.wait(timeout=20)
        after = termios.tcgetattr(self.slave)
        os.close(self.master)
        os.close(self.slave)
        return code, after


with tempfile.TemporaryDirectory() as folder:
    environment = {**os.environ, "ONDUTY_SITE": folder + "/site.db", "ONDUTY_LANG": "en", "TERM": "xterm"}
    run("init", "--name", "Watched", "--zone", "Asia/Shanghai")
    run("plan", "add", "staff", "Li Qiang", "--post", "guard")
    run("checkin", "staff", "Li Qiang")
    run("plan", "remove", "rule", "fire-patrol", "--by", "A01")

    # Each way to leave.
    for name, how in [("q", lambda w: lambda: os.write(w.master, b"q")),
                      ("Ctrl-C", lambda w: lambda: w.process.send_signal(signal.SIGINT)),
                      ("TERM", lambda w: lambda: w.process.send_signal(signal.SIGTERM)),
                      ("HUP", lambda w: lambda: w.process.send_signal(signal.SIGHUP))]:
        watch = Watch()
        first = watch.read_until(b"\x1b[J")
        check(f"{name}: takes the second screen", first.startswith(b"\x1b[?1049h\x1b[?25l"), first)
        check(f"{name}: names the site", b"Watched, 20" in first, first)
        code, after = watch.leave(how(watch))
        check(f"{name}: exit code", code == 0, code)
        check(f"{name}: screen and cursor are given back", watch.output.endswith(b"\x1b[?25h\x1b[?1049l"), watch.output)
        check(f"{name}: the terminal is as it was", after == watch.before)

    # Put aside with Ctrl-Z and brought back.
    watch = Watch()
    watch.read_until(b"\x1b[J")
    watch.process.send_signal(signal.SIGTSTP)
    aside = watch.read_until(b"\x1b[?1049l")
    check("Ctrl-Z gives the screen back", aside.endswith(b"\x1b[?25h\x1b[?1049l"), aside)
    for _ in range(50):
        with open(f"/proc/{watch.process.pid}/stat") as stat:
            state = stat.read().rsplit(")", 1)[1].split()[0]
        if state == "T":
            break
        time.sleep(0.1)
    check("Ctrl-Z stops it", state == "T", state)
    check("Ctrl-Z: the terminal is as it was", termios.tcgetattr(watch.slave) == watch.before)
    watch.process.send_signal(signal.SIGCONT)
    again = watch.read_until(b"\x1b[J")
    check("it comes back", again.startswith(b"\x1b[?1049h\x1b[?25l") and b"Watched, 20" in again, again)
    code, after = watch.leave(lambda: os.write(watch.master, b"q"))
    check("and ends well", code == 0 and after == watch.before, code)

    # An announcement is to be accepted within two minutes; this one has ten seconds left, enough to be seen before.
    told = time.strftime("%H:%M:%S", time.gmtime(time.time() + 8 * 3600 - 110))
    watch = Watch()
    watch.read_until(b"\x1b[J")
    run("checkin", "notice", "--party", "2", "--at", told)
    seen = watch.read_until(b"V1 announced")
    check("a new line comes by itself", b"V1 announced" in seen, seen)
    rung = watch.read_until(b"\a", 25)
    check("it rings when it falls overdue", b"\a" in rung and b"OVERDUE" in rung, rung)
    quiet = watch.read_until(b"\a", 5)
    check("it rings once", b"\a" not in quiet, quiet)
    # A small window: nothing is longer than it.
    resize(watch.master, 3, 30)
    watch.process.send_signal(signal.SIGWINCH)
    small = watch.read_until(b"more", 5)
    lines = small.split(b"\x1b[H")[-1].split(b"\x1b[J")[0].replace(b"\x1b[K", b"").replace(b"\r", b"").split(b"\n")
    check("it fits a small window", b"more" in small and len(lines) <= 3 and max(len(line) for line in lines) <= 30, lines)
    # The file may go and come back.
    os.rename(folder + "/site.db", folder + "/away.db")
    gone = watch.read_until(b"site.db", 6)
    check("a missing file is told", watch.process.poll() is None, gone)
    os.rename(folder + "/away.db", folder + "/site.db")
    back = watch.read_until(b"Watched", 6)
    check("and found again", b"Watched" in back, back)
    code, _ = watch.leave(lambda: os.write(watch.master, b"q"))
    check("it ends well", code == 0, code)

print("\n".join(faults) if faults else "the watched list draws, rings and leaves the terminal as it was")
sys.exit(1 if faults else 0)
