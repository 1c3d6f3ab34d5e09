// SPDX-License-Identifier: MIT
#include "plan/number_codes.hpp"

#include <algorithm>

#include "text/number_list.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct NumberPlace {
    std::string_view family;
    std::string_view marks;  // of the numbers that may be typed instead
};

constexpr NumberPlace kNumberPlaces[]{
    {"staff", "V"},
    {"point", "L"},
    {"cleaning", "RL"},
};

}  // namespace

bool has_mark(const std::string& typed, char mark) {
    return lower_case(number_form(typed)).starts_with(lower_case(std::string(1, mark))) && read_number(typed, mark);
}

bool looks_like_number(std::string_view family, const std::string& code) {
    return std::any_of(std::begin(kNumberPlaces), std::end(kNumberPlaces), [&](const NumberPlace& place) {
        return place.family == family &&
               std::any_of(place.marks.begin(), place.marks.end(), [&](char mark) { return has_mark(code, mark); });
    });
}

std::vector<PartName> number_codes(const Plan& plan) {
    std::vector<PartName> found;
    for (const Section& section : sections()) {
        for (std::size_t i = 0; section.size != nullptr && i < section.size(plan); ++i) {
            const PartName name = section.names(plan, i).front();
            if (name.family.empty() && looks_like_number(section.family, name.code)) {
                found.push_back(name);
            }
        }
    }
    return found;
}

}  // namespace onduty
