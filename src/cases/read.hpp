// SPDX-License-Identifier: MIT
// How do commands open, find and word cases?
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/recording.hpp"
#include "cases/deadlines.hpp"
#include "cases/rules.hpp"
#include "log/corrections.hpp"

namespace onduty {

// A case to be opened. Codes are those of the plan; names and phones go into the personal table.
struct NewCase {
    std::string sort;           // complaint, repair, enquiry, opinion, suggestion, finding, lost-property
    EntryNumber from = 0;       // entry that it comes from
    std::string words{};        // "": those of `from`
    std::int64_t severity = 0;  // 0: the sort's default in the plan
    std::string place{};        // checkpoint code
    std::string against{};      // staff code
    std::string channel{};      // how it came
    std::string unit{};
    std::string remedy_asked{};
    std::string reference{};
    std::string name{};         // "": that of `from`
    std::string phone{};        // the same
    std::vector<Line> lines{};  // what of a count it is about
    // Whether `person` answers for it with this entry. Otherwise (from a fault, a difference, an inspection) it is
    // accepted by the first step that somebody takes.
    bool accepted = false;
};

// The code of somebody of the staff, of now or of before, about whom a complaint can be. Throws UsageError.
std::string accused_named(Book& book, const std::string& typed);

// Appends the first entry of a case, does not commit. One entry leads to one case: throws Refusal when `from` has one
// that was not withdrawn, UsageError when there are no words.
Entry open_case(Recording& recording, const Presence& person, const NewCase& wanted);

// The same for a fault or a difference that was found, unless a case of this sort, place and words is open: what is
// broken is found again every hour. Answers what is to be said of it: "Repair C7.", "Open already: C7."
std::string open_found_case(Recording& recording, const Presence& person, const NewCase& wanted);

// A finding that nobody has resolved, and what of the count that it came from it is about.
struct OpenFinding {
    Case one;
    Entry count;
    std::vector<Line> lines;
};
// Those from counts of this kind, oldest first.
std::vector<OpenFinding> open_findings(Book& book, const char* count_kind);
// The same of these cases, as they were when `last` was recorded.
std::vector<OpenFinding> open_findings(Book& book, const char* count_kind, const std::vector<EntryNumber>& cases,
                                       EntryNumber last);

// The case that came from this entry, open or not; 0 for none.
EntryNumber case_from(Book& book, EntryNumber from);

// Reads cases as their entries tell them now; knows the corrections of all.
class CaseReader {
  public:
    // `first`: no entry before this one is asked for.
    explicit CaseReader(Book& book, EntryNumber first = 0);
    // nullopt for what is no case or was withdrawn. `until`: as it was at the end of the business date before.
    std::optional<Case> read(EntryNumber entry, std::optional<Date> until = std::nullopt);
    // As it was when `last` was recorded, corrections of later put in.
    std::optional<Case> read_up_to(EntryNumber entry, EntryNumber last);
    // Hands over each of these. The file is free for others in between, so that whoever takes them may take his time.
    void each(const std::vector<EntryNumber>& entries, const std::function<void(Case)>& visit);

  private:
    std::optional<Case> read_those(EntryNumber number, const std::function<bool(const Entry&)>& counts);

    Amendments amendments_;
    Threads threads_;
};

// What the step does, as the guards ask.
CaseMove move_of(Book& book, const Case& one, const Entry& step);
// Whether by this version of the plan nobody may be on duty at the post that follows the case up but the one who is
// complained about.
bool only_the_accused(Book& book, const Case& one, int version);
// Whether a step may follow on those before it, by the guards of every step.
bool case_fits(Book& book, std::span<const Entry> before, const Entry& step);

// The entries of what is not archived, oldest first.
std::vector<EntryNumber> open_case_entries(Book& book);
// What is not archived, oldest first.
std::vector<Case> open_cases(Book& book);

// The case that was typed: C7, c7, 7, full-width or not. Throws UsageError.
Case case_named(Book& book, const std::string& typed);

// What a version of the plan says of cases and of the hours in which their clocks run.
struct CaseTerms {
    const CasePlan& cases;
    const Calendar& calendar;
};

// Those under which it was opened: it lives by them.
CaseTerms plan_of(Book& book, const Case& one);

// "C7".
std::string case_code(std::int64_t sequence);
// "C7 complaint, severity 2: words".
std::string case_line(const Case& one);
// What to type next: "onduty complain assess C7 --severity 3"; "" when it is archived.
std::string case_next(Book& book, const Case& one);

// One line for each deadline of an open case that runs and is due within `ahead`.
void add_case_lines(Look& look, DueLines& lines);

}  // namespace onduty
