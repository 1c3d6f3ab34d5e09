// SPDX-License-Identifier: MIT
// How is one thing changed in a plan file while the rest, comments included, stays as it was written?
// Every function takes a text that reads without errors and answers the changed text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

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

// Adds the point, and on `route` after the point `after` (at the end when empty).
std::string with_point(const std::string& toml, const std::string& code, const std::string& name, long walk_seconds,
                       const std::string& route, const std::string& after);

// Takes the rule, or the item of the cleaning, out, with the comment lines right above it; nothing else changes when
// there is none.
std::string without_rule(const std::string& toml, const std::string& code);

std::string with_item(const std::string& toml, const std::string& checklist, const std::string& code,
                      const std::string& block, const std::string& text);

}  // namespace onduty
