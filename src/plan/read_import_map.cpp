// SPDX-License-Identifier: MIT
#include "plan/read_import_map.hpp"

#include <algorithm>

#include "plan/table_reader.hpp"
#include "text/listed.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

class MapReader {
  public:
    MapReader(const Node& root, const std::vector<std::string>& fields, std::vector<PlanError>& errors)
        : tree_{root}, root_{root, errors}, fields_{fields}, errors_{errors} {}

    ImportMap read() {
        if (root_.has("separator")) {
            const std::string separator = root_.choice("separator", {",", ";", "tab"}, true);
            map_.separator = separator == "tab" ? '\t' : separator[0];
        }
        if (root_.has("date_order")) {
            const std::string order = root_.choice("date_order", {"mdy", "dmy", "ymd"}, true);
            map_.order = order == "mdy"   ? DateOrder::month_first
                         : order == "dmy" ? DateOrder::day_first
                                          : DateOrder::year_first;
        }
        each_text(table("columns"), [&](const std::string& heading, const std::string& field, int line) {
            if (!field.empty()) {
                need_field(field, line);
            }
            map_.columns[heading] = field;
        });
        each_text(table("constants"), [&](const std::string& field, const std::string& value, int line) {
            need_field(field, line);
            map_.constants[field] = value;
        });
        if (const Node* values = table("values")) {
            read_values(*values);
        }
        root_.finish();
        return std::move(map_);
    }

  private:
    // The table, nullptr where there is none.
    const Node* table(const char* key) { return root_.optional_table(key) ? tree_.find(key) : nullptr; }

    void read_values(const Node& values) {
        for (std::size_t i = 0; i < values.keys.size(); ++i) {
            const std::string& field = values.keys[i];
            const Node& ours_by_theirs = values.values[i];
            need_field(field, ours_by_theirs.line);
            if (ours_by_theirs.type != Node::Type::table) {
                fault(ours_by_theirs.line, say(N_("values.{0} must be a table: [values.{0}]"), field));
                continue;
            }
            each_text(&ours_by_theirs, [&](const std::string& theirs, const std::string& ours, int) {
                map_.values[field][theirs] = ours;
            });
        }
    }

    template <typename Work>
    void each_text(const Node* table, Work&& work) {
        for (std::size_t i = 0; table != nullptr && i < table->keys.size(); ++i) {
            const Node& value = table->values[i];
            if (value.type == Node::Type::text) {
                work(table->keys[i], value.text, value.line);
            } else {
                fault(value.line, say(N_("{0} must be a text in quotes."), table->keys[i]));
            }
        }
    }

    void need_field(const std::string& field, int line) {
        if (std::find(fields_.begin(), fields_.end(), field) == fields_.end()) {
            fault(line, say(N_("There is no field \"{0}\". The fields are {1}.{2}"), field, listed(fields_),
                            suggestion(field, fields_)));
        }
    }

    void fault(int line, std::string message) { errors_.push_back({line, std::move(message)}); }

    ImportMap map_;
    const Node& tree_;
    TableReader root_;
    const std::vector<std::string>& fields_;
    std::vector<PlanError>& errors_;
};

}  // namespace

ImportMap read_import_map(std::string_view toml, const std::vector<std::string>& fields,
                          std::vector<PlanError>& errors) {
    const Node tree = parse_toml(toml, errors);
    ImportMap map;
    if (errors.empty()) {
        map = MapReader{tree, fields, errors}.read();
    }
    sort_by_line(errors);
    return map;
}

}  // namespace onduty
