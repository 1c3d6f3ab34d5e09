#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does an acknowledged entry survive kills, disk errors and crowds, and is every answer true?

    ONDUTY_BINARY=build/onduty python3 tests/crash/crash_test.py

strace stops the program at each of its writes and syncs in turn. What the file then holds is read
by the few lines below that share nothing with the program. Exit 77: strace cannot be used here.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading

BINARY = os.environ.get("ONDUTY_BINARY", "build/onduty")
# Those that change or keep the site file, and the one that answers.
CALLS = ("pwrite64", "fdatasync", "ftruncate", "write")
MOST = 60  # calls of one kind that a command makes at most
POINTS = [f"P{number:02}" for number in range(1, 10)]
failures = {}  # what -> how often


class Site:
    """A copy of the base site in its own folder."""

    def __init__(self, base=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
        if base:
            for file in base.folder.iterdir():
                shutil.copy2(file, self.folder)
        self.file = self.folder / "site.db"

    def run(self, *words, strace=(), **streams):
        environment = {"ONDUTY_SITE": str(self.file), "ONDUTY_LANG": "en", "LC_ALL": "C.UTF-8",
                       "PATH": os.environ["PATH"]}
        trace = ["strace", "-f", "-o", str(self.folder / "trace"), *strace] if strace else []
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                   "stderr": subprocess.PIPE, **streams}
        return subprocess.run([*trace, BINARY, *words], env=environment, timeout=60, text=True,
                              check=False, **streams)

    def injected(self):
        return "(INJECTED)" in (self.folder / "trace").read_text(errors="replace")

    def entries(self):
        """What the next command would find; opens a copy, this file stays as the crash left it."""
        look = pathlib.Path(tempfile.mkdtemp(dir=scratch))
        for name in ("site.db", "site.db-journal"):
            if (self.folder / name).exists():
                shutil.copy2(self.folder / name, look)
        found = read_log(look / "site.db")
        shutil.rmtree(look)
        return found

    def verify(self):
        ran = self.run("verify", "--json")
        first = json.loads(ran.stdout.splitlines()[0]) if ran.stdout.startswith("{") else {}
        said = [json.loads(line).get("message") for line in ran.stdout.splitlines()]
        return ran.returncode, first, f"{said} {ran.stderr.strip()}"

    def bytes(self):
        return {file.name: file.read_bytes() for file in self.folder.iterdir()}

    def remove(self):
        shutil.rmtree(self.folder)


# --- The log by the book: onduty-log(5) in Python ------------------------------------------------
def with_length(data):
    return b"%d:" % len(data) + data


def row_bytes(table, names, values, apart):
    data = b"T" + with_length(table)
    for name, value in zip(names, values):
        if value is None or name in apart:
            continue
        kind = b"i" if isinstance(value, int) else b"t" if isinstance(value, str) else b"b"
        raw = value if kind == b"b" else str(value).encode()
        data += b"C" + with_length(name.encode()) + kind + with_length(raw)
    return data


def read_log(path):
    """[(number, head)] of a log whose chain holds; raises ValueError otherwise."""
    database = sqlite3.connect(path)
    try:
        cursor = database.execute("SELECT * FROM entry ORDER BY number")
        names = [column[0] for column in cursor.description]
        found, head, site = [], bytes(32), b""
        for values in cursor.fetchall():
            row = dict(zip(names, values))
            number = row["number"]
            site = site or row["id"]
            if number != len(found) + 1:
                raise ValueError(f"entry {len(found) + 1} is missing")
            data = with_length(b"onduty.entry.1") + row_bytes(
                b"entry", names, values, ("digest", "head"))
            fields = database.execute(
                "SELECT * FROM field WHERE entry=? ORDER BY place, CAST(name AS BLOB)", (number,))
            columns = [column[0] for column in fields.description]
            for field in fields:
                typed = field[columns.index("commitment")] is not None
                data += row_bytes(b"field", columns, field, ("salt", "word") if typed else ("salt",))
            digest = hashlib.sha256(data).digest()
            head = hashlib.sha256(with_length(b"onduty.head.1") + site + number.to_bytes(8, "big") +
                                  head + digest).digest()
            if digest != row["digest"] or head != row["head"]:
                raise ValueError(f"entry {number} was changed")
            found.append((number, head))
        return found
    finally:
        database.close()


