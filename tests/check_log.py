#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can a stranger check a log with the page onduty-log(5) alone? `check_log.py FILE` names every wrong entry."""
import hashlib, pathlib, sqlite3, sys

sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
u64 = lambda n: n.to_bytes(8, "big", signed=n < 0)
raw = lambda x: x if type(x) is bytes else str("" if x is None else x).encode("utf-8", "surrogateescape")
text = lambda x: b"%d:" % len(raw(x)) + raw(x)
column = lambda name, x: b"C" + text(name) + {int: b"i", str: b"t", bytes: b"b"}[type(x)] + text(x)
skipped = lambda cells: ("digest", "head", "salt") if cells.get("commitment") is None else ("salt", "word")
row = lambda table, cells: b"T" + text(table) + b"".join(column(name, x) for name, x in cells.items()
                                                         if x is not None and name not in skipped(cells))
typed = lambda f: f["commitment"] != sha(text("onduty.word.1"), text(f["salt"]), text(f["name"]), text(f["word"]))
db = sqlite3.connect(pathlib.Path(sys.argv[1]).absolute().as_uri() + "?mode=ro", uri=True)
db.text_factory = lambda b: b.decode("utf-8", "surrogateescape")
db.row_factory = lambda cursor, cells: {c[0]: x for c, x in zip(cursor.description, cells)}
entries = {e["number"]: e for e in db.execute("SELECT * FROM entry ORDER BY number")}
fields = {}
for f in db.execute("SELECT * FROM field ORDER BY entry, place, CAST(name AS BLOB)"):
    fields.setdefault(f["entry"], []).append(f)
wrong = {n for n, of_n in fields.items() for f in of_n if n not in entries or
         (f["salt"] is not None if f["commitment"] is None else not f["salt"] is f["word"] is None and typed(f))}
head, site = bytes(32), next((e["id"] for e in entries.values()), b"")
for expected, (n, e) in enumerate(entries.items(), 1):
    digest = sha(text("onduty.entry.1"), row("entry", e), *(row("field", f) for f in fields.get(n, ())))
    head = sha(text("onduty.head.1"), site, u64(n), head, digest)
    wrong |= {n} if (n, digest, head) != (expected, e["digest"], e["head"]) else set()
    head = e["head"]
numbers = int.from_bytes(head[:10], "big")
letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[numbers >> shift & 31] for shift in range(75, -1, -5))
print("\n".join(f"entry {n} is wrong" for n in sorted(wrong)) or f"ok {n} {n}-" + "-".join(letters[i:i + 4] for i in (0, 4, 8, 12)))
sys.exit(1 if wrong else 0)
