// SPDX-License-Identifier: MIT
#include "book/import_sheet.hpp"

#include <algorithm>

#include "print/csv.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed_clock.hpp"

namespace onduty {

namespace {

constexpr std::string_view kWhy = "why";  // the column that --skip-bad adds
constexpr std::size_t kMostAbove = 10;    // lines above the headings

// "Created Date", "created_date" and "createddate" are one heading.
std::string plain_heading(const std::string& heading) {
    std::string plain = lower_case(plain_form(heading));
    std::erase_if(plain,
                  [](char letter) { return std::string_view{" _-.\n\r\t"}.find(letter) != std::string_view::npos; });
    return plain;
}

// Line ends and tabs become blanks; the apostrophe that defends a formula goes.
std::string one_line(std::string_view cell) {
    if (cell.starts_with('\'') && looks_like_formula(cell.substr(1))) {
        cell.remove_prefix(1);
    }
    std::string line;
    for (const char letter : cell) {
        const bool gap = letter == '\n' || letter == '\r' || letter == '\t';
        if (!gap || (!line.empty() && line.back() != ' ')) {
            line += gap ? ' ' : letter;
        }
    }
    return tidy_note(line);
}

// As a map may name it.
std::string shown_heading(const std::string& heading) {
    return shown_safely(one_line(heading));
}

std::string with_commas(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        if (!word.empty()) {
            list += (list.empty() ? "" : ", ") + shown_heading(word);
        }
    }
    return list;
}

// "#3" of a map is the third column; 0 for what names no place.
std::size_t place_of(const std::string& heading) {
    Scanner scanner{heading};
    const auto place = scanner.word("#") ? scanner.number(1, 4) : std::nullopt;
    return place && scanner.done() ? static_cast<std::size_t>(*place) : 0;
}

std::string place_name(std::size_t column) {
    return "#" + std::to_string(column + 1);
}

}  // namespace

Sheet::Sheet(const TableFile& file, const std::vector<ImportField>& fields, const ImportMap& map)
    : fields_{fields}, map_{map}, file_{file} {
    file.refuse_other_kinds();
    separator_ = map_.separator;
    find_headings();
    need_columns();
    find_orders();
    rewind();
}

void Sheet::rewind() {
    reader_.emplace(file_.pieces(), separator_);
    row_ = {};
    for (std::size_t line = 0; line <= lines_above_; ++line) {
        reader_->next(row_);
    }
}

void Sheet::find_headings() {
    rewind();
    if (row_.cells.empty()) {
        throw UsageError{say(N_("The file is empty. Its first line must name the columns."))};
    }
    Columns columns = columns_of(row_.cells);
    // The first line, a title, may have told nothing of the separator.
    for (const char separator : {map_.separator, ',', ';', '\t'}) {
        if (are_headings(columns)) {
            break;
        }
        separator_ = separator;
        if (find_headings_below()) {
            columns = columns_of(row_.cells);
        } else {
            separator_ = map_.separator;
            lines_above_ = 0;
            above_.clear();
            rewind();
        }
        if (map_.separator != 0) {
            break;
        }
    }
    headings_ = row_.cells;
    heading_line_ = row_.line;
    join_date_and_clock(columns);
    rewind();
    if (!columns.fault.empty()) {
        throw UsageError{columns.fault};
    }
    if (!columns.missing.empty()) {
        throw UsageError{say(N_("The map names a column \"{0}\" that the file does not have. Its columns are {1}.{2}"),
                             columns.missing.front(), with_commas(headings_),
                             suggestion(columns.missing.front(), headings_))};
    }
    columns_ = std::move(columns.by_field);
    unknown_ = std::move(columns.unknown);
}