def short_seal(number, head):
    bits = int.from_bytes(head[:5], "big")
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    letters = "".join(alphabet[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{number}-{letters[:4]}-{letters[4:]}"


def acknowledged(output):
    """The seals that answers printed, complete lines only."""
    return re.findall(r"^#\d+ .*, seal (\d+-\w{4}-\w{4})\n", output, re.M)


# --- Cases ---------------------------------------------------------------------------------------
def wrong(case, what):
    text = re.sub(r"\S*/site\.db", "SITE", f"{case}: {what}")
    failures[text] = failures.get(text, 0) + 1


def check_after(case, site, before, output, most_new=1, quiet=True):
    """The log holds everything acknowledged, verify agrees, and the next entry can be made."""
    try:
        after = site.entries()
    except (ValueError, sqlite3.Error) as error:
        wrong(case, f"the log is broken: {error}")
        return None
    seals = [short_seal(number, head) for number, head in after]
    if after[: len(before)] != before:
        wrong(case, "an old entry is gone or changed")
    for seal in acknowledged(output):
        if seal not in seals:
            wrong(case, f"seal {seal} was acknowledged and is not in the log")
    if len(after) > len(before) + most_new:
        wrong(case, f"{len(after) - len(before)} new entries, at most {most_new} were asked for")
    code, facts, text = site.verify()
    if code != 0 or facts.get("entries") != len(after) or facts.get("alarms") != 0:
        wrong(case, f"verify says {code}, {text[:300]}")
    log = site.run("log", "--last", "1")
    if log.returncode != 0:
        wrong(case, f"log says {log.returncode}, {log.stderr.strip()}")
    following = site.run("patrol", "point", "P09")
    if following.returncode != 0 or not following.stdout.startswith(f"#{len(after) + 1} "):
        wrong(case, f"the next entry: {following.returncode}, {following.stdout.strip()} "
                    f"{following.stderr.strip()}")
    code, facts, text = site.verify()
    if quiet and (code != 0 or facts.get("alarms") != 0):
        wrong(case, f"verify after the next entry says {code}, {text[:300]}")
    return after


def kills(base, prepare=None):
    """SIGKILL at the N-th call of each kind, for every N."""
    before = base.entries()
    killed = 0
    for call in CALLS:
        for count in range(1, MOST):
            site = Site(base)
            ran = site.run("patrol", "point", "P02", strace=(
                "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={count}"))
            if ran.returncode == 0:
                site.remove()
                break
            killed += 1
            check_after(f"{prepare or 'kill'} at {call} {count}", site, before, ran.stdout)
            site.remove()
        else:
            wrong("kill", f"{call} never came to an end")
    return killed


def hot_journal(base):
    """A site that was killed in the middle of its commit: the journal must be played back."""
    site = Site(base)
    site.run("patrol", "point", "P02", strace=(
        "-e", "trace=fdatasync", "-e", "inject=fdatasync:signal=KILL:when=4"))
    journal = site.folder / "site.db-journal"
    if not journal.exists() or journal.stat().st_size < 512 or not any(journal.read_bytes()[:8]):
        wrong("hot journal", "the kill did not leave one; the case shows nothing")
    return site


def kills_while_recovering(base):
    hot = hot_journal(base)
    if hot.entries() != base.entries():
        wrong("hot journal", "playing it back does not give the log before")
    return kills(hot, "hot journal, kill")


def planted_journal(base):
    """An old journal beside a later log takes entries away; the head that is remembered tells."""
    hot = hot_journal(base)
    site = Site(base)
    for point in ("P02", "P03", "P04"):
        site.run("patrol", "point", point)
    before = site.entries()
    shutil.copy2(hot.folder / "site.db-journal", site.folder)
    try:
        lost = len(site.entries()) < len(before)
    except (ValueError, sqlite3.Error):
        lost = True
    if not lost:
        wrong("planted journal", "it took nothing away: the case shows nothing")
    as_planted = site.bytes()
    for words in (["due"], ["log"], ["report", "day"], ["verify"]):
        site.run(*words)
        if site.bytes() != as_planted:
            wrong("planted journal", f"{words} changes the file or what lies beside it")
    said = site.run("log", "--last", "1").stdout
    if f"#{len(before)} " not in said and f" {len(before)} " not in said:
        wrong("planted journal", f"log does not know the last entry: {said}")
    code, _, text = site.verify()
    if code != 3 or "site.db-journal" not in text:
        wrong("planted journal", f"verify says {code}, {text}")
    ran = site.run("patrol", "point", "P05", "--dry-run")
    ran = site.run("patrol", "point", "P05")
    if ran.returncode != 0 or "ALARM" not in ran.stderr:
        wrong("planted journal", f"the next entry raises no alarm: {ran.stdout} {ran.stderr}")
    if [head for _, head in site.entries()][:len(before)] != [head for _, head in before]:
        wrong("planted journal", "acknowledged entries are gone")
    if len(site.entries()) != len(before) + 2:
        wrong("planted journal", f"{len(site.entries())} entries, not the alarm and the point")
    alarm = len(before) + 1
    if not (site.folder / f"site.db.journal-refused-{alarm}").exists():
        wrong("planted journal", f"it was not kept: {sorted(site.bytes())}")
    if "ALARM" in site.run("patrol", "point", "P06").stderr:
        wrong("planted journal", "it is an alarm twice")


def torn_header(base):
    """A power cut in the middle of the first sector: the journal that lies beside it heals it."""
    hot = hot_journal(base)
    before = base.entries()
    with open(hot.file, "r+b") as file:
        file.write(os.urandom(512))
    as_left = hot.bytes()
    for words in (["due"], ["log"]):
        ran = hot.run(*words)
        if ran.returncode != 0:
            wrong("torn header", f"{words}: {ran.stderr}")
        if hot.bytes() != as_left:
            wrong("torn header", f"{words} changes the file or what lies beside it")
    code, _, text = hot.verify()
    if code != 0:
        wrong("torn header", f"verify says {code}, {text}")
    ran = hot.run("patrol", "point", "P05")
    if ran.returncode != 0 or "ALARM" in ran.stderr:
        wrong("torn header", f"the next entry: {ran.stderr}")
    if hot.entries()[:len(before)] != before:
        wrong("torn header", "acknowledged entries are gone")


def errors(base):
    """The N-th call fails, once or from then on: the answer must be what the file then holds."""
    before = base.entries()
    answers = {"saved": 0, "not saved": 0, "unknown": 0}
    for error in ("EIO", "ENOSPC"):
        for call in ("fdatasync", "pwrite64", "ftruncate"):
            for plus in ("", "+"):
                for count in range(1, MOST):
                    case = f"{error} at {call} {count}{plus}"
                    site = Site(base)
                    ran = site.run("patrol", "point", "P02", strace=(
                        "-e", f"trace={call}",
                        "-e", f"inject={call}:error={error}:when={count}{plus}"))
                    if not site.injected():
                        site.remove()
                        break
                    said = ran.stderr
                    try:
                        saved = len(site.entries()) == len(before) + 1
                    except (ValueError, sqlite3.Error) as trouble:
                        wrong(case, f"the log is broken: {trouble}")
                        continue
                    if ran.returncode == 0:
                        answers["saved"] += 1
                        if not saved or not acknowledged(ran.stdout):
                            wrong(case, f"exit 0, but saved is {saved}; said: {ran.stdout.strip()} "
                                        f"{said.strip()}")
                    elif ran.returncode != 1:
                        wrong(case, f"exit {ran.returncode}: {said.strip()}")
                    elif "UNKNOWN" in said:
                        answers["unknown"] += 1
                    elif "NOT SAVED" in said or "Nothing was recorded" in said:
                        answers["not saved"] += 1
                        if saved:
                            wrong(case, f"said not saved, but it is: {said.strip()}")
                    else:
                        was = "was" if saved else "was not"
                        wrong(case, f"does not say whether it was saved (it {was}): {said.strip()}")
                    if acknowledged(ran.stdout) and ran.returncode != 0:
                        wrong(case, f"acknowledged and exit {ran.returncode}")
                    check_after(case, site, before, ran.stdout)
                    site.remove()
    for answer, count in answers.items():
        if count == 0 and answer != "unknown":
            wrong("errors", f"no case ended in '{answer}': the test shows nothing")
    return answers


def crowd(base, writers=8, each=25):
    """Many writers at once, and people who read and verify meanwhile."""
    site = Site(base)
    before = site.entries()
    outputs, busy = [], threading.Event()
    lock = threading.Lock()

    def write(writer):
        for turn in range(each):
            ran = site.run("patrol", "point", POINTS[(writer + turn) % 9],
                           "--note", f"writer {writer} turn {turn}")
            with lock:
                outputs.append(ran)

    def read():
        while not busy.is_set():
            code, facts, text = site.verify()
            if code != 0:
                wrong("verify in a crowd", f"says {code}: {text[:300]}")
            counted["verifies"] += 1
            ran = site.run("log", "--last", "2")
            if ran.returncode != 0:
                wrong("log in a crowd", f"says {ran.returncode}: {ran.stderr.strip()}")

    counted = {"verifies": 0}
    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    reader = threading.Thread(target=read)
    for thread in [*threads, reader]:
        thread.start()
    for thread in threads:
        thread.join()
    busy.set()
    reader.join()
    for ran in outputs:
        if ran.returncode != 0 or ran.stderr:
            wrong("crowd", f"exit {ran.returncode}: {ran.stderr.splitlines()[:1]}")
    seals = acknowledged("".join(ran.stdout for ran in outputs))
    after = site.entries()
    expected = [short_seal(number, head) for number, head in after[len(before):]]
    if sorted(seals) != sorted(expected) or len(seals) != writers * each:
        wrong("crowd", f"{len(seals)} acknowledged, {len(expected)} in the log, "
                       f"{writers * each} asked for")
    check_after("crowd", site, before, "", most_new=writers * each)
    site.remove()
    return counted["verifies"]


def crowd_with_kills(base):
    """Writers that are killed at all sorts of places while others go on."""
    site = Site(base)
    before = site.entries()
    outputs = []

    def write(writer):
        for turn in range(6):
            call, count = (("pwrite64", 1 + (writer * 7 + turn * 3) % 19),
                           ("fdatasync", 1 + turn % 5))[turn % 2]
            trace = site.folder / f"trace-{writer}"
            ran = site.run("patrol", "point", POINTS[writer], strace=(
                "-o", str(trace), "-e", f"trace={call}",
                "-e", f"inject={call}:signal=KILL:when={count}"))
            outputs.append(ran.stdout)
            outputs.append(site.run("patrol", "point", POINTS[writer]).stdout)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check_after("crowd with kills", site, before, "".join(outputs), most_new=48)
    site.remove()


def full_output(base):
    """A report that could not be printed is a failure, not a success."""
    for words in (("log",), ("due",), ("report", "day"), ("verify",), ("log", "--csv"),
                  ("log", "--json"), ("plan", "export"), ("--version",), ("--help",),
                  ("patrol", "--help"), ("patrol", "point", "P02")):
        site = Site(base)
        with open("/dev/full", "w", encoding="utf-8") as full:
            ran = site.run(*words, stdout=full)
        if ran.returncode != 1 or "could not be written" not in ran.stderr:
            wrong("stdout is /dev/full",
                  f"{' '.join(words)}: exit {ran.returncode}, {ran.stderr.strip()}")
        site.remove()


def controls(base):
    """The reader above must be able to find fault, or nothing here means anything."""
    for change in ("UPDATE entry SET subject='x' WHERE number=3", "DELETE FROM entry WHERE number=3"):
        site = Site(base)
        database = sqlite3.connect(site.file)
        triggers = database.execute(
            "SELECT name FROM sqlite_schema WHERE type='trigger'").fetchall()
        for (name,) in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute(change)
        database.commit()
        database.close()
        try:
            site.entries()
            wrong("control", f"not noticed: {change}")
        except ValueError:
            pass
        site.remove()


def build_base():
    base = Site()
    for words in (("init", "--name", "Site One"),
                  ("plan", "add", "staff", "Zhang Wei", "--post", "night-guard", "--alias", "zw"),
                  ("checkin", "staff", "zw"), ("patrol", "start", "night"),
                  ("patrol", "point", "P01")):
        ran = base.run(*words)
        if ran.returncode != 0:
            sys.exit(f"{' '.join(words)}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return base


def strace_works():
    try:
        ran = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True,
                             check=False)
        return ran.returncode == 0
    except FileNotFoundError:
        return False


if not strace_works():
    print("skipped: strace is absent or may not attach here")
    sys.exit(77)
scratch = tempfile.mkdtemp(prefix="onduty-crash-")
try:
    base_site = build_base()
    controls(base_site)
    print(f"kills: {kills(base_site)} places in one entry")
    print(f"kills while a journal is played back: {kills_while_recovering(base_site)} places")
    planted_journal(base_site)
    torn_header(base_site)
    print("planted journal: one old journal beside a later log")
    answered = errors(base_site)
    print("errors: " + ", ".join(f"{count} {answer}" for answer, count in answered.items()))
    print(f"crowd: 8 writers, 200 entries, {crowd(base_site)} verifications meanwhile")
    crowd_with_kills(base_site)
    print("crowd with kills: 4 writers, 48 tries")
    full_output(base_site)
    print("full output: 11 commands")
finally:
    shutil.rmtree(scratch)
print("\n".join(f"FAILED {what} ({times} times)" for what, times in failures.items())
      or "every acknowledged entry is in the log, every answer was true")
sys.exit(1 if failures else 0)
