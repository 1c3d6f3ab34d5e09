// SPDX-License-Identifier: MIT
// When does something noted for later show, and when is it overdue?
#include "notes/rules.hpp"

#include <doctest/doctest.h>

#include "log/kinds.hpp"
#include "notes/kinds.hpp"
#include "slots/urgency.hpp"

using namespace onduty;
using std::chrono::days;
using std::chrono::milliseconds;

namespace {

bool is_spoken_of(const char* kind, Instant due, Instant now) {
    return now >= note_slot(kind, due).early_from;
}

Urgency standing(const char* kind, Instant due, Instant now) {
    return urgency_of(now, note_slot(kind, due));
}

const Instant kDue{std::chrono::sys_days{std::chrono::year{2026} / 12 / 24}};

}  // namespace

TEST_CASE("a task is spoken of from the beginning, near within a day, overdue the moment after") {
    for (const char* kind : {kind::kTask, kind::kSupplier}) {
        CHECK(is_spoken_of(kind, kDue, kDue - days{200}));
        CHECK(standing(kind, kDue, kDue - days{200}) == Urgency::soon);
        CHECK(is_spoken_of(kind, kDue, kDue - days{1} - milliseconds{1}));
        CHECK(standing(kind, kDue, kDue - days{1} - milliseconds{1}) == Urgency::soon);
        CHECK(standing(kind, kDue, kDue - days{1}) == Urgency::now);
        CHECK(standing(kind, kDue, kDue) == Urgency::now);
        CHECK(standing(kind, kDue, kDue + milliseconds{1}) == Urgency::overdue);
    }
}

TEST_CASE("what takes place shows from thirty days before") {
    for (const char* kind : {kind::kDrill, kind::kTraining, kind::kEvent}) {
        CHECK_FALSE(is_spoken_of(kind, kDue, kDue - days{30} - milliseconds{1}));
        CHECK(is_spoken_of(kind, kDue, kDue - days{30}));
        CHECK(standing(kind, kDue, kDue - days{30}) == Urgency::soon);
        CHECK(standing(kind, kDue, kDue - days{1}) == Urgency::now);
    }
    CHECK(standing(kind::kDrill, kDue, kDue + milliseconds{1}) == Urgency::overdue);
}

TEST_CASE("an event may be looked back on for a day") {
    CHECK(standing(kind::kEvent, kDue, kDue + days{1}) == Urgency::now);
    CHECK(standing(kind::kEvent, kDue, kDue + days{1} + milliseconds{1}) == Urgency::overdue);
}

TEST_CASE("in time is until the due time, which belongs to it") {
    CHECK(in_time(kDue, Mark{kDue}));
    CHECK_FALSE(in_time(kDue, Mark{kDue + milliseconds{1}}));
    CHECK(in_time(std::nullopt, Mark{kDue}));
}
