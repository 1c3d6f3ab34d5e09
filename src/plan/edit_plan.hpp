// SPDX-License-Identifier: MIT
// How is one thing changed in a plan file while the rest, comments included, stays as it was written?
// Every with_... takes a text that reads without errors and answers the changed text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

// One place of a plan that was changed: the lines that stood there and those that stand there now.
struct PlanChange {
    std::string table;   // "staff" for a [[staff]]
    std::string code;    // of the part
    std::string key;     // of its value; "" for the whole part
    std::size_t at = 0;  // in bytes
    std::string before;
    std::string after;

    bool operator==(const PlanChange&) const = default;
};

// A plan text in the making, and what made it another.
class PlanEdit {
  public:
    explicit PlanEdit(std::string text) : text_{std::move(text)} {}
    const std::string& text() const { return text_; }
    const std::vector<PlanChange>& changes() const { return changes_; }
    // `changed` is the text with the key of this part changed, or with the whole part added or taken out.
    void change(const char* table, const std::string& code, const char* key, std::string changed);

  private:
    std::string text_;
    std::vector<PlanChange> changes_;
};

// The text after the change; nullopt when what it replaces does not stand there.
std::optional<std::string> changed_text(const std::string& text, const PlanChange& change);

std::string with_site_value(const std::string& toml, const char* key, const std::string& value);

std::string with_person(const std::string& toml, const std::string& code, const std::string& name,
                        const std::vector<std::string>& posts, const std::vector<std::string>& aliases);
// The same with everything that a plan says of a person, or of something that the bar keeps.
std::string with_person(const std::string& toml, const Person& person);
std::string with_stock_item(const std::string& toml, const StockItem& item);
// The person with this date of the health certificate.
std::string with_certificate(const std::string& toml, const std::string& code, const std::string& date);
// Marks the person as having left; throws nothing when there is none.
std::string without_person(const std::string& toml, const std::string& code);
// Who had left is there again; what a person has in the place of what he had.
std::string with_person_back(const std::string& toml, const std::string& code);
std::string with_posts(const std::string& toml, const std::string& code, const std::vector<std::string>& posts);
std::string with_aliases(const std::string& toml, const std::string& code, const std::vector<std::string>& aliases);

std::string with_point(const std::string& toml, const std::string& code, const std::string& name, long walk_seconds);
// The point on the route after the point `after` (at the end when empty).
std::string with_point_on_route(const std::string& toml, const std::string& code, const std::string& route,
                                const std::string& after);

// Takes the rule, or the item of the cleaning, out, with the comment lines right above it; nothing else changes when
// there is none.
std::string without_rule(const std::string& toml, const std::string& code);

std::string with_item(const std::string& toml, const std::string& checklist, const std::string& code,
                      const std::string& block, const std::string& text);

}  // namespace onduty
