// SPDX-License-Identifier: MIT
// How is one table of a plan file read, with every fault noted and no key left unread?
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plan/read_plan.hpp"

namespace onduty {

class TableReader {
  public:
    TableReader(const toml::table& table, std::vector<PlanError>& errors) : table_{&table}, errors_{&errors} {}

    // A key that must be there; "" after noting its absence.
    std::string text(const char* key);
    std::string optional_text(const char* key, std::string otherwise = {});
    std::int64_t integer(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
    std::vector<std::string> texts(const char* key);
    std::set<unsigned> numbers(const char* key, unsigned least, unsigned most);
    // "21:00" as minutes after midnight.
    Minutes clock(const char* key, Minutes otherwise);
    Minutes minutes(const char* key, Minutes otherwise);
    bool boolean(const char* key, bool otherwise);
    // "2026-11-23"; nullopt when the key is missing or, after a fault, no date.
    std::optional<Date> date(const char* key);
    // The same of a text that stands at `key`.
    std::optional<Date> date_from(const char* key, const std::string& text) const;
    // A number with at most one decimal place, in tenths: 4.5 is 45.
    std::int64_t tenths(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
    // One of `words`; the first is the default when the key is missing and `needed` is false.
    std::string choice(const char* key, const std::vector<std::string>& words, bool needed);
    // The tables of [[key]].
    std::vector<const toml::table*> tables(const char* key);
    const toml::table* table(const char* key);
    // The same, nullptr without a fault when the key is missing.
    const toml::table* optional_table(const char* key);

    bool has(const char* key) const { return table_->contains(key); }
    int line_of(const char* key) const;
    int line() const;
    void fault(int line, std::string message) const { errors_->push_back({line, std::move(message)}); }
    // Notes every key that nobody asked for, with the nearest one that exists.
    void finish() const;

  private:
    const toml::node* find(const char* key);
    void wrong_type(const char* key, const char* wanted) const;

    const toml::table* table_;
    std::vector<PlanError>* errors_;
    std::vector<std::string> known_;
};

}  // namespace onduty
