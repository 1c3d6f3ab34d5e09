// SPDX-License-Identifier: MIT
// What is lent, to whom, and when is it due back? Keys, umbrellas, radios, passes (BS 7499). Pure.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "log/matters.hpp"
#include "plan/plan.hpp"

namespace onduty {

// Something that is out.
struct Loan {
    EntryNumber number = 0;
    std::string thing;           // code
    std::int64_t piece = 0;      // its number, 0 where pieces have none
    std::int64_t pieces = 1;     // still out
    EntryNumber visit = 0;       // first entry of the visit that has it, or
    std::string person;          // code of the member of staff who has it; neither: somebody from outside
    Instant since;               // as told
    std::optional<Instant> due;  // back
    std::string note;
    EntryNumber lost = 0;  // the entry that says that it will not come back

    bool is_overdue(Instant now) const { return due && now > *due; }
};

// When something went out or came back.
struct LoanMoment {
    Instant at;
    EntryNumber number = 0;  // 0: it is being recorded
    bool told = false;       // or by the clock of when it was recorded
};

LoanMoment loan_moment(const Entry& entry);

// Whether one had happened by then: as they were recorded, and by the minute where one of them was told.
bool is_by(const LoanMoment& one, const LoanMoment& then);

// How a loan went on: what came back of it, and when.
struct LoanCourse {
    Loan loan;  // with all its pieces
    LoanMoment out;
    std::vector<std::pair<LoanMoment, std::int64_t>> back{};
};

// How many pieces of it were out then: in the minute in which they go out, not in that in which they come back.
std::int64_t out_at(const LoanCourse& course, const LoanMoment& then);

// More would be out at one time than there are.
struct Overlap {
    LoanMoment at;             // when the last of them goes out
    std::int64_t pieces = 0;   // that would be out then
    std::vector<Loan> others;  // that are out then, with what of them is
    bool later = false;        // one of the others goes out then, while this one is out
};

// The first time at which this one and others of the same pieces would be out together. `all` may hold itself.
std::optional<Overlap> overlap_of(const LoanCourse& own, const std::vector<LoanCourse>& all, std::int64_t there);

// When something that is lent at `lent` is due back: so long after, as the plan has it, or at the next closing time
// of an open day after `lent`; of any day where no day of a year is open.
Instant due_back(const Lendable& thing, const Calendar& calendar, const Zone& zone, Instant lent);

// The line of a loan or return of one thing: its piece, how many, and who of the staff.
Line loan_line(const Loan& loan);

// The loan that an entry and its lines tell of, with all its pieces out.
Loan loan_of(const Entry& entry, const std::vector<Line>& lines);

}  // namespace onduty
