// SPDX-License-Identifier: MIT
#include "loans/rules.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace onduty {

namespace {

constexpr std::chrono::days kLongestLook{368};

// Whether nothing of it was out any more when the other went out.
bool is_gone_before(const LoanCourse& one, const LoanCourse& other) {
    return is_by(one.out, other.out) && out_at(one, other.out) == 0;
}

}  // namespace

LoanMoment loan_moment(const Entry& entry) {
    return {entry.told_at(), entry.number, entry.happened_at.has_value()};
}

bool is_by(const LoanMoment& one, const LoanMoment& then) {
    constexpr EntryNumber kLast = std::numeric_limits<EntryNumber>::max();
    const EntryNumber first = one.number == 0 ? kLast : one.number;
    const EntryNumber second = then.number == 0 ? kLast : then.number;
    if (!then.told && first < second) {
        return true;
    }
    if (!one.told && first > second) {
        return false;
    }
    return std::chrono::floor<Minutes>(one.at) <= std::chrono::floor<Minutes>(then.at);
}

std::int64_t out_at(const LoanCourse& course, const LoanMoment& then) {
    std::int64_t pieces = is_by(course.out, then) ? course.loan.pieces : 0;
    for (const auto& [at, came] : course.back) {
        pieces -= is_by(at, then) ? came : 0;
    }
    return std::max<std::int64_t>(pieces, 0);
}

std::optional<Overlap> overlap_of(const LoanCourse& own, const std::vector<LoanCourse>& all, std::int64_t there) {
    std::vector<LoanCourse> others = all;
    std::erase_if(others, [&](const LoanCourse& one) { return one.loan.number == own.loan.number; });
    std::vector<const LoanCourse*> begins{&own};
    for (const LoanCourse& other : others) {
        if (out_at(own, other.out) > 0) {
            begins.push_back(&other);
        }
    }
    std::stable_sort(begins.begin() + 1, begins.end(),
                     [](const LoanCourse* one, const LoanCourse* other) { return one->out.at < other->out.at; });
    for (const LoanCourse* begin : begins) {
        Overlap overlap{begin->out, begin == &own ? own.loan.pieces : out_at(own, begin->out), {}, begin != &own};
        for (const LoanCourse& other : others) {
            const bool is_it = &other == begin;
            const std::int64_t out = is_it                           ? other.loan.pieces
                                     : is_gone_before(*begin, other) ? 0
                                                                     : out_at(other, begin->out);
            if (out > 0) {
                overlap.pieces += out;
                overlap.others.push_back(other.loan);
                overlap.others.back().pieces = out;
            }
            if (is_it) {
                std::swap(overlap.others.front(), overlap.others.back());
            }
        }
        if (overlap.pieces > there) {
            return overlap;
        }
    }
    return std::nullopt;
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
