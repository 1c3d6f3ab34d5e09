// SPDX-License-Identifier: MIT
#include "book/import_job.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "book/duty.hpp"
#include "book/record_plan.hpp"
#include "book/rights.hpp"
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
constexpr std::size_t kRowsAtOnce = 200;

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

ImportJob::ImportJob(Context& context, const ImportOptions& options, std::vector<ImportField> fields)
    : context_{&context}, options_{options}, fields_{std::move(fields)}, map_{map_of(context, options.map, fields_)} {
    if (!context.options.at.empty()) {
        throw UsageError{say(N_("--at has no meaning here: every row has its own time."))};
    }
    file_ = std::make_unique<TableFile>(context, options.file);
    sheet_ = std::make_unique<Sheet>(*file_, fields_, map_);
    if (!sheet_->above().empty() && !context.options.json) {
        context.remark(say(N_("The headings stand on line {0}. What stands above them is left out: {1}"),
                           sheet_->heading_line(), sheet_->above()));
    }
    if (!sheet_->unknown().empty() && !context.options.json) {
        std::string list;
        for (const std::string& heading : sheet_->unknown()) {
            list += (list.empty() ? "" : ", ") + shown_safely(heading);
        }
        context.remark(say(N_("Columns that are left out: {0}"), list));
    }
    recording_ = std::make_unique<Recording>(context, Recording::Begin::later);
}

void ImportJob::find_importer() {
    const std::string& by = context_->options.by;
    const auto people = present_people(book());
    if (!by.empty()) {
        importer_ = book().resolve("staff", N_("person"), by).code;
    } else if (people.size() == 1) {
        importer_ = people.front().person;
    } else if (book().store().words("staff").empty()) {
        importer_ = "-";
    } else {
        throw UsageError{say(N_("Who imports it? Add --by NAME."))};
    }
    batch_ = std::make_unique<Batch>(*recording_, importer_, source());
}

void ImportJob::find_author() {
    importer_ = plan_author(*recording_);
    batch_ = std::make_unique<Batch>(*recording_, importer_, source());
}

// What is typed to go on, from whatever folder.
BatchSource ImportJob::source() const {
    BatchSource source{options_.what, bare_name(options_.file), {}};
    const auto add = [&](const char* name, const std::string& file) {
        const std::unique_ptr<char, void (*)(void*)> whole{::realpath(file.c_str(), nullptr), ::free};
        source.typed.add_words(name, whole ? whole.get() : file);
    };
    add("file", options_.file);
    add("map", options_.map);
    add("skip_bad", options_.bad_file);
    source.typed.add_code("digest", file_->digest());
    source.whole = options_.bad_file.empty();
    return source;
}

void ImportJob::check(const std::function<void(ImportRow&)>& look) {
    const std::size_t all = sheet_->rows();
    bad_.reserve(all);
    sheet_->rewind();
    while (sheet_->next()) {
        show_progress(bad_.size(), 2 * all);
        ImportRow row{*sheet_, false};
        if (sheet_->row().broken) {
            row.fault("", say(N_("a quotation mark is not closed, or something follows a closed field")));
        } else if (sheet_->row().cells.size() > sheet_->headings().size()) {
            row.fault("", say(N_("has more fields than there are columns")));
        } else if (const std::string below = tells_its_time() ? "" : line_below_table(*sheet_); !below.empty()) {
            row.fault("", say(N_("\"{0}\" is a total or a signature below the table, no row of it"), below));
        } else {
            look(row);
        }
        note_faults(row);
    }
    if (left_out_ > 0) {
        clear_progress();
    }
    if (all == 0) {
        throw UsageError{say(N_("{0} has no row below its headings."), options_.file)};
    }
    if (left_out_ > 0 && options_.bad_file.empty()) {
        throw UsageError{fault_list()};
    }
    if (bad_rows_) {
        bad_rows_->keep();
    }
    if (static_cast<std::size_t>(left_out_) == all) {
        throw UsageError{say(N_("No row is good; they are in {0} with the reasons."), options_.bad_file)};
    }
}

// A row with the time that each row must have is none below the table.
bool ImportJob::tells_its_time() const {
    return std::any_of(fields_.begin(), fields_.end(), [&](const ImportField& field) {
        return field.needed && field.time && !sheet_->value(field.name).empty();
    });
}

