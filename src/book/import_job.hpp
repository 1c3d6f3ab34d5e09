// SPDX-License-Identifier: MIT
// How does an import go on: the file is read, every row is looked at, then all good ones are recorded at once?
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "book/import_sheet.hpp"
#include "book/recording.hpp"
#include "plan/edit_plan.hpp"

namespace onduty {

struct ImportOptions {
    std::string what;
    std::string file;
    std::string map;
    std::string bad_file;  // of --skip-bad
};

class ImportJob {
  public:
    // Reads the map and the table. Throws UsageError and Failure.
    ImportJob(Context& context, const ImportOptions& options, std::vector<ImportField> fields);

    const Sheet& sheet() const { return *sheet_; }

    // Shows every row to `look`, which notes what is wrong with it. When anything is, throws UsageError with the list,
    // or writes these rows to the file of --skip-bad. Nothing is recorded before this.
    void check(const std::function<void(ImportRow&)>& look);

    // An entry with a time of its own, marked as imported; `actor` is who imports.
    Entry draft(Recording& recording, const char* kind, const std::string& actor, Instant at) const;

    // Answers the number.
    EntryNumber append(Recording& recording, const Entry& entry, const Details& details = {});

    // Records the changed plan; answers its version. Throws UsageError when it does not read.
    int record_plan(Recording& recording, const PlanEdit& edit);

    // How far it is, on a terminal only.
    void show_progress(std::size_t done, std::size_t all);

    // Commits and says what was recorded: "cases 98", and the range of entries.
    int finish(Recording& recording, const std::string& what, std::int64_t rows);

  private:
    std::string fault_list(std::size_t bad_rows) const;
    void write_bad_rows();
    void clear_progress();

    Context* context_;
    ImportOptions options_;
    std::vector<ImportField> fields_;
    ImportMap map_;
    std::unique_ptr<Sheet> sheet_;
    std::vector<RowFault> faults_;
    std::int64_t left_out_ = 0;
    EntryNumber first_ = 0;
    int shown_percent_ = -1;
};

// Who imports: --by, or the only one on duty; "-" while the plan has no staff. Throws UsageError when it is not clear.
std::string importer(Recording& recording);

// What can be imported; the words of onduty import.
int import_cases(Context& context, const ImportOptions& options);
int import_customers(Context& context, const ImportOptions& options);
int import_staff(Context& context, const ImportOptions& options);
int import_stock(Context& context, const ImportOptions& options);

}  // namespace onduty
