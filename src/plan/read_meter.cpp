// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"
#include "plan/table_reader.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostADay = 10'000'000;  // tenths

}  // namespace

void read_meter(TableReader& table, Plan& plan) {
    Meter meter;
    static_cast<Named&>(meter) = table.named();
    meter.unit = table.text("unit");
    meter.limit = table.tenths("limit", meter.limit, 0, kMostADay);
    plan.meters.push_back(std::move(meter));
}

}  // namespace onduty
