// SPDX-License-Identifier: MIT
// What is a plan? The site's settings in one version: who, where, what, how often. Plain data.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "plan/cases.hpp"
#include "plan/cleaning.hpp"
#include "plan/customers.hpp"
#include "plan/handover_item.hpp"
#include "plan/inventory.hpp"
#include "plan/meters.hpp"
#include "slots/slots.hpp"

namespace onduty {

struct Post : Named {
    bool certificate = false;      // people here need a health certificate
    std::string role;              // kSupervisorRole: all rights of plan/rights.hpp, or ""
    std::vector<std::string> may;  // some of them, by their words

    bool operator==(const Post&) const = default;
};

struct Person : Named {
    std::vector<std::string> posts;     // empty: any
    bool active = true;                 // false: has left; stays readable in old entries
    std::optional<Date> certificate{};  // the last day on which the health certificate is good
    std::int64_t ability = 1;           // how many customers for one of somebody else; 0: none

    bool operator==(const Person&) const = default;
};

struct Point : Named {
    std::chrono::seconds walk{0};  // shortest walk from the point before it on a route

    bool operator==(const Point&) const = default;
};

struct Route : Named {
    std::string post;
    std::vector<std::string> points;  // in the order of walking
    std::int64_t people = 1;          // fewer are remarked, not refused
    std::string reminder;             // said at the start: the four preventions (D2)

    bool operator==(const Route&) const = default;
};

struct ChecklistItem {
    std::string code;
    std::string block;
    std::string text;
    std::set<unsigned> months;  // season: months 1-12 in which it holds; empty: all

    bool operator==(const ChecklistItem&) const = default;
};

struct Checklist : Named {
    std::string post;
    bool scored = false;  // a complete check has a score
    bool person = false;  // it is about a member of staff; `post` then inspects
    std::vector<ChecklistItem> items;

    // The items that hold in month 1-12, in their order.
    std::vector<ChecklistItem> items_in(unsigned month) const;

    bool operator==(const Checklist&) const = default;
};

struct Category : Named {};

// A plan for an emergency, or something else that is drilled (C5, C6).
struct Emergency : Named {};

struct Drink : Named {};

struct Seat : Named {
    std::string area;  // checkpoint code, for the clean-up

    bool operator==(const Seat&) const = default;
};

// What the front of the house goes by.
struct Reception {
    std::int64_t drinks_per_person = 3;  // more in one order are remarked, not refused
    Minutes longest_stay{180};           // a visit that lasts longer is asked about
    Minutes set_up{30};                  // before a meeting its room is to be ready

    bool operator==(const Reception&) const = default;
};

// Something that is lent and comes back: umbrellas, radios, keys, passes (B11, L4, M5).
struct Lendable : Named {
    std::int64_t number = 1;  // how many there are
    bool numbered = false;    // pieces carry the numbers 1 to `number`
    Minutes within{0};        // due back so long after it was lent; 0: at closing time

    bool operator==(const Lendable&) const = default;
};

// How many people a post has, how long each works, and how many are to be there at once (N0, O0).
struct Rota {
    std::string post;                          // code
    std::int64_t people = 1;                   // planned head count
    std::int64_t days_per_person = 5;          // days a week that each of them works
    std::int64_t hours_per_day = 8;            // and for how long
    Minutes from{9 * 60};                      // the post opens, after midnight of the business date,
    Minutes until{20 * 60 + 30};               // and closes; past 24 h on the next morning
    Minutes late_after{0};                     // so much later is not late yet
    std::map<unsigned, std::int64_t> at_once;  // by ISO weekday 1-7; a weekday that is not there needs nobody

    bool operator==(const Rota&) const = default;
};

// When a post is to be manned on each day that is not closed.
struct PostHours {
    std::string post;  // code
    Minutes from{0};   // after midnight of the business date
    Minutes until{0};  // past 24 h on the next morning

    bool operator==(const PostHours&) const = default;
};

// What a plan asks for, and when: as much of it as judging the past needs, but for the points of the rounds.
struct Duties {
    int version = 0;
    Calendar calendar;
    std::vector<Rota> rotas;
    std::vector<Rule> rules;        // those of the cleaning last
    std::set<std::string> staffed;  // posts that somebody can be on duty at; "" when it can be any
    std::vector<PostHours> hours;   // of the posts that have any

    const Rule* rule(const std::string& code) const;
    const Rota* rota(const std::string& post) const;
    const PostHours* hours_of(const std::string& post) const;
    // Whether somebody can be on duty at the post; "" is any. The rules of a post without people yield nothing.
    bool is_staffed(const std::string& post) const;
    const Rule* rule_for_event(const std::string& event) const;

