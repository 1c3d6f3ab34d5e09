// SPDX-License-Identifier: MIT
#include "rounds/open_round.hpp"

#include <algorithm>
#include <iterator>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "rounds/kinds.hpp"
#include "rounds/outcomes.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

Presence find_open(Recording& recording) {
    Book& book = recording.book();
    if (!book.context().options.by.empty()) {
        const Presence person = recording.on_duty_person();
        if (person.round == 0) {
            throw Refusal{
                say(N_("{0} has no open round. First: onduty patrol start"), book.name_of("staff", person.person))};
        }
        return person;
    }
    std::vector<Presence> open;
    for (const Presence& presence : likely_people(book)) {
        if (presence.round != 0) {
            open.push_back(presence);
        }
    }
    if (open.empty()) {
        throw Refusal{say(N_("No round is open. First: onduty patrol start"))};
    }
    if (open.size() > 1) {
        const auto name = [&](const Presence& presence) { return book.name_of("staff", presence.person); };
        throw UsageError{say(N_("Whose round? Open are those of {0}. Add --by NAME."), listed(open, name))};
    }
    return open.front();
}

bool has_word(const std::string& words, const std::string& wanted) {
    return (" " + words + " ").find(" " + wanted + " ") != std::string::npos;
}

}  // namespace

OpenRound::OpenRound(Recording& recording) : presence{find_open(recording)} {
    Book& book = recording.book();
    if (book.plan_since() <= presence.since) {
        if (const auto route = recording.store().word("route", presence.route)) {
            points = route->detail;
        }
        return;
    }
    // Seldom: the plan was changed meanwhile, and what is walked is the route as it was when the round began.
    is_of_older_plan = true;
    if (const Route* route = book.routes()(presence.route, book.entry(presence.round).told_at())) {
        points = listed(route->points, " ");
    }
}

bool OpenRound::on_route(const std::string& point) const {
    return has_word(points, point);
}

bool OpenRound::was_visited(Store& store, const std::string& point) const {
    if (std::find(visited_now.begin(), visited_now.end(), point) != visited_now.end()) {
        return true;
    }
    if (!store.says(presence.round, kind::kPoint, point)) {
        return false;
    }
    // Seldom: it may have been withdrawn, or corrected to another point.
    EntryQuery visits;
    visits.story_of = presence.round;
    visits.first = presence.round;
    visits.kind = kind::kPoint;
    bool visited = false;
    each_amended(store, visits, [&](const Entry& visit) { visited = visited || visit.subject == point; });
    return visited;
}

std::optional<Slot> slot_begun(Book& book, const std::string& route, Instant at) {
    const Date date = std::chrono::floor<std::chrono::days>(to_local(book.zone(), at));
    const DateRange dates{date - std::chrono::days{1}, date + std::chrono::days{1}};
    for (const std::string& code : rules_with_slots(book.history())) {
        const Rule* rule = find_code(book.rules(), code);
        if (rule == nullptr || rule->target.family != "route" || rule->target.code != route) {
            continue;
        }
        for (const Slot& slot : slots_in_force(rule_history(book.history(), code), book.zone(), dates)) {
            if (slot.applies && slot.opens <= at && at < slot.expires) {
                return slot;
            }
        }
    }
    return std::nullopt;
}

std::vector<Outcome> outcomes_of_route(Book& book, const std::string& route, Date date, EntryNumber completed) {
    Pass pass{book, {date, date + std::chrono::days{2}}};  // it may be early for the next
    Deeds deeds = pass.get<PatrolFold>().facts.deeds;
    for (Deed& deed : deeds.done) {
        if (deed.mark.entry == completed) {
            deed.mark.complete = true;
        }
    }
    std::vector<Outcome> outcomes;
    for (const RuleOutcomes& rule : judge_rules(book.history(), book.zone(), pass.dates(), deeds, book.now())) {
        std::copy_if(rule.judgement.outcomes.begin(), rule.judgement.outcomes.end(), std::back_inserter(outcomes),
                     [&](const Outcome& outcome) {
                         const RuleTarget& target = outcome.slot.rule->target;
                         return target.family == "route" && target.code == route;
                     });
    }
    return outcomes;
}

}  // namespace onduty
