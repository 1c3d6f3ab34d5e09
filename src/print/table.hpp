// SPDX-License-Identifier: MIT
// What is a table, and as what may it be printed?
#pragma once

#include <memory>

#include "print/rows.hpp"

namespace onduty {

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
