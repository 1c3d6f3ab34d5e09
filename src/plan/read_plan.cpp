// SPDX-License-Identifier: MIT
#include "plan/read_plan.hpp"

#include "plan/sections.hpp"
#include "plan/table_reader.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

Plan read_tree(const Node& tree, std::vector<PlanError>& errors) {
    Plan plan;
    References references;
    TableReader root{tree, errors, &references};
    root.integer("format", 1, 1, 1);
    if (!root.has("format")) {
        root.fault(1, say(N_("format = 1 is missing.")));
    }
    for (const Section& section : sections()) {
        const bool needed = &section == &sections().front();
        std::vector<TableReader> tables;
        if (section.many) {
            tables = root.tables(section.key, section.names_with);
        } else if (const auto table = needed ? root.table(section.key) : root.optional_table(section.key)) {
            tables.push_back(*table);
        }
        for (TableReader& table : tables) {
            section.read(table, plan);
            table.finish();
        }
    }
    references.check(errors);
    root.finish();
    return plan;
}

}  // namespace

Plan read_plan(std::string_view toml, std::vector<PlanError>& errors, Node* tree) {
    if (toml.size() > kLargestPlan) {
        errors.push_back({0, say(N_("The plan is larger than 256 KiB."))});
        return {};
    }
    const std::size_t faults = errors.size();
    Node parsed = parse_toml(toml, errors);
    Plan plan;
    if (errors.size() == faults) {
        plan = read_tree(parsed, errors);
    }
    sort_by_line(errors);
    if (tree != nullptr) {
        *tree = std::move(parsed);
    }
    return plan;
}

}  // namespace onduty
