#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does the program speak Chinese wherever it lies? It is copied alone into an empty folder and asked."""
import os
import pathlib
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

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
