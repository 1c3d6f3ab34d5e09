// SPDX-License-Identifier: MIT
// Which blocks does a report have, and what of the log does each need?
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "book/outcomes.hpp"
#include "cases/blocks.hpp"
#include "handover/rules.hpp"
#include "print/table.hpp"
#include "rooms/rules.hpp"
#include "rounds/blocks.hpp"
#include "stock/rules.hpp"
#include "visits/rules.hpp"

namespace onduty {

class ReportBlocks {
  public:
    ReportBlocks(Book& book, DateRange dates) : book_{&book}, dates_{dates} {}

    // Throws UsageError when there is no block of this name.
    static void check_name(const std::string& name);
    // "patrol, slots, points ..."
    static std::string names();
    // "" is the block patrol.
    Table table(const std::string& name);
    Table slots(const std::function<bool(const Outcome&)>& only);
    // Each is read when the first block wants it.
    const DaysOutcomes& days();

  private:
    using Block = Table (ReportBlocks::*)();
    struct Named {
        const char* name;
        Block block;
    };
    static const std::vector<Named>& blocks();

    Table patrol();
    Table all_slots();
    Table points();
    Table checks();
    Table inspections();
    Table staff();
    Table reception();
    Table hours();
    Table bar();
    Table drinks();
    Table stock();
    Table fridges();
    Table show_home();
    Table differences();
    Table handover();
    Table handover_list();
    Table handover_items();
    Table open_items();
    Table incidents();
    Table conduct();
    Table calls();
    Table drills();
    Table notes();
    Table customers();
    Table contacts();
    Table survey();
    Table cleaning();
    Table litter();
    Table requests();
    Table area_scores();

    Table cases();
    Table case_ages();
    Table case_times();
    Table causes();
    Table verdicts();
    Table repairs();
    Table enquiries();

    const VisitFacts& visits();
    const RoomFacts& rooms();
    const HandoverFacts& handovers();
    const CaseFacts& case_facts();
    NameOf name_of();

    Book* book_;
    DateRange dates_;
    std::optional<DaysOutcomes> days_;
    std::optional<VisitFacts> visits_;
    std::optional<RoomFacts> rooms_;
    std::optional<HandoverFacts> handovers_;
    std::optional<CaseFacts> case_facts_;
};

}  // namespace onduty
