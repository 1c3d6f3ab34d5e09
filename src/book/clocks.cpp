// SPDX-License-Identifier: MIT
#include "book/clocks.hpp"

#include <fmt/format.h>

#include "text/translate.hpp"

namespace onduty {

DeclaredClock declared_by(const Entry& entry) {
    return {entry.number, entry.fields.number("first"), entry.fields.number("last"),
            Minutes{entry.fields.number("add")}};
}

std::string entries_text(EntryNumber first, EntryNumber last) {
    return first == last ? fmt::format("#{}", first) : fmt::format("#{}-{}", first, last);
}

std::string minutes_text(Minutes add) {
    return say(N_("{0} min"), fmt::format("{:+}", add.count()));
}

std::vector<DeclaredClock> declared_clocks(Store& store) {
    EntryQuery query;
    query.rare_kinds = {kind::kClock};
    std::vector<DeclaredClock> declared;
    store.each(query, [&](const Entry& entry) { declared.push_back(declared_by(entry)); });
    std::erase_if(declared, [&](const DeclaredClock& one) { return store.withdrawn_by(one.number) != 0; });
    return declared;
}

ClockReading clock_reading(Store& store) {
    return {store.head().number, store.stepped_back(), declared_clocks(store),
            [&store](EntryNumber number) { return store.recorded_at(number); }};
}

std::chrono::milliseconds moved_by_clock(Store& store, const Entry& entry) {
    return entry.number < 1 ? std::chrono::milliseconds{0} : entry.recorded_at - store.recorded_at(entry.number);
}

void date_versions(Book& book) {
    Store& store = book.store();
    EntryQuery query;
    query.kind = kind::kPlan;
    query.header_only = true;
    query.all_batches = true;
    std::vector<Entry> plans;
    store.each(query, [&](const Entry& entry) { plans.push_back(entry); });
    const ClockReading clocks = clock_reading(store);
    for (const Entry& plan : plans) {
        store.date_version(plan.plan, clocks.in_order(plan.number));
    }
    book.read_plan_anew();
}

}  // namespace onduty
