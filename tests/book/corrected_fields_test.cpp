// SPDX-License-Identifier: MIT
// Can each field of each kind be corrected, or does the refusal say what works instead?
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "book/correct_options.hpp"
#include "book/corrected_fields.hpp"
#include "book/kinds.hpp"
#include "support.hpp"

namespace onduty::test {

TEST_CASE("each kind says of each of its fields how it is corrected, or what works instead") {
    std::set<std::string> options{"--time"};
    for (const CorrectOption& option : correct_options()) {
        options.insert(option.name);
    }
    for (const Kind* kind : kinds_that([](const Kind& one) { return one.corrected; })) {
        CAPTURE(kind->name);
        for (const Field& field : kind->fields) {
            const std::string_view unit{field.unit};
            if (unit == "as told" || unit == "as found") {
                continue;  // how the time was told, what the program found: that stays
            }
            CHECK_MESSAGE(std::any_of(kind->corrections.begin(), kind->corrections.end(),
                                      [&](const Corrected& one) { return corrects_field(one, field.name); }),
                          field.name);
        }
        for (const Corrected& one : kind->corrections) {
            CHECK_MESSAGE(options.count(one.option) > 0, one.option);
        }
    }
}

}  // namespace onduty::test
