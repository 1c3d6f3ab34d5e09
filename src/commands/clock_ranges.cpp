// SPDX-License-Identifier: MIT
#include "commands/clock_ranges.hpp"

#include <algorithm>

#include "book/kinds.hpp"
#include "book/thread.hpp"

namespace onduty {

namespace {

// The begin of the round that it is a step of, or itself; 0 for none.
EntryNumber round_of(Book& book, EntryNumber number) {
    const Entry entry = book.entry(number);
    const EntryNumber begin = entry.about == 0 ? number : entry.about;
    const Kind* kind = kind_named(begin == number ? entry.kind : book.entry(begin).kind);
    return kind != nullptr && (kind->traits & trait::kBeginsRound) != 0 ? begin : 0;
}

EntryNumber end_of_its_shifts(Book& book, const ClockReading& clocks, EntryRange range) {
    EntryNumber end = range.second;
    for (EntryNumber number = range.second + 1; number <= clocks.last_in_step(range.second); ++number) {
        const Entry entry = book.entry(number);
        const bool by_the_log = entry.shift == 0 && entry.actor == "-";
        if (entry.clock_step || (!by_the_log && (entry.shift < range.first || entry.shift > range.second))) {
            break;
        }
        end = by_the_log ? end : number;
    }
    return end;
}

}  // namespace

EntryNumber begin_of_its_work(Book& book, const ClockReading& clocks, EntryNumber first) {
    const EntryNumber begin = round_of(book, first);
    return begin != 0 && clocks.last_in_step(begin) >= first ? begin : first;
}

EntryNumber end_of_its_work(Book& book, const ClockReading& clocks, EntryRange range) {
    const EntryNumber begin = round_of(book, range.second);
    if (begin != 0) {
        range.second =
            std::clamp(thread_of(book, begin).back().number, range.second, clocks.last_in_step(range.second));
    }
    return end_of_its_shifts(book, clocks, range);
}

}  // namespace onduty
