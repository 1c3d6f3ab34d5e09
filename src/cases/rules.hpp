// SPDX-License-Identifier: MIT
// What is a case, in which stage is it, and what may be done with it? The one place with the guards: whatever creates
// or moves a case asks here. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"
#include "log/last_told.hpp"
#include "plan/cases.hpp"
#include "slots/judge.hpp"

namespace onduty {

// What is said of the first entry of a case besides its words, in its flag.
namespace case_flag {
inline constexpr const char* kByItself = "by-itself";  // from a fault or a difference: nobody has answered for it yet
}  // namespace case_flag

// The result of a case-follow-up.
namespace verdict {
inline constexpr const char* kSatisfied = "A";
inline constexpr const char* kFairly = "B";
inline constexpr const char* kNot = "C";          // opens the case again
inline constexpr const char* kMissed = "missed";  // nobody was reached
}  // namespace verdict

// Which stages a sort needs before it can be archived.
struct SortRules {
    const char* sort;
    bool assess;   // before it is assigned
    bool assign;   // to a person before it is resolved
    bool hands;    // assigned or dispatched before it is resolved
    bool resolve;  // before it is archived, and so are:
    bool sign;     // somebody of the staff accepts the work
    enum class FollowUp { none, sampled, all } follow_up;
    bool cause;
};
// An unknown sort is handled as a finding.
const SortRules& rules_of(const std::string& sort);

enum class Stage { noted, accepted, assessed, assigned, acting, resolved, followed_up, cause_known, archived };

enum class CaseAction {
    assess,
    assign,
    act,
    wait,
    resume,
    escalate,
    dispatch,
    arrive,
    resolve,
    sign,
    follow_up,
    cause,
    archive,
    reopen
};
// The kind of entry that records it, and back; nullopt for any other kind.
const char* kind_of(CaseAction action);
std::optional<CaseAction> action_of(const std::string& kind);

// When a step was. It took so long as is told.
struct StepTime {
    Instant told{};
    Instant counted{};      // of what stops a clock: typed beyond the grace, it stops it when it was typed
    Mark done{};            // of what ends one: whether it was in time is judged as everywhere
    bool has_clock = true;  // false where a date alone is told: no minutes are measured from it, or until it
};
// What was imported counts as told.
StepTime time_of(const Entry& entry);

// Something with a beginning and, perhaps, an end.
struct CaseStretch {
    EntryNumber entry = 0;
    std::string subject;  // for whom it waits, to whom it was dispatched
    StepTime from{};
    std::optional<StepTime> until{};
    Date date{};   // business date of its beginning
    Date ended{};  // the same of its end, once somebody arrived
};
// From beginning to end, or until now; below zero where a clock was wrong.
std::chrono::milliseconds lasted(const CaseStretch& stretch, Instant now);

// A resolution; `undone` when verdict C, a refused repair or a reopening took it out of force.
struct Resolution {
    EntryNumber entry = 0;
    StepTime at{};
    Date date{};  // business date
    std::string by;
    std::string words;
    std::string sent{};  // who had been sent last and did it; "" for the house
    StepTime begun{};    // when he was sent, or the case began
    std::optional<StepTime> undone{};
};

struct FollowUp {
    EntryNumber entry = 0;
    StepTime at{};
    Date date{};
    std::string channel;
    std::string verdict;
};

// A case as its entries tell it.
struct Case {
    EntryNumber entry = 0;  // its first
    EntryNumber from = 0;   // the entry that it came from
    std::string sort;
    std::string words;
    std::string by;         // who took it down
    CaseFile file;          // as taken down; `severity` below is the one in force
    int plan = 0;           // version under which it was opened: it lives by that one
    Date date{};            // business date
    Instant start{};        // when it happened, as told: acceptance and handling run from here
    bool has_clock = true;  // as StepTime
    Instant touched{};      // its latest step, as told
    bool imported = false;

