// SPDX-License-Identifier: MIT
#include "guard/rules.hpp"

#include <algorithm>

#include "guard/kinds.hpp"

namespace onduty {

std::optional<Instant> typed_late(const Entry& entry) {
    return entry.late ? std::optional{entry.typed_at()} : std::nullopt;
}

bool Unanswered::has(EntryNumber number) const {
    return std::any_of(calls.begin(), calls.end(), [&](const CheckCall& call) { return call.number == number; });
}

std::vector<Unanswered> unanswered_of(const std::vector<CheckCall>& calls) {
    std::vector<const CheckCall*> told;
    for (const CheckCall& call : calls) {
        told.push_back(&call);
    }
    std::stable_sort(told.begin(), told.end(),
                     [](const CheckCall* one, const CheckCall* other) { return one->at < other->at; });
    std::vector<Unanswered> all;
    bool goes_on = false;
    for (const CheckCall* call : told) {
        if (!call->is_answer()) {
            if (!goes_on) {
                all.emplace_back();
            }
            all.back().calls.push_back(*call);
        } else if (goes_on) {
            all.back().ended_by = call;
        }
        goes_on = !call->is_answer();
    }
    if (goes_on) {
        for (const CheckCall& call : calls) {
            const bool later = std::all_of(all.back().calls.begin(), all.back().calls.end(),
                                           [&](const CheckCall& one) { return one.number < call.number; });
            if (call.is_answer() && !call.claimed && later) {
                all.back().ended_by = &call;
            }
        }
    }
    return all;
}

CheckCall check_call(const Entry& entry) {
    return {entry.number,
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
