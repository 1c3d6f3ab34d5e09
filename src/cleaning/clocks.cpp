// SPDX-License-Identifier: MIT
// What of the cleaning stands in the one due list?
#include <algorithm>
#include <map>
#include <set>

#include "cleaning/read.hpp"
#include "text/translate.hpp"
#include "time/words.hpp"

namespace onduty {

namespace {

// So many lines of one state are still read one by one (ours).
constexpr std::size_t kFew = 3;

std::size_t number_in(const Plan& plan, const std::string& code) {
    const CleaningItem* item = find_code(plan.cleaning, code);
    return item == nullptr ? 0 : static_cast<std::size_t>(item - plan.cleaning.data()) + 1;
}

bool is_cleaning_line(const Plan& plan, const DueLine& line) {
    return !line.rule.empty() && find_code(plan.cleaning, line.rule) != nullptr;
}

}  // namespace

std::vector<DueLine> cleaning_matter_lines(Book& book) {
    std::vector<DueLine> lines;
    for (const CleaningMatter& matter : open_cleaning_matters(book)) {
        if (matter.visit != 0) {
            continue;
        }
        const std::string what = matter.litter ? say(N_("{0} litter, {1}"), matter.code(), matter_words(book, matter))
                                               : say(N_("{0} clean {1}"), matter.code(), matter_words(book, matter));
        const std::string next =
            matter.litter ? "onduty clean litter removed " + matter.code() : "onduty clean done " + matter.code();
        const auto slot = matter_slot(book, matter);
        DueLine line = slot ? slot_line(book, *slot, what, next) : DueLine{Urgency::now, matter.since, {}, what, next};
        line.urgency = std::min(line.urgency, Urgency::now);  // somebody waits for it already
        lines.push_back(std::move(line));
    }
    return lines;
}

void add_cleaning_lines(Book& book, const RuleOutcomes& rule, Instant horizon, std::vector<DueLine>& lines) {
    const std::size_t number = number_in(book.plan(), rule.rule);
    const Outcome* last_missed = nullptr;
    std::size_t misses = 0;
    for (const Outcome& outcome : rule.judgement.outcomes) {
        const Slot& slot = outcome.slot;
        if (outcome.state == State::missed) {
            last_missed = &outcome;
            ++misses;
        } else if (outcome.state == State::pending && number != 0 &&
                   (slot.due <= horizon || slot.date == book.today())) {
            const Urgency urgency = outcome.overdue            ? Urgency::overdue
                                    : book.now() >= slot.opens ? Urgency::now
                                                               : Urgency::soon;
            const std::string next = urgency == Urgency::soon ? "" : " done " + std::to_string(number);
            lines.push_back({urgency, slot.due, rule.rule, rule.name, "onduty clean" + next});
        }
    }
    if (last_missed != nullptr) {
        // An item that is no longer in the plan has no number.
        const std::string next = number != 0
                                     ? "onduty clean skip " + std::to_string(number) + " --missed \"...\""
                                     : "onduty patrol explain \"" + date_time_text(book.zone(), last_missed->slot.due) +
                                           "\" \"...\" --rule " + rule.rule;
        lines.push_back({Urgency::unexplained, last_missed->slot.due, rule.rule,
                         misses == 1 ? rule.name : say(N_("{0}, {1} times"), rule.name, misses), next});
    }
}

std::vector<DueLine> with_cleaning_grouped(Book& book, const std::vector<DueLine>& lines) {
    const Plan& plan = book.plan();
    std::map<Urgency, std::set<std::string>> rules;
    for (const DueLine& line : lines) {
        if (is_cleaning_line(plan, line)) {
            rules[line.urgency].insert(line.rule);
        }
    }
    std::set<Urgency> told;
    std::vector<DueLine> grouped;
    for (const DueLine& line : lines) {
        if (!is_cleaning_line(plan, line) || rules[line.urgency].size() <= kFew) {
            grouped.push_back(line);
        } else if (told.insert(line.urgency).second) {
            grouped.push_back({line.urgency, line.due, line.rule,
                               say(N_("Cleaning, items: {0}"), rules[line.urgency].size()), "onduty clean"});
        }
    }
    return grouped;
}

}  // namespace onduty
