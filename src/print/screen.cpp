// SPDX-License-Identifier: MIT
#include "print/screen.hpp"

#include "print/row_layout.hpp"
#include "text/unicode.hpp"

namespace onduty {

void ScreenWriter::row(const std::vector<Cell>& cells) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        switch (columns_[i].kind) {
            case ColumnKind::integer:
                texts.push_back(cell.empty ? std::string{} : std::to_string(cell.number));
                break;
            case ColumnKind::word:
                texts.push_back(shown_safely(cell.shown));
                break;
            default:
                texts.push_back(shown_safely(cell.text));
        }
    }
    rows_.push_back(std::move(texts));
}

void ScreenWriter::finish() {
    lay_out(columns_, rows_, output_.columns(), [&](const std::string& line) { output_.line(line); });
}

}  // namespace onduty