void ImportJob::note_faults(const ImportRow& row) {
    bad_.push_back(!row.good());
    if (row.good()) {
        return;
    }
    ++left_out_;
    all_faults_ += row.faults().size();
    for (const RowFault& fault : row.faults()) {
        if (faults_.size() < kMostShown) {
            faults_.push_back(fault);
        }
    }
    for (const std::string& hint : row.hints()) {
        if (std::find(hints_.begin(), hints_.end(), hint) == hints_.end()) {
            hints_.push_back(hint);
        }
    }
    // A run that was broken off has written them.
    const bool written = batch_ && batch_->goes_on() && ::access(options_.bad_file.c_str(), F_OK) == 0;
    if (!options_.bad_file.empty() && !context_->options.dry_run && !written) {
        keep_bad_row(row.faults());
    }
}

void ImportJob::record(const std::function<std::function<void()>(ImportRow&)>& read) {
    const std::size_t all = sheet_->rows();
    std::vector<std::function<void()>> rows;
    std::size_t place = 0;
    sheet_->rewind();
    for (; place < all && sheet_->next(); ++place) {
        show_progress(all + place, 2 * all);
        if (!bad_[place]) {
            ImportRow row{*sheet_, true};
            rows.push_back(read(row));
            if (!row.good()) {
                break;
            }
        }
        if (rows.size() == kRowsAtOnce || place + 1 == all) {
            for (const auto& record : rows) {
                batch_->begin_row();
                record();
            }
            batch_->pause();
            rows.clear();
        }
    }
    if (place != all || sheet_->next()) {
        throw Failure{
            say(N_("{0} was changed while it was read. What came in does not count; import it again."), options_.file)};
    }
}

void ImportJob::record_together(const std::function<void()>& record) {
    batch_->begin_row();
    record();
}

std::string ImportJob::fault_list() const {
    std::string text = say(N_("Rows with faults: {0} of {1}. Nothing was recorded."), left_out_, sheet_->rows());
    for (const RowFault& fault : faults_) {
        text += "\n  " + (fault.column.empty() ? say(N_("line {0}: {1}"), fault.line, fault.why)
                                               : say(N_("line {0}, {1}: {2}"), fault.line, shown_safely(fault.column),
                                                     shown_safely(fault.why)));
    }
    if (all_faults_ > kMostShown) {
        text += "\n  " + say(N_("and {0} more"), all_faults_ - kMostShown);
    }
    for (const std::string& hint : hints_) {
        text += "\n" + hint;
    }
    return text + "\n" + say(N_("Mend them, or keep the good rows only: --skip-bad BAD.csv"));
}

// The row as it was, with a column that says why; for people, so with a byte-order mark.
void ImportJob::keep_bad_row(const std::vector<RowFault>& faults) {
    const auto add_row = [&](const std::vector<std::string>& cells, const std::string& why, std::string line) {
        for (std::size_t column = 0; column < sheet_->headings().size(); ++column) {
            append_csv(line, column < cells.size() ? cells[column] : std::string{});
            line += ',';
        }
        append_csv(line, why);
        bad_rows_->output().write(line + "\r\n");
    };
    if (!bad_rows_) {
        bad_rows_ = std::make_unique<NewFile>(options_.bad_file, NewFile::Old::kept);
        add_row(sheet_->headings(), "why", "\xEF\xBB\xBF");
    }
    std::string why;
    for (const RowFault& fault : faults) {
        why += (why.empty() ? "" : "; ") + (fault.column.empty() ? "" : fault.column + ": ") + fault.why;
    }
    add_row(sheet_->row().cells, why, "");
}

Entry ImportJob::draft(const char* kind, Instant at) {
    Entry entry = recording_->draft(kind, importer_);
    entry.happened_at = at;
    entry.late = is_late(entry.recorded_at, entry.happened_at, book().grace());
    entry.business_date = business_date(book().zone(), book().calendar(), at);
    entry.flag = flag::kImported;
    entry.reason = say(N_("imported from {0}"), bare_name(options_.file));
    return entry;
}

int ImportJob::record_plan(const PlanEdit& edit) {
    return onduty::record_plan(*recording_, checked_plan(options_.file, edit.text()), plan_author(*recording_),
                               say(N_("imported from {0}"), bare_name(options_.file)), edit.changes())
        .plan;
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

int ImportJob::finish(const std::string& what, std::int64_t rows) {
    const EntryNumber first = batch_->number();
    if (first == 0 && !context_->options.json) {
        context_->print(tr("All of it is there already; nothing was recorded."));
        return kDone;
    }
    show_progress(1, 1);
    batch_->end();
    clear_progress();
    const EntryNumber last = recording_->store().head().number;
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
    line += recorded ? " " + say(N_("Seal {0}"), seal_text(recording_->store().head())) : std::string{};
    context_->print(line);
    if (left_out_ > 0) {
        context_->remark(
            recorded ? say(N_("Left out: {0} rows, written to {1} with the reasons."), left_out_, options_.bad_file)
                     : say(N_("Left out: {0} rows."), left_out_));
    }
    return kDone;
}

}  // namespace onduty
