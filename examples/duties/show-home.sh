#!/bin/sh
# SPDX-License-Identifier: MIT
# How is a show home opened, shown, counted and closed? (K2-K5 K7 K8)
#   sh examples/duties/show-home.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:45"
open_site front-desk show-home

heading "Opening (K3)" "开放前检查（K3）"
at "2026-11-28 08:55"
onduty patrol check show-opening all --by "$(name_at show-home)"
onduty serve count show-1 all --opening --by "$(name_at show-home)"

heading "One group, one count (K2, K5)" "一客一盘点（K2、K5）"
quietly checkin visit --party 3 --purpose x --by "$(name_at front-desk)"
quietly checkin visit --party 2 --purpose x --by "$(name_at front-desk)"
at "2026-11-28 10:00"
onduty serve tour V1 show-1 --by "$(name_at show-home)"
onduty_finds serve tour V2 show-1 --by "$(name_at show-home)"
at "2026-11-28 10:20"
onduty serve tour-end V1 --by "$(name_at show-home)"
onduty_finds serve tour V2 show-1 --by "$(name_at show-home)"

heading "A difference is a finding of that group; a thing may be out of place (K5, K7)" "差异归到这批客人；物品要归位（K5、K7）"
at "2026-11-28 10:24"
onduty_finds serve count show-1 all vase=1 --misplaced remote="$(say "under the sofa" 在沙发下面)" --by "$(name_at show-home)"
onduty_finds serve count show-1 all piano=1 --by "$(name_at show-home)"
onduty serve explain 18 vase "$(say "a child knocked it over, the parents know" 小孩碰倒，家长知道)" --by "$(name_at show-home)"
onduty serve tour V2 show-1 --by "$(name_at show-home)"
at "2026-11-28 10:40"
onduty serve tour-end V2 --by "$(name_at show-home)"
onduty_finds due
quietly checkin visit --party 4 --purpose x --by "$(name_at front-desk)"
onduty serve tour V3 show-1 --uncounted "$(say "the mayor waits" 领导在等)" --by "$(name_at show-home)"
at "2026-11-28 11:00"
onduty checkin out V3 --by "$(name_at front-desk)"
onduty serve count show-1 all vase=1 --why vase="$(say "as before" 同前)" --by "$(name_at show-home)" || true

heading "Linen goes and comes back (K8)" "布草送洗和送回（K8）"
at "2026-11-28 14:00"
onduty serve linen sent "$(say sheet 床单)=4" "$(say curtain 窗帘)=2" --by "$(name_at show-home)"
at "2026-11-30 14:00"
onduty serve linen back "$(say sheet 床单)=4" --by "$(name_at show-home)"
onduty serve linen

heading "The figures" "报表"
onduty report day 2026-11-28 --block show-home
onduty report day 2026-11-28 --block differences
