// SPDX-License-Identifier: MIT
// The sections of a slip about how things stand: people, things lent, tasks, what comes, what was done.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "book/amended_count.hpp"
#include "book/due_list.hpp"
#include "book/duty.hpp"
#include "book/entry_table.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "cases/kinds.hpp"
#include "customers/kinds.hpp"
#include "handover/kinds.hpp"
#include "handover/slip.hpp"
#include "loans/read.hpp"
#include "notes/kinds.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::chrono::hours kExpectedAhead{24};
constexpr std::chrono::days kEventsAhead{7};

std::string visit_text(Book& book, const Visit& visit) {
    std::string text = visit_code(visit);
    const auto add = [&](const std::string& part, const char* between) { text += part.empty() ? "" : between + part; };
    add(visit.type.empty() ? "" : shown_word(visit.type), " ");
    add(visit.details.party > 0 ? say(N_("people {0}"), visit.details.party) : "", tr(", "));
    add(visit.details.host.empty() ? "" : book.name_of("staff", visit.details.host), tr(", "));
    add(visit.details.purpose, tr(", "));
    add(masked_values(book, visit), tr(", "));
    return text;
}

// The handover itself, and what is lent, which has a section of its own.
bool is_told(const DueLine& line) {
    return std::string_view{line.subject} == "handover" || std::string_view{line.subject} == "loans";
}

// Whether a line of now comes from a rule that is the duty of another post.
bool is_of_others(Book& book, const SlipFacts& facts, const DueLine& line) {
    const Rule* rule = find_code(book.rules(), line.rule);
    return rule != nullptr && !facts.concerns(rule->post);
}

// What the rules with slots demand after the offer: for a handover that was answered long ago.
std::vector<DueLine> slots_due(Book& book, const SlipFacts& facts) {
    const Outlook outlook{facts.at, business_date(book.zone(), book.calendar(), facts.at), facts.at + kDueAhead};
    std::vector<DueLine> lines;
    for (const RuleOutcomes& rule : facts.rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.state == State::pending && is_listed(outlook, outcome.slot)) {
                DueLine line{.due = outcome.slot.due, .rule = rule.rule, .what = rule.name};
                line.urgency = urgency_of(facts.at, outcome.slot);
                lines.push_back(std::move(line));
            }
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const DueLine& a, const DueLine& b) { return a.due < b.due; });
    return lines;
}

bool waits(const SlipFacts& facts) {
    return facts.handover == nullptr || facts.handover->open();
}

}  // namespace

SlipSection people_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"people", tr("On site"), {}};
    for (const Visit& visit : facts.visits) {
        if (visit.arrived && visit.arrival <= facts.last && (!visit.left || *visit.left > facts.at)) {
            section.lines.push_back(
                {visit.number, visit_text(book, visit) + tr(", ") +
                                   say(N_("since {0}"), date_time_text(book.zone(), *visit.arrived))});
        }
    }
    return section;
}

SlipSection lent_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"lent", tr("Lent"), {}};
    for (const Loan& loan : facts.loans) {
        section.lines.push_back({loan.number, say(N_("{0}, due back {1}"), loan_sentence(book, loan),
                                                  date_time_text(book.zone(), loan.due.value_or(loan.since))) +
                                                  (loan.is_overdue(facts.at) ? tr(" OVERDUE") : "")});
    }
    return section;
}

namespace {

// On one line: a week of nights has many rounds.
void add_unsigned(Book& book, const SlipFacts& facts, SlipSection& section) {
    std::set<std::int64_t> numbers;
    const Entry* oldest = nullptr;
    for (const Entry& entry : facts.open) {
        if (is_to_be_signed(entry.kind)) {
            numbers.insert(entry.number);
            oldest = oldest == nullptr || entry.told_at() < oldest->told_at() ? &entry : oldest;
        }
    }
    if (oldest != nullptr) {
        section.lines.push_back(
            {0, say(N_("To be signed: {0}, entries {1}"), numbers.size(), number_list_text(numbers)) + tr(", ") +
                    age_text(book, facts, oldest->number, oldest->told_at())});
    }
}

}  // namespace

SlipSection task_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"tasks", tr("To be done"), {}};
    EntryCells cells{book, facts.offer.plan};
    cells.tell_what_is_left(facts.last);
    for (const Entry& entry : facts.open) {
        if (is_item(entry)) {
            section.lines.push_back({entry.number, cells.line(entry, "") + tr(", ") +
                                                       age_text(book, facts, entry.number, entry.told_at())});
        }
    }
    add_unsigned(book, facts, section);
    return section;
}

SlipSection due_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"due", say(N_("Due in the next {0} h"), kDueAhead.count()), {}};
    std::map<std::tuple<std::string, std::string, bool>, std::size_t> told;  // the lines of rules, by what they say
    std::map<std::size_t, std::int64_t> times;
    std::vector<DueLine> lines = waits(facts) ? due_lines(book, kDueAhead) : slots_due(book, facts);
    std::stable_sort(lines.begin(), lines.end(), [](const DueLine& a, const DueLine& b) { return a.due < b.due; });
    for (const DueLine& line : lines) {
        const bool comes =
            line.due <= book.now() + kDueAhead && (line.urgency != Urgency::soon || book.now() < line.due);
        if (line.urgency == Urgency::unexplained || (waits(facts) && !comes) || is_told(line) ||
            (waits(facts) && is_of_others(book, facts, line))) {
            continue;
        }
        const bool overdue = line.urgency == Urgency::overdue;
        const auto key = std::make_tuple(line.rule, line.what, overdue);
        if (!line.rule.empty() && told.count(key) > 0) {
            ++times[told[key]];
            continue;
        }
        told[key] = section.lines.size();
        section.lines.push_back(
            {0, date_time_text(book.zone(), line.due) + " " + line.what + (overdue ? tr(" OVERDUE") : "")});
    }
    for (const auto& [place, more] : times) {
        section.lines[place].text += say(N_(", {0} times"), more + 1);
    }
    return section;
}

