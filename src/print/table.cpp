// SPDX-License-Identifier: MIT
#include "print/table.hpp"

#include "print/csv.hpp"
#include "print/json.hpp"
#include "print/screen.hpp"

namespace onduty {

std::unique_ptr<RowWriter> make_writer(Format format, const std::vector<Column>& columns, Output& output) {
    switch (format) {
        case Format::screen:
            return std::make_unique<ScreenWriter>(columns, output);
        case Format::machine_csv:
            return std::make_unique<CsvWriter>(columns, output, false);
        case Format::people_csv:
            return std::make_unique<CsvWriter>(columns, output, true);
        case Format::json:
            break;
    }
    return std::make_unique<JsonWriter>(columns, output);
}

void print(const Table& table, Format format, Output& output) {
    const auto writer = make_writer(format, table.columns, output);
    for (const auto& row : table.rows) {
        writer->row(row);
    }
    writer->finish();
}

}  // namespace onduty
