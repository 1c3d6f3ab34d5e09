// SPDX-License-Identifier: MIT
// What is a table, whatever it is printed as? Columns with a kind, rows of cells. Knows nothing of shifts.
#pragma once

#include <cstdint>
#include <memory>
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

enum class Format {
    screen,       // aligned columns for a terminal
    machine_csv,  // machine names, no byte-order mark, values as they are; RFC 4180
    people_csv,   // byte-order mark, translated headings and words, formulas defused; RFC 4180
    json,         // an array of objects
};

// `columns` and `output` must outlive the writer.
std::unique_ptr<RowWriter> make_writer(Format format, const std::vector<Column>& columns, Output& output);

// A finished table, for those that are small.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

void print(const Table& table, Format format, Output& output);

}  // namespace onduty
