// SPDX-License-Identifier: MIT
// What is in a table, and who takes it row by row? Columns with a kind, cells. Knows nothing of shifts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "print/output.hpp"

namespace onduty {

// text: free words, defended against formulas in files for people; code: our own words and dates, never
// defended; word: a machine name with a translation; integer: a whole number.
enum class ColumnKind { text, code, word, integer };

struct Column {
    const char* name;     // the machine name: CSV to a pipe, JSON
    std::string heading;  // in the user's language
    ColumnKind kind = ColumnKind::text;
};

// One cell. `empty` prints as nothing (null in JSON).
struct Cell {
    bool empty = true;
    std::int64_t number = 0;
    std::string text;   // text and code; the machine name of a word
    std::string shown;  // the translation of a word

    static Cell of(std::string text) { return {text.empty(), 0, std::move(text), {}}; }
    static Cell of(std::int64_t number) { return {false, number, {}, {}}; }
    static Cell of(const char* machine, std::string shown) { return {*machine == '\0', 0, machine, std::move(shown)}; }
};

// Takes rows one by one, so that a year of log lines needs no memory.
class RowWriter {
  public:
    RowWriter() = default;
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;
    virtual ~RowWriter() = default;
    virtual void row(const std::vector<Cell>& cells) = 0;
    virtual void finish() = 0;  // must be called once after the last row
};

}  // namespace onduty
