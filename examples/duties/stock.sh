#!/bin/sh
# SPDX-License-Identifier: MIT
# What does the bar have, and is it good? (J2 J3 J5 O5-O9)
#   sh examples/duties/stock.sh        (ONDUTY_LANG=zh: in Chinese)
set -eu
. "$(dirname "$0")/../stage.sh"

at "2026-11-28 08:40"
open_site bar supervisor

heading "Before opening (J2, J5)" "营业前准备（J2、J5）"
onduty patrol check bar-opening all --by "$(name_at bar)"
onduty serve stock count tea=4 coffee=6 juice=24 water=96 milk=12 pastry=40 cup=60 glass=60 plate=40 --opening --by "$(name_at bar)"

heading "Goods come in; a second person approves (O9)" "入库须第二人批准（O9）"
at "2026-11-28 09:00"
onduty serve stock received milk=6 --best-before 2026-12-05 --by "$(name_at bar)"
onduty_finds serve stock approve 12 --by "$(name_at bar)"
onduty serve stock approve 12 --by "$(name_at supervisor)"

heading "A fridge at 9 degrees is not taken without an action (O7)" "冰箱 9 度必须写措施（O7）"
onduty serve fridge 4.5 --by "$(name_at bar)"
at "2026-11-28 14:00"
onduty_finds serve fridge 9 --by "$(name_at bar)"
onduty_finds serve fridge 9 --action "$(say "door was open; read again in half an hour" 门没关好，半小时后复测)" --by "$(name_at bar)"
onduty_finds serve fridge 95 --by "$(name_at bar)"

heading "A broken cup, pastry past its date (O7, O8)" "茶杯破损，茶点过期（O7、O8）"
onduty_finds serve stock broken cup=1 --by "$(name_at bar)"
onduty serve stock broken cup=1 --note "$(say "slipped while drying" 擦干时滑落)" --by "$(name_at bar)"
onduty serve stock expired pastry=8 --note "$(say "from yesterday" 昨天的)" --by "$(name_at bar)"
onduty serve stock approve 16 17 --by "$(name_at supervisor)"

heading "Utensils are disinfected in batches (O6)" "餐具分批消毒（O6）"
at "2026-11-28 19:00"
onduty serve disinfect steam cup=40 glass=20 --by "$(name_at bar)"
at "2026-11-28 19:10"
onduty_finds serve disinfect end --by "$(name_at bar)"
onduty serve disinfect steam cup=40 glass=20 --by "$(name_at bar)"
at "2026-11-28 19:26"
onduty serve disinfect end --by "$(name_at bar)"

heading "The count after closing is compared with what should be there (J3, O5)" "闭店盘点与应有数量对比（J3、O5）"
at "2026-11-28 20:05"
onduty_finds serve stock count tea=4 coffee=6 juice=24 water=94 milk=18 pastry=32 cup=59 glass=60 plate=40 --closing --why water="$(say "given to two drivers" 给了两位司机)" --by "$(name_at bar)"
onduty serve stock
onduty serve stock restock

heading "The day (O9)" "当天登记（O9）"
onduty report day --block stock
onduty report day --block fridges
