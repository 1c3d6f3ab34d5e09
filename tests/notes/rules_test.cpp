// SPDX-License-Identifier: MIT
// When does something noted for later show, and when is it overdue?
#include "notes/rules.hpp"

#include <doctest/doctest.h>

#include "log/kinds.hpp"

using namespace onduty;
using std::chrono::days;
using std::chrono::milliseconds;

namespace {

const Instant kDue{std::chrono::sys_days{std::chrono::year{2026} / 12 / 24}};

}  // namespace

TEST_CASE("a task is spoken of from the beginning, near within a day, overdue the moment after") {
    for (const char* kind : {kind::kTask, kind::kSupplier}) {
        CHECK(standing_of(kind, kDue, kDue - days{200}) == Standing::coming);
        CHECK(standing_of(kind, kDue, kDue - days{1} - milliseconds{1}) == Standing::coming);
        CHECK(standing_of(kind, kDue, kDue - days{1}) == Standing::now);
        CHECK(standing_of(kind, kDue, kDue) == Standing::now);
        CHECK(standing_of(kind, kDue, kDue + milliseconds{1}) == Standing::overdue);
    }
}

TEST_CASE("what takes place shows from thirty days before") {
    for (const char* kind : {kind::kDrill, kind::kTraining, kind::kEvent}) {
        CHECK(standing_of(kind, kDue, kDue - days{30} - milliseconds{1}) == Standing::hidden);
        CHECK(standing_of(kind, kDue, kDue - days{30}) == Standing::coming);
        CHECK(standing_of(kind, kDue, kDue - days{1}) == Standing::now);
    }
    CHECK(standing_of(kind::kDrill, kDue, kDue + milliseconds{1}) == Standing::overdue);
}

TEST_CASE("an event may be looked back on for a day") {
    CHECK(standing_of(kind::kEvent, kDue, kDue + days{1}) == Standing::now);
    CHECK(standing_of(kind::kEvent, kDue, kDue + days{1} + milliseconds{1}) == Standing::overdue);
}

TEST_CASE("in time is until the due time, which belongs to it") {
    CHECK(in_time(kDue, kDue));
    CHECK_FALSE(in_time(kDue, kDue + milliseconds{1}));
    CHECK(in_time(std::nullopt, kDue));
}
