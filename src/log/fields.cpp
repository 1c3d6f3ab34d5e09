// SPDX-License-Identifier: MIT
#include "log/fields.hpp"

#include <algorithm>

namespace onduty {

void Fields::add(std::string name, std::int64_t number, std::int64_t place, Sought sought) {
    values_.push_back({std::move(name), place, number, {}, false, sought == Sought::yes});
}

void Fields::add_code(std::string name, std::string code, std::int64_t place, Sought sought) {
    if (!code.empty()) {
        values_.push_back({std::move(name), place, std::nullopt, std::move(code), false, sought == Sought::yes});
    }
}

void Fields::add_words(std::string name, std::string words, std::int64_t place, Sought sought) {
    if (!words.empty()) {
        values_.push_back({std::move(name), place, std::nullopt, std::move(words), true, sought == Sought::yes});
    }
}

void Fields::add(const Fields& others) {
    values_.insert(values_.end(), others.begin(), others.end());
}

void Fields::take_out(std::string_view name) {
    std::erase_if(values_, [&](const FieldValue& value) { return value.place == 0 && value.name == name; });
}

void Fields::take_out_lines() {
    std::erase_if(values_, [](const FieldValue& value) { return value.place > 0; });
}

const FieldValue* Fields::find(std::string_view name, std::int64_t place) const {
    const auto found = std::find_if(values_.begin(), values_.end(), [&](const FieldValue& value) {
        return value.place == place && value.name == name;
    });
    return found == values_.end() ? nullptr : &*found;
}

std::int64_t Fields::number(std::string_view name, std::int64_t place) const {
    const FieldValue* value = find(name, place);
    return value == nullptr ? 0 : value->number.value_or(0);
}

std::string Fields::word(std::string_view name, std::int64_t place) const {
    const FieldValue* value = find(name, place);
    return value == nullptr ? std::string{} : value->word;
}

std::int64_t Fields::last_place() const {
    std::int64_t last = 0;
    for (const FieldValue& value : values_) {
        last = std::max(last, value.place);
    }
    return last;
}

}  // namespace onduty
