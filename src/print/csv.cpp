// SPDX-License-Identifier: MIT
#include "print/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/unicode.hpp"

namespace onduty {

namespace {

// Bytes of the blank or invisible character that `text` begins with; 0 when it begins with a visible one.
std::size_t blank_length(std::string_view text) {
    for (const std::string_view blank : {" ", "\u00A0", "\u00AD", "\u180E", "\u3000", "\uFEFF"}) {
        if (text.starts_with(blank)) {
            return blank.size();
        }
    }
    if (text.size() < 3 || text[0] != '\xE2') {
        return 0;
    }
    const auto second = static_cast<unsigned char>(text[1]);
    const auto third = static_cast<unsigned char>(text[2]);
    const bool blanks = second == 0x80 && (third <= 0x8F || (third >= 0xA8 && third <= 0xAF));  // 2000-200F, 2028-202F
    const bool joiners = second == 0x81 && third >= 0x9F && third <= 0xAF;                      // 205F-206F
    return blanks || joiners ? 3 : 0;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
    // Blanks and invisible characters before the sign do not hide it from a spreadsheet.
    for (std::size_t length = blank_length(text); length > 0; length = blank_length(text)) {
        text.remove_prefix(length);
    }
    for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        if (text.substr(0, sign.size()) == sign) {
            return true;
        }
    }
    return false;
}

void append_csv(std::string& line, std::string_view field) {
    const bool edges = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    const bool special = std::any_of(field.begin(), field.end(), [](char letter) {
        return letter == '"' || letter == ',' || letter == '\r' || letter == '\n';
    });
    if (!edges && !special) {
        line += field;
        return;
    }
    line += '"';
    for (const char letter : field) {
        line += letter;
        if (letter == '"') {
            line += '"';
        }
    }
    line += '"';
}

CsvWriter::CsvWriter(const std::vector<Column>& columns, Output& output, bool for_people)
    : columns_{columns}, output_{output}, for_people_{for_people} {
    line_ = for_people ? "\xEF\xBB\xBF" : "";
    for (const Column& column : columns) {
        append_csv(line_, for_people ? std::string_view{column.heading} : std::string_view{column.name});
        line_ += &column == &columns.back() ? "\r\n" : ",";
    }
    output_.write(line_);
}

void CsvWriter::row(const std::vector<Cell>& cells) {
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (i > 0) {
            line_ += ',';
        }
        if (!cell.empty) {
            switch (columns_[i].kind) {
                case ColumnKind::integer: {
                    std::array<char, 24> digits{};
                    const auto end = std::to_chars(digits.begin(), digits.end(), cell.number).ptr;
                    line_.append(digits.data(), end);
                    break;
                }
                case ColumnKind::word:
                    append_csv(line_, for_people_ ? cell.shown : cell.text);
                    break;
                case ColumnKind::code:
                    append_csv(line_, cell.text);
                    break;
                case ColumnKind::text:
                    if (for_people_ && looks_like_formula(cell.text)) {
                        append_csv(line_, "'" + cell.text);
                    } else {
                        append_csv(line_, cell.text);
                    }
            }
        }
    }
    line_ += "\r\n";
    output_.write(line_);
}

void CsvWriter::finish() {
    output_.flush();
}

}  // namespace onduty
