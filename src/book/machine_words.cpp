// SPDX-License-Identifier: MIT
#include "book/machine_words.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <vector>

#include "book/kinds.hpp"
#include "book/subject.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

const MachineWord* find_word(std::span<const MachineWord> words, const std::string& machine_name) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const MachineWord& one) { return machine_name == one.name; });
    return found == words.end() ? nullptr : &*found;
}

// As any subject has it.
const MachineWord* word_of(const std::string& machine_name) {
    for (const Subject* subject : subjects()) {
        if (const MachineWord* word = find_word(subject->words, machine_name)) {
            return word;
        }
    }
    return nullptr;
}

// As the kind has it, where that has one of its own.
const MachineWord* word_of(const Kind* kind, const std::string& result) {
    const MachineWord* own = kind == nullptr ? nullptr : find_word(kind->results, result);
    return own == nullptr ? word_of(result) : own;
}

std::vector<std::string> split(const char* words) {
    std::istringstream stream{words};
    return {std::istream_iterator<std::string>{stream}, {}};
}

// Machine names of the results that such an entry can have.
std::vector<std::string> results_of(const Kind* kind) {
    for (const Field& field : kind == nullptr ? std::span<const Field>{} : kind->fields) {
        if (field.name == std::string_view{"result"}) {
            return split(field.values);
        }
    }
    return {};
}

}  // namespace

const char* shown_word(const std::string& machine_name) {
    if (machine_name.empty()) {
        return "";
    }
    if (const Kind* kind = kind_named(machine_name)) {
        return tr(kind->word);
    }
    const MachineWord* word = word_of(machine_name);
    return word == nullptr ? machine_name.c_str() : tr(word->word);
}

const char* shown_result(const std::string& kind, const std::string& result) {
    const Kind* known = result.empty() ? nullptr : kind_named(kind);
    const MachineWord* own = known == nullptr ? nullptr : find_word(known->results, result);
    return own == nullptr ? shown_word(result) : tr(own->word);
}

std::string typed_result(const std::string& kind, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    const Kind* known = kind_named(kind);
    for (const std::string& value : results_of(known)) {
        const MachineWord* word = word_of(known, value);
        const std::vector<std::string> others = split(word == nullptr ? "" : word->typed);
        if (plain == lower_case(value) || plain == lower_case(shown_result(kind, value)) ||
            std::find(others.begin(), others.end(), plain) != others.end()) {
            return value;
        }
    }
    return {};
}

std::string results_to_type(const std::string& kind) {
    const bool chinese = current_language() == Language::chinese;
    return listed(
        results_of(kind_named(kind)),
        [&](const std::string& value) { return chinese ? shown_result(kind, value) : value; }, tr(", "));
}

}  // namespace onduty