SlipSection expected_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"expected", tr("Expected"), {}};
    std::int64_t later = 0;  // known, and not told one by one yet
    for (const Visit& visit : facts.visits) {
        const bool gone = visit.left && *visit.left <= facts.at;
        const bool here = visit.arrived && visit.arrival <= facts.last;
        if (gone || here) {
            continue;
        }
        if (visit.planned && *visit.planned <= facts.at + kExpectedAhead) {
            section.lines.push_back(
                {visit.number, date_time_text(book.zone(), *visit.planned) + " " + visit_text(book, visit)});
        } else if (!visit.planned && visit.announced) {
            section.lines.push_back({visit.number, say(N_("{0}, announced at {1}"), visit_text(book, visit),
                                                       date_time_text(book.zone(), *visit.announced))});
        } else {
            ++later;
        }
    }
    for (const Entry& entry : facts.open) {
        if (entry.kind == kind::kEvent && entry.slot_at) {
            if (*entry.slot_at > facts.at + kEventsAhead) {
                ++later;
                continue;
            }
            section.lines.push_back({entry.number, date_time_text(book.zone(), *entry.slot_at) + " " +
                                                       shown_word(entry.kind) + " " + entry.note});
        }
    }
    if (later > 0) {
        section.lines.push_back({0, say(N_("Further ahead: {0}"), later)});
    }
    return section;
}

SlipSection state_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"state", tr("Rounds and checks"), {}};
    if (!facts.on_duty.empty()) {
        const auto person = [&](const Presence& presence) {
            return say(N_("{0} ({1})"), book.name_of("staff", presence.person), posts_text(book, presence));
        };
        section.lines.push_back({0, say(N_("On duty: {0}"), listed(facts.on_duty, person, tr(", ")))});
    }
    for (const RuleOutcomes& rule : facts.rules) {
        StateCounts counts;
        for (const Outcome& outcome : rule.judgement.outcomes) {
            const bool expired = outcome.slot.expires > facts.since && outcome.slot.expires <= facts.at;
            counts.clock_in_doubt += outcome.state == State::clock_in_doubt && expired ? 1 : 0;
            counts.missed += outcome.state == State::missed && expired ? 1 : 0;
            counts.explained += outcome.state == State::explained && expired ? 1 : 0;
            if (outcome.mark && facts.holds(outcome.mark->entry)) {
                counts.on_time += outcome.state == State::on_time ? 1 : 0;
                counts.late += outcome.state == State::late || outcome.state == State::early ? 1 : 0;
                counts.typed_late += outcome.state == State::typed_late ? 1 : 0;
                counts.claimed += outcome.claim && outcome.accepted == 0 ? 1 : 0;
                counts.incomplete += outcome.state == State::incomplete ? 1 : 0;
            }
        }
        if (counts.on_time + counts.late + counts.typed_late + counts.clock_in_doubt + counts.incomplete +
                counts.missed + counts.explained >
            0) {
            std::string typed = counts.typed_late == 0 ? "" : say(N_(", typed late {0}"), counts.typed_late);
            typed += counts.claimed == 0 ? "" : say(N_(", to be accepted {0}"), counts.claimed);
            typed += counts.clock_in_doubt == 0 ? "" : say(N_(", clock in doubt {0}"), counts.clock_in_doubt);
            section.lines.push_back(
                {0, say(N_("{0}: on time {1}, early or late {2}, incomplete {3}, missed {4}, explained {5}"), rule.name,
                        counts.on_time, counts.late, counts.incomplete, counts.missed, counts.explained) +
                        typed});
        }
    }
    return section;
}

// Whenever it came.
SlipSection amended_section(Book& book, const SlipFacts& facts) {
    SlipSection section{"corrections", tr("Put right since"), {}};
    EntryQuery amending;
    amending.first = facts.from;
    const auto holds = [&](EntryNumber number) { return facts.holds(number); };
    if (std::string words = amended_words(count_amended(book.store(), amending, holds)); !words.empty()) {
        section.lines.push_back({0, std::move(words)});
    }
    return section;
}

SlipSection count_section(Book&, const SlipFacts& facts) {
    SlipSection section{"counts", tr("In numbers"), {}};
    std::int64_t groups = 0;
    std::int64_t people = 0;
    std::int64_t others = 0;
    for (const Visit& visit : facts.visits) {
        if (visit.arrived && facts.holds(visit.arrival)) {
            groups += visit.is_group() ? 1 : 0;
            people += visit.is_group() ? visit.details.party : 0;
            others += visit.is_group() ? 0 : 1;
        }
    }
    section.lines.push_back(
        {0, say(N_("Entries {0} to {1}, of this shift {6}; groups {2}, people {3}; calls {4}; at the gate {5}"),
                facts.from, facts.last, groups, people, facts.calls, facts.gate, facts.written) +
                (others == 0 ? "" : say(N_("; vehicles and contractors {0}"), others))});
    return section;
}

}  // namespace onduty
