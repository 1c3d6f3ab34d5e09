// SPDX-License-Identifier: MIT
// clean: what is due, ticks, skips, requests, litter, inspection (E0a-E8b, B9, G5, K4).
#include "cleaning/clean.hpp"

#include "text/translate.hpp"

namespace onduty {

CommandSpec clean_command() {
    return {{
                {"done", "完成", N_("Items, requests or litter are done"), setup_clean_done},
                {"skip", "跳过", N_("An item is not done this time: why"), setup_clean_skip},
                {"na", "不适用", N_("An item does not apply this time: why"), setup_clean_not_applicable},
                {"request", "请求", N_("An area is to be cleaned; any post may ask"), setup_clean_request},
                {"litter", "垃圾", N_("Litter is found, and removed"), setup_clean_litter},
                {"inspect", "检查", N_("The supervisor scores an area"), setup_clean_inspect},
                {"list", "清单", N_("What is due now"), setup_clean_list},
            },
            setup_clean_list};
}

}  // namespace onduty
