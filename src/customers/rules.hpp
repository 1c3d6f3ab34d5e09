// SPDX-License-Identifier: MIT
// Which customers are there, who keeps them, who waits for the first contact? Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "log/last_told.hpp"
#include "plan/plan.hpp"
#include "slots/judge.hpp"

namespace onduty {

// What for, the flag of a contact: what the customer thinks, a day of the year, a friendly reminder.
namespace contact_reason {
inline constexpr const char* kOpinion = "opinion";
inline constexpr const char* kSeasonal = "seasonal";
inline constexpr const char* kReminder = "reminder";
}  // namespace contact_reason

// The item of the line that says how long a contact lasted.
inline constexpr const char* kMinutesItem = "minutes";

struct CustomerContact {
    EntryNumber number = 0;
    std::string person;   // staff code
    std::string channel;  // one of channel, or "" when it was imported
    std::string why;      // one of contact_reason, or "" for the first contact
    std::int64_t minutes = 0;
    bool reached = true;
    Instant at;  // as told
    Date business_date{};
    std::optional<Instant> again{};  // when to try again, of one that was not reached
};

// Somebody becomes the keeper of a customer, and is to speak to him within the time of the rule.
struct KeeperSince {
    EntryNumber number = 0;
    std::string person;  // staff code
    Instant effective;
    Date business_date{};
    std::optional<Mark> first_contact;
    std::optional<Instant> until;  // when the next keeper came
    ToldTime told{};
};

struct Customer {
    EntryNumber number = 0;             // K57 is entry 57
    std::vector<EntryNumber> versions;  // the card and its updates, which may hold a name and a telephone
    EntryNumber source = 0;             // the visit or call that he came with, 0: none
    std::string customer_class;
    ToldTime class_told{};
    Instant opened;  // as told
    Date business_date{};
    Instant updated;  // when anything was last written about him, as told
    std::vector<KeeperSince> keepers;
    std::vector<CustomerContact> contacts;

    std::string keeper() const { return keepers.empty() ? std::string{} : keepers.back().person; }
    bool waits() const { return !keepers.empty() && !keepers.back().first_contact; }
    // Whether he waited for the contact of this entry.
    bool waited_for(EntryNumber contact) const;
};

// Takes in cards, updates, keepers and contacts, corrected already and in the order of their numbers.
class CustomerReading {
  public:
    void add(const Entry& entry, const std::vector<Line>& lines);
    // In the order of their cards.
    std::vector<Customer> finish();

  private:
    std::map<EntryNumber, Customer> customers_;
};

// Until when a keeper is to speak to his customer, by the plan of when he became it; without end where that had no
// rule.
Slot first_contact_slot(const PlanHistory& history, const Zone& zone, const KeeperSince& keeper);

// What became of the wait for the first contact; `slot` says until when. Not applicable when the customer was passed on
// to another keeper in time.
Outcome first_contact(const KeeperSince& keeper, const Slot& slot, Instant now);

// What is missing on a card.
struct CardGaps {
    bool customer_class = false;
    bool keeper = false;
    bool update = false;
    bool any() const { return customer_class || keeper || update; }
};
CardGaps gaps_of(const Customer& customer, std::chrono::days update_within, Instant now);

// Somebody who keeps customers: `ability` 2 takes twice as many as 1, 0 takes none.
struct KeeperLoad {
    std::string person;  // staff code
    std::int64_t ability = 1;
    std::int64_t customers = 0;
};

// Who takes each of `count` customers, one after the other: whoever has the fewest for his ability, of equals the first
// of the list. Empty when nobody takes any.
std::vector<std::string> assign_evenly(std::vector<KeeperLoad> keepers, std::size_t count);

}  // namespace onduty
