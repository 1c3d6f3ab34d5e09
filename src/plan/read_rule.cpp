// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "plan/plan.hpp"
#include "plan/rule_targets.hpp"
#include "plan/table_reader.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/typed_clock.hpp"

namespace onduty {

namespace {

void read_event(TableReader& table, const Rule& rule) {
    if (!table.has("event")) {
        return;
    }
    std::vector<const char*> names;
    for (const EventTarget& event : events()) {
        names.push_back(event.name);
    }
    const EventTarget* event = event_named(table.choice("event", names, true));
    if (event != nullptr && !event->fits(rule.kind)) {
        table.fault(table.line_of("event"),
                    say(N_("The event \"{0}\" does not go with a rule of this kind."), event->name));
    }
}

void read_target(TableReader& table, Rule& rule) {
    std::vector<const char*> keys = target_families();
    keys.push_back("event");
    const std::string list = listed(keys);
    for (const char* key : keys) {
        const std::string code = table.optional_text(key);
        if (!code.empty() && !rule.target.family.empty()) {
            table.fault(table.line_of(key), say(N_("A rule has one of {0}, not two."), list));
        } else if (!code.empty()) {
            rule.target = {key, code};
        }
    }
    for (const char* family : target_families()) {
        table.refer(family, table.optional_text(family), family);
    }
    read_event(table, rule);
    if (is_scheduled(rule.kind) && rule.target.family.empty()) {
        table.fault(table.line(), say(N_("A rule of this kind needs one of {0}."), list));
    }
}

void read_timing(TableReader& table, Rule& rule, const Calendar& calendar) {
    switch (rule.kind) {
        case RuleKind::every:
            rule.first = table.clock("from", calendar.opens);
            rule.last = table.clock("until", calendar.closes);
            rule.first = in_business_day(calendar, rule.first);
            // Until 08:00 after 21:00 means the next morning.
            rule.last += rule.last < rule.first ? Minutes{24 * 60} : Minutes{0};
            rule.interval = Minutes{table.integer("every", 0, 1, 24 * 60)};
            table.must_have("every");
            // After a fault an interval that cannot cause a second one.
            rule.interval = rule.interval.count() == 0 ? Minutes{24 * 60} : rule.interval;
            break;
        case RuleKind::at:
            for (const std::string& text : table.texts("times")) {
                const int time = clock_minutes(text);
                if (time < 0) {
                    table.fault(table.line_of("times"),
                                say(N_("{0} must be a clock time such as \"09:00\"."), "times"));
                }
                rule.times.push_back(Minutes{time});
            }
            if (rule.times.empty() || !std::is_sorted(rule.times.begin(), rule.times.end())) {
                table.fault(table.line_of("times"), say(N_("times must list clock times in order.")));
            }
            break;
        case RuleKind::period: {
            static const std::map<std::string, PeriodUnit> kUnits{{"day", PeriodUnit::day},
                                                                  {"week", PeriodUnit::week},
                                                                  {"half-month", PeriodUnit::half_month},
                                                                  {"month", PeriodUnit::month}};
            rule.unit = kUnits.at(table.choice("unit", {"day", "week", "half-month", "month"}, true));
            const auto due_day = table.integer("due_day", 0, 1, 7);
            if (due_day != 0) {
                rule.due_day = std::chrono::weekday{static_cast<unsigned>(due_day)};
            }
            break;
        }
        case RuleKind::after:
            rule.days = static_cast<int>(table.integer("days", 1, 1, 3660));
            break;
        case RuleKind::timer:
            rule.interval = Minutes{table.integer("every", 10, 1, 24 * 60)};
            rule.first = table.minutes("first", rule.interval);
            break;
        case RuleKind::deadline:
            rule.limit = Minutes{table.integer("within", 60, 1, 525600)};
            rule.clock = table.choice("clock", {"always", "opening"}, false) == "opening" ? DeadlineClock::opening
                                                                                          : DeadlineClock::always;
            break;
    }
}

// The rule that the table tells; of an item of the cleaning, what it is for is known.
Rule rule_of(TableReader& table, const Named& named, const Calendar& calendar, const RuleTarget& target) {
    static const std::map<std::string, RuleKind> kKinds{{"every", RuleKind::every},   {"at", RuleKind::at},
                                                        {"period", RuleKind::period}, {"after", RuleKind::after},
                                                        {"timer", RuleKind::timer},   {"deadline", RuleKind::deadline}};
    Rule rule;
    static_cast<Named&>(rule) = named;
    rule.kind = kKinds.at(table.choice("kind", {"every", "at", "period", "after", "timer", "deadline"}, true));
    rule.post = table.optional_text("post");
    table.refer("post", rule.post, "post");
    rule.countersign = table.boolean("countersign", rule.countersign);
    if (target.family.empty()) {
        read_target(table, rule);
    } else {
        rule.target = target;
    }
    read_timing(table, rule, calendar);
    rule.early = table.minutes("early", rule.early);
    rule.late = table.minutes("late", rule.late);
    rule.months = table.numbers("months", 1, 12);
    rule.weekdays = table.numbers("weekdays", 1, 7);
    rule.closed_days =
        table.choice("closed_days", {"keep", "skip"}, false) == "skip" ? ClosedDays::skip : ClosedDays::keep;
    if (rule.kind == RuleKind::every && rule.early + rule.late >= rule.interval) {
        table.fault(table.line_of("early"), say(N_("early and late together must be shorter than the interval.")));
    }
    return rule;
}

// Whose duty the cleaning is where the plan does not say.
constexpr const char* kCleaningPost = "cleaner";

}  // namespace

void read_rule(TableReader& table, Plan& plan) {
    const Named named = table.named();
    plan.rules.push_back(rule_of(table, named, plan.calendar, {}));
}

void read_cleaning(TableReader& table, Plan& plan) {
    CleaningItem item;
    static_cast<Named&>(item) = table.named();
    item.area = table.text("area");
    table.refer("area", item.area, "point");
    item.standard = table.optional_text("standard");
    item.treatment = table.boolean("treatment", false);
    Rule rule = rule_of(table, item, plan.calendar, {"cleaning", item.code});
    if (rule.kind == RuleKind::timer || rule.kind == RuleKind::deadline) {
        table.fault(table.line_of("kind"), say(N_("kind of an item of the cleaning is every, at, period or after.")));
    }
    if (rule.post.empty()) {
        rule.post = kCleaningPost;
        table.refer("post", rule.post, "post");
    }
    plan.cleaning.push_back(std::move(item));
    plan.rules.push_back(std::move(rule));
}

}  // namespace onduty
