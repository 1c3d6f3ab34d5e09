// SPDX-License-Identifier: MIT
#include "book/machine_words.hpp"

#include <iterator>
#include <sstream>
#include <vector>

#include "book/kinds.hpp"
#include "book/subject.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

const char* shown_word(const std::string& machine_name) {
    if (machine_name.empty()) {
        return "";
    }
    if (const Kind* kind = kind_named(machine_name)) {
        return tr(kind->word);
    }
    for (const Subject* subject : subjects()) {
        for (const MachineWord& word : subject->words) {
            if (machine_name == word.name) {
                return tr(word.word);
            }
        }
    }
    return machine_name.c_str();
}

const char* shown_result(const std::string& kind, const std::string& result) {
    const Kind* known = result.empty() ? nullptr : kind_named(kind);
    if (known != nullptr) {
        for (const MachineWord& word : known->results) {
            if (result == word.name) {
                return tr(word.word);
            }
        }
    }
    return shown_word(result);
}

namespace {

std::vector<std::string> values_of(const Field& field) {
    std::istringstream words{field.values};
    return {std::istream_iterator<std::string>{words}, {}};
}

}  // namespace

std::string typed_result(const std::string& kind, const Field& field, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    for (const std::string& value : values_of(field)) {
        if (plain == lower_case(value) || plain == lower_case(shown_result(kind, value))) {
            return value;
        }
    }
    return {};
}

std::string results_to_type(const std::string& kind, const Field& field) {
    const bool chinese = current_language() == Language::chinese;
    return listed(
        values_of(field), [&](const std::string& value) { return chinese ? shown_result(kind, value) : value; },
        tr(", "));
}

}  // namespace onduty
