-- SPDX-License-Identifier: MIT
-- Which tables exist in a site file, and which rules do they enforce? Schema 1.
-- Every statement is compared with the file on opening. Its length is paid on every start, so comments
-- stand outside the statements. onduty-log(5) explains each column.

-- One line of the log. Times are milliseconds UTC; utc_offset and lengths are seconds. NULL: not said.
CREATE TABLE entry(
number INTEGER PRIMARY KEY CHECK(number>0),
id BLOB NOT NULL,
kind TEXT NOT NULL,
actor TEXT NOT NULL,
post TEXT,
shift INTEGER,
business_date TEXT NOT NULL,
recorded_at INTEGER NOT NULL,
utc_offset INTEGER NOT NULL,
happened_at INTEGER,
late INTEGER NOT NULL CHECK(late IN(0,1)),
clock_step INTEGER,
about INTEGER,
opens INTEGER,
closes INTEGER,
subject TEXT,
rule TEXT,
slot_at INTEGER,
result TEXT,
flag TEXT,
note TEXT,
reason TEXT,
plan INTEGER NOT NULL,
os_user TEXT,
terminal TEXT,
boot_id TEXT,
boot_at INTEGER,
tool TEXT NOT NULL,
digest BLOB NOT NULL,
head BLOB NOT NULL)STRICT;
CREATE INDEX entry_by_day ON entry(business_date);
-- The kinds that are looked for however old they are; kRareKinds says the same.
CREATE INDEX entry_by_kind ON entry(kind)WHERE kind IN('approval','case','case-archive','conduct','contact','correction','count','customer','customer-assign','customer-update','disinfection','disinfection-end','drill','event','handover-count','handover-offer','incident','inspection','linen','loan','loan-return','mail','meeting','minutes','reading','stock','stocktake','supplier','survey','survey-answer','task','tour','tour-end','training','void');
-- The kinds that are looked for by what they are about, however old it is; kThreadKinds says the same.
CREATE INDEX entry_by_thread ON entry(about)WHERE kind IN('accept','case','case-act','case-archive','case-arrive','case-assess','case-assign','case-cause','case-dispatch','case-escalate','case-follow-up','case-reopen','case-resolve','case-resume','case-sign','case-wait','check-call','clean-done','clean-request','companion','contact','countersign','customer','customer-assign','customer-update','delivery','done','drill','explanation','handover-accept','handover-count','handover-refuse','host','leave','linen','litter-removed','order','progress','ready','refill','seating','survey-answer','task','tour-end','training','visit');
-- What satisfies or excuses the slots of one rule of the cleaning, however far its dates reach.
CREATE INDEX entry_by_rule ON entry(rule)WHERE kind IN('clean-item','explanation');

-- What something to come or to be remembered has beyond its entry: a task, a drill, a meeting, an event, mail.
CREATE TABLE agenda(
entry INTEGER PRIMARY KEY REFERENCES entry,
owner TEXT,
people INTEGER,
place TEXT,
contact TEXT)STRICT;

-- What a case has beyond its first entry, after ISO 10002. Numbered C1, C2 ... Names and phones stand in personal.
CREATE TABLE case_file(
entry INTEGER PRIMARY KEY REFERENCES entry,
sequence INTEGER NOT NULL UNIQUE,
severity INTEGER NOT NULL,
channel TEXT,
place TEXT,
unit TEXT,
against TEXT,
remedy_asked TEXT,
reference TEXT)STRICT;

-- What a step of a case has beyond its entry; cost in hundredths of the site's money.
CREATE TABLE case_step(
entry INTEGER PRIMARY KEY REFERENCES entry,
severity INTEGER,
safety INTEGER,
complexity INTEGER,
impact INTEGER,
immediate INTEGER,
owner TEXT,
remedy TEXT,
cost INTEGER)STRICT;

-- What an incident has beyond its entry, after BS 7499: numbered in sequence.
CREATE TABLE incident(
entry INTEGER PRIMARY KEY REFERENCES entry,
sequence INTEGER NOT NULL UNIQUE,
category TEXT NOT NULL,
place TEXT,
reported_by TEXT,
phoned TEXT,
phoned_at INTEGER,
action_taken TEXT,
action_needed TEXT)STRICT;

