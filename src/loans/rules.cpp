// SPDX-License-Identifier: MIT
#include "loans/rules.hpp"

#include <algorithm>
#include <charconv>

namespace onduty {

namespace {

constexpr std::chrono::days kLongestLook{368};

bool is_by_minute(Instant at, Instant then) {
    return std::chrono::floor<Minutes>(at) <= std::chrono::floor<Minutes>(then);
}

}  // namespace

std::int64_t out_at(const LoanCourse& course, Instant then) {
    std::int64_t pieces = is_by_minute(course.loan.since, then) ? course.loan.pieces : 0;
    for (const auto& [at, came] : course.back) {
        pieces -= is_by_minute(at, then) ? came : 0;
    }
    return std::max<std::int64_t>(pieces, 0);
}

Instant due_back(const Lendable& thing, const Calendar& calendar, const Zone& zone, Instant lent) {
    if (thing.within.count() > 0) {
        return lent + thing.within;
    }
    // From the day before on, because a day may close at midnight.
    const Date first = std::chrono::floor<std::chrono::days>(to_local(zone, lent)) - std::chrono::days{1};
    std::optional<Instant> any;
    for (Date date = first; date < first + kLongestLook; date += std::chrono::days{1}) {
        const Instant closing = to_instant(zone, LocalTime{date} + calendar.closes);
        if (closing > lent && !calendar.is_closed(date)) {
            return closing;
        }
        any = !any && closing > lent ? closing : any;
    }
    return *any;
}

Line loan_line(const Loan& loan) {
    return {loan.piece == 0 ? loan.thing : std::to_string(loan.piece), loan.pieces, std::nullopt, loan.person};
}

Loan loan_of(const Entry& entry, const std::vector<Line>& lines) {
    Loan loan;
    loan.number = entry.number;
    loan.thing = entry.subject;
    loan.visit = entry.about;
    loan.since = entry.told_at();
    loan.due = entry.slot_at;
    loan.note = entry.note;
    if (!lines.empty()) {
        const Line& line = lines.front();
        loan.pieces = line.quantity;
        loan.person = line.note;
        if (line.item != loan.thing) {
            std::from_chars(line.item.data(), line.item.data() + line.item.size(), loan.piece);
        }
    }
    return loan;
}

}  // namespace onduty
