// SPDX-License-Identifier: MIT
// Which names does a plan file give out, and do those that it refers to exist?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/table_reader.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"

namespace onduty {

class References {
  public:
    // Code, name and aliases of the table; a fault when one is taken in its section already.
    Named named(const std::string& section, TableReader& table);

    // A fault when the code is not one that can be typed as a word.
    static void check_code(const TableReader& table, const std::string& code);

    // A fault when `code` is something that the plan does not have; "" refers to nothing.
    template <typename Element>
    static void needs(const TableReader& table, const char* key, const std::string& code,
                      const std::vector<Element>& elements) {
        if (code.empty() || find_code(elements, code) != nullptr) {
            return;
        }
        std::vector<std::string> known;
        for (const Element& element : elements) {
            known.push_back(element.code);
        }
        table.fault(table.line_of(key),
                    say(N_("{0}: there is no \"{1}\" in this plan.{2}"), key, code, suggestion(code, known)));
    }

  private:
    std::map<std::string, std::map<std::string, int>> taken_;  // section -> word in small letters -> line
};

}  // namespace onduty
