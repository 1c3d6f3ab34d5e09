#!/bin/sh
# SPDX-License-Identifier: MIT
# How does a group come in: announced at the gate, met at the desk, given to one of sales? (B3 B6 B12 D4 D5 D9 G8 L1-L3 N2 N5)
#   sh examples/duties/arrival.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site guard front-desk bar sales

heading "The guard sees a car with three people (D5, B12)" "保安看到一辆车，三位客人（D5、B12）"
at "2026-11-28 10:00"
onduty checkin notice "$(say "silver car, three people in it" 银色轿车，同车三人)" --party 3 --plate 粤A12345 --by "$(name_at guard)"
onduty due || true
at "2026-11-28 10:01"
onduty checkin accept V1 --by "$(name_at front-desk)"
onduty checkin accept V1 --by "$(name_at bar)"

heading "The desk asks what for, and tells sales which seat (N2, L1, B6)" "前台询问来访事由，告知销售座位（N2、L1、B6）"
at "2026-11-28 10:03"
onduty checkin visit V1 --first --purpose "$(say "wants to see a flat" 看房)" --seat A3 --name "$(say "Chen Ming" 陈明)" --phone 13800138000 --by "$(name_at front-desk)"

heading "One of sales is invited (B3, L2, N5)" "邀请一名销售人员（B3、L2、N5）"
at "2026-11-28 10:06"
onduty checkin host V1 "$(name_at sales)" --by "$(name_at front-desk)"

heading "Somebody on business; a VIP (L3, G8)" "办事人员；贵宾（L3、G8）"
onduty checkin visit --type business --party 1 --purpose "$(say "brings a contract" 送合同)" --by "$(name_at front-desk)"
onduty checkin visit --type vip --party 2 --purpose "$(say "second look" 再看一次)" --host "$(name_at sales)" --by "$(name_at front-desk)"
onduty checkin list

heading "A known plate and a known customer are recognized, names stay masked (D4, D9)" "认出熟悉的车号和客户，姓名隐去（D4、D9）"
at "2026-11-28 11:30"
onduty checkin out V1 --by "$(name_at front-desk)"
at "2026-11-28 15:00"
onduty checkin vehicle 粤A12345 --by "$(name_at guard)"
onduty checkin visit --party 2 --purpose "$(say "comes with his wife" 带太太再来)" --phone "138 0013 8000" --by "$(name_at front-desk)"
onduty report day --block announcements
onduty report day --block reception
