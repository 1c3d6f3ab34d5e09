// SPDX-License-Identifier: MIT
// How does an import go on: every row is looked at before anything is recorded, then the good ones are, as one batch?
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "book/batch.hpp"
#include "book/import_sheet.hpp"
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
    // Reads the map and the headings, then opens the book, without its write lock. Throws UsageError and Failure.
    ImportJob(Context& context, const ImportOptions& options, std::vector<ImportField> fields);

    Book& book() { return recording_->book(); }
    Recording& recording() { return *recording_; }
    // Before the rows are looked at: --by, or the only one on duty; "-" while the plan has no staff. Throws UsageError
    // when it is not clear.
    void find_importer();
    // The same of what changes the plan.
    void find_author();

    // Shows every row to `look`, which notes what is wrong with it. When anything is, throws UsageError with the list,
    // or writes these rows to the file of --skip-bad. Nothing is recorded before this.
    void check(const std::function<void(ImportRow&)>& look);
    // Shows every good row again to `read`, which answers how it is recorded. Many are read before they are recorded,
    // and meanwhile others may record.
    void record(const std::function<std::function<void()>(ImportRow&)>& read);
    // Instead of it: what all rows say together.
    void record_together(const std::function<void()>& record);

    // An entry with a time of its own, marked as imported.
    Entry draft(const char* kind, Instant at);
    // Answers the entry as it stands in the log.
    Entry append(const Entry& entry, const Details& details = {}) { return batch_->append(entry, details); }
    std::int64_t next_number(const std::string& field) { return batch_->next_number(field); }

    // Records the changed plan; answers its version. Throws UsageError when it does not read.
    int record_plan(const PlanEdit& edit);

    // Makes it valid and says what was recorded: "cases 98", and the range of entries.
    int finish(const std::string& what, std::int64_t rows);

  private:
    BatchSource source() const;
    bool tells_its_time() const;
    void note_faults(const ImportRow& row);
    void keep_bad_row(const std::vector<RowFault>& faults);
    std::string fault_list() const;
    // How far it is, on a terminal only.
    void show_progress(std::size_t done, std::size_t all);
    void clear_progress();

    Context* context_;
    ImportOptions options_;
    std::vector<ImportField> fields_;
    ImportMap map_;
    std::unique_ptr<TableFile> file_;
    std::unique_ptr<Sheet> sheet_;
    std::unique_ptr<Recording> recording_;
    std::string importer_;
    std::unique_ptr<Batch> batch_;
    std::vector<bool> bad_;  // by row
    std::int64_t left_out_ = 0;
    std::vector<RowFault> faults_;  // as many as are shown
    std::size_t all_faults_ = 0;
    std::vector<std::string> hints_;  // each once
    std::unique_ptr<NewFile> bad_rows_;
    int shown_percent_ = -1;
};

// What can be imported; the words of onduty import.
int import_cases(Context& context, const ImportOptions& options);
int import_customers(Context& context, const ImportOptions& options);
int import_staff(Context& context, const ImportOptions& options);
int import_stock(Context& context, const ImportOptions& options);

}  // namespace onduty
