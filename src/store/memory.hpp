// SPDX-License-Identifier: MIT
// Where does SQLite get its memory? From a pool of our own, because Debian's build leaves out SQLite's.
#pragma once

namespace onduty {

// Must run before SQLite's first use; the program has one thread.
void give_sqlite_a_pool();

}  // namespace onduty
