// SPDX-License-Identifier: MIT
#include "plan/read_plan.hpp"

#include <algorithm>
#include <map>

#include "plan/read_cases.hpp"
#include "plan/read_cleaning.hpp"
#include "plan/read_customers.hpp"
#include "plan/read_handover_item.hpp"
#include "plan/read_inventory.hpp"
#include "plan/read_lendable.hpp"
#include "plan/read_rota.hpp"
#include "plan/read_rule.hpp"
#include "plan/references.hpp"
#include "plan/table_reader.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/words.hpp"
#include "time/zone.hpp"

namespace onduty {

namespace {

// Reads the sections of one plan, then checks what they say of each other.
class PlanReader {
  public:
    PlanReader(const toml::table& root, std::vector<PlanError>& errors) : root_{root, errors}, errors_{errors} {}

    Plan read() {
        root_.integer("format", 1, 1, 1);
        if (!root_.has("format")) {
            root_.fault(1, say(N_("format = 1 is missing.")));
        }
        if (const toml::table* site = root_.table("site")) {
            read_site({*site, errors_});
        }
        each("post", [&](TableReader& table) {
            plan_.posts.push_back({named(table), table.boolean("certificate", false)});
        });
        each("staff", [&](TableReader& table) { read_person(table); });
        each("point", [&](TableReader& table) { read_point(table); });
        each("route", [&](TableReader& table) { read_route(table); });
        each("checklist", [&](TableReader& table) { read_checklist(table); });
        each("category", [&](TableReader& table) { plan_.categories.push_back({named(table)}); });
        each("emergency", [&](TableReader& table) { plan_.emergencies.push_back({named(table)}); });
        each("drink", [&](TableReader& table) { plan_.drinks.push_back({named(table)}); });
        each("seat", [&](TableReader& table) { read_seat(table); });
        if (const toml::table* reception = root_.optional_table("reception")) {
            read_reception({*reception, errors_});
        }
        read_inventory();
        each("lendable", [&](TableReader& table) { plan_.lendables.push_back(lendable_of(table, named(table))); });
        each("handover_item",
             [&](TableReader& table) { plan_.handover_items.push_back(handover_item_of(table, named(table), plan_)); });
        each("customer_class", [&](TableReader& table) { plan_.customer_classes.push_back({named(table)}); });
        if (const toml::table* customers = root_.optional_table("customers")) {
            plan_.customers = customer_care_of({*customers, errors_});
        }
        each("survey_topic", [&](TableReader& table) { plan_.survey_topics.push_back({named(table)}); });
        each("severity", [&](TableReader& table) { read_severity(table, plan_); });
        each("cause", [&](TableReader& table) { plan_.cases.causes.push_back({named(table)}); });
        if (const toml::table* cases = root_.optional_table("cases")) {
            read_case_settings({*cases, errors_}, errors_, plan_.cases);
        }
        each("rota", [&](TableReader& table) { read_rota(table); });
        each("rule", [&](TableReader& table) { plan_.rules.push_back(rule_of(table, named(table), plan_)); });
        each("cleaning", [&](TableReader& table) { read_cleaning(table, references_.named("rule", table), plan_); });
        root_.finish();
        return std::move(plan_);
    }

  private:
    template <typename Work>
    void each(const char* key, Work&& work) {
        for (const toml::table* entry : root_.tables(key)) {
            TableReader table{*entry, errors_};
            section_ = key;
            work(table);
            table.finish();
        }
    }

    Named named(TableReader& table) { return references_.named(section_.c_str(), table); }

    template <typename Element>
    void needs(const TableReader& table, const char* key, const std::string& code,
               const std::vector<Element>& elements) {
        References::needs(table, key, code, elements);
    }

    void read_site(TableReader site) {
        plan_.site_name = site.text("name");
        plan_.language = site.choice("language", {"en", "zh"}, false);
        plan_.zone = site.text("zone");
        if (!plan_.zone.empty() && !zone_exists(plan_.zone)) {
            site.fault(
                site.line_of("zone"),
                say(N_("zone \"{0}\" is not a time zone of this machine, such as \"Asia/Shanghai\"."), plan_.zone));
        }
        plan_.calendar.opens = site.clock("opens", plan_.calendar.opens);
        plan_.calendar.closes = site.clock("closes", plan_.calendar.closes);
        if (plan_.calendar.closes <= plan_.calendar.opens) {
            site.fault(site.line_of("closes"), say(N_("closes must be later than opens.")));
        }
        plan_.calendar.day_start = site.clock("day_start", plan_.calendar.day_start);
        plan_.grace = site.minutes("grace", plan_.grace);
        plan_.calendar.closed_weekdays = site.numbers("closed_weekdays", 1, 7);
        for (const std::string& text : site.texts("closed_dates")) {
            if (const auto date = site.date_from("closed_dates", text)) {
                plan_.calendar.closed_dates.insert(*date);
            }
        }
        site.finish();
    }

    void read_person(TableReader& table) {
        Person person;
        static_cast<Named&>(person) = named(table);
        person.posts = table.texts("posts");
        for (const std::string& post : person.posts) {
            needs(table, "posts", post, plan_.posts);
        }
        person.active = table.boolean("active", true);
        person.certificate = table.date("certificate");
        person.ability = table.integer("ability", person.ability, 0, 100);
        plan_.staff.push_back(std::move(person));
    }

