// SPDX-License-Identifier: MIT
#include "book/clocks.hpp"

#include <fmt/format.h>

#include "book/amended.hpp"
#include "text/translate.hpp"

namespace onduty {

DeclaredClock declared_by(const Entry& entry) {
    return {entry.number, entry.fields.number("first"), entry.fields.number("last"),
            Minutes{entry.fields.number("add")}};
}

EntryNumber follows_from_clock(Store& store, const Entry& correction) {
    const bool is_part = correction.kind == kind::kCorrection && correction.batch != 0;
    return is_part && store.entry(correction.batch).value_or(Entry{}).kind == kind::kClock ? correction.batch : 0;
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
            [&store](EntryNumber number) { return store.recorded_at(number); },
            [&store](EntryNumber number) {
                const std::string kind = store.entry(number).value_or(Entry{}).kind;
                return kind != kind::kDayClosed && kind != kind::kPlan && kind != kind::kReveal && kind != kind::kAlarm;
            }};
}

std::chrono::milliseconds moved_by_clock(Store& store, const Entry& entry) {
    return entry.number < 1 ? std::chrono::milliseconds{0} : entry.recorded_at - store.recorded_at(entry.number);
}

std::vector<std::pair<EntryNumber, EntryNumber>> told_ahead(Store& store, Minutes grace) {
    FieldValue wanted;
    wanted.name = kToldAhead;
    wanted.number = 1;
    std::vector<std::pair<EntryNumber, EntryNumber>> ranges;
    for (EntryNumber number = store.entry_with(wanted); number != 0; number = store.entry_with(wanted, number)) {
        if (store.withdrawn_by(number) != 0 || !as_corrected(store, *store.entry(number)).is_ahead(grace)) {
            continue;
        }
        if (!ranges.empty() && ranges.front().first == number + 1) {
            ranges.front().first = number;
        } else {
            ranges.insert(ranges.begin(), {number, number});
        }
    }
    return ranges;
}

std::optional<Instant> newest_behind(Store& store, Instant now) {
    const Instant newest = clock_reading(store).newest_before(store.head().number + 1);
    return newest - now >= Minutes{1} ? std::optional{newest} : std::nullopt;
}

}  // namespace onduty
