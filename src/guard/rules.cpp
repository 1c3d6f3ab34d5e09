// SPDX-License-Identifier: MIT
#include "guard/rules.hpp"

#include <algorithm>

#include "guard/kinds.hpp"

namespace onduty {

const CheckCall* last_unanswered(const std::vector<CheckCall>& calls, EntryNumber first) {
    const CheckCall* last = nullptr;
    for (const CheckCall& call : calls) {
        const bool is_first = call.number == first && call.about == 0;
        if (!call.is_answer() && (is_first || (last != nullptr && call.about == first)) &&
            (last == nullptr || call.at >= last->at)) {
            last = &call;
        }
    }
    return last;
}

bool was_answered(const std::vector<CheckCall>& calls, const CheckCall& call) {
    return std::any_of(calls.begin(), calls.end(), [&](const CheckCall& later) {
        const bool recorded_later = later.number > call.number;
        return later.is_answer() &&
               (later.at > call.at || (recorded_later && (later.at == call.at || !later.claimed)));
    });
}

CheckCall check_call(const Entry& entry) {
    return {entry.number,
            entry.about,
            entry.subject,
            entry.business_date,
            entry.told_at(),
            entry.result == result::kOk,
            entry.result == result::kComplete,
            entry.note,
            entry.happened_at.has_value()};
}

const std::vector<std::string_view>& GuardReading::kinds() {
    static const std::vector<std::string_view> kKinds{kind::kCheckCall, kind::kSignal, kind::kDone};
    return kKinds;
}

void GuardReading::add(const Entry& entry) {
    if (entry.kind == kind::kCheckCall) {
        facts_.calls.push_back(check_call(entry));
    } else if (entry.kind == kind::kSignal) {
        facts_.alarms.push_back(
            {entry.number, entry.subject, entry.rule, entry.business_date, entry.told_at(), entry.result});
    } else if (entry.kind == kind::kDone) {
        for (HouseAlarm& alarm : facts_.alarms) {
            alarm.result = alarm.number == entry.about ? entry.result : alarm.result;
        }
    }
}

std::chrono::milliseconds longest_gap(std::vector<Instant> moments) {
    std::sort(moments.begin(), moments.end());
    std::chrono::milliseconds longest{0};
    for (std::size_t i = 1; i < moments.size(); ++i) {
        longest = std::max(longest, std::chrono::milliseconds{moments[i] - moments[i - 1]});
    }
    return longest;
}

}  // namespace onduty
