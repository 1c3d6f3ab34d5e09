// SPDX-License-Identifier: MIT
// What does somebody's table say: which column is which field, and what stands in a row?
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

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
    std::size_t row = 0;  // place in the sheet, from 0
    std::string column;   // as its heading is written; "" for the row as a whole
    std::string why;
};

// A table as it was read, with its columns found.
class Sheet {
  public:
    // Throws UsageError when two columns are one field, a needed one is missing, or the map names a column that is
    // not there. `fields` must outlive the sheet.
    Sheet(std::string text, const std::vector<ImportField>& fields, const ImportMap& map);
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    const std::vector<std::string>& headings() const { return headings_; }
    // Headings that mean nothing here, and columns that are left out.
    const std::vector<std::string>& unknown() const { return unknown_; }
    const std::vector<CsvRow>& rows() const { return rows_; }

    bool has(const std::string& field) const;
    // What stands there, in our words where the map has them; "" for nothing.
    std::string value(std::size_t row, const std::string& field) const;
    // As it is written in the table; the field itself where a constant stands for it.
    std::string heading(const std::string& field) const;
    // In which order the dates of the column are written; the map's word counts first.
    DateOrder order(const std::string& field) const;
    // Whether the column has dates whose order cannot be found out.
    bool order_missing(const std::string& field) const;

  private:
    void read_headings(const ImportMap& map);
    void need_columns() const;
    void find_orders();

    const std::vector<ImportField>& fields_;
    const ImportMap& map_;
    std::string text_;
    std::vector<std::string> headings_;
    std::vector<std::string> unknown_;
    std::vector<CsvRow> rows_;
    std::map<std::string, std::size_t> columns_;  // by field
    std::map<std::string, DateOrder> orders_;
    std::set<std::string> without_order_;
};

// One row that is being looked at; notes what is wrong with it.
class ImportRow {
  public:
    ImportRow(const Sheet& sheet, std::size_t row, std::vector<RowFault>& faults)
        : sheet_{&sheet}, row_{row}, faults_{&faults}, before_{faults.size()} {}

    // On one line, tidied.
    std::string text(const char* field);
    // The same; a fault when there is none.
    std::string needed(const char* field);
    // A whole number.
    std::optional<std::int64_t> number(const char* field, std::int64_t least, std::int64_t most);
    // A time that is not later than `now`. A date without a clock time is noon, or `before` when that is later on
    // the same day: what followed it.
    std::optional<Instant> time(const char* field, const Zone& zone, Instant now,
                                std::optional<Instant> before = std::nullopt);
    // Only the date.
    std::optional<Date> date(const char* field);
    // What `work` answers; what it throws as wrong or refused becomes a fault of the field.
    std::string checked(const char* field, const std::function<std::string(const std::string&)>& work);
    void fault(const char* field, std::string why);
    // Whether the table has the field at all.
    bool has(const char* field) const { return sheet_->has(field); }
    bool good() const { return faults_->size() == before_; }

  private:
    std::optional<WrittenTime> written(const char* field);

    const Sheet* sheet_;
    std::size_t row_;
    std::vector<RowFault>* faults_;
    std::size_t before_;
};

}  // namespace onduty