    std::int64_t severity = 0;
    CaseStep assessment;  // what the last one said; `severity` may be 0
    bool assessed = false;
    std::vector<std::pair<ToldTime, CaseStep>> assessments;  // as they were told
    std::vector<std::pair<ToldTime, std::string>> owners;    // the same
    bool acted = false;
    std::string owner;
    std::string remedy;
    std::int64_t cost = 0;  // all steps together
    int hand_offs = 0;      // to another owner, to a post or contractor, upwards
    std::optional<StepTime> accepted{};
    std::optional<Date> accepted_on{};
    ToldTime accepted_told{};
    bool is_accept_told = true;  // false where an old register does not say when somebody took it on
    std::vector<CaseStretch> waits;
    std::vector<CaseStretch> dispatches;  // until: on the spot
    std::vector<CaseStretch> escalations;
    std::vector<Resolution> resolutions;
    std::vector<FollowUp> follow_ups;
    std::optional<StepTime> signed_at{};
    std::optional<Date> signed_on{};
    std::string cause;
    std::string cause_words;
    std::optional<Date> cause_on{};
    std::optional<StepTime> archived{};
    Instant turned{};               // when the last resolving, archiving or reopening was, as told
    Instant worked{};               // when the latest wait, its end, sending, coming or escalation was, as told
    Instant waited{};               // when the last wait ended, as told; the next begins no sooner
    std::vector<Date> filed_on;     // each time that it was archived
    std::vector<Date> reopened_on;  // by verdict C, a refused repair or on request
    std::vector<std::pair<Date, std::string>> refused_on;  // the work of a repair, and whose it was
    std::string signed_for;                                // whose work was accepted

    // The resolution in force, or nullptr.
    const Resolution* resolution() const;
    // The waiting that goes on, or nullptr.
    const CaseStretch* wait() const;

    StepTime began() const { return {start, start, Mark{start}, has_clock}; }
};

Case begin_case(const Entry& first, const CaseFile& file);
// Takes in the next entry about the case, in order of number. Entries that are no steps change nothing.
void add_step(Case& one, const Entry& entry, const CaseStep& step);

// Whether the person is to be asked afterwards. Of the repairs a share: of any 100 numbers in a row exactly
// `repair_sample`, spread evenly and known to nobody's liking.
bool needs_follow_up(const Case& one, const CasePlan& plan);
// When the resolution in force was followed up: a verdict, or the last of enough attempts.
std::optional<FollowUp> followed_up(const Case& one, const CasePlan& plan);

Stage stage_of(const Case& one, const CasePlan& plan);
// What is to be done next to bring it to the archive; nullopt when it is there.
std::optional<CaseAction> next_action(const Case& one, const CasePlan& plan);

// Somebody wants to do something with a case.
struct CaseMove {
    CaseAction action{};
    StepTime at{};
    std::string person;   // staff code
    std::string post;     // where that person is on duty
    std::string channel;  // of a follow-up
    std::string verdict;  // of a follow-up
    bool claimed = true;  // typed; where the clock alone says that it was before something, the clock is wrong
    // Nobody may be on duty at the post that follows up but the one complained about: then it is up to anybody else.
    bool nobody_else = false;
    bool alone = false;  // nobody but the one complained about could do it at all

    bool before(Instant then) const { return claimed && at.told < then; }
};

// Why it may not be done.
enum class Hindrance {
    none,
    before_the_case,      // earlier than the case itself
    before_what_it_ends,  // earlier than what it follows: the resolution, the dispatch ...
    archived,             // read-only
    resolved,             // it is to be reopened first
    not_assessed,
    not_assigned,
    no_hands,  // neither assigned nor dispatched
    not_resolved,
    not_signed,
    not_followed_up,
    no_cause,
    waits_already,
    does_not_wait,
    not_dispatched,
    no_repair,  // only a repair is signed
    signed_already,
    accused,         // a step by the person complained about
    other_post,      // follow-up is up to another post
    too_impersonal,  // follow-up through a channel below the plan's
    open_anyway,     // nothing to reopen
    too_late_to_reopen,
};
Hindrance hindrance(const Case& one, const CaseMove& move, const CasePlan& plan);

// A case as it was at the end of the period, and the plan that it lives by.
struct CaseFact {
    Case one;
    const CasePlan* plan = nullptr;
    const Calendar* calendar = nullptr;
};

struct CaseFacts {
    std::vector<CaseFact> cases;
    DateRange dates{};
    Instant end{};  // of the period, or now when that is sooner
    const Zone* zone = nullptr;
};

}  // namespace onduty
