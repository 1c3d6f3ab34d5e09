// SPDX-License-Identifier: MIT
#include "plan/read_import_map.hpp"

#include <algorithm>

#include "plan/table_reader.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

class MapReader {
  public:
    MapReader(const toml::table& root, const std::vector<std::string>& fields, std::vector<PlanError>& errors)
        : root_{root, errors}, fields_{fields}, errors_{errors} {}

    ImportMap read() {
        if (root_.has("separator")) {
            const std::string separator = root_.choice("separator", {",", ";", "tab"}, true);
            map_.separator = separator == "tab" ? '\t' : separator[0];
        }
        if (root_.has("date_order")) {
            map_.order = root_.choice("date_order", {"mdy", "dmy"}, true) == "mdy" ? DateOrder::month_first
                                                                                   : DateOrder::day_first;
        }
        each_text(root_.optional_table("columns"), [&](const std::string& heading, const std::string& field, int line) {
            if (!field.empty()) {
                need_field(field, line);
            }
            map_.columns[heading] = field;
        });
        each_text(root_.optional_table("constants"), [&](const std::string& field, const std::string& value, int line) {
            need_field(field, line);
            map_.constants[field] = value;
        });
        if (const toml::table* values = root_.optional_table("values")) {
            read_values(*values);
        }
        root_.finish();
        return std::move(map_);
    }

  private:
    void read_values(const toml::table& values) {
        for (const auto& [key, node] : values) {
            const std::string field{key.str()};
            const int line = static_cast<int>(key.source().begin.line);
            need_field(field, line);
            if (node.as_table() == nullptr) {
                fault(line, say(N_("values.{0} must be a table: [values.{0}]"), field));
                continue;
            }
            each_text(node.as_table(), [&](const std::string& theirs, const std::string& ours, int) {
                map_.values[field][theirs] = ours;
            });
        }
    }

    template <typename Work>
    void each_text(const toml::table* table, Work&& work) {
        if (table == nullptr) {
            return;
        }
        for (const auto& [key, node] : *table) {
            const int line = static_cast<int>(key.source().begin.line);
            const std::string name{key.str()};
            if (const auto* text = node.as_string()) {
                work(name, text->get(), line);
            } else {
                fault(line, say(N_("{0} must be a text in quotes."), name));
            }
        }
    }

    void need_field(const std::string& field, int line) {
        if (std::find(fields_.begin(), fields_.end(), field) == fields_.end()) {
            std::string known;
            for (const std::string& one : fields_) {
                known += (known.empty() ? "" : ", ") + one;
            }
            fault(line, say(N_("There is no field \"{0}\". The fields are {1}.{2}"), field, known,
                            suggestion(field, fields_)));
        }
    }

    void fault(int line, std::string message) { errors_.push_back({line, std::move(message)}); }

    ImportMap map_;
    TableReader root_;
    const std::vector<std::string>& fields_;
    std::vector<PlanError>& errors_;
};

}  // namespace

ImportMap read_import_map(std::string_view toml, const std::vector<std::string>& fields,
                          std::vector<PlanError>& errors) {
    if (toml.substr(0, 3) == "\xEF\xBB\xBF") {
        toml.remove_prefix(3);  // Notepad writes a byte-order mark
    }
    try {
        const toml::table root = toml::parse(toml);
        ImportMap map = MapReader{root, fields, errors}.read();
        std::stable_sort(errors.begin(), errors.end(),
                         [](const PlanError& a, const PlanError& b) { return a.line < b.line; });
        return map;
    } catch (const toml::parse_error& error) {
        errors.push_back({static_cast<int>(error.source().begin.line),
                          say(N_("This is not TOML: {0}."), std::string{error.description()})});
        return {};
    }
}

}  // namespace onduty
