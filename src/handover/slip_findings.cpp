// SPDX-License-Identifier: MIT
// The sections of a slip about what went wrong: missed slots, incidents, faults, items, cases.
#include <algorithm>

#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/machine_words.hpp"
#include "cases/case_table.hpp"
#include "cases/kinds.hpp"
#include "cases/read.hpp"
#include "guard/kinds.hpp"
#include "guard/open_calls.hpp"
#include "handover/item_cases.hpp"
#include "handover/item_words.hpp"
#include "handover/slip.hpp"
#include "loans/kinds.hpp"
#include "loans/read.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::string explanation_in(Book& book, EntryNumber number) {
    const auto entry = book.store().entry(number);
    const std::string mark = entry ? mark_of(*entry) : "";
    return entry ? " \"" + as_corrected(book.store(), *entry).note + "\"" +
                       (mark.empty() ? "" : std::string{" ["} + shown_word(mark) + "]")
                 : "";
}

// Of a call that nobody answered at first.
std::string how_it_ended(Book& book, const Entry& call, EntryNumber last) {
    const auto end = call_ended_by(book, call, last);
    if (!end) {
        return {};
    }
    const std::string at = date_time_text(book.zone(), end->at);
    return tr(", ") + (end->answered ? say(N_("answered {0}"), at) : say(N_("ended {0}: {1}"), at, end->note));
}

SlipLine reported_line(Book& book, EntryCells& cells, const Entry& entry, EntryNumber last) {
    const std::string thing =
        entry.kind == kind::kReturn ? loan_words(book, loan_of(entry, lines_of(entry.fields))) : cells.subject(entry);
    std::string text = date_time_text(book.zone(), entry.told_at());
    if (goes_on(entry) && entry.about != 0) {
        const std::string more = entry.kind == kind::kIncidentStep ? thing : std::string{shown_word(entry.result)};
        text += fmt::format(" #{}: {}", entry.about, more);
        return {entry.number, entry.note.empty() ? text : say(N_("{0}: {1}"), text, entry.note)};
    }
    text += entry.kind == kind::kIncident ? "" : " " + std::string{shown_word(entry.kind)};
    text += thing.empty() ? "" : " " + thing;
    text += entry.result == result::kLost ? " " + std::string{tr("LOST")} : "";
    text = entry.note.empty() ? text : say(N_("{0}: {1}"), text, entry.note);
    return {entry.number, text + (entry.kind == kind::kCheckCall ? how_it_ended(book, entry, last) : "")};
}

SlipSection reported(Book& book, const SlipFacts& facts, const char* code, const char* heading, bool incidents) {
    SlipSection section{code, heading, {}};
    EntryCells cells{book, facts.offer.plan};
    for (const Entry& entry : facts.reported) {
        if (is_incident(entry) == incidents) {
            section.lines.push_back(reported_line(book, cells, entry, facts.last));
        }
    }
    return section;
}

// What was done is out of order no more; what is still to be done about it is said.
bool is_out_of_order(const Case& one) {
    return one.sort == sort::kRepair && !(one.resolution() != nullptr && one.signed_at);
}

std::string done_text(Book& book, const Case& one) {
    if (one.resolution() == nullptr) {
        return {};
    }
    const std::string resolved = date_time_text(book.zone(), one.resolution()->at.told);
    return one.signed_at ? say(N_("resolved {0}, accepted {1}; to be archived"), resolved,
                               date_time_text(book.zone(), one.signed_at->told)) +
                               tr(", ")
                         : say(N_("resolved {0}"), resolved) + tr(", ");
}

// Open cases; those of equipment out of order are repairs.
SlipSection cases(Book& book, const SlipFacts& facts, const char* code, const char* heading, bool repairs) {
    SlipSection section{code, heading, {}};
    for (const auto& [number, kind] : facts.matters) {
        const auto one = kind == kind::kCase ? CaseReader{book, number}.read_up_to(number, facts.last) : std::nullopt;
        if (!one || is_out_of_order(*one) != repairs) {
            continue;
        }
        std::string text = case_line(*one) + tr(", ") + done_text(book, *one);
        text += one->owner.empty() ? "" : book.name_of("staff", one->owner) + tr(", ");
        if (const auto deadline = next_deadline(book, *one, facts.at)) {
            text += say(N_("due {0}"), date_time_text(book.zone(), deadline->due)) +
                    (deadline->due < facts.at ? tr(" OVERDUE") : "") + tr(", ");
        }
        section.lines.push_back({number, text + age_text(book, facts, number, one->start)});
    }
    return section;
}

