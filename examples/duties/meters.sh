#!/bin/sh
# SPDX-License-Identifier: MIT
# How much electricity and water does the house use? Meters are read each day (F3)
#   sh examples/duties/meters.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site estate
estate=$(name_at estate)

heading "The meters are put into the plan, with a limit for the water" "把电表、水表写进方案，水有日用量上限"
"$build/onduty-rehearsal" plan export >"$place/plan.toml"
cat >>"$place/plan.toml" <<END

[[meter]]
code = "power"
name = "$(say "Electricity" 总电表)"
unit = "kWh"

[[meter]]
code = "water"
name = "$(say "Water" 总水表)"
unit = "m3"
limit = 12.5

[[rule]]
code = "power-reading"
name = "$(say "Read the electricity" 抄电表)"
kind = "at"
times = ["09:00"]
early = 30
late = 60
meter = "power"
END
(cd "$place" && onduty plan apply plan.toml --by "$estate")

heading "Read each morning: due until then" "每天早上抄表：没抄之前一直在待办里"
onduty due
onduty serve meter power 18230 --by "$estate"
onduty serve meter water 4200 --by "$estate"

heading "The next day says what was used" "第二天就知道用了多少"
at "2026-11-29 08:50"
onduty serve meter "$(say Electricity 总电表)" 18642.5 --by "$estate"
onduty_finds serve meter water 4218 --by "$estate"

heading "A number that was misread shows at once, and is withdrawn" "抄错的数马上看得出来，可以作废"
at "2026-11-30 08:50"
onduty_finds serve meter power 1865 --by "$estate"
onduty correct 11 --void --reason "$(say "a digit was left out" 少抄一位)" --by "$estate"
onduty serve meter power 18655 --by "$estate"

heading "What the days add up to" "几天的用量"
onduty report month --block meters
