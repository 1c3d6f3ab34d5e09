#!/bin/sh
# SPDX-License-Identifier: MIT
# How is a group served, from the wish of each person to the table that is tidied up? (B1 B4 B5 B7-B10 J3 K4 O2-O4)
#   sh examples/duties/drinks.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site front-desk bar cleaner

heading "Each person's wish, brought line by line (B4, B7, O2, O3)" "逐人询问，逐项送达（B4、B7、O2、O3）"
at "2026-11-28 10:00"
onduty checkin visit --party 3 --purpose "$(say "wants to see a flat" 看房)" --by "$(name_at front-desk)"
at "2026-11-28 10:02"
onduty serve order V1 tea=2 water --note "$(say "one tea without sugar" 一杯茶不加糖)" --by "$(name_at bar)"
at "2026-11-28 10:05"
onduty serve deliver V1 tea --by "$(name_at bar)"
onduty serve list
at "2026-11-28 10:06"
onduty serve deliver V1 --by "$(name_at bar)"

heading "Sitting down demands a service, then every ten minutes (B8, O4)" "落座再服务，之后每十分钟续杯（B8、O4）"
at "2026-11-28 10:12"
onduty serve seat V1 A3 --by "$(name_at front-desk)"
at "2026-11-28 10:14"
onduty serve refill V1 --by "$(name_at bar)"
at "2026-11-28 10:22"
onduty due || true
onduty serve refill V1 --by "$(name_at bar)"
at "2026-11-28 10:37"
onduty_finds due
onduty serve refill V1 --by "$(name_at bar)"

heading "Departure asks for the table to be tidied up (B9, B10, K4)" "客人离开，请保洁整理（B9、B10、K4）"
at "2026-11-28 10:50"
onduty checkin out V1 --by "$(name_at front-desk)"
at "2026-11-28 10:56"
onduty serve clear V1 --by "$(name_at cleaner)"
onduty log --visit V1

heading "Wrong input" "输入有误"
onduty_finds serve order V1 tea --by "$(name_at bar)"
quietly checkin visit --party 2 --purpose x --by "$(name_at front-desk)"
onduty serve order V2 tea=7 --by "$(name_at bar)"

heading "The day at the bar (B1, B8)" "水吧当天（B1、B8）"
onduty report day --block bar
onduty report day --block drinks
