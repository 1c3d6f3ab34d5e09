// SPDX-License-Identifier: MIT
// serve: drinks for groups on site: ordered, brought, sat down with, served again.
#include "commands/serve/serve.hpp"

#include "text/translate.hpp"

namespace onduty {

CommandSpec serve_command() {
    return {{
                {"order", "点单", N_("What a group wants to drink"), setup_serve_order},
                {"deliver", "送达", N_("The order is brought, whole or in part"), setup_serve_deliver},
                {"seat", "落座", N_("A group sits down, or sits elsewhere"), setup_serve_seat},
                {"refill", "续杯", N_("A group is served again"), setup_serve_refill},
                {"list", "清单", N_("Who waits for what"), setup_serve_list},
            },
            setup_serve_list};
}

}  // namespace onduty
