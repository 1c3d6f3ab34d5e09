#!/bin/sh
# SPDX-License-Identifier: MIT
# Which of the needed packages are missing on this machine? Installs those. Usage: setup.sh build [test] [all]
set -eu
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
list=$(dirname "$0")/packages.txt

fail() {
    echo "setup: $*" >&2
    exit 1
}

# packages_of GROUP: the names between [GROUP] and the next group.
packages_of() {
    awk -v header="[$1]" '/^\[/ { inside = ($1 == header); next } inside && NF && !/^#/ { print $1 }' "$list"
}

is_installed() {
    dpkg-query --show --showformat '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

[ $# -gt 0 ] || fail "name one group or more: build, test, all."
wanted=''
for group in "$@"; do
    packages=$(packages_of "$group")
    [ -n "$packages" ] || fail "there is no group '$group' in $list; name build, test or all."
    wanted="$wanted $packages"
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "this is not a Debian system with apt; install the counterparts of these packages, then use" \
        "'cmake --preset release' directly:" $wanted
fi

missing=''
for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" -eq 0 ]; then
    as_root=''
elif command -v sudo >/dev/null; then
    as_root='sudo env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive'
else
    fail "packages are missing, and only root may install them; as root, type: apt-get update && $install"
fi

# A failing update is not the end: the lists may be fresh enough, or only a foreign source is out of reach.
echo "setup: installing$missing" >&2
patience='-o Acquire::Retries=3 -o DPkg::Lock::Timeout=300'
$as_root apt-get $patience -qq update || true
$as_root $install $patience -qq >/dev/null ||
    fail "installing failed, see above; is the network there, and do apt's sources carry Debian 12?" \
        "To try again by hand, type as root: apt-get update && $install"
