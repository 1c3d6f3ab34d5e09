// SPDX-License-Identifier: MIT
// What of the cleaning stands in the one due list?
#include <algorithm>

#include "cleaning/read.hpp"
#include "rounds/misses.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Together kItems{N_("Cleaning, items: {0}"), "onduty clean"};

// The number of an item in the list of the plan, from 1; 0 when it is no longer in it.
std::size_t number_in(const std::vector<std::string>& items, const std::string& code) {
    const auto item = std::find(items.begin(), items.end(), code);
    return item == items.end() ? 0 : static_cast<std::size_t>(item - items.begin()) + 1;
}

void add_item(Look& look, const RuleOutcomes& rule, std::size_t number, DueLines& lines) {
    Book& book = look.book();
    std::vector<const Outcome*> misses;
    for (const Outcome& outcome : rule.judgement.outcomes) {
        const Slot& slot = outcome.slot;
        if (outcome.state == State::missed) {
            misses.push_back(&outcome);
        } else if (outcome.state == State::pending && number == 0 && slot.due <= book.now()) {
            lines.add(slot, rule.name, "onduty clean skip " + rule.rule + " \"...\"");
        } else if (outcome.state == State::pending && number != 0 && is_listed(look.outlook(), slot)) {
            DueLine& line = lines.add(slot, rule.name, "onduty clean");
            line.together = &kItems;
            line.next += line.urgency == Urgency::soon ? "" : " done " + std::to_string(number);
        }
    }
    if (!misses.empty()) {
        // An item that is no longer in the plan has no number.
        const std::string item = number != 0 ? std::to_string(number) : rule.rule;
        const std::string next = "onduty clean skip " + item + " --missed \"...\"";
        DueLine& line = lines.add_unexplained(
            DueCause::missed, misses.back()->slot.due, rule.rule,
            misses.size() == 1 ? rule.name : say(N_("{0}, {1} times"), rule.name, misses.size()), next);
        line.together = number == 0 ? nullptr : &kItems;
        for (const Outcome* missed : misses) {
            say_who_explains(line, book, missed->slot);
        }
    }
}

}  // namespace

void add_cleaning_lines(Look& look, DueLines& lines) {
    const std::vector<std::string> items = look.book().codes("cleaning");
    for (const RuleOutcomes& rule : look.pass().get<DueFold>().rules) {
        if (rule.is_cleaning()) {
            add_item(look, rule, number_in(items, rule.rule), lines);
        }
    }
    Book& book = look.book();
    for (const CleaningMatter& matter : open_cleaning_matters(book)) {
        if (matter.visit != 0) {
            continue;
        }
        const std::string what = matter.litter ? say(N_("{0} litter, {1}"), matter.code(), matter_words(book, matter))
                                               : say(N_("{0} clean {1}"), matter.code(), matter_words(book, matter));
        const std::string next =
            (matter.litter ? "onduty clean litter removed " : "onduty clean done ") + matter_typed(book, matter);
        const auto slot = matter_slot(book, matter);
        DueLine& line =
            lines.add(slot ? *slot : lone_slot(matter.since, matter.since, kNever), what, next, matter.number);
        line.urgency = std::min(line.urgency, Urgency::now);  // somebody waits for it already
    }
}

}  // namespace onduty
