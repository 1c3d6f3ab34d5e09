#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the examples still print what they promise? `--accept` writes the promise anew."""
import os
import pathlib
import re
import subprocess
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
# Seals differ from run to run, because every entry has a random id; their length does not.
SEAL = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4})+\b")
faults = 0


def same_seals(text):
    return SEAL.sub(lambda match: re.sub("[0-9A-Z]", "X", match.group()), text)


for script, language, promise in [("night-shift.sh", "en", "night-shift.out"), ("night-shift.sh", "zh", "night-shift.zh.out")]:
    environment = {**os.environ, "ONDUTY_LANG": language}
    run = subprocess.run(["sh", EXAMPLES / script], capture_output=True, text=True, env=environment)
    got = same_seals(run.stdout.replace("\r\n", "\n"))
    if run.returncode != 0 or run.stderr:
        print(f"{script} in {language}: exit {run.returncode}, stderr:\n{run.stderr}")
        faults += 1
    file = EXAMPLES / promise
    if "--accept" in sys.argv:
        file.write_text(got, encoding="utf-8")
    elif got != file.read_text(encoding="utf-8"):
        import difflib
        print("\n".join(difflib.unified_diff(file.read_text(encoding="utf-8").splitlines(), got.splitlines(), promise, "now", lineterm="")))
        faults += 1
print("the examples keep their promise" if faults == 0 else f"{faults} examples differ; python3 tests/examples_test.py --accept takes the new text")
sys.exit(1 if faults else 0)
