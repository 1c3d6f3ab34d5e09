// SPDX-License-Identifier: MIT
#include <algorithm>

#include "plan/plan.hpp"
#include "plan/table_reader.hpp"
#include "text/translate.hpp"

namespace onduty {

void read_point(TableReader& table, Plan& plan) {
    Point point;
    static_cast<Named&>(point) = table.named();
    point.walk = std::chrono::seconds{table.integer("walk", 0, 0, 3600)};
    plan.points.push_back(std::move(point));
}

void read_route(TableReader& table, Plan& plan) {
    Route route;
    static_cast<Named&>(route) = table.named();
    route.post = table.optional_text("post");
    table.refer("post", route.post, "post");
    route.points = table.texts("points");
    route.people = table.integer("people", route.people, 1, 10);
    route.reminder = table.optional_text("reminder");
    for (auto at = route.points.begin(); at != route.points.end(); ++at) {
        const std::string& point = *at;
        table.refer("points", point, "point");
        if (std::count(route.points.begin(), at, point) == 1) {
            table.fault(table.line_of("points"), say(N_("points: \"{0}\" stands there twice."), point));
        }
    }
    if (route.points.empty()) {
        table.fault(table.line_of("points"), say(N_("A route needs at least one point.")));
    }
    plan.routes.push_back(std::move(route));
}

void read_checklist(TableReader& table, Plan& plan) {
    Checklist checklist;
    static_cast<Named&>(checklist) = table.named();
    checklist.post = table.optional_text("post");
    table.refer("post", checklist.post, "post");
    checklist.scored = table.boolean("scored", false);
    checklist.person = table.boolean("person", false);
    if (checklist.person && checklist.post.empty()) {
        table.fault(table.line(), say(N_("A checklist about a person needs a post: who inspects.")));
    }
    for (TableReader& item : table.tables("item")) {
        const std::string code = item.code();
        const auto same = [&](const ChecklistItem& other) { return other.code == code; };
        if (std::any_of(checklist.items.begin(), checklist.items.end(), same)) {
            item.fault(item.line_of("code"), say(N_("The item \"{0}\" stands there twice."), code));
        }
        checklist.items.push_back(
            {code, item.optional_text("block"), item.text("text"), item.numbers("months", 1, 12)});
        item.finish();
    }
    if (checklist.items.empty()) {
        table.fault(table.line(), say(N_("A checklist needs at least one [[checklist.item]].")));
    }
    for (unsigned month = 1; month <= 12 && !checklist.items.empty(); ++month) {
        if (checklist.items_in(month).empty()) {
            table.fault(table.line(), say(N_("In month {0} no item of this checklist holds."), month));
            break;
        }
    }
    plan.checklists.push_back(std::move(checklist));
}

void read_seat(TableReader& table, Plan& plan) {
    Seat seat;
    static_cast<Named&>(seat) = table.named();
    seat.area = table.optional_text("area");
    table.refer("area", seat.area, "point");
    plan.seats.push_back(std::move(seat));
}

}  // namespace onduty
