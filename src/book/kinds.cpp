// SPDX-License-Identifier: MIT
#include "book/kinds.hpp"

#include <algorithm>

#include "store/details.hpp"
#include "text/listed.hpp"

namespace onduty {

const Kind* kind_named(std::string_view name) {
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            if (name == kind.name) {
                return &kind;
            }
        }
    }
    return nullptr;
}

bool declares(const Kind& kind, const FieldValue& value) {
    // A correction says what any kind does.
    return kind.name == kind::kCorrection ? true
           : value.place == 0             ? std::any_of(kind.fields.begin(), kind.fields.end(),
                                                        [&](const Field& field) { return value.name == field.name; })
                                          : is_of_line(value.name);
}

std::vector<const Kind*> kinds_that(bool (*fits)(const Kind& kind)) {
    std::vector<const Kind*> found;
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            if (fits(kind)) {
                found.push_back(&kind);
            }
        }
    }
    return found;
}

std::vector<const Kind*> deed_kinds() {
    return kinds_that([](const Kind& kind) { return kind.deed.family != nullptr; });
}

std::vector<std::string_view> names_of(const std::vector<const Kind*>& kinds) {
    std::vector<std::string_view> names;
    for (const Kind* kind : kinds) {
        names.push_back(kind->name);
    }
    return names;
}

std::string unknown_kinds(const std::map<std::string, std::int64_t>& counted) {
    std::map<std::string, std::int64_t> unknown = counted;
    std::erase_if(unknown, [](const auto& one) { return kind_named(one.first) != nullptr; });
    return listed(unknown, [](const auto& one) { return one.first + " " + std::to_string(one.second); });
}

bool is_item(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->is_item == nullptr || kind->is_item(entry);
}

bool is_upon_about(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->upon_about;
}

bool walks_along(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->walks_along;
}

bool is_own_act(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->own_act;
}

bool is_listed(std::string_view name) {
    const Kind* kind = kind_named(name);
    return kind == nullptr || kind->is_listed;
}

bool is_to_be_signed(std::string_view name) {
    const Kind* kind = kind_named(name);
    return kind != nullptr && kind->signed_as != nullptr && kind->step == nullptr;
}

void complete_header(Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    if (kind == nullptr) {
        return;
    }
    entry.traits = kind->traits;
    if (kind->step != nullptr && entry.opens == 0 && entry.closes == 0) {
        const MatterStep step = kind->step(entry);
        entry.opens = step.opens;
        entry.closes = step.closes;
    }
}

}  // namespace onduty