-- Personal data. The commitment is part of the chain; salt and value may be purged.
CREATE TABLE personal(
entry INTEGER NOT NULL REFERENCES entry,
field TEXT NOT NULL,
commitment BLOB NOT NULL,
salt BLOB,
value TEXT,
PRIMARY KEY(entry,field))STRICT,WITHOUT ROWID;

-- What an arrival, an announcement, a call or a refusal has beyond its entry. Numbered V1, V2 ... where
-- somebody may be on site. Names, phones and plates stand in personal.
CREATE TABLE visit(
entry INTEGER PRIMARY KEY REFERENCES entry,
sequence INTEGER UNIQUE,
party INTEGER,
purpose TEXT,
host TEXT,
seat TEXT,
channel TEXT,
first INTEGER,
permit TEXT,
told TEXT)STRICT;

-- The lines of an order, a delivery, a count or a movement of stock; best_before is a date.
CREATE TABLE line(
entry INTEGER NOT NULL REFERENCES entry,
place INTEGER NOT NULL,
item TEXT NOT NULL,
quantity INTEGER NOT NULL,
expected INTEGER,
note TEXT,
condition TEXT,
best_before TEXT,
PRIMARY KEY(entry,place))STRICT,WITHOUT ROWID;
CREATE INDEX line_by_date ON line(item,best_before)WHERE best_before IS NOT NULL;

-- Derived: who is on duty, in which shift and open round. Rebuilt from the log and compared by verify.
CREATE TABLE on_duty(
person TEXT PRIMARY KEY,
post TEXT NOT NULL,
shift INTEGER NOT NULL,
since INTEGER NOT NULL,
business_date TEXT NOT NULL,
round INTEGER,
route TEXT,
last_point TEXT,
last_at INTEGER)STRICT,WITHOUT ROWID;

-- Derived: what is lent, by the entry that lent it, with the pieces still out. Compared by verify, too.
CREATE TABLE lent(
entry INTEGER PRIMARY KEY,
pieces INTEGER NOT NULL)STRICT;

-- Derived: what is open until it is closed, by the entry that it is known by, and the kind of that entry. Follows from
-- the columns opens and closes alone. Compared by verify, too.
CREATE TABLE open_matter(
entry INTEGER PRIMARY KEY,
kind TEXT NOT NULL)STRICT;

-- Derived: the words of the plan in force, for quick look-up, and the entry that holds each version.
CREATE TABLE word(
family TEXT NOT NULL,
code TEXT NOT NULL,
name TEXT NOT NULL,
aliases TEXT,
detail TEXT,
PRIMARY KEY(family,code))STRICT,WITHOUT ROWID;

-- A guard rail for people with a shell. What finds a change is the chain; a changed personal value or salt
-- no longer fits its commitment.
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER agenda_stays BEFORE UPDATE ON agenda BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER agenda_remains BEFORE DELETE ON agenda BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER case_file_stays BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER case_file_remains BEFORE DELETE ON case_file BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER case_step_stays BEFORE UPDATE ON case_step BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER case_step_remains BEFORE DELETE ON case_step BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER incident_stays BEFORE UPDATE ON incident BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER incident_remains BEFORE DELETE ON incident BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER personal_stays BEFORE UPDATE OF entry,field,commitment ON personal BEGIN SELECT RAISE(ABORT,'personal data can only be purged');END;
CREATE TRIGGER personal_remains BEFORE DELETE ON personal BEGIN SELECT RAISE(ABORT,'personal data can only be purged');END;
CREATE TRIGGER visit_stays BEFORE UPDATE ON visit BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER visit_remains BEFORE DELETE ON visit BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER line_stays BEFORE UPDATE ON line BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER line_remains BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;

-- The log as people read it: all columns and the time in words, UTC.
CREATE VIEW log AS SELECT datetime(recorded_at/1000,'unixepoch')recorded,*FROM entry;
