#!/bin/sh
# SPDX-License-Identifier: MIT
# How do first contacts become customers who are spoken to within a week? (A8 R4 W1-W3 X1-X3)
#   sh examples/duties/customers.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:50"
open_site supervisor sales front-desk
change_plan add staff "$(say "Chen Mei" 陈梅)" --code S2 --post sales
quietly checkin staff S2
boss=$(name_at supervisor)
desk=$(name_at front-desk)

# The people of sales go home and come again.
new_day() {
    for person in S2 "$(name_at sales)"; do
        quietly checkin out "$person"
        quietly checkin staff "$person"
    done
}

heading "Every day the first contacts become cards (W1, A8)" "每日提取客户信息档案（W1、A8）"
at "2026-11-28 11:00"
quietly checkin visit --party 2 --first --host S2 --purpose x --name "$(say "Zhou Yun" 周云)" --phone 13800138000 --by "$desk"
quietly checkin visit --party 3 --first --host S2 --purpose x --name "$(say "Wu Tong" 吴桐)" --by "$desk"
quietly checkin call x --first --host S2 --name "$(say "Sun Li" 孙丽)" --phone 13900139000 --by "$desk"
at "2026-11-28 18:00"
onduty_finds customer today
onduty customer new V1 --class A --note "$(say "three rooms, by spring" 三房，开春前)" --by S2
onduty customer new V2 --by S2
onduty customer new 12 --class B --by S2
onduty customer today

heading "Classes, and what is missing (W2)" "分类归总，找遗漏（W2）"
onduty customer list --gaps
onduty customer update K14 "$(say "only looks" 随便看看)" --class C --by S2

heading "The supervisor assigns evenly by number and ability (W3)" "主管按数量和能力平均分配（W3）"
onduty_finds customer assign --even --by S2
onduty customer assign --even --by "$boss"

heading "First contact within one week (W3)" "一周内必须沟通（W3）"
at "2026-11-30 10:00"
new_day
onduty customer contact K15 --way phone --not-reached --again "2026-12-01 19:00" --by "$(name_at sales)"
onduty customer contact K13 "$(say "wants to see show home 1" 想看一号样板间)" --way phone --minutes 6 --by "$(name_at sales)"
onduty customer list --waiting
at "2026-12-06 09:00"
new_day
onduty customer list --waiting
onduty customer contact K14 "$(say "has bought elsewhere" 已在别处买房)" --way visit --by S2

heading "Irregular contacts, with a reason, not too long (R4, X1-X3)" "不定期回访，有内容，不过长（R4、X1-X3）"
at "2026-12-20 15:00"
new_day
onduty_finds customer contact K13 --way message --by "$(name_at sales)"
onduty customer contact K13 "$(say "likes the garden, dislikes the price" 喜欢园林，嫌价格高)" --way phone --why opinion --minutes 8 --by "$(name_at sales)"
onduty customer contact K13 "$(say "new year's greetings" 元旦祝福)" --way message --why seasonal --by "$(name_at sales)"
onduty customer contact K13 "$(say "the discount ends on Sunday" 优惠周日截止)" --way message --why reminder --minutes 1 --by "$(name_at sales)"
onduty customer show K13

heading "The figures (W3)" "报表（W3）"
onduty report month 2026-11-28 --block customers
onduty report month 2026-12-01 --block contacts
