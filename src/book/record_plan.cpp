// SPDX-License-Identifier: MIT
#include "book/record_plan.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>

#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

using FamilyWord = std::pair<std::string, Word>;

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

Word word_of(const Named& named, std::string detail = {}) {
    return {named.code, named.name, joined(named.aliases), std::move(detail)};
}

void add_setting(std::vector<FamilyWord>& words, const char* code, std::string value) {
    words.push_back({"setting", {code, std::move(value), {}, {}}});
}

std::vector<FamilyWord> words_of(const Plan& plan, int version, bool rehearsal) {
    std::vector<FamilyWord> words;
    if (rehearsal) {
        add_setting(words, "rehearsal", "1");
    }
    add_setting(words, "zone", plan.zone);
    add_setting(words, "site", plan.site_name);
    add_setting(words, "grace", std::to_string(plan.grace.count()));
    add_setting(words, "day-start", std::to_string(plan.calendar.day_start.count()));
    add_setting(words, "version", std::to_string(version));
    for (const Post& post : plan.posts) {
        words.push_back({"post", word_of(post)});
    }
    for (const Person& person : plan.staff) {
        // People who left keep their name for old entries, but can no longer be meant.
        words.push_back({person.active ? "staff" : "former", word_of(person, joined(person.posts))});
    }
    for (const Point& point : plan.points) {
        words.push_back({"point", word_of(point, std::to_string(point.walk.count()))});
    }
    for (const Route& route : plan.routes) {
        words.push_back({"route", word_of(route, joined(route.points))});
    }
    for (const Checklist& checklist : plan.checklists) {
        words.push_back({"checklist", word_of(checklist)});
        for (const ChecklistItem& item : checklist.items) {
            words.push_back({"item", {item_word(checklist.code, item.code), item.text, {}, {}}});
        }
    }
    for (const Category& category : plan.categories) {
        words.push_back({"category", word_of(category)});
    }
    for (const Emergency& emergency : plan.emergencies) {
        words.push_back({"emergency", word_of(emergency)});
    }
    for (const Drink& drink : plan.drinks) {
        words.push_back({"drink", word_of(drink)});
    }
    for (const Seat& seat : plan.seats) {
        words.push_back({"seat", word_of(seat, seat.area)});
    }
    for (const StockItem& item : plan.items) {
        words.push_back({"stock", word_of(item, item.unit)});
    }
    for (const Fridge& fridge : plan.fridges) {
        words.push_back({"fridge", word_of(fridge)});
    }
    for (const Method& method : plan.methods) {
        words.push_back({"method", word_of(method, std::to_string(method.minutes.count()))});
    }
    for (const Room& room : plan.rooms) {
        words.push_back({"room", word_of(room, room.post)});
        for (const RoomItem& item : room.items) {
            words.push_back({"thing", {item_word(room.code, item.code), item.name, {}, std::to_string(item.number)}});
        }
    }
    for (const Lendable& lendable : plan.lendables) {
        words.push_back({"lendable", word_of(lendable, std::to_string(lendable.number))});
    }
    for (const HandoverItem& item : plan.handover_items) {
        words.push_back({"handover-item", word_of(item, std::to_string(item.number))});
    }
    for (const CustomerClass& one : plan.customer_classes) {
        words.push_back({"customer-class", word_of(one)});
    }
    for (const SurveyTopic& topic : plan.survey_topics) {
        words.push_back({"survey-topic", word_of(topic)});
    }
    for (const Cause& cause : plan.cases.causes) {
        words.push_back({"cause", word_of(cause)});
    }
    for (const Rule& rule : plan.rules) {
        words.push_back({"rule", word_of(rule)});
    }
    return words;
}

}  // namespace

std::string item_word(const std::string& checklist, const std::string& item) {
    return checklist + "/" + item;
}

std::string error_list(const std::string& file, const std::vector<PlanError>& errors) {
    std::string text;
    for (const PlanError& error : errors) {
        text += fmt::format("\n{}:{}: {}", file, error.line, error.message);
    }
    return text;
}

Plan checked_plan(const std::string& file, const std::string& toml) {
    std::vector<PlanError> errors;
    Plan plan = read_plan(toml, errors);
    if (!errors.empty()) {
        throw UsageError{
            say(N_("Errors in the plan: {0}. Nothing was changed.{1}"), errors.size(), error_list(file, errors))};
    }
    return plan;
}

Entry record_plan(Recording& recording, const Plan& plan, const std::string& toml, const std::string& actor,
                  const std::string& reason) {
    const int version = recording.book().plan_version() + 1;
    Entry entry = recording.draft(kind::kPlan, actor);
    entry.happened_at.reset();  // a plan is in force from when it is recorded, never before
    entry.late = false;
    entry.plan = version;
    entry.subject = std::to_string(version);
    entry.note = toml;
    entry.reason = reason;
    const SiteZone zone{plan.zone};  // from here on the process counts in the new plan's zone
    entry.utc_offset = zone.offset_at(entry.recorded_at);
    entry.business_date = business_date(zone, plan.calendar, entry.recorded_at);
    const Entry stored = recording.append(entry);
    recording.store().replace_words(words_of(plan, version, recording.book().rehearsal()));
    recording.store().add_word("plan", {std::to_string(version), plan.site_name, {}, std::to_string(stored.number)});
    return stored;
}

bool words_follow(Book& book) {
    const Plan& plan = book.plan();
    std::vector<FamilyWord> wanted = words_of(plan, plan.version, book.rehearsal());
    std::vector<FamilyWord> found;
    for (const char* family :
         {"setting",  "post",      "staff",         "former", "point",          "route",        "checklist", "item",
          "category", "emergency", "drink",         "seat",   "stock",          "fridge",       "method",    "room",
          "thing",    "lendable",  "handover-item", "rule",   "customer-class", "survey-topic", "cause"}) {
        for (const Word& word : book.store().words(family)) {
            found.push_back({family, word});
        }
    }
    const auto before = [](const FamilyWord& a, const FamilyWord& b) {
        return std::tie(a.first, a.second.code) < std::tie(b.first, b.second.code);
    };
    std::sort(wanted.begin(), wanted.end(), before);
    std::sort(found.begin(), found.end(), before);
    return std::equal(
        wanted.begin(), wanted.end(), found.begin(), found.end(),
        [](const FamilyWord& a, const FamilyWord& b) { return a.first == b.first && a.second == b.second; });
}

std::string stored_plan(Book& book) {
    const auto word = book.store().word("plan", std::to_string(book.plan_version()));
    const auto entry = word ? book.store().entry(std::atoll(word->detail.c_str())) : std::nullopt;
    if (!entry) {
        throw Failure{say(N_("{0} holds no plan. Run: onduty verify"), book.store().path())};
    }
    return entry->note;
}

std::string read_file(Context& context, const std::string& name, std::size_t most) {
    std::string text;
    if (name == "-") {
        for (std::string line; context.environment.read_line(line);) {
            text += line + "\n";
        }
        return text;
    }
    const int file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        throw Failure{say(N_("{0} cannot be read: {1}."), name, std::strerror(errno))};
    }
    std::string block(64 * 1024, '\0');
    for (;;) {
        const auto got = ::read(file, block.data(), block.size());
        if (got <= 0) {
            ::close(file);
            if (got < 0) {
                throw Failure{say(N_("{0} cannot be read: {1}."), name, std::strerror(errno))};
            }
            return text;
        }
        text.append(block, 0, static_cast<std::size_t>(got));
        if (text.size() > most) {
            ::close(file);
            return text;
        }
    }
}

}  // namespace onduty
