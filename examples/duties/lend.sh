#!/bin/sh
# SPDX-License-Identifier: MIT
# Who has the umbrellas, radios and keys? (B11 L4 M5)
#   sh examples/duties/lend.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 15:00"
open_site front-desk guard

heading "Rain: an umbrella to the car park (B11, L4)" "下雨：打伞送到停车场（B11、L4）"
quietly checkin visit --party 2 --purpose x --by "$(name_at front-desk)"
onduty lend out umbrella 7 --to V1 --by "$(name_at front-desk)"
onduty_finds lend out umbrella 7 --to "$(say "Chen Ming" 陈明)" --by "$(name_at front-desk)"
onduty lend out umbrella 8 --to "$(say "Chen Ming" 陈明)" --phone 13800138000 --until 18:00 --by "$(name_at front-desk)"

heading "A radio for the guard (M5)" "保安领用对讲机（M5）"
onduty lend out radio 2 --to "$(name_at guard)" --by "$(name_at guard)"
onduty lend
at "2026-11-28 16:00"
onduty checkin out V1 --by "$(name_at front-desk)"
onduty lend back umbrella 7 --by "$(name_at front-desk)"

heading "Not back in time, damaged" "逾期未还，损坏"
at "2026-11-28 18:01"
onduty_finds due
onduty lend back umbrella 8 --damaged "$(say "a rib is bent" 伞骨弯了)" --by "$(name_at front-desk)"
onduty_finds lend back umbrella 8 --by "$(name_at front-desk)"
onduty lend
