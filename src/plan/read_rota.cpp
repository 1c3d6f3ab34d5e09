// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"
#include "plan/table_reader.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// So many people at once on these weekdays.
void read_need(TableReader& table, Rota& rota) {
    const std::int64_t at_once = table.integer("at_once", 1, 1, 1000);
    const std::set<unsigned> weekdays = table.numbers("weekdays", 1, 7);
    table.must_have("at_once");
    table.must_have("weekdays");
    for (const unsigned weekday : weekdays) {
        if (!rota.at_once.emplace(weekday, at_once).second) {
            table.fault(table.line_of("weekdays"), say(N_("The weekday {0} stands there twice."), weekday));
        }
    }
    table.finish();
}

}  // namespace

Minutes in_business_day(const Calendar& calendar, Minutes time) {
    return time < calendar.day_start ? time + Minutes{24 * 60} : time;
}

TimesOfDay read_times(TableReader& table, const Calendar& calendar) {
    TimesOfDay times;
    times.from = in_business_day(calendar, table.clock("from", calendar.opens));
    times.until = table.clock("until", calendar.closes);
    while (times.until <= times.from) {
        times.until += Minutes{24 * 60};
    }
    return times;
}

void read_rota(TableReader& table, Plan& plan) {
    Rota rota;
    rota.post = table.text("post");
    rota.people = table.integer("people", rota.people, 1, 1000);
    table.must_have("people");
    rota.days_per_person = table.integer("days_per_person", rota.days_per_person, 1, 7);
    rota.hours_per_day = table.integer("hours_per_day", rota.hours_per_day, 1, 24);
    const TimesOfDay times = read_times(table, plan.calendar);
    rota.from = times.from;
    rota.until = times.until;
    rota.late_after = table.minutes("late_after", rota.late_after);
    for (TableReader& need : table.tables("need")) {
        read_need(need, rota);
    }
    if (!table.has("need")) {
        table.fault(table.line(), say(N_("A rota needs at least one [[rota.need]].")));
    }
    table.refer("post", rota.post, "post");
    if (plan.rota(rota.post) != nullptr) {
        table.fault(table.line_of("post"), say(N_("\"{0}\" has a rota already."), rota.post));
    }
    plan.rotas.push_back(std::move(rota));
}

}  // namespace onduty
