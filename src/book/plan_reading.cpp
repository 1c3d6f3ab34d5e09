// SPDX-License-Identifier: MIT
#include "book/plan_reading.hpp"

#include <limits>

#include "plan/parts.hpp"

namespace onduty {

PlanReading::PlanReading(Store& store, int version, bool newest)
    : store_{&store}, newest_{newest}, sections_read_(sections().size()) {
    plan_.version = version;
}

const Plan& PlanReading::whole() {
    read(nullptr);
    return plan_;
}

void PlanReading::read(const void* member) {
    for (std::size_t i = 0; i < sections().size(); ++i) {
        const Section& section = sections()[i];
        if (sections_read_[i] || !(i == 0 || member == nullptr || section.fills(plan_, member))) {
            continue;
        }
        PartList parts;
        for (const std::string& family : families_of(section)) {
            PartList found = held(family);
            std::move(found.begin(), found.end(), std::back_inserter(parts));
        }
        std::vector<const Part*> rows;
        for (const Part& part : parts) {
            rows.push_back(&part);
        }
        read_parts(section, std::move(rows), plan_);
        sections_read_[i] = true;
    }
}

PartList PlanReading::held(const std::string& family) {
    PartList parts = store_->parts(family);
    if (!newest_) {
        PartList ended = store_->ended_parts(family, plan_.version + 1, std::numeric_limits<int>::max());
        std::move(ended.begin(), ended.end(), std::back_inserter(parts));
        std::erase_if(parts, [&](const Part& part) { return !part.holds_in(plan_.version); });
    }
    return parts;
}

}  // namespace onduty
