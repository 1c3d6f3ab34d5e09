// SPDX-License-Identifier: MIT
#include "commands/plan_codes.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "plan/sections.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

using CodeNames = std::map<std::pair<std::string, std::string>, std::string>;  // family and code

CodeNames codes_of(const Plan& plan) {
    CodeNames names;
    for (const Section& section : sections()) {
        for (std::size_t i = 0; section.size != nullptr && i < section.size(plan); ++i) {
            for (const PartName& name : section.names(plan, i)) {
                names[{name.family.empty() ? section.family : name.family, name.code}] = name.name;
            }
        }
    }
    return names;
}

}  // namespace

// What the log calls by a code is that for ever: what was there and went comes back as itself, or has another code.
void refuse_used_codes(Book& book, const Plan& before, const Plan& plan) {
    const CodeNames held = codes_of(before);
    for (const auto& [key, name] : codes_of(plan)) {
        if (held.count(key) > 0 || (key.first == "former" && held.count({"staff", key.second}) > 0)) {
            continue;
        }
        const auto was = book.store().ended_word(key.first.c_str(), key.second);
        if (!was || folded_name(was->name) == folded_name(name)) {
            continue;
        }
        if (key.first == "staff") {
            throw Refusal{
                say(N_("The code {0} was that of {1}, and the log has it. Give {2} another one; free is {3}."),
                    key.second, was->name, name, book.free_code("staff", "A"))};
        }
        const std::string code = key.second.substr(key.second.rfind('/') + 1);  // of an item inside something
        throw Refusal{say(N_("The code {0} was that of {1}, and the log has it. Give {2} another one."), code,
                          was->name, name)};
    }
}

// Whoever was in the plan once stays there, so that the log knows him, and can come back.
void refuse_to_drop_staff(const Plan& before, const Plan& plan) {
    std::string dropped;
    for (const Person& person : before.staff) {
        if (find_code(plan.staff, person.code) == nullptr) {
            dropped += fmt::format("\n  {} {}", person.code, person.name);
        }
    }
    if (!dropped.empty()) {
        throw Refusal{say(N_("This plan leaves out people who are in the log. Who has left stays in it, with active = "
                             "false; so does: onduty plan remove staff. Take a new one with onduty plan export. "
                             "Left out:{0}"),
                          dropped)};
    }
}

}  // namespace onduty
