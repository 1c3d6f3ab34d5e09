// SPDX-License-Identifier: MIT
#include "rounds/companions.hpp"

#include "book/amended.hpp"
#include "book/thread.hpp"
#include "rounds/kinds.hpp"

namespace onduty {

namespace {

// Until when the round went on; kNever for one that does, nullopt for one that was left without an end.
std::optional<Instant> end_of_round(Book& book, const Entry& begin) {
    for (const Entry& step : thread_of(book, begin.number)) {
        if ((step.traits & trait::kEndsRound) != 0) {
            return step.told_at();
        }
    }
    const auto leader = book.store().on_duty(begin.actor);
    return leader && leader->round == begin.number ? std::optional{kNever} : std::nullopt;
}

}  // namespace

std::optional<Entry> round_along(Book& book, const std::string& person, Instant at) {
    constexpr std::chrono::days kDay{1};
    const Date date = business_date(book.zone(), book.calendar(), at);
    EntryQuery query;
    query.kinds = {kind::kCompanion};
    query.dates = DateRange{date - 2 * kDay, date + 3 * kDay};
    std::optional<Entry> found;
    each_amended(book.store(), query, [&](const Entry& companion) {
        if (companion.subject != person || book.store().withdrawn_by(companion.about) != 0) {
            return;
        }
        Entry begin = as_corrected(book.store(), book.entry(companion.about));
        const auto end = end_of_round(book, begin);
        if (end && begin.told_at() <= at && at < *end) {
            found = std::move(begin);
        }
    });
    return found;
}

}  // namespace onduty
