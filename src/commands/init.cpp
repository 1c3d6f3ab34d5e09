// SPDX-License-Identifier: MIT
// init: starts the log of a site with a plan, from the built-in template or from a file.
#include <sys/stat.h>
#include <unistd.h>

#include "book/record_plan.hpp"
#include "embedded.hpp"
#include "plan/edit_plan.hpp"
#include "store/watermark.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct InitOptions {
    std::string plan;
    std::string site_name;
    std::string zone;
};

// Makes the folders above `path`, readable by the owner only.
void make_folders(const std::string& path) {
    for (auto slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        ::mkdir(path.substr(0, slash).c_str(), 0700);
    }
}

int start_site(Context& context, const InitOptions& options) {
    const bool own_plan = !options.plan.empty();
    const auto template_text = [] {
        return std::string{current_language() == Language::chinese ? embedded::sales_office_zh
                                                                   : embedded::sales_office_en};
    };
    const PlanFile file = own_plan ? read_plan_file(context, options.plan) : plan_file(template_text());
    const std::string origin = own_plan ? options.plan : "sales-office";
    checked_plan(origin, file.written);
    std::string toml = file.text;
    if (!options.site_name.empty()) {
        toml = with_site_value(toml, "name", tidy_note(options.site_name));
    }
    if (!options.zone.empty()) {
        toml = with_site_value(toml, "zone", plain_form(options.zone));
    }
    const CheckedPlan checked = checked_plan(origin, toml);
    const Plan& plan = checked.plan;

    const std::string path = site_path(context);
    if (context.options.dry_run) {
        context.print(say(N_("Not made (dry run): {0} with the plan of {1}."), path, plan.site_name));
        return kDone;
    }
    make_folders(path);
    Store::create(path);
    try {
        context.options.at.clear();
        Recording recording{context};
        const Entry entry = record_plan(recording, checked, "-", {});
        recording.commit();
        recording.answer(entry, say(N_("{0}: log started, plan version 1."), plan.site_name));
    } catch (...) {
        ::unlink(path.c_str());
        ::unlink(watermark_path(path).c_str());
        throw;
    }
    if (!context.options.json) {
        context.print(say(N_("The log is {0}. Next: onduty plan add staff NAME --post POST"), path));
    }
    return kDone;
}

Action setup_init(OptionList& list) {
    auto options = std::make_shared<InitOptions>();
    list.option("--name", &options->site_name, "TEXT", tr("Name of the site"));
    list.option("--zone", &options->zone, "ZONE", tr("Time zone, such as Asia/Shanghai"));
    list.option("--plan", &options->plan, "FILE", tr("A plan file instead of the built-in sales office"));
    return [options](Context& context) { return start_site(context, *options); };
}

}  // namespace

CommandSpec init_command() {
    return {{}, setup_init};
}

}  // namespace onduty
