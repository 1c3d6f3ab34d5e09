// SPDX-License-Identifier: MIT
// How does somebody say what the columns of his table mean? A small TOML file beside the table.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan_error.hpp"
#include "time/foreign.hpp"

namespace onduty {

struct ImportMap {
    char separator = 0;  // 0: found out
    DateOrder order = DateOrder::unknown;
    std::map<std::string, std::string> columns;                        // field by heading; "" leaves the column out
    std::map<std::string, std::string> constants;                      // value by field, where the table has none
    std::map<std::string, std::map<std::string, std::string>> values;  // by field: our word by theirs
};

// Reads a map; notes every fault with its line. `fields` are those that the table may have.
ImportMap read_import_map(std::string_view toml, const std::vector<std::string>& fields,
                          std::vector<PlanError>& errors);

}  // namespace onduty
