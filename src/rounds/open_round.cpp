// SPDX-License-Identifier: MIT
#include "rounds/open_round.hpp"

#include <algorithm>
#include <iterator>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "book/terminal.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "log/presence.hpp"
#include "rounds/companions.hpp"
#include "rounds/kinds.hpp"
#include "rounds/outcomes.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// The last round that somebody had begun by then.
std::optional<Entry> round_begun(Book& book, const std::string& person, Instant then) {
    const Date date = business_date(book.zone(), book.calendar(), then);
    EntryQuery begins;
    begins.actor = person;
    begins.kind = kind::kRoundStart;
    begins.dates = DateRange{date - std::chrono::days{2}, date + std::chrono::days{2}};
    std::optional<Entry> last;
    each_amended(book.store(), begins, [&](const Entry& begin) {
        if (begin.told_at() <= then && (!last || last->told_at() <= begin.told_at())) {
            last = begin;
        }
    });
    return last;
}

struct Meant {
    Presence presence;
    bool is_left = false;
    bool is_over = false;
};

// The round that somebody was on then, with what is known of him in it: open by now, or ended later than then.
std::optional<Meant> round_then(Book& book, const std::string& person, Instant then) {
    const std::optional<Entry> last = round_begun(book, person, then);
    if (!last) {
        return std::nullopt;
    }
    bool is_over = false;
    OnDuty walking;
    Presence& left = walking[person];
    left.person = person;
    left.post = last->post;
    left.shift = last->shift;
    left.since = last->told_at();
    left.business_date = last->business_date;
    for (const Entry& step : thread_of(book, last->number)) {
        if ((step.traits & trait::kEndsRound) != 0 && then <= step.told_at()) {
            is_over = true;
        } else {
            apply(walking, step);
        }
    }
    return left.round == 0 ? std::nullopt : std::optional{Meant{left, true, is_over}};
}

// What he may mean by a round that is open: for a time before he came on duty the one of then, and by a point that he
// forgot the one that he has ended. What is told of a time in his open round is of that, whatever a wrong clock says of
// another.
std::optional<Meant> round_of(Recording& recording, const Presence& person, TellsOf tells) {
    Book& book = recording.book();
    const std::optional<Instant> told = book.claimed();
    const bool for_another = person.round == 0 && !book.context().options.who.empty();
    const bool in_open_round =
        told && person.round != 0 && as_corrected(book.store(), book.entry(person.round)).told_at() <= *told;
    if (told && !in_open_round) {
        const auto then = round_then(book, person.person, *told);
        const bool asked = then && (then->is_over ? tells == TellsOf::point : *told < person.since || for_another);
        if (asked && then->presence.round != person.round) {
            return then;
        }
    }
    if (person.round == 0) {
        return std::nullopt;
    }
    // Of several posts that of the round.
    return Meant{person.posts.size() < 2 ? person : person.at(book.entry(person.round).post), false, false};
}

// What is told of a round that was ended since belongs before its end; so does what somebody types who has just ended
// it with points left out.
void refuse_ended(Book& book, const Presence& person) {
    const std::optional<Instant> told = book.claimed();
    const Instant then = told.value_or(book.now());
    const std::optional<Entry> begun = round_begun(book, person.person, then);
    for (const Entry& step : begun ? thread_of(book, begun->number) : std::vector<Entry>{}) {
        const bool belongs =
            told ? then <= step.told_at() : step.result == result::kIncomplete && then - step.told_at() <= book.grace();
        if ((step.traits & trait::kEndsRound) != 0 && belongs) {
            throw Refusal{
                say(N_("The round of entry {0} was ended at {1}. A point that was forgotten is told with its time: "
                       "onduty patrol point POINT --at TIME. If the round goes on, its end is withdrawn: {2}"),
                    begun->number, clock_text(book.zone(), step.told_at()), void_command(book, step.number))};
        }
    }
}

// The round is that of who leads it; its second person is told whose.
void refuse_along(Book& book, const std::string& person) {
    if (const auto along = round_along(book, person, book.claimed().value_or(book.now()))) {
        throw Refusal{
            say(N_("{0} walks along on the round of entry {1}, which {2} leads. Points and end of it are typed "
                   "with --by {3}."),
                book.name_of("staff", person), along->number, book.name_of("staff", along->actor), along->actor)};
    }
}

