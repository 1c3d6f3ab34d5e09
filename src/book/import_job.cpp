// SPDX-License-Identifier: MIT
#include "book/import_job.hpp"

#include <set>

#include "book/record_plan.hpp"
#include "cases/rules.hpp"
#include "print/csv.hpp"
#include "print/json.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"

namespace onduty {

namespace {

constexpr std::size_t kMostShown = 50;
constexpr std::size_t kLargestTable = std::size_t{512} * 1024 * 1024;

ImportMap map_of(Context& context, const std::string& file, const std::vector<ImportField>& fields) {
    if (file.empty()) {
        return {};
    }
    std::vector<std::string> names;
    for (const ImportField& field : fields) {
        names.push_back(field.name);
    }
    std::vector<PlanError> errors;
    ImportMap map = read_import_map(read_file(context, file), names, errors);
    if (!errors.empty()) {
        throw UsageError{
            say(N_("Errors in the map: {0}. Nothing was recorded.{1}"), errors.size(), error_list(file, errors))};
    }
    return map;
}

// "#7-#10 ", "#7 ".
std::string range_text(EntryNumber first, EntryNumber last) {
    return first == last ? fmt::format("#{} ", first) : fmt::format("#{}-#{} ", first, last);
}

// The name of a file without its folders, as it stands in the reason of each entry.
std::string bare_name(const std::string& file) {
    return file.substr(file.rfind('/') + 1);
}

}  // namespace

std::string importer(Recording& recording) {
    Book& book = recording.book();
    const std::string& by = book.context().options.by;
    if (!by.empty()) {
        return book.resolve("staff", N_("person"), by).code;
    }
    const auto people = recording.store().on_duty();
    if (people.size() == 1) {
        return people.front().person;
    }
    if (book.store().words("staff").empty()) {
        return "-";
    }
    throw UsageError{say(N_("Who imports it? Add --by NAME."))};
}

ImportJob::ImportJob(Context& context, const ImportOptions& options, std::vector<ImportField> fields)
    : context_{&context}, options_{options}, fields_{std::move(fields)}, map_{map_of(context, options.map, fields_)} {
    if (!context.options.at.empty()) {
        throw UsageError{say(N_("--at has no meaning here: every row has its own time."))};
    }
    std::string text = read_file(context, options.file, kLargestTable);
    if (text.size() > kLargestTable) {
        throw UsageError{say(N_("{0} is larger than {1} MB. Cut it into several files."), options.file,
                             kLargestTable / (1024 * 1024))};
    }
    sheet_ = std::make_unique<Sheet>(std::move(text), fields_, map_);
    if (!sheet_->unknown().empty() && !context.options.json) {
        std::string list;
        for (const std::string& heading : sheet_->unknown()) {
            list += (list.empty() ? "" : ", ") + shown_safely(heading);
        }
        context.remark(say(N_("Columns that are left out: {0}"), list));
    }
}

void ImportJob::check(const std::function<void(ImportRow&)>& look) {
    const std::size_t all = sheet_->rows().size();
    std::set<std::size_t> bad;
    for (std::size_t row = 0; row < all; ++row) {
        show_progress(row, 2 * all);
        const std::size_t before = faults_.size();
        if (sheet_->rows()[row].broken) {
            faults_.push_back(
                {row, {}, say(N_("a quotation mark is not closed, or something follows a closed field"))});
        } else if (sheet_->rows()[row].cells.size() > sheet_->headings().size()) {
            faults_.push_back({row, {}, say(N_("has more fields than there are columns"))});
        } else {
            ImportRow one{*sheet_, row, faults_};
            look(one);
        }
        if (faults_.size() > before) {
            bad.insert(row);
        }
    }
    if (!faults_.empty()) {
        clear_progress();
    }
    if (all == 0) {
        throw UsageError{say(N_("{0} has no row below its headings."), options_.file)};
    }
    left_out_ = static_cast<std::int64_t>(bad.size());
    if (bad.empty()) {
        return;
    }
    if (options_.bad_file.empty()) {
        throw UsageError{fault_list(bad.size())};
    }
    if (!context_->options.dry_run) {
        write_bad_rows();
    }
    if (bad.size() == all) {
        throw UsageError{say(N_("No row is good; they are in {0} with the reasons."), options_.bad_file)};
    }
}

std::string ImportJob::fault_list(std::size_t bad_rows) const {
    std::string text = say(N_("Rows with faults: {0} of {1}. Nothing was recorded."), bad_rows, sheet_->rows().size());
    for (std::size_t i = 0; i < faults_.size() && i < kMostShown; ++i) {
        const RowFault& fault = faults_[i];
        const std::size_t line = sheet_->rows()[fault.row].line;
        text += "\n  " + (fault.column.empty() ? say(N_("line {0}: {1}"), line, fault.why)
                                               : say(N_("line {0}, {1}: {2}"), line, shown_safely(fault.column),
                                                     shown_safely(fault.why)));
    }
    if (faults_.size() > kMostShown) {
        text += "\n  " + say(N_("and {0} more"), faults_.size() - kMostShown);
    }
    return text + "\n" + say(N_("Mend them, or keep the good rows only: --skip-bad BAD.csv"));
}

// The rows as they were, with a column that says why; for people, so with a byte-order mark.
void ImportJob::write_bad_rows() {
    NewFile file{options_.bad_file, false};
    std::string line = "\xEF\xBB\xBF";
    const auto add_row = [&](const std::vector<std::string>& cells, const std::string& why) {
        for (std::size_t column = 0; column < sheet_->headings().size(); ++column) {
            append_csv(line, column < cells.size() ? cells[column] : std::string{});
            line += ',';
        }
        append_csv(line, why);
        line += "\r\n";
        file.output().write(line);
        line.clear();
    };
    add_row(sheet_->headings(), "why");
    for (std::size_t i = 0; i < faults_.size();) {
        const std::size_t row = faults_[i].row;
        std::string why;
        for (; i < faults_.size() && faults_[i].row == row; ++i) {
            why += (why.empty() ? "" : "; ") + (faults_[i].column.empty() ? "" : faults_[i].column + ": ") +
                   faults_[i].why;
        }
        add_row(sheet_->rows()[row].cells, why);
    }
    file.keep();
}

Entry ImportJob::draft(Recording& recording, const char* kind, const std::string& actor, Instant at) const {
    Book& book = recording.book();
    Entry entry = recording.draft(kind, actor);
    entry.happened_at = at;
    entry.late = is_late(entry.recorded_at, entry.happened_at, book.grace());
    entry.business_date = business_date(book.zone(), book.calendar(), at);
    entry.flag = case_flag::kImported;
    entry.reason = say(N_("imported from {0}"), bare_name(options_.file));
    return entry;
}

EntryNumber ImportJob::append(Recording& recording, const Entry& entry, const Details& details) {
    const EntryNumber number = recording.append(entry, details).number;
    first_ = first_ == 0 ? number : first_;
    return number;
}

int ImportJob::record_plan(Recording& recording, const PlanEdit& edit) {
    const Entry entry = onduty::record_plan(recording, checked_plan(options_.file, edit.text()), importer(recording),
                                            say(N_("imported from {0}"), bare_name(options_.file)), edit.changes());
    first_ = first_ == 0 ? entry.number : first_;
    return entry.plan;
}

void ImportJob::show_progress(std::size_t done, std::size_t all) {
    if (!context_->environment.output_is_terminal || context_->options.json || all == 0) {
        return;
    }
    const int percent = static_cast<int>(done * 100 / all);
    if (percent != shown_percent_) {
        shown_percent_ = percent;
        constexpr int kWidth = 40;
        const int full = percent * kWidth / 100;
        context_->environment.err->write("\r[" + std::string(static_cast<std::size_t>(full), '#') +
                                         std::string(static_cast<std::size_t>(kWidth - full), ' ') + "] " +
                                         std::to_string(percent) + " %");
        context_->environment.err->flush();
    }
}

// What is said next stands on a line of its own.
void ImportJob::clear_progress() {
    if (shown_percent_ >= 0) {
        context_->environment.err->write("\r" + std::string(60, ' ') + "\r");
        context_->environment.err->flush();
        shown_percent_ = -1;
    }
}

int ImportJob::finish(Recording& recording, const std::string& what, std::int64_t rows) {
    Book& book = recording.book();
    if (first_ == 0 && !context_->options.json) {
        context_->print(tr("All of it is there already; nothing was recorded."));
        return kDone;
    }
    const EntryNumber last = recording.store().head().number;
    const EntryNumber first = first_;
    show_progress(1, 1);
    recording.commit();
    clear_progress();
    const bool recorded = !context_->options.dry_run;
    if (context_->options.json) {
        const std::vector<Column> columns{{"what", "", ColumnKind::code},
                                          {"rows", "", ColumnKind::integer},
                                          {"left_out", "", ColumnKind::integer},
                                          {"first", "", ColumnKind::integer},
                                          {"last", "", ColumnKind::integer}};
        print_json_object(columns,
                          {Cell::of(options_.what), Cell::of(rows), Cell::of(left_out_),
                           recorded ? Cell::of(first) : Cell{}, recorded ? Cell::of(last) : Cell{}},
                          *context_->environment.out);
        return kDone;
    }
    std::string line = recorded ? range_text(first, last) : std::string{tr("Not recorded (dry run):")} + " ";
    line += say(N_("Imported from {0}: {1}."), bare_name(options_.file), what);
    line += recorded ? " " + say(N_("Seal {0}"), seal_text(book.store().head())) : std::string{};
    context_->print(line);
    if (left_out_ > 0) {
        context_->remark(
            recorded ? say(N_("Left out: {0} rows, written to {1} with the reasons."), left_out_, options_.bad_file)
                     : say(N_("Left out: {0} rows."), left_out_));
    }
    return kDone;
}

}  // namespace onduty
