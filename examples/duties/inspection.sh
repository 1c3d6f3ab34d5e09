#!/bin/sh
# SPDX-License-Identifier: MIT
# What does the supervisor look at, and who looks after the estate? (A9 H4 I1 I2 P2 P4 P5 V10)
#   sh examples/duties/inspection.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-23 09:00"
open_site supervisor guard front-desk estate
leader=$(name_at supervisor)

at "2026-11-23 18:30"
heading "All operations, the floor, fire safety (A9, H4, V10; Order 61)" "全面巡查、卖场巡视、防火检查（A9、H4、V10；61 号令）"
onduty_finds patrol
onduty patrol check operations
onduty patrol check operations all --fault 8="$(say "computer at the desk does not start" 前台电脑开不了机)" --by "$leader"
onduty patrol check floor all --fixed 2="$(say "two tables cleared" 清了两张桌子)" --by "$leader"
onduty patrol check fire-safety all --by "$leader"

heading "Who was looked at, and who not yet (I1, I2)" "谁检查过了，谁还没有（I1、I2）"
quietly checkin inspect "$(name_at guard)" all --by "$leader"
onduty checkin inspect

heading "Houses, facilities, renovation; vacant homes and their keys (P4, P5)" "房屋、设施、装修；空置房和钥匙（P4、P5）"
onduty patrol check estate all --fault 4="$(say "2-1-301: wall broken through without approval" 2-1-301：未经批准砸墙)" --by "$(name_at estate)"
onduty_finds patrol check vacant 1-3 5 --by "$(name_at estate)"
onduty patrol check vacant all --fixed 2="$(say "tap in 3-2-502 turned off" 关了3-2-502的水龙头)" --by "$(name_at estate)"

heading "The figures" "报表"
onduty report day 2026-11-23 --block checks
