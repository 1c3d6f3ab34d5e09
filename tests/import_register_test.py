#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does a public register of ten thousand rows come in whole, and do its figures come out as they are computed here
from the same file? Skipped where the register is not beside the repository."""
import csv
import datetime
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import zoneinfo

HERE = pathlib.Path(__file__).resolve().parent
REGISTER = HERE.parent.parent / "shared" / "data" / "la-311-2020.csv"
MAP = HERE / "import" / "la-311.toml"
ZONE = zoneinfo.ZoneInfo("America/Los_Angeles")
NOW = datetime.datetime(2020, 12, 31, 12, tzinfo=ZONE)
faults = 0


def check(what, got, wanted):
    global faults
    if got != wanted:
        faults += 1
        print(f"{what}: got {got!r}, wanted {wanted!r}")


if not REGISTER.exists():
    print(f"{REGISTER} is not there; skipped")
    sys.exit(77)

folder = tempfile.TemporaryDirectory()
site = pathlib.Path(folder.name) / "site.db"
environment = {**os.environ, "ONDUTY_SITE": str(site), "ONDUTY_LANG": "en",
               "ONDUTY_REHEARSAL_CLOCK": str(int(NOW.timestamp() * 1000))}


def onduty(*words, code=0, text=None):
    run = subprocess.run([os.environ["ONDUTY_REHEARSAL"], *words], capture_output=True, text=True, env=environment,
                         input=text)
    check(f"exit code of {' '.join(words[:3])} ({run.stderr[:300]})", run.returncode, code)
    return run.stdout


onduty("init", "--name", "Los Angeles")
plan = onduty("plan", "export").replace('zone = "Asia/Shanghai"', 'zone = "America/Los_Angeles"')
onduty("plan", "apply", "-", text=plan)

# What the register says, read here.
def at(text):
    return datetime.datetime.strptime(text, "%m/%d/%y %H:%M").replace(tzinfo=ZONE) if text else None


with open(REGISTER, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
closed_words = ("Closed", "Cancelled", "Referred Out")
# Closed, and nobody wrote when: archived, on no day.
undated = {row["srnumber"] for row in rows if row["status"] in closed_words and not row["closeddate"]}
wanted = {row["srnumber"]: (at(row["createddate"]), at(row["closeddate"])) for row in rows}
elapsed = sorted(round((closed.timestamp() - opened.timestamp()) * 1000) for opened, closed in wanted.values() if closed)

answer = onduty("--json", "import", "cases", str(REGISTER), "--map", str(MAP))
check("rows", json.loads(answer)["rows"], len(rows))

# Every case has its own times, and the log is whole.
database = sqlite3.connect(f"file:{site}?mode=ro", uri=True)
archived = dict(database.execute("SELECT about, happened_at FROM entry WHERE kind='case-archive'"))
got = {reference: (opened, archived.get(number)) for number, reference, opened in database.execute(
    "SELECT e.number, word, happened_at FROM field JOIN entry e ON e.number=entry WHERE name='reference'")}
milliseconds = {reference: tuple(time and round(time.timestamp() * 1000) for time in times)
                for reference, times in wanted.items()}
check("cases", len(got), len(milliseconds))
def told(reference, times):
    return times[0] if reference in undated else times


check("times that differ", [reference for reference in got if told(reference, got[reference])
                            != told(reference, milliseconds.get(reference))][:5], [])
check("entries without the mark", database.execute(
    "SELECT count(*) FROM entry WHERE kind LIKE 'case%' AND flag IS NOT 'imported'").fetchone(), (0,))
database.close()
onduty("verify")

# The figures of the year, as the report has them. Nearest rank: of n values in order the one at n/2 or n*9/10, up.
def rank(values, numerator, denominator):
    return values[-(-len(values) * numerator // denominator) - 1]


def block(name):
    run = subprocess.run([os.environ["ONDUTY_REHEARSAL"], "report", "year", "2020", "--block", name, "--csv"],
                         capture_output=True, text=True, env=environment)
    return list(csv.DictReader(run.stdout.splitlines())) if run.returncode == 0 else None


WEEK = 7 * 24 * 60  # minutes, the time to handle severity 3
minutes = [time // 60000 for time in elapsed]
times = block("case-times")
if times is not None:
    handle = [row for row in times if row["deadline"] == "handle"]
    check("rows of handling", len(handle), 1)
    check("handling", [int(handle[0][key]) for key in ("number", "median_minutes", "p90_minutes", "longest_minutes", "in_time")],
          [len(minutes), rank(minutes, 1, 2), rank(minutes, 9, 10), minutes[-1], sum(time <= WEEK * 60000 for time in elapsed)])
cases = block("cases")
if cases is not None:
    # A business date begins at six: what came in earlier on the first of January belongs to the year before.
    begin = datetime.datetime(2020, 1, 1, 6, tzinfo=ZONE)
    check("cases of the year", [int(cases[0][key]) for key in ("opened", "closed", "open")],
          [sum(opened >= begin for opened, _ in wanted.values()), len(elapsed), len(rows) - len(elapsed) - len(undated)])

# A second time it is there already.
onduty("import", "cases", str(REGISTER), "--map", str(MAP), code=2)

print("the register came in as it is" if faults == 0 else f"{faults} faults")
sys.exit(1 if faults else 0)
