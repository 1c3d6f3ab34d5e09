// SPDX-License-Identifier: MIT
#include "book/machine_words.hpp"

#include "book/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

const char* shown_word(const std::string& machine_name) {
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

}  // namespace onduty
