// SPDX-License-Identifier: MIT
// serve: drinks for groups on site: ordered, brought, sat down with, served again.
#include "meters/actions.hpp"
#include "rooms/actions.hpp"
#include "stock/actions.hpp"
#include "visits/actions.hpp"

namespace onduty {

CommandSpec serve_command() {
    return {{
                kServeOrder,
                kServeDeliver,
                kServeSeat,
                kServeRefill,
                kServeClear,
                kServeTour,
                kServeTourEnd,
                kServeCount,
                kServeMeeting,
                kServeReady,
                kServeLinen,
                kServeFridge,
                kServeDisinfect,
                kServeMeter,
                kServeStock,
                kServeExplain,
                kServeList,
            },
            kServeList.setup};
}

}  // namespace onduty
