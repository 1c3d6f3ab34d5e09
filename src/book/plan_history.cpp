// SPDX-License-Identifier: MIT
#include "book/plan_history.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "book/plan_note.hpp"
#include "plan/node.hpp"
#include "plan/parts.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// More of them are told by their number.
constexpr std::size_t kMostTold = 12;

bool is_same_part(const Part& one, const Part& other) {
    return one.family == other.family && one.word.code == other.word.code;
}

// Rows that a plan file has a table for. The settings are told by the table of the site.
bool is_told(const Part& part) {
    return part.family != kTextFamily && part.family != kStaffedFamily && part.family != "setting";
}

bool is_table(const Part& part) {
    return part.family == kTableFamily;
}

bool is_site(const Part& part) {
    return is_table(part) && part.word.code == sections().front().key;
}

std::string name_of(const Part& part) {
    const bool named = !part.word.name.empty() && part.word.name != part.word.code;
    return (is_table(part) ? "" : part.family + " ") + part.word.code + (named ? " " + part.word.name : "");
}

std::string value_text(const Node* value) {
    return value == nullptr ? "-" : value->type == Node::Type::text ? value->text : to_json(*value);
}

// "within 15 -> 5, alias a -> b"; "" where nothing that the file says differs.
std::string difference(const Part& before, const Part& after) {
    const Node was = from_json(before.body);
    const Node is = from_json(after.body);
    std::set<std::string> keys{was.keys.begin(), was.keys.end()};
    keys.insert(is.keys.begin(), is.keys.end());
    std::string text;
    for (const std::string& key : keys) {
        const std::string old_value = value_text(was.find(key));
        const std::string new_value = value_text(is.find(key));
        if (old_value != new_value) {
            text += (text.empty() ? "" : ", ") + key + " " + old_value + " -> " + new_value;
        }
    }
    return text;
}

}  // namespace

PlanOfThen plan_at(Book& book, Instant at) {
    EntryQuery plans;
    plans.kind = kind::kPlan;
    const std::map<int, Instant> since = book.versions(1, book.plan_version());
    PlanOfThen plan;
    bool known = false;
    book.store().each(plans, [&](const Entry& entry) {
        const auto held = since.find(entry.plan);
        if (held == since.end() || held->second > at) {
            return;
        }
        plan.version = entry.plan;
        plan.since = held->second;
        const FieldValue* note = entry.fields.find("note");
        const bool purged = note != nullptr && note->redacted;
        const auto text =
            purged || (!known && !is_whole_text(entry.note)) ? std::nullopt : noted_text(entry.note, plan.text);
        known = text.has_value();
        plan.text = text.value_or("");
    });
    if (plan.version == 0) {
        throw Refusal{say(N_("There was no plan at {0}; the first one came later."), full_text(book.zone(), at))};
    }
    if (!known) {
        throw Refusal{
            say(N_("Words of plan version {0} were purged, so its text is not known any more."), plan.version)};
    }
    return plan;
}

std::vector<std::string> plan_changes(Book& book, int version) {
    std::vector<Part> gone;
    std::vector<Part> come;
    for (Part& part : book.store().all_parts()) {
        if (is_told(part) && part.until == version) {
            gone.push_back(std::move(part));
        } else if (is_told(part) && part.since == version) {
            come.push_back(std::move(part));
        }
    }
    // What every part hangs on is not to be looked for below them.
    std::stable_partition(come.begin(), come.end(), is_table);
    std::stable_partition(come.begin(), come.end(), is_site);
    std::vector<std::string> told;
    for (const Part& part : come) {
        const auto before =
            std::find_if(gone.begin(), gone.end(), [&](const Part& one) { return is_same_part(one, part); });
        if (before == gone.end()) {
            told.push_back("+ " + name_of(part));
            continue;
        }
        if (const std::string what = difference(*before, part); !what.empty()) {
            told.push_back("~ " + name_of(part) + " " + what);
        }
        gone.erase(before);
    }
    for (const Part& part : gone) {
        told.push_back("- " + name_of(part));
    }
    return told;
}

std::string short_changes(const std::vector<std::string>& changes, EntryNumber shown_by) {
    const bool all = shown_by == 0 || changes.size() <= kMostTold;
    const auto last = all ? changes.end() : changes.begin() + kMostTold;
    const std::string text = listed(std::vector<std::string>{changes.begin(), last}, "; ");
    return all ? text
               : text + "; " +
                     say(N_("and {0} more: {1}"), changes.size() - kMostTold, say("onduty log {0}", shown_by));
}

EntryNumber entry_of_version(Book& book, int version) {
    EntryQuery plans;
    plans.kind = kind::kPlan;
    plans.header_only = true;
    plans.all_batches = true;
    EntryNumber number = 0;
    book.store().each(plans, [&](const Entry& entry) { number = entry.plan == version ? entry.number : number; });
    return number;
}

}  // namespace onduty
