// SPDX-License-Identifier: MIT
#include "guard/open_calls.hpp"

#include <algorithm>
#include <limits>

#include "book/amended.hpp"
#include "book/open_entries.hpp"
#include "guard/kinds.hpp"

namespace onduty {

namespace {

// What is told is at most so much older than its entry.
constexpr std::chrono::days kTold{std::chrono::ceil<std::chrono::days>(kFurthestBack) + std::chrono::days{1}};

void each_call(Book& book, const std::string& person, std::optional<DateRange> dates,
               const std::function<void(const Entry&)>& visit) {
    EntryQuery query;
    query.kind = kind::kCheckCall;
    query.subject = person;
    query.dates = dates;
    each_amended(book.store(), query, visit);
}

Date day_before(const Entry& entry) {
    return entry.business_date - std::chrono::days{1};
}

}  // namespace

std::vector<CheckCall> calls_to(Book& book, const std::string& person, Date from) {
    std::vector<CheckCall> calls;
    constexpr Date kNoEnd{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}.time_since_epoch()};
    each_call(book, person, DateRange{from, kNoEnd}, [&](const Entry& entry) { calls.push_back(check_call(entry)); });
    return calls;
}

std::vector<OpenCall> open_calls(Book& book, const std::string& person) {
    std::vector<OpenCall> open;
    for (const Entry& first : open_entries(book, {kind::kCheckCall})) {
        if (first.subject != person) {
            continue;
        }
        const std::vector<CheckCall> calls = calls_to(book, person, day_before(first));
        const CheckCall* last = last_unanswered(calls, first.number);
        open.push_back({first.number, first.told_at(), last == nullptr ? first.told_at() : last->at});
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const OpenCall& one, const OpenCall& other) { return one.since < other.since; });
    return open;
}

bool was_answered(Book& book, const Entry& draft) {
    CheckCall call = check_call(draft);
    call.number = std::numeric_limits<EntryNumber>::max();
    return was_answered(calls_to(book, draft.subject, day_before(draft)), call);
}

bool is_unanswered(Book& book, EntryNumber first) {
    const Entry entry = as_corrected(book.store(), book.entry(first));
    const std::vector<CheckCall> calls = calls_to(book, entry.subject, day_before(entry));
    const CheckCall* last = last_unanswered(calls, first);
    return last != nullptr && !was_answered(calls, *last);
}

std::vector<EntryNumber> compared_calls(Book& book, const Entry& entry) {
    std::vector<EntryNumber> first;
    if (entry.kind != kind::kCheckCall) {
        return first;
    }
    for (const Entry& open : open_entries(book, {kind::kCheckCall})) {
        if (open.subject == entry.subject) {
            first.push_back(open.number);
        }
    }
    const DateRange dates{entry.business_date - kTold, entry.business_date + kTold};
    each_call(book, entry.subject, dates, [&](const Entry& one) {
        if (one.about == 0 && one.result == result::kFault) {
            first.push_back(one.number);
        }
    });
    return first;
}

}  // namespace onduty
