#!/bin/sh
# SPDX-License-Identifier: MIT
# How does one shift hand over to the next: offer, count, refuse, accept, slip? (D7 F1 C8 V8)
#   sh examples/duties/handover.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

day=$(name_at guard)
night=$(name_at night-guard)

at "2026-11-27 20:00"
open_site guard night-guard bar
quietly plan add staff "$(say "He Mei" 何梅)" --post bar --by "$day"
quietly checkin staff "$(say "He Mei" 何梅)"
quietly plan remove rule bar-opening bar-closing stocktake fridge-reading disinfection night-round --by "$day"
quietly lend out umbrella 7 --to "$(say "Zhou Yun" 周云)" --by "$day"
quietly patrol incident "$(say "parcel without a sender at the gate" 大门有无主包裹)" --category other --place P01 --by "$day"

heading "The day guard offers: everything that the night must know (F1, V8)" "日班保安交班：夜班要知道的都在里面（F1、V8）"
at "2026-11-27 20:20"
onduty handover offer "$(say "the gate lamp is on order" 大门的灯已订货)" --by "$day"

heading "They count together (D7)" "一起清点物品（D7）"
onduty handover count --by "$night"
onduty_finds handover count all radio=5 torch=2:worn --why radio="$(say "not in the charger" 不在充电座上)" --by "$night"
onduty_finds handover count all bicycle=1 --by "$night"

heading "Refused with the reason, offered again, accepted after 12 minutes" "拒绝接班，写明原因；再交，12 分钟后接班"
onduty_finds handover accept --by "$day"
onduty_finds handover refuse --by "$night"
onduty handover refuse "$(say "the switch room is not locked" 配电房没锁)" --by "$night"
at "2026-11-27 20:26"
onduty handover offer --by "$day"
onduty_finds handover offer --by "$day"
onduty_finds handover count all radio=5 --by "$night"

heading "The bar hands over at the same time" "水吧同时交班"
onduty handover offer --by "$(name_at bar)"
onduty_finds handover
onduty handover count all --of bar --by "$(say "He Mei" 何梅)"
onduty handover accept bar --by "$(say "He Mei" 何梅)"
at "2026-11-27 20:38"
onduty handover accept --by "$night"

heading "The radio is missing over three shifts: one defect, and whose it is" "对讲机三个班都没找到：一件事，谁负责"
quietly checkin out "$day"
at "2026-11-28 08:20"
quietly checkin staff "$day"
quietly handover offer --by "$night"
quietly handover count all radio=5 --by "$day" || true
quietly handover accept --by "$day"
quietly checkin out "$night"
at "2026-11-28 20:20"
quietly checkin staff "$night"
quietly handover offer --by "$day"
onduty_finds handover count all radio=5 --by "$night"
onduty handover slip guard
at "2026-11-28 20:40"
onduty_finds due
onduty handover accept --by "$night"

heading "The manager's week (C8)" "主管看一周的交接（C8）"
onduty report week 2026-11-28 --block handover
onduty report week 2026-11-28 --block handover-list
onduty report week 2026-11-28 --block handover-items