// So many misses of one rule before the day of the shift are still read one by one (ours).
constexpr std::size_t kFewMissed = 3;

std::pair<Instant, SlipLine> missed_line(Book& book, const RuleOutcomes& rule, const Outcome& outcome) {
    const std::string said = outcome.state == State::explained ? explanation_in(book, outcome.explanation)
                                                               : std::string{tr(" NOT EXPLAINED")};
    return {outcome.slot.due,
            {outcome.explanation, date_time_text(book.zone(), outcome.slot.due) + " " + rule.name + said}};
}

}  // namespace

SlipSection missed_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"missed", tr("Missed"), {}};
    std::vector<std::pair<Instant, SlipLine>> lines;
    // A shift that nobody ended goes on for days.
    const Date begun = std::max(facts.offer.business_date, facts.last_date - std::chrono::days{1});
    for (const RuleOutcomes& rule : facts.rules) {
        std::vector<const Outcome*> old;
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.slot.expires <= facts.since || outcome.slot.expires > facts.at) {
                continue;
            }
            if (outcome.state == State::missed && outcome.slot.date < begun) {
                old.push_back(&outcome);
            } else if (outcome.state == State::missed || outcome.state == State::explained) {
                lines.push_back(missed_line(book, rule, outcome));
            }
        }
        if (old.size() > kFewMissed) {
            const std::string first = date_time_text(book.zone(), old.front()->slot.due);
            lines.push_back({old.front()->slot.due,
                             {0, first + say(N_(" to {0}"), date_time_text(book.zone(), old.back()->slot.due)) + " " +
                                     rule.name + say(N_(", {0} times"), old.size()) + tr(" NOT EXPLAINED")}});
            continue;
        }
        for (const Outcome* outcome : old) {
            lines.push_back(missed_line(book, rule, *outcome));
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [due, line] : lines) {
        section.lines.push_back(std::move(line));
    }
    return section;
}

SlipSection incident_section(Book& book, const SlipFacts& facts) {
    return reported(book, facts, "incidents", tr("Incidents"), true);
}

SlipSection fault_section(Book& book, const SlipFacts& facts) {
    return reported(book, facts, "faults", tr("Faults"), false);
}

SlipSection item_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"items", tr("Items handed over"), {}};
    const std::vector<HandoverItem>& items = facts.items;
    const DefectCases cases{book, facts};
    for (const ItemDefect& defect : item_defects(facts.handovers)) {
        // What the plan has no more is handed over no more; what was to be done about it says its case.
        if (defect.mended_by != nullptr || find_code(items, defect.item) == nullptr) {
            continue;
        }
        std::string text =
            item_text(book.name_of("handover-item", defect.item), defect.line) + tr(", ") +
            age_text(book, facts, defect.found->number, defect.found->at) + tr(", ") +
            say(N_("{0} answers for it"), book.name_of("staff", who_answers_for(book, *defect.found).person));
        const std::string code = cases.code(defect);
        text += code.empty() ? "" : tr(", ") + code;
        text += defect.line.note.empty() ? "" : " \"" + defect.line.note + "\"";
        section.lines.push_back({defect.found->number, text});
    }
    const std::size_t counted = facts.handover == nullptr ? 0 : facts.handover->counted.size();
    for (const ItemCount& count : facts.handovers.counts) {
        for (const Line& line : count.lines) {
            if (facts.handover == nullptr || !is_count_of(count, *facts.handover)) {
                continue;
            }
            if (line.condition == condition::kWorn && !is_defect(line)) {
                section.lines.push_back({count.number, item_text(book.name_of("handover-item", line.item), line) +
                                                           (line.note.empty() ? "" : " \"" + line.note + "\"")});
            }
        }
    }
    if (!items.empty()) {
        section.lines.push_back(
            {0, counted == 0 ? std::string{tr("NOT COUNTED at this handover")}
                             : say(N_("Counted at this handover: {0} of {1} items"), counted, items.size())});
    }
    return section;
}

SlipSection case_section(Book& book, const SlipFacts& facts) {
    return cases(book, facts, "cases", tr("Open cases"), false);
}

SlipSection repair_section(Book& book, const SlipFacts& facts) {
    return cases(book, facts, "repairs", tr("Out of order"), true);
}

}  // namespace onduty
