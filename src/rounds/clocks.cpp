// SPDX-License-Identifier: MIT
#include "rounds/clocks.hpp"

#include <map>

#include "time/words.hpp"

namespace onduty {

namespace {

std::string command_for(Book& book, const Rule& rule) {
    const std::string& family = rule.target.family;
    if (family == "event") {
        return rule.target.code == event::kStocktake   ? "onduty serve stock count ..."
               : rule.target.code == event::kCheckCall ? "onduty patrol call NAME"
               : rule.target.code == event::kMinutes   ? "onduty note minutes \"...\" --people N"
                                                       : "onduty serve disinfect ...";
    }
    const bool about_person =
        family == "checklist" && book.store().word("checklist", rule.target.code).value_or(Word{}).detail == "person";
    return (family == "route"    ? "onduty patrol start "
            : family == "fridge" ? "onduty serve fridge ... "
            : family == "room"   ? "onduty serve count "
            : about_person       ? "onduty checkin inspect NAME "
                                 : "onduty patrol check ") +
           rule.target.code;
}

// What was missed at the same time is told apart by its rule.
std::string explain_command(Book& book, const Slot& slot, bool alone) {
    return "onduty patrol explain \"" + date_time_text(book.zone(), slot.due) + "\" \"...\"" +
           (alone ? "" : " --rule " + slot.rule->code);
}

}  // namespace

void add_slot_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    std::map<Instant, int> misses;
    const auto each = [&](const auto& visit) {
        for (const RuleOutcomes& rule : look.pass().get<DueFold>().rules) {
            if (!rule.is_cleaning()) {
                for (const Outcome& outcome : rule.judgement.outcomes) {
                    visit(rule, outcome);
                }
            }
        }
    };
    each([&](const RuleOutcomes&, const Outcome& outcome) {
        misses[outcome.slot.due] += outcome.state == State::missed ? 1 : 0;
    });
    each([&](const RuleOutcomes& rule, const Outcome& outcome) {
        const Slot& slot = outcome.slot;
        if (outcome.state == State::missed) {
            lines.add_unexplained(DueCause::missed, slot.due, slot.rule->code, rule.name,
                                  explain_command(book, slot, misses[slot.due] == 1));
        } else if (outcome.state == State::pending && slot.due <= look.horizon()) {
            lines.add(slot, rule.name, command_for(book, *slot.rule));
        }
    });
}

}  // namespace onduty
