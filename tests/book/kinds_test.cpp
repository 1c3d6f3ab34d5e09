// SPDX-License-Identifier: MIT
#include "book/kinds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "log/kinds.hpp"

namespace onduty {

TEST_CASE("no two kinds share a name, and none takes one that is kept for what is to come") {
    std::set<std::string> names;
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            CAPTURE(kind.name);
            CHECK(names.insert(kind.name).second);
            CHECK(std::find(kind::kKept.begin(), kind::kKept.end(), std::string{kind.name}) == kind::kKept.end());
        }
    }
    CHECK(names.size() > 50);
}

}  // namespace onduty
