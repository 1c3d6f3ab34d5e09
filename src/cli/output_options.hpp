// SPDX-License-Identifier: MIT
// How do commands take an output file and a format?
#pragma once

#include <functional>
#include <string>

#include "cli/command.hpp"
#include "print/table.hpp"

namespace onduty {

struct OutputOptions {
    std::string file;
    bool csv = false;
    bool force = false;

    void add_to(OptionList& list);
    // The format that the options ask for; a file's ending decides without --csv or --json.
    Format format(const Context& context) const;
};

// Opens the file that -o names (or standard output) and hands it to `work`; the file appears only when
// `work` is through.
void write_output(Context& context, const OutputOptions& options, const std::function<void(Output&)>& work);

}  // namespace onduty
