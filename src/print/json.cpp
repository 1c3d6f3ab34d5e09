// SPDX-License-Identifier: MIT
#include "print/json.hpp"

#include <nlohmann/json.hpp>

namespace onduty {

namespace {

std::string object_text(const std::vector<Column>& columns, const std::vector<Cell>& cells) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (cells[i].empty) {
            object[columns[i].name] = nullptr;
        } else if (columns[i].kind == ColumnKind::integer) {
            object[columns[i].name] = cells[i].number;
        } else {
            object[columns[i].name] = cells[i].text;
        }
    }
    // Bytes that are no UTF-8 (a file changed by hand) become U+FFFD instead of an exception.
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

void JsonWriter::row(const std::vector<Cell>& cells) {
    output_.write(first_ ? "[\n" : ",\n");
    output_.write(object_text(columns_, cells));
    first_ = false;
}

void JsonWriter::finish() {
    output_.write(first_ ? "[]\n" : "\n]\n");
}

void print_json_object(const std::vector<Column>& columns, const std::vector<Cell>& cells, Output& output) {
    output.line(object_text(columns, cells));
}

}  // namespace onduty
