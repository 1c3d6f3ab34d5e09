#!/bin/sh
# SPDX-License-Identifier: MIT
# How quick is onduty beside the sqlite3 shell, task and timew? Builds, makes the data, measures, prints one table.
# Usage: run.sh   (BENCH_DIR=DIR keeps the data there for the next time; about 25 minutes and 2 GB, on a quiet machine)
set -eu
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."

for tool in sqlite3 hyperfine python3 cmake; do
    command -v "$tool" >/dev/null || {
        echo "run: $tool is missing; install it with: sh tests/setup.sh all" >&2
        exit 1
    }
done
for tool in valgrind task timew; do
    command -v "$tool" >/dev/null ||
        echo "run: $tool is missing and its rows are left out; install it with: sh tests/setup.sh all" >&2
done

build='build-bench'
cmake --preset release -B "$build" -D ONDUTY_BENCH=ON -D BUILD_TESTING=ON >&2
cmake --build "$build" --target onduty onduty-fill-log minimal-insert >&2

if [ -n "${BENCH_DIR:-}" ]; then
    mkdir -p "$BENCH_DIR"
else
    BENCH_DIR=$(mktemp -d "${TMPDIR:-/tmp}/onduty-bench.XXXXXX")
    trap 'rm -rf "$BENCH_DIR"' EXIT INT TERM
fi

# make_log NAME ENTRIES: a site file through the store of the program, unless one of the same schema is there.
make_log() {
    log=$BENCH_DIR/$1.db
    if [ -e "$log" ] && "$build/onduty" --site "$log" log --last 1 >/dev/null 2>&1; then
        return
    fi
    echo "run: making a log of $2 entries" >&2
    rm -f "$log" "$log.head" "$log-journal" "$BENCH_DIR/bare-$1.db"
    "$build/tests/bench/onduty-fill-log" "$log" "$2" >&2 || {
        rm -f "$log"
        exit 1
    }
}
make_log empty 0
make_log tenth 100000
make_log million 1000000
make_log five 5000000

# The bare table that the shell and the minimal program insert into, with as many rows as the log.
for size in empty million; do
    [ -e "$BENCH_DIR/bare-$size.db" ] && continue
    rm -f "$BENCH_DIR/new.db"
    sqlite3 "$BENCH_DIR/new.db" "ATTACH '$BENCH_DIR/$size.db' AS site;
        CREATE TABLE entry(number INTEGER PRIMARY KEY,at INTEGER NOT NULL,kind TEXT NOT NULL,actor TEXT NOT NULL,
            subject TEXT,result TEXT,note TEXT);
        INSERT INTO entry SELECT number,recorded_at,kind,actor,subject,result,
            CASE kind WHEN 'plan' THEN NULL ELSE (SELECT word FROM site.field f WHERE f.entry=e.number AND place=0 AND name='note') END
            FROM site.entry e;
        CREATE INDEX entry_by_time ON entry(at)"
    mv "$BENCH_DIR/new.db" "$BENCH_DIR/bare-$size.db"
done

python3 tests/bench/measure.py "$build" "$BENCH_DIR"
