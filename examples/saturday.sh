#!/bin/sh
# SPDX-License-Identifier: MIT
# What does a whole Saturday at the front of the house look like: three at the desk, sixty groups, four tours at once,
# a refused salesman, a fridge at 9 degrees and a broken cup?
#
#   sh examples/saturday.sh        installs what is missing, builds, plays the day
#   ONDUTY_LANG=zh sh examples/saturday.sh      the same in Chinese
set -eu

. "$(dirname "$0")/stage.sh"

# clock MINUTES: so many minutes after 09:00 on Saturday, the 28th of November 2026.
clock() {
    at "2026-11-28 $(printf '%02d:%02d' $((9 + $1 / 60)) $(($1 % 60)))"
}

second=$(say "Sun Li" 孙丽) third=$(say "Wu Fei" 吴菲)
desk=$(name_at front-desk) bar=$(name_at bar) home=$(name_at show-home) gate=$(name_at guard) sales=$(name_at sales)
cleaner=$(name_at cleaner) boss=$(name_at supervisor)

heading "Three at the desk, the bar and the show home ready" "三人在前台，水吧和样板间就绪"
at "2026-11-28 08:45"
quietly init --name "$(say "Site One" 案场一号)"
for post in front-desk bar show-home guard sales cleaner supervisor; do
    change_plan add staff "$(name_at $post)" --post $post
done
change_plan add staff "$second" --post front-desk
change_plan add staff "$third" --post front-desk
change_plan certificate "$bar" 2027-06-30
for name in "$bar" "$home" "$gate" "$sales" "$cleaner" "$boss"; do
    quietly checkin staff "$name"
done
onduty checkin staff "$desk"
onduty checkin staff "$second"
onduty checkin staff "$third"
onduty patrol check bar-opening all --by "$bar"
onduty patrol check show-opening all --by "$home"
onduty serve stock count tea=4 coffee=6 juice=24 water=120 milk=12 pastry=40 cup=60 glass=60 plate=40 --opening --by "$bar"
onduty serve fridge 4 --by "$bar"

heading "Fifty-five groups until the evening" "到傍晚五十五批客人"
# Everything that happens, as "minute number what", in the order of the clock.
day() {
    group=1
    while [ $group -le 55 ]; do
        start=$((10 * (group - 1) + 3))
        echo "$start $group arrive"
        echo "$((start + 2 + group % 5)) $group host"
        echo "$((start + 4)) $group order"
        echo "$((start + 7)) $group deliver"
        echo "$((start + 5)) $group seat"
        echo "$((start + 16)) $group refill"
        # Every seventh group waits too long once.
        [ $((group % 7)) -eq 0 ] || echo "$((start + 26)) $group refill"
        echo "$((start + 36)) $group refill"
        [ $((group % 3)) -ne 0 ] || echo "$((start + 20)) $group tour"
        [ $((group % 3)) -ne 0 ] || echo "$((start + 38)) $group tour-end"
        [ $((group % 3)) -ne 0 ] || echo "$((start + 40)) $group count"
        echo "$((start + 45)) $group leave"
        echo "$((start + 52)) $group clear"
        group=$((group + 1))
    done
}
seat_of() {
    case $(($1 % 5)) in 0) echo A1 ;; 1) echo A2 ;; 2) echo A3 ;; 3) echo B1 ;; *) echo B2 ;; esac
}
room_of() {
    echo "show-$((($1 / 3) % 4 + 1))"
}

day | sort -s -n -k1,1 | while read -r minute group what; do
    clock "$minute"
    visit=V$group
    room=$(room_of "$group")
    case $what in
    arrive)
        case $((group % 3)) in 0) who=$desk ;; 1) who=$second ;; *) who=$third ;; esac
        case $((group % 4)) in 0) type=first ;; 1) type=return ;; 2) type=owner ;; *) type=vip ;; esac
        quietly checkin visit --party $((1 + group % 4)) --type $type --purpose "$(say "looks at flats" 看房)" --by "$who"
        ;;
    host) quietly checkin host $visit "$sales" --by "$desk" ;;
    order) quietly serve order $visit tea=$((1 + group % 2)) water --by "$bar" ;;
    deliver) quietly serve deliver $visit --by "$bar" ;;
    seat) quietly serve seat $visit "$(seat_of "$group")" --by "$desk" ;;
    refill) quietly serve refill $visit --by "$bar" ;;
    tour) quietly serve tour $visit "$room" --by "$home" ;;
    tour-end) quietly serve tour-end $visit --by "$home" ;;
    count) if [ "$group" -eq 30 ]; then quietly serve count "$room" all vase=1 --by "$home" || true; else quietly serve count "$room" all --by "$home"; fi ;;
    leave) quietly checkin out $visit --by "$second" ;;
    clear) quietly serve clear $visit --by "$cleaner" ;;
    esac
done

heading "Four tours at once, and a fifth that has to wait" "四批同时看房，第五批要等"
clock 662
for group in 56 57 58 59 60; do
    quietly checkin visit --party 2 --purpose "$(say "looks at flats" 看房)" --by "$desk"
done
onduty serve tour V56 show-1 --by "$home"
onduty serve tour V57 show-2 --by "$home"
onduty serve tour V58 show-3 --by "$home"
onduty serve tour V59 show-4 --by "$home"
onduty_finds serve tour V60 show-1 --by "$home"
clock 670
for group in 56 57 58 59 60; do
    quietly checkin out V$group --by "$desk"
done
for room in show-1 show-2 show-3 show-4; do
    onduty serve count $room all --by "$home"
done

heading "A salesman at the gate, a fridge at 9 degrees, a broken cup" "门口的推销员，9度的冰箱，打破的茶杯"
clock 672
onduty checkin refuse "$(say "sells water filters" 推销净水器)" --told "$boss" --by "$gate"
onduty_finds serve fridge 9 --by "$bar"
onduty_finds serve fridge 9 --action "$(say "door closed, milk moved" 关好门，牛奶移走)" --by "$bar"
onduty serve stock broken cup=1 --note "$(say "fell from the tray" 从托盘掉落)" --by "$bar"
onduty_finds due

heading "Closing" "闭店"
clock 685
onduty serve stock approve "$("$build/onduty-rehearsal" log --kind stock --last 1 --json | sed -n 's/.*"number":\([0-9]*\).*/\1/p')" --by "$boss"
onduty_finds serve stock count tea=3 coffee=6 juice=24 water=65 milk=12 pastry=40 cup=59 glass=60 plate=40 --closing --by "$bar"
onduty patrol check bar-closing all --by "$bar"
onduty patrol check show-closing all --by "$home"

heading "The day in figures" "当天数字"
onduty report day --block reception
onduty report day --block bar
onduty report day --block show-home
onduty report day --block differences
onduty report day --block stock
onduty report day --block staff
onduty log --visit V30
onduty verify | sed "s|$place|.|"
