// SPDX-License-Identifier: MIT
// What should the answers of a checklist add up to?
#include "rounds/item_counts.hpp"

#include <doctest/doctest.h>

#include "log/entry.hpp"

namespace onduty {

namespace {

ItemCounts counts_of(std::initializer_list<const char*> results) {
    ItemCounts counts;
    for (const char* result : results) {
        counts.add(std::string{result});
    }
    return counts;
}

}  // namespace

TEST_CASE("a fault costs a point, what is put right or does not apply costs none") {
    const ItemCounts counts = counts_of({"ok", "ok", "fixed", "fault", "na"});
    CHECK(counts.ok == 2);
    CHECK(counts.fixed == 1);
    CHECK(counts.faults == 1);
    CHECK(counts.not_applicable == 1);
    CHECK(counts.answered() == 5);
    CHECK(counts.points() == 4);
    CHECK(counts.per_mille() == 750);
}

TEST_CASE("nothing that applies has no share, and an unknown word counts for nothing") {
    CHECK(ItemCounts{}.per_mille() == -1);
    CHECK(counts_of({"na", "na"}).per_mille() == -1);
    CHECK(counts_of({"na", "na"}).points() == 2);
    CHECK(counts_of({"complete"}).answered() == 0);
    CHECK(counts_of({"fault"}).per_mille() == 0);
    CHECK(counts_of({"ok", "ok", "fault"}).per_mille() == 667);
}

TEST_CASE("counts of several checks add up") {
    ItemCounts sum = counts_of({"ok", "fault"});
    sum.add(counts_of({"fixed", "na", "fault"}));
    CHECK(sum.answered() == 5);
    CHECK(sum.points() == 3);
    CHECK(sum.per_mille() == 500);
}

}  // namespace onduty
