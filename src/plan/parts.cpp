// SPDX-License-Identifier: MIT
#include "plan/parts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "plan/table_reader.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kGap = 1 << 20;  // between the places of two rows that were written together
constexpr const char* kSite = "site";
constexpr const char* kStaffFamily = "staff";
constexpr const char* kFormerFamily = "former";  // those of the staff who left

// What tells a part without names from the others of its section.
std::string code_of(const Section& section, const Node& table) {
    if (section.code_key == nullptr) {
        return section.key;
    }
    const Node* code = table.find(section.code_key);
    return code == nullptr ? "" : code->type == Node::Type::integer ? std::to_string(code->integer) : code->text;
}

void add_parts(const Section& section, const Node& table, std::size_t place, const Plan& plan, PartList& parts) {
    if (section.names == nullptr) {
        parts.push_back({section.family, {code_of(section, table), {}, {}, {}}, 0, to_json(table)});
        return;
    }
    std::string body = to_json(table);
    for (PartName& name : section.names(plan, place)) {
        const std::string family = name.family.empty() ? section.family : name.family;
        parts.push_back({family, {name.code, name.name, name.aliases, name.detail}, 0, std::move(body)});
        body.clear();  // those inside it are names only
    }
}

using Key = std::pair<std::string, std::string>;  // family, code

Key key_of(const Part& part) {
    return {part.family, part.word.code};
}

// Gives every wanted row of one section a place: its own of before where that keeps the order, else one between its
// neighbours, else all new ones.
void place(std::vector<Part*>& wanted, const std::map<Key, Part>& held) {
    std::vector<std::int64_t> before;  // 0 for a new one
    for (const Part* part : wanted) {
        const auto known = held.find(key_of(*part));
        before.push_back(known == held.end() ? 0 : known->second.place);
    }
    std::int64_t last = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i]->place = before[i];
        if (before[i] <= last) {
            const auto next = std::find_if(before.begin() + static_cast<std::ptrdiff_t>(i), before.end(),
                                           [&](std::int64_t place) { return place > last; });
            wanted[i]->place = next == before.end() ? last + kGap : last + (*next - last) / 2;
        }
        if (wanted[i]->place == last) {
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                wanted[k]->place = static_cast<std::int64_t>(k + 1) * kGap;
            }
            return;
        }
        last = wanted[i]->place;
    }
}

// Whether both say the same, whatever version they are of.
bool same(const Part& a, const Part& b) {
    return a.word == b.word && a.body == b.body && a.place == b.place;
}

// The sections whose parts decide what was due and when.
std::vector<Section> judging_sections() {
    static const Plan plan;
    std::vector<Section> judging;
    for (const Section& section : sections()) {
        if (section.fills(plan, &plan.calendar) || section.fills(plan, &plan.rotas) ||
            section.fills(plan, &plan.hours) || section.fills(plan, &plan.rules)) {
            judging.push_back(section);
        }
    }
    return judging;
}

}  // namespace

PartList parts_of(const Node& tree, const Plan& plan) {
    PartList parts;
    for (const Section& section : sections()) {
        const Node* found = tree.find(section.key);
        if (found == nullptr) {
            continue;
        }
        if (!section.many) {
            add_parts(section, *found, 0, plan, parts);
        }
        for (std::size_t i = 0; section.many && i < found->values.size(); ++i) {
            add_parts(section, found->values[i], i, plan, parts);
        }
    }
    for (const std::string& post : plan.staffed) {
        parts.push_back({kStaffedFamily, {post}, 0, "{}"});
    }
    return parts;
}

PartChanges changes_to(int version, PartList held, PartList wanted) {
    std::map<Key, Part> known;
    for (Part& part : held) {
        known.emplace(key_of(part), std::move(part));
    }
    // Only what has a body has a place, among the parts of its section: somebody who left keeps his.
    std::map<std::string, std::vector<Part*>> sections_of_plan;
    for (Part& part : wanted) {
        if (!part.body.empty()) {
            sections_of_plan[part.family == kFormerFamily ? kStaffFamily : part.family].push_back(&part);
        }
    }
    for (auto& [section, parts] : sections_of_plan) {
        place(parts, known);
    }
    PartChanges changes;
    for (Part& part : wanted) {
        const auto before = known.find(key_of(part));
        if (before != known.end() && same(before->second, part)) {
            known.erase(before);
            continue;
        }
        part.since = version;
        changes.begun.push_back(std::move(part));
    }
    for (auto& [key, part] : known) {
        changes.ended.push_back(std::move(part));
    }
    return changes;
}

