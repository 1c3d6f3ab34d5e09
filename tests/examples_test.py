#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the examples still print what they promise? `--accept` writes the promise anew; `--short` leaves out the Saturday,
which starts the program 1,500 times, and plays every other script in one language, now this, now that."""
import os
import pathlib
import re
import subprocess
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
# Seals differ from run to run, because every entry has a random id; their length does not.
# One of zeros is none and stays as it is.
SEAL = re.compile(r"\b(?!0000-0000)[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4})+\b")
faults = 0


def same_seals(text):
    return SEAL.sub(lambda match: re.sub("[0-9A-Z]", "X", match.group()), text)


# The rows of the source that are to be listed, by part of the house.
ROWS = """
A2-A10 B1-B13 C1-C8 D2-D5 D7-D9 E0a E0b E1a E1b E1c E2-E5 E6a E6b E7a E7b E8a E8b F1-F6 G4 G5 G7 G8 H2-H7 I1-I3 J2-J5 K2-K8 K10 L1-L4 M1-M12 N0-N10 O0-O10 P1-P8 Q1-Q5 R1-R5 S3 T3 T7 U4 V3-V8 V10 W1-W3 X1-X3 Y1-Y7
"""


def wanted_rows():
    rows = set()
    for word in ROWS.split():
        first, _, last = word.partition("-")
        letter, number = first[0], first[1:]
        numbers = [number] if not last else range(int(number), int(last[1:]) + 1)
        rows |= {f"{letter}{one}" for one in numbers}
    return sorted(rows, key=lambda row: (row[0], int(re.sub(r"\D", "", row)), row))


def check_rows(folder):
    """Each row stands in the list once, every script is named there and every name is a script."""
    listed = re.findall(r"^\| ([A-Z]\d+[a-z]?) \| (.+) \|$", (folder / "README.md").read_text(encoding="utf-8"), re.M)
    wanted = wanted_rows()
    wrong = []
    if [row for row, _ in listed] != wanted:
        wrong.append(f"rows: {sorted(set(wanted) ^ {row for row, _ in listed})}")
    named = set(re.findall(r"[a-z-]+\.sh", " ".join(where for _, where in listed)))
    there = {path.name for path in folder.glob("*.sh")}
    if named != there:
        wrong.append(f"scripts: {sorted(named ^ there)}")
    for fault in wrong:
        print(f"{folder.name}/README.md and the scripts differ in {fault}")
    return len(wrong)


scripts = sorted(path for path in EXAMPLES.rglob("*.sh") if path.name != "stage.sh")
plays = [(script, language) for script in scripts for language in ("en", "zh")]
if "--short" in sys.argv:
    plays = [play for number, play in enumerate(plays)
             if play[0].name != "saturday.sh" and number % 2 == number // 2 % 2]
for script, language in plays:
    environment = {**os.environ, "ONDUTY_LANG": language}
    run = subprocess.run(["sh", script], capture_output=True, text=True, env=environment)
    got = same_seals(run.stdout.replace("\r\n", "\n"))
    name = f"{script.relative_to(EXAMPLES)} in {language}"
    if run.returncode != 0 or run.stderr:
        print(f"{name}: exit {run.returncode}, stderr:\n{run.stderr}")
        faults += 1
    file = script.with_suffix(".zh.out" if language == "zh" else ".out")
    promise = file.read_text(encoding="utf-8") if file.exists() else ""
    if "--accept" in sys.argv:
        file.write_text(got, encoding="utf-8")
    elif got != promise:
        import difflib
        print("\n".join(difflib.unified_diff(promise.splitlines(), got.splitlines(), name, "now", lineterm="")))
        faults += 1
faults += check_rows(EXAMPLES / "duties")
print("the examples keep their promise" if faults == 0 else f"{faults} examples differ; python3 tests/examples_test.py --accept takes the new text")
sys.exit(1 if faults else 0)
