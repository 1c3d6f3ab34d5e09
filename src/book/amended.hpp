// SPDX-License-Identifier: MIT
// What does the log say once corrections and withdrawals are applied?
#pragma once

#include <functional>

#include "log/corrections.hpp"
#include "store/store.hpp"

namespace onduty {

// Corrections and voids that can concern what `query` finds: they carry the business date of the entry that
// they amend and come after it.
Amendments amendments_for(Store& store, const EntryQuery& query);

// Calls `visit` with each entry that `query` finds, as it was corrected; withdrawn entries, corrections and voids
// are left out; whatever amends another is given to `amending` as it stands. The entry is valid during the call only.
void each_amended(Store& store, const EntryQuery& query, const std::function<void(const Entry&)>& visit,
                  const std::function<void(const Entry&)>& amending = {});

// What amends an entry, what withdrew that again, and so on.
Amendments amendments_of(Store& store, EntryNumber number);

// The entry with what corrected it.
Entry as_corrected(Store& store, Entry entry);

// What an entry says beyond its header, with what corrected it.
Fields fields_now(Store& store, EntryNumber number);

// What it amends in the end; itself if it amends nothing.
Entry amended_in_the_end(Store& store, Entry entry);

// The entry with which another accepted what this one says of its doer; 0 for none.
EntryNumber accepted_with(Store& store, EntryNumber number);

// Whether the later one of two entries was recorded while the earlier one did not count, so that it may stand in its
// place.
bool stood_apart(Store& store, EntryNumber one, EntryNumber other);

}  // namespace onduty
