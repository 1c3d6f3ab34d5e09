// SPDX-License-Identifier: MIT
#include <toml++/toml.h>

#include <algorithm>

#include "plan/base.hpp"
#include "plan/node.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

Node node_of(const toml::node& source) {
    Node node;
    node.line = static_cast<int>(source.source().begin.line);
    if (const toml::table* table = source.as_table()) {
        node.type = Node::Type::table;
        node.in_braces = table->is_inline();
        for (const auto& [key, value] : *table) {
            node.keys.emplace_back(key.str());
            node.values.push_back(node_of(value));
        }
    } else if (const toml::array* list = source.as_array()) {
        node.type = Node::Type::list;
        for (const toml::node& value : *list) {
            node.values.push_back(node_of(value));
        }
    } else if (const auto text = source.value_exact<std::string>()) {
        node.type = Node::Type::text;
        node.text = *text;
    } else if (const auto integer = source.value_exact<std::int64_t>()) {
        node.type = Node::Type::integer;
        node.integer = *integer;
    } else if (const auto number = source.value_exact<double>()) {
        node.type = Node::Type::number;
        node.number = *number;
    } else if (const auto boolean = source.value_exact<bool>()) {
        node.type = Node::Type::boolean;
        node.integer = *boolean ? 1 : 0;
    }
    return node;
}

}  // namespace

void sort_by_line(std::vector<PlanError>& errors) {
    std::stable_sort(errors.begin(), errors.end(),
                     [](const PlanError& a, const PlanError& b) { return a.line < b.line; });
}

Node parse_toml(std::string_view toml, std::vector<PlanError>& errors) {
    try {
        return node_of(toml::parse(without_byte_order_marks(toml)));
    } catch (const toml::parse_error& error) {
        errors.push_back({static_cast<int>(error.source().begin.line),
                          say(N_("This is not TOML: {0}."), std::string{error.description()})});
        return {};
    }
}

}  // namespace onduty
