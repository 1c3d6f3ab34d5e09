// SPDX-License-Identifier: MIT
// What became of each group, from the announcement to the departure? Assembled from entries.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "log/entry.hpp"
#include "slots/judge.hpp"
#include "visits/orders.hpp"

namespace onduty {

// The types of a visit, as they stand in its subject.
namespace visit_type {
inline constexpr const char* kFirst = "first";
inline constexpr const char* kReturning = "return";
inline constexpr const char* kVip = "vip";
inline constexpr const char* kBusiness = "business";
inline constexpr const char* kOwner = "owner";
inline constexpr const char* kVehicle = "vehicle";        // only a vehicle is on site
inline constexpr const char* kContractor = "contractor";  // works on site
}  // namespace visit_type

// How it went with somebody at the gate, the subject of a refusal.
namespace outcome {
inline constexpr const char* kTurnedAway = "turned-away";
inline constexpr const char* kQuestioned = "questioned";
inline constexpr const char* kLetIn = "let-in";
}  // namespace outcome

// An area to be tidied up after the group.
struct CleanUp {
    std::string area;   // checkpoint code
    std::string place;  // name of the seat
    Instant asked;
    std::optional<Mark> done;
    EntryNumber request = 0;
};

// Somebody at a post took an announcement over.
struct TakeOver {
    std::string person;  // staff code
    Mark done;
};

// A visit sat somewhere, until it sat elsewhere or left; Instant::max() while it is there.
struct Sitting {
    std::string seat;
    Period there;
    EntryNumber begun = 0;  // the entry that says so
    EntryNumber ended = 0;  // the one that ended it
};

struct Visit {
    EntryNumber number = 0;   // of its first entry
    EntryNumber arrival = 0;  // the same, unless it was announced
    Date business_date{};
    std::string type;  // "" while it is only announced
    VisitDetails details;
    std::optional<Instant> announced;
    Date announced_on{};                       // business date
    std::optional<Instant> planned;            // when a meeting begins
    std::optional<Instant> ready;              // its room
    std::vector<std::string> wishes;           // remarks of orders
    std::map<std::string, TakeOver> accepted;  // the announcement, by post
    std::optional<Instant> arrived;
    std::optional<Instant> hosted;  // when somebody of sales was named
    std::vector<Instant> seated;
    std::vector<std::string> seats;  // where each time, as many as `seated`
    std::vector<EntryNumber> seatings;  // the entries that say so
    std::string seat;                   // now
    std::vector<Mark> services;      // deliveries and refills
    std::vector<Drinks> drinks;
    std::set<Date> served;  // the days on which something was brought
    std::vector<CleanUp> clean_ups;
    std::optional<Instant> left;
    EntryNumber departure = 0;  // the entry that says so
    bool forgotten = false;  // the departure was only noticed afterwards

    bool is_group() const { return type != visit_type::kVehicle && type != visit_type::kContractor; }
    // Whether it is on site (or announced) and nobody has seen it leave.
    bool open() const { return !left; }
    // Where it sat then, "" while nobody said.
    std::string seat_at(Instant at) const;
    // Until when it would sit there if it had sat down then.
    Period sitting_from(Instant at) const;
    std::vector<Sitting> sittings() const;
    // When it was served the last time before then.
    std::optional<Instant> served_before(Instant at) const;
    // What became of the drinks.
    Orders orders() const { return orders_of(drinks); }
    // What becomes of the orders when this is brought, too; it stands under the number of the entry.
    Orders orders_with(const Entry& delivery, const std::vector<Line>& lines) const;
};

// A call or somebody turned away, for the day's counts.
struct Contact {
    EntryNumber number = 0;
    std::string kind;
    std::string outcome;
    bool first = false;
    Instant at;
    Date business_date{};
};

struct VisitFacts {
    std::vector<Visit> visits;  // in order of their first entry
    std::vector<Contact> contacts;
};

// Takes in the entries of a stretch one by one, corrected already, each with its details; those of a visit as they were
// told (log/last_told.hpp).
class VisitReading {
  public:
    // Whether the details of such an entry are needed.
    static bool has_visit(const Entry& entry);
    static bool has_lines(const Entry& entry);

    void add(const Entry& entry, const VisitDetails& details, const std::vector<Line>& lines);
    VisitFacts finish() { return std::move(facts_); }

  private:
    void begin(const Entry& entry, const VisitDetails& details);

    VisitFacts facts_;
    std::unordered_map<EntryNumber, std::size_t> places_;  // in facts_.visits, by number of the first entry
};

}  // namespace onduty
