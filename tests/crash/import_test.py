#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does an import that is killed at any moment go on with the same command, row for row as if nothing had been, and does
nobody who records beside it wait?

    ONDUTY_BINARY=build/onduty python3 tests/crash/import_test.py
"""
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BINARY = pathlib.Path(os.environ.get("ONDUTY_BINARY", "build/onduty")).resolve()
CHECK_LOG = pathlib.Path(__file__).resolve().parent.parent / "check_log.py"
KILLS = 12
LONGEST_WAIT = 8.0  # seconds, on a machine that builds meanwhile; 0.1 on a quiet one, where 10 are a refusal
faults = 0


def check(what, got, wanted):
    global faults
    faults += got != wanted
    if got != wanted and faults < 20:
        print(f"{what}: got {got!r}, wanted {wanted!r}")


def make_table(path, rows):
    with open(path, "w", encoding="utf-8") as table:
        table.write("reference,received,words,sort,closed,phone\n")
        for row in range(rows):
            closed = "" if row % 3 == 0 else "2026-02-01 10:00"
            table.write(f"R{row},2026-01-{1 + row % 28:02} 09:00,lamp {row},repair,{closed},1380013{row % 10000:04}\n")


class Site:
    def __init__(self, folder, name):
        self.file = pathlib.Path(folder) / f"{name}.db"
        self.environment = {**os.environ, "ONDUTY_SITE": str(self.file), "ONDUTY_LANG": "en", "LC_ALL": "C.UTF-8"}
        self.run("init", "--name", "Site One")
        self.run("plan", "add", "staff", "Zhang Wei", "--post", "night-guard")
        self.run("checkin", "staff", "Zhang Wei")

    def start(self, *words):
        return subprocess.Popen([BINARY, *words], env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *words, code=0):
        process = self.start(*words)
        out, err = process.communicate()
        check(f"exit code of {' '.join(words[:3])} ({err.strip()[:200]})", process.returncode, code)
        return out

    def is_ended(self):
        database = sqlite3.connect(self.file)  # which may have to play back what was cut off
        (ends,) = database.execute("SELECT count(*) FROM entry WHERE kind='import' AND about IS NOT NULL").fetchone()
        database.close()
        return ends > 0

    def rows(self):
        """What the entries of the import say, with their places in it in place of their numbers."""
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        numbers = [number for (number,) in database.execute(
            "SELECT number FROM entry WHERE batch IS NOT NULL OR kind='import' ORDER BY number")]
        place = {number: at for at, number in enumerate(numbers)}
        said = [(kind, subject, happened, place.get(about, about), batch is not None, source)
                for kind, subject, happened, about, batch, source in database.execute(
                    "SELECT kind,subject,happened_at,about,batch,source FROM entry "
                    "WHERE batch IS NOT NULL OR kind='import' ORDER BY number")]
        fields = [(place[entry], *rest) for entry, *rest in database.execute(
            "SELECT entry,place,name,number,word FROM field WHERE entry IN(SELECT number FROM entry WHERE "
            "batch IS NOT NULL OR kind='import') ORDER BY entry,place,name")]
        database.close()
        return said, fields

    def verify(self):
        self.run("verify")
        ran = subprocess.run([sys.executable, CHECK_LOG, self.file], capture_output=True, text=True, check=False)
        check("check_log.py", ran.returncode, 0)


def kills(folder):
    """The same import on two sites, one undisturbed and one killed again and again."""
    table = pathlib.Path(folder) / "table.csv"
    make_table(table, 3000)
    whole = Site(folder, "whole")
    begun = time.monotonic()
    whole.run("import", "cases", str(table))
    took = time.monotonic() - begun
    all_cases = whole.run("complain", "list", "--csv")
    random.seed(1)
    killed = 0
    for turn in range(KILLS):
        site = Site(folder, f"killed-{turn}")
        figures = site.run("complain", "list", "--csv")
        for _ in range(3):
            process = site.start("import", "cases", str(table))
            time.sleep(random.uniform(0, took))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            if process.returncode == 0:
                break
            killed += 1
            listed = site.run("complain", "list", "--csv")  # first: whoever opens the file heals it
            # Between its last entry and its answer it may be killed, too.
            wanted = all_cases if site.is_ended() else figures
            check("the list of cases while it is not ended", listed == wanted, True)
        said = site.start("due", "--json")
        due = [line["next"] for line in json.loads(said.communicate()[0]) if "not ended" in line["what"]]
        for command in due:
            check("what due says", command, f"onduty import cases {table}")
            site.run(*command.split()[1:])
        if not due:
            process = site.start("import", "cases", str(table))
            process.communicate()
            check("there already, or not begun", process.returncode in (0, 2), True)
        check(f"the log after kill {turn}", site.rows() == whole.rows(), True)
        site.verify()
    return killed, whole.rows()


def colleague(folder):
    """Somebody notes a letter every few milliseconds while an import runs."""
    table = pathlib.Path(folder) / "long.csv"
    make_table(table, 10000)
    site = Site(folder, "colleague")
    process = site.start("import", "cases", str(table))
    waits = []
    while process.poll() is None:
        begun = time.monotonic()
        site.run("note", "mail", f"letter {len(waits)}", "--for", "Zhang Wei")
        waits.append(time.monotonic() - begun)
        time.sleep(0.005)
    out, err = process.communicate()
    check(f"the import beside ({err.strip()[:200]})", process.returncode, 0)
    check("what it says", "cases 10000" in out, True)
    check("the longest wait is short", max(waits) < LONGEST_WAIT, True)
    site.verify()
    return waits


def together(folder, whole):
    """Two people import the same table at once: it comes in once."""
    table = pathlib.Path(folder) / "table.csv"
    site = Site(folder, "together")
    processes = [site.start("import", "cases", str(table)) for _ in range(2)]
    for process in processes:
        process.communicate()
    check("one of them at least is through", 0 in [process.returncode for process in processes], True)
    check("rows of two at once", site.rows() == whole, True)
    site.verify()


with tempfile.TemporaryDirectory(prefix="onduty-import-") as scratch:
    killed_in_all, wanted_rows = kills(scratch)
    print(f"kills: {killed_in_all} of imports, each gone on with")
    together(scratch, wanted_rows)
    measured = sorted(colleague(scratch))
    print(f"colleague: {len(measured)} notes beside an import of 10,000 rows, median "
          f"{1000 * measured[len(measured) // 2]:.0f} ms, longest {1000 * measured[-1]:.0f} ms")
print("nothing was lost, doubled or held up" if faults == 0 else f"{faults} faults")
sys.exit(1 if faults else 0)
