// SPDX-License-Identifier: MIT
#include "book/record_plan.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "book/clocks.hpp"
#include "book/plan_note.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

std::string error_list(const std::string& file, const std::vector<PlanError>& errors) {
    std::string text;
    for (const PlanError& error : errors) {
        text += fmt::format("\n{}:{}: {}", file, error.line, error.message);
    }
    return text;
}

CheckedPlan checked_plan(const std::string& file, const std::string& toml) {
    std::vector<PlanError> errors;
    CheckedPlan checked = parsed_plan(toml, errors);
    if (!errors.empty()) {
        throw UsageError{
            say(N_("Errors in the plan: {0}. Nothing was changed.{1}"), errors.size(), error_list(file, errors))};
    }
    return checked;
}

Entry record_plan(Recording& recording, const CheckedPlan& plan, const std::string& actor, const std::string& reason,
                  const std::vector<PlanChange>& changes) {
    Store& store = recording.store();
    Entry entry = recording.draft(kind::kPlan, actor);
    entry.happened_at.reset();  // a plan is in force from when it is recorded, never before
    entry.late = false;
    entry.plan = recording.book().plan_version() + 1;
    entry.subject = std::to_string(entry.plan);
    entry.note = changes.empty() ? plan.toml : plan_note(changes, plan.toml);
    entry.reason = reason;
    recording.book().move_to(plan.plan.zone);
    entry.utc_offset = recording.book().zone().offset_at(entry.recorded_at);
    entry.business_date = business_date(recording.book().zone(), plan.plan.calendar, entry.recorded_at);
    const Entry stored = recording.append(entry);
    PartList held;
    for (Part& part : store.all_parts()) {
        if (part.until == 0 && part.family != kTextFamily) {
            held.push_back(std::move(part));
        }
    }
    const PartChanges following =
        changes_to(stored.plan, std::move(held), rows_of(plan, stored, clock_reading(store).in_order(stored.number)));
    store.change_parts(stored.plan, following.ended, following.begun);
    store.replace_part(text_row(plan.toml, stored.plan));
    return stored;
}

std::string stored_plan(Book& book) {
    const PartList text = book.store().parts(kTextFamily);
    if (text.empty()) {
        throw Failure{say(N_("{0} holds no plan. Run: onduty verify"), book.store().path())};
    }
    return text.front().body;
}

PlanFile read_plan_file(Context& context, const std::string& name) {
    return plan_file(read_file(context, name));
}

std::string read_file(Context& context, const std::string& name, std::size_t most) {
    std::string text;
    if (name == "-") {
        for (std::string line; context.environment.read_line(line);) {
            text += line + "\n";
        }
        return text;
    }
    const int file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        throw Failure{say(N_("{0} cannot be read: {1}."), name, why_failed(errno))};
    }
    std::string block(64 * 1024, '\0');
    for (;;) {
        const auto got = ::read(file, block.data(), block.size());
        if (got <= 0) {
            ::close(file);
            if (got < 0) {
                throw Failure{say(N_("{0} cannot be read: {1}."), name, why_failed(errno))};
            }
            return text;
        }
        text.append(block, 0, static_cast<std::size_t>(got));
        if (text.size() > most) {
            ::close(file);
            return text;
        }
    }
}

}  // namespace onduty
