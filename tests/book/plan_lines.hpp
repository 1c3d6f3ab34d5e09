// SPDX-License-Identifier: MIT
// A plan by its lines, and what may be changed in them.
#pragma once

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support.hpp"

namespace onduty::test {

inline bool is_header(const std::string& line) {
    return !line.empty() && line.front() == '[';
}

inline bool is_part_of_another(const std::string& header) {
    return header.find('.') < header.find(']');
}

// A plan by its lines.
class PlanLines {
  public:
    explicit PlanLines(const std::string& toml) {
        std::istringstream stream{toml};
        for (std::string line; std::getline(stream, line);) {
            lines.push_back(line);
        }
    }

    std::string text() const {
        std::string text;
        for (const std::string& line : lines) {
            text += line + "\n";
        }
        return text;
    }

    // Takes out the table in which this line stands, with what is part of it.
    void drop_table(std::size_t place) {
        while (!is_header(lines[place])) {
            --place;
        }
        const bool part = is_part_of_another(lines[place]);
        std::size_t end = place + 1;
        while (end < lines.size() && !(is_header(lines[end]) && (part || !is_part_of_another(lines[end])))) {
            ++end;
        }
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(place),
                    lines.begin() + static_cast<std::ptrdiff_t>(end));
    }

    // Takes out what this line says of `code`.
    void drop_reference(std::size_t place, const std::string& code) {
        std::string& line = lines[place];
        const std::size_t list = line.find('[');
        for (const std::string& word : {"\"" + code + "\", ", ", \"" + code + "\""}) {
            const std::size_t found = list == std::string::npos ? list : line.find(word, list);
            if (found != std::string::npos) {
                line.erase(found, word.size());
                return;
            }
        }
        drop_table(place);
    }

    std::vector<std::string> lines;
};

// What a line says after " = ", with where each text of it stands: "a" or ["a", "b"].
struct Texts {
    std::string key;
    std::vector<std::pair<std::size_t, std::string>> values;

    explicit Texts(const std::string& line) {
        const std::size_t equals = line.find(" = ");
        if (equals == std::string::npos || line.front() == '#' || line.find('\\') != std::string::npos ||
            (line[equals + 3] != '"' && line[equals + 3] != '[')) {
            return;
        }
        key = line.substr(0, equals);
        for (std::size_t at = line.find('"', equals); at != std::string::npos; at = line.find('"', at)) {
            const std::size_t end = line.find('"', at + 1);
            values.emplace_back(at + 1, line.substr(at + 1, end - at - 1));
            at = end + 1;
        }
    }
};

// What this key may say instead: the codes of the family to which it refers, else what it says elsewhere.
inline std::vector<std::string> alternatives(const PlanLines& plan, const std::string& key) {
    std::map<std::string, std::vector<std::string>> codes;  // by family
    std::set<std::string> said;
    std::string family;
    for (const std::string& line : plan.lines) {
        family = is_header(line) ? line : family;
        for (const auto& [at, value] : Texts{line}.values) {
            if (Texts{line}.key == "code" && !is_part_of_another(family)) {
                codes[family].push_back(value);
            } else if (Texts{line}.key == key) {
                said.insert(value);
            }
        }
    }
    for (const auto& [header, known] : codes) {
        if (std::all_of(said.begin(), said.end(), [&](const std::string& value) {
                return std::find(known.begin(), known.end(), value) != known.end();
            })) {
            return known;
        }
    }
    return {said.begin(), said.end()};
}

// The tables of each sort in the opposite order, and the parts of each in that, too.
inline PlanLines reversed(const PlanLines& plan) {
    struct Table {
        std::vector<std::string> lines;
        std::vector<Table> parts;
    };
    std::vector<Table> tables(1);  // the first one: what stands before any
    for (const std::string& line : plan.lines) {
        const bool header = is_header(line) && line.rfind("[[", 0) == 0;
        const bool part = header && is_part_of_another(line);
        if (header && !part) {
            tables.emplace_back();
        } else if (part) {
            tables.back().parts.emplace_back();
        }
        (tables.back().parts.empty() ? tables.back() : tables.back().parts.back()).lines.push_back(line);
    }
    std::map<std::string, std::vector<Table>> of_sort;
    const auto sort_of = [](const Table& table) { return table.lines.empty() ? std::string{} : table.lines.front(); };
    for (const Table& table : tables) {
        of_sort[sort_of(table)].push_back(table);
    }
    PlanLines other{""};
    for (const Table& place : tables) {
        const Table table = of_sort[sort_of(place)].back();
        of_sort[sort_of(place)].pop_back();
        other.lines.insert(other.lines.end(), table.lines.begin(), table.lines.end());
        for (auto part = table.parts.rbegin(); part != table.parts.rend(); ++part) {
            other.lines.insert(other.lines.end(), part->lines.begin(), part->lines.end());
        }
    }
    return other;
}

// The line with the next one instead of each text.
inline std::string with_others(std::string line, const std::vector<std::string>& others) {
    const Texts texts{line};
    for (auto text = texts.values.rbegin(); text != texts.values.rend(); ++text) {
        const auto known = std::find(others.begin(), others.end(), text->second);
        if (known != others.end()) {
            line.replace(text->first, text->second.size(), known + 1 == others.end() ? others.front() : known[1]);
        }
    }
    return line;
}

// The plan with another name for everything that has one.
inline PlanLines renamed(PlanLines plan) {
    for (std::string& line : plan.lines) {
        if (line.rfind("name = \"", 0) == 0) {
            line.insert(line.find('"') + 1, "Another ");
        }
    }
    return plan;
}

// The plan with one more of each `key`, and a minute later.
inline PlanLines changed(PlanLines plan, const std::string& key) {
    for (std::string& line : plan.lines) {
        if (line.rfind(key + " = ", 0) == 0) {
            const std::size_t value = key.size() + 3;
            if (line.find("true") == value) {
                line.replace(value, 4, "false");
            } else if (std::isdigit(static_cast<unsigned char>(line[value])) != 0) {
                std::size_t length = 0;
                const long long number = std::stoll(line.substr(value), &length);
                line.replace(value, length, std::to_string(number + 1));
            } else if (line.size() > value + 6 && line[value + 3] == ':' && line[value + 5] != '9') {
                ++line[value + 5];
            }
        }
    }
    return plan;
}

// The plan as a file.
inline std::string written(TestSite& site, const PlanLines& plan) {
    const std::string file = site.directory() + "/plan.toml";
    std::ofstream{file} << plan.text();
    return file;
}

// Whether the plan is good once all that refers to what it has no more is gone.
inline bool mend(TestSite& site, PlanLines& plan) {
    for (int tries = 0; tries < 200; ++tries) {
        const std::string errors = site.run({"plan", "check", written(site, plan), "--json"}).out;
        const std::string line = "\"line\":", missing = "there is no \\\"";
        const std::size_t at = errors.find(line);
        if (at == std::string::npos) {
            return true;
        }
        const std::size_t code = errors.find(missing);
        const std::size_t place = static_cast<std::size_t>(std::stoi(errors.substr(at + line.size())));
        if (code == std::string::npos || place == 0 || errors.find('}') < code) {
            return false;
        }
        const std::size_t begin = code + missing.size();
        plan.drop_reference(place - 1, errors.substr(begin, errors.find('\\', begin) - begin));
    }
    return false;
}

}  // namespace onduty::test
