#!/bin/sh
# SPDX-License-Identifier: MIT
# How is a meeting prepared, held and cleared up? (G7)
#   sh examples/duties/meeting.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-26 16:00"
open_site front-desk cleaner

onduty serve meeting B1 "2026-11-28 14:00" --party 8 --purpose "$(say "owners' meeting" 业主会)" --note "$(say "screen, 8 cups, fruit" 投影、8只茶杯、水果)" --by "$(name_at front-desk)"
onduty_finds serve meeting B1 "2026-11-25 14:00" --party 8 --purpose x --by "$(name_at front-desk)"
at "2026-11-28 13:10"
for post in front-desk cleaner; do
    quietly checkin out "$(name_at "$post")"
    quietly checkin staff "$(name_at "$post")"
done
onduty due || true
at "2026-11-28 13:28"
onduty serve ready V1 --by "$(name_at front-desk)"
at "2026-11-28 13:58"
onduty checkin visit V1 --by "$(name_at front-desk)"
onduty serve order V1 tea=8 --by "$(name_at front-desk)"
onduty serve deliver V1 --by "$(name_at front-desk)"
at "2026-11-28 15:30"
onduty checkin out V1 --by "$(name_at front-desk)"
at "2026-11-28 15:40"
onduty serve clear V1 --by "$(name_at cleaner)"
onduty log --visit V1
