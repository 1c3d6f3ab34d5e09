#!/bin/sh
# SPDX-License-Identifier: MIT
# Who is there, is that enough, and how do they look and serve? (B2 B13 M1-M12 N0 N1 O0 O1)
#   sh examples/duties/staff.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:30"
open_site supervisor

heading "Does the rota add up? (N0, O0)" "排班够不够（N0、O0）"
onduty plan rota

heading "On duty, late against the rota (N0)" "上岗，与排班对照（N0）"
quietly plan add staff "$(name_at front-desk)" --post front-desk --by "$(name_at supervisor)"
at "2026-11-28 09:20"
onduty checkin staff "$(name_at front-desk)"

heading "Appearance, scored by the leader (M1-M12, N1, O1)" "仪容仪表由领班打分（M1-M12、N1、O1）"
onduty checkin inspect "$(name_at front-desk)" --by "$(name_at supervisor)"
onduty checkin inspect "$(name_at front-desk)" all --fault 9="$(say "nails too long" 指甲过长)" --by "$(name_at supervisor)"
onduty_finds checkin inspect "$(name_at supervisor)" all --by "$(name_at supervisor)"

heading "Manners (B2, B7, B10, B13)" "服务礼仪（B2、B7、B10、B13）"
onduty checkin inspect "$(name_at front-desk)" service --by "$(name_at supervisor)"
onduty checkin inspect "$(name_at front-desk)" service all --by "$(name_at supervisor)"

heading "The figures" "报表"
onduty report day --block inspections
onduty report day --block staff
