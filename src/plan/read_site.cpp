// SPDX-License-Identifier: MIT
#include <algorithm>

#include "plan/plan.hpp"
#include "plan/rights.hpp"
#include "plan/table_reader.hpp"
#include "text/listed.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "time/zone.hpp"

namespace onduty {

void read_site(TableReader& table, Plan& plan) {
    plan.site_name = table.text("name");
    plan.language = table.choice("language", {"en", "zh"}, false);
    plan.zone = table.text("zone");
    if (!table.is_kept() && !plan.zone.empty() && !zone_exists(plan.zone)) {
        table.fault(table.line_of("zone"),
                    say(N_("zone \"{0}\" is not a time zone of this machine, such as \"Asia/Shanghai\"."), plan.zone));
    }
    plan.calendar.opens = table.clock("opens", plan.calendar.opens);
    plan.calendar.closes = table.clock("closes", plan.calendar.closes);
    if (plan.calendar.closes <= plan.calendar.opens) {
        table.fault(table.line_of("closes"), say(N_("closes must be later than opens.")));
    }
    plan.calendar.day_start = table.clock("day_start", plan.calendar.day_start);
    plan.grace = table.minutes("grace", plan.grace);
    plan.calendar.closed_weekdays = table.numbers("closed_weekdays", 1, 7);
    for (const std::string& text : table.texts("closed_dates")) {
        if (const auto date = table.date_from("closed_dates", text)) {
            plan.calendar.closed_dates.insert(*date);
        }
    }
}

void read_reception(TableReader& table, Plan& plan) {
    Reception& reception = plan.reception;
    reception.drinks_per_person = table.integer("drinks_per_person", reception.drinks_per_person, 1, 100);
    reception.longest_stay = table.minutes("longest_stay", reception.longest_stay);
    reception.set_up = table.minutes("set_up", reception.set_up);
}

void read_customer_care(TableReader& table, Plan& plan) {
    CustomerCare& care = plan.customers;
    care.update_within = std::chrono::days{table.integer("update_within", care.update_within.count(), 1, 3660)};
}

void read_post(TableReader& table, Plan& plan) {
    Post post;
    static_cast<Named&>(post) = table.named();
    post.certificate = table.boolean("certificate", false);
    if (table.has("role")) {
        post.role = table.choice("role", {kSupervisorRole}, true);
    }
    post.may = table.texts("may");
    for (const std::string& word : post.may) {
        if (std::find(kRightWords.begin(), kRightWords.end(), word) == kRightWords.end()) {
            const std::vector<std::string> known{kRightWords.begin(), kRightWords.end()};
            table.fault(table.line_of("may"), say(N_("{0} = \"{1}\" is not one of: {2}.{3}"), "may", word,
                                                  listed(known), suggestion(word, known)));
        }
    }
    if (!post.role.empty() && !post.may.empty()) {
        table.fault(table.line_of("may"), say(N_("A post with a role has its rights; it needs no may.")));
    }
    if (table.has("from") || table.has("until")) {
        table.must_have("from");
        table.must_have("until");
        const TimesOfDay times = read_times(table, plan.calendar);
        plan.hours.push_back({post.code, times.from, times.until});
    }
    plan.posts.push_back(std::move(post));
}

void read_person(TableReader& table, Plan& plan) {
    Person person;
    static_cast<Named&>(person) = table.named();
    person.posts = table.texts("posts");
    for (const std::string& post : person.posts) {
        table.refer("posts", post, "post");
    }
    person.active = table.boolean("active", true);
    person.certificate = table.date("certificate");
    person.ability = table.integer("ability", person.ability, 0, 100);
    if (person.active && person.posts.empty()) {
        plan.staffed.insert("");
    } else if (person.active) {
        plan.staffed.insert(person.posts.begin(), person.posts.end());
    }
    plan.staff.push_back(std::move(person));
}

}  // namespace onduty
