// SPDX-License-Identifier: MIT
// What do drills and notes add up to?
#include "notes/blocks.hpp"

#include <doctest/doctest.h>

using namespace onduty;
using std::chrono::days;

namespace {

const Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

const char* as_it_is(const std::string& word) {
    return word.c_str();
}

}  // namespace

TEST_CASE("notes by kind: in time, late, open, overdue, and what waits for nothing") {
    const std::vector<NoteFate> notes{
        {"task", 0, kNow, Mark{kNow}, false},            // done at the very moment
        {"task", 0, kNow - days{2}, Mark{kNow}, false},  // late
        {"task", 0, kNow + days{1}, {}, true},           // open
        {"task", 0, kNow - days{1}, {}, true},           // overdue
        {"event", 40, kNow - days{3}, Mark{kNow}, false},
        {"event", 10, kNow - days{1}, {}, true},  // a day to look back on it
        {"mail", 0, {}, {}, true},
        {"supplier", 0, {}, {}, false},  // nothing was promised
    };
    const Table table = notes_block(notes, kNow, as_it_is);
    std::string text;
    for (const auto& row : table.rows) {
        text += row[0].text;
        for (std::size_t i = 1; i < row.size(); ++i) {
            text += "," + std::to_string(row[i].number);
        }
        text += "\n";
    }
    CHECK(text == "event,2,50,1,0,1,0\nmail,1,0,0,0,1,0\nsupplier,1,0,0,0,0,0\ntask,4,0,1,1,1,1\n");
}
