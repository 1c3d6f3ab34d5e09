#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does a CSV read back exactly what was logged, is it safe to open, and are its figures right by an independent count?"""
import collections
import csv
import datetime
import io
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

REHEARSAL = os.environ["ONDUTY_REHEARSAL"]
PLACE = tempfile.TemporaryDirectory()
SITE = pathlib.Path(PLACE.name, "site.db")
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
dice = random.Random(1)
faults = []


def moment(day):
    """Midnight of a day of November 2026 in Shanghai, in milliseconds since 1970 UTC."""
    return int(datetime.datetime.fromisoformat(f"2026-11-{day}T00:00+08:00").timestamp()) * 1000


def onduty(now, *words, language="en", answers=(0,)):
    environment = {**os.environ, "ONDUTY_SITE": str(SITE), "ONDUTY_LANG": language, "ONDUTY_REHEARSAL_CLOCK": str(now)}
    run = subprocess.run([REHEARSAL, *words], env=environment, capture_output=True, stdin=subprocess.DEVNULL)
    if run.returncode not in answers:
        sys.exit(f"onduty {' '.join(words)}: exit {run.returncode}\n{run.stdout.decode()}{run.stderr.decode()}")
    return run.stdout


# ---- An independent count, straight from the site file --------------------------------------------------------------

def count(now, days):
    """The figures of both rules as onduty-plan(5) defines them: {rule: Counter of states}."""
    db = sqlite3.connect(SITE)
    begun = {}  # when, as told; whether it is complete; when it was recorded, and whether that was beyond the grace
    for number, kind, at, recorded, late in db.execute(
            "SELECT number, kind, ifnull(happened_at, recorded_at), recorded_at, late FROM entry WHERE business_date<='2026-11-29'"
            " AND (kind, subject) IN (VALUES('round-start', 'night'), ('check', 'closing'))"):
        children = {row[0] for row in db.execute("SELECT subject FROM entry WHERE about=? AND kind IN ('point', 'check-item')", (number,))}
        rule, needed = ("night-round", 9) if kind == "round-start" else ("closing-check", 8)
        begun.setdefault(rule, []).append((at, len(children) == needed, recorded, bool(late)))
    explained = set(db.execute("SELECT rule, slot_at FROM entry WHERE kind='explanation'"))
    db.close()

    slots = {"night-round": [], "closing-check": []}  # due, early from, on time from, on time until, late before, expired
    for evening in map(moment, days):
        for due in range(evening + 21 * HOUR, evening + 33 * HOUR, HOUR):
            end = due + (HOUR if due == evening + 32 * HOUR else 50 * MINUTE)
            slots["night-round"].append((due, due - 30 * MINUTE, due - 10 * MINUTE, due + 10 * MINUTE, end))
        due = evening + 20 * HOUR + 30 * MINUTE
        slots["closing-check"].append((due, due - HOUR, due, due + 30 * MINUTE, evening + DAY + 6 * HOUR))

    figures = {}
    for rule in slots:
        states, left = collections.Counter(), set(begun.get(rule, []))
        def rank(slot, r):
            """On time, early, late, incomplete, then what was typed late: the whole ones first."""
            at, whole, recorded, late = r
            if late and not slot[1] <= recorded <= slot[3]:
                return 4 if whole else 5
            return 3 if not whole else 2 if max(at, recorded) > slot[3] else 1 if min(at, recorded) < slot[2] else 0

        best = lambda slot, start, end: min((r for r in left if start <= r[0] < end), key=lambda r: (rank(slot, r), r[0]), default=None)
        taken = {slot: best(slot, slot[2], slot[4]) for slot in slots[rule]}
        left -= set(taken.values())
        for slot, taker in taken.items():  # what was done early goes to a slot that has nothing better
            early = best(slot, slot[1], slot[2])
            if early and (not taker or rank(slot, early) < rank(slot, taker)):
                taken[slot] = early
                left = left - {early} | ({taker} if taker else set())
        for slot, done in taken.items():
            due, end = slot[0], slot[4]
            if done:
                state = ["on_time", "early", "late", "incomplete", "typed_late", "typed_late"][rank(slot, done)]
            else:
                state = "pending" if now < end else "explained" if (rule, due) in explained else "missed"
            states[state] += 1
            states["overdue"] += state == "pending" and now > slot[3]  # it can only be done late
            if state == "typed_late" and done[2] >= due + (DAY if rule == "closing-check" else HOUR):
                states["claimed"] += 1  # the rule had asked again
        over = len(slots[rule]) - states["pending"] + states["overdue"]
        figures[rule] = {**states, "planned": len(slots[rule]), "extra": len(left), "percent": 100 * states["on_time"] / over if over else None}
    return figures


