#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Are the figures of a fortnight those that an independent count finds in the raw log? Day and night shifts, cleaning,
a refused handover, an item that is missing for three shifts; a half-month and the end of a month lie inside."""
import collections
import csv
import io
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
from datetime import datetime, timedelta, timezone

REHEARSAL = os.environ["ONDUTY_REHEARSAL"]
PLACE = tempfile.TemporaryDirectory()
SITE = pathlib.Path(PLACE.name, "site.db")
ZONE = timezone(timedelta(hours=8))  # Shanghai knows no summer time
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
FIRST, LAST = datetime(2027, 2, 15, tzinfo=ZONE), datetime(2027, 3, 1, tzinfo=ZONE)  # LAST is not in it
dice = random.Random(20270215)
faults = []
GUARD, NIGHT, CLEANER, LEADER = "Li Qiang", "Zhang Wei", "赵敏", "王芳"


def ms(time):
    return int(time.timestamp() * 1000)


def at(day, hour, minute=0):
    """A time of a day of the fortnight (0 to 13); hour 26 is two in the next morning."""
    return ms(FIRST + timedelta(days=day, hours=hour, minutes=minute))


# ---- The fortnight as it is played: what happens when, played in order of time ----------------------------------------

events = []  # (time, order, words, exit codes that are right)


def plan_event(time, *words, by=None, answers=(0,)):
    events.append((time, len(events), [*words, *(["--by", by] if by else [])], answers))


def play(now, words, answers):
    environment = {**os.environ, "ONDUTY_SITE": str(SITE), "ONDUTY_LANG": "en", "ONDUTY_REHEARSAL_CLOCK": str(now)}
    run = subprocess.run([REHEARSAL, *words], env=environment, capture_output=True, stdin=subprocess.DEVNULL, text=True)
    if run.returncode not in answers:
        sys.exit(f"{datetime.fromtimestamp(now / 1000, ZONE)} onduty {' '.join(words)}: exit {run.returncode}\n{run.stdout}{run.stderr}")
    return run.stdout


def plan_round(time, route, points, by):
    plan_event(time, "patrol", "start", route, by=by)
    for point in points:
        time += 2 * MINUTE
        plan_event(time, "patrol", "point", point, by=by)
    plan_event(time + MINUTE, "patrol", "end", by=by, answers=(0, 3))


NIGHT_POINTS = [f"P0{n}" for n in range(1, 10)]
FIRE_POINTS = ["P04", "P05", "P06", "P07", "P08", "P09"]


def plan_rounds(day):
    for hour in range(21, 33):
        choice = dice.random()
        if choice < 0.06:
            if dice.random() < 0.5:
                plan_event(at(day, 33, 10), "patrol", "explain", text_of(at(day, hour)), "was with the police", "--rule", "night-round", by=NIGHT)
            continue
        delay = dice.randint(-9, 9) if choice < 0.8 else dice.randint(11, 25) if choice < 0.9 else dice.randint(-27, -23)
        points = [p for p in NIGHT_POINTS if choice < 0.95 or p != "P05"]
        plan_round(at(day, hour, delay), "night", points, NIGHT)
    for hour in range(10, 21, 2):
        if dice.random() < 0.85:
            plan_round(at(day, hour, dice.randint(-14, 14)), "fire", FIRE_POINTS, GUARD)
    if dice.random() < 0.9:
        plan_event(at(day, 20, dice.randint(31, 55)), "patrol", "check", "closing", "all" if dice.random() < 0.8 else "1-7", by=NIGHT, answers=(0, 3))


def plan_handovers(day):
    """After the last patrol of the evening the guard hands over, after the last round of the night he takes it back."""
    for start, outgoing, incoming, post in ((at(day, 20, 30), GUARD, NIGHT, "night-guard"), (at(day, 32, 50), NIGHT, GUARD, "guard")):
        shift = 2 * day + (post == "guard")
        plan_event(start - 5 * MINUTE, "checkin", "staff", incoming, "--post", post)
        plan_event(start, "handover", "offer", by=outgoing)
        # From the 5th to the 7th shift a torch is missing; once a raincoat is worn, which is no defect.
        count = ["all", "torch=1:missing"] if 5 <= shift <= 7 else ["all", "raincoat=2:worn"] if shift == 9 else ["all"]
        plan_event(start + 3 * MINUTE, "handover", "count", *count, by=incoming, answers=(0, 3))
        answer = start + dice.randint(4, 22) * MINUTE
        if shift == 12:
            plan_event(answer, "handover", "refuse", "the key box stands open", by=incoming)
            plan_event(answer + 5 * MINUTE, "handover", "offer", "key box locked", by=outgoing)
            answer += 9 * MINUTE
        if shift != 27:  # the last one is still waiting
            plan_event(answer, "handover", "accept", by=incoming)
        plan_event(start + 40 * MINUTE, "checkin", "out", outgoing)


def plan_cleaning(day, items):
    plan_event(at(day, 8, 50), "checkin", "staff", CLEANER, "--post", "cleaner")
    for number, item in enumerate(items, 1):
        extra = ["--agent", "chlorine", "--dose", "200 g"] if item.get("treatment") else []
        if item["kind"] == "every":
            hours = range(int(item["from"][:2]), min(18, int(item["until"][:2]) + 1), item["every"] // 60)
            for hour in hours:
                if dice.random() < 0.8:
                    plan_event(at(day, hour, dice.randint(-20, 25)), "clean", "done", str(number), *extra, by=CLEANER)
        elif item["unit"] == "day":
            choice = dice.random()
            if choice < 0.85:
                plan_event(at(day, dice.randint(9, 17), dice.randint(0, 59)), "clean", "done", str(number), *extra, by=CLEANER)
            elif choice < 0.92:
                plan_event(at(day, 16, 30), "clean", "skip", str(number), "a film is shot there", by=CLEANER, answers=(0, 4))
        elif dice.random() < {"week": 0.15, "half-month": 0.1, "month": 0.04}[item["unit"]]:
            plan_event(at(day, dice.randint(9, 17), dice.randint(0, 59)), "clean", "done", str(number), *extra, by=CLEANER)
    for _ in range(dice.randint(0, 2)):
        area, found = dice.choice(["P02", "Z04"]), at(day, dice.randint(10, 15), dice.randint(0, 59))
        stays = dice.choice([12, 35, 59, 61, 95])
        plan_event(found, "clean", "litter", "found", area, "paper", by=GUARD)
        plan_event(found + stays * MINUTE, "clean", "litter", "removed", ("litter", area, found), by=CLEANER)
    if dice.random() < 0.6:
        asked = at(day, dice.randint(10, 15), dice.randint(0, 59))
        plan_event(asked, "clean", "request", "P06", "coffee on the floor", by=GUARD)
        plan_event(asked + dice.choice([7, 15, 16, 40]) * MINUTE, "clean", "done", ("request", "P06", asked), by=CLEANER)
    plan_event(at(day, 18, 30), "checkin", "out", CLEANER)


def text_of(time):
    return datetime.fromtimestamp(time / 1000, ZONE).strftime("%Y-%m-%d %H:%M")


def typed(word):
    """Requests and litter are typed by the number of their entry, which is only known when they are there."""
    if isinstance(word, str):
        return word
    kind, area, time = word
    with sqlite3.connect(SITE) as db:
        wanted = "litter" if kind == "litter" else "clean-request"
        number, = db.execute("SELECT number FROM entry WHERE kind=? AND subject=? AND recorded_at=?", (wanted, area, time)).fetchone()
    return ("L" if kind == "litter" else "R") + str(number)


def play_fortnight():
    begin = ms(FIRST) + 5 * HOUR + 30 * MINUTE
    play(begin, ["init", "--name", "案场一号"], (0,))
    for name, posts in ((GUARD, "guard"), (NIGHT, "night-guard"), (CLEANER, "cleaner"), (LEADER, "supervisor")):
        play(begin, ["plan", "add", "staff", name, "--post", posts], (0,))
    play(begin, ["checkin", "staff", NIGHT, "--post", "night-guard"], (0,))
    with sqlite3.connect(SITE) as db:
        text, = db.execute("SELECT body FROM part WHERE family='text'").fetchone()
    plan = tomllib.loads(text)
    plan_event(begin + 2 * HOUR, "checkin", "staff", GUARD, "--post", "guard")
    plan_event(begin + 3 * HOUR, "checkin", "out", NIGHT)
    for day in range(14):
        plan_rounds(day)
        plan_handovers(day)
        plan_cleaning(day, plan["cleaning"])
    for time, _, words, answers in sorted(events, key=lambda event: event[:2]):
        play(time, [typed(word) for word in words], answers)
    return plan, begin


# ---- The independent count, from the tables of the file alone --------------------------------------------------------

def business_day(time):
    """The number of a business date: it begins at six in the morning."""
    return (time + 8 * HOUR - 6 * HOUR) // DAY


def begins(day):
    return day * DAY + 6 * HOUR - 8 * HOUR


def date_of(day):
    return datetime(1970, 1, 1) + timedelta(days=day)


def day_of(date):
    return (date - datetime(1970, 1, 1)).days


Slot = collections.namedtuple("Slot", "due early_from opens on_time_until expires applies day")


def clock(text, after=6 * 60):
    minutes = int(text[:2]) * 60 + int(text[3:5])
    return minutes + (24 * 60 if minutes < after else 0)


def slots_of(rule, days):
    """The slots of a rule as onduty-plan(5) describes them."""
    early, late = rule.get("early", 10) * MINUTE, rule.get("late", 10) * MINUTE
    found = []
    for day in days:
        midnight = day * DAY - 8 * HOUR
        date = date_of(day)
        applies = not rule.get("months") or date.month in rule["months"]
        if rule.get("weekdays") and date.isoweekday() not in rule["weekdays"]:
            continue
        if rule["kind"] == "every":
            step = rule["every"] * MINUTE
            first = midnight + clock(rule["from"]) * MINUTE
            last = midnight + clock(rule["until"]) * MINUTE
            last += DAY if last < first else 0
            due = first
            while due <= last:
                opens = due - early
                expires = opens + step
                if due + step > last:
                    expires = due + step
                    following = first + DAY - early
                    if following > due + late:
                        expires = min(expires, following)
                found.append(Slot(due, min(opens, due - step // 2), opens, due + late, expires, applies, day))
                due += step
        elif rule["kind"] == "at":
            times = sorted(clock(text) for text in rule["times"])
            for place, time in enumerate(times):
                due = midnight + time * MINUTE
                expires = midnight + times[place + 1] * MINUTE - early if place + 1 < len(times) else begins(day + 1)
                following = midnight + DAY + times[0] * MINUTE - early
                if place + 1 == len(times) and following > due + late:
                    expires = min(expires, following)
                found.append(Slot(due, due - early - HOUR, due - early, due + late, max(expires, due + late + MINUTE), applies, day))
        elif rule["kind"] == "period":
            if rule["unit"] == "day":
                start, end = day, day + 1
            elif rule["unit"] == "week":
                start, end = day - date.weekday(), day - date.weekday() + 7
            elif rule["unit"] == "half-month":
                start = day_of(date.replace(day=1 if date.day <= 15 else 16))
                end = day_of(date.replace(day=16)) if date.day <= 15 else day_of((date.replace(day=28) + timedelta(days=4)).replace(day=1))
            else:
                start = day_of(date.replace(day=1))
                end = day_of((date.replace(day=28) + timedelta(days=4)).replace(day=1))
            if day == end - 1:
                found.append(Slot(begins(end), begins(start), begins(start), begins(end) - 1, begins(end), applies, day))
    return sorted(found)


def states_of(slots, marks, excuses, now):
    """Every slot takes the best mark of its own window, then, if that is late, incomplete or none, the latest early one."""
    taken, states, held = set(), {}, {}
    for slot in slots:
        own = [mark for mark in marks if mark not in taken and slot.opens <= mark[0] < slot.expires]
        best = min(own, key=lambda mark: (not mark[1], mark[0]), default=None)
        if slot.applies and best:
            taken.add(best)
            held[slot] = best
            states[slot] = "incomplete" if not best[1] else "on_time" if best[0] <= slot.on_time_until else "late"
    for slot in slots:
        if slot.applies and states.get(slot) != "on_time":
            before = [mark for mark in marks if mark not in taken and slot.early_from <= mark[0] < slot.opens]
            best = max(before, key=lambda mark: (mark[1], mark[0]), default=None)
            if best and (slot not in held or best[1]):
                taken.discard(held.get(slot))
                taken.add(best)
                states[slot] = "early" if best[1] else "incomplete"
    for slot in slots:
        if slot not in states:
            said = {result for due, result in excuses if due == slot.due}
            states[slot] = ("not_applicable" if not slot.applies or "na" in said else "explained" if "skipped" in said
                            else "pending" if now < slot.expires else "explained" if said else "missed")
    return states, [mark for mark in marks if mark not in taken]


def count_rules(db, rules, since, now, days):
    """{rule: Counter of states} for the slots of the business dates `days`."""
    marks = collections.defaultdict(list)
    children = collections.Counter()
    counted_for = {}
    for about, in db.execute("SELECT DISTINCT about||'/'||subject FROM entry WHERE kind IN('point','check-item')"):
        children[int(about.split("/")[0])] += 1
    needed = {("round-start", "night"): 9, ("round-start", "fire"): 6, ("check", "closing"): 8}
    for number, kind, subject, time, date in db.execute("SELECT number,kind,subject,recorded_at,business_date FROM entry WHERE kind IN('round-start','check','clean-item') ORDER BY number"):
        family = {"round-start": "route", "check": "checklist", "clean-item": "cleaning"}[kind]
        marks[family, subject].append((time, kind == "clean-item" or children[number] == needed.get((kind, subject), -1), number))
        counted_for[number] = day_of(datetime.fromisoformat(date))
    excuses = collections.defaultdict(list)
    for rule, due, result in db.execute("SELECT rule,slot_at,result FROM entry WHERE kind='explanation'"):
        excuses[rule].append((due, result))
    figures = {}
    for rule in rules:
        # A half month that is due next week wants what is done in this one.
        slots = [slot for slot in slots_of(rule, range(days[0] - 33, days[-1] + 34)) if slot.due >= since]
        states, extras = states_of(slots, marks[rule["family"], rule["target"]], excuses[rule["code"]], now)
        mine = [slot for slot in slots if slot.day in days]
        figures[rule["code"]] = collections.Counter(states[slot] for slot in mine)
        # An extra counts for its own day, whether a slot lies there or not.
        figures[rule["code"]]["extra"] = sum(counted_for[mark[2]] in days for mark in extras)
    return figures


def lower_median(numbers):
    return sorted(numbers)[(len(numbers) - 1) // 2] if numbers else ""


def report(now, *words):
    return list(csv.DictReader(io.StringIO(play(now, ["report", *words, "--csv"], (0, 3)))))


def compare(what, ours, counted):
    if ours != counted:
        faults.append(f"{what}: the report says {ours}, the count {counted}")


def check_rules(db, plan, since, now, days, words):
    staffed = {"guard", "night-guard", "cleaner", "supervisor", ""}
    rules = []
    for rule in plan["rule"]:
        target = next(((family, rule[family]) for family in ("route", "checklist") if family in rule), None)
        if target and rule.get("post", "") in staffed and rule["code"] in ("night-round", "fire-patrol", "closing-check"):
            rules.append({**rule, "family": target[0], "target": target[1]})
    cleaning = [{**item, "early": item.get("early", 10), "late": item.get("late", 10), "family": "cleaning", "target": item["code"]} for item in plan["cleaning"]]
    names = ("on_time", "early", "late", "missed", "explained", "extra", "pending", "not_applicable")
    for block, wanted, key in (("patrol", rules, "rule"), ("cleaning", cleaning, "item")):
        counted = count_rules(db, wanted, since, now, days)
        rows = {row[key]: row for row in report(now, *words, "--block", block)}
        for code, figures in counted.items():
            row = rows.get(code)
            if row is None:
                compare(f"{words} {block} {code}", {}, {k: v for k, v in figures.items() if v})
                continue
            compare(f"{words} {block} {code}", {name: int(row[name]) for name in names}, {name: figures[name] for name in names})
            if block == "patrol":
                compare(f"{words} {block} {code} incomplete", int(row["incomplete"]), figures["incomplete"])
    return sum(1 for figures in counted.values() for state in figures if figures[state])


def check_errands(db, now, words, from_day, until_day, block, begun, ended, limit):
    counted = collections.defaultdict(lambda: {"all": 0, "done": 0, "longest": 0, "within": 0})
    for number, area, since in db.execute("SELECT number,subject,recorded_at FROM entry WHERE kind=? AND about IS NULL", (begun,)).fetchall():
        if not from_day <= business_day(since) < until_day:
            continue
        end = db.execute("SELECT recorded_at FROM entry WHERE kind=? AND about=?", (ended, number)).fetchone()
        stays = ((end[0] if end else now) - since) // MINUTE
        sums = counted[area]
        sums["all"] += 1
        sums["done"] += end is not None
        sums["longest"] = max(sums["longest"], stays)
        sums["within"] += end is not None and end[0] - since <= limit * MINUTE
    first, last = ("found", "removed") if block == "litter" else ("requests", "done")
    ours = {row["area"]: {"all": int(row[first]), "done": int(row[last]), "longest": int(row["longest_min"]), "within": int(row["within"])}
            for row in report(now, *words, "--block", block)}
    compare(f"{words} {block}", ours, dict(counted))
    return len(counted)


def check_handovers(db, now, words, from_day, until_day):
    counted = collections.defaultdict(lambda: {"offered": 0, "accepted": 0, "refused": 0, "waiting": 0, "too_late": 0, "minutes": []})
    for number, post, date, offered in db.execute("SELECT number,post,business_date,recorded_at FROM entry WHERE kind='handover-offer'").fetchall():
        if not from_day <= day_of(datetime.fromisoformat(date)) < until_day:
            continue
        answer = db.execute("SELECT kind,recorded_at FROM entry WHERE about=? AND kind IN('handover-accept','handover-refuse')", (number,)).fetchone()
        sums = counted[post]
        sums["offered"] += 1
        sums["waiting"] += answer is None
        sums["refused"] += answer is not None and answer[0] == "handover-refuse"
        if answer and answer[0] == "handover-accept":
            sums["accepted"] += 1
            sums["too_late"] += answer[1] - offered > 15 * MINUTE
            sums["minutes"].append((answer[1] - offered) // MINUTE)
    rows = report(now, *words, "--block", "handover")
    ours = {row["post"]: {key: int(row[key]) for key in ("offered", "accepted", "refused", "waiting", "too_late")} |
            {"median": row["median_minutes"], "longest": row["longest_minutes"]} for row in rows}
    compare(f"{words} handover", ours, {post: {key: value for key, value in sums.items() if key != "minutes"} |
            {"median": str(lower_median(sums["minutes"])), "longest": str(max(sums["minutes"], default=""))} for post, sums in counted.items()})
    return sum(sums["offered"] for sums in counted.values())


plan, since = play_fortnight()
now = ms(LAST) + 12 * HOUR
db = sqlite3.connect(SITE)
first = business_day(at(0, 12))
seen = collections.Counter()
for words, days in ((["month", "2027-02-15"], range(day_of(datetime(2027, 2, 1)), day_of(datetime(2027, 3, 1)))),
                    (["week", "2027-02-15"], range(first, first + 7)), (["week", "2027-02-22"], range(first + 7, first + 14))):
    seen["states"] += check_rules(db, plan, since, now, days, words)
    seen["litter"] += check_errands(db, now, words, days[0], days[-1] + 1, "litter", "litter", "litter-removed", 60)
    seen["requests"] += check_errands(db, now, words, days[0], days[-1] + 1, "requests", "clean-request", "clean-done", 15)
    seen["handovers"] += check_handovers(db, now, words, days[0], days[-1] + 1)

# The torch is one case, however many shifts count it as missing.
torch = db.execute("SELECT count(*) FROM entry WHERE kind='case' AND about IN(SELECT number FROM entry WHERE kind='handover-count')").fetchone()[0]
compare("cases about the torch", torch, 1)
defects = [row for row in report(now, "month", "2027-02-15", "--block", "handover-items") if row["item"] == "torch"]
compare("the torch among the defects", [(row["counted"], row["condition"], bool(row["in_order"])) for row in defects], [("1", "missing", True)])
play(now, ["verify"], (0,))
if min(seen[key] for key in ("states", "litter", "requests", "handovers")) == 0:
    faults.append(f"something was not looked at: {dict(seen)}")
print("\n".join(faults) if faults else f"{len(events)} commands of a fortnight, {dict(seen)}: report and count agree")
sys.exit(1 if faults else 0)
