// SPDX-License-Identifier: MIT
// How does an entry look in a table? The columns of `log` and of every answer in JSON; see onduty-csv(5).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "book/book.hpp"
#include "print/table.hpp"

namespace onduty {

std::vector<Column> entry_columns();

// Turns entries into cells; keeps the names it has looked up.
class EntryCells {
  public:
    explicit EntryCells(Book& book);
    // `status`: "", "corrected" or "void". The cells are valid until the next call.
    const std::vector<Cell>& cells(const Entry& entry, const char* status = "");
    // What the entry is about in words: the point, route, checklist, slot ...
    std::string subject(const Entry& entry);
    std::string person(const std::string& code);
    // The note as it is shown: the new value of a correction in words, nothing for a plan.
    std::string note(const Entry& entry);
    // One line for people: what happened, then every mark in capitals or brackets.
    std::string line(const Entry& entry, const std::string& status);

  private:
    std::string customer_subject(const Entry& entry);  // entry_subjects_customers.cpp
    std::string house_subject(const Entry& entry);
    std::string loan_subject(const Entry& entry);
    std::string visit_subject(const Entry& entry);
    static bool has_note_subject(const std::string& kind);
    std::string note_subject(const Entry& entry);
    std::string agenda_subject(const Entry& entry);
    // Whom a finding is about and its words are for supervisors; see supervisors.hpp.
    bool may_read_conduct();
    std::string conduct_field(const Entry& entry, const char* field);
    std::string person_of_shift(EntryNumber shift);
    const std::string& name(const char* family, const std::string& code);

    Book* book_;
    std::map<std::string, std::map<std::string, std::string>> names_;
    std::map<EntryNumber, std::string> visits_;  // V numbers by first entry
    std::map<EntryNumber, std::string> shifts_;  // staff codes by duty-on
    std::optional<bool> may_read_conduct_;
    std::vector<Cell> cells_;
};

std::vector<Cell> entry_cells(Book& book, const Entry& entry);

}  // namespace onduty
