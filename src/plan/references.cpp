// SPDX-License-Identifier: MIT
#include "plan/references.hpp"

#include <string_view>

#include "text/unicode.hpp"

namespace onduty {

void References::check_code(const TableReader& table, const std::string& code) {
    const bool formula = !code.empty() && std::string_view{"+-=@"}.find(code.front()) != std::string_view::npos;
    if (code != plain_form(code) || formula || code.find_first_of(" ,/@=\"'") != std::string::npos) {
        table.fault(table.line_of("code"),
                    say(N_("code \"{0}\" may not hold blanks, quotes or any of , / @ =, nor begin with + or -"), code));
    }
}

Named References::named(const std::string& section, TableReader& table) {
    Named result{table.text("code"), table.text("name"), table.texts("aliases")};
    check_code(table, result.code);
    std::vector<std::string> words{result.code, result.name};
    words.insert(words.end(), result.aliases.begin(), result.aliases.end());
    for (const std::string& word : words) {
        const auto [place, fresh] = taken_[section].emplace(lower_case(word), table.line());
        if (!fresh && place->second != table.line()) {
            table.fault(table.line(), say(N_("\"{0}\" is already taken in line {1}."), word, place->second));
        }
    }
    return result;
}

}  // namespace onduty
