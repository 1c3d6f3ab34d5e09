-- SPDX-License-Identifier: MIT
-- Which tables exist in a site file, and which rules do they enforce? Schema 1.
-- Every statement is compared with the file on opening. Its length is paid on every start, so comments
-- stand outside the statements, and no kind of entry is named in them. onduty-log(5) explains each column.

-- One line of the log. Times are milliseconds UTC; offsets and lengths are seconds. NULL: not said.
-- traits are those of the entry's kind; the partial indexes go by them, so that a new kind changes no schema.
CREATE TABLE entry(
number INTEGER PRIMARY KEY CHECK(number>0),
kind TEXT NOT NULL,
actor TEXT NOT NULL,
typed_by TEXT,
post TEXT,
shift INTEGER,
business_date TEXT NOT NULL,
recorded_at INTEGER NOT NULL,
utc_offset INTEGER NOT NULL,
happened_at INTEGER,
told_offset INTEGER,
late INTEGER NOT NULL CHECK(late IN(0,1)),
clock_step INTEGER,
about INTEGER,
opens INTEGER,
closes INTEGER,
amends INTEGER,
subject TEXT,
rule TEXT,
slot_at INTEGER,
result TEXT,
flag TEXT,
plan INTEGER NOT NULL,
traits INTEGER NOT NULL,
id BLOB NOT NULL,
source TEXT NOT NULL,
told_dated INTEGER,
batch INTEGER,
client_id TEXT,
os_user TEXT,
terminal TEXT,
boot_id TEXT,
boot_at INTEGER,
tool TEXT NOT NULL,
digest BLOB NOT NULL,
head BLOB NOT NULL)STRICT;
CREATE INDEX entry_by_day ON entry(business_date);
-- Of kinds that are looked for however old they are.
CREATE INDEX entry_by_kind ON entry(kind,business_date)WHERE traits&1;
-- Of kinds that are looked for by what they are about, however old it is.
CREATE INDEX entry_by_thread ON entry(about)WHERE traits&2;
-- What satisfies or excuses the slots of one rule, however far its dates reach.
CREATE INDEX entry_by_rule ON entry(rule)WHERE traits&4;
-- What begins or ends somebody's shift, however long ago.
CREATE INDEX entry_by_shift ON entry(actor)WHERE traits&24;
CREATE UNIQUE INDEX entry_by_client ON entry(client_id)WHERE client_id IS NOT NULL;

-- What an entry says beyond its header: a number or a code, plain, or words that a person typed. Of those only the
-- commitment is part of the chain, so word and salt may become NULL and the chain still holds.
-- One row a value and no column of JSON, measured with 100,000 entries, 17 of 100 with fields, in instructions: start
-- and append 450,000 against 454,000, of a visit with eight fields 521,000 against 490,000; a week of 5,000 entries
-- 18,300,000 against 25,600,000; reading the whole log 355,000,000 against 502,000,000; file 30.3 against 29.7 MB.
-- place is the line that a value belongs to, from 1, or 0; with it before the name the lines are read in order.
CREATE TABLE field(
entry INTEGER NOT NULL REFERENCES entry,
place INTEGER NOT NULL,
name TEXT NOT NULL,
number INTEGER,
word TEXT,
sought INTEGER,
commitment BLOB,
salt BLOB,
PRIMARY KEY(entry,place,name))STRICT,WITHOUT ROWID;
-- What is looked up by its value: V12, C7, a reference, a telephone, a best-before date. What is redacted leaves it.
CREATE INDEX field_by_value ON field(name,number,word)WHERE sought;

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

-- Derived: what is open until it is closed, by the entry that it is known by, with the pieces still out of what is
-- lent. Follows from opens, closes and the field pieces alone. Compared by verify, too.
CREATE TABLE open_matter(
entry INTEGER PRIMARY KEY,
pieces INTEGER)STRICT;

-- Derived: which entries of a day later ones corrected, withdrew or moved, as they stand now: 'corrected' and
-- 'withdrawn' on the day that is stored in the entry, 'left' there and 'came' on the day that it counts for instead.
-- A period is the entries of its stored days, less those that left, plus those that came. Compared by verify, too.
CREATE TABLE amended(
day TEXT NOT NULL,
entry INTEGER NOT NULL,
state TEXT NOT NULL,
told_at INTEGER NOT NULL,
doer TEXT NOT NULL,
PRIMARY KEY(day,entry))STRICT,WITHOUT ROWID;

-- Derived: the plan for quick look-up, one row for each of its tables and for each name in it, with the versions from
-- which and until which it held (0: it holds); body is the table as JSON, NULL for what is only a name. Rebuilt from the
-- entries of the plan and compared by verify.
CREATE TABLE part(
family TEXT NOT NULL,
until INTEGER NOT NULL,
code TEXT NOT NULL,
since INTEGER NOT NULL,
place INTEGER NOT NULL,
name TEXT NOT NULL,
aliases TEXT NOT NULL,
detail TEXT NOT NULL,
body TEXT,
PRIMARY KEY(family,until,code))STRICT,WITHOUT ROWID;

-- A guard rail for people with a shell. What finds a change, of the other tables too, is the chain.
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT,'the log is insert-only');END;
CREATE TRIGGER field_stays BEFORE UPDATE OF entry,place,name,number,sought,commitment ON field BEGIN SELECT RAISE(ABORT,'words can only be redacted');END;
