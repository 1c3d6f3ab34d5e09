// SPDX-License-Identifier: MIT
// Does the list of what is open hold just what each entry says that it opens and closes?
#include "log/matters.hpp"

#include <doctest/doctest.h>

namespace onduty {

namespace {

Entry step(EntryNumber number, EntryNumber opens, EntryNumber closes) {
    Entry entry;
    entry.number = number;
    entry.opens = opens;
    entry.closes = closes;
    return entry;
}

}  // namespace

TEST_CASE("one entry closes a matter and opens another") {
    MatterReading reading;
    reading.add(1, 0);
    reading.add(2, 1);
    CHECK(reading.finish() == std::set<EntryNumber>{2});
    reading.add(1, 0);
    CHECK(reading.finish() == std::set<EntryNumber>{1, 2});
}

TEST_CASE("the last step that stands decides, and what was withdrawn is never open") {
    const std::vector<Entry> steps{step(1, 1, 0), step(3, 0, 1), step(5, 1, 0), step(7, 0, 1)};
    CHECK_FALSE(is_open_after(1, steps, {}));
    CHECK(is_open_after(1, steps, {}, 7));
    Amendments amendments;
    amendments.voids[7] = 8;
    CHECK(is_open_after(1, steps, amendments));
    CHECK_FALSE(is_open_after(1, steps, amendments, 5));
    amendments.voids[1] = 9;
    CHECK_FALSE(is_open_after(1, steps, amendments));
}

}  // namespace onduty
