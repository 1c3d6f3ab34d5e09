// SPDX-License-Identifier: MIT
#include "plan/edit_plan.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "text/unicode.hpp"

namespace onduty {

namespace {

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
        }
        result += letter;
    }
    return result + '"';
}

std::string quoted_list(const std::vector<std::string>& texts) {
    std::string list = "[";
    for (const auto& text : texts) {
        list += (list.size() > 1 ? ", " : "") + quoted(text);
    }
    return list + "]";
}

std::string named_lines(const Named& named) {
    return "code = " + quoted(named.code) + "\nname = " + quoted(named.name) + "\n";
}

// Byte offset of a position that the parser gave: lines and columns from 1, columns in characters.
std::size_t offset_of(const std::string& text, toml::source_position position) {
    std::size_t at = 0;
    for (toml::source_index line = 1; line < position.line; ++line) {
        at = text.find('\n', at) + 1;
    }
    for (toml::source_index column = 1; column < position.column && at < text.size(); ++column) {
        at = letter_end(text, at);
    }
    return at;
}

std::string replaced(const std::string& text, const toml::node& node, const std::string& value) {
    const std::size_t from = offset_of(text, node.source().begin);
    const std::size_t until = offset_of(text, node.source().end);
    return text.substr(0, from) + value + text.substr(until);
}

// The text with `block` inserted below the line on which `table` has its last value.
std::string inserted_below(const std::string& text, const toml::table& table, const std::string& block) {
    toml::source_index last = table.source().begin.line;
    for (const auto& [key, node] : table) {
        last = std::max(last, node.source().end.line);
    }
    std::size_t at = 0;
    for (toml::source_index line = 0; line < last; ++line) {
        const auto end = text.find('\n', at);
        if (end == std::string::npos) {
            return text + "\n" + block;
        }
        at = end + 1;
    }
    return text.substr(0, at) + block + text.substr(at);
}

std::string appended(std::string text, const std::string& block) {
    if (!text.empty() && text.back() != '\n') {
        text += '\n';
    }
    return text + "\n" + block;
}

const toml::table* find_table(const toml::table& root, const char* section, const std::string& code) {
    const toml::array* list = root[section].as_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const toml::table* table = list->get(i)->as_table();
        if (table != nullptr && (*table)["code"].value_or(std::string{}) == code) {
            return table;
        }
    }
    return nullptr;
}

std::string with_staff_value(const std::string& toml, const std::string& code, const std::string& key,
                             const std::string& value) {
    const toml::table root = toml::parse(toml);
    const toml::table* person = find_table(root, "staff", code);
    if (person == nullptr) {
        return toml;
    }
    const toml::node* known = person->get(key);
    return known != nullptr ? replaced(toml, *known, value) : inserted_below(toml, *person, key + " = " + value + "\n");
}

}  // namespace

void PlanEdit::change(const char* table, const std::string& code, const char* key, std::string changed) {
    // Whole lines, so that each change can be read by itself.
    const auto begins_line = [](const std::string& text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; };
    auto same = static_cast<std::size_t>(
        std::mismatch(text_.begin(), text_.end(), changed.begin(), changed.end()).first - text_.begin());
    while (!begins_line(text_, same)) {
        --same;
    }
    const std::size_t most = std::min(text_.size(), changed.size()) - same;
    std::size_t left = 0;  // the same at the end
    for (std::size_t i = 1; i <= most && text_[text_.size() - i] == changed[changed.size() - i]; ++i) {
        left = begins_line(text_, text_.size() - i) && begins_line(changed, changed.size() - i) ? i : left;
    }
    if (changed != text_) {
        changes_.push_back({table, code, key, same, text_.substr(same, text_.size() - left - same),
                            changed.substr(same, changed.size() - left - same)});
        text_ = std::move(changed);
    }
}

std::optional<std::string> changed_text(const std::string& text, const PlanChange& change) {
    if (change.at > text.size() || text.compare(change.at, change.before.size(), change.before) != 0) {
        return std::nullopt;
    }
    return text.substr(0, change.at) + change.after + text.substr(change.at + change.before.size());
}

std::string with_site_value(const std::string& toml, const char* key, const std::string& value) {
    const toml::table root = toml::parse(toml);
    const toml::node* node = root["site"][key].node();
    return node == nullptr ? toml : replaced(toml, *node, quoted(value));
}

std::string with_person(const std::string& toml, const std::string& code, const std::string& name,
                        const std::vector<std::string>& posts, const std::vector<std::string>& aliases) {
    Person person;
    person.code = code;
    person.name = name;
    person.posts = posts;
    person.aliases = aliases;
    return with_person(toml, person);
}

