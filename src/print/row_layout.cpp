// SPDX-License-Identifier: MIT
#include "print/row_layout.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/wrap.hpp"

namespace onduty {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kNarrowest = 24;  // of free words

struct Place {
    std::size_t column;
    std::size_t width;
};

// Columns that stand in one line.
struct Group {
    std::size_t indent = 0;
    std::vector<Place> places{};

    std::size_t width() const {
        std::size_t sum = indent;
        for (const Place& place : places) {
            sum += place.width + kGap;
        }
        return sum - (places.empty() ? 0 : kGap);
    }
};

std::vector<std::size_t> widths_of(const std::vector<Column>& columns,
                                   const std::vector<std::vector<std::string>>& texts) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t width = display_width(columns[i].heading);
        for (const auto& row : texts) {
            width = std::max(width, display_width(row[i]));
        }
        widths.push_back(width);
    }
    return widths;
}

// What a line has left goes to its free words, from left to right.
void widen(Group& group, const std::vector<std::size_t>& widths, std::size_t limit) {
    for (Place& place : group.places) {
        const std::size_t used = group.width();
        if (used < limit) {
            place.width = std::min(widths[place.column], place.width + limit - used);
        }
    }
}

std::vector<Group> grouped(const std::vector<Column>& columns, const std::vector<std::size_t>& widths,
                           std::size_t limit) {
    std::vector<Group> groups{{}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool words = columns[i].kind == ColumnKind::text && limit != 0;
        const std::size_t needed = words ? std::min(widths[i], kNarrowest) : widths[i];
        if (limit != 0 && !groups.back().places.empty() && groups.back().width() + kGap + needed > limit) {
            groups.push_back({kIndent, {}});
        }
        groups.back().places.push_back({i, needed});
    }
    for (Group& group : groups) {
        widen(group, widths, limit);
    }
    return groups;
}

class Layout {
  public:
    Layout(const std::vector<Column>& columns, std::vector<Group> groups,
           const std::function<void(const std::string&)>& print_line)
        : columns_{&columns}, groups_{std::move(groups)}, print_line_{&print_line} {}

    void print(const std::vector<std::string>& row) const {
        for (const Group& group : groups_) {
            print(group, row);
        }
    }

  private:
    // Words that were broken make several lines of it.
    void print(const Group& group, const std::vector<std::string>& row) const {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 0;
        for (const Place& place : group.places) {
            const std::string& text = row[place.column];
            const bool whole = display_width(text) <= place.width;
            cells.push_back(whole ? std::vector<std::string>{text} : wrapped(text, place.width));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t i = 0; i < height; ++i) {
            std::string line(group.indent, ' ');
            for (std::size_t j = 0; j < cells.size(); ++j) {
                const std::string part = i < cells[j].size() ? cells[j][i] : "";
                const Place& place = group.places[j];
                const bool number = (*columns_)[place.column].kind == ColumnKind::integer;
                line += number ? pad_left(part, place.width) : pad_right(part, place.width);
                line += std::string(kGap, ' ');
            }
            line.erase(line.find_last_not_of(' ') + 1);
            // A second line without anything in it says nothing.
            if (!line.empty() || (group.indent == 0 && i == 0)) {
                (*print_line_)(line);
            }
        }
    }

    const std::vector<Column>* columns_;
    std::vector<Group> groups_;
    const std::function<void(const std::string&)>* print_line_;
};

}  // namespace

void lay_out(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& texts, std::size_t limit,
             const std::function<void(const std::string&)>& print_line) {
    const Layout layout{columns, grouped(columns, widths_of(columns, texts), limit), print_line};
    std::vector<std::string> headings;
    for (const Column& column : columns) {
        headings.push_back(column.heading);
    }
    layout.print(headings);
    for (const auto& row : texts) {
        layout.print(row);
    }
}

}  // namespace onduty