    bool operator==(const Duties&) const = default;
};

struct Plan : Duties {
    std::string site_name;
    std::string language;  // of the plan's own words: "zh" or "en"
    std::string zone;
    Minutes grace{15};  // a claim further back is marked LATE

    std::vector<Post> posts;
    std::vector<Person> staff;
    std::vector<Point> points;
    std::vector<Route> routes;
    std::vector<Checklist> checklists;
    std::vector<Category> categories;
    std::vector<Emergency> emergencies;
    std::vector<Drink> drinks;
    std::vector<Seat> seats;
    Reception reception;
    std::vector<StockItem> items;
    Stock stock;
    std::vector<Fridge> fridges;
    std::vector<Method> methods;
    std::vector<Meter> meters;
    std::vector<Room> rooms;
    std::vector<Lendable> lendables;
    CasePlan cases;
    std::vector<HandoverItem> handover_items;
    std::vector<CustomerClass> customer_classes;
    CustomerCare customers;
    std::vector<SurveyTopic> survey_topics;
    std::vector<CleaningItem> cleaning;  // people know an item by its place here, from 1

    const Route* route(const std::string& code) const;
    const Checklist* checklist(const std::string& code) const;
    const Lendable* lendable(const std::string& code) const;

    bool operator==(const Plan&) const = default;
};

// Whether the person works at one of these posts where a health certificate is needed.
bool needs_certificate(const std::vector<Post>& posts, const Person& person);
// The first rule for an event of the front of the house, or nullptr.
const Rule* rule_for_event(const std::vector<Rule>& rules, const std::string& event);

// The element with this code, or nullptr.
template <typename Element>
const Element* find_code(const std::vector<Element>& elements, const std::string& code) {
    for (const Element& element : elements) {
        if (element.code == code) {
            return &element;
        }
    }
    return nullptr;
}

// What was asked for, and since when.
struct PlanVersion {
    Duties plan;
    Instant since;
};

// Every version of a site that asks for something else than the one before, oldest first. Never empty for a site file.
using PlanHistory = std::vector<PlanVersion>;
// All of a history, or its beginning: as it was before the plan changed.
using PlanVersions = std::span<const PlanVersion>;

// The version in force at an instant; the first one for instants before it.
const Duties& in_force(PlanVersions history, Instant at);

// A version, and when it was in force.
struct HeldVersion {
    const Duties* plan;
    Period held;  // `until` not included; kNever for the last
};

// Those that were in force at some time from `from` to before `until`, oldest first. Before the first there was none.
std::vector<HeldVersion> held_over(PlanVersions history, Period period);

// Versions that follow each other and ask the same of a rule, by the same calendar.
struct RuleRun {
    const Rule* rule = nullptr;  // nullptr: nothing is asked for
    const Calendar* calendar = nullptr;
    Instant since;
    Instant until;             // not included; kNever for the last
    std::size_t versions = 0;  // of the history, up to its last one
};

// One rule in all versions of a history, which must outlive it.
struct RuleHistory {
    PlanVersions versions;
    std::string code;
    std::vector<RuleRun> runs;  // oldest first, without gaps

    // As it was until the plan changed after this run: the last one then, without an end.
    RuleHistory up_to(std::size_t run) const;
    // The calendar in force at an instant; the first one for instants before it.
    const Calendar& calendar_at(Instant at) const;
};

RuleHistory rule_history(PlanVersions versions, const std::string& code);

// The slots of a rule over business dates, each taken from the version in force when it is due, so
// that an old report stays as it was. Slots point into the history.
std::vector<Slot> slots_in_force(const RuleHistory& rule, const Zone& zone, DateRange dates);

// What the first rule for an event demanded once since then, by the version of then: a promise is kept by the plan
// under which it was given. Nothing where it had no such rule. Points into `history`.
std::optional<Slot> slot_of_event(const PlanHistory& history, const Zone& zone, const std::string& event,
                                  Instant since);

// Codes of the rules with slots (every, at, period, after) that some version has, in the order of the first one that
// has them so: what a later one says moves none of them.
std::vector<std::string> rules_with_slots(const PlanHistory& history);

// How each of these sections is read.
void read_site(TableReader& table, Plan& plan);
void read_post(TableReader& table, Plan& plan);
void read_person(TableReader& table, Plan& plan);
void read_point(TableReader& table, Plan& plan);
void read_route(TableReader& table, Plan& plan);
void read_checklist(TableReader& table, Plan& plan);
void read_seat(TableReader& table, Plan& plan);
void read_reception(TableReader& table, Plan& plan);
void read_lendable(TableReader& table, Plan& plan);
void read_rota(TableReader& table, Plan& plan);
void read_rule(TableReader& table, Plan& plan);

}  // namespace onduty
