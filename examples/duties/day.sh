#!/bin/sh
# SPDX-License-Identifier: MIT
# What does a day's report say about the front of the house? (A8 N8 N9 O10 W1)
#   sh examples/duties/day.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site front-desk bar sales show-home
at "2026-11-28 10:00"
quietly checkin visit --party 3 --first --purpose x --host "$(name_at sales)" --seat A1 --by "$(name_at front-desk)"
quietly serve order V1 tea=3 --by "$(name_at bar)"
at "2026-11-28 10:04"
quietly serve deliver V1 --by "$(name_at bar)"
at "2026-11-28 10:14"
quietly serve refill V1 --by "$(name_at bar)"
quietly checkin call "$(say "asks for the price" 询问价格)" --first --host "$(name_at sales)" --by "$(name_at front-desk)"
at "2026-11-28 10:24"
quietly serve tour V1 show-2 --by "$(name_at show-home)"
at "2026-11-28 10:40"
quietly checkin out V1 --by "$(name_at front-desk)"
quietly serve count show-2 all --by "$(name_at show-home)" || true

heading "First contacts of the day (A8, W1)" "当天首次来访和来电（A8、W1）"
onduty log --kind visit
onduty log --kind call

heading "The report of the day (N8, N9, O10)" "日报（N8、N9、O10）"
at "2026-11-28 18:00"
onduty report day
