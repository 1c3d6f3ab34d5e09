// SPDX-License-Identifier: MIT
// What does somebody's table say: which column is which field, and what stands in a row?
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "book/table_file.hpp"
#include "plan/read_import_map.hpp"
#include "text/csv_reader.hpp"
#include "time/time.hpp"

namespace onduty {

// Something that a kind of table may tell.
struct ImportField {
    std::string name;                   // as in a map and in messages
    std::vector<std::string> headings;  // known without a map, in small letters without blanks; the name is, too
    bool needed = false;
    bool time = false;
};

// One thing that is wrong with a row.
struct RowFault {
    std::size_t line = 0;
    std::string column;  // as its heading is written; "" for the row as a whole
    std::string why;
};

// A table with its columns found, whose rows are read one after the other.
class Sheet {
  public:
    // Throws UsageError when two columns are one field, a needed one is missing, or the map names a column that is
    // not there. `file`, `fields` and `map` must outlive the sheet.
    Sheet(const TableFile& file, const std::vector<ImportField>& fields, const ImportMap& map);
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    const std::vector<std::string>& headings() const { return headings_; }
    // What stands above the line of the headings, such as a title; "" for nothing.
    const std::string& above() const { return above_; }
    // On which the headings stand.
    std::size_t heading_line() const { return heading_line_; }
    // Headings that mean nothing here and whose columns are left out; "#4" for one without a heading.
    const std::vector<std::string>& unknown() const { return unknown_; }
    std::size_t rows() const { return rows_; }
    // Before the first row again, and on to the next one; false at the end.
    void rewind();
    bool next() { return reader_->next(row_); }
    const CsvRow& row() const { return row_; }

    bool has(const std::string& field) const;
    // What stands there in the row, in our words where the map has them; "" for nothing.
    std::string value(const std::string& field) const;
    // As it is written in the table; the field itself where a constant stands for it.
    std::string heading(const std::string& field) const;
    // In which order the dates of the column are written; the map's word counts first.
    DateOrder order(const std::string& field) const;
    // Whether the column has dates whose order cannot be found out.
    bool order_missing(const std::string& field) const;

  private:
    // What the cells say as headings.
    struct Columns {
        std::map<std::string, std::size_t> by_field;
        std::vector<std::string> unknown;
        std::map<std::string, std::size_t> second;        // by field, of a time that two columns would be
        std::map<std::string, std::string> second_fault;  // the same, when they do not tell date and clock
        std::string fault;                                // two columns that would be one field
        std::vector<std::string> missing;                 // headings of the map
    };
    Columns columns_of(const std::vector<std::string>& cells) const;
    std::string field_of(const std::vector<std::string>& cells, std::size_t column, std::string& mapped) const;
    bool are_headings(const Columns& columns) const;
    // Of a field that another column is already.
    void note_second(const std::vector<std::string>& cells, const std::string& field, std::size_t column,
                     Columns& columns) const;
    // The time of the day stands in a column of its own, beside that of the date.
    void join_date_and_clock(Columns& columns);
    // The line of the headings: the first, or one below it that has all that is needed.
    void find_headings();
    bool find_headings_below();
    void need_columns() const;
    // Reads all rows once: of each column of times the order of day and month, and which without a heading say
    // something.
    void find_orders();

    const std::vector<ImportField>& fields_;
    const ImportMap& map_;
    const TableFile& file_;
    std::optional<CsvReader> reader_;
    CsvRow row_;
    char separator_ = 0;
    std::vector<std::string> headings_;
    std::size_t heading_line_ = 0;
    std::size_t lines_above_ = 0;  // with anything in them
    std::string above_;
    std::vector<std::string> unknown_;
    std::size_t rows_ = 0;
    std::map<std::string, std::size_t> columns_;        // by field
    std::map<std::string, std::size_t> clock_columns_;  // by field: of the time of the day alone
    std::map<std::string, DateOrder> orders_;
    std::set<std::string> without_order_;
};

struct RowTime {
    Instant at{};
    bool has_clock = true;  // false where a date alone is written
};

// The row that the sheet is at; notes what is wrong with it.
class ImportRow {
  public:
    // Each row is looked at twice: `recorded` while it is, when the others of the table are known.
    ImportRow(const Sheet& sheet, bool recorded) : sheet_{&sheet}, recorded_{recorded} {}

    // On one line, tidied.
    std::string text(const char* field);
    // The same; a fault when there is none.
    std::string needed(const char* field);
    // A whole number.
    std::optional<std::int64_t> number(const char* field, std::int64_t least, std::int64_t most);
    // Times of what followed one another, none later than `now`. A date without a clock time is noon, or the time of
    // the one before it when that is later on the same day, or of the one after it when that is earlier.
    std::vector<std::optional<RowTime>> times(const std::vector<const char*>& fields, const Zone& zone, Instant now);
    // Only the date.
    std::optional<Date> date(const char* field);
    // What `work` answers; what it throws as wrong or refused becomes a fault of the field.
    std::string checked(const char* field, const std::function<std::string(const std::string&)>& work);
    void fault(const char* field, std::string why);
    // Whether the table has the field at all.
    bool has(const char* field) const { return sheet_->has(field); }
    bool good() const { return faults_.empty(); }
    const std::vector<RowFault>& faults() const { return faults_; }
    // What may help with such faults; told once.
    void hint(std::string words) { hints_.push_back(std::move(words)); }
    const std::vector<std::string>& hints() const { return hints_; }
    // As it is written in the table.
    std::string heading(const char* field) const { return sheet_->heading(field); }
    // Whether it is being recorded: what may stand there only once was looked up before.
    bool recorded() const { return recorded_; }

  private:
    std::optional<WrittenTime> written(const char* field);
    // Noon of a date without a clock time.
    std::optional<Instant> instant(const char* field, const WrittenTime& time, const Zone& zone);

    const Sheet* sheet_;
    bool recorded_;
    std::vector<RowFault> faults_;
    std::vector<std::string> hints_;
};

// What stands where the name of something stands, or first in its row, when the row is no such thing but the total of
// those above it, or says who made the table; "" when it is one.
std::string line_below_table(const Sheet& sheet);

}  // namespace onduty
