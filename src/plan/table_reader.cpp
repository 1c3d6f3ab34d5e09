// SPDX-License-Identifier: MIT
#include "plan/table_reader.hpp"

#include <algorithm>
#include <cmath>

#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/words.hpp"

namespace onduty {

const toml::node* TableReader::find(const char* key) {
    known_.emplace_back(key);
    return table_->get(key);
}

int TableReader::line_of(const char* key) const {
    const toml::node* node = table_->get(key);
    return node == nullptr ? line() : static_cast<int>(node->source().begin.line);
}

int TableReader::line() const {
    return static_cast<int>(table_->source().begin.line);
}

void TableReader::wrong_type(const char* key, const char* wanted) const {
    fault(line_of(key), say(N_("{0} must be {1}."), key, tr(wanted)));
}

std::string TableReader::text(const char* key) {
    if (find(key) == nullptr) {
        fault(line(), say(N_("{0} is missing."), key));
        return {};
    }
    const std::size_t faults = errors_->size();
    std::string value = optional_text(key);
    if (value.empty() && errors_->size() == faults) {
        fault(line_of(key), say(N_("{0} must not be empty."), key));
    }
    return value;
}

std::string TableReader::optional_text(const char* key, std::string otherwise) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    const auto value = node->value_exact<std::string>();
    if (!value) {
        wrong_type(key, N_("a text in quotes"));
        return otherwise;
    }
    if (find_fault(*value) != TextFault::none) {
        fault(line_of(key), say(N_("{0} holds control or invisible characters, or is too long."), key));
        return otherwise;
    }
    return tidy_note(*value);
}

std::int64_t TableReader::integer(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    const auto value = node->value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) {
        fault(line_of(key), say(N_("{0} must be a whole number from {1} to {2}."), key, least, most));
        return otherwise;
    }
    return *value;
}

std::vector<std::string> TableReader::texts(const char* key) {
    std::vector<std::string> values;
    const toml::node* node = find(key);
    if (node == nullptr) {
        return values;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(key, N_("a list of texts"));
        return values;
    }
    for (const toml::node& element : *list) {
        const auto value = element.value_exact<std::string>();
        if (!value || value->empty() || find_fault(*value) != TextFault::none) {
            fault(static_cast<int>(element.source().begin.line),
                  say(N_("{0} must be {1}."), key, tr(N_("a list of texts"))));
        } else {
            values.push_back(tidy_note(*value));
        }
    }
    return values;
}

std::set<unsigned> TableReader::numbers(const char* key, unsigned least, unsigned most) {
    std::set<unsigned> values;
    const toml::node* node = find(key);
    const toml::array* list = node == nullptr ? nullptr : node->as_array();
    if (node != nullptr && list == nullptr) {
        fault(line_of(key), say(N_("{0} must be a list of numbers from {1} to {2}."), key, least, most));
    }
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto value = list->get(i)->value_exact<std::int64_t>();
        if (!value || *value < least || *value > most) {
            fault(line_of(key), say(N_("{0} must be a list of numbers from {1} to {2}."), key, least, most));
        } else {
            values.insert(static_cast<unsigned>(*value));
        }
    }
    return values;
}

Minutes TableReader::clock(const char* key, Minutes otherwise) {
    if (find(key) == nullptr) {
        return otherwise;
    }
    const std::size_t faults = errors_->size();
    const int value = clock_minutes(optional_text(key));
    if (value < 0) {
        if (errors_->size() == faults) {
            fault(line_of(key), say(N_("{0} must be a clock time such as \"09:00\"."), key));
        }
        return otherwise;
    }
    return Minutes{value};
}

Minutes TableReader::minutes(const char* key, Minutes otherwise) {
    return Minutes{integer(key, otherwise.count(), 0, 7 * 24 * 60)};
}

std::optional<Date> TableReader::date(const char* key) {
    const std::string text = optional_text(key);
    return text.empty() ? std::nullopt : date_from(key, text);
}

std::optional<Date> TableReader::date_from(const char* key, const std::string& text) const {
    Date date;
    if (!parse_date(text, date)) {
        fault(line_of(key), say(N_("\"{0}\" is not a date such as 2026-11-23."), text));
        return std::nullopt;
    }
    return date;
}

std::int64_t TableReader::tenths(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    const double value = node->is_number() ? node->value<double>().value_or(0) * 10 : 1e9;
    const double whole = std::round(value);
    if (std::abs(value - whole) > 1e-6 || whole < static_cast<double>(least) || whole > static_cast<double>(most)) {
        fault(line_of(key), say(N_("{0} must be a number from {1} to {2}, with one decimal place at most."), key,
                                least / 10, most / 10));
        return otherwise;
    }
    return static_cast<std::int64_t>(whole);
}

bool TableReader::boolean(const char* key, bool otherwise) {
    const toml::node* node = find(key);
    if (node != nullptr && !node->is_boolean()) {
        wrong_type(key, N_("true or false"));
    }
    return node == nullptr ? otherwise : node->value_exact<bool>().value_or(otherwise);
}

std::string TableReader::choice(const char* key, const std::vector<std::string>& words, bool needed) {
    if (find(key) == nullptr && !needed) {
        return words.front();
    }
    std::string value = text(key);
    if (!value.empty() && std::find(words.begin(), words.end(), value) == words.end()) {
        std::string list;
        for (const auto& word : words) {
            list += (list.empty() ? "" : ", ") + word;
        }
        fault(line_of(key),
              say(N_("{0} = \"{1}\" is not one of: {2}.{3}"), key, value, list, suggestion(value, words)));
        return words.front();
    }
    return value.empty() ? words.front() : value;
}

std::vector<const toml::table*> TableReader::tables(const char* key) {
    std::vector<const toml::table*> found;
    const toml::node* node = find(key);
    const toml::array* list = node == nullptr ? nullptr : node->as_array();
    const bool in_braces =
        list != nullptr && !list->empty() && list->is_array_of_tables() && list->get(0)->as_table()->is_inline();
    if (node != nullptr && (list == nullptr || in_braces || (!list->empty() && !list->is_array_of_tables()))) {
        fault(line_of(key), say(N_("{0} must be written as [[{0}]]."), key));
        return found;
    }
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        found.push_back(list->get(i)->as_table());
    }
    return found;
}

const toml::table* TableReader::table(const char* key) {
    const toml::node* node = find(key);
    const toml::table* found = node == nullptr ? nullptr : node->as_table();
    if (found == nullptr) {
        fault(line_of(key), say(N_("The table [{0}] is missing."), key));
    }
    return found;
}

const toml::table* TableReader::optional_table(const char* key) {
    return find(key) == nullptr ? nullptr : table(key);
}

void TableReader::finish() const {
    for (const auto& [key, node] : *table_) {
        const std::string name{key.str()};
        if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
            fault(static_cast<int>(node.source().begin.line),
                  say(N_("{0} is not a key of this table.{1}"), name, suggestion(name, known_)));
        }
    }
}

}  // namespace onduty
