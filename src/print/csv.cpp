// SPDX-License-Identifier: MIT
#include "print/csv.hpp"

#include <array>
#include <charconv>

#include "text/unicode.hpp"

namespace onduty {

bool looks_like_formula(std::string_view text) {
    // Blanks and invisible characters before the sign do not hide it from a spreadsheet.
    for (bool skipped = true; skipped;) {
        skipped = false;
        for (const std::string_view blank : {" ", "\u00A0", "\u3000", "\u200B", "\uFEFF"}) {
            if (text.substr(0, blank.size()) == blank) {
                text.remove_prefix(blank.size());
                skipped = true;
            }
        }
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
    if (!edges && field.find_first_of("\",\r\n") == std::string_view::npos) {
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
        line_ += i + 1 < cells.size() ? "," : "\r\n";
    }
    output_.write(line_);
}

void CsvWriter::finish() {
    output_.flush();
}

}  // namespace onduty
