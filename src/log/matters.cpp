// SPDX-License-Identifier: MIT
#include "log/matters.hpp"

#include <algorithm>
#include <string_view>

namespace onduty {

namespace {

bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool opens(const std::string& kind, EntryNumber about, bool has_time) {
    return is_one_of(kind, {kind::kCase, kind::kTask, kind::kMail, kind::kLitter, kind::kHandoverOffer}) ||
           (kind == kind::kCleanRequest && about == 0) ||
           (has_time && is_one_of(kind, {kind::kEvent, kind::kSupplier, kind::kDrill, kind::kTraining, kind::kSurvey,
                                         kind::kSignal})) ||
           (has_time && kind == kind::kCheckCall && about == 0);
}

bool closes(const std::string& kind) {
    return is_one_of(kind,
                     {kind::kCaseArchive, kind::kDone, kind::kLitterRemoved, kind::kCleanDone, kind::kHandoverAccept,
                      kind::kHandoverRefuse, kind::kContact, kind::kDrill, kind::kTraining});
}

// What may be opened later than it begins, or again.
bool declares(const std::string& kind) {
    return is_one_of(kind, {kind::kCase, kind::kCustomer});
}

}  // namespace

MatterMove matter_step(EntryNumber number, const std::string& kind, EntryNumber about, bool has_time) {
    MatterMove step;
    if (opens(kind, about, has_time)) {
        step.opens = number;
        step.kind = kind;
    }
    if (kind == kind::kCaseReopen || kind == kind::kCustomerAssign) {
        step.reopens = about;
        step.kind = kind == kind::kCaseReopen ? kind::kCase : kind::kCustomer;
    }
    // A contact with a time was an attempt: it is tried again then.
    if ((closes(kind) && !(kind == kind::kContact && has_time)) || (kind == kind::kCheckCall && !has_time)) {
        step.closes = about;
    }
    return step;
}

void MatterReading::add(EntryNumber number, const std::string& kind, EntryNumber about, bool has_time) {
    if (kind == kind::kVoid) {
        steps_.erase(about);
        declared_.erase(about);
        return;
    }
    const MatterMove step = matter_step(number, kind, about, has_time);
    if (step.matters()) {
        steps_[number] = step;
    }
    if (declares(kind)) {
        declared_[number] = kind;
    }
}

OpenMatters MatterReading::finish() const {
    OpenMatters open;
    for (const auto& [number, step] : steps_) {
        if (step.closes != 0) {
            open.erase(step.closes);
        }
        if (step.opens != 0) {
            open[step.opens] = step.kind;
        }
        const auto declared = declared_.find(step.reopens);
        if (declared != declared_.end() && declared->second == step.kind) {
            open[step.reopens] = step.kind;
        }
    }
    return open;
}

}  // namespace onduty
