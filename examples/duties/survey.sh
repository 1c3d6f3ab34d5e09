#!/bin/sh
# SPDX-License-Identifier: MIT
# How are owners asked for their opinion, and what becomes of it? (P6)
#   sh examples/duties/survey.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site supervisor front-desk cleaner
boss=$(name_at supervisor)
desk=$(name_at front-desk)

heading "Opinion forms go out (P6)" "发放业户意见调查表（P6）"
at "2026-11-28 09:30"
onduty customer survey new "$(say "Autumn" 秋季)" --sent 5 --until "2026-12-10 18:00" --by "$desk"

heading "They come back, 1 to 5 for each topic (P6)" "按时收回，每项 1 到 5 分（P6）"
at "2026-12-01 10:00"
onduty customer survey answer 8 security=5 cleaning=4 repair=4 --by "$desk"
onduty customer survey answer 8 "$(say security 安全)=4" "$(say cleaning 保洁)=2" "$(say "the lobby floor is dirty at noon" 中午大堂地面脏)" --by "$desk"
onduty customer survey answer 8 security=4 cleaning=3 communication=5 --by "$desk"
onduty_finds customer survey answer 8 security=6 --by "$desk"
onduty_finds customer survey answer 8 parking=4 --by "$desk"

heading "Statistics and improvement measures (P6)" "统计和改进措施（P6）"
onduty customer survey measure 8 "$(say "mop the lobby at noon, too" 中午再拖一次大堂)" --owner "$(name_at cleaner)" --until "2026-12-05 18:00" --by "$boss"
onduty customer survey done 8 --by "$boss"
onduty customer survey show 8
onduty_finds customer survey answer 8 security=4 --by "$desk"
onduty report month 2026-12-01 --block survey --csv
