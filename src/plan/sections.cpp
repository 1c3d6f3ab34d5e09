// SPDX-License-Identifier: MIT
#include "plan/sections.hpp"

#include <algorithm>
#include <array>

#include "plan/names.hpp"
#include "plan/table_reader.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// What a short command needs of a part, so that it need not read the part.
std::string detail_of(const Named&) {
    return {};
}

// Its role, or its rights.
std::string detail_of(const Post& post) {
    return post.role.empty() ? listed(post.may, " ") : post.role;
}

std::string detail_of(const Person& person) {
    return listed(person.posts, " ");
}

std::string detail_of(const Point& point) {
    return std::to_string(point.walk.count());
}

std::string detail_of(const Checklist& checklist) {
    return checklist.person ? "person" : "";
}

std::string detail_of(const Route& route) {
    return listed(route.points, " ");
}

std::string detail_of(const Seat& seat) {
    return seat.area;
}

std::string detail_of(const StockItem& item) {
    return item.unit;
}

std::string detail_of(const Method& method) {
    return std::to_string(method.minutes.count());
}

std::string detail_of(const Room& room) {
    return room.post;
}

std::string detail_of(const Lendable& lendable) {
    return std::to_string(lendable.number);
}

std::string detail_of(const HandoverItem& item) {
    return std::to_string(item.number);
}

// People who left keep their name for old entries, but can no longer be meant.
std::string family_of(const Person& person) {
    return person.active ? "" : "former";
}

std::string family_of(const Named&) {
    return {};
}

// What is inside a part and has a name of its own.
void add_inner(const Named&, PartNames&) {}

void add_inner(const Checklist& checklist, PartNames& names) {
    for (const ChecklistItem& item : checklist.items) {
        names.push_back({"item", item_word(checklist.code, item.code), item.text});
    }
}

void add_inner(const Room& room, PartNames& names) {
    for (const RoomItem& item : room.items) {
        names.push_back({"thing", item_word(room.code, item.code), item.name, {}, std::to_string(item.number)});
    }
}

// An item of the cleaning is a rule, too.
void add_inner(const CleaningItem& item, PartNames& names) {
    names.push_back({"rule", item.code, item.name, joined_aliases(item.aliases)});
}

template <auto Member>
std::size_t size_of(const Plan& plan) {
    return (plan.*Member).size();
}

template <auto Member>
PartNames names_of(const Plan& plan, std::size_t place) {
    const auto& part = (plan.*Member)[place];
    PartNames names{{family_of(part), part.code, part.name, joined_aliases(part.aliases), detail_of(part)}};
    add_inner(part, names);
    return names;
}

template <auto... Members>
bool fills(const Plan& plan, const void* member) {
    return ((static_cast<const void*>(&(plan.*Members)) == member) || ...);
}

// Has only code, name and further names.
template <auto Member>
void read_named(TableReader& table, Plan& plan) {
    (plan.*Member).push_back({table.named()});
}

// [[key]] with names.
template <auto Member, auto... Others>
constexpr Section list(const char* key, void (*read)(TableReader&, Plan&), const char* family, const char* heading,
                       const char* command = nullptr) {
    return {
        key,    true, read, family, heading, key, nullptr, size_of<Member>, names_of<Member>, fills<Member, Others...>,
        command};
}

// The same where a part is its names.
template <auto Member>
constexpr Section names(const char* key, const char* family, const char* heading) {
    return list<Member>(key, read_named<Member>, family, heading);
}

// [[key]] without names.
template <auto Member>
constexpr Section unnamed(const char* key, void (*read)(TableReader&, Plan&), const char* code_key) {
    return {key, true, read, key, nullptr, "", code_key, nullptr, nullptr, fills<Member>};
}

// [key]
template <auto... Members>
constexpr Section table(const char* key, void (*read)(TableReader&, Plan&)) {
    return {key, false, read, "table", nullptr, "", nullptr, nullptr, nullptr, fills<Members...>};
}

