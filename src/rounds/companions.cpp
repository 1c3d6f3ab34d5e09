// SPDX-License-Identifier: MIT
#include "rounds/companions.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/thread.hpp"
#include "rounds/kinds.hpp"

namespace onduty {

namespace {

bool walks_along(const std::vector<Entry>& steps, const std::string& person) {
    return std::any_of(steps.begin(), steps.end(),
                       [&](const Entry& step) { return step.kind == kind::kCompanion && step.subject == person; });
}

// Of the rounds that go on: few people are on one.
std::optional<Entry> open_round_along(Book& book, const std::string& person, Instant at) {
    for (const Presence& leader : book.store().on_duty()) {
        if (leader.round != 0 && walks_along(thread_of(book, leader.round), person)) {
            Entry begin = as_corrected(book.store(), book.entry(leader.round));
            if (begin.told_at() <= at) {
                return begin;
            }
        }
    }
    return std::nullopt;
}

std::optional<Entry> ended_round_along(Book& book, const std::string& person, Instant at) {
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
        const std::vector<Entry> steps = thread_of(book, companion.about);
        const bool ended_later = std::any_of(steps.begin(), steps.end(), [&](const Entry& step) {
            return (step.traits & trait::kEndsRound) != 0 && at < step.told_at();
        });
        if (begin.told_at() <= at && ended_later) {
            found = std::move(begin);
        }
    });
    return found;
}

}  // namespace

std::optional<Entry> round_along(Book& book, const std::string& person, Instant at) {
    auto found = open_round_along(book, person, at);
    // What was ended lies behind: days are read for a told time only.
    return found || at >= book.now() ? std::move(found) : ended_round_along(book, person, at);
}

}  // namespace onduty
