// SPDX-License-Identifier: MIT
// How does an entry look in a table? The columns of `log` and of every answer in JSON; see onduty-csv(5).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "book/teller.hpp"
#include "print/table.hpp"

namespace onduty {

std::vector<Column> entry_columns();

// Turns entries into cells; keeps the names and words it has looked up.
class EntryCells {
  public:
    explicit EntryCells(Book& book, std::optional<int> version = {});  // as of Teller
    // `status`: "", "corrected" or "void". The cells are valid until the next call.
    const std::vector<Cell>& cells(const Entry& entry, const char* status = "");
    // In words; see Teller.
    std::string subject(const Entry& entry) { return teller_.subject(entry); }
    std::string actor(const Entry& entry) {
        teller_.tell_as_in(entry);
        return teller_.person(entry.actor);
    }
    std::string note(const Entry& entry) { return teller_.note(entry); }
    void tell_what_is_left(EntryNumber last) { teller_.tell_what_is_left(last); }
    std::string line(const Entry& entry, const std::string& status) { return teller_.line(entry, status); }

  private:
    // As shown_word() and, of a result, shown_result() say it.
    const char* word(const std::string& name, const std::string& kind = {});

    Book* book_;
    Teller teller_;
    std::map<std::string, std::map<std::string, const char*>> words_;  // results by kind, all others under ""
    std::vector<Cell> cells_;
};

std::vector<Cell> entry_cells(Book& book, const Entry& entry);

// "V12": what people call the thing that an entry began or is about; "" for what has no such number.
std::string code_of(Book& book, const Entry& entry);

}  // namespace onduty
