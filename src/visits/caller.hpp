// SPDX-License-Identifier: MIT
// Who comes or calls? The options that arrivals, announcements, calls and refusals share, and what they become.
#pragma once

#include <string>

#include "book/recording.hpp"
#include "cli/option_list.hpp"

namespace onduty {

struct Caller {
    std::int64_t party = 0;
    std::string purpose;
    std::string host;
    std::string seat;
    std::string name;
    std::string phone;
    std::string plate;
    std::string told;

    // Declares those of the options that an action takes.
    void add_party(OptionList& list);
    void add_purpose(OptionList& list);
    void add_host(OptionList& list);
    void add_seat(OptionList& list);
    void add_person(OptionList& list);  // --name and --phone
    void add_plate(OptionList& list);
    void add_told(OptionList& list);
};

// The details that the options say: names of the plan resolved, plate and phone checked. Throws UsageError.
Details details_of(Book& book, const Caller& caller);

// How many people, of a number or as it is typed; throws UsageError for fewer than `least`, and more than ever come.
std::int64_t checked_party(std::int64_t party, std::int64_t least);
std::int64_t party_typed(const std::string& typed, std::int64_t least);

// A number plate as it is kept. Throws UsageError for what is none.
std::string checked_plate(const std::string& typed);
// The type of a group of visitors, and what came of somebody at the gate, in either language. Throw UsageError.
std::string visit_type_named(const std::string& typed);
std::string outcome_named(const std::string& typed);

// A telephone number without its gaps. Throws UsageError for what is none.
std::string checked_phone(const std::string& typed);
// The same of a cell of a register, where words say that there is none and a spreadsheet makes 13800000000.0 of it.
std::string phone_of_register(const std::string& cell);

// Remarks when a name, phone or plate of `details` was here before entry `number`: D4, D9.
void tell_of_earlier(Book& book, const Details& details, EntryNumber number);

// "V12: people 3, first visit, Li Na, A3."
std::string arrival_words(Book& book, const Entry& entry, const VisitDetails& visit);

}  // namespace onduty
