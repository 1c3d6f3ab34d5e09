#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does the program speak Chinese wherever it lies? It is copied alone into an empty folder and asked. Are the commands in
its hints those of the English ones?"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

faults = []


def ask(program, *words, **environment):
    run = subprocess.run([program, *words], env=environment, capture_output=True, text=True, encoding="utf-8")
    return run.stdout + run.stderr


with tempfile.TemporaryDirectory() as folder:
    copy = pathlib.Path(folder, "bare", "onduty")
    copy.parent.mkdir()
    shutil.copy(os.environ["ONDUTY_BINARY"], copy)
    missing = folder + "/site.db"
    for language, words, environment in [
            ("zh", ["--lang", "zh", "--help"], {}),
            ("zh", ["--help"], {"ONDUTY_LANG": "zh"}),
            ("zh", ["--help"], {"LANG": "zh_CN.UTF-8"}),
            ("zh", ["due", "--site", missing], {"LANG": "zh_CN.UTF-8"}),
            ("zh", ["due", "--site", "/proc/self/mem/x"], {"ONDUTY_LANG": "zh"}),
            ("en", ["--help"], {}),
            ("en", ["--lang", "en", "--help"], {"LANG": "zh_CN.UTF-8"}),
            ("en", ["due", "--site", "/proc/self/mem/x"], {})]:
        said = ask(copy, *words, **environment)
        chinese = any("\u4e00" <= letter <= "\u9fff" for letter in said.partition("\n")[0])
        if chinese != (language == "zh"):
            faults.append(f"{environment} onduty {' '.join(words)} answers: {said[:200]!r}")
    said = ask(copy, "due", "--site", "/proc/self/mem/x", ONDUTY_LANG="zh")
    if "不是目录" not in said:
        faults.append(f"what the system says is not said in Chinese: {said!r}")

CATALOGUE = pathlib.Path(__file__).resolve().parent.parent / "src" / "po" / "zh_CN.po"
QUOTED = r'"(?:[^"\\]|\\.)*"'


def plain(quoted):
    return "".join(part[1:-1] for part in re.findall(QUOTED, quoted)).replace('\\"', '"').replace("\\n", "\n")


hints = 0
for english, chinese in re.findall(rf"msgid ((?:{QUOTED}\n)+)msgstr ((?:{QUOTED}\n?)+)", CATALOGUE.read_text(encoding="utf-8")):
    for command in re.findall(r"onduty [!-~ ]+", plain(chinese)):
        hints += 1
        if command.strip().rstrip(".,;:") not in plain(english):
            faults.append(f"zh_CN.po hints at {command!r}, which is not in {plain(english)!r}")
if hints < 200:
    faults.append(f"only {hints} hints were read in zh_CN.po")

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
