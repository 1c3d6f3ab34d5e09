#!/bin/sh
# SPDX-License-Identifier: MIT
# How do guards and supervisor keep watch? Fire patrol for two, signature, check call, alarm, incident, conduct.
# (C1 C2 C6 D2 D3 F6)
#   sh examples/duties/security.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 09:50"
open_site guard night-guard supervisor
guard=$(name_at guard)
night=$(name_at night-guard)
leader=$(name_at supervisor)

heading "A fire patrol wants two, and the supervisor signs (C1, C2; Order 61)" "防火巡查两人同行，主管签字（C1、C2；61 号令）"
at "2026-11-28 10:00"
onduty patrol start fire --by "$guard"
quietly patrol point P04 P05 P06 P07 P08 P09 --by "$guard"
onduty_finds patrol end --by "$guard"
at "2026-11-28 12:00"
onduty patrol start fire --with "$night" --by "$guard"
quietly patrol point P04 P05 P06 P07 P08 P09 --by "$guard"
onduty patrol end --by "$guard"
onduty patrol sign
onduty_finds patrol sign 8 --by "$guard"
onduty patrol sign 8 "$(say "walk with somebody the next time" 下次要有人同行)" --by "$leader"
onduty patrol sign all --by "$leader"
onduty_finds patrol sign 8 --by "$leader"

heading "The guard who is alone does not answer (4.1: check calls)" "单人值守没有应答（4.1：查岗）"
at "2026-11-28 22:00"
onduty patrol call "$night" --by "$leader"
at "2026-11-28 23:00"
onduty patrol call "$night" --no-answer --by "$leader"
at "2026-11-28 23:03"
onduty patrol call "$night" --no-answer --next "$(say "sent Li Qiang" 派李强去看)" --by "$leader"
onduty_finds due
at "2026-11-28 23:12"
onduty patrol call "$night" --outcome "$(say "well; battery of the radio was flat" 平安，对讲机没电)" --by "$leader"

heading "An alarm, and what it was (D2)" "警报和查明结果（D2）"
at "2026-11-29 01:10"
onduty patrol alarm P04 --kind intruder --by "$night"
at "2026-11-29 01:14"
onduty patrol alarm 31 "$(say "a cat" 是只猫)" --result false --by "$night"
at "2026-11-29 02:20"
onduty patrol alarm P09 --kind fire --by "$night"
at "2026-11-29 02:26"
onduty patrol incident "$(say "a cable smoulders in the switch room" 配电房电缆冒烟)" --category fire --place P09 \
    --at 02:22 --phoned "$leader" --action "$(say "power off, extinguisher used" 断电，用灭火器)" \
    --needed "$(say "electrician in the morning" 早上请电工)" --emergency fire --about 33 \
    --witness "$(say "driver Zhao 13800000000" "司机老赵 13800000000")" --by "$night"
onduty patrol incident 1
onduty patrol incident 1 --by "$leader" | tail -n 5

heading "A finding is for supervisors (D3, F6)" "纪律检查只给主管看（D3、F6）"
at "2026-11-29 03:30"
onduty_finds patrol conduct "$night" asleep --by "$guard"
onduty patrol conduct "$night" "$(say asleep 睡觉)" "$(say "at the gate, head on the desk" 在门岗趴着睡)" --by "$leader"
onduty log --kind conduct
onduty log --kind conduct --by "$leader"

heading "The figures" "报表"
onduty report week 2026-11-28 --block calls
onduty report week 2026-11-28 --block conduct
onduty report week 2026-11-28 --block patrol
