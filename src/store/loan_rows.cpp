// SPDX-License-Identifier: MIT
#include "store/loan_rows.hpp"

#include "store/entry_rows.hpp"

namespace onduty {

namespace {

std::string steps_where(const char* condition) {
    std::string sql = "SELECT number,kind,about,(SELECT sum(quantity)FROM line WHERE entry=number)FROM entry WHERE ";
    sql += condition;
    return sql + " ORDER BY number";
}

PiecesOut count_steps(Rows& rows) {
    LoanReading reading;
    while (rows.step()) {
        reading.add(rows.integer(0), std::string{rows.text(1)}, rows.integer(2), rows.integer(3));
    }
    return reading.finish();
}

void put_pieces(Database& database, EntryNumber loan, std::int64_t pieces) {
    SQLite::Statement change{database.handle(),
                             pieces > 0 ? "INSERT OR REPLACE INTO lent VALUES(?,?)" : "DELETE FROM lent WHERE entry=?"};
    change.bind(1, loan);
    if (pieces > 0) {
        change.bind(2, pieces);
    }
    change.exec();
}

// The loan that a withdrawn entry is or is about; 0 when it has to do with none.
EntryNumber loan_behind(Database& database, EntryNumber withdrawn) {
    Rows row{database, "SELECT kind,about FROM entry WHERE number=?"};
    row.bind(1, withdrawn);
    if (!row.step()) {
        return 0;
    }
    return row.text(0) == kind::kLoan ? withdrawn : row.text(0) == kind::kReturn ? row.integer(1) : 0;
}

// Withdrawing is rare, so it may read the log from the loan on.
void recount_loan(Database& database, EntryNumber loan) {
    Rows rows{database, steps_where("number>=?1 AND(number=?1 OR about=?1 OR(kind='void'AND about IN"
                                    "(SELECT number FROM entry WHERE number>?1 AND about=?1)))")};
    rows.bind(1, loan);
    const PiecesOut out = count_steps(rows);
    const auto found = out.find(loan);
    put_pieces(database, loan, found == out.end() ? 0 : found->second);
}

}  // namespace

PiecesOut read_lent(Database& database) {
    PiecesOut out;
    Rows row{database, "SELECT entry,pieces FROM lent"};
    while (row.step()) {
        out[row.integer(0)] = row.integer(1);
    }
    return out;
}

void update_lent(Database& database, const Entry& entry, const std::vector<Line>& lines) {
    std::int64_t pieces = 0;
    for (const Line& line : lines) {
        pieces += line.quantity;
    }
    if (entry.kind == kind::kLoan) {
        put_pieces(database, entry.number, pieces);
    } else if (entry.kind == kind::kReturn) {
        PiecesOut out = read_lent(database);
        const auto found = out.find(entry.about);
        if (found != out.end()) {
            put_pieces(database, entry.about, found->second - pieces);
        }
    } else if (entry.kind == kind::kVoid) {
        if (const EntryNumber loan = loan_behind(database, entry.about)) {
            recount_loan(database, loan);
        }
    }
}

PiecesOut recount_lent(Database& database) {
    Rows rows{database, steps_where("kind IN('loan','loan-return','void')")};
    return count_steps(rows);
}

}  // namespace onduty
