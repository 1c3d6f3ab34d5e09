// SPDX-License-Identifier: MIT
#include "commands/blocks.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/kinds.hpp"
#include "book/words.hpp"
#include "cases/facts.hpp"
#include "cases/words.hpp"
#include "cleaning/errands.hpp"
#include "customers/blocks.hpp"
#include "customers/read.hpp"
#include "customers/read_surveys.hpp"
#include "guard/read.hpp"
#include "handover/blocks.hpp"
#include "handover/read.hpp"
#include "notes/facts.hpp"
#include "rooms/read.hpp"
#include "rounds/check_blocks.hpp"
#include "staff/blocks.hpp"
#include "staff/read.hpp"
#include "staff/supervisors.hpp"
#include "stock/blocks.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "visits/blocks.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};
constexpr std::chrono::days kItemsLookBack{92};

}  // namespace

const std::vector<ReportBlocks::Named>& ReportBlocks::blocks() {
    static const std::vector<Named> kBlocks{
        {"patrol", &ReportBlocks::patrol},
        {"slots", &ReportBlocks::all_slots},
        {"points", &ReportBlocks::points},
        {"checks", &ReportBlocks::checks},
        {"inspections", &ReportBlocks::inspections},
        {"staff", &ReportBlocks::staff},
        {"reception", &ReportBlocks::reception},
        {"hours", &ReportBlocks::hours},
        {"bar", &ReportBlocks::bar},
        {"drinks", &ReportBlocks::drinks},
        {"stock", &ReportBlocks::stock},
        {"fridges", &ReportBlocks::fridges},
        {"show-home", &ReportBlocks::show_home},
        {"differences", &ReportBlocks::differences},
        {"handover", &ReportBlocks::handover},
        {"handover-list", &ReportBlocks::handover_list},
        {"handover-items", &ReportBlocks::handover_items},
        {"open-items", &ReportBlocks::open_items},
        {"incidents", &ReportBlocks::incidents},
        {"conduct", &ReportBlocks::conduct},
        {"calls", &ReportBlocks::calls},
        {"drills", &ReportBlocks::drills},
        {"notes", &ReportBlocks::notes},
        {"customers", &ReportBlocks::customers},
        {"contacts", &ReportBlocks::contacts},
        {"survey", &ReportBlocks::survey},
        {"cleaning", &ReportBlocks::cleaning},
        {"litter", &ReportBlocks::litter},
        {"requests", &ReportBlocks::requests},
        {"area-scores", &ReportBlocks::area_scores},
        {"cases", &ReportBlocks::cases},
        {"case-ages", &ReportBlocks::case_ages},
        {"case-times", &ReportBlocks::case_times},
        {"causes", &ReportBlocks::causes},
        {"verdicts", &ReportBlocks::verdicts},
        {"repairs", &ReportBlocks::repairs},
        {"enquiries", &ReportBlocks::enquiries},
    };
    return kBlocks;
}

std::string ReportBlocks::names() {
    std::string list;
    for (const Named& block : blocks()) {
        list += (list.empty() ? "" : ", ") + std::string{block.name};
    }
    return list;
}

void ReportBlocks::check_name(const std::string& name) {
    std::vector<std::string> known;
    for (const Named& block : blocks()) {
        if (name == block.name) {
            return;
        }
        known.emplace_back(block.name);
    }
    throw UsageError{
        say(N_("There is no block \"{0}\". The blocks are {1}.{2}"), name, names(), suggestion(name, known))};
}

Table ReportBlocks::table(const std::string& name) {
    const auto found =
        std::find_if(blocks().begin(), blocks().end(), [&](const Named& block) { return name == block.name; });
    return (this->*(found == blocks().end() ? blocks().front() : *found).block)();
}

const DaysOutcomes& ReportBlocks::days() {
    if (!days_) {
        days_ = outcomes_of(*book_, dates_);
    }
    return *days_;
}

const VisitFacts& ReportBlocks::visits() {
    if (!visits_) {
        // A group that came in the evening may leave after midnight.
        visits_ = visits_of(*book_, {dates_.from, dates_.until + kDay});
    }
    return *visits_;
}

const RoomFacts& ReportBlocks::rooms() {
    if (!rooms_) {
        // The count before the first day, and the one of the morning after.
        rooms_ = rooms_of(*book_, {dates_.from - kDay, dates_.until + kDay});
    }
    return *rooms_;
}

const HandoverFacts& ReportBlocks::handovers() {
    if (!handovers_) {
        // An item may be missing for long.
        handovers_ = handovers_of(*book_, {dates_.from - kItemsLookBack, dates_.until});
    }
    return *handovers_;
}

const CaseFacts& ReportBlocks::case_facts() {
    if (!case_facts_) {
        case_facts_ = case_facts_of(*book_, dates_);
    }
    return *case_facts_;
}

NameOf ReportBlocks::name_of() {
    return [this](const char* family, const std::string& code) { return book_->name_of(family, code); };
}

Table ReportBlocks::patrol() {
    return patrol_block(days().rules);
}

Table ReportBlocks::slots(const std::function<bool(const Outcome&)>& only) {
    return slots_block(days().rules, days().facts, book_->zone(), name_of(), shown_state, only);
}

Table ReportBlocks::all_slots() {
    return slots({});
}

Table ReportBlocks::points() {
    return points_block(days().facts, dates_, book_->plan());
}

Table ReportBlocks::checks() {
    return checks_block(days().facts, dates_, name_of());
}

Table ReportBlocks::inspections() {
    const auto person_of_shift = [this](EntryNumber shift) {
        const auto begin = book_->store().entry(shift);
        return begin ? begin->actor : std::string{};
    };
    const auto scored = [this](const std::string& code) {
        const Checklist* checklist = book_->plan().checklist(code);
        return checklist != nullptr && checklist->scored;
    };
    return inspections_block(days().facts, dates_, name_of(), person_of_shift, scored);
}

