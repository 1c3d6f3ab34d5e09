#!/bin/sh
# SPDX-License-Identifier: MIT
# How does the register that was kept in a spreadsheet come into the log? (P3 P6 Y2)
#   sh examples/duties/register.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 09:00"
open_site front-desk

heading "The old register: Chinese headings, a byte-order mark, one bad row" "旧登记簿：中文列名，带 BOM，有一行写错"
build=$(cd "$build" && pwd)
cd "$place"
printf '\357\273\277编号,受理时间,类型,等级,房号,内容,处理人,处理时间,处理结果,结案时间\r\n' >register.csv
printf 'R-101,2026/10/12 9:30,报修,3,2-1-301,厨房漏水,,2026/10/12 16:00,换了水管,2026/10/15\r\n' >>register.csv
printf 'R-102,2026年11月2日 18:20,投诉,2,3-2-1502,"装修噪音,晚上八点还在施工",%s,,,\r\n' "$(name_at front-desk)" >>register.csv
printf 'R-103,2026/11/31 8:00,咨询,4,1-1-101,泳池何时开放,,,,\r\n' >>register.csv
printf 'R-104,2026-11-20 10:05,投诉,3,2-2-702,电梯慢,,2026-11-19 12:00,,\r\n' >>register.csv

heading "Every fault is told, and nothing is recorded" "每处错误都报出来，一行也不记"
onduty_finds import cases register.csv

heading "The good rows come in, the bad ones go to a file" "正确的行导入，错误的行写入文件"
onduty import cases register.csv --skip-bad bad.csv
tail -c +4 bad.csv | cut -d, -f1,2,11- | tr -d '\r'
onduty log 5
onduty log --from 2026-10-12 --kind case-resolve

heading "Twice is refused" "重复导入被拒绝"
onduty_finds import cases register.csv --skip-bad again.csv

heading "The same for staff, customers and stock" "人员、客户、库存也一样"
printf '姓名,岗位,健康证\n%s,bar,2027-03-31\n' "$(say "Gao Fei" 高飞)" >staff.csv
onduty import staff staff.csv --by "$(name_at front-desk)"
printf '姓名,电话,分类,登记日期\n周云,138 0013 8000,A,2026-11-02\n' >customers.csv
onduty import customers customers.csv
printf '品名,单位,最低库存,保质期,数量\n%s,%s,10,14,25\n' "$(say Lemon 柠檬)" "$(say piece 个)" >stock.csv
onduty import stock stock.csv --by "$(name_at front-desk)"
