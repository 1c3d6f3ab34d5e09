#!/bin/sh
# SPDX-License-Identifier: MIT
# How does a complaint go from the first word to the archive? (A5 A7 H7 N7 P6 Q1 R4 U4 Y1-Y7)
#   sh examples/duties/complaints.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 14:00"
open_site supervisor front-desk sales
desk=$(name_at front-desk)
boss=$(name_at supervisor)

heading "Taken down at once, by whatever way it comes (N7, Q1, Y1, Y3)" "当场受理，渠道不限（N7、Q1、Y1、Y3）"
onduty complain new "$(say "nobody came to the table for 20 minutes" 坐了20分钟没人接待)" --channel visit --name "$(say "Lin Xiao" 林晓)" --phone 13800138021 --remedy "$(say "an apology" 道歉)" --against "$(name_at sales)" --by "$desk"
onduty complain new "$(say "the brochure names another price" 宣传册上的价格不一样)" --channel phone --by "$desk"
at "2026-11-28 14:10"
onduty_finds complain assign C1 "$boss" --by "$boss"
onduty complain assess C1 --severity 2 --impact 2 --immediate "$(say "several tables wait" 好几桌都在等)" --by "$boss"
onduty complain assign C1 "$boss" --by "$boss"
onduty complain act C1 "$(say "apologised, brought coffee" 道歉并送上咖啡)" --cost 24 --by "$boss"

heading "Handed up when needed, still answered here (A7)" "需要时上报公司，仍由这里答复（A7）"
onduty complain escalate C1 company "$(say "one more person needed on Saturdays" 周六要加一个人)" --by "$boss"
onduty complain wait C1 customer "$(say "wants to call back tonight" 客户说晚上再联系)" --by "$boss"
at "2026-11-28 19:40"
onduty complain resume C1 --by "$boss"
onduty complain resolve C1 "$(say "two of sales at the tables from today" 今天起两个人接待)" --remedy "$(say "coffee for four" 四杯咖啡)" --by "$boss"

heading "Followed up by degree and way, not by the one complained about (P6, R4, Y1)" "按程度和方式回访，被投诉人不能回访（P6、R4、Y1）"
onduty_finds complain archive C1 --by "$boss"
at "2026-11-30 10:00"
onduty_finds complain follow C1 --way phone --verdict A --by "$(name_at sales)"
onduty_finds complain follow C1 --way message --verdict A --by "$desk"
onduty complain follow C1 --way phone --not-reached --by "$desk"
at "2026-11-30 11:00"
onduty complain follow C1 --way phone --verdict C "$(say "the same again on Sunday" 周日又没人接待)" --by "$desk"
onduty complain act C1 "$(say "a list of who takes which table" 排好谁接待哪一桌)" --by "$boss"
onduty complain resolve C1 "$(say "list of tables, shown to her" 按桌排班，已请她看过)" --by "$boss"
at "2026-12-01 11:00"
onduty complain follow C1 --way visit --verdict B "$(say "better" 好多了)" --by "$desk"

heading "Why, what is done against it, then the archive (Y2, Y5, P6)" "查原因、定措施、再归档（Y2、Y5、P6）"
onduty_finds complain archive C1 --by "$boss"
onduty complain cause C1 staffing "$(say "one of sales for six tables" 六桌只有一个销售)" --measure "$(say "two of sales on Saturdays" 周六排两个销售)" --owner "$boss" --until "2026-12-05 18:00" --by "$boss"
onduty complain archive C1 --by "$boss"
onduty_finds complain act C1 "$(say "one more thing" 还有一件事)" --by "$boss"

heading "The whole story (Y4, Y6, Y7)" "全部经过（Y4、Y6、Y7）"
onduty complain show C1

heading "What is open, one's own and overdue first (H7)" "没办完的，自己的和超期的在前（H7）"
at "2026-12-06 09:00"
onduty complain --by "$boss"
onduty_finds due

heading "The figures of the week (A7, Y1, Y5)" "一周的数字（A7、Y1、Y5）"
onduty report year 2026-11-28 --block cases
onduty report year 2026-11-28 --block case-times
onduty report year 2026-11-28 --block causes
onduty report year 2026-11-28 --block verdicts
