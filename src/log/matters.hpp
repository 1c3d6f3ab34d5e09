// SPDX-License-Identifier: MIT
// What is open until it is closed, over any number of shifts? Visits, cases, tasks, requests, offers, promises. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "log/corrections.hpp"

namespace onduty {

// What is open, by the entry that it is known by, with the kind of that entry.
using OpenMatters = std::map<EntryNumber, std::string>;

// Pieces that are still out, by the entry of the loan; none of them is 0.
using PiecesOut = std::map<EntryNumber, std::int64_t>;

// The field of an entry about something of which pieces are out: how many more go out, or fewer.
inline constexpr const char* kPiecesOut = "pieces";

// The fields of an entry that makes more matters open, or no more, than its columns can hold: codes, the numbers of
// those with a blank between.
inline constexpr const char* kOpensToo = "opens_too";
inline constexpr const char* kClosesToo = "closes_too";

// The matters of such a field.
std::vector<EntryNumber> matters_in(std::string_view code);
std::string text_of(const std::vector<EntryNumber>& matters);

// All that the entry says that it opens or closes; 0 for a column that holds none.
std::vector<EntryNumber> stepped_by(const Entry& entry);

// Takes in the entries of the log one by one, in order, by what each says that it opens and closes. A withdrawal says
// so itself, so that nothing has to be looked up.
class MatterReading {
  public:
    void add(EntryNumber opens, EntryNumber closes, std::int64_t pieces = 0);
    // By the entry that each is known by, with the pieces that are out; 0 where none are counted.
    const std::map<EntryNumber, std::int64_t>& finish() const { return open_; }

  private:
    std::map<EntryNumber, std::int64_t> open_;
};

// Whether the matter is open after these steps, in order, without those that were withdrawn.
bool is_open_after(EntryNumber matter, const std::vector<Entry>& steps, const Amendments& amendments);

}  // namespace onduty
