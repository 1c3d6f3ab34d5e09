// SPDX-License-Identifier: MIT
// Which incidents were reported, what waits for a signature, who walked along, what did supervisors find? Read from the
// open book.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "book/pass.hpp"
#include "guard/kinds.hpp"
#include "guard/rules.hpp"
#include "rounds/outcomes.hpp"

namespace onduty {

// "onduty patrol alarm 12", where a checkpoint may be meant, too.
std::string alarm_command(Book& book, EntryNumber alarm);

// Whether nobody was told of an incident up to entry `last`, when it was reported or later.
bool is_untold(Book& book, EntryNumber incident, EntryNumber last);

// In order of number; with what was done later.
std::vector<IncidentReport> all_incidents(Book& book);

// Throws UsageError where there is none of this number.
IncidentReport incident_numbered(Book& book, std::int64_t sequence);

// What came later, in order of number.
void each_step(Book& book, EntryNumber incident, const std::function<void(const Entry&)>& visit);

// When somebody was told by phone in such a step, nullopt where nobody was.
std::optional<Instant> phoned_at(Book& book, const Entry& step);

// "told Wang by phone at 22:07. took the keys": what came later, as its entry says it.
std::string step_words(Book& book, const Entry& entry);

// Rounds that were ended and checks that the supervisor is to sign, until he does; oldest first.
std::vector<Entry> unsigned_work(Book& book);

// The code of the second person of a round, "" for none.
std::string second_person(Book& book, EntryNumber round);

// Who did it, or walked along, does not sign it while another may.
bool is_own_work(Book& book, const Entry& work, const std::string& person);

// Of the days of the pass.
class IncidentFold : public Fold {
  public:
    explicit IncidentFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kIncident}, true}; }
    void add(const Entry& entry) override;

    std::vector<IncidentReport> reports;

  private:
    Pass* pass_;
};

// With the names and words that stand apart; only for those who may read them.
class ConductFold : public Fold {
  public:
    explicit ConductFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override { return {pass_->dates(), {kind::kConduct}, true}; }
    void add(const Entry& entry) override;

    std::vector<ConductFinding> findings;

  private:
    Pass* pass_;
};

// With the days before and after, and with the last call before them to whoever does not answer in these days at first.
class GuardFold : public Fold {
  public:
    explicit GuardFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override { reading_.add(entry); }
    void finish() override;

    GuardFacts facts;

  private:
    // The calls of the last days on which there was one to this person, before this time.
    std::vector<CheckCall> calls_before(const std::string& person, Instant at) const;

    Pass* pass_;
    GuardReading reading_;
};

}  // namespace onduty