def compare_counts(now, days):
    ours = count(now, days)
    for row in csv.DictReader(io.StringIO(onduty(now, "report", "week", "2026-11-29", "--block", "patrol", "--csv").decode(), newline="")):
        if row["rule"] not in ours:
            continue
        mine = ours.pop(row["rule"])
        percent = mine.pop("percent")
        for name in ("planned", "on_time", "early", "late", "typed_late", "claimed", "accepted", "clock_in_doubt", "missed", "explained", "incomplete", "extra", "pending", "not_applicable", "overdue"):
            if row[name] != str(mine.get(name, 0)):
                faults.append(f"{row['rule']}, {name}: the report says {row[name]}, the count {mine.get(name, 0)}; at {now}: {row} {mine}")
        if abs(float(row["on_time_percent"] or -1) - (-1 if percent is None else percent)) > 0.0501:
            faults.append(f"{row['rule']}, on_time_percent: the report says {row['on_time_percent']!r}, the count {percent}")
    if ours:
        faults.append(f"the report has no row for {list(ours)}")


# ---- Three nights, drawn by lot --------------------------------------------------------------------------------------

TEXTS = ['=HYPERLINK("x")', 'she said "no", twice', "007 is the key", "灯闪，要换", "+86 555 0100", "-5 degrees", "@all: doors", "1e5", "0012",
         "＝SUM(A1)", "＋86 555", "－5度，很冷", "＠所有人注意", "'quoted'", "commas, and more", '""""', "00:30", "2026-11-29", "a=b", ",", "ok"]


def lots(evening):
    """What happens in a night: when a round begins and whether it is complete; for a check, its items."""
    drawn = [(evening + 20 * HOUR + dice.randint(0, 70) * MINUTE, items) for items in dice.choice([["1-7"], ["all"], ["all"], ["1-7", "all"], []])]
    # The ends of the windows are not left to chance: half an interval early, and after the last slot.
    fixed = {23: [(0, True)], 24: [(-30, True)], 32: []} if evening == moment(DAYS[0]) else {}
    for hour in range(21, 33):
        on_time, late, early = dice.choice([-10, 10, dice.randint(-10, 10)]), dice.randint(11, 50), dice.choice([-30, dice.randint(-30, -11)])
        any_of = [[(on_time, True)], [(on_time, True)], [(late, True)], [(early, True)], [], [], [(on_time, False)], [(late, False)], [(early, False)],
                  [(early, True), (on_time, True)], [(on_time, False), (late, True)], [(on_time, True), (late, True)]]
        drawn += [(evening + hour * HOUR + at * MINUTE, complete) for at, complete in fixed.get(hour, dice.choice(any_of))]
    drawn.append((evening + 32 * HOUR + dice.randint(51, 59) * MINUTE, True))  # the last slot is open for a whole interval
    before = 0
    for at, what in sorted(drawn, key=lambda event: event[0]):
        if at >= before + 6 * MINUTE:  # one thing after the other
            yield at, what
            before = at


def night(day):
    """Plays it; yields the time after each step."""
    evening = moment(day)
    onduty(evening + 19 * HOUR, "checkin", "staff", "zw")
    ended = 0
    for at, what in lots(evening):
        if isinstance(what, str):
            onduty(at, "patrol", "check", "closing", what, answers=(0, 3))
            yield at
            continue
        # Typed at once; within the grace, when the claimed time counts; beyond it, when the claim is late.
        claim = (3, "--at", "3 min ago") if at % HOUR == 10 * MINUTE else dice.choice(
            [(0,), (0,), (0, "--at", "20 min ago", "--reason", "phone was in use") if at - 20 * MINUTE >= ended else (0,)])
        onduty(at + claim[0] * MINUTE, "patrol", "start", "night", *claim[1:])
        points = [f"P{n:02}" for n in range(1, 10)]
        points = points if what else dice.sample(points, dice.randint(1, 8))
        onduty(at + 4 * MINUTE, "patrol", "point", *points, f"--note={dice.choice(TEXTS)}")
        onduty(at + 5 * MINUTE, "patrol", "end", f"--note={dice.choice(TEXTS)}", answers=(0, 3))
        ended = at + 5 * MINUTE
        yield ended
    for line in json.loads(onduty(evening + 34 * HOUR, "due", "--json", answers=(0, 3))):
        if line["state"] == "unexplained" and dice.random() < 0.5:
            onduty(evening + 34 * HOUR, "patrol", "explain", line["due"], '=1+1 "醉酒", at the gate', "--rule", line["what"])
    onduty(evening + 34 * HOUR, "checkin", "out", "zw")


