#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do manual and program agree? Every page is free of lint, every option of --help is on its page and back."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ["ONDUTY_BINARY"]
GLOBAL = {"--site", "--by", "--who", "--at", "--reason", "--lang", "--json", "--dry-run", "--help", "--version"}
faults = []


def help_of(*words):
    run = subprocess.run([BINARY, *words, "--help", "--lang", "en"], capture_output=True, text=True)
    if run.returncode != 0 or run.stderr:
        faults.append(f"onduty {' '.join(words)} --help: exit {run.returncode}, stderr {run.stderr!r}")
    for line in run.stdout.splitlines():
        if len(line) > 80:
            faults.append(f"onduty {' '.join(words)} --help: wider than 80 columns: {line}")
    return run.stdout


def options_in(text):
    return set(re.findall(r"(?:^|\s)(--[a-z][a-z-]*)", text)) - {"--help"}


commands = re.findall(r"^ONDUTY_COMMAND\((\w+),", (ROOT / "src/commands.def").read_text(encoding="utf-8"), re.M)
for name in commands:
    text = help_of(name)
    actions = []
    if "Actions:" in text:
        listed = text.split("Actions:")[1].split("\n\n")[0]
        actions = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
    said = options_in(text)
    for action in actions:
        said |= options_in(help_of(name, action))
    page = (ROOT / f"man/onduty-{name}.1").read_text(encoding="utf-8")
    written = {"-" + word.replace("\\-", "-") for word in re.findall(r"Fl (-[a-z][a-z\\-]*)", page)}
    for option in sorted(said - GLOBAL - written):
        faults.append(f"man/onduty-{name}.1 does not explain {option}")
    for option in sorted(written - said - GLOBAL):
        faults.append(f"man/onduty-{name}.1 explains {option}, which the command does not have")
    for action in actions:
        if action not in page:
            faults.append(f"man/onduty-{name}.1 does not explain the action {action}")
    # "out | 离开 | 下岗": each of them is the action.
    for words in re.findall(r"^\.It Cm (\S+(?: \| \S+)+)", page, re.M):
        action, *others = words.split(" | ")
        for other in others if action in actions else []:
            if help_of(name, other) != help_of(name, action):
                faults.append(f"man/onduty-{name}.1 says {other} for {action}, which the command does not take")

top = (ROOT / "man/onduty.1").read_text(encoding="utf-8")
for option in sorted(GLOBAL):
    if "Fl " + option[1:] not in top.replace("\\-", "-"):
        faults.append(f"man/onduty.1 does not explain {option}")
for name in commands:
    if name not in top:
        faults.append(f"man/onduty.1 does not name {name}")

if shutil.which("mandoc"):
    for page in sorted((ROOT / "man").glob("onduty*.[15]")):
        lint = subprocess.run(["mandoc", "-Tlint", "-W", "warning", page], capture_output=True, text=True)
        if lint.returncode != 0 or lint.stdout.strip():
            faults.append(lint.stdout.strip() or f"{page} fails mandoc")
else:
    print("mandoc is absent: the pages were not linted")

print("\n".join(faults) if faults else f"{len(commands)} commands and their pages agree")
sys.exit(1 if faults else 0)