Meant find_open(Recording& recording, TellsOf tells) {
    Book& book = recording.book();
    const GlobalOptions& options = book.context().options;
    if (!options.by.empty() || !options.who.empty() || person_of_terminal(book)) {
        const Presence person = recording.on_duty_person();
        if (const auto open = round_of(recording, person, tells)) {
            return *open;
        }
        refuse_along(book, person.person);
        refuse_ended(book, person);
        throw Refusal{say(N_("{0} has no open round. First: onduty patrol start{1}"),
                          book.name_of("staff", person.person), by_words(book, person.person))};
    }
    std::vector<Meant> open;
    for (const Presence& presence : likely_people(book)) {
        if (auto round = round_of(recording, presence, tells)) {
            open.push_back(*std::move(round));
        }
    }
    if (open.empty()) {
        for (const Presence& presence : likely_people(book)) {
            refuse_ended(book, presence);
        }
        throw Refusal{say(N_("No round is open. First: onduty patrol start"))};
    }
    if (open.size() > 1) {
        const auto name = [&](const Meant& one) { return book.name_of("staff", one.presence.person); };
        throw UsageError{say(N_("Whose round? Open are those of {0}. Add --by NAME."), listed(open, name))};
    }
    return open.front();
}

bool has_word(const std::string& words, const std::string& wanted) {
    return (" " + words + " ").find(" " + wanted + " ") != std::string::npos;
}

}  // namespace

WalkedRoute::WalkedRoute(Book& book, const Entry& begun) {
    if (begun.plan == book.plan_version()) {
        if (const auto route = book.store().word("route", begun.subject)) {
            points = route->detail;
        }
        return;
    }
    // Seldom: the plan was changed meanwhile, and what is walked is the route as it was when the round began.
    is_of_older_plan = true;
    if (const Route* route = book.part_in(&Plan::routes, "route", begun.subject, begun.plan)) {
        points = listed(route->points, " ");
    }
}

bool WalkedRoute::has(const std::string& point) const {
    return has_word(points, point);
}

OpenRound::OpenRound(Recording& recording, TellsOf tells) {
    Book& book = recording.book();
    Meant meant = find_open(recording, tells);
    presence = std::move(meant.presence);
    is_left = meant.is_left;
    is_over = meant.is_over;
    route = {book, as_corrected(book.store(), book.entry(presence.round))};
}

bool OpenRound::was_visited(Store& store, const std::string& point) const {
    if (std::find(visited_now.begin(), visited_now.end(), point) != visited_now.end()) {
        return true;
    }
    if (!store.says(presence.round, kind::kPoint, point)) {
        return false;
    }
    // Seldom: it may have been withdrawn, or corrected to another point.
    const std::vector<std::string> been = points_visited(store);
    return std::find(been.begin(), been.end(), point) != been.end();
}

std::vector<std::string> OpenRound::points_visited(Store& store) const {
    EntryQuery visits;
    visits.story_of = presence.round;
    visits.first = presence.round;
    visits.kind = kind::kPoint;
    std::vector<std::string> been;
    each_amended(store, visits, [&](const Entry& visit) { been.push_back(visit.subject); });
    return been;
}

std::vector<std::string> OpenRound::still_to_visit(Store& store) const {
    std::vector<std::string> been = points_visited(store);
    const std::vector<std::string> all = split_words(route.points);
    std::vector<std::string> left;
    // A route that passes a point twice is at it twice.
    for (const std::string& point : all) {
        const auto visit = std::find(been.begin(), been.end(), point);
        visit == been.end() ? left.push_back(point) : void(been.erase(visit));
    }
    return left_after(presence.last_point, all, left);
}

Entry OpenRound::draft(Recording& recording, const char* kind) const {
    return is_left ? recording.draft_of_shift(kind, presence) : recording.draft(kind, presence);
}

std::optional<Slot> slot_begun(Book& book, const std::string& route, Instant at) {
    const Date date = std::chrono::floor<std::chrono::days>(to_local(book.zone(), at));
    const DateRange dates{date - std::chrono::days{1}, date + std::chrono::days{2}};
    std::optional<Slot> early;
    for (const std::string& code : rules_with_slots(book.history())) {
        const RuleTarget target{"route", route};
        const Rule* rule = find_code(book.rules(), code);
        if (rule != nullptr && !(rule->target == target)) {  // what was dropped is looked at as it was
            continue;
        }
        for (const Slot& slot : slots_in_force(rule_history(book.history(), code), book.zone(), dates)) {
            if (!slot.applies || slot.rule->target != target) {
                continue;
            }
            if (slot.opens <= at && at < slot.expires) {
                return slot;
            }
            early = !early && slot.early_from <= at && at < slot.opens ? std::optional{slot} : early;
        }
    }
    return early;
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

const Outcome* outcome_of_round(const std::vector<Outcome>& outcomes, EntryNumber round) {
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [&](const Outcome& one) { return one.mark && one.mark->entry == round; });
    return found == outcomes.end() ? nullptr : &*found;
}

std::string counts_as_words(Book& book, const Outcome& outcome) {
    const std::string due = clock_text(book.zone(), outcome.slot.due);
    return outcome.claim ? say(N_("The round of {0} counts as typed late, and another has to accept it: onduty "
                                  "accept {1}"),
                               due, outcome.mark->entry)
                         : say(N_("The round of {0} counts as {1}."), due, shown_state(outcome.state));
}

}  // namespace onduty