void Sheet::join_date_and_clock(Columns& columns) {
    for (const auto& [field, second] : columns.second) {
        const std::size_t first = columns.by_field[field];
        std::size_t pairs = 0;
        bool whole = false;  // one of them tells both
        for (rewind(); next();) {
            const auto cell = [&](std::size_t column) {
                return column < row_.cells.size() ? one_line(row_.cells[column]) : std::string{};
            };
            const auto date = read_written_time(cell(first), DateOrder::unknown);
            const auto clock = read_written_time("2000-01-01 " + cell(second), DateOrder::unknown);
            whole = whole || (date && date->has_clock) || read_written_time(cell(second), DateOrder::unknown);
            pairs += date && clock && clock->has_clock ? 1U : 0U;
        }
        if (pairs > 0 && !whole) {
            clock_columns_[field] = second;
        } else if (columns.fault.empty()) {
            columns.fault = columns.second_fault[field];
        }
    }
}

bool Sheet::find_headings_below() {
    lines_above_ = 0;
    above_.clear();
    rewind();
    for (std::size_t line = 0; line <= kMostAbove && !row_.broken; ++line) {
        if (are_headings(columns_of(row_.cells))) {
            lines_above_ = line;
            return true;
        }
        above_ += (above_.empty() ? "" : " / ") + with_commas(row_.cells);
        if (!next()) {
            break;
        }
    }
    return false;
}

// Whether they have all that is needed, and all that the map names.
bool Sheet::are_headings(const Columns& columns) const {
    return !columns.by_field.empty() && columns.missing.empty() &&
           std::all_of(fields_.begin(), fields_.end(), [&](const ImportField& field) {
               return !field.needed || columns.by_field.count(field.name) > 0 || map_.constants.count(field.name) > 0;
           });
}

// The field of a column, "" for none; `mapped` is the word of the map that says so.
std::string Sheet::field_of(const std::vector<std::string>& cells, std::size_t column, std::string& mapped) const {
    const std::string plain = plain_heading(cells[column]);
    const auto is_heading = [&](const std::string& word) {
        return std::any_of(cells.begin(), cells.end(),
                           [&](const std::string& cell) { return plain_heading(cell) == plain_heading(word); });
    };
    for (const auto& [heading, field] : map_.columns) {
        if (place_of(heading) == column + 1 && !is_heading(heading)) {
            mapped = heading;
            return field;
        }
    }
    for (const auto& [heading, field] : map_.columns) {
        if (plain_heading(heading) == plain) {
            mapped = heading;
            return field;
        }
    }
    for (const ImportField& one : fields_) {
        const bool known = plain_heading(one.name) == plain ||
                           std::find(one.headings.begin(), one.headings.end(), plain) != one.headings.end();
        // What the map says of a field counts alone.
        const bool free = std::none_of(map_.columns.begin(), map_.columns.end(),
                                       [&](const auto& entry) { return entry.second == one.name; });
        if (known && free) {
            return one.name;
        }
    }
    return {};
}

void Sheet::note_second(const std::vector<std::string>& cells, const std::string& field, std::size_t column,
                        Columns& columns) const {
    const std::size_t place = columns.by_field[field];
    const std::string first = shown_heading(cells[place]);
    const std::string second = shown_heading(cells[column]);
    const std::string fault =
        plain_heading(first) == plain_heading(second)
            ? say(N_("Columns {0} and {1} are both called \"{2}\". Say in a map what the second is by its place; this "
                     "leaves it out: columns.\"#{1}\" = \"\""),
                  place + 1, column + 1, second)
            : say(N_("\"{0}\" and \"{1}\" would both be {2}. Say in a map which one is; this leaves the second out: "
                     "columns.\"{1}\" = \"\""),
                  first, second, field);
    const bool is_time = std::any_of(fields_.begin(), fields_.end(),
                                     [&](const ImportField& one) { return one.name == field && one.time; });
    if (is_time && columns.second.emplace(field, column).second) {
        columns.second_fault[field] = fault;
    } else if (columns.fault.empty()) {
        columns.fault = fault;
    }
}

