#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is the house in order? Who includes whom, circles, the pure wall, who names a kind of entry, where the clock is read,
parts of each command."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
faults = []

# The kernel, and the subjects from low to high: a subject may include the kernel and the subjects in front of it.
KERNEL = ["text", "time", "print", "log", "slots", "plan", "store", "cli", "book"]
SUBJECTS = re.findall(r"^ONDUTY_SUBJECT\((\w+)\)", (SOURCE / "subjects.def").read_text(encoding="utf-8"), re.M)
# Which folders may include which others of ours. "." is src itself: main, app, help, parse, the two lists.
ALLOWED = {
    "text": {"embedded"},
    "time": {"text"},
    "print": {"text"},
    "log": {"time"},
    "slots": {"time"},
    "plan": {"slots", "log", "time", "text", "embedded"},
    "store": {"log", "time", "text", "embedded"},
    "cli": {"print", "time", "text"},
    "book": set(KERNEL),
    **{name: {*KERNEL, *SUBJECTS[:place]} for place, name in enumerate(SUBJECTS)},
    "commands": {*KERNEL, *SUBJECTS, "embedded"},
    ".": {*KERNEL, "app", "help", "parse", "commands", "subjects"},
}
# Files of a subject that are pure: they decide, and see neither the open book nor words for people.
PURE = re.compile(r"^(kinds|rules|hindrance|deadlines|refills|attendance|surveys|plate|item_counts|orders)\.[ch]pp$")
PURE_FOLDERS = {"log", "slots", "plan", "time"}
BELONGS = {  # where a line belongs that breaks a wall
    "text": "text/ knows no other folder: what knows of entries or times goes to a folder above it",
    "store": "store/ knows entries and no subject: what a kind means is declared in log/ or by its subject",
    "plan": "plan/ knows the document: what happened is read by the subject",
    "book": "book/ serves all subjects: let the subject declare it, and iterate",
    "commands": "commands/ is the top: what a subject needs of it goes down into the subject or into book/",
}
OUTSIDE = {  # library headers and the only folders that may take them
    "CLI/": {"."},
    "sqlite3.h": {"store"},
    "SQLiteCpp/": {"store"},
    "sodium.h": {"store"},
    "toml++/": {"plan"},
    "nlohmann/": {"print"},
    "utf8proc.h": {"text"},
    "libintl.h": set(),
    "iostream": set(),
    "locale>": set(),
    "regex>": set(),
}
# A name that is a pointer to text everywhere in its file, compared with a word: that compares addresses, which are the
# same only where the linker joined equal words.
POINTED = re.compile(r"\bconst char\*\s+(?:const\s+)?(\w+)")
OWNED = re.compile(r"\bstd::string(?:_view)?&?\s+(\w+)")
COMPARED = re.compile(r"(?<![\w.>}])(\w+)\s*[=!]=\s*\w+::k[A-Z]")
CLOCK = re.compile(r"clock_gettime|gettimeofday|system_clock::now|steady_clock|high_resolution_clock|\btime\(nullptr|\btime\(0|\btime\(NULL|std::time\b")


def fault(path, number, what):
    faults.append(f"{path.relative_to(ROOT)}:{number}: {what}")