void read_cause(TableReader& table, Plan& plan) {
    plan.cases.causes.push_back({table.named()});
}

constexpr Section kCauses{"cause",
                          true,
                          read_cause,
                          "cause",
                          N_("Causes of cases:"),
                          "cause",
                          nullptr,
                          [](const Plan& plan) { return plan.cases.causes.size(); },
                          [](const Plan& plan, std::size_t place) {
                              const Cause& cause = plan.cases.causes[place];
                              return PartNames{{{}, cause.code, cause.name, joined_aliases(cause.aliases)}};
                          },
                          fills<&Plan::cases>};

// Those of the cleaning stand behind them, so they are always read together.
constexpr Section kRules{"rule",
                         true,
                         read_rule,
                         "rule",
                         N_("Rules:"),
                         "rule",
                         nullptr,
                         [](const Plan& plan) { return plan.rules.size() - plan.cleaning.size(); },
                         names_of<&Plan::rules>,
                         fills<&Plan::rules, &Plan::cleaning>};

constexpr Section kCleaning{"cleaning",
                            true,
                            read_cleaning,
                            "cleaning",
                            N_("Cleaning:"),
                            "rule",
                            nullptr,
                            size_of<&Plan::cleaning>,
                            names_of<&Plan::cleaning>,
                            fills<&Plan::cleaning, &Plan::rules>};

constexpr std::array kSections{
    table<&Plan::site_name, &Plan::language, &Plan::zone, &Plan::calendar, &Plan::grace>("site", read_site),
    list<&Plan::posts, &Plan::hours>("post", read_post, "post", N_("Posts:")),
    list<&Plan::staff, &Plan::staffed>("staff", read_person, "staff", N_("Staff:")),
    list<&Plan::points>("point", read_point, "point", N_("Checkpoints:")),
    list<&Plan::routes>("route", read_route, "route", N_("Routes:"), "onduty patrol start {0}"),
    list<&Plan::checklists>("checklist", read_checklist, "checklist", N_("Checklists:"), "onduty patrol check {0}"),
    names<&Plan::categories>("category", "category", N_("Incident categories:")),
    names<&Plan::emergencies>("emergency", "emergency", N_("Emergency plans:")),
    names<&Plan::drinks>("drink", "drink", N_("Drinks:")),
    list<&Plan::seats>("seat", read_seat, "seat", N_("Seats:")),
    table<&Plan::reception>("reception", read_reception),
    list<&Plan::items>("item", read_stock_item, "stock", N_("Stock:")),
    table<&Plan::stock>("stock", read_stock),
    list<&Plan::fridges>("fridge", read_fridge, "fridge", N_("Fridges:"), "onduty serve fridge ... {0}"),
    list<&Plan::methods>("method", read_method, "method", N_("Ways to disinfect:")),
    list<&Plan::meters>("meter", read_meter, "meter", N_("Meters:"), "onduty serve meter {0} ..."),
    list<&Plan::rooms>("room", read_room, "room", N_("Rooms to show:"), "onduty serve count {0}"),
    list<&Plan::lendables>("lendable", read_lendable, "lendable", N_("Things to lend:")),
    list<&Plan::handover_items>("handover_item", read_handover_item, "handover-item", N_("Items handed over:")),
    names<&Plan::customer_classes>("customer_class", "customer-class", N_("Classes of customers:")),
    table<&Plan::customers>("customers", read_customer_care),
    names<&Plan::survey_topics>("survey_topic", "survey-topic", N_("Topics of surveys:")),
    unnamed<&Plan::cases>("severity", read_severity, "level"),
    kCauses,
    table<&Plan::cases>("cases", read_case_settings),
    unnamed<&Plan::rotas>("rota", read_rota, "post"),
    kRules,
    kCleaning,
};

}  // namespace

std::span<const Section> sections() {
    return kSections;
}

std::string item_word(const std::string& whole, const std::string& item) {
    return whole + "/" + item;
}

}  // namespace onduty
