#!/bin/sh
# SPDX-License-Identifier: MIT
# How is a question answered, and an opinion passed on? (A6 J4 K10 N3 N4 P1 Q1 Q2 R1-R3 R5 S3 V5 V6)
#   sh examples/duties/enquiries.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 10:00"
open_site supervisor front-desk bar sales
desk=$(name_at front-desk)
boss=$(name_at supervisor)

heading "A first call is passed on, its question becomes an enquiry without typing it again (N3, N4)" "首次来电转给销售，问题直接转为咨询（N3、N4）"
onduty checkin call "$(say "when is building 2 handed over" 二号楼什么时候交房)" --first --host "$(name_at sales)" --name "$(say "Lin Xiao" 林晓)" --phone 13800138021 --by "$desk"
onduty complain new enquiry --from 10 --channel phone --by "$desk"

heading "Answered at once: one line (J4, R1-R3)" "当场答复：一行就够（J4、R1-R3）"
onduty complain new enquiry "$(say "where is the parking" 停车场在哪里)" --channel visit --answer "$(say "left of the gate" 大门左边)" --cause information --by "$(name_at bar)"
onduty complain new enquiry "$(say "what is the fee" 物业费多少)" --channel message --answer "$(say "3.20 a square metre" 每平方米3.2元)" --cause price --by "$desk"

heading "Not known here: handed up, and still answered (A6, N4, V5)" "不知道的上报，再答复客户（A6、N4、V5）"
onduty complain escalate C1 supervisor "$(say "not in the handbook" 手册里没有)" --by "$desk"
onduty complain --by "$desk"
at "2026-11-28 15:30"
onduty complain resolve C1 "$(say "June 2027, she was called" 2027年6月，已回电)" --cause information --archive --by "$boss"
onduty complain show C1

heading "Opinions and suggestions are collected and passed on (K10, Q2)" "客户意见和建议收集上报（K10、Q2）"
onduty complain new opinion "$(say "the show home is too warm" 样板间太热)" --channel visit --by "$desk"
onduty complain new suggestion "$(say "a bench at the pool" 水池边放张椅子)" --channel web --by "$desk"
onduty complain escalate C4 company "$(say "weekly list" 每周汇总)" --by "$boss"
onduty complain archive C4 --by "$boss"
onduty complain new lost-property "$(say "blue umbrella at table A3" A3桌落下一把蓝伞)" --place P05 --by "$desk"
onduty complain list --from 2026-11-28

heading "What was asked about, how, and how long the answer took (R5, V6)" "问了什么、怎么问的、多久答复（R5、V6）"
onduty report week 2026-11-28 --block enquiries
