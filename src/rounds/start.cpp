// SPDX-License-Identifier: MIT
// patrol start: begins a round over a route.
#include <algorithm>

#include "book/amended.hpp"
#include "book/recording.hpp"
#include "book/round_end.hpp"
#include "book/terminal.hpp"
#include "book/thread.hpp"
#include "book/twice_there.hpp"
#include "plan/deeds.hpp"
#include "rounds/actions.hpp"
#include "rounds/companions.hpp"
#include "rounds/kinds.hpp"
#include "rounds/open_round.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// The route that is meant without a name: the only one of the person's posts, or the only one there is.
std::string only_route(const std::vector<Route>& routes, const Presence& person) {
    if (routes.empty()) {
        throw Refusal{say(N_("The plan has no [[route]]. How one is written: man 5 onduty-plan"))};
    }
    std::vector<std::string> fitting;
    for (const Route& route : routes) {
        if (person.post.empty() || person.is_at(route.post)) {
            fitting.push_back(route.code);
        }
    }
    if (fitting.size() == 1) {
        return fitting.front();
    }
    throw UsageError{
        say(N_("Which round? Write one of: {0}"), listed(routes, [](const Route& route) { return route.code; }))};
}

// Whether another round over the route began in the window of the slot.
bool is_walked_already(Book& book, const Entry& start, const Slot& slot) {
    EntryQuery rounds;
    rounds.kind = kind::kRoundStart;
    rounds.subject = start.subject;
    rounds.dates = DateRange{slot.date - std::chrono::days{1}, slot.date + std::chrono::days{2}};
    bool walked = false;
    each_amended(book.store(), rounds, [&](const Entry& other) {
        walked = walked ||
                 (other.number != start.number && slot.early_from <= other.told_at() && other.told_at() < slot.expires);
    });
    return walked;
}

// " for 02:00", or that this one is extra, as it will be when it is complete; "" outside every window.
std::string slot_words(Book& book, const Entry& start) {
    const std::optional<Slot> slot = slot_begun(book, start.subject, start.told_at());
    if (!slot) {
        return {};
    }
    const std::string due = clock_text(book.zone(), slot->due);
    if (!is_walked_already(book, start, *slot)) {
        const State state = state_of(*slot, mark_by(start));
        return say(state == State::early        ? N_(" for {0}, early")
                   : state == State::late       ? N_(" for {0}, late")
                   : state == State::typed_late ? N_(" for {0}, typed late")
                                                : N_(" for {0}"),
                   due);
    }
    for (const Outcome& outcome : outcomes_of_route(book, start.subject, slot->date, start.number)) {
        if (outcome.mark && outcome.mark->entry == start.number) {
            return say(N_(" for {0}"), clock_text(book.zone(), outcome.slot.due));
        }
    }
    return say(N_(" as an extra one, that of {0} was walked"), due);
}

struct StartOptions {
    std::string route;
    std::string with;
};

// "" where nobody walks along; throws Refusal for who cannot.
std::string companion_named(Book& book, const std::string& typed, const Presence& person) {
    if (typed.empty()) {
        return {};
    }
    const Word second = book.person_told(typed);
    check_companion(book, second, {person.person, person.round, book.claimed()});
    return second.code;
}

Entry append_companion(Recording& recording, EntryNumber round, const std::string& second, const Presence& person) {
    Entry companion = recording.draft(kind::kCompanion, person);
    companion.about = round;
    companion.subject = second;
    return recording.append(companion);
}

// Whether somebody is to come along on the round that he has just begun alone: nobody was at a point of it yet.
bool is_joined(Book& book, const Presence& person, const StartOptions& options, const Route& route) {
    if (options.with.empty() || person.round == 0 || person.route != route.code) {
        return false;
    }
    const std::vector<Entry> steps = thread_of(book, person.round);
    return std::none_of(steps.begin(), steps.end(),
                        [](const Entry& step) { return step.kind == kind::kCompanion || step.kind == kind::kPoint; });
}

int join_round(Recording& recording, const Presence& person, const std::string& with) {
    Book& book = recording.book();
    const std::string second = companion_named(book, with, person);
    const Entry stored = append_companion(recording, person.round, second, person);
    return recording.finish(
        stored, say(N_("{0} walks along on the round of entry {1}, which {2} leads."), book.name_of("staff", second),
                    person.round, book.name_of("staff", person.person)));
}

int begin_round(Context& context, const StartOptions& options) {
    const std::string& typed = options.route;
    Recording recording{context};
    Book& book = recording.book();
    const Route* route = typed.empty() ? nullptr : &book.part_meant(&Plan::routes, "route", N_("route"), typed);
    Presence person = recording.on_duty_person(route == nullptr ? std::string{} : route->post);
    if (route == nullptr) {
        const std::vector<Route>& routes = book.plan(&Plan::routes, book.version_told());
        route = find_code(routes, only_route(routes, person));
        person = person.at(route->post);
    }
    if (is_joined(book, person, options, *route)) {
        return join_round(recording, person, options.with);
    }
    if (person.round != 0) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: {2}"), book.name_of("staff", person.person),
                          person.round, end_of_round(book, person))};
    }
    refuse_begin_along(book, person.person, book.claimed().value_or(book.now()), 0);
    const std::string second = companion_named(book, options.with, person);
    Entry entry = recording.draft(kind::kRoundStart, person);
    entry.subject = route->code;
    if (entry.happened_at) {
        refuse_second_round(book, person.person, 0, *entry.happened_at, *entry.happened_at);
    }
    const Entry stored = recording.append(entry);
    std::vector<Entry> all{stored};
    if (!second.empty()) {
        recording.follow(stored);
        all.push_back(append_companion(recording, stored.number, second, person));
    }
    std::string details = slot_words(book, stored);
    details += second.empty() ? "" : say(N_(" with {0}"), book.name_of("staff", second));
    recording.commit();
    recording.answer_together(
        all, say(N_("{0} begins{1}: points {2}, first {3} {4}."), route->name, details, route->points.size(),
                 route->points.front(), book.name_of("point", route->points.front())));
    if (!route->reminder.empty() && !context.options.json) {
        context.print(route->reminder);
    }
    const std::int64_t walking = second.empty() ? 1 : 2;
    if (walking < route->people && !context.options.json) {
        context.remark(say(N_("{0} wants {1} people. Walk with somebody: onduty patrol start {2} --with NAME{3}"),
                           route->name, route->people, route->code, by_words(book, person.person)));
    }
    return kDone;
}

void declare_start(OptionList& list, StartOptions& options) {
    list.word("route", &options.route, tr("Name or code of the route; may be left out when there is only one"));
    list.option("--with", &options.with, "NAME", tr("The second person, who walks along"));
}

}  // namespace

constexpr ActionSpec kPatrolStart = action<declare_start, begin_round>("start", "开始", N_("Begin a round"));

}  // namespace onduty
