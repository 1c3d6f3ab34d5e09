#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is the house in order? Who includes whom, where the clock is read, whether every command has its parts."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
faults = []


def fault(path, number, what):
    faults.append(f"{path.relative_to(ROOT)}:{number}: {what}")


def code_lines(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield number, line.split("//")[0]


# Which folders may include which of ours. "." is src itself: main, app, help, command, error.
ALLOWED = {
    "duty": {"duty"},
    "text": {"text", "duty", "error"},
    "plan": {"plan", "duty", "text", "error"},
    "store": {"store", "duty", "text", "error", "embedded"},
    "print": {"print", "text", "error"},
    "report": {"report", "duty", "print", "text"},
    "commands": {"commands", "report", "store", "plan", "print", "text", "duty", "error", "command", "option_list", "embedded"},
    ".": {"app", "help", "parse", "option_list", "command", "commands", "error", "text", "print", "duty"},
}
OUTSIDE = {  # library headers and the only folders that may take them
    "CLI/": {"."},
    "sqlite3.h": {"store"},
    "SQLiteCpp/": {"store"},
    "sodium.h": {"store"},
    "toml++/": {"plan"},
    "nlohmann/": {"print"},
    "utf8proc.h": {"text"},
    "libintl.h": {"text"},
    "iostream": set(),
    "locale>": set(),
    "regex>": set(),
}
CLOCK = re.compile(r"clock_gettime|gettimeofday|system_clock::now|steady_clock|high_resolution_clock|\btime\(nullptr|\btime\(0|\btime\(NULL|std::time\b")

sources = sorted(p for p in SOURCE.rglob("*") if p.suffix in (".cpp", ".hpp", ".def"))
for path in sources:
    folder = path.relative_to(SOURCE).parts[0] if path.parent != SOURCE else "."
    if "SPDX-License-Identifier: MIT" not in path.read_text(encoding="utf-8").splitlines()[0]:
        fault(path, 1, "the first line is not the SPDX line")
    for number, line in code_lines(path):
        ours = re.match(r'\s*#include "([^"]+)"', line)
        if ours:
            head = ours.group(1).split("/")[0].split(".")[0]
            if head not in ALLOWED[folder]:
                fault(path, number, f"{folder} may not include {ours.group(1)}")
        theirs = re.match(r"\s*#include <([^>]+>)", line)
        if theirs:
            for header, folders in OUTSIDE.items():
                if theirs.group(1).startswith(header) and folder not in folders:
                    fault(path, number, f"{folder} may not include <{theirs.group(1)}")
        if CLOCK.search(line) and path.name != "main.cpp":
            fault(path, number, "the clock is read in main.cpp only")
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            fault(path, number, "an unfinished thing is left behind")

# CTest takes a semicolon in a name for the end of it: such a test would never run.
for path in sorted((ROOT / "tests").rglob("*_test.cpp")):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(r'TEST_CASE(_FIXTURE)?\(.*".*;.*"', line):
            fault(path, number, "a test's name holds a semicolon")

commands = re.findall(r"^ONDUTY_COMMAND\((\w+),", (SOURCE / "commands.def").read_text(encoding="utf-8"), re.M)
if not commands:
    faults.append("src/commands.def lists no command")
for name in commands:
    parts = [f"man/onduty-{name}.1", f"tests/commands/{name}_test.cpp"]
    single = SOURCE / "commands" / f"{name}.cpp"
    folder = SOURCE / "commands" / name
    if not single.exists() and not folder.is_dir():
        faults.append(f"src/commands/{name}.cpp is missing")
    for part in parts:
        file = ROOT / part
        if not file.exists() or file.stat().st_size < 200:
            faults.append(f"{part} is missing or empty")

print("\n".join(faults) if faults else f"{len(sources)} files, {len(commands)} commands: the house is in order")
sys.exit(1 if faults else 0)
