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
    CHECK(counts.applied() == 4);
    CHECK(counts.good() == 3);
}

TEST_CASE("what does not apply counts apart, and an unknown word for nothing") {
    CHECK(counts_of({"na", "na"}).applied() == 0);
    CHECK(counts_of({"na", "na"}).points() == 2);
    CHECK(counts_of({"complete"}).answered() == 0);
    CHECK(counts_of({"fault"}).good() == 0);
}

TEST_CASE("counts of several checks add up") {
    ItemCounts sum = counts_of({"ok", "fault"});
    sum.add(counts_of({"fixed", "na", "fault"}));
    CHECK(sum.answered() == 5);
    CHECK(sum.points() == 3);
    CHECK(sum.applied() == 4);
    CHECK(sum.good() == 2);
}

}  // namespace onduty
