// SPDX-License-Identifier: MIT
// Which names does the plan in force know? A derived table, so that one short command need not read the plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/entry_rows.hpp"
#include "store/sqlite.hpp"

namespace onduty {

// Families: staff and former (detail: posts), post, point (detail: seconds of walk from the point before),
// route (detail: its points), checklist, item (code: checklist/item), category, emergency, rule, plan (code: version,
// detail: entry number), drink, seat (detail: its checkpoint), stock (what is kept; detail: its unit), fridge, method
// (detail: minutes), room (detail: its post), thing (room/thing; detail: how many), lendable (detail: how many),
// handover-item (detail: how many), customer-class, survey-topic, cause,
// setting (zone, site, grace and day-start in minutes, version, rehearsal).
struct Word {
    std::string code;
    std::string name;
    std::string aliases;  // separated by blanks
    std::string detail;

    bool operator==(const Word&) const = default;
};

class Words {
  public:
    explicit Words(Database& database) : database_{&database} {}
    std::optional<Word> find(const std::string& family, const std::string& code);
    std::vector<Word> all(const std::string& family);
    // Replaces the words of every family but "plan".
    void replace_all(const std::vector<std::pair<std::string, Word>>& words);
    void add(const std::string& family, const Word& word);

  private:
    Rows& between(const std::string& family, const std::string& first, const std::string& last);

    Database* database_;
    std::optional<Rows> rows_;  // prepared once: a short command looks up several words
};

}  // namespace onduty
