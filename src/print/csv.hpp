// SPDX-License-Identifier: MIT
// How are rows quoted for programs and for spreadsheets? RFC 4180, CRLF; see onduty-csv(5).
#pragma once

#include <string>
#include <string_view>

#include "print/rows.hpp"

namespace onduty {

class CsvWriter : public RowWriter {
  public:
    CsvWriter(const std::vector<Column>& columns, Output& output, bool for_people);
    void row(const std::vector<Cell>& cells) override;
    void finish() override;

  private:
    const std::vector<Column>& columns_;
    Output& output_;
    bool for_people_;
    std::string line_;
};

// Appends one field, quoted when it holds a quote, comma, line end or a blank at an edge.
void append_csv(std::string& line, std::string_view field);

// Whether a spreadsheet could take the text for a formula: its first visible character is one of
// = + - @ tab CR LF or the full-width forms of the first four.
bool looks_like_formula(std::string_view text);

}  // namespace onduty
