// SPDX-License-Identifier: MIT
// How are the details of an entry (incident, lines, personal data, visit) stored, hashed and read?
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "store/chain.hpp"
#include "store/entry_rows.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"

namespace onduty {

// The detail rows of one entry, ready to be hashed and stored: salts and commitments are made once.
class DetailRows {
  public:
    explicit DetailRows(const Details& details);
    std::vector<const char*> tables() const;  // those that get rows, in digest order
    void add_to(EntryDigest& digest, EntryNumber number) const;
    void insert(Database& database, EntryNumber number) const;

  private:
    struct Blob {
        std::string bytes;
    };
    using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;  // monostate: NULL
    struct Cell {
        const char* column;
        Value value;
    };
    struct Row {
        const char* table;
        std::vector<Cell> cells;  // in the order of the table, without the entry's number
    };
    static Value text(const std::string& value);  // NULL for ""
    static Value number(std::int64_t value);      // NULL for 0
    static Row agenda_row(const Agenda& agenda);
    static Row case_file_row(const CaseFile& file);
    static Row case_step_row(const CaseStep& step);
    static Row incident_row(const Incident& incident);
    static Row line_row(const Line& line, std::int64_t place);
    static Row personal_row(const PersonalField& plain);
    static Row visit_row(const VisitDetails& visit);

    std::vector<Row> rows_;  // by table, in digest order
};

// Reads details of many entries with statements that are prepared once.
class DetailReader {
  public:
    explicit DetailReader(Database& database) : database_{&database} {}
    std::optional<VisitDetails> visit(EntryNumber number);
    std::vector<Line> lines(EntryNumber number);
    std::optional<Agenda> agenda(EntryNumber number);
    std::optional<CaseFile> case_file(EntryNumber number);
    std::optional<CaseStep> case_step(EntryNumber number);

  private:
    // The one row that `rows`, prepared with `sql` on first use, has of an entry; nullptr for none.
    Rows* row_of(std::optional<Rows>& rows, const char* sql, EntryNumber number);

    Database* database_;
    std::optional<Rows> agenda_;
    std::optional<Rows> case_file_;
    std::optional<Rows> case_step_;
    std::optional<Rows> visit_;
    std::optional<Rows> lines_;
};

std::optional<Incident> read_incident(Database& database, EntryNumber number);
std::vector<PersonalField> read_personal(Database& database, EntryNumber number);
EntryNumber last_with_personal(Database& database, const PersonalField& wanted, EntryNumber before);
// The latest date first, at most 100.
std::vector<std::pair<EntryNumber, Line>> dated_lines(Database& database, const std::string& item);
std::int64_t next_incident_number(Database& database);
std::int64_t next_case_sequence(Database& database);
// The entry that case C`sequence` began with; 0 for none.
EntryNumber case_entry(Database& database, std::int64_t sequence);
std::int64_t next_visit_sequence(Database& database);
// The entry that visit V`sequence` began with; 0 for none.
EntryNumber visit_entry(Database& database, std::int64_t sequence);

}  // namespace onduty
