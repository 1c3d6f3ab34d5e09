// SPDX-License-Identifier: MIT
#include "guard/open_calls.hpp"

#include <algorithm>
#include <limits>

#include "book/amended.hpp"
#include "book/open_entries.hpp"
#include "guard/kinds.hpp"

namespace onduty {

namespace {

// A shift lends its date to what lies at most so much after its begin.
constexpr std::chrono::days kTold{3};

void each_call(Book& book, const std::string& person, std::optional<DateRange> dates,
               const std::function<void(const Entry&)>& visit) {
    EntryQuery query;
    query.kind = kind::kCheckCall;
    query.subject = person;
    query.dates = dates;
    each_amended(book.store(), query, visit);
}

// The calls to the same person, in order of number. Who did not answer a month before is called anew.
std::vector<CheckCall> calls_around(Book& book, const Entry& entry) {
    constexpr std::chrono::days kMonth{31};
    std::vector<CheckCall> calls;
    each_call(book, entry.subject, DateRange{entry.business_date - kMonth, kNoEnd},
              [&](const Entry& one) { calls.push_back(check_call(one)); });
    return calls;
}

}  // namespace

CallTold call_told(Book& book, const Entry& draft) {
    std::vector<CheckCall> calls = calls_around(book, draft);
    CheckCall own = check_call(draft);
    own.number = std::numeric_limits<EntryNumber>::max();
    calls.push_back(own);
    for (Unanswered& some : unanswered_of(calls)) {
        if (own.is_answer() ? some.ended_by != nullptr && some.ended_by->number == own.number : some.has(own.number)) {
            const bool answered = some.ended_by != nullptr;
            const bool begins = some.first().number == own.number;
            some.ended_by = nullptr;  // it points into what goes
            return {begins ? std::nullopt : std::optional{std::move(some)}, answered};
        }
    }
    return {};
}

bool is_unanswered(Book& book, EntryNumber call) {
    const Entry entry = as_corrected(book.store(), book.entry(call));
    const std::vector<CheckCall> calls = calls_around(book, entry);
    const std::vector<Unanswered> all = unanswered_of(calls);
    return std::any_of(all.begin(), all.end(),
                       [&](const Unanswered& some) { return some.first().number == call && some.ended_by == nullptr; });
}

std::vector<EntryNumber> compared_calls(Book& book, const Entry& entry) {
    std::vector<EntryNumber> found;
    if (entry.kind != kind::kCheckCall) {
        return found;
    }
    for (const Entry& open : open_entries(book, {kind::kCheckCall})) {
        if (open.subject == entry.subject) {
            found.push_back(open.number);
        }
    }
    const DateRange dates{entry.business_date - kTold, entry.business_date + kTold};
    each_call(book, entry.subject, dates, [&](const Entry& one) {
        if (one.result == result::kFault) {
            found.push_back(one.number);
        }
    });
    return found;
}

}  // namespace onduty