    void read_point(TableReader& table) {
        Point point;
        static_cast<Named&>(point) = named(table);
        point.walk = std::chrono::seconds{table.integer("walk", 0, 0, 3600)};
        plan_.points.push_back(std::move(point));
    }

    void read_route(TableReader& table) {
        Route route;
        static_cast<Named&>(route) = named(table);
        route.post = table.optional_text("post");
        needs(table, "post", route.post, plan_.posts);
        route.points = table.texts("points");
        route.people = table.integer("people", route.people, 1, 10);
        route.reminder = table.optional_text("reminder");
        for (auto at = route.points.begin(); at != route.points.end(); ++at) {
            const std::string& point = *at;
            needs(table, "points", point, plan_.points);
            if (std::count(route.points.begin(), at, point) == 1) {
                table.fault(table.line_of("points"), say(N_("points: \"{0}\" stands there twice."), point));
            }
        }
        if (route.points.empty()) {
            table.fault(table.line_of("points"), say(N_("A route needs at least one point.")));
        }
        plan_.routes.push_back(std::move(route));
    }

    void read_checklist(TableReader& table) {
        Checklist checklist;
        static_cast<Named&>(checklist) = named(table);
        checklist.post = table.optional_text("post");
        needs(table, "post", checklist.post, plan_.posts);
        checklist.scored = table.boolean("scored", false);
        checklist.person = table.boolean("person", false);
        if (checklist.person && checklist.post.empty()) {
            table.fault(table.line(), say(N_("A checklist about a person needs a post: who inspects.")));
        }
        for (const toml::table* entry : table.tables("item")) {
            TableReader item{*entry, errors_};
            checklist.items.push_back(
                {item.text("code"), item.optional_text("block"), item.text("text"), item.numbers("months", 1, 12)});
            const auto& code = checklist.items.back().code;
            References::check_code(item, code);
            const auto same = [&](const ChecklistItem& other) { return other.code == code; };
            if (std::count_if(checklist.items.begin(), checklist.items.end(), same) > 1) {
                item.fault(item.line_of("code"), say(N_("The item \"{0}\" stands there twice."), code));
            }
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
        plan_.checklists.push_back(std::move(checklist));
    }

    void read_seat(TableReader& table) {
        Seat seat;
        static_cast<Named&>(seat) = named(table);
        seat.area = table.optional_text("area");
        needs(table, "area", seat.area, plan_.points);
        plan_.seats.push_back(std::move(seat));
    }

    void read_reception(TableReader table) {
        plan_.reception.drinks_per_person =
            table.integer("drinks_per_person", plan_.reception.drinks_per_person, 1, 100);
        plan_.reception.longest_stay = table.minutes("longest_stay", plan_.reception.longest_stay);
        plan_.reception.set_up = table.minutes("set_up", plan_.reception.set_up);
        table.finish();
    }

    void read_inventory() {
        each("item", [&](TableReader& table) { plan_.items.push_back(stock_item_of(table, named(table), plan_)); });
        if (const toml::table* stock = root_.optional_table("stock")) {
            plan_.stock = stock_of(TableReader{*stock, errors_}, errors_);
        }
        each("fridge", [&](TableReader& table) { plan_.fridges.push_back(fridge_of(table, named(table))); });
        each("method", [&](TableReader& table) {
            plan_.methods.push_back({named(table), table.minutes("minutes", Minutes{0})});
        });
        each("room", [&](TableReader& table) { plan_.rooms.push_back(room_of(table, named(table), plan_, errors_)); });
    }

    void read_rota(TableReader& table) {
        Rota rota = rota_of(table, errors_, plan_.calendar);
        needs(table, "post", rota.post, plan_.posts);
        if (plan_.rota(rota.post) != nullptr) {
            table.fault(table.line_of("post"), say(N_("\"{0}\" has a rota already."), rota.post));
        }
        plan_.rotas.push_back(std::move(rota));
    }

    Plan plan_;
    TableReader root_;
    std::vector<PlanError>& errors_;
    std::string section_;
    References references_;
};

}  // namespace

Plan read_plan(std::string_view toml, std::vector<PlanError>& errors) {
    if (toml.size() > kLargestPlan) {
        errors.push_back({0, say(N_("The plan is larger than 256 KiB."))});
        return {};
    }
    if (toml.substr(0, 3) == "\xEF\xBB\xBF") {
        toml.remove_prefix(3);  // Notepad writes a byte-order mark
    }
    try {
        const toml::table root = toml::parse(toml);
        Plan plan = PlanReader{root, errors}.read();
        std::stable_sort(errors.begin(), errors.end(),
                         [](const PlanError& a, const PlanError& b) { return a.line < b.line; });
        return plan;
    } catch (const toml::parse_error& error) {
        errors.push_back({static_cast<int>(error.source().begin.line),
                          say(N_("This is not TOML: {0}."), std::string{error.description()})});
        return {};
    }
}

Plan read_stored_plan(std::string_view toml, int version) {
    std::vector<PlanError> errors;
    Plan plan = read_plan(toml, errors);
    if (!errors.empty()) {
        throw Failure{say(N_("Version {0} of the plan in this file does not read: {1} (line {2}). Run: onduty verify"),
                          version, errors.front().message, errors.front().line)};
    }
    plan.version = version;
    return plan;
}

}  // namespace onduty
