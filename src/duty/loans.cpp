// SPDX-License-Identifier: MIT
#include "duty/loans.hpp"

#include <charconv>

namespace onduty {

void LoanReading::add(EntryNumber number, const std::string& kind, EntryNumber about, std::int64_t pieces) {
    if (kind == kind::kLoan) {
        steps_[number] = {number, pieces};
    } else if (kind == kind::kReturn) {
        steps_[number] = {about, -pieces};
    } else if (kind == kind::kVoid) {
        steps_.erase(about);
    }
}

PiecesOut LoanReading::finish() const {
    PiecesOut out;
    for (const auto& [number, step] : steps_) {
        if (number == step.loan || out.count(step.loan) > 0) {
            out[step.loan] += step.pieces;
        }
    }
    std::erase_if(out, [](const auto& loan) { return loan.second <= 0; });
    return out;
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