Table ReportBlocks::staff() {
    return staff_block(attendances_of(*book_, dates_), name_of());
}

Table ReportBlocks::reception() {
    return reception_block(visits(), dates_);
}

Table ReportBlocks::hours() {
    return hours_block(visits(), dates_, book_->zone());
}

Table ReportBlocks::bar() {
    return bar_block(visits(), dates_, book_->history(), book_->zone(), book_->now());
}

Table ReportBlocks::drinks() {
    return drinks_block(visits(), dates_, name_of());
}

Table ReportBlocks::stock() {
    const auto explained = [this](EntryNumber count) { return explanations_of(*book_, count); };
    return stock_block(stock_facts_of(*book_, dates_), book_->plan().items, name_of(), explained);
}

Table ReportBlocks::fridges() {
    EntryQuery query;
    query.rare_kinds = {kind::kReading};
    query.dates = dates_;
    std::vector<Reading> readings;
    each_amended(book_->store(), query, [&](const Entry& entry) {
        const std::vector<Line> lines = book_->store().lines(entry.number);
        if (!lines.empty()) {
            readings.push_back({entry.business_date, entry.subject, lines.front().quantity,
                                entry.result == result::kFault, entry.note});
        }
    });
    return fridges_block(readings, name_of());
}

Table ReportBlocks::show_home() {
    return show_home_block(rooms(), dates_, name_of());
}

Table ReportBlocks::cleaning() {
    return cleaning_block(days().rules, book_->plan(), name_of());
}

Table ReportBlocks::litter() {
    return litter_block(litter_of(*book_, dates_), book_->now(), name_of());
}

Table ReportBlocks::requests() {
    return requests_block(requests_of(*book_, dates_, visits()), book_->now(), name_of());
}

Table ReportBlocks::area_scores() {
    return area_scores_block(area_scores_of(*book_, dates_), name_of());
}

Table ReportBlocks::differences() {
    const auto visit = [this](EntryNumber first) {
        return first == 0 ? std::string{} : visit_code(book_->store().visit(first).value_or(VisitDetails{}).sequence);
    };
    const auto explained = [this](EntryNumber count) { return explanations_of(*book_, count); };
    return differences_block(rooms(), dates_, book_->zone(), name_of(), visit, explained);
}

Table ReportBlocks::handover() {
    const auto too_late = [this](const Handover& one) { return is_too_late(*book_, one.offered, one.answered); };
    return handover_block(handovers(), dates_, name_of(), too_late);
}

Table ReportBlocks::handover_list() {
    return handover_list_block(handovers(), dates_, book_->zone(), name_of());
}

Table ReportBlocks::handover_items() {
    const auto relief = [this](const std::string& post) { return relief_of(book_->plan().handover_items, post); };
    return handover_items_block(handovers(), dates_, book_->zone(), name_of(), relief);
}

Table ReportBlocks::open_items() {
    EntryCells cells{*book_};
    std::vector<OpenItem> items;
    for (const auto& [number, kind] : book_->store().open_matters()) {
        if (const auto entry = book_->store().entry(number); entry && is_item(*entry)) {
            const std::string owner = book_->store().agenda(number).value_or(Agenda{}).owner;
            const std::string subject = cells.subject(*entry);
            const std::string note = cells.note(*entry);
            items.push_back({number, kind, shown_word(kind),
                             subject + (subject.empty() || note.empty() ? "" : " ") + note,
                             owner.empty() ? "" : book_->name_of("staff", owner), entry->told_at(), entry->slot_at});
        }
    }
    return open_items_block(std::move(items), book_->zone(), book_->now());
}

Table ReportBlocks::incidents() {
    return incidents_block(incidents_of(*book_, dates_), book_->zone(), name_of());
}

Table ReportBlocks::conduct() {
    return conduct_block(findings_of(*book_, dates_), reads_as_supervisor(*book_), name_of(), shown_word);
}

Table ReportBlocks::calls() {
    std::vector<RuleOutcomes> call_rules;
    for (const RuleOutcomes& outcomes : days().rules) {
        const auto& slots = outcomes.judgement.outcomes;
        if (!slots.empty() && slots.front().slot.rule->target.code == event::kCheckCall) {
            call_rules.push_back(outcomes);
        }
    }
    return calls_block(days().guard, days().facts, call_rules, dates_);
}

Table ReportBlocks::drills() {
    return drills_block(practices_of(*book_, dates_), book_->zone(), name_of(), shown_word);
}

Table ReportBlocks::notes() {
    return notes_block(note_fates_of(*book_, dates_), book_->now(), shown_word);
}

Table ReportBlocks::customers() {
    return customers_block(all_customers(*book_), dates_, book_->history(), book_->zone(), name_of(), book_->now());
}

Table ReportBlocks::contacts() {
    return contacts_block(all_customers(*book_), dates_, name_of());
}

Table ReportBlocks::survey() {
    return survey_block(all_surveys(*book_), dates_, book_->zone(), name_of());
}

Table ReportBlocks::cases() {
    return cases_block(case_facts(), shown_word);
}

Table ReportBlocks::case_ages() {
    return case_ages_block(case_facts());
}

Table ReportBlocks::case_times() {
    return case_times_block(case_facts());
}

Table ReportBlocks::causes() {
    return causes_block(case_facts(), name_of());
}

Table ReportBlocks::verdicts() {
    return verdicts_block(case_facts(), shown_word);
}

Table ReportBlocks::repairs() {
    return repairs_block(case_facts(), name_of());
}

Table ReportBlocks::enquiries() {
    return enquiries_block(case_facts(), name_of(), shown_channel);
}

}  // namespace onduty
