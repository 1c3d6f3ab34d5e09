#!/bin/sh
# SPDX-License-Identifier: MIT
# Who calls, and who is questioned or turned away at the gate? (A6 C3 D8 F5 N3 N4 N8 N10)
#   sh examples/duties/gate.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site guard front-desk sales

heading "A first call is passed on (N3); questions are noted (A6, N4)" "首次来电要转接（N3）；询问记下来（A6、N4）"
at "2026-11-28 09:10"
onduty_finds checkin call "$(say "asks for the price" 询问价格)" --first --by "$(name_at front-desk)"
onduty checkin call "$(say "asks for the price" 询问价格)" --first --host "$(name_at sales)" --phone 13900139000 --by "$(name_at front-desk)"
onduty checkin call "$(say "when is the pool open? answered: from May" 泳池何时开放？已答：五月)" --by "$(name_at front-desk)"

heading "A salesman is turned away, a stranger is questioned (D8, N10, F5)" "劝离推销人员，盘问陌生人（D8、N10、F5）"
at "2026-11-28 10:30"
onduty checkin refuse "$(say "sells insurance, no appointment" 推销保险，没有预约)" --told "$(name_at front-desk)" --by "$(name_at guard)"
at "2026-11-28 20:10"
onduty checkin refuse "$(say "looks for a friend, does not know the number" 找朋友，说不出房号)" --outcome questioned --by "$(name_at guard)"

heading "A vehicle comes and goes (C3)" "车辆进出登记（C3）"
onduty checkin vehicle 粤B54321 --party 1 --purpose "$(say "delivers flowers" 送花)" --by "$(name_at guard)"
onduty_finds checkin vehicle "$(say "no plate" 没有车牌)" --by "$(name_at guard)"
onduty checkin out V1 --by "$(name_at guard)"

heading "Counted without anyone counting (N8)" "来电来访自动统计（N8）"
onduty report day --block hours
