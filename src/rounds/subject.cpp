// SPDX-License-Identifier: MIT
// What does the house know of rounds and checks?
#include <algorithm>

#include "book/amended.hpp"
#include "book/names.hpp"
#include "book/rights.hpp"
#include "book/round_end.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "book/thread.hpp"
#include "rounds/blocks.hpp"
#include "rounds/check_blocks.hpp"
#include "rounds/claims.hpp"
#include "rounds/clocks.hpp"
#include "rounds/corrections.hpp"
#include "rounds/kinds.hpp"
#include "rounds/left_rounds.hpp"
#include "rounds/misses.hpp"
#include "rounds/open_slots.hpp"
#include "rounds/outcomes.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::string route_told(Teller& teller, const Entry& entry) {
    return teller.name("route", entry.subject);
}

std::string point_told(Teller& teller, const Entry& entry) {
    const std::string& name = teller.name("point", entry.subject);
    return name == entry.subject ? name : entry.subject + " " + name;
}

std::string checklist_told(Teller& teller, const Entry& entry) {
    return teller.name("checklist", entry.subject);
}

// With the person who is inspected.
std::string check_told(Teller& teller, const Entry& entry) {
    const std::string name = checklist_told(teller, entry);
    return entry.about == 0 ? name : name + " " + teller.person_of_shift(entry.about);
}

std::string item_told(Teller& teller, const Entry& entry) {
    return teller.name("item", entry.subject);
}

constexpr Field kRouteFields[]{
    {"route", FieldType::code, "route"},
};

constexpr Field kPointFields[]{
    {"point", FieldType::code, "point"},
    {"result", FieldType::code, "", "ok fault"},
};

constexpr Field kRoundEndFields[]{
    {"route", FieldType::code, "route"},
    {"result", FieldType::code, "", "complete incomplete"},
};

constexpr Field kCheckFields[]{
    {"checklist", FieldType::code, "checklist"},
    {"result", FieldType::code, "", "complete incomplete"},
};

constexpr Field kItemFields[]{
    {"item", FieldType::code, "item"},
    {"result", FieldType::code, "", "ok fault fixed na"},
};

constexpr Field kCompanionFields[]{
    {"person", FieldType::code, "staff"},
};

// A guard alone gives one when he reaches a point or begins a round.
constexpr DeedFor kSignOfLife{.family = "event", .code = event::kCheckCall, .at_post = true};

bool is_walked(Book&, std::span<const Entry> before, const Entry&) {
    return std::none_of(before.begin(), before.end(), [](const Entry& entry) { return entry.kind == kind::kRoundEnd; });
}

// Also what was forgotten, as long as it was told of a time before the end.
bool is_reached(Book&, std::span<const Entry> before, const Entry& point) {
    return std::none_of(before.begin(), before.end(), [&](const Entry& entry) {
        return entry.kind == kind::kRoundEnd && point.told_at() > entry.told_at();
    });
}

// Who walks a round begins no other, and does not go off duty. What goes on by it is said.
std::string walks_twice(Book& book, const Entry& entry) {
    const EntryNumber round = entry.kind == kind::kRoundStart ? entry.number : entry.about;
    const std::vector<Entry> steps = thread_of(book, round);
    const bool is_open = !steps.empty() && std::none_of(steps.begin(), steps.end(),
                                                        [](const Entry& step) { return step.kind == kind::kRoundEnd; });
    if (!is_open) {
        return {};
    }
    EntryQuery later;
    later.actor = steps.front().actor;
    later.first = round + 1;
    bool is_left = false;  // he came on duty anew, so that it hinders nothing of his
    each_amended(book.store(), later, [&](const Entry& one) {
        is_left = is_left || begins_shift(one);
        if (!is_left && ((one.traits & trait::kBeginsRound) != 0 || ends_shift(one))) {
            throw Refusal{say(N_("{0} began another round or went off duty since, entry {1}, so the round of entry {2} "
                                 "is over. If only its time is wrong: onduty correct {3} --time TIME --reason "
                                 "\"...\""),
                              book.name_of("staff", one.actor), one.number, round, entry.number)};
        }
    });
    return is_left || steps.front().number != round
               ? std::string{}
               : say(N_("The round of entry {0} goes on. When it is over: onduty patrol end "
                        "--by {1}"),
                     round, steps.front().actor);
}

// What the leader found when he inspected somebody.
bool check_concerns(Book& book, const Entry& entry, const std::string& person) {
    const auto check = entry.kind == kind::kCheckItem ? book.store().entry(entry.about) : std::optional{entry};
    const auto shift = check && check->about != 0 ? book.store().entry(check->about) : std::nullopt;
    return shift && begins_shift(*shift) && shift->actor == person;
}

constexpr Kind kRoundsKinds[]{
    {.name = kind::kRoundStart,
     .word = N_("round begins"),
     .traits = trait::kBeginsRound,
     .is_item = is_told_elsewhere,
     .told = route_told,
     .signed_as = route_told,
     .doubt = walks_twice,
     .deed = kSignOfLife,
     .fields = kRouteFields,
     .corrections = kRoundCorrections},
    {.name = kind::kPoint,
     .word = N_("point"),
     .traits = trait::kReachesPoint,
     .told = point_told,
     .fits = is_reached,
     .leads = leads_with_fault,
     .deed = kSignOfLife,
     .fields = kPointFields,
     .corrections = kPointCorrections,
     .lacks = lacks_fault},
    {.name = kind::kCompanion,
     .word = N_("second person"),
     .traits = trait::kThread,
     .told = person_told,
     .fields = kCompanionFields,
     .corrections = kCompanionCorrections,
     .walks_along = true},
    {.name = kind::kRoundEnd,
     .word = N_("round ends"),
     .traits = trait::kEndsRound,
     .told = route_told,
     .fits = is_walked,
     .doubt = walks_twice,
     .fields = kRoundEndFields,
     .corrections = kRoundEndCorrections},
    {.name = kind::kCheck,
     .word = N_("check"),
     .is_item = is_told_elsewhere,
     .told = check_told,
     .signed_as = checklist_told,
     .concerns = check_concerns,
     .fields = kCheckFields,
     .corrections = kCheckCorrections},
    {.name = kind::kCheckItem,
     .word = N_("check item"),
     .told = item_told,
     .leads = leads_with_fault,
     .concerns = check_concerns,
     .fields = kItemFields,
     .corrections = kCheckItemCorrections,
     .lacks = lacks_remark},
};

