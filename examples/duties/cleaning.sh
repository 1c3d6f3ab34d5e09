#!/bin/sh
# SPDX-License-Identifier: MIT
# How is the house kept clean? (B9 E0a E0b E1a E1b E1c E2 E3 E4 E5 E6a E6b E7a E7b E8a E8b G5 I3)
#   sh examples/duties/cleaning.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-10-31 06:05"
open_site cleaner bar supervisor
cleaner=$(name_at cleaner)
bar=$(name_at bar)
supervisor=$(name_at supervisor)

heading "Due now, the last day of the half-month and of the month (E0a-E8b)" "月末、半月末当天该做的（E0a 至 E8b）"
at "2026-10-31 09:40"
onduty clean

heading "A round, several numbers at once (E0a, E0b, E1a)" "巡扫一圈，几项一起报（E0a、E0b、E1a）"
onduty clean done 1-13 --by "$cleaner"

heading "The bar asks, and a group leaves (B9, K4)" "水吧请保洁，客离整理（B9、K4）"
at "2026-10-31 10:20"
onduty clean request "$(say bar 吧台)" "$(say "coffee on the floor" 咖啡洒在地上)" --by "$bar"
onduty_finds due
at "2026-10-31 10:28"
onduty clean done R21 --by "$cleaner"
onduty_finds clean done R21 --by "$cleaner"

heading "Litter lies an hour at most (E6a)" "垃圾滞留不超过一小时（E6a）"
onduty clean litter found P02 "$(say "paper cups" 纸杯)" --by "$cleaner"
at "2026-10-31 11:05"
onduty clean litter removed P02 --by "$cleaner"
onduty_finds clean litter removed P02 --by "$cleaner"
onduty clean litter found Z04 --by "$cleaner"

heading "Every day, every week, every half-month, every month (E1-E8)" "每日、每周、每半月、每月（E1 至 E8）"
at "2026-10-31 16:00"
onduty clean done 14-22 25 26 --by "$cleaner"
onduty clean done "$(say glass 门窗玻璃)" --by "$cleaner"

heading "The pool needs agent and dose (E8b); not this time (E6b)" "景观池要写药剂和用量（E8b）；这次不做（E6b）"
onduty_finds clean done 24 --by "$cleaner"
onduty clean done 24 --agent "$(say chlorine 氯片)" --dose "$(say "200 g" "200 克")" --by "$cleaner"
onduty clean skip 23 "$(say "event on the plaza all week" 广场整周有活动)" --by "$cleaner"
onduty_finds clean done 41 --by "$cleaner"

heading "The supervisor inspects hygiene and placement (I3, G5)" "主管检查卫生和摆放（I3、G5）"
onduty patrol check placement
onduty_finds patrol check placement 1-3 5-6 --fault 4="$(say "vase chipped" 花瓶有缺口)" --by "$supervisor"
onduty clean inspect P05 --score 4 --by "$supervisor"
onduty clean inspect P06 --score 2 --finding "$(say "stain on the carpet" 地毯有污渍)" --by "$supervisor"
onduty_finds clean inspect P06 --score 6 --by "$supervisor"
onduty_finds clean inspect P06 --score 3 --by "$cleaner"

heading "The next morning: what was missed is said once" "第二天早上：漏做的说一次"
at "2026-11-01 07:30"
onduty_finds clean
onduty_finds due
onduty clean skip 4-8 --missed "$(say "alone today" 今天只有一个人)" --by "$cleaner"

heading "The figures" "报表"
onduty report week 2026-10-31 --block cleaning
onduty report day 2026-10-31 --block litter
onduty report day 2026-10-31 --block requests
onduty report day 2026-10-31 --block area-scores
