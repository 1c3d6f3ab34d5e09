#!/bin/sh
# SPDX-License-Identifier: MIT
# What does one night look like, command by command?
#
#   sh examples/night-shift.sh        installs what is missing, builds, plays the night
#   ONDUTY_LANG=zh sh examples/night-shift.sh      the same in Chinese
#
# The night is played in seconds on a throw-away file: build/onduty-rehearsal is told the time of each
# step and marks the file as a rehearsal. At a real site the command is build/onduty.
set -eu

. "$(dirname "$0")/stage.sh"

if [ "$ONDUTY_LANG" = zh ]; then
    night=张伟 day=李强 boss=王芳 site=案场一号
    fixed="3=大厅空调没关，已关" fault="灯闪，要换" why="3点在大门处理醉酒人员"
    incident="醉酒男子敲门，劝离" note="接待厅灯闪"
else
    night="Zhang Wei" day="Li Qiang" boss="Wang Fang" site="Site One"
    fixed="3=air conditioner in the hall was on, now off" fault="lamp flickers, needs changing"
    why="was at the gate with a drunk man at 3" incident="drunk man at the gate, sent away" note="lamp in the hall"
fi

# clock 29 20:30: it is the 29th of November 2026, half past eight in the evening.
clock() {
    at "2026-11-$1 $2"
}

# The points of a round, one every two minutes, as a guard logs them on the way.
walk() {
    minute=$3
    for point in P01 P02 P03 P04 P05 P06 P07 P08 P09; do
        minute=$((minute + 2))
        clock "$1" "$2:$(printf %02d "$minute")"
        "$build/onduty-rehearsal" patrol point "$point" >/dev/null
    done
    clock "$1" "$2:$(printf %02d $((minute + 1)))"
}

heading "A site, its people" "案场和人员"
clock 29 20:10
"$build/onduty-rehearsal" init --name "$site" | sed "s|$place|.|"
onduty plan add staff "$night" --post night-guard --alias zw
onduty plan add staff "$day" --post guard
onduty plan add staff "$boss" --post sales

heading "Taking over" "接班"
clock 29 20:15
onduty checkin staff "$day"
clock 29 20:25
onduty checkin staff zw
onduty handover offer --by "$day"
clock 29 20:30
onduty handover accept
onduty checkin out "$day"

heading "Closing check, then a round every hour" "闭店检查，之后每小时巡逻一次"
clock 29 20:41
onduty patrol check closing all --fixed "$fixed"
clock 29 21:01
onduty patrol start night
clock 29 21:03
onduty patrol point P01
clock 29 21:05
onduty patrol point P02
clock 29 21:06
# A scanner types one code a line.
echo "\$ onduty patrol point -"
minute=6
for point in P03 P04 P05 P06 P07 P08 P09; do
    minute=$((minute + 1))
    clock 29 "21:$(printf %02d $minute)"
    echo "$point" | "$build/onduty-rehearsal" patrol point -
done
clock 29 21:14
onduty patrol end || true
for hour in 22 23; do
    clock 29 $hour:02
    "$build/onduty-rehearsal" patrol start >/dev/null
    walk 29 $hour 2
    "$build/onduty-rehearsal" patrol end
done
clock 30 00:03
"$build/onduty-rehearsal" patrol start >/dev/null
walk 30 00 3
"$build/onduty-rehearsal" patrol end

heading "A fault at 01:00" "01:00 发现异常"
clock 30 01:00
onduty patrol start
clock 30 01:02
onduty patrol point P01
clock 30 01:04
onduty patrol point P05 --fault "$fault"
clock 30 01:05
onduty patrol end || true
clock 30 02:08
"$build/onduty-rehearsal" patrol start >/dev/null
walk 30 02 8
"$build/onduty-rehearsal" patrol end

heading "An incident at 03:00, the round is missed" "03:00 有事件，漏了一轮"
clock 30 03:04
onduty patrol incident "$incident" --category intruder --place P01 --phoned "$boss"
for hour in 04 05 06; do
    clock 30 $hour:01
    "$build/onduty-rehearsal" patrol start >/dev/null
    walk 30 $hour 1
    "$build/onduty-rehearsal" patrol end
done
clock 30 06:40
onduty due || true
onduty patrol explain 03:00 "$why"
clock 30 07:22
onduty patrol start
walk 30 07 22
onduty patrol end || true
clock 30 08:00
"$build/onduty-rehearsal" patrol start >/dev/null
walk 30 08 0
"$build/onduty-rehearsal" patrol end

heading "Handing back" "交班"
clock 30 08:50
onduty checkin staff "$day"
onduty handover offer "$note" --by zw
clock 30 08:58
onduty handover accept
clock 30 09:00
onduty checkin out "$night"

heading "Monday: the manager's week, on the screen and as CSV" "周一：主管看周报，并导出 CSV"
clock 30 09:30
onduty report week sun
onduty report week sun --block slots --csv
onduty verify "$place/site.db" | sed "s|$place|.|g"

if [ "$ONDUTY_LANG" = zh ]; then
    cat <<'END'

开始您自己的案场:
  build/onduty init --name "案场名称"
  build/onduty plan add staff 姓名 --post night-guard
  build/onduty checkin staff 姓名
之后随时输入 build/onduty due,看现在该做什么。
END
else
    cat <<'END'

To start a site of your own:
  build/onduty init --name "Name of the site"
  build/onduty plan add staff NAME --post night-guard
  build/onduty checkin staff NAME
From then on build/onduty due says what to do next.
END
fi
