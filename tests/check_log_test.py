#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do `onduty verify` and the stranger's checker check_log.py find the same wrong entry, whatever is changed?"""
import contextlib
import datetime
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
VERIFIER, REHEARSAL = os.environ["ONDUTY_BINARY"], os.environ["ONDUTY_REHEARSAL"]
PLACE = tempfile.TemporaryDirectory()
SITE, COPY = pathlib.Path(PLACE.name, "site.db"), pathlib.Path(PLACE.name, "copy.db")
CHECKER = compile((HERE / "check_log.py").read_text(encoding="utf-8"), "check_log.py", "exec")
NO_ENTRY = 2**63
faults, tried = [], 0


def fnv1a(line):
    value = 2166136261
    for byte in line.encode():
        value = (value ^ byte) * 16777619 % 2**32
    return value


def onduty(when, *words, answers=(0,)):
    """One command of the night, at 'day hh:mm' of November 2026 in Shanghai."""
    at = datetime.datetime.strptime(f"2026-11-{when} +0800", "%Y-%m-%d %H:%M %z")
    environment = {**os.environ, "ONDUTY_SITE": str(SITE), "ONDUTY_LANG": "en", "ONDUTY_REHEARSAL_CLOCK": f"{at.timestamp():.0f}000"}
    run = subprocess.run([REHEARSAL, *words], env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if run.returncode not in answers:
        sys.exit(f"onduty {' '.join(words)}: exit {run.returncode}\n{run.stdout}{run.stderr}")


def night():
    onduty("29 20:10", "init", "--name", "案场一号")
    onduty("29 20:10", "plan", "add", "staff", "张伟", "--post", "night-guard", "--alias", "zw")
    onduty("29 20:10", "plan", "add", "staff", "Li Qiang", "--post", "guard", "--alias", "lq")
    onduty("29 20:15", "checkin", "staff", "lq")
    onduty("29 20:25", "checkin", "staff", "zw")
    onduty("29 20:25", "handover", "offer", "钥匙7号在电工处", "--by", "lq")
    onduty("29 20:30", "handover", "accept", "--by", "zw")
    onduty("29 20:31", "checkin", "out", "lq")
    onduty("29 20:41", "patrol", "check", "closing", "all", "--fixed", "3=大厅空调没关，已关", "--fault", "5=plug warm")
    for hour in "29 21", "29 22", "30 03":
        onduty(f"{hour}:01", "patrol", "start", "night")
        onduty(f"{hour}:03", "patrol", "point", "P01", "P02", "--note", "雨")
        onduty(f"{hour}:06", "patrol", "point", "P05", "--fault", "灯闪，要换")
        onduty(f"{hour}:07", "patrol", "point", "P05")
        onduty(f"{hour}:10", "patrol", "end", "--note", "= \"a\", 'b'", answers=(0, 3))  # points are left out
    onduty("30 03:20", "patrol", "incident", "醉酒男子敲门，劝离", "--category", "intruder", "--place", "P01", "--phoned", "lq",
           "--action", "sent away", "--needed", "camera", "--witness", "李娜 555 0100")
    onduty("30 03:25", "patrol", "incident", "second, nobody saw it", "--category", "other", "--witness", "nobody")
    onduty("30 03:30", "patrol", "incident", "third", "--category", "fire", "--at", "02:00", "--reason", "手机没电了")
    onduty("30 06:40", "patrol", "explain", "23:00", "在大门处理醉酒人员")
    onduty("30 06:41", "correct", "21", "--note", "灯坏了", "--reason", "打错字了")
    onduty("30 06:42", "correct", "23", "--void", "--reason", "typed twice")
    onduty("30 07:00", "checkin", "out", "zw")


def verify(file, *words):
    """Exit status, findings as {name: first entry}, and the last object that `onduty verify` prints."""
    run = subprocess.run([VERIFIER, "verify", file, "--json", *words], capture_output=True, text=True)
    found, line = {}, None
    for line in map(json.loads, run.stdout.splitlines()):  # a line for each finding
        if line["finding"]:
            found[line["finding"]] = min(found.get(line["finding"], NO_ENTRY), line["finding_entry"] or NO_ENTRY)
    return run.returncode, found, line


def check(file):
    """Exit status and printed lines of check_log.py."""
    sys.argv[1:], out, status = [str(file)], io.StringIO(), None
    try:
        with contextlib.redirect_stdout(out):
            exec(CHECKER, stranger := {"__name__": "__main__"})
    except SystemExit as end:
        status = end.code
    stranger["db"].close()
    return status, out.getvalue().splitlines(), stranger


def change(*statements):
    """A copy of the site in which somebody dropped the triggers, did the statements and restored the triggers."""
    shutil.copy(SITE, COPY)
    shutil.copy(f"{SITE}.head", f"{COPY}.head")
    with contextlib.closing(sqlite3.connect(COPY, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous=OFF")
        # The views too, so that everything stands in the old order again.
        schema = db.execute("SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger','view') ORDER BY rowid").fetchall()
        db.execute("BEGIN")
        for kind, name, _ in schema:
            db.execute(f"DROP {kind} {name}")
        for statement in statements:
            if callable(statement):
                statement(db)
            else:
                db.execute(*statement)
        for *_, sql in schema:
            db.execute(sql)
        db.execute("COMMIT")


def agree(what, *statements, entry=None):
    """Both must find the change and name the same entry first; which one, when the caller knows it."""
    global tried
    try:
        change(*statements)
    except sqlite3.IntegrityError:
        return  # the tables themselves do not take it
    tried += 1
    status, found, _ = verify(COPY)
    theirs = min([n for name, n in found.items() if name not in ("derived", "watermark")], default=None)
    code, lines, _ = check(COPY)
    named = [int(line.split()[1]) for line in lines if line.endswith(" is wrong")]
    ours = min([n for n in named if 1 <= n <= count + 1], default=NO_ENTRY)  # verify gives no number to rows of no entry
    if (status, code) != (3, 1) or theirs != ours or entry not in (None, ours):
        faults.append(f"{what}: verify exit {status} names {found}, check_log.py exit {code} names {named[:3]}, expected {entry or 'the same'}")


def others(value, kind):
    """What else might stand in a column, close to what stands there: {how it was changed: the other value}."""
    if kind == "INTEGER":
        return {"0": 0, "1": 1} if value is None else {"plus 1": value + 1, "negative": -value - 1, "NULL": None}
    if value is None:
        return {"empty": b"", "a letter": b"x"}
    value = value.encode() if kind == "TEXT" else value
    half = len(value) // 2
    return {"one bit": value[:half] + bytes([value[half] ^ 1]) + value[half + 1:], "a blank more": value + b" ", "a NUL more": value + b"\0",
            "a byte less": value[:-1], "empty": b"", "NULL": None}


def columns(table, where):
    """Changes every column of one row, one at a time."""
    with contextlib.closing(sqlite3.connect(SITE)) as db:
        kinds = [(name, kind) for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})")]
        row = db.execute(f"SELECT * FROM {table} WHERE {where}").fetchone()
    for (name, kind), value in zip(kinds, row):
        for how, other in others(value, kind).items():
            agree(f"{table} where {where}, {name}: {how}", (f"UPDATE {table} SET {name}=CAST(? AS {kind}) WHERE {where}", (other,)))


night()
with contextlib.closing(sqlite3.connect(SITE)) as db:
    count, = db.execute("SELECT max(number) FROM entry").fetchone()
    of_kind = dict(db.execute("SELECT kind, max(number) FROM entry GROUP BY kind"))
    first_incident, = db.execute("SELECT min(entry) FROM field WHERE name='incident'").fetchone()

status, found, good = verify(SITE)
code, lines, _ = check(SITE)
real = subprocess.run([sys.executable, HERE / "check_log.py", SITE], capture_output=True, text=True)
if (status, code, found) != (0, 0, {}) or lines != [f"ok {good['entries']} {good['seal']}"] or real.stdout.splitlines() != lines:
    faults.append(f"untouched: verify exit {status} {good}, check_log.py exit {code} {lines}")
with contextlib.closing(sqlite3.connect(SITE)) as db:
    db.execute("VACUUM INTO ?", (str(COPY),))
shutil.copy(f"{SITE}.head", f"{COPY}.head")
if verify(COPY)[0] != 0 or check(COPY)[:2] != (0, lines):
    faults.append(f"a backup by VACUUM INTO holds the same: verify {verify(COPY)[1:]}, check_log.py {check(COPY)[:2]}")
change()
if verify(COPY) != (status, found, good):
    faults.append(f"dropping and restoring the triggers is found: {verify(COPY)}")

for number in sorted({1, of_kind["duty-on"], of_kind["point"], first_incident, of_kind["correction"], count}):
    columns("entry", f"number={number}")
for name in "incident", "category", "note", "witness":
    columns("field", f"entry={first_incident} AND name='{name}'")
columns("field", f"entry={of_kind['incident']} AND name='reason'")
columns("field", f"entry={of_kind['correction']} AND name='note'")

clean = ("DELETE FROM field WHERE entry NOT IN (SELECT number FROM entry)",)
move = "UPDATE entry SET number=? WHERE number=?"
for number in 1, 2, count // 2, count - 1:
    after = number + 1  # of a deleted entry both name the one that follows
    agree(f"delete {number}", ("DELETE FROM entry WHERE number=?", (number,)), clean, entry=after)
    agree(f"swap {number} and the next", (move, (10**6, number)), (move, (number, after)), (move, (after, 10**6)), entry=number)
    agree(f"move {number} to the end", (move, (count + 1, number)), clean, entry=after)
agree("delete the first half", ("DELETE FROM entry WHERE number<=?", (count // 2,)),
      clean, entry=count // 2 + 1)
agree("swap the notes of two", ("UPDATE field SET word=iif(entry=?, 'second, nobody saw it', '醉酒男子敲门，劝离') WHERE entry IN (?,?) AND name='note'",
      (first_incident, first_incident, first_incident + 1)), entry=first_incident)
agree("close the gap after a deletion", ("DELETE FROM entry WHERE number=9",),
      lambda db: [db.execute(move, (n - 1, n)) for n in range(10, count + 1)], entry=9)
agree("an invented entry at the end", ("CREATE TEMP TABLE twin AS SELECT * FROM entry WHERE number=?", (count,)),
      ("UPDATE twin SET number=number+1",), ("INSERT INTO entry SELECT * FROM twin",), entry=count + 1)

redact = "UPDATE field SET {} WHERE entry=? AND name='witness'"
agree("only the salt redacted", (redact.format("salt=NULL"), (first_incident,)), entry=first_incident)
agree("only the word redacted", (redact.format("word=NULL"), (first_incident,)), entry=first_incident)
agree("the fields deleted", ("DELETE FROM field WHERE entry=?", (first_incident,)), entry=first_incident)
agree("one field deleted", ("DELETE FROM field WHERE entry=? AND name='category'", (first_incident,)), entry=first_incident)
copied = "INSERT INTO field SELECT {}, number, word, sought, commitment, salt FROM field WHERE entry=? AND name=?"
for name in "category", "incident", "witness":
    agree(f"one more field, a copy of {name}", (copied.format("entry, place, 'a'"), (first_incident, name)), entry=first_incident)
    agree(f"{name} of another entry", (copied.format("5, place, name"), (first_incident, name)), entry=5)
    agree(f"{name} of another line", (copied.format("entry, 1, name"), (first_incident, name)), entry=first_incident)
    agree(f"{name} of no entry", (copied.format("999, place, name"), (first_incident, name)), entry=NO_ENTRY)
agree("witnesses swapped", ("UPDATE field SET (salt, word)=(SELECT f.salt, f.word FROM field f WHERE f.name='witness' AND"
      " f.entry<>field.entry) WHERE name='witness'",), entry=first_incident)

change((redact.format("salt=NULL, word=NULL"), (first_incident,)))
if verify(COPY)[0] != 0 or verify(COPY)[2]["purged"] != 1 or check(COPY)[:2] != (0, lines):
    faults.append(f"a purge breaks the chain: {verify(COPY)}, {check(COPY)[:2]}")


def recompute(db):
    """Makes a good chain of whatever is there, as onduty-log(5) tells everybody how to."""
    db.row_factory = lambda cursor, cells: {c[0]: x for c, x in zip(cursor.description, cells)}
    head, site = bytes(32), db.execute("SELECT id FROM entry WHERE number=1").fetchone()["id"]
    for e in db.execute("SELECT * FROM entry ORDER BY number").fetchall():
        details = [stranger["row"]("field", f) for f in
                   db.execute("SELECT * FROM field WHERE entry=? ORDER BY place, CAST(name AS BLOB)", (e["number"],))]
        digest = stranger["sha"](stranger["text"]("onduty.entry.1"), stranger["row"]("entry", e), *details)
        head = stranger["sha"](stranger["text"]("onduty.head.1"), site, stranger["u64"](e["number"]), head, digest)
        db.execute("UPDATE entry SET digest=?, head=? WHERE number=?", (digest, head, e["number"]))
    recompute.head = head.hex()


stranger = check(SITE)[2]
for what, statement in {
        "a category changed": ("UPDATE field SET word='fire' WHERE entry=? AND name='category'", (first_incident,)),
        "a time changed": ("UPDATE entry SET recorded_at=recorded_at+60000 WHERE number=?", (of_kind["point"],)),
        "the last entry cut off": ("DELETE FROM entry WHERE number=?", (count,))}.items():
    change(statement, recompute)
    status, found, _ = verify(COPY)
    code, new, _ = check(COPY)
    if status != 3 or set(found) - {"derived"} != {"watermark"} or code != 0 or new == lines:
        faults.append(f"{what}, the chain computed anew: verify exit {status} {found}, check_log.py exit {code} {new}")
    line = f"onduty-head 1 {int(new[0].split()[1]):020} {recompute.head}"
    mark = f"{fnv1a(line):08x}"
    pathlib.Path(f"{COPY}.head").write_text(f"{line} {mark}\n", encoding="ascii")
    if set(verify(COPY)[1]) - {"derived"} != set():
        faults.append(f"{what}, chain and watermark computed anew: {verify(COPY)}; onduty-log(5) promises no more")
    if "seal" not in verify(COPY, "--seal", good["seal"])[1]:
        faults.append(f"{what}: the seal on paper does not find it: {verify(COPY, '--seal', good['seal'])}")

if tried < 400:
    faults.append(f"only {tried} changes could be made")
print("\n".join(faults) if faults else f"{tried} changes of {count} entries: both find the same first wrong entry")
sys.exit(1 if faults else 0)
