// SPDX-License-Identifier: MIT
// What of the log counts for the stock now, in the days of a report, or at the time of a count?
#pragma once

#include "book/pass.hpp"
#include "stock/rules.hpp"

namespace onduty {

// What counts for the stock at a time and since: all from the last complete stocktake before it on.
StockFacts stock_facts(Book& book, Instant at);

// The items of each version of the plan.
ItemsOf items_kept(Book& book);

// The lines of a count, one of a room as well: of a stocktake with what should have been there by the log as it stands,
// of one that was withdrawn as they were recorded.
std::vector<Line> compared_lines(Book& book, const Entry& count);

// The stocktakes that are compared with what an entry says, itself among them: of each of its items the first one after
// it, as the log stands.
std::vector<EntryNumber> compared_counts(Book& book, const Entry& entry);

// Of the days of a report, with what came before as far as their counts are compared with it, and with the approvals
// whenever they came.
class StockFold : public Fold {
  public:
    explicit StockFold(Pass& pass);
    Wanted wanted() const override;
    void add(const Entry& entry) override;
    void finish() override;

    StockFacts facts;

  private:
    Pass* pass_;
    StockReading reading_;
};

}  // namespace onduty
