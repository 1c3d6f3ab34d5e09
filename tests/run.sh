#!/bin/sh
# SPDX-License-Identifier: MIT
# Does everything that is promised hold? Builds both presets and runs all tests. Usage: run.sh [--all]
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

# The CI variable is looked at every time, not only when build/ is new.
cmake --preset release -D ONDUTY_WERROR="${CI:-OFF}" -D BUILD_TESTING=ON
cmake --build --preset release
cmake --preset sanitize -D BUILD_TESTING=ON
cmake --build --preset sanitize

result=0
for preset in release sanitize; do
    ctest --preset "$preset" -j2 --timeout 300 || result=1
done
exit $result
