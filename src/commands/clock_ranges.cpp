// SPDX-License-Identifier: MIT
#include "commands/clock_ranges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/thread.hpp"
#include "time/clock.hpp"

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

std::string clock_command(Book& book, EntryRange range, Instant was) {
    return fmt::format("onduty clock {} --was \"{}\" --reason \"...\"",
                       entries_text(range.first, range.second).substr(1), date_time_text(book.zone(), was));
}

std::string clock_command_for_both(Book& book, EntryNumber begin, EntryNumber step) {
    std::optional<DeclaredClock> of_begin;
    std::optional<DeclaredClock> of_step;
    for (const DeclaredClock& clock : declared_clocks(book.store())) {
        of_begin = clock.first <= begin && begin <= clock.last ? clock : of_begin;
        of_step = clock.first <= step && step <= clock.last ? clock : of_step;
    }
    if (of_begin.has_value() == of_step.has_value()) {
        return "onduty clock";
    }
    const DeclaredClock& clock = of_begin ? *of_begin : *of_step;
    const EntryRange both{std::min(clock.first, begin), std::max(clock.last, step)};
    return clock_command(book, both, book.store().recorded_at(both.first) + clock.add);
}

}  // namespace onduty
