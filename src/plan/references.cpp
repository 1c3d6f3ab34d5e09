// SPDX-License-Identifier: MIT
#include "plan/references.hpp"

#include <algorithm>

#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

int References::take_name(const std::string& section, const std::string& name, int line) {
    const auto [place, fresh] = names_[section].emplace(folded_name(name), line);
    return fresh || place->second == line ? 0 : place->second;
}

void References::refer(const char* key, int line, const std::string& section, const std::string& code) {
    references_.push_back({key, line, section, code});
}

void References::check(std::vector<PlanError>& errors) const {
    static const std::vector<std::string> kNone;
    for (const Reference& reference : references_) {
        const auto section = codes_.find(reference.section);
        const std::vector<std::string>& known = section == codes_.end() ? kNone : section->second;
        if (std::find(known.begin(), known.end(), reference.code) == known.end()) {
            errors.push_back({reference.line, say(N_("{0}: there is no \"{1}\" in this plan.{2}"), reference.key,
                                                  reference.code, suggestion(reference.code, known))});
        }
    }
}

}  // namespace onduty
