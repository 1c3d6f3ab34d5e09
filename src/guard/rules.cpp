// SPDX-License-Identifier: MIT
#include "guard/rules.hpp"

#include <algorithm>

#include "guard/kinds.hpp"

namespace onduty {

std::vector<CheckCall> GuardFacts::unanswered() const {
    std::vector<CheckCall> open;
    for (const CheckCall& call : calls) {
        const bool ended = std::any_of(calls.begin(), calls.end(), [&](const CheckCall& later) {
            return later.about == call.number && (later.answered || later.outcome);
        });
        if (!call.answered && !call.outcome && call.about == 0 && !ended) {
            open.push_back(call);
        }
    }
    return open;
}

const std::vector<std::string_view>& GuardReading::kinds() {
    static const std::vector<std::string_view> kKinds{kind::kCheckCall, kind::kSignal, kind::kDone};
    return kKinds;
}

void GuardReading::add(const Entry& entry) {
    if (entry.kind == kind::kCheckCall) {
        facts_.calls.push_back({entry.number, entry.about, entry.subject, entry.business_date, entry.told_at(),
                                entry.result == result::kOk, entry.result == result::kComplete, entry.note});
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
