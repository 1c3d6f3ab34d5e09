// SPDX-License-Identifier: MIT
#include "cleaning/told.hpp"

#include "book/teller.hpp"
#include "text/translate.hpp"

namespace onduty {

std::string cleaned_told(Teller& teller, const Entry& entry) {
    std::string text = teller.name("rule", entry.subject);
    for (const Line& agent : lines_of(entry.fields)) {
        text += tr(", ") + agent.item + " " + agent.note;
    }
    return text;
}

std::string area_told(Teller& teller, const Entry& entry) {
    return teller.name("point", entry.subject);
}

std::string litter_told(Teller& teller, const Entry& entry) {
    return "L" + std::to_string(entry.about == 0 ? entry.number : entry.about) + " " + area_told(teller, entry);
}

}  // namespace onduty