def code_lines(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield number, line.split("//")[0]


def folder_of(path):
    return path.relative_to(SOURCE).parts[0] if path.parent != SOURCE else "."


def unit_of(path):
    """A pair NAME.cpp and NAME.hpp is one unit."""
    return str(path.relative_to(SOURCE).with_suffix(""))


def may_include(folder, included):
    head = included.split("/")[0].split(".")[0]
    return head == folder or head in ALLOWED[folder]


def is_pure_place(included):
    folder, _, name = included.partition("/")
    return folder in PURE_FOLDERS or bool(PURE.match(name))


sources = sorted(p for p in SOURCE.rglob("*") if p.suffix in (".cpp", ".hpp", ".def"))
arrows = {}  # unit -> {unit: where it is included}
for path in sources:
    folder = folder_of(path)
    if folder not in ALLOWED:
        fault(path, 1, f"{folder}/ is a folder that this test does not know: is it a subject?")
        continue
    if "SPDX-License-Identifier: MIT" not in path.read_text(encoding="utf-8").splitlines()[0]:
        fault(path, 1, "the first line is not the SPDX line")
    pure = folder in SUBJECTS and PURE.match(path.name)
    text = path.read_text(encoding="utf-8")
    pointers = set(POINTED.findall(text)) - set(OWNED.findall(text))
    for number, line in code_lines(path):
        ours = re.match(r'\s*#include "([^"]+)"', line)
        if ours:
            included = ours.group(1)
            if not may_include(folder, included):
                target = included.split("/")[0]
                fault(path, number, f"{folder} may not include {included}. {BELONGS.get(folder) or BELONGS.get(target, '')}")
            if pure and not is_pure_place(included):
                fault(path, number, f"{path.name} is pure (rules know no SQL, terminal or words): {included} belongs "
                                    "into read, words or the action of the subject")
            if (SOURCE / included).exists() and (SOURCE / included).suffix == ".hpp":
                unit = unit_of(SOURCE / included)
                if unit != unit_of(path):
                    arrows.setdefault(unit_of(path), {}).setdefault(unit, f"{path.relative_to(ROOT)}:{number}")
        theirs = re.match(r"\s*#include <([^>]+>)", line)
        if theirs:
            for header, folders in OUTSIDE.items():
                if theirs.group(1).startswith(header) and folder not in folders:
                    fault(path, number, f"{folder} may not include <{theirs.group(1)}")
        for name in COMPARED.findall(line):
            if name in pointers:
                fault(path, number, f"{name} is compared by its address: std::string_view{{{name}}} by its letters")
        if CLOCK.search(line) and path.name != "main.cpp":
            fault(path, number, "the clock is read in main.cpp only")
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            fault(path, number, "an unfinished thing is left behind")


# A kind is named by its subject and by later ones, and those of the book by all. Whoever serves all subjects iterates.
kinds = {}  # "k..." -> (folder, name in the file)
for path in [SOURCE / "log" / "kinds.hpp", *sorted(SOURCE.glob("*/kinds.hpp"))]:
    if path.parent.name in ("log", *SUBJECTS):
        for constant, name in re.findall(r'(k\w+) =\s*"([a-z-]+)";', path.read_text(encoding="utf-8").split("}  // namespace kind")[0]):
            kinds[constant] = (path.parent.name, name)
letters = {name: (owner, name) for owner, name in kinds.values()}


def kinds_in(line):
    yield from (kinds[constant] for constant in re.findall(r"\bkind::(k\w+)", line) if constant in kinds)
    yield from (letters[name] for name in re.findall(r'\bkinds?\b(?:\(\))?\s*(?:=|==|!=|\(|\{)\s*\{?"([a-z-]+)"', line) if name in letters)


for path in sources:
    folder = folder_of(path)
    for number, line in code_lines(path):
        for owner, name in kinds_in(line) if path.name != "kinds.hpp" else ():
            earlier = folder in SUBJECTS and owner in SUBJECTS and SUBJECTS.index(owner) <= SUBJECTS.index(folder)
            if owner != "log" and not earlier:
                where = (f"{folder}/ comes before {owner}/ in the list of subjects: move what needs both into {owner}/"
                         if folder in SUBJECTS else
                         f"let {owner}/ declare it (a member of its kinds in subject.cpp, a function of its read.hpp), and iterate")
                fault(path, number, f"kind {name} is named outside its subject ({owner}/). {where}")


def circles():
    """Groups of units that include each other, by Tarjan's algorithm."""
    index, low, stack, found = {}, {}, [], []

    def visit(unit):
        index[unit] = low[unit] = len(index)
        stack.append(unit)
        for other in arrows.get(unit, {}):
            if other not in index:
                visit(other)
                low[unit] = min(low[unit], low[other])
            elif other in stack:
                low[unit] = min(low[unit], index[other])
        if low[unit] == index[unit]:
            group = stack[stack.index(unit):]
            del stack[stack.index(unit):]
            if len(group) > 1:
                found.append(sorted(group))

    for unit in sorted(arrows):
        if unit not in index:
            visit(unit)
    return found


sys.setrecursionlimit(10000)
for group in circles():
    ways = [f"{arrows[unit][other]} includes {other}" for unit in group for other in arrows[unit] if other in group]
    faults.append(f"include circle of {', '.join(group)}: " + "; ".join(ways))

# CTest takes a semicolon in a name for the end of it: such a test would never run.
for path in sorted((ROOT / "tests").rglob("*_test.cpp")):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(r'TEST_CASE(_FIXTURE)?\(.*".*;.*"', line):
            fault(path, number, "a test's name holds a semicolon")

commands = re.findall(r"^ONDUTY_COMMAND\((\w+),", (SOURCE / "commands.def").read_text(encoding="utf-8"), re.M)
if not commands:
    faults.append("src/commands.def lists no command")
defined = {name for path in sources for name in re.findall(r"^CommandSpec (\w+)_command\(\) \{", path.read_text(encoding="utf-8"), re.M)}
for name in commands:
    if name not in defined:
        faults.append(f"src/commands.def lists {name}, but no file defines {name}_command()")
    page = ROOT / f"man/onduty-{name}.1"
    tests = list((ROOT / "tests").glob(f"*/{name}_test.cpp"))
    if not page.exists() or page.stat().st_size < 200:
        faults.append(f"man/onduty-{name}.1 is missing or empty")
    if not tests:
        faults.append(f"no tests/*/{name}_test.cpp is there")

# What is still to be cured, each line a fault that is known; one that no longer occurs has to leave the list.
DEBTS = ROOT / "tests" / "house_debts.txt"
known = [line for line in DEBTS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")] if DEBTS.exists() else []
bare = {re.sub(r":.*", "", fault) if "circle" in fault else re.sub(r":\d+:", ":", fault).split(". ")[0]: fault
        for fault in faults}
cured = [f"tests/house_debts.txt: no longer true, take it out: {line}" for line in known if line not in bare]
fresh = [fault for line, fault in bare.items() if line not in known] + cured
if "--debts" in sys.argv:
    print("\n".join(sorted(bare)))
    sys.exit(0)
print("\n".join(fresh) if fresh else f"{len(sources)} files, {len(commands)} commands, {len(known)} debts: the house is in order")
sys.exit(1 if fresh else 0)
