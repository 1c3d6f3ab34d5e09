#!/bin/sh
# SPDX-License-Identifier: MIT
# How does a fault become a repair, and when is it through? (G5 P3 V3 V7)
#   sh examples/duties/repairs.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 09:00"
open_site supervisor guard show-home
guard=$(name_at guard)

heading "A fault on a round, of a checklist, at a count: nothing is typed twice (G5)" "巡逻、检查、清点发现的问题自动立项（G5）"
onduty patrol start fire --by "$guard"
onduty patrol point P05 --fault "$(say "door sticks" 门卡住)" --by "$guard"
onduty patrol check show-opening 1 3-6 --fault 2="$(say "does not cool" 不制冷)" --by "$(name_at show-home)"
onduty_finds serve count show-1 all vase=1 --by "$(name_at show-home)"
onduty complain

heading "A repair by telephone, of a flat (P3, V3, V7)" "电话报修，写明房号（P3、V3、V7）"
onduty complain new repair "$(say "tap drips" 水龙头漏水)" --unit 2-1-301 --channel phone --name "$(say "Lin Xiao" 林晓)" --phone 13800138021 --by "$guard"
onduty_finds complain resolve C4 "$(say "new seal" 换了垫圈)" --by "$guard"
onduty complain dispatch C4 "$(say "Water and Pipes Ltd" 水暖公司)" --by "$guard"

heading "Sent, there, done, accepted (V3, V7)" "派单、到场、修好、验收（V3、V7）"
onduty complain dispatch C1 guard "$(say "look at the hinge" 检查合页)" --by "$guard"
at "2026-11-28 09:25"
onduty complain arrive C1 --by "$guard"
onduty complain wait C1 parts "$(say "a hinge" 合页)" --by "$guard"
at "2026-11-28 11:00"
onduty complain arrive C4 --by "$guard"
onduty complain resume C1 --by "$guard"
onduty complain resolve C1 "$(say "new hinge" 换了合页)" --cost 12.50 --by "$guard"
onduty_finds complain archive C1 --by "$guard"
onduty complain sign C1 "$(name_at supervisor)" refused "$(say "still sticks" 还是卡住)" --by "$guard"
at "2026-11-28 12:00"
onduty complain resolve C1 "$(say "set anew" 重新调好)" --by "$guard"
onduty complain sign C1 "$(name_at supervisor)" ok --by "$guard"
onduty complain archive C1 --by "$guard"

heading "The fault names its repair, the repair its fault" "记录里有事项编号，事项里有来源"
onduty complain show C1
onduty log --kind point
onduty complain list --open --place P05
onduty complain list --kind repair

heading "The figures" "报表"
onduty report week 2026-11-28 --block repairs
onduty report week 2026-11-28 --block case-ages
