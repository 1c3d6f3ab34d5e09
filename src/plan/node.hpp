// SPDX-License-Identifier: MIT
// What stands in a plan, in whatever form it was kept? Keys, texts, numbers, lists and tables, each with its line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan_error.hpp"

namespace onduty {

struct Node {
    enum class Type { text, integer, number, boolean, list, table, other };

    Type type = Type::other;
    int line = 0;                     // from 1; 0 where it was not written by hand
    bool in_braces = false;           // a table written as {key = value}
    std::string text{};               // of a text
    std::int64_t integer = 0;         // of an integer; of a boolean 0 or 1
    double number = 0;                // of a number with a fraction
    std::vector<std::string> keys{};  // of a table, in the order of the values
    std::vector<Node> values{};       // of a list or a table

    // The value of a key of this table, or nullptr.
    const Node* find(std::string_view key) const {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (keys[i] == key) {
                return &values[i];
            }
        }
        return nullptr;
    }
};

// A TOML file as its root table. What is no TOML is noted, and the table is empty then.
Node parse_toml(std::string_view toml, std::vector<PlanError>& errors);

// One value as it is kept in the site file: JSON with no blank in it, the keys of tables in their order.
std::string to_json(const Node& node);
// The same back; `other` when it is none that to_json() wrote.
Node from_json(std::string_view json);

}  // namespace onduty
