#!/bin/sh
# SPDX-License-Identifier: MIT
# What does the office keep in mind? Drills, training, the weekly meeting, events, suppliers, mail, tasks, goods out.
# (A3 A4 A10 C5 C6 C7 G4 H2 H7 N6 P5 P7 P8 T3 V4)
#   sh examples/duties/office.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-23 09:00"
open_site supervisor front-desk guard
leader=$(name_at supervisor)
desk=$(name_at front-desk)
guard=$(name_at guard)

heading "A task has an owner and a time (A10, C7, P8)" "任务有负责人和期限（A10、C7、P8）"
onduty note task "$(say "mend the fence at the car park" 修停车场围栏)" --owner "$guard" --until "$(say "tomorrow 18:00" 明天18:00)" --by "$leader"
onduty_finds note task "$(say "mend the gate" 修大门)" --until 2026-11-20 --by "$leader"

heading "Drills and training come again (C5, C6, G4, H2, T3, V4)" "演练和培训到期再办（C5、C6、G4、H2、T3、V4）"
onduty note drill fire --people 12 --result ok --next 2026-12-10 --by "$leader"
onduty_finds note drill fire --people 12 --by "$leader"
onduty note drill formation "$(say "two came late" 两人迟到)" --people 6 --result fault --by "$leader"
onduty note training "$(say "how to use the log" 怎么用值班日志)" --people 8 --by-whom "$leader" --next 2026-12-20 --by "$leader"

heading "The department meets every week; owners meet, too (H7, P7)" "部门周例会；业主会（H7、P7）"
printf '%s\n%s\n' "$(say "complaints: two, both closed" 投诉两件，都已办结)" "$(say "linen is counted on Fridays" 布草周五盘点)" | onduty note minutes - --people 7 --by "$leader"
onduty note minutes "$(say "the gate stays open until ten" 大门开到十点)" --meeting owners --people 31 --by "$leader"

heading "An event is planned, and looked back on (A3)" "活动先计划，后总结（A3）"
onduty note event "$(say "owners' day, 40 chairs" 业主开放日，40把椅子)" "2026-11-24 14:00" --place P04 --people 40 --by "$leader"

heading "What a supplier promised (A4)" "供方答应的事（A4）"
onduty note supplier "$(say "Acme Lifts" 通力电梯)" "$(say "lift 2 stops between floors" "2号梯卡层")" \
    --promise "$(say "a mechanic comes" 派人来修)" --until "$(say "tomorrow 10:00" 明天10:00)" --name "$(say "Mr Liu" 刘工程师)" --by "$leader"

heading "Mail waits for whom it is for (N6)" "信件等人来领（N6）"
onduty note mail "$(say "registered letter" 挂号信)" --for 2-1-301 --by "$desk"
onduty note mail "$(say newspaper 报纸)" --for "$leader" --by "$desk"
onduty note mail "$(say parcel 包裹)" --for "$(say "Chen Jianguo" 陈建国先生)" --by "$desk"

heading "Goods leave when the guard has counted them (P5)" "物品放行由门岗核对（P5）"
onduty note release "$(say sofa 沙发)=1" "$(say chair 椅子)=4" --for 2-1-301 --approved-by "$leader" --by "$desk"
onduty_finds note done 19 --by "$desk"
onduty note done 19 "$(say "counted, all there" 核对无误)" --by "$guard"

heading "The next day" "第二天"
at "2026-11-24 16:30"
onduty note
onduty_finds due
onduty note done 14 "$(say "35 came, chairs were enough" 来了35人，椅子够)" --by "$leader"
onduty_finds note done 15 "$(say "lift 2 runs" 2号梯好了)" --by "$leader"
onduty note done 16 --to "$(say "Mrs Chen" 陈太太)" --by "$desk"
onduty note done 17 --to "$leader" --by "$desk"
at "2026-11-24 18:20"
onduty note done 8 --by "$guard"
onduty_finds note done 8 --by "$guard"
onduty note show 15

heading "The figures" "报表"
onduty report week 2026-11-24 --block drills
onduty report week 2026-11-24 --block notes
