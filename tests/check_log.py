#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can a stranger check a log with the page onduty-log(5) alone? `check_log.py FILE` names every wrong entry."""
import hashlib, pathlib, sqlite3, sys

sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
u64 = lambda n: n.to_bytes(8, "big", signed=n < 0)
raw = lambda x: x if type(x) is bytes else str("" if x is None else x).encode("utf-8", "surrogateescape")
text = lambda x: u64(len(raw(x))) + raw(x)
column = lambda name, x: b"C" + text(name) + {int: b"i", str: b"t", bytes: b"b"}[type(x)] + text(x)
row = lambda table, cells: b"T" + text(table) + b"".join(column(name, x) for name, x in cells.items()
                                                         if x is not None and name not in ("digest", "head", "salt", "value"))
db = sqlite3.connect(pathlib.Path(sys.argv[1]).absolute().as_uri() + "?mode=ro", uri=True)
db.text_factory = lambda b: b.decode("utf-8", "surrogateescape")
db.row_factory = lambda cursor, cells: {c[0]: x for c, x in zip(cursor.description, cells)}
entries = {e["number"]: e for e in db.execute("SELECT * FROM entry ORDER BY number")}
details = [(table, d) for table, key in (("agenda", "entry"), ("case_file", "entry"), ("case_step", "entry"),
                                         ("incident", "entry"), ("line", "place"), ("personal", "CAST(field AS BLOB)"),
                                         ("visit", "entry")) for d in db.execute(f"SELECT * FROM {table} ORDER BY {key}")]
wrong = {d["entry"] for table, d in details if d["entry"] not in entries or table == "personal" and not d["salt"] is d["value"] is None
         and sha(text("onduty.personal.1"), text(d["salt"]), text(d["field"]), text(d["value"])) != d["commitment"]}
head, site = bytes(32), next((e["id"] for e in entries.values()), b"")
for expected, (n, e) in enumerate(entries.items(), 1):
    digest = sha(text("onduty.entry.1"), row("entry", e), *(row(table, d) for table, d in details if d["entry"] == n))
    head = sha(text("onduty.head.1"), site, u64(n), head, digest)
    wrong |= {n} if (n, digest, head) != (expected, e["digest"], e["head"]) else set()
    head = e["head"]
numbers = int.from_bytes(head[:10], "big")
letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[numbers >> shift & 31] for shift in range(75, -1, -5))
print("\n".join(f"entry {n} is wrong" for n in sorted(wrong)) or f"ok {n} {n}-" + "-".join(letters[i:i + 4] for i in (0, 4, 8, 12)))
sys.exit(1 if wrong else 0)
