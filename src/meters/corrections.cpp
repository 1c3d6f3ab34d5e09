// SPDX-License-Identifier: MIT
#include "meters/corrections.hpp"

#include "meters/kinds.hpp"
#include "meters/read.hpp"

namespace onduty {

namespace {

// Whether it shows less than before, as it is marked at once.
void mark_below(Correcting& correcting) {
    Entry& now = correcting.now;
    const auto before = reading_before(correcting.book(), now.subject, now.told_at());
    now.flag = before && before->number != now.number && !use_between(*before, reading_of(now)) ? flag::kBelow : "";
}

}  // namespace

void read_meter_meant(Correcting& correcting, const std::string& typed) {
    read_subject<"meter", N_("meter")>(correcting, typed);
    mark_below(correcting);
}

void read_meter_shown(Correcting& correcting, const std::string& typed) {
    const std::int64_t tenths = reading_typed(typed);
    correcting.now.fields.take_out("reading");
    correcting.now.fields.add("reading", tenths);
    mark_below(correcting);
}

}  // namespace onduty
