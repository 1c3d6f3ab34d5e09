// SPDX-License-Identifier: MIT
#include "cli/output_options.hpp"

#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

bool ends_with(const std::string& text, std::string_view ending) {
    return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

}  // namespace

void OutputOptions::add_to(OptionList& list) {
    list.flag("--csv", &csv, tr("As CSV: machine names to a pipe, for people into a file"));
    list.option("-o,--output", &file, "FILE", tr("Write to this file: .csv, .json or .txt"));
    list.flag("--force", &force, tr("Replace the file if it is there"));
}

Format OutputOptions::format(const Context& context) const {
    const bool to_file = !file.empty() && file != "-";
    if (csv && context.options.json) {
        throw UsageError{say(N_("--csv and --json are two answers; choose one."))};
    }
    if (csv || (to_file && ends_with(file, ".csv"))) {
        return to_file ? Format::people_csv : Format::machine_csv;
    }
    if (context.options.json || (to_file && ends_with(file, ".json"))) {
        return Format::json;
    }
    if (to_file && !ends_with(file, ".txt")) {
        throw UsageError{say(N_("What kind of file is {0}? Let it end in .csv, .json or .txt."), file)};
    }
    return Format::screen;
}

void write_output(Context& context, const OutputOptions& options, const std::function<void(Output&)>& work) {
    if (options.file.empty() || options.file == "-") {
        work(*context.environment.out);
        return;
    }
    NewFile file{options.file, old_file(options.force)};
    work(file.output());
    file.keep();
}

}  // namespace onduty
