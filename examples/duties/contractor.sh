#!/bin/sh
# SPDX-License-Identifier: MIT
# How are people registered and watched who come to work? (K6)
#   sh examples/duties/contractor.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site guard show-home

at "2026-11-28 09:00"
onduty checkin contractor "$(say "Sun Bo" 孙波)" --work "$(say "repairs the floor of show home 2" 修样板间2地板)" --company "$(say "Floor Ltd" 地板公司)" --permit 2026-118 --tool drill=2 --tool saw --supervisor "$(name_at show-home)" --by "$(name_at guard)"
at "2026-11-28 11:00"
onduty checkin progress V1 "$(say "half done, dust covered" 完成一半，已盖防尘布)" --by "$(name_at show-home)"
at "2026-11-28 15:30"
onduty checkin out V1 --tool drill=1 --tool saw --by "$(name_at guard)"
onduty log --visit V1
