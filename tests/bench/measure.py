#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How does each promise of speed stand? Called by run.sh: measure.py BUILD DATA. Prints what belongs in RESULTS.md.

hyperfine runs the commands of a question in turn, A B C A B C ..., one run each (a parameter it goes through makes
it do so). Each ratio is the median of the ratios of neighbours, so that a slow stretch of the machine hits both;
the quartiles stand beside it. Instruction counts repeat.
"""
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
import zoneinfo

BUILD, DATA = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
HERE = pathlib.Path(__file__).resolve().parent
ONDUTY = BUILD / "onduty"
MINIMAL = BUILD / "tests" / "bench" / "minimal-insert"
FILL = BUILD / "tests" / "bench" / "onduty-fill-log"
APPEND_ROUNDS = 6
COUNTED = 5  # instruction counts of an append: the median of so many, because one in some splits a page
POINTS = [f"P{number:03}" for number in range(1, 56)]
# Nothing of the person who runs this, and no language but one.
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": str(DATA), "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "TASKRC": str(DATA / "taskrc"), "TASKDATA": str(DATA / "task"),
               "TIMEWARRIORDB": str(DATA / "timew")}
TASK = shutil.which("task")
TIMEW = shutil.which("timew")
VALGRIND = shutil.which("valgrind")
rows = []


def run(*words, **options):
    return subprocess.run([str(word) for word in words], env=ENVIRONMENT, check=True, text=True,
                          stdout=subprocess.PIPE, **options).stdout


def times(commands, values, warm):
    """Seconds of each command by name, in turn; the runs with the first `warm` values are left out."""
    result = DATA / "hyperfine.json"
    run("hyperfine", "--shell=none", "--style=none", "--runs=1", "--export-json", result,
        "--parameter-list", "value", ",".join(values), *commands.values(), stderr=subprocess.DEVNULL)
    measured = [entry["median"] for entry in json.loads(result.read_text(encoding="utf-8"))["results"]]
    count = len(commands)
    assert len(measured) == count * len(values)
    return {name: measured[place::count][warm:] for place, name in enumerate(commands)}


def instructions(*command):
    """User-space instructions of one run, as callgrind counts them."""
    said = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                           *(str(word) for word in command)],
                          env=ENVIRONMENT, check=True, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return int(re.search(r"Collected : (\d+)", said.stderr).group(1))


def peak_memory(*command):
    """Largest resident set of one run, in KiB. Looked up while it runs: what the system tells afterwards counts the
    moment before the program began, when the process was still a copy of this one."""
    peak = 0
    with subprocess.Popen([str(word) for word in command], env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
            mark = re.search(r"VmHWM:\s+(\d+)", status)
            try:
                running = os.readlink(f"/proc/{process.pid}/exe") if mark else sys.executable
            except FileNotFoundError:  # it has just ended
                break
            if os.path.realpath(running) != os.path.realpath(sys.executable):
                peak = int(mark.group(1))
            time.sleep(0.002)
    assert process.returncode == 0
    return peak


def milliseconds(seconds):
    return f"{statistics.median(seconds) * 1000:.2f} ms"


def row(what, ours, peer, ratio, target=None, spread=""):
    verdict = "" if target is None else "met" if ratio <= target else f"missed by {100 * (ratio / target - 1):.1f} %"
    rows.append((what, ours, peer, f"{ratio:.2f}{spread}", "" if target is None else f"{target:.2f}", verdict))


def timed_row(what, measured, ours, peer, target=None):
    ratios = [a / b for a, b in zip(measured[ours], measured[peer])]
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    row(what, milliseconds(measured[ours]), milliseconds(measured[peer]), middle, target, f" ({low:.2f} to {high:.2f})")


def counted_row(what, ours, peer, target=None):
    row(what, f"{ours:,}", f"{peer:,}", ours / peer, target)


def insert_sql(subject):
    return ("PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=EXTRA;"
            "INSERT INTO entry(at,kind,actor,subject,result,note)"
            f"VALUES(1790000000000,'point','A01','{subject}','ok','Lamp 4 is out')")


def begin_shift(site):
    """The inner guard two hours on duty and his round begun, no point visited, as at any hour of a night. The log ends
    long ago, so who is on duty there forgot to sign off."""
    # The round before may be incomplete (exit code 3), or not there after a run that was broken off (4).
    ended = subprocess.run([ONDUTY, "--site", site, "patrol", "end"], env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=False)
    assert ended.returncode in (0, 3, 4)
    forgotten = run("sqlite3", site, "SELECT person FROM on_duty JOIN field ON entry=shift AND name='counts_until' "
                    "WHERE number<1000*unixepoch() ORDER BY post").split()
    for guard in forgotten:
        run(ONDUTY, "--site", site, "checkin", "out", guard, stderr=subprocess.DEVNULL)
    if forgotten:
        came = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")) - datetime.timedelta(hours=2)
        run(ONDUTY, "--site", site, "checkin", "staff", forgotten[0], "--at", f"{came:%Y-%m-%d %H:%M}",
            "--reason", "the bench")
    run(ONDUTY, "--site", site, "patrol", "start", "inner")


def begin_round():
    """Both logs anew at the same place."""
    for end in ("", ".head", "-journal"):
        (DATA / f"new.db{end}").unlink(missing_ok=True)
    run(FILL, DATA / "new.db", "0")
    for end in (".head", ""):
        (DATA / f"new.db{end}").replace(DATA / f"empty.db{end}")
    for size in ("empty", "million"):
        begin_shift(DATA / f"{size}.db")
    for peer in ("task", "timew"):
        shutil.rmtree(DATA / peer, ignore_errors=True)
        (DATA / peer).mkdir()
    (DATA / "taskrc").write_text("", encoding="utf-8")
    (DATA / "timew" / "data").mkdir()


def point(size, subject):
    return [ONDUTY, "--site", DATA / f"{size}.db", "patrol", "point", subject]


def line(words):
    return " ".join(str(word) for word in words)


def measure_append():
    commands = {}
    for size in ("empty", "million"):
        bare = DATA / f"bare-{size}.db"
        commands[f"onduty {size}"] = line(point(size, "{value}"))
        commands[f"shell {size}"] = f'sqlite3 {bare} "{insert_sql("{value}")}"'
        commands[f"minimal {size}"] = f"{MINIMAL} {bare} {{value}}"
    if TASK:
        commands["task"] = f"{TASK} add {{value}} ok"
    if TIMEW:
        commands["timew"] = f"{TIMEW} start :adjust {{value}}"  # several in one second
    measured = {name: [] for name in commands}
    for _ in range(APPEND_ROUNDS):
        begin_round()
        for name, seconds in times(commands, POINTS, 5).items():
            measured[name] += seconds
    for size, entries in (("empty", "an empty log"), ("million", "1,000,000 entries")):
        what = f"`patrol point` on {entries}"
        timed_row(f"{what} : shell insert", measured, f"onduty {size}", f"shell {size}", 0.80)
        if TASK:
            timed_row(f"{what} : `task add`", measured, f"onduty {size}", "task", 0.45)
        if TIMEW:
            timed_row(f"{what} : `timew start`", measured, f"onduty {size}", "timew")
        timed_row(f"{what} : minimal static C insert", measured, f"onduty {size}", f"minimal {size}")
    timed_row("`patrol point`, 1,000,000 entries : empty", measured, "onduty million", "onduty empty", 1.15)
    if not VALGRIND:
        return
    begin_round()
    counts = {}
    for size, entries in (("empty", "an empty log"), ("million", "1,000,000 entries")):
        bare = DATA / f"bare-{size}.db"
        for name, command in (("onduty", lambda subject: point(size, subject)),
                              ("shell", lambda subject: ["sqlite3", bare, insert_sql(subject)]),
                              ("minimal", lambda subject: [MINIMAL, bare, subject])):
            counts[name, size] = statistics.median(instructions(*command(subject)) for subject in POINTS[:COUNTED])
        what = f"instructions of `patrol point` on {entries}"
        counted_row(f"{what} : shell insert", counts["onduty", size], counts["shell", size], 0.40)
        counted_row(f"{what} : minimal static C insert", counts["onduty", size], counts["minimal", size])
    counted_row("instructions of `patrol point`, 1,000,000 entries : empty", counts["onduty", "million"],
                counts["onduty", "empty"], 1.05)


def measure_week():
    ours = [ONDUTY, "--site", DATA / "million.db", "report", "week", "2025-06-02"]
    equivalent = ["sqlite3", DATA / "million.db", f".read {HERE / 'week.sql'}"]
    bare = ["sqlite3", DATA / "million.db",
            "SELECT subject,count(*),sum(result='fault') FROM entry WHERE kind='point' AND "
            "business_date>='2025-06-02' AND business_date<'2025-06-09' GROUP BY subject"]
    quoted = {"onduty": line(ours), "equivalent": f'sqlite3 {equivalent[1]} "{equivalent[2]}"',
              "bare": f'sqlite3 {bare[1]} "{bare[2]}"'}
    measured = times(quoted, [str(number) for number in range(43)], 3)
    timed_row("`report week` of 1,000,000 : GROUP BY of the same figures", measured, "onduty", "equivalent", 0.50)
    timed_row("`report week` of 1,000,000 : one bare GROUP BY (visits and faults of points only)", measured, "onduty",
              "bare")
    if VALGRIND:
        count = instructions(*ours)
        counted_row("instructions of `report week` : GROUP BY of the same figures", count, instructions(*equivalent))
        counted_row("instructions of `report week` : one bare GROUP BY", count, instructions(*bare))


def copy_of(name, source):
    """A log of its own beside those that stay, with its watermark."""
    for end in ("", ".head"):
        shutil.copy2(DATA / f"{source}.db{end}", DATA / f"{name}.db{end}")
    return DATA / f"{name}.db"


def due_site(name, commands):
    """The built-in plan, one guard on duty, and what the commands record."""
    site = DATA / f"{name}.db"
    for end in ("", ".head", "-journal"):
        pathlib.Path(f"{site}{end}").unlink(missing_ok=True)
    run(ONDUTY, "--site", site, "init", "--name", "Bench")
    run(ONDUTY, "--site", site, "plan", "add", "staff", "Guard", "--post", "night-guard")
    run(ONDUTY, "--site", site, "checkin", "staff", "Guard")
    for words in commands:
        run(ONDUTY, "--site", site, "--by", "Guard", *words)
    return site


def counted_due(site):
    """`due` finds something missed or not, so it may end with 3."""
    said = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", ONDUTY, "--site", site, "due"],
                          env=ENVIRONMENT, check=False, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert said.returncode in (0, 3)
    return int(re.search(r"Collected : (\d+)", said.stderr).group(1))


def measure_due():
    if not VALGRIND:
        return
    none = counted_due(due_site("plan", []))
    counted_row("instructions of `due` on the built-in plan : goal of 5,000,000", none, 5_000_000, 1.00)
    people = [("plan", "add", "staff", f"Person {number}", "--post", "guard") for number in range(60)]
    added = counted_due(due_site("plan", people))
    counted_row("instructions of `due`, 60 people added one by one : none", added, none, 1.05)
    # Both read the entries of the day; only the plan's own cost more or not.
    days = [datetime.date(2030, 1, 1) + datetime.timedelta(number) for number in range(500)]
    changed = counted_due(due_site("plan", [("plan", "certificate", "Guard", str(day)) for day in days]))
    called = counted_due(due_site("plan", [("checkin", "call", f"asked the way {day}") for day in days]))
    counted_row("instructions of `due`, 500 plan changes today : 500 calls today", changed, called, 1.05)


def seconds_of(*command):
    begun = time.monotonic()
    subprocess.run([str(word) for word in command], env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def goal_row(what, measured, goal, unit, shown):
    row(what, f"{shown} {unit}", f"{goal:,} {unit}", measured / goal, 1.00)


def measure_large():
    """What a log costs that grew: figures of 1,000,000 entries, and of 5,000,000 against them."""
    year = [ONDUTY, "--site", DATA / "million.db", "report", "year", "2025"]
    seconds = statistics.median(seconds_of(*year) for _ in range(3))
    goal_row("`report year` of 1,000,000 entries : goal", seconds, 2, "s", f"{seconds:.2f}")
    memory = peak_memory(*year)
    goal_row("peak memory of `report year` of 1,000,000 entries : goal", memory, 48 * 1024, "KiB", f"{memory:,}")
    seconds = statistics.median(seconds_of(ONDUTY, "--site", DATA / "million.db", "verify") for _ in range(3))
    goal_row("`verify` of 1,000,000 entries : goal", seconds, 5, "s", f"{seconds:.2f}")
    if not VALGRIND:
        return
    week = ["report", "week", "2025-06-02"]
    count = {size: instructions(ONDUTY, "--site", DATA / f"{size}.db", *week) for size in ("million", "five")}
    counted_row("instructions of `report week`, 5,000,000 entries : 1,000,000", count["five"], count["million"], 1.05)
    five, million = (copy_of(f"new-{size}", size) for size in ("five", "million"))
    begin_shift(five)
    begin_shift(million)
    counted_row("instructions of `due`, 5,000,000 entries : 1,000,000", counted_due(five), counted_due(million), 1.05)
    grown = instructions(ONDUTY, "--site", five, "patrol", "point", "P001")
    counted_row("instructions of `patrol point`, 5,000,000 entries : 1,000,000", grown,
                instructions(ONDUTY, "--site", million, "patrol", "point", "P001"), 1.05)
    # A correction counts for the day of what it corrects.
    guard = run("sqlite3", million, "SELECT person FROM on_duty LIMIT 1").strip()
    run(ONDUTY, "--site", million, "correct", "5000", "--note", "seen later", "--reason", "asked him", "--by", guard)
    counted_row("instructions of `report week`, an entry of an old day at the end : without",
                instructions(ONDUTY, "--site", million, *week), count["million"], 1.05)


def measure_csv():
    def ours(size):
        return [ONDUTY, "--site", DATA / f"{size}.db", "log", "--from", "2025-01-01", "--to", "2025-12-31", "--csv"]

    def same(size):
        return ["sqlite3", "-csv", "-header", DATA / f"{size}.db", f".read {HERE / 'year.sql'}"]

    million = DATA / "million.db"
    stored = f'sqlite3 -csv -header {million} "SELECT * FROM entry"'
    same_line = f'sqlite3 -csv -header {million} "{same("million")[-1]}"'
    measured = times({"onduty": line(ours("million")), "same": same_line, "stored": stored},
                     [str(number) for number in range(6)], 1)
    timed_row("`log --csv` of a year, 1,000,000 entries : `sqlite3 -csv`, same columns", measured, "onduty", "same", 0.50)
    timed_row("`log --csv` of a year, 1,000,000 entries : `sqlite3 -csv`, columns as stored", measured, "onduty", "stored")
    if VALGRIND:
        counted_row("instructions of `log --csv`, 100,000 entries : `sqlite3 -csv`, same columns",
                    instructions(*ours("tenth")), instructions(*same("tenth")))
    memory = {size: peak_memory(*ours(size)) for size in ("tenth", "million")}
    row("peak memory of `log --csv`, 1,000,000 entries : 100,000", f"{memory['million']:,} KiB", f"{memory['tenth']:,} KiB",
        memory["million"] / memory["tenth"], 1.10)
    peer = peak_memory(*same("million"))
    row("peak memory of `log --csv`, 1,000,000 entries : `sqlite3 -csv`, same columns", f"{memory['million']:,} KiB",
        f"{peer:,} KiB", memory["million"] / peer)


def limit_row(what, value, limit, unit):
    row(what, f"{value:,.2f} {unit}", f"{limit:,} {unit}", value / limit, 1)


def write_register(path, rows):
    """A register of repairs as people keep one: most are closed, a third tell when they were accepted."""
    begun = datetime.datetime(2024, 1, 1, 8)
    times = [datetime.timedelta(minutes=20), datetime.timedelta(hours=20), datetime.timedelta(hours=44)]
    with open(path, "w", encoding="utf-8") as table:
        table.write("reference,received,words,sort,severity,accepted,resolved,closed,channel,unit,name,phone,remedy\n")
        for number in range(rows):
            received = begun + number * datetime.timedelta(minutes=5)
            accepted, resolved, closed = (f"{received + time:%Y-%m-%d %H:%M}" for time in times)
            table.write(f"R-{number:06},{received:%Y-%m-%d %H:%M},Lamp {number} in the corridor is out,repair,"
                        f"{1 + number % 4},{accepted if number % 3 == 0 else ''},"
                        f"{resolved if number % 10 else ''},{closed if number % 10 else ''},phone,2-{number % 9}-"
                        f"{number % 30},Wang {number % 500},1380013{number % 10000:04},changed it\n")


def measure_cases():
    table, site = DATA / "register.csv", DATA / "register.db"
    write_register(table, 100000)
    ours = [ONDUTY, "--site", site]

    def begin_site():
        for end in ("", ".head", "-journal"):
            (DATA / f"register.db{end}").unlink(missing_ok=True)
        run(*ours, "init", "--name", "Bench")
        run(*ours, "plan", "add", "staff", "Zhang Wei", "--post", "night-guard")
        run(*ours, "checkin", "staff", "Zhang Wei")

    begin_site()
    waits = []
    with subprocess.Popen([*ours, "import", "cases", table], env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            begun = time.perf_counter()
            run(*ours, "note", "mail", f"letter {len(waits)}", "--for", "Zhang Wei")
            waits.append(time.perf_counter() - begun)
            time.sleep(0.05)
    assert process.returncode == 0
    limit_row("longest wait of `note mail` beside `import cases`", 1000 * max(waits), 300, "ms")
    begin_site()
    begun = time.perf_counter()
    memory = peak_memory(*ours, "import", "cases", table)
    limit_row("`import cases` of 100,000 rows", time.perf_counter() - begun, 8, "s")
    limit_row("peak memory of `import cases`, 100,000 rows", memory / 1024, 64, "MiB")
    listed = [*ours, "complain", "list", "--csv"]
    memory = peak_memory(*listed)
    limit_row("peak memory of `complain list --csv`, 100,000 cases", memory / 1024, 32, "MiB")
    seconds = times({"list": line(listed)}, [str(number) for number in range(6)], 1)["list"]
    limit_row("`complain list --csv` of 100,000 cases", statistics.median(seconds), 1.5, "s")


def measure_version():
    measured = times({"onduty": f"{ONDUTY} --version", "shell": "sqlite3 --version"},
                     [str(number) for number in range(210)], 10)
    timed_row("`--version` : `sqlite3 --version`", measured, "onduty", "shell", 0.50)
    if VALGRIND:
        counted_row("instructions of `--version` : `sqlite3 --version`", instructions(ONDUTY, "--version"),
                    instructions("sqlite3", "--version"))


def first_line(*command):
    return run(*command, stderr=subprocess.STDOUT).strip().splitlines()[0]


def print_machine():
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text(encoding="utf-8"))
    disk = run("df", "--output=fstype", DATA).split()[-1]
    print(f"Measured on {datetime.date.today()}: {cpu.group(1) if cpu else platform.machine()}, {os.cpu_count()} cores, "
          f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB, "
          f"{system.group(1) if system else ''}, Linux {platform.release()}, {disk}; load {os.getloadavg()[0]:.1f}.")
    versions = [run(ONDUTY, "--version").strip(), "sqlite3 " + run("sqlite3", "--version").split()[0],
                first_line("hyperfine", "--version")]
    versions += [f"task {first_line(TASK, '--version')}"] if TASK else []
    versions += [f"timew {first_line(TIMEW, '--version')}"] if TIMEW else []
    versions += [first_line(VALGRIND, "--version")] if VALGRIND else []
    print(", ".join(versions) + ".")


def main():
    print_machine()
    questions = (measure_version, measure_append, measure_due, measure_week, measure_large, measure_csv, measure_cases)
    for question in questions:
        print(f"measure: {question.__name__.removeprefix('measure_')}", file=sys.stderr, flush=True)
        question()
    print("\n| what : against what | ours | peer | ratio | target | |\n|---|---:|---:|---:|---:|---|")
    for cells in rows:
        print("| " + " | ".join(cells) + " |")


main()