std::vector<std::string> families_of(const Section& section) {
    static const Plan plan;
    if (section.fills(plan, &plan.staff)) {
        return {section.family, kFormerFamily};
    }
    return {section.family};
}

void read_parts(const Section& section, std::vector<const Part*> parts, Plan& plan) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part* a, const Part* b) { return a->place < b->place; });
    for (const Part* part : parts) {
        if (part->body.empty() || (!section.many && part->word.code != section.key)) {
            continue;
        }
        const Node body = from_json(part->body);
        std::vector<PlanError> errors;
        TableReader table = TableReader::kept(body, errors);
        if (body.type == Node::Type::table) {
            section.read(table, plan);
            table.finish();
        }
        if (body.type != Node::Type::table || !errors.empty()) {
            throw Failure{say(N_("The part {0} \"{1}\" of the plan in this file does not read. Run: onduty verify"),
                              section.key, part->word.code)};
        }
    }
}

std::vector<std::string> judging_families() {
    std::vector<std::string> families{kStaffedFamily};
    for (const Section& section : judging_sections()) {
        families.emplace_back(section.family);
    }
    return families;
}

namespace {

// Reads each row once, with the calendar that held beside it.
class DutyReader {
  public:
    void calendar_of(const Section& section, const Part& site) {
        if (site_ != &site) {
            site_ = &site;
            plan_.calendar = {};
            read_parts(section, {&site}, plan_);
            known_.clear();
        }
    }

    void add(const Section& section, const Part& part, Duties& duties) {
        const auto [known, fresh] = known_.try_emplace(&part);
        Duties& one = known->second;
        if (fresh) {
            read_parts(section, {&part}, plan_);
            one.rules.swap(plan_.rules);
            one.rotas.swap(plan_.rotas);
            one.hours.swap(plan_.hours);
            plan_.cleaning.clear();
            plan_.posts.clear();
        }
        duties.rules.insert(duties.rules.end(), one.rules.begin(), one.rules.end());
        duties.rotas.insert(duties.rotas.end(), one.rotas.begin(), one.rotas.end());
        duties.hours.insert(duties.hours.end(), one.hours.begin(), one.hours.end());
    }

    const Calendar& calendar() const { return plan_.calendar; }

  private:
    const Part* site_ = nullptr;
    Plan plan_;
    std::map<const Part*, Duties> known_;
};

// Whether another row of this kind is another judgement.
bool judges(const Part& part, const std::vector<std::string>& families) {
    const bool asked = std::find(families.begin(), families.end(), part.family) != families.end();
    return asked && !part.body.empty() && (part.family != kTableFamily || part.word.code == kSite);
}

}  // namespace

PlanHistory history_of(const PartList& all, const std::function<Instant(int version)>& since) {
    const std::vector<std::string> families = judging_families();
    std::vector<const Part*> parts;  // in the order of the plan
    std::set<int> versions;          // at which something changed
    for (const Part& part : all) {
        if (judges(part, families)) {
            parts.push_back(&part);
            versions.insert(part.since);
            versions.insert(part.until == 0 ? part.since : part.until);
        }
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part* a, const Part* b) { return a->place < b->place; });
    const std::vector<Section> judging = judging_sections();  // the site's first
    PlanHistory history;
    DutyReader reader;
    for (const int version : versions) {
        Duties duties;
        duties.version = version;
        duties.rules.reserve(parts.size());
        for (const Section& section : judging) {
            for (const Part* part : parts) {
                if (part->family != section.family || !part->holds_in(version)) {
                    continue;
                }
                if (section.many) {
                    reader.add(section, *part, duties);
                } else {
                    reader.calendar_of(section, *part);
                }
            }
        }
        duties.calendar = reader.calendar();
        for (const Part* part : parts) {
            if (part->family == kStaffedFamily && part->holds_in(version)) {
                duties.staffed.insert(part->word.code);
            }
        }
        history.push_back({std::move(duties), since(version)});
    }
    return history;
}

}  // namespace onduty