Sheet::Columns Sheet::columns_of(const std::vector<std::string>& cells) const {
    Columns columns;
    std::set<std::string> found;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        std::string mapped;
        const std::string field = field_of(cells, column, mapped);
        found.insert(mapped);
        if (field.empty()) {
            const std::string plain = plain_heading(cells[column]);
            if (mapped.empty() && plain != kWhy && !plain.empty()) {
                columns.unknown.push_back(cells[column]);
            }
            continue;
        }
        const auto [place, fresh] = columns.by_field.emplace(field, column);
        if (!fresh) {
            note_second(cells, field, column, columns);
        }
    }
    for (const auto& [heading, field] : map_.columns) {
        if (found.count(heading) == 0) {
            columns.missing.push_back(heading);
        }
    }
    return columns;
}

void Sheet::need_columns() const {
    for (const ImportField& field : fields_) {
        if (field.needed && !has(field.name)) {
            throw UsageError{say(
                N_("No column is {0}. The columns are {1}. Say which one it is in a map, --map FILE.toml, by a line "
                   "such as columns.\"HEADING\" = \"{0}\"; the headings may stand up to {2} lines below the first."),
                field.name, with_commas(headings_), kMostAbove)};
        }
    }
}

void Sheet::find_orders() {
    struct TimeColumn {
        const std::string* field;
        std::size_t column;
        OrderFinder finder;
    };
    std::vector<TimeColumn> columns;
    for (const ImportField& field : fields_) {
        if (const auto column = columns_.find(field.name); field.time && column != columns_.end()) {
            columns.push_back({&field.name, column->second, {}});
        }
    }
    std::set<std::size_t> unnamed;
    for (std::size_t column = 0; column < headings_.size(); ++column) {
        const bool used =
            std::any_of(columns_.begin(), columns_.end(), [&](const auto& known) { return known.second == column; });
        if (!used && map_.columns.count(place_name(column)) == 0 && plain_heading(headings_[column]).empty()) {
            unnamed.insert(column);
        }
    }
    while (next()) {
        ++rows_;
        std::erase_if(unnamed, [&](std::size_t column) {
            const bool filled = column < row_.cells.size() && !one_line(row_.cells[column]).empty();
            if (filled) {
                unknown_.push_back(place_name(column));
            }
            return filled;
        });
        for (TimeColumn& one : columns) {
            if (one.column < row_.cells.size()) {
                one.finder.add(row_.cells[one.column]);
            }
        }
    }
    for (const TimeColumn& one : columns) {
        orders_[*one.field] = map_.order != DateOrder::unknown ? map_.order : one.finder.order();
    }
    // One column may say it for all: a table is written in one way.
    std::set<DateOrder> known;
    for (const auto& [field, order] : orders_) {
        known.insert(order);
    }
    known.erase(DateOrder::unknown);
    for (auto& [field, order] : orders_) {
        if (order == DateOrder::unknown && known.size() == 1) {
            order = *known.begin();
        }
        if (order == DateOrder::unknown) {
            without_order_.insert(field);
        }
    }
}

bool Sheet::has(const std::string& field) const {
    return columns_.count(field) > 0 || map_.constants.count(field) > 0;
}

std::string Sheet::value(const std::string& field) const {
    std::string text;
    const auto column = columns_.find(field);
    if (column != columns_.end() && column->second < row_.cells.size()) {
        text = one_line(row_.cells[column->second]);
    }
    const auto clock = clock_columns_.find(field);
    if (!text.empty() && clock != clock_columns_.end() && clock->second < row_.cells.size()) {
        text = tidy_note(text + " " + one_line(row_.cells[clock->second]));
    }
    if (text.empty()) {
        const auto constant = map_.constants.find(field);
        return constant == map_.constants.end() ? text : constant->second;
    }
    const auto words = map_.values.find(field);
    if (words != map_.values.end()) {
        const auto ours = words->second.find(text);
        text = ours == words->second.end() ? text : ours->second;
    }
    return text;
}

std::string Sheet::heading(const std::string& field) const {
    const auto column = columns_.find(field);
    return column == columns_.end() ? field : headings_[column->second];
}

DateOrder Sheet::order(const std::string& field) const {
    const auto order = orders_.find(field);
    return order == orders_.end() ? map_.order : order->second;
}

bool Sheet::order_missing(const std::string& field) const {
    return without_order_.count(field) > 0;
}

}  // namespace onduty
