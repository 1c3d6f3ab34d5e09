// SPDX-License-Identifier: MIT
// Does the list of what is open hold just what nobody closed, whatever is withdrawn?
#include "log/matters.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace onduty {

namespace {

struct Written {
    EntryNumber number;
    std::string kind;
    EntryNumber about;
    bool has_time;
};

OpenMatters open_after(const std::vector<Written>& log) {
    MatterReading reading;
    for (const Written& entry : log) {
        reading.add(entry.number, entry.kind, entry.about, entry.has_time);
    }
    return reading.finish();
}

OpenMatters open_after(std::initializer_list<Written> log) {
    return open_after(std::vector<Written>{log});
}

// Slow and plain: for each entry, the last thing that was said of it decides.
bool is_open(const std::vector<Written>& log, const Written& matter) {
    const auto withdrawn = [&](EntryNumber number) {
        for (const Written& entry : log) {
            if (entry.kind == "void" && entry.about == number && entry.number > number) {
                return true;
            }
        }
        return false;
    };
    if (withdrawn(matter.number)) {
        return false;
    }
    const bool always = matter.kind == "case" || matter.kind == "task" || matter.kind == "mail" ||
                        matter.kind == "litter" || matter.kind == "handover-offer" ||
                        (matter.kind == "clean-request" && matter.about == 0);
    const bool timed =
        matter.has_time &&
        (matter.kind == "event" || matter.kind == "supplier" || matter.kind == "drill" || matter.kind == "training" ||
         matter.kind == "survey" || matter.kind == "signal" || (matter.kind == "check-call" && matter.about == 0));
    bool open = always || timed;
    for (const Written& entry : log) {
        if (entry.number <= matter.number || entry.about != matter.number || withdrawn(entry.number)) {
            continue;
        }
        if ((entry.kind == "case-reopen" && matter.kind == "case") ||
            (entry.kind == "customer-assign" && matter.kind == "customer")) {
            open = true;
        }
        for (const char* closing : {"case-archive", "done", "litter-removed", "clean-done", "handover-accept",
                                    "handover-refuse", "contact", "drill", "training"}) {
            open = open && (entry.kind != closing || (entry.kind == "contact" && entry.has_time));
        }
        open = open && (entry.kind != "check-call" || entry.has_time);
    }
    return open;
}

}  // namespace

TEST_CASE("a case is open until it is archived, and again when it is reopened") {
    CHECK(open_after({{1, "case", 0, false}}) == OpenMatters{{1, "case"}});
    CHECK(open_after({{1, "case", 0, false}, {2, "case-act", 1, false}}) == OpenMatters{{1, "case"}});
    CHECK(open_after({{1, "case", 0, false}, {2, "case-archive", 1, false}}).empty());
    CHECK(open_after({{1, "case", 0, false}, {2, "case-archive", 1, false}, {3, "case-reopen", 1, false}}) ==
          OpenMatters{{1, "case"}});
    // The archive was a mistake.
    CHECK(open_after({{1, "case", 0, false}, {2, "case-archive", 1, false}, {3, "void", 2, false}}) ==
          OpenMatters{{1, "case"}});
}

TEST_CASE("a drill closes the wait for it and opens the one for the next") {
    CHECK(open_after({{1, "drill", 0, true}, {2, "drill", 1, true}}) == OpenMatters{{2, "drill"}});
    CHECK(open_after({{1, "drill", 0, true}, {2, "drill", 1, false}}).empty());
}

TEST_CASE("a call without an answer waits for one without a time: he answered, or it is said how it ended") {
    CHECK(open_after({{1, "check-call", 0, true}}) == OpenMatters{{1, "check-call"}});
    CHECK(open_after({{1, "check-call", 0, false}}).empty());
    CHECK(open_after({{1, "check-call", 0, true}, {2, "check-call", 1, true}}) == OpenMatters{{1, "check-call"}});
    CHECK(open_after({{1, "check-call", 0, true}, {2, "check-call", 1, false}}).empty());
}

TEST_CASE("what was promised without a day is no promise, and tidying up after a visit is the visit's") {
    CHECK(open_after({{1, "supplier", 0, false}}).empty());
    CHECK(open_after({{1, "visit", 0, false}, {2, "clean-request", 1, false}}).empty());
}

TEST_CASE("a customer waits for the first contact from the day he has a keeper") {
    CHECK(open_after({{1, "customer", 0, false}}).empty());
    CHECK(open_after({{1, "customer", 0, false}, {2, "customer-assign", 1, false}}) == OpenMatters{{1, "customer"}});
    CHECK(open_after({{1, "customer", 0, false}, {2, "customer-assign", 1, false}, {3, "contact", 1, false}}).empty());
    // Nobody was reached; it is tried again.
    CHECK(open_after({{1, "customer", 0, false}, {2, "customer-assign", 1, false}, {3, "contact", 1, true}}) ==
          OpenMatters{{1, "customer"}});
    // Of a withdrawn card nothing is left.
    CHECK(open_after({{1, "customer", 0, false}, {2, "customer-assign", 1, false}, {3, "void", 1, false}}).empty());
}

TEST_CASE("any log has open just what a slow look at each entry finds open") {
    std::mt19937 random{20261125};
    const std::vector<std::string> kinds{"case",   "case-archive", "case-reopen",     "task",           "done",
                                         "drill",  "customer",     "customer-assign", "contact",        "void",
                                         "litter", "supplier",     "litter-removed",  "handover-offer", "clean-request",
                                         "visit",  "clean-done",   "handover-refuse", "case-act",       "mail",
                                         "signal", "check-call"};
    const auto below = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most - 1}(random);
    };
    for (int run = 0; run < 2000; ++run) {
        std::vector<Written> log;
        const auto length = static_cast<EntryNumber>(3 + below(20));
        for (EntryNumber number = 1; number <= length; ++number) {
            // What is withdrawn is an entry that is there and no void.
            Written entry{number, kinds[below(kinds.size())],
                          static_cast<EntryNumber>(below(static_cast<std::size_t>(number))), below(2) == 0};
            if (entry.kind == "void" &&
                (entry.about == 0 || log[static_cast<std::size_t>(entry.about) - 1].kind == "void")) {
                entry.kind = "visit";
            }
            log.push_back(entry);
        }
        OpenMatters slow;
        for (const Written& entry : log) {
            if (is_open(log, entry)) {
                slow[entry.number] = entry.kind;
            }
        }
        CAPTURE(run);
        REQUIRE(open_after(log) == slow);
    }
}

}  // namespace onduty
