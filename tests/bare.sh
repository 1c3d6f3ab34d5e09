#!/bin/sh
# SPDX-License-Identifier: MIT
# Do the example and the tests work on an empty Debian 12? Usage, as root: bare.sh [DIR]
#
# SUITE=trixie asks the same of Debian 13.
# DIR must not exist yet and is kept; without it a temporary one is made and removed again.
# MIRROR=URL names a Debian mirror; otherwise the one in this machine's apt sources is used.
set -eu
export LC_ALL=C.UTF-8

fail() {
    echo "bare: $*" >&2
    exit 1
}

suite=${SUITE:-bookworm}

# The first address that offers the suite, from both ways of writing apt sources.
mirror_of_this_machine() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        awk -v suite="$suite" '
             $1 == "URIs:" { address = $2 }
             $1 == "Suites:" { for (i = 2; i <= NF; i++) if ($i == suite) { print address; exit } }
             $1 == "deb" { for (i = 3; i <= NF; i++) if ($i == suite) { print $(i - 1); exit } }'
}

[ $# -le 1 ] || fail "usage: sh tests/bare.sh [DIR]"
[ "$(id -u)" -eq 0 ] || fail "making and entering an empty system needs root; type: sudo sh tests/bare.sh $*"
for tool in debootstrap git; do
    command -v "$tool" >/dev/null || fail "$tool is missing; type: apt-get install -y --no-install-recommends $tool"
done
mirror=${MIRROR:-$(mirror_of_this_machine)}
[ -n "$mirror" ] || fail "no apt source here offers $suite; name a mirror: MIRROR=URL sh tests/bare.sh"

if [ $# -eq 1 ]; then
    mkdir "$1" || fail "$1 must be a new directory in an existing one."
    bare=$(cd "$1" && pwd)
    keep=yes
else
    bare=$(mktemp -d /tmp/onduty-bare.XXXXXX)
    keep=no
fi
chmod 755 "$bare"
cd "$(dirname "$0")/.."

# Whatever happens: first the mounts are undone, only then may the directory go.
leave() {
    status=$?
    trap - EXIT
    for place in dev/shm dev/pts dev sys proc; do
        patience=60    # after an interruption apt may still be finishing a step
        while mountpoint -q "$bare/$place" && ! umount "$bare/$place" 2>/dev/null; do
            patience=$((patience - 1))
            [ "$patience" -gt 0 ] || fail "$bare/$place is still in use; unmount it before deleting $bare."
            sleep 1
        done
    done
    [ "$keep" = yes ] || rm -rf --one-file-system "$bare"
    exit "$status"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

echo "bare: making an empty Debian, $suite, in $bare"
output=$(debootstrap --variant=minbase "$suite" "$bare" "$mirror" 2>&1) || {
    printf '%s\n' "$output" | tail -n 20 >&2
    fail "debootstrap failed, see above; it used $mirror."
}

mkdir "$bare/onduty"
git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard |
    tar --create --null --files-from - --ignore-failed-read |
    tar --extract --no-same-owner --directory "$bare/onduty"

for place in proc dev dev/pts dev/shm; do
    [ ! -d "/$place" ] || mount --bind "/$place" "$bare/$place"
done

# try COMMAND...: runs it in the copied tree with a clean environment and notes how it ended.
result=0
summary=''
try() {
    echo "bare: $* begins"
    start=$(date +%s)
    status=0
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root ${http_proxy:+http_proxy="$http_proxy"} \
        chroot "$bare" sh -c 'cd /onduty && exec "$@"' sh "$@" </dev/null || status=$?
    seconds=$(($(date +%s) - start))
    [ "$status" -eq 0 ] || result=1
    summary="${summary}bare: $* ended with $status after $((seconds / 60)) min $((seconds % 60)) s
"
}
try sh examples/night-shift.sh
try sh tests/run.sh
printf '%s' "$summary"
exit $result
