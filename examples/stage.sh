# SPDX-License-Identifier: MIT
# What do the examples share? The built program, a throw-away site file, a clock that is told the time, and a way to
# show a command as it is typed before its answer. Read by the scripts beside it; does nothing by itself.
root=$(cd "$(dirname "$0")" && while [ ! -f CMakePresets.json ]; do cd ..; done && pwd)
build=${ONDUTY_BUILD:-}
if [ -z "$build" ]; then
    sh "$root/tests/setup.sh" build
    (cd "$root" && cmake --preset release -D BUILD_TESTING=OFF >build.log 2>&1) || {
        tail -n 30 "$root/build.log" >&2
        echo "The build cannot begin; the whole of why is in build.log." >&2
        exit 1
    }
    rm -f "$root/build.log"
    # Minutes the first time: what is done of it shows on the screen.
    (cd "$root" && NINJA_STATUS='building onduty, %f of %t: ' cmake --build --preset release >&2) || {
        echo "The build failed, see above." >&2
        exit 1
    }
    build=$root/build
fi

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
ONDUTY_SITE=$place/site.db
ONDUTY_LANG=${ONDUTY_LANG:-en}
export ONDUTY_SITE ONDUTY_LANG ONDUTY_REHEARSAL_CLOCK

# say "water" "水": the words in the language of the run.
say() {
    if [ "$ONDUTY_LANG" = zh ]; then printf '%s' "$2"; else printf '%s' "$1"; fi
}

heading() {
    echo "== $(say "$1" "$2")"
}

# at "2026-11-28 20:30": that is now, in Shanghai.
at() {
    ONDUTY_REHEARSAL_CLOCK=$(date -u -d "$1 +0800" +%s)000
}

# Shows a command as it is typed, then its answer, messages included.
onduty() {
    line="\$ onduty"
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9.,:=/-]*) line="$line \"$word\"" ;;
        *) line="$line $word" ;;
        esac
    done
    printf '%s\n' "$line"
    "$build/onduty-rehearsal" "$@" 2>&1
}

# The same for a command that is refused or finds something; its exit code is shown.
onduty_finds() {
    onduty "$@" || echo "[$?]"
}

# The program without showing anything.
quietly() {
    "$build/onduty-rehearsal" "$@" >/dev/null 2>&1
}

# Without showing it; by the supervisor, once there is one.
change_plan() {
    quietly plan "$@" || quietly plan "$@" --by "$(name_at supervisor)"
}

# A site with one person at each post named: open_site front-desk bar ...; the site is new at the time that was told.
open_site() {
    quietly init --name "$(say "Site One" 案场一号)"
    for post in "$@"; do
        change_plan add staff "$(name_at "$post")" --post "$post"
    done
    for post in "$@"; do
        quietly checkin staff "$(name_at "$post")" --post "$post"
    done
}

name_at() {
    case $1 in
    supervisor) say "Wang Fang" 王芳 ;;
    sales) say "Zhou Kai" 周凯 ;;
    front-desk) say "Li Na" 李娜 ;;
    bar) say "Chen Jing" 陈静 ;;
    show-home) say "Liu Yang" 刘洋 ;;
    cleaner) say "Zhao Min" 赵敏 ;;
    estate) say "Sun Li" 孙丽 ;;
    guard) say "Li Qiang" 李强 ;;
    night-guard) say "Zhang Wei" 张伟 ;;
    esac
}
