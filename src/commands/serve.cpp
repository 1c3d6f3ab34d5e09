// SPDX-License-Identifier: MIT
// serve: drinks for groups on site: ordered, brought, sat down with, served again.
#include "commands/serve.hpp"

#include "text/translate.hpp"

namespace onduty {

CommandSpec serve_command() {
    return {{
                {"order", "点单", N_("What a group wants to drink"), setup_serve_order},
                {"deliver", "送达", N_("The order is brought, whole or in part"), setup_serve_deliver},
                {"seat", "落座", N_("A group sits down, or sits elsewhere"), setup_serve_seat},
                {"refill", "续杯", N_("A group is served again"), setup_serve_refill},
                {"clear", "整理", N_("An area is tidied up after a group"), setup_serve_clear},
                {"tour", "看房", N_("A group is shown a room"), setup_serve_tour},
                {"tour-end", "看完", N_("It has seen the room"), setup_serve_tour_end},
                {"count", "清点", N_("What is in a room after a group"), setup_serve_count},
                {"meeting", "会议", N_("A room is booked for a meeting or an event"), setup_serve_meeting},
                {"ready", "备妥", N_("The room of a meeting is ready"), setup_serve_ready},
                {"linen", "布草", N_("Linen goes to the laundry and comes back"), setup_serve_linen},
                {"fridge", "冰箱", N_("A temperature is read"), setup_serve_fridge},
                {"disinfect", "消毒", N_("Utensils are disinfected"), setup_serve_disinfect},
                {"stock", "库存", N_("What the bar has: counted, received, broken"), setup_serve_stock},
                {"explain", "说明", N_("Why a count differed"), setup_serve_explain},
                {"list", "清单", N_("Who waits for what"), setup_serve_list},
            },
            setup_serve_list};
}

}  // namespace onduty
