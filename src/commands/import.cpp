// SPDX-License-Identifier: MIT
// import: registers and lists that were kept in a spreadsheet come into the log, marked, with their own times.
#include "book/import_job.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

template <int (*Work)(Context&, const ImportOptions&)>
Action setup_import(OptionList& list, const char* what) {
    auto options = std::make_shared<ImportOptions>();
    options->what = what;
    list.needed_word("file", &options->file, tr("The table as CSV in UTF-8; - is standard input"));
    list.option("--map", &options->map, "FILE", tr("What the columns mean, see man onduty-import"));
    list.option("--skip-bad", &options->bad_file, "FILE", tr("Keep the good rows, write the bad ones to this file"));
    return [options](Context& context) { return Work(context, *options); };
}

Action setup_cases(OptionList& list) {
    return setup_import<import_cases>(list, "cases");
}

Action setup_customers(OptionList& list) {
    return setup_import<import_customers>(list, "customers");
}

Action setup_staff(OptionList& list) {
    return setup_import<import_staff>(list, "staff");
}

Action setup_stock(OptionList& list) {
    return setup_import<import_stock>(list, "stock");
}

Action setup_bare(OptionList&) {
    return [](Context&) -> int {
        throw UsageError{say(N_("What is imported? Write: onduty import cases, customers, staff or stock FILE.csv"))};
    };
}

}  // namespace

CommandSpec import_command() {
    return {{
                {"cases", "事项", N_("A register of complaints, repairs, enquiries"), setup_cases},
                {"customers", "客户", N_("A list of customers"), setup_customers},
                {"staff", "人员", N_("A list of staff, into the plan"), setup_staff},
                {"stock", "库存", N_("A list of what the bar keeps, into the plan"), setup_stock},
            },
            setup_bare};
}

}  // namespace onduty
