// SPDX-License-Identifier: MIT
// What goes along when an entry is withdrawn, what stays although it came from it, and what stands in the way?
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "book/book.hpp"
#include "text/error.hpp"

namespace onduty {

// Throws Refusal for an entry that counts no more: nothing is recorded upon it.
void refuse_withdrawn(Book& book, EntryNumber number);

// What the same command recorded as a consequence of the entry and still counts.
std::vector<Entry> recorded_along(Book& book, const Entry& entry);
// With what rests: it was withdrawn, and may be given back.
std::vector<Entry> all_recorded_along(Book& book, const Entry& entry);

// Whether it stays when what it came from goes, unless it is withdrawn itself: a case, a card.
bool has_own_life(const Entry& entry);

struct Withdrawal {
    // The entry, then what its command recorded as a consequence of it, and what hangs on these when all goes.
    std::vector<Entry> gone;
    // Came from it and somebody acted on it since, or it has a life of its own.
    std::vector<Entry> stays;
    // What later commands recorded upon the entry itself, and does not go.
    std::vector<Entry> upon;
};

// `all`: with everything that hangs on it. Of an import the rows go without being named: they count with its first
// entry only.
Withdrawal withdrawal_of(Book& book, const Entry& entry, bool all);

// What is typed to withdraw an entry, as it stands now: "onduty correct 7 --void --all --reason ..." where later ones
// hang on it.
std::string void_command(Book& book, EntryNumber number);

// Another entry stands in the way of what is withdrawn or given back, and is to be withdrawn first. How that is typed
// can be said when the log is again as it was.
class InTheWay : public Refusal {
  public:
    using Words = std::function<std::string(const std::string& command)>;
    InTheWay(Book& book, EntryNumber number, Words words)
        : Refusal{words(void_command(book, number))}, number_{number}, words_{std::move(words)} {}
    // With the command as the log stands.
    Refusal refusal(Book& book) const { return Refusal{words_(void_command(book, number_))}; }

  private:
    EntryNumber number_;
    Words words_;
};

// The same of what the entry led to, without the entry itself: it says no longer what led to it.
Withdrawal withdrawal_of_led(Book& book, const Entry& entry);

// Whether both say something of the same slot of a rule.
bool are_of_one_slot(const Entry& one, const Entry& other);

// The entry that says the same of the same day and never counted together with this one, 0 for none: who types it anew
// and then gives the first one back would count it twice.
EntryNumber recorded_anew(Book& book, const Entry& entry);

}  // namespace onduty