DAYS = 27, 28, 29  # Friday to Sunday of one week
start, end = moment(27) + 12 * HOUR, moment(30) + 12 * HOUR
onduty(start, "init", "--name", "=案场")
for who, alias in ("张伟", "zw"), ("=Wang, Fang", "wf"), ("＠Li", "li"):
    onduty(start, "plan", "add", "staff", who, "--post", "night-guard", "--alias", alias)
onduty(start, "plan", "add", "point", "P10", '+Roof, "upper"')
steps = 0
for day in DAYS:
    for now in night(day):
        steps += 1
        if steps % 4 == 0:
            compare_counts(now, DAYS)
onduty(end, "checkin", "staff", "wf")
for words in TEXTS:
    onduty(end, "patrol", "incident", "--category", "other", "--", words)
onduty(end, "correct", "10", "--note==SUM(A1:A9)", "--reason=-- typed, wrongly", answers=(0, 4))
onduty(end, "patrol", "start", "night")
onduty(end, "patrol", "point", "P01", "--fault=@pump, \"loud\"")
onduty(end + MINUTE, "patrol", "end", answers=(0, 3))
end += HOUR
compare_counts(end, DAYS)

# ---- The CSV ---------------------------------------------------------------------------------------------------------

# Kinds of the columns in onduty-csv(5): i integer, c code, w word, t text.
TABLES = {"log": (["log", "--from", "11-27"], "icccciwtctiwwwttwi"),
          "slots": (["report", "week", "2026-11-29", "--block", "slots"], "cccwciticwtttwi"),
          "patrol": (["report", "week", "2026-11-29", "--block", "patrol"], "ctiiiiiiiiiiiiiici"),
          "points": (["report", "week", "2026-11-29", "--block", "points"], "ctiiiiiiii"),
          "staff": (["report", "week", "2026-11-29", "--block", "staff"], "cctiiciii")}
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def written(rows):
    """CSV as onduty-csv(5) describes it."""
    quoted = lambda cell: '"' + cell.replace('"', '""') + '"' if re.search(r'[,"\r\n]|^\s|\s$', cell) else cell
    return "".join(",".join(map(quoted, row)) + "\r\n" for row in rows)


def fault(name, what, got, expected):
    if got != expected:
        place = next((f"row {n}: {a!r}, expected {b!r}" for n, (a, b) in enumerate(zip(got, expected)) if a != b), "the length") \
            if isinstance(got, list) else f"{got!r:.300}, expected {expected!r:.300}"
        faults.append(f"{name}: {what}: {place}")


def people(name, machine, kinds, language):
    """The CSV for people against that for machines."""
    file = pathlib.Path(PLACE.name, f"{name}-{language}.csv")
    onduty(end, *TABLES[name][0], "-o", str(file), language=language)
    name, raw = file.name, file.read_bytes()
    fault(name, "begins with the byte-order mark, once", (raw[:3], raw.count(b"\xef\xbb\xbf")), (b"\xef\xbb\xbf", 1))
    text = raw[3:].decode()
    fault(name, "line ends", re.findall(r"(?<!\r)\n|\r(?!\n)", text), [])
    rows = list(csv.reader(io.StringIO(text, newline="")))
    fault(name, "form", text, written(rows))
    fault(name, "rows", len(rows), len(machine))
    fault(name, "an own name for each column", len(set(rows[0]) - {""}), len(kinds))
    for row, plain in zip(rows[1:], machine[1:]):
        for cell, value, kind, column in zip(row, plain, kinds, machine[0]):
            if kind in "ic":  # numbers, dates and codes are never touched
                fault(name, column, cell, value)
                if kind == "i" and cell:
                    int(cell)
            elif kind == "t" and (column != "subject" or plain[6] not in ("correction", "case")):  # those hold words of ours
                fault(name, column, cell, "'" + value if FORMULA.match(value) else value)
            if kind in "tw" and FORMULA.match(cell):
                faults.append(f"{name}: {column}: a formula: {cell!r}")
    return file, rows


skipped, for_office = set(), {}
for name, (words, kinds) in TABLES.items():
    raw = onduty(end, *words, "--csv")
    machine = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    objects = json.loads(onduty(end, *words, "--json"))
    fault(name, "form", raw.decode(), written(machine))
    fault(name, "columns", len(machine[0]), len(kinds))
    fault(name, "CSV and JSON", machine, [list(objects[0])] + [["" if v is None else str(v) for v in row.values()] for row in objects])
    for row in objects:
        for (column, value), kind in zip(row.items(), kinds):
            if value is not None and type(value) is not (int if kind == "i" else str):
                faults.append(f"{name}: {column} is {value!r} in JSON")

    file = pathlib.Path(PLACE.name, f"{name}.csv")
    file.write_bytes(raw)
    if shutil.which("sqlite3"):
        run = subprocess.run(["sqlite3", ":memory:", f".import --csv {file} t", ".mode json", "SELECT * FROM t"], capture_output=True, text=True)
        fault(name, "sqlite3", run.stderr, "")
        fault(name, "sqlite3", [list(row.values()) for row in json.loads(run.stdout or "[]")], machine[1:])
    else:
        skipped.add("sqlite3")

    headers = set()
    for language in "en", "zh":
        file, rows = people(name, machine, kinds, language)
        headers.add(tuple(rows[0]))
        for_office[file] = rows, [n for n, kind in enumerate(kinds) if kind == "i"]
    fault(name, "two languages", len(headers), 2)