std::string with_person(const std::string& toml, const Person& person) {
    std::string block = "[[staff]]\n" + named_lines(person) + "posts = " + quoted_list(person.posts) + "\n";
    block += person.aliases.empty() ? "" : "aliases = " + quoted_list(person.aliases) + "\n";
    block += person.active ? "" : "active = false\n";
    block += person.certificate ? "certificate = " + quoted(to_text(*person.certificate)) + "\n" : "";
    block += person.ability == 1 ? "" : "ability = " + std::to_string(person.ability) + "\n";
    return appended(toml, block);
}

std::string with_stock_item(const std::string& toml, const StockItem& item) {
    std::string block = "[[item]]\n" + named_lines(item);
    block += item.unit.empty() ? "" : "unit = " + quoted(item.unit) + "\n";
    block += item.par == 0 ? "" : "par = " + std::to_string(item.par) + "\n";
    block += item.shelf_life == 0 ? "" : "shelf_life = " + std::to_string(item.shelf_life) + "\n";
    return appended(toml, block);
}

std::string with_certificate(const std::string& toml, const std::string& code, const std::string& date) {
    return with_staff_value(toml, code, "certificate", quoted(date));
}

std::string without_person(const std::string& toml, const std::string& code) {
    return with_staff_value(toml, code, "active", "false");
}

std::string with_person_back(const std::string& toml, const std::string& code) {
    return with_staff_value(toml, code, "active", "true");
}

std::string with_posts(const std::string& toml, const std::string& code, const std::vector<std::string>& posts) {
    return with_staff_value(toml, code, "posts", quoted_list(posts));
}

std::string with_aliases(const std::string& toml, const std::string& code, const std::vector<std::string>& aliases) {
    return with_staff_value(toml, code, "aliases", quoted_list(aliases));
}

std::string with_point(const std::string& toml, const std::string& code, const std::string& name, long walk_seconds) {
    return appended(toml, "[[point]]\ncode = " + quoted(code) + "\nname = " + quoted(name) +
                              "\nwalk = " + std::to_string(walk_seconds) + "\n");
}

std::string with_point_on_route(const std::string& text, const std::string& code, const std::string& route,
                                const std::string& after) {
    const toml::table root = toml::parse(text);
    const toml::table* table = find_table(root, "route", route);
    const toml::array* list = table == nullptr ? nullptr : (*table)["points"].as_array();
    if (list == nullptr) {
        return text;
    }
    // Behind the point that it follows, so that remarks inside the list stay where they are.
    const toml::node* before = list->empty() ? nullptr : list->get(list->size() - 1);
    for (const toml::node& node : *list) {
        if (node.value_or(std::string{}) == after) {
            before = &node;
        }
    }
    if (before == nullptr) {
        return replaced(text, *list, quoted_list({code}));
    }
    const std::size_t at = offset_of(text, before->source().end);
    return text.substr(0, at) + ", " + quoted(code) + text.substr(at);
}

std::string without_rule(const std::string& toml, const std::string& code) {
    const toml::table root = toml::parse(toml);
    const toml::table* rule = find_table(root, "rule", code);
    rule = rule == nullptr ? find_table(root, "cleaning", code) : rule;
    if (rule == nullptr) {
        return toml;
    }
    const auto line_start = [&](std::size_t at) { return at == 0 ? 0 : toml.rfind('\n', at - 1) + 1; };
    toml::source_position last = rule->source().begin;
    for (const auto& [key, node] : *rule) {
        last = node.source().end.line > last.line ? node.source().end : last;
    }
    std::size_t until = std::min(toml.find('\n', offset_of(toml, last)), toml.size() - 1) + 1;
    std::size_t from = line_start(offset_of(toml, rule->source().begin));
    while (from > 0 && toml[line_start(from - 1)] == '#') {
        from = line_start(from - 1);
    }
    // One blank line less, so that those around the rule do not add up.
    if (toml.compare(until, 1, "\n") == 0) {
        ++until;
    } else if (toml.compare(until, 2, "\r\n") == 0) {
        until += 2;
    }
    return toml.substr(0, from) + toml.substr(until);
}

std::string with_item(const std::string& toml, const std::string& checklist, const std::string& code,
                      const std::string& block, const std::string& text) {
    const toml::table root = toml::parse(toml);
    const toml::table* table = find_table(root, "checklist", checklist);
    const toml::array* items = table == nullptr ? nullptr : (*table)["item"].as_array();
    if (items == nullptr || items->empty()) {
        return toml;
    }
    return inserted_below(toml, *items->get(items->size() - 1)->as_table(),
                          "\n[[checklist.item]]\nblock = " + quoted(block) + "\ncode = " + quoted(code) +
                              "\ntext = " + quoted(text) + "\n");
}

}  // namespace onduty
