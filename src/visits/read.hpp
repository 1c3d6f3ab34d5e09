// SPDX-License-Identifier: MIT
// How do commands find visits: by V number, those of some days, those on site?
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/pass.hpp"
#include "book/recording.hpp"
#include "slots/judge.hpp"
#include "visits/rules.hpp"

namespace onduty {

// "V12".
std::string visit_code(const Visit& visit);
std::string visit_code(std::int64_t sequence);
// The same in a hint for a place where somebody of the staff may be meant, too.
std::string visit_typed(Book& book, const Visit& visit);

// Whether it was typed as a number of a visit: "V12", "v12".
bool is_visit_code(const std::string& typed);
// The same where somebody may be meant, too. Throws UsageError where one of the staff and a visit are called so.
bool is_visit_meant(Book& book, const std::string& typed);

// The entry that the typed visit ("V12", "v12", "12") began with. Throws UsageError when there is none.
EntryNumber visit_named(Book& book, const std::string& typed);

// One visit as the log has it now; nullopt when it was withdrawn.
std::optional<Visit> find_visit(Book& book, EntryNumber first);

// The same; throws Refusal when it was withdrawn.
Visit read_visit(Book& book, EntryNumber first);

// The same for a visit that must be on site. Throws Refusal when it has left or is only announced.
Visit visit_on_site(Book& book, const std::string& typed);

// Throws Refusal for a visit of which no entry of this kind is recorded: groups are served, contractors make progress,
// and nobody of a vehicle sits down.
void refuse_no_group(const Visit& visit);
void refuse_of_another_sort(const Visit& visit, std::string_view kind);

// Visits, calls and refusals of some business dates.
VisitFacts visits_of(Book& book, DateRange dates);

// The same of the days of a report; what began then as it went on, however much later.
class VisitFold : public Fold {
  public:
    explicit VisitFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override;
    void finish() override;

    VisitFacts facts;

  private:
    Pass* pass_;
    VisitReading contacts_;
    std::set<EntryNumber> begun_;  // visits, by their first entry
};

// The groups that sat or were served on the days of a report, whenever they came, as it went on.
class ServedFold : public Fold {
  public:
    explicit ServedFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override;
    void finish() override;

    std::vector<Visit> visits;

  private:
    Pass* pass_;
    std::set<EntryNumber> begun_;  // visits, by their first entry
};

// Those announced, to come or on site: nobody has seen them leave, in however many months. By their first entry.
std::vector<Visit> open_visits(Book& book);

// The visits that these entries began, as entries below `before` have it.
std::vector<Visit> visits_named(Book& book, const std::vector<EntryNumber>& numbers,
                                std::optional<EntryNumber> before = std::nullopt);

// The business date on which it came, or was to come.
Date day_of(Book& book, const Visit& visit);
// Whether that is over; who was expected has not come then, and who came was not seen to leave.
bool is_of_before(Book& book, const Visit& visit);

// What is to be tidied up after visits: the requests that nobody has answered.
std::vector<Entry> open_clean_ups(Book& book);

// What says that such a request was answered, among all that are open: that of the visit where it has no other one.
std::string clear_command(Book& book, const std::vector<Entry>& open, const Entry& request);

// Whether a step may follow on those of its visit before it: on site for most of them, not there yet for an arrival,
// ordered for what is brought.
bool is_on_site(Book& book, std::span<const Entry> before, const Entry& step);
bool take_over_fits(Book& book, std::span<const Entry> before, const Entry& step);
bool ready_fits(Book& book, std::span<const Entry> before, const Entry& step);
bool arrival_fits(Book& book, std::span<const Entry> before, const Entry& step);
bool delivery_fits(Book& book, std::span<const Entry> before, const Entry& step);
bool departure_fits(Book& book, std::span<const Entry> before, const Entry& step);

// What is to be asked when the entry or its withdrawal put the visit on a seat that another has; "" for nothing.
std::string seated_twice(Book& book, const Entry& entry);

// How often a visit that has come was and will be served again, by the plan of its arrival.
std::vector<Outcome> refills_of(Book& book, const Visit& visit);

// The slot in which it is to be served next: nothing while the first order is waited for, that is to be brought.
std::optional<Slot> next_service(Book& book, const Visit& visit);

// "Tea 2, Coffee 1".
std::string drinks_text(Book& book, const std::map<std::string, std::int64_t>& drinks);

// The masked personal values of a visit on one line, "" when there are none.
std::string masked_values(Book& book, const Visit& visit);

}  // namespace onduty
