// SPDX-License-Identifier: MIT
#include "book/import_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "print/csv.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::string_view kWhy = "why";  // the column that --skip-bad adds
constexpr std::chrono::hours kNoon{12};

// "Created Date", "created_date" and "createddate" are one heading.
std::string plain_heading(const std::string& heading) {
    std::string plain = lower_case(plain_form(heading));
    std::erase_if(plain, [](char letter) { return letter == ' ' || letter == '_' || letter == '-' || letter == '.'; });
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

std::string with_commas(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list += (list.empty() ? "" : ", ") + shown_safely(word);
    }
    return list;
}

void refuse_kind(FileKind kind) {
    switch (kind) {
        case FileKind::utf8:
            return;
        case FileKind::gb18030:
            throw UsageError{
                say(N_("The file is not in UTF-8; it looks like GBK or GB18030. Save it as \"CSV UTF-8\", or: "
                       "iconv -f GB18030 -t UTF-8 OLD.csv > NEW.csv"))};
        case FileKind::utf16:
            throw UsageError{
                say(N_("The file is in UTF-16. Save it as \"CSV UTF-8\", or: iconv -f UTF-16 -t UTF-8 OLD.csv "
                       "> NEW.csv"))};
        case FileKind::workbook:
            throw UsageError{say(N_("The file is a workbook, no CSV. Open it and save it as \"CSV UTF-8\"."))};
        case FileKind::binary:
            break;
    }
    throw UsageError{say(N_("The file is no text in UTF-8. Save the table as \"CSV UTF-8\"."))};
}

}  // namespace

Sheet::Sheet(const TableFile& file, const std::vector<ImportField>& fields, const ImportMap& map)
    : fields_{fields}, map_{map}, file_{file} {
    FileKindFinder kind;
    const Pieces pieces = file.pieces();
    for (std::string piece = pieces(); !piece.empty(); piece = pieces()) {
        kind.add(piece);
    }
    refuse_kind(kind.finish());
    rewind();
    if (row_.cells.empty()) {
        throw UsageError{say(N_("The file is empty. Its first line must name the columns."))};
    }
    headings_ = row_.cells;
    read_headings(map);
    need_columns();
    find_orders();
    rewind();
}

void Sheet::rewind() {
    reader_.emplace(file_.pieces(), map_.separator);
    row_ = {};
    reader_->next(row_);
}

void Sheet::read_headings(const ImportMap& map) {
    std::set<std::string> mapped;
    for (std::size_t column = 0; column < headings_.size(); ++column) {
        const std::string plain = plain_heading(headings_[column]);
        std::string field;
        bool by_map = false;
        for (const auto& [heading, name] : map.columns) {
            if (plain_heading(heading) == plain) {
                field = name;
                by_map = true;
                mapped.insert(heading);
            }
        }
        for (const ImportField& one : fields_) {
            const bool known = plain_heading(one.name) == plain ||
                               std::find(one.headings.begin(), one.headings.end(), plain) != one.headings.end();
            // What the map says of a field counts alone.
            const bool free = std::none_of(map.columns.begin(), map.columns.end(),
                                           [&](const auto& entry) { return entry.second == one.name; });
            field = !by_map && field.empty() && known && free ? one.name : field;
        }
        if (field.empty()) {
            if (!by_map && plain != kWhy && !plain.empty()) {
                unknown_.push_back(headings_[column]);
            }
            continue;
        }
        const auto [place, fresh] = columns_.emplace(field, column);
        if (!fresh) {
            throw UsageError{say(N_("\"{0}\" and \"{1}\" would both be {2}. Say in a map which one is."),
                                 shown_safely(headings_[place->second]), shown_safely(headings_[column]), field)};
        }
    }
    for (const auto& [heading, field] : map.columns) {
        if (mapped.count(heading) == 0) {
            throw UsageError{
                say(N_("The map names a column \"{0}\" that the file does not have. Its columns are {1}.{2}"), heading,
                    with_commas(headings_), suggestion(heading, headings_))};
        }
    }
}

