// SPDX-License-Identifier: MIT
// What was the last before? Looks back until it is found, however long ago, and reads no more than that.
#pragma once

#include <functional>

#include "book/amended.hpp"

namespace onduty {

// Hands over what the query finds by stretches of the log, the newest first, until `take` has enough and answers true.
// A stretch is the query with its `first` and `before`; a query for the last so many is none for this.
void each_stretch_back(Store& store, EntryQuery query, const std::function<bool(const EntryQuery& stretch)>& take);

// The same entry by entry, the newest first, as they were corrected and without those that were withdrawn.
void each_amended_back(Store& store, const EntryQuery& query, const std::function<bool(const Entry& entry)>& take);

}  // namespace onduty
