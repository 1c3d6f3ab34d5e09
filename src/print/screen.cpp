// SPDX-License-Identifier: MIT
#include "print/screen.hpp"

#include <algorithm>

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
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = display_width(columns_[i].heading);
        for (const auto& texts : rows_) {
            width = std::max(width, display_width(texts[i]));
        }
        widths.push_back(width);
    }
    const auto print_line = [&](const auto& text_of) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool number = columns_[i].kind == ColumnKind::integer;
            line += number ? pad_left(text_of(i), widths[i]) : pad_right(text_of(i), widths[i]);
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        output_.line(line);
    };
    print_line([&](std::size_t i) { return columns_[i].heading; });
    for (const auto& texts : rows_) {
        print_line([&](std::size_t i) { return texts[i]; });
    }
}

}  // namespace onduty
