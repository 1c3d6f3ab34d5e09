#!/bin/sh
# SPDX-License-Identifier: MIT
# Does everything that is promised hold? Builds both presets and runs all tests. Usage: run.sh [--all]
# Random properties play few turns here; README.md says how many more are played by hand, with ONDUTY_TURNS.
set -eu
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

case "$*" in
    '') groups='build test' ;;
    --all) groups='build test all' ;;
    *)
        echo "usage: sh tests/run.sh [--all]   (--all also installs the large tools that some tests want)" >&2
        exit 2
        ;;
esac
sh tests/setup.sh $groups

# The scripts play the program that people install; the unit tests run once, with sanitizers, which see more.
# The CI variable is looked at every time, not only when build/ is new.
cmake --preset release -D ONDUTY_WERROR="${CI:-OFF}" -D BUILD_TESTING=ON
cmake --build --preset release --target onduty onduty-rehearsal translations
cmake --preset sanitize -D BUILD_TESTING=ON
cmake --build --preset sanitize

result=0
ctest --preset release -L script -j3 || result=1
# The unit tests commit some ten thousand times: in memory, where that has room for it.
if [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 1000000 ]; then
    export TMPDIR=/dev/shm
fi
ctest --preset sanitize -j3 --timeout 600 || result=1
exit $result
