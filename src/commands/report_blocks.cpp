// SPDX-License-Identifier: MIT
#include "commands/report_blocks.hpp"

#include <algorithm>

#include "commands/amended_log.hpp"
#include "commands/attendances.hpp"
#include "commands/case_facts.hpp"
#include "commands/case_words.hpp"
#include "commands/entry_words.hpp"
#include "commands/rooms.hpp"
#include "commands/stock_book.hpp"
#include "commands/visitors.hpp"
#include "error.hpp"
#include "report/check_blocks.hpp"
#include "report/house_blocks.hpp"
#include "report/staff_blocks.hpp"
#include "report/visit_blocks.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};

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

void ReportBlocks::check_name(const std::string& name) {
    std::vector<std::string> names;
    std::string list;
    for (const Named& block : blocks()) {
        if (name == block.name) {
            return;
        }
        names.emplace_back(block.name);
        list += (list.empty() ? "" : ", ") + names.back();
    }
    throw UsageError{say(N_("There is no block \"{0}\". The blocks are {1}.{2}"), name, list, suggestion(name, names))};
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
        rooms_ = rooms_of(*book_, {dates_.from - kRoomsLookBack, dates_.until + kDay});
    }
    return *rooms_;
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

Table ReportBlocks::differences() {
    const auto visit = [this](EntryNumber first) {
        return first == 0 ? std::string{} : visit_code(book_->store().visit(first).value_or(VisitDetails{}).sequence);
    };
    const auto explained = [this](EntryNumber count) { return explanations_of(*book_, count); };
    return differences_block(rooms(), dates_, book_->zone(), name_of(), visit, explained);
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