void Sheet::need_columns() const {
    for (const ImportField& field : fields_) {
        if (field.needed && !has(field.name)) {
            throw UsageError{
                say(N_("No column is {0}. The columns are {1}. Say which one it is in a map, --map FILE.toml: "
                       "[columns] \"HEADING\" = \"{0}\""),
                    field.name, with_commas(headings_))};
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
    while (next()) {
        ++rows_;
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

void ImportRow::fault(const char* field, std::string why) {
    faults_.push_back({sheet_->row().line, *field == '\0' ? std::string{} : sheet_->heading(field), std::move(why)});
}

std::string ImportRow::text(const char* field) {
    const std::string value = sheet_->value(field);
    switch (find_fault(value)) {
        case TextFault::none:
            return value;
        case TextFault::too_long:
            fault(field, say(N_("is longer than {0} bytes"), kLongestText));
            break;
        default:
            fault(field, say(N_("holds control or invisible characters")));
    }
    return {};
}

std::string ImportRow::needed(const char* field) {
    const std::string value = text(field);
    if (value.empty() && good()) {
        fault(field, say(N_("is empty")));
    }
    return value;
}

std::optional<std::int64_t> ImportRow::number(const char* field, std::int64_t least, std::int64_t most) {
    const std::string plain = number_form(text(field));
    if (plain.empty()) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec != std::errc{} || read.ptr != plain.data() + plain.size() || value < least || value > most) {
        fault(field, say(N_("\"{0}\" is no whole number from {1} to {2}"), plain, least, most));
        return std::nullopt;
    }
    return value;
}

std::optional<WrittenTime> ImportRow::written(const char* field) {
    const std::string value = text(field);
    if (value.empty()) {
        return std::nullopt;
    }
    const auto time = read_written_time(value, sheet_->order(field));
    if (!time) {
        fault(field, say(N_("\"{0}\" is not a time such as 2026-11-23 08:05"), value));
    } else if (time->ambiguous && sheet_->order_missing(field)) {
        fault(field, say(N_("\"{0}\": month or day first? Say date_order = \"mdy\" or \"dmy\" in a map"), value));
        return std::nullopt;
    }
    return time;
}

std::optional<Instant> ImportRow::time(const char* field, const Zone& zone, Instant now,
                                       std::optional<Instant> before) {
    const auto time = written(field);
    if (!time) {
        return std::nullopt;
    }
    Instant at;
    if (time->offset) {
        at = Instant{time->local.time_since_epoch() - *time->offset};
    } else {
        const LocalMeaning meaning = meaning_of(zone, time->has_clock ? time->local : time->local + kNoon);
        if (meaning.kind == LocalKind::skipped) {
            fault(field, say(N_("\"{0}\": the clock never showed that, it was put forward"), sheet_->value(field)));
            return std::nullopt;
        }
        at = meaning.first;
    }
    if (!time->has_clock && before && at < *before &&
        std::chrono::floor<std::chrono::days>(to_local(zone, *before)) == time->local) {
        at = *before;
    }
    // A date without a clock time may be that of today.
    if (at > now && !time->has_clock && at - now < kNoon) {
        at = now;
    }
    if (at > now) {
        fault(field, say(N_("\"{0}\" is in the future"), sheet_->value(field)));
        return std::nullopt;
    }
    return at;
}

std::optional<Date> ImportRow::date(const char* field) {
    const auto time = written(field);
    return time ? std::optional<Date>{std::chrono::floor<std::chrono::days>(time->local)} : std::nullopt;
}

std::string ImportRow::checked(const char* field, const std::function<std::string(const std::string&)>& work) {
    const std::string value = text(field);
    if (value.empty()) {
        return value;
    }
    try {
        return work(value);
    } catch (const UsageError& error) {
        fault(field, error.what());
    } catch (const Refusal& error) {
        fault(field, error.what());
    }
    return {};
}

}  // namespace onduty
