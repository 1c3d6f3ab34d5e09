// SPDX-License-Identifier: MIT
#include "book/plan_rows.hpp"

#include <algorithm>
#include <tuple>

#include "book/plan_note.hpp"
#include "plan/read_plan.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

void add_setting(PartList& rows, const char* code, std::string value, std::string detail = {}) {
    rows.push_back({"setting", {code, std::move(value), {}, std::move(detail)}});
}

void sort_rows(PartList& rows) {
    std::sort(rows.begin(), rows.end(), [](const Part& a, const Part& b) {
        return std::tie(a.family, a.until, a.word.code) < std::tie(b.family, b.until, b.word.code);
    });
}

// The rows, built anew entry by entry.
class Replay {
  public:
    void add(const Entry& entry) {
        const std::optional<std::string> text = noted_text(entry.note, text_);
        std::vector<PlanError> errors;
        const CheckedPlan plan = parsed_plan(text.value_or(""), errors);
        if (!text || !errors.empty()) {
            throw Failure{say(N_("Entry {0} does not lead to a plan that reads."), entry.number)};
        }
        text_ = *text;
        version_ = entry.plan;
        PartChanges changes = changes_to(version_, newest_, rows_of(plan, entry));
        for (Part& part : changes.ended) {
            newest_.erase(std::find(newest_.begin(), newest_.end(), part));
            part.until = version_;
            ended_.push_back(std::move(part));
        }
        std::move(changes.begun.begin(), changes.begun.end(), std::back_inserter(newest_));
    }

    PartList finish() {
        ended_.insert(ended_.end(), newest_.begin(), newest_.end());
        if (version_ != 0) {
            ended_.push_back(text_row(text_, version_));
        }
        return std::move(ended_);
    }

  private:
    std::string text_;
    int version_ = 0;
    PartList newest_;
    PartList ended_;
};

}  // namespace

CheckedPlan parsed_plan(std::string_view toml, std::vector<PlanError>& errors) {
    CheckedPlan checked;
    checked.toml = toml;
    Node tree;
    checked.plan = read_plan(toml, errors, &tree);
    if (errors.empty()) {
        checked.parts = parts_of(tree, checked.plan);
    }
    return checked;
}

PartList rows_of(const CheckedPlan& plan, const Entry& entry) {
    PartList rows = plan.parts;
    add_setting(rows, "zone", plan.plan.zone);
    add_setting(rows, "site", plan.plan.site_name);
    add_setting(rows, "grace", std::to_string(plan.plan.grace.count()));
    add_setting(rows, "day-start", std::to_string(plan.plan.calendar.day_start.count()));
    if (entry.tool.find("rehearsal") != std::string::npos) {
        add_setting(rows, "rehearsal", "1");
    }
    add_setting(rows, "version", entry.subject, std::to_string(entry.told_at().time_since_epoch().count()));
    return rows;
}

Part text_row(const std::string& toml, int version) {
    return {kTextFamily, {}, 0, toml, version};
}

PartsFollow parts_follow(Book& book, const std::vector<EntryNumber>& entries) {
    Replay replay;
    for (const EntryNumber number : entries) {
        const auto entry = book.store().entry(number);
        if (entry && entry->note.empty()) {
            return PartsFollow::unknown;
        }
        if (entry) {
            replay.add(*entry);
        }
    }
    PartList wanted = replay.finish();
    PartList found = book.store().all_parts();
    sort_rows(wanted);
    sort_rows(found);
    return wanted == found ? PartsFollow::yes : PartsFollow::no;
}

}  // namespace onduty
