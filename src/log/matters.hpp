// SPDX-License-Identifier: MIT
// What is open until it is closed, over any number of shifts? Cases, tasks, requests, litter, offers, promises. Pure.
#pragma once

#include <map>
#include <string>

#include "log/entry.hpp"

namespace onduty {

// What is open, by the entry that it is known by, with the kind of that entry.
using OpenMatters = std::map<EntryNumber, std::string>;

// What one entry does to matters; 0 where it does nothing of the sort. An entry may close one and open another:
// a drill closes the wait for it and opens the wait for the next.
struct MatterMove {
    EntryNumber opens = 0;    // itself
    EntryNumber reopens = 0;  // what it is about; it was declared by an entry before
    EntryNumber closes = 0;   // what it is about
    std::string kind;         // of the matter that is opened

    bool matters() const { return opens != 0 || reopens != 0 || closes != 0; }
};

//   case, task, mail, litter: open from the beginning. clean-request without a visit and handover-offer, too.
//   event, supplier, drill, training, survey: open when they have a time (slot_at) that is still to come.
//   signal, check-call: open when they have a time, which is that of the alarm or of the call without an answer.
//   case-reopen opens its case again, customer-assign the wait for the first contact with a customer.
//   case-archive, done, litter-removed, clean-done, handover-accept, handover-refuse, contact, drill and training close
//   what they are about; so does a check-call without a time: he answered, or it is said how it ended. A contact with a
//   time did not reach anybody and closes nothing.
MatterMove matter_step(EntryNumber number, const std::string& kind, EntryNumber about, bool has_time);

// Takes in the entries of the log one by one, in order. A withdrawn entry never was; whatever is about it counts
// for nothing.
class MatterReading {
  public:
    void add(EntryNumber number, const std::string& kind, EntryNumber about, bool has_time);
    OpenMatters finish() const;

  private:
    std::map<EntryNumber, MatterMove> steps_;      // by its entry, withdrawn ones left out
    std::map<EntryNumber, std::string> declared_;  // cases and cards, withdrawn ones left out
};

}  // namespace onduty