constexpr MachineWord kRoundsWords[]{
    {result::kFixed, N_("fixed")},
    {flag::kTooFast, N_("too fast")},
    {flag::kRepeated, N_("repeated")},
    {flag::kTypedTogether, N_("typed together")},
};

constexpr Clock kRoundsClocks[]{{add_slot_lines, wants<DueFold>}};

const PatrolFacts& patrol_in(Pass& pass) {
    return pass.get<PatrolFold>().facts;
}

Table all_slots(Pass& pass) {
    return slots_block(pass.get<DaysFold>().rules, patrol_in(pass), pass.book().zone(), names_of(pass.book()),
                       shown_state);
}

Table inspections(Pass& pass) {
    Book& book = pass.book();
    const auto person_of_shift = [&](EntryNumber shift) {
        const auto begin = book.store().entry(shift);
        return begin ? begin->actor : std::string{};
    };
    const auto scored = [&](const Check& check) {
        const Checklist* checklist = book.part_in(&Plan::checklists, "checklist", check.checklist, check.plan);
        return checklist != nullptr && checklist->scored;
    };
    return inspections_block(patrol_in(pass), pass.dates(), names_of(book), person_of_shift, scored);
}

bool always(Pass&) {
    return true;
}

constexpr const char* kHiddenOfPatrol[]{"rule"};
constexpr const char* kHiddenOfChecks[]{"checklist", "items"};
constexpr const char* kHiddenOfInspections[]{"checklist", "entry"};

constexpr Block kRoundsBlocks[]{
    {.name = "patrol",
     .place = 10,
     .heading = N_("Rounds and checks"),
     .hidden = kHiddenOfPatrol,
     .want = wants<DaysFold>,
     .table = [](Pass& pass) { return patrol_block(pass.get<DaysFold>().rules); },
     .shown = always,
     .below = print_open_slots},
    {.name = "slots", .place = 11, .heading = nullptr, .want = wants<DaysFold>, .table = all_slots},
    {.name = "points",
     .place = 12,
     .heading = N_("Checkpoints"),
     .want = [](Pass& pass) { pass.want<PatrolFold>().sum_up_points(); },
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             return points_block(patrol_in(pass).points, book.points_on_routes(book.versions_over(pass.dates())),
                                 names_of(book));
         },
     .shown = always},
    {.name = "checks",
     .place = 13,
     .heading = N_("Checklists"),
     .hidden = kHiddenOfChecks,
     .want = wants<PatrolFold>,
     .table = [](Pass& pass) { return checks_block(patrol_in(pass), pass.dates(), names_of(pass.book())); }},
    {.name = "inspections",
     .place = 14,
     .heading = N_("Inspections"),
     .hidden = kHiddenOfInspections,
     .want = wants<PatrolFold>,
     .table = inspections},
};

// A round that was never ended is over, and waits to be signed as one that was.
LeftBehind round_left_behind(Book& book, const Presence& presence) {
    if (presence.round == 0) {
        return {};
    }
    return {is_countersigned(book, {"route", presence.route}) ? presence.round : 0,
            say(N_("The round of entry {0} was not ended. When it was over: {1}"), presence.round,
                end_of_left_round(book, presence))};
}

// Who may accept nothing is not asked about claims, and nobody about his own.
bool has_unsettled(Book& book, DateRange dates, const std::string& asker) {
    Pass pass{book, dates};
    const std::vector<RuleOutcomes>& rules = pass.get<DaysFold>().rules;
    if (!misses_in(rules, {}, {}).empty()) {
        return true;
    }
    if (!asker.empty() && is_held(book, Right::accept) && !may(book, asker, Right::accept)) {
        return false;
    }
    const std::vector<WaitingOfShift> waiting = what_waits(pass, rules);
    return std::any_of(waiting.begin(), waiting.end(),
                       [&](const WaitingOfShift& one) { return asker.empty() || one.person != asker; });
}

std::vector<TakenOver> taken_over(Pass& pass) {
    std::vector<TakenOver> taken;
    for (const RuleOutcomes& rule : pass.get<DaysFold>().rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.mark && outcome.mark->date != outcome.slot.date) {
                taken.push_back({outcome.mark->entry, outcome.slot.date});
            }
        }
    }
    return taken;
}

constexpr Subject kRoundsSubject{.name = "rounds",
                                 .kinds = kRoundsKinds,
                                 .words = kRoundsWords,
                                 .clocks = kRoundsClocks,
                                 .blocks = kRoundsBlocks,
                                 .waits = add_left_rounds,
                                 .unsettled = has_unsettled,
                                 .taken_over = taken_over,
                                 .left_behind = round_left_behind};

}  // namespace

const Subject& rounds_subject() {
    return kRoundsSubject;
}

}  // namespace onduty
