// SPDX-License-Identifier: MIT
#include "guard/open_calls.hpp"

#include <algorithm>
#include <limits>

#include "book/amended.hpp"
#include "book/look_back.hpp"
#include "book/open_entries.hpp"
#include "book/withdrawal.hpp"
#include "guard/kinds.hpp"
#include "text/translate.hpp"

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

// Those without an answer, whenever they were made.
std::vector<Entry> open_calls(Book& book, const std::string& person) {
    std::vector<Entry> open = open_entries(book, {kind::kCheckCall});
    std::erase_if(open, [&](const Entry& call) { return call.subject != person; });
    return open;
}

// The calls to the same person, in order of number, from an answer on that lies before all that was told around it.
std::vector<CheckCall> calls_around(Book& book, const Entry& entry) {
    Date from = entry.business_date - kTold;
    EntryQuery before;
    before.kind = kind::kCheckCall;
    before.subject = entry.subject;
    if (entry.number != 0) {
        before.before = entry.number;
    }
    each_amended_back(book.store(), before, [&](const Entry& call) {
        const bool far = call.business_date < entry.business_date - kTold;
        from = std::min(from, call.business_date);
        return far && call.result != result::kFault;
    });
    std::vector<CheckCall> calls;
    each_call(book, entry.subject, DateRange{from, kNoEnd},
              [&](const Entry& one) { calls.push_back(check_call(one)); });
    return calls;
}

// The same, after entry `last`.
std::vector<CheckCall> calls_until(Book& book, const Entry& entry, EntryNumber last) {
    std::vector<CheckCall> calls = calls_around(book, entry);
    std::erase_if(calls, [&](const CheckCall& one) { return one.number > last; });
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

std::optional<CheckCall> call_ended_by(Book& book, const Entry& call, EntryNumber last) {
    const std::vector<CheckCall> calls = calls_until(book, call, last);
    for (const Unanswered& some : unanswered_of(calls)) {
        if (some.has(call.number) && some.ended_by != nullptr) {
            return *some.ended_by;
        }
    }
    return std::nullopt;
}

bool was_unanswered(Book& book, EntryNumber call, EntryNumber last) {
    const std::vector<CheckCall> calls = calls_until(book, as_corrected(book.store(), book.entry(call)), last);
    const std::vector<Unanswered> all = unanswered_of(calls);
    return std::any_of(all.begin(), all.end(),
                       [&](const Unanswered& some) { return some.first().number == call && some.ended_by == nullptr; });
}

namespace {

// Those that say how it ended where nobody was without an answer.
std::vector<EntryNumber> outcomes_of_nothing(const std::vector<CheckCall>& calls) {
    const std::vector<Unanswered> all = unanswered_of(calls);
    std::vector<EntryNumber> found;
    for (const CheckCall& call : calls) {
        const bool ends = std::any_of(all.begin(), all.end(), [&](const Unanswered& some) {
            return some.ended_by != nullptr && some.ended_by->number == call.number;
        });
        if (call.outcome && !ends) {
            found.push_back(call.number);
        }
    }
    return found;
}

}  // namespace

std::string refuse_outcome_of_nothing(Book& book, const Entry& entry) {
    std::vector<CheckCall> calls = calls_around(book, entry);
    const std::vector<EntryNumber> without = outcomes_of_nothing(calls);
    const auto place = std::find_if(calls.begin(), calls.end(),
                                    [&](const CheckCall& call) { return call.number >= entry.number; });
    if (without.empty() || (place != calls.end() && place->number == entry.number)) {
        return {};
    }
    calls.insert(place, check_call(entry));
    const std::vector<EntryNumber> with = outcomes_of_nothing(calls);
    for (const EntryNumber number : without) {
        if (std::find(with.begin(), with.end(), number) == with.end()) {
            throw InTheWay{book, number, [number](const std::string& command) {
                               return say(N_("Entry {0} says how that call ended. If that is wrong, first: {1}"), number,
                                          command);
                           }};
        }
    }
    return {};
}

std::vector<EntryNumber> compared_calls(Book& book, const Entry& entry) {
    std::vector<EntryNumber> found;
    if (entry.kind != kind::kCheckCall) {
        return found;
    }
    for (const Entry& open : open_calls(book, entry.subject)) {
        found.push_back(open.number);
    }
    // However long nobody answered before it, or after.
    for (const CheckCall& call : calls_around(book, entry)) {
        if (!call.is_answer()) {
            found.push_back(call.number);
        }
    }
    return found;
}

}  // namespace onduty
