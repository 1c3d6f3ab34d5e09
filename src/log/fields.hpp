// SPDX-License-Identifier: MIT
// What does an entry say beyond its header? Named values in one flat list; each kind declares its own. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onduty {

struct FieldValue {
    std::string name{};
    std::int64_t place = 0;                // of the line that it belongs to, from 1; 0: of the entry itself
    std::optional<std::int64_t> number{};  // a number, or
    std::string word{};                    // a code or words
    bool typed = false;                    // words that a person typed: they may be redacted
    bool sought = false;                   // is looked up by its value
    bool redacted = false;                 // words that were typed and are gone
};

enum class Sought { no, yes };

// Where a correction says what an entry is to say of itself, and what it said before. A line has its own place, and as
// it was before kWas less that.
inline constexpr std::int64_t kToBe = -1;
inline constexpr std::int64_t kWas = -2;

class Fields {
  public:
    void add(std::string name, std::int64_t number, std::int64_t place = 0, Sought sought = Sought::no);
    // Nothing is added for "".
    void add_code(std::string name, std::string code, std::int64_t place = 0, Sought sought = Sought::no);
    void add_words(std::string name, std::string words, std::int64_t place = 0, Sought sought = Sought::no);
    void add(FieldValue value) { values_.push_back(std::move(value)); }
    void add(const Fields& others);
    void take_out(std::string_view name);  // of the entry itself
    void take_out_lines();

    const FieldValue* find(std::string_view name, std::int64_t place = 0) const;
    std::int64_t number(std::string_view name, std::int64_t place = 0) const;  // 0 for none
    std::string word(std::string_view name, std::int64_t place = 0) const;     // "" for none
    std::int64_t last_place() const;                                           // 0: no lines

    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }
    bool empty() const { return values_.empty(); }
    std::size_t size() const { return values_.size(); }
    void clear() { values_.clear(); }

  private:
    std::vector<FieldValue> values_;
};

}  // namespace onduty
