// SPDX-License-Identifier: MIT
#include "rounds/clocks.hpp"

#include <algorithm>
#include <map>

#include "book/duty.hpp"
#include "book/rights.hpp"
#include "book/round_end.hpp"
#include "book/terminal.hpp"
#include "plan/rule_targets.hpp"
#include "rounds/claims.hpp"
#include "rounds/left_rounds.hpp"
#include "rounds/misses.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

bool is_about_person(Book& book, const RuleTarget& target) {
    return target.family == "checklist" &&
           book.store().word("checklist", target.code).value_or(Word{}).detail == "person";
}

// A checklist about a person is gone through with his name, by who inspects.
void add_open_slot(Book& book, DueLines& lines, const RuleOutcomes& rule, const Slot& slot) {
    const RuleTarget& target = slot.rule->target;
    if (!is_about_person(book, target)) {
        lines.add(slot, rule.name, command_for(target));
        return;
    }
    DueLine& line = lines.add(slot, rule.name, "onduty checkin inspect NAME " + target.code);
    const Checklist* checklist = find_code(book.plan(&Plan::checklists), target.code);
    line.at_post = checklist == nullptr ? "" : checklist->post;
    line.needs = Right::inspect;
}

// What was missed at the same time is told apart by its rule.
std::string explain_command(Book& book, const Slot& slot, bool alone) {
    return "onduty patrol explain \"" + date_time_text(book.zone(), slot.due) + "\" \"...\"" +
           (alone ? "" : " --rule " + slot.rule->code);
}

void add_miss(Book& book, DueLines& lines, const RuleOutcomes& rule, const Slot& slot, bool alone) {
    say_who_explains(lines.add_unexplained(DueCause::missed, slot.due, slot.rule->code, rule.name,
                                           explain_command(book, slot, alone)),
                     book, slot);
}

// A round on which somebody is: how far he is, and where he goes next.
void add_walked_round(Book& book, DueLines& lines, const UnendedRound& walked, const Presence& presence) {
    const Round& round = *walked.round;
    const Route* route = book.routes()(round.route, round.start);
    const std::size_t points = route == nullptr ? 0 : route->points.size();
    const std::string who = book.name_of("staff", round.person) + tr(", ") + book.name_of("route", round.route);
    const std::vector<std::string> left =
        route == nullptr ? round.missing : left_after(presence.last_point, route->points, round.missing);
    const std::string next = left.empty() ? "" : left.front() + " " + book.name_of("point", left.front());
    lines.add(lone_slot(round.start, walked.due),
              left.empty() ? say(N_("{0}: all points visited, the round is open"), who)
                           : say(N_("{0}: open round, left {1} of {2}, next {3}"), who, left.size(), points, next),
              left.empty() ? end_of_round(book, presence)
                           : "onduty patrol point " + left.front() + by_words(book, round.person));
}

// Rounds that nobody ended: that of who is on it still, and what somebody left behind who came on duty anew.
void add_unended_rounds(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const UnendedRound& one : unended_rounds(look)) {
        const Round& round = *one.round;
        const auto presence = one.is_walked ? book.store().on_duty(round.person) : std::nullopt;
        if (look.now() < one.due) {
            if (presence) {
                add_walked_round(book, lines, one, *presence);
            }
            continue;
        }
        if (presence && stale_since(book, *presence)) {
            continue;  // that shift has a line, and it begins with the end of the round
        }
        lines.add(lone_slot(one.due, one.due),
                  say(N_("{0}, {1}: round of entry {2} is not ended"), book.name_of("staff", round.person),
                      book.name_of("route", round.route), round.number),
                  end_of_round(book, book.entry(round.number)));
    }
}

// So many misses of one rule are still read one by one.
constexpr std::size_t kFewMisses = 3;

void add_waiting(Pass& pass, const std::vector<RuleOutcomes>& rules, DueLines& lines) {
    Book& book = pass.book();
    const std::string& by = book.context().options.by;
    const std::string asker = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
    // Who asks for himself and may accept nothing is not told what waits for others.
    if (!asker.empty() && is_held(book, Right::accept) && !may(book, asker, Right::accept)) {
        return;
    }
    for (const WaitingOfShift& waiting : what_waits(pass, rules)) {
        if (waiting.person == asker) {
            continue;  // another accepts it
        }
        DueLine& line =
            lines.add_unexplained(DueCause::claimed, waiting.all.front().due, {}, waiting_text(book, waiting),
                                  "onduty accept " + std::to_string(waiting.of));
        line.needs = Right::accept;
        line.things = waiting.all.size();
    }
}

// What was missed or claimed before the days of the pass, of the cleaning, too.
void add_older(Look& look, DueLines& lines) {
    Book& book = look.book();
    const DateRange dates = dates_before(book, look.pass().dates().from);
    if (dates.from >= dates.until) {
        return;
    }
    Pass pass{book, dates};
    add_waiting(pass, pass.get<DaysFold>().rules, lines);
    for (const RuleOutcomes& rule : pass.get<DaysFold>().rules) {
        std::vector<const Slot*> slots;
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.state == State::missed) {
                slots.push_back(&outcome.slot);
            }
        }
        if (slots.size() <= kFewMisses) {
            for (const Slot* slot : slots) {
                add_miss(book, lines, rule, *slot, false);
            }
            continue;
        }
        const auto [first, last] = std::minmax_element(
            slots.begin(), slots.end(), [](const Slot* one, const Slot* other) { return one->date < other->date; });
        DueLine& line = lines.add_unexplained(
            DueCause::missed, slots.front()->due, rule.rule,
            say(N_("{0}: {1}, {2} to {3}"), rule.name, slots.size(), to_text((*first)->date), to_text((*last)->date)),
            "onduty patrol explain --from " + to_text((*first)->date) + " --until " + to_text((*last)->date) +
                " --rule " + rule.rule);
        line.things = slots.size();
        line.times = slots.size();
    }
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
    add_unended_rounds(look, lines);
    add_waiting(look.pass(), look.pass().get<DueFold>().rules, lines);
    if (look.since_begin()) {
        add_older(look, lines);
    }
    each([&](const RuleOutcomes& rule, const Outcome& outcome) {
        const Slot& slot = outcome.slot;
        if (outcome.state == State::missed) {
            add_miss(book, lines, rule, slot, misses[slot.due] == 1);
        } else if (outcome.state == State::pending && is_listed(look.outlook(), slot)) {
            const bool is_to_explain = is_dropped(book, slot) && (outcome.overdue || !can_be_done(book, slot));
            if (is_to_explain) {
                say_who_explains(lines.add(slot, rule.name, explain_command(book, slot, false)), book, slot);
            } else {
                add_open_slot(book, lines, rule, slot);
            }
        }
    });
}

}  // namespace onduty
