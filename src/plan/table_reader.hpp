// SPDX-License-Identifier: MIT
// How is one table of a plan read, with every fault noted and no key left unread?
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "plan/node.hpp"
#include "plan/references.hpp"
#include "slots/rule.hpp"

namespace onduty {

class TableReader {
  public:
    // Of a file that somebody wrote. `references` keeps the names that it gives out and refers to, if it has any.
    TableReader(const Node& table, std::vector<PlanError>& errors, References* references = nullptr)
        : table_{&table}, errors_{&errors}, references_{references} {}
    // Of a table that was checked before it was kept: its texts are tidy and refer to what is there.
    static TableReader kept(const Node& table, std::vector<PlanError>& errors) {
        TableReader reader{table, errors};
        reader.checked_ = true;
        return reader;
    }

    bool is_kept() const { return checked_; }

    // Code, name and aliases; a fault when one is taken in its section already.
    Named named();
    // The key `code` of this table; a fault when it is not one that can be typed as a word.
    std::string code();
    // A fault when `section` has nothing with this code; "" refers to nothing.
    void refer(const char* key, const std::string& code, const char* section) const;

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
    std::string choice(const char* key, std::span<const char* const> words, bool needed);
    std::string choice(const char* key, std::initializer_list<const char*> words, bool needed) {
        return choice(key, std::span{words.begin(), words.size()}, needed);
    }
    // The tables of [[key]], whose names are to be told apart in the section `names_with`.
    std::vector<TableReader> tables(const char* key, const char* names_with = "");
    std::optional<TableReader> table(const char* key);
    // The same, nullopt without a fault when the key is missing.
    std::optional<TableReader> optional_table(const char* key);

    bool has(const char* key) const { return table_->find(key) != nullptr; }
    // A fault when the key is missing.
    void must_have(const char* key) const;
    int line_of(const char* key) const;
    int line() const { return table_->line; }
    void fault(int line, std::string message) const { errors_->push_back({line, std::move(message)}); }
    // Notes every key that nobody asked for, with the nearest one that exists.
    void finish() const;

  private:
    const Node* find(const char* key);
    // A table inside this one.
    TableReader within(const Node& table) const;
    bool is_written(const std::string& text) const;
    std::string tidy(const std::string& text) const;
    void wrong_type(const char* key, const char* wanted) const;

    const Node* table_;
    std::vector<PlanError>* errors_;
    References* references_ = nullptr;
    const char* section_ = "";  // that the names of the table belong to
    bool checked_ = false;
    std::vector<const char*> known_;
};

// A clock time as minutes of the business day: what is before its start is of the next morning.
Minutes in_business_day(const Calendar& calendar, Minutes time);

// From when until when somebody is wanted, after midnight of the business date.
struct TimesOfDay {
    Minutes from{0};
    Minutes until{0};  // past 24 h on the next morning
};

// The keys from and until, without them those of the site: until 08:00 after 21:00 is the next morning.
TimesOfDay read_times(TableReader& table, const Calendar& calendar);

}  // namespace onduty
