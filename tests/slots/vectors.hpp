// SPDX-License-Identifier: MIT
// How does a test read the tables of examples that were worked out by hand?
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "time/test_zones.hpp"

namespace onduty::oracle {

using VectorRow = std::map<std::string, std::string>;

inline std::vector<std::string> csv_cells(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char letter : line) {
        if (letter == '"') {
            quoted = !quoted;
        } else if (letter == ',' && !quoted) {
            cells.emplace_back();
        } else if (letter != '\r') {
            cells.back() += letter;
        }
    }
    return cells;
}

inline std::vector<VectorRow> vectors_in(const char* name) {
    std::ifstream file{std::string{ONDUTY_VECTORS} + "/" + name};
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> headings = csv_cells(line);
    std::vector<VectorRow> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = csv_cells(line);
        VectorRow row;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            row[headings[i]] = cells[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

inline std::vector<std::string> split_at(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    return parts;
}

inline Date vector_date(const std::string& text) {
    return date_of(std::stoi(text.substr(0, 4)), static_cast<unsigned>(std::stoi(text.substr(5, 2))),
                   static_cast<unsigned>(std::stoi(text.substr(8, 2))));
}

// "2026-10-25 02:30+01:00"; without an offset local time of the zone.
inline Instant vector_instant(const std::string& text, const Zone& zone) {
    const std::chrono::minutes time{std::stoi(text.substr(11, 2)) * 60 + std::stoi(text.substr(14, 2))};
    const LocalTime local = LocalTime{vector_date(text)} + time;
    if (text.size() > std::string{"2026-10-25 02:30"}.size()) {
        const std::chrono::hours offset{std::stoi(text.substr(16, 3))};
        return Instant{local.time_since_epoch() - offset};
    }
    return to_instant(zone, local);
}

}  // namespace onduty::oracle
