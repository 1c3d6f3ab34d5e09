// SPDX-License-Identifier: MIT
#include "plan/table_reader.hpp"

#include <algorithm>
#include <cmath>

#include "plan/names.hpp"
#include "text/listed.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed_clock.hpp"

namespace onduty {

const Node* TableReader::find(const char* key) {
    if (!checked_) {
        known_.push_back(key);
    }
    return table_->find(key);
}

TableReader TableReader::within(const Node& table) const {
    TableReader inside = *this;
    inside.table_ = &table;
    inside.known_.clear();
    return inside;
}

int TableReader::line_of(const char* key) const {
    const Node* node = table_->find(key);
    return node == nullptr ? line() : node->line;
}

void TableReader::must_have(const char* key) const {
    if (!has(key)) {
        fault(line(), say(N_("{0} is missing."), key));
    }
}

bool TableReader::is_written(const std::string& text) const {
    return checked_ || find_fault(text) == TextFault::none;
}

std::string TableReader::tidy(const std::string& text) const {
    return checked_ ? text : tidy_note(text);
}

std::string TableReader::code() {
    std::string code = text("code");
    const bool formula = !code.empty() && std::string_view{"+-=@"}.find(code.front()) != std::string_view::npos;
    if (!checked_ && (code != plain_form(code) || formula || code.find_first_of(" ,/@=\"'") != std::string::npos)) {
        fault(line_of("code"),
              say(N_("code \"{0}\" may not hold blanks, quotes or any of , / @ =, nor begin with + or -"), code));
    }
    return code;
}

Named TableReader::named() {
    Named result{code(), text("name"), texts("aliases")};
    if (references_ == nullptr) {
        return result;
    }
    references_->add_code(section_, result.code);
    const auto take = [&](const std::string& word, const std::string& taken_as) {
        const int taken = references_->take_name(section_, taken_as, line());
        if (taken != 0) {
            fault(line(), say(N_("\"{0}\" is already taken in line {1}."), word, taken));
        }
        return taken == 0;
    };
    if (take(result.code, result.code)) {
        take(result.code, without_zeros(result.code));  // as which it may be typed
    }
    take(result.name, result.name);
    for (const std::string& alias : result.aliases) {
        take(alias, alias);
    }
    return result;
}

void TableReader::refer(const char* key, const std::string& code, const char* section) const {
    if (references_ != nullptr && !code.empty()) {
        references_->refer(key, line_of(key), section, code);
    }
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
    const Node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    if (node->type != Node::Type::text) {
        wrong_type(key, N_("a text in quotes"));
        return otherwise;
    }
    if (!is_written(node->text)) {
        fault(line_of(key), say(N_("{0} holds control or invisible characters, or is too long."), key));
        return otherwise;
    }
    return tidy(node->text);
}

std::int64_t TableReader::integer(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const Node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    if (node->type != Node::Type::integer || node->integer < least || node->integer > most) {
        fault(line_of(key), say(N_("{0} must be a whole number from {1} to {2}."), key, least, most));
        return otherwise;
    }
    return node->integer;
}

std::vector<std::string> TableReader::texts(const char* key) {
    std::vector<std::string> values;
    const Node* node = find(key);
    if (node == nullptr) {
        return values;
    }
    if (node->type != Node::Type::list) {
        wrong_type(key, N_("a list of texts"));
        return values;
    }
    for (const Node& element : node->values) {
        if (element.type != Node::Type::text || element.text.empty() || !is_written(element.text)) {
            fault(element.line, say(N_("{0} must be {1}."), key, tr(N_("a list of texts"))));
        } else {
            values.push_back(tidy(element.text));
        }
    }
    return values;
}

std::set<unsigned> TableReader::numbers(const char* key, unsigned least, unsigned most) {
    std::set<unsigned> values;
    const Node* node = find(key);
    if (node == nullptr) {
        return values;
    }
    if (node->type != Node::Type::list) {
        fault(line_of(key), say(N_("{0} must be a list of numbers from {1} to {2}."), key, least, most));
        return values;
    }
    for (const Node& element : node->values) {
        if (element.type != Node::Type::integer || element.integer < least || element.integer > most) {
            fault(line_of(key), say(N_("{0} must be a list of numbers from {1} to {2}."), key, least, most));
        } else {
            values.insert(static_cast<unsigned>(element.integer));
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
    const Node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    const double value = node->type == Node::Type::number    ? node->number * 10
                         : node->type == Node::Type::integer ? static_cast<double>(node->integer) * 10
                                                             : 1e9;
    const double whole = std::round(value);
    if (std::abs(value - whole) > 1e-6 || whole < static_cast<double>(least) || whole > static_cast<double>(most)) {
        fault(line_of(key), say(N_("{0} must be a number from {1} to {2}, with one decimal place at most."), key,
                                least / 10, most / 10));
        return otherwise;
    }
    return static_cast<std::int64_t>(whole);
}

bool TableReader::boolean(const char* key, bool otherwise) {
    const Node* node = find(key);
    if (node == nullptr) {
        return otherwise;
    }
    if (node->type != Node::Type::boolean) {
        wrong_type(key, N_("true or false"));
        return otherwise;
    }
    return node->integer != 0;
}

std::string TableReader::choice(const char* key, std::span<const char* const> words, bool needed) {
    if (find(key) == nullptr && !needed) {
        return words.front();
    }
    std::string value = text(key);
    if (!value.empty() && std::find(words.begin(), words.end(), value) == words.end()) {
        const std::vector<std::string> known{words.begin(), words.end()};
        fault(line_of(key),
              say(N_("{0} = \"{1}\" is not one of: {2}.{3}"), key, value, listed(known), suggestion(value, known)));
        return words.front();
    }
    return value.empty() ? words.front() : value;
}

std::vector<TableReader> TableReader::tables(const char* key, const char* names_with) {
    std::vector<TableReader> found;
    const Node* node = find(key);
    if (node == nullptr) {
        return found;
    }
    const bool are_tables = std::all_of(node->values.begin(), node->values.end(),
                                        [](const Node& value) { return value.type == Node::Type::table; });
    const bool in_braces = !node->values.empty() && node->values.front().in_braces;
    if (node->type != Node::Type::list || !are_tables || in_braces) {
        fault(line_of(key), say(N_("{0} must be written as [[{0}]]."), key));
        return found;
    }
    for (const Node& value : node->values) {
        found.push_back(within(value));
        found.back().section_ = names_with;
    }
    return found;
}

std::optional<TableReader> TableReader::table(const char* key) {
    const Node* node = find(key);
    if (node == nullptr || node->type != Node::Type::table) {
        fault(line_of(key), say(N_("The table [{0}] is missing."), key));
        return std::nullopt;
    }
    return within(*node);
}

std::optional<TableReader> TableReader::optional_table(const char* key) {
    return find(key) == nullptr ? std::nullopt : table(key);
}

void TableReader::finish() const {
    if (checked_) {
        return;
    }
    for (std::size_t i = 0; i < table_->keys.size(); ++i) {
        const std::string& name = table_->keys[i];
        if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
            fault(table_->values[i].line,
                  say(N_("{0} is not a key of this table.{1}"), name,
                      suggestion(name, std::vector<std::string>(known_.begin(), known_.end()))));
        }
    }
}

}  // namespace onduty
