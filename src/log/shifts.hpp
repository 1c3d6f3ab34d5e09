// SPDX-License-Identifier: MIT
// Which shifts were there? From the entries that begin and end one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

struct Shift {
    std::string person;
    std::string post;  // the first one named
    Date business_date{};
    Instant from{};
    std::optional<Instant> until;   // empty: still on duty
    EntryNumber number = 0;         // of the entry that it began with
    bool closed = false;            // somebody signed him off; else it went on until he came on duty again
    bool told_end = false;          // and said when it ended
    bool resident = false;          // he lives there: a reader of entries that knows what they say beyond their header
    std::vector<PostTime> posts{};  // in the order in which they were taken; none: `post`, all the time

    Period period(Instant now) const { return {from, until.value_or(now)}; }
};

// Whether its person comes to the post then, with the begin of his shift or in it.
bool comes_to_post(const Entry& entry);

// One for each post of a shift and each time that its person had it.
std::vector<Shift> by_post(const std::vector<Shift>& shifts);

// Takes entries, amended and in the order of their numbers; other kinds are passed over. An end belongs to the shift
// that it names, however late it is typed; one that names none ends the shift that is open.
class ShiftReading {
  public:
    void add(const Entry& entry);
    // In order of their begin.
    std::vector<Shift> shifts() const;

  private:
    std::vector<Shift> shifts_;
};

}  // namespace onduty