# ---- The columns that onduty-csv(5) explains are those that are printed ------------------------------------------------

PAGE = pathlib.Path(__file__).resolve().parent.parent.joinpath("man/onduty-csv.5").read_text(encoding="utf-8")
SECTIONS = {section.split("\n")[0]: section for section in re.split(r"^\.Ss ", PAGE, flags=re.M)}


def columns_of(text):
    """What stands there as literal words: names of columns, and some values."""
    return {word for line in re.findall(r"^\.(?:It |)Li (.*)$", text, re.M) for word in re.findall(r"[a-z][a-z0-9_]*", line)}


def header(*words):
    return onduty(end, *words, "--csv").decode().split("\r\n")[0].split("\n")[0].split(",")


explained = {name: section for title, section in SECTIONS.items() if title.startswith("Report, block ")
             for name in [title.removeprefix("Report, block ")]}
for name in re.findall(r"^\.It Li (\S+)$", SECTIONS["Report, blocks of cases"], re.M):
    explained[name] = SECTIONS["Report, blocks of cases"]
explained["hours"] += SECTIONS["Report, block reception"]  # "the same counts"
for name, section in explained.items():
    printed = header("report", "day", "2026-11-29", "--block", name)
    fault(f"block {name}", "columns that are not explained", sorted(set(printed) - columns_of(section)), [])
    if name != "hours" and "of cases" not in section:
        told = {word for line in re.findall(r"^\.It Li (.*?)(?: No| \(|$)", section, re.M) for word in re.findall(r"[a-z][a-z0-9_]*", line)}
        fault(f"block {name}", "columns that it has not", sorted(told - set(printed)), [])
onduty(end, "clean", "litter", "found", "P01")
for words in ["due"], ["clean"], ["checkin", "list"]:
    rows = json.loads(onduty(end, *words, "--json", answers=(0, 3)))
    sentence = re.search(r"^\.Nm onduty Cm " + " ".join(words) + r"\n(.*?)[;.]$", SECTIONS["JSON"], re.M | re.S).group(1)
    fault(" ".join(words), "keys", re.findall(r"[a-z_]+", " ".join(re.findall(r"^\.Li (.*)$", sentence + " ;", re.M))), list(rows[0]))

office, away = shutil.which("soffice") or shutil.which("libreoffice"), pathlib.Path(PLACE.name, "office")
if office:
    subprocess.run([office, f"-env:UserInstallation={(away / 'profile').as_uri()}", "--headless", "--infilter=CSV:44,34,76,1", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", away, *for_office], check=True, capture_output=True, timeout=45)
    for file, (rows, columns) in for_office.items():
        back = list(csv.reader(io.StringIO((away / file.name).read_text(encoding="utf-8-sig"), newline="")))
        numbers = lambda table: [[row[n] for n in columns] for row in table[1:]]
        fault(file.name, "numbers through a spreadsheet program", numbers(back), numbers(rows))
else:
    skipped.add("libreoffice")

with sqlite3.connect(SITE) as db:
    stored = [["" if x is None else str(x) for x in row]
              for row in db.execute("SELECT number, business_date, kind, iif(kind='plan', NULL, (SELECT word FROM field WHERE entry=e.number AND"
                                     " place IN (0, -1) AND name='note')), (SELECT word FROM field WHERE entry=e.number AND place=0 AND"
                                     " name='reason'), plan FROM entry e ORDER BY number")]
db.close()
log = list(csv.DictReader(io.StringIO(onduty(end, *TABLES["log"][0], "--csv").decode(), newline="")))
fault("log", "CSV and the site file", [[row[c] for c in ("number", "business_date", "kind", "note", "reason", "plan")] for row in log], stored)
fault("log", "notes as typed", [row["note"] for row in log if row["kind"] == "incident"], TEXTS)

for tool in sorted(skipped):
    print(f"without {tool}: its part is skipped")
print("\n".join(faults) if faults else f"{len(stored)} entries: every CSV reads back, and the figures are right")
sys.exit(1 if faults else 0)
