// SPDX-License-Identifier: MIT
#include "rounds/claims.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "book/teller.hpp"
#include "log/corrections.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// What is accepted may not be all that was to be done.
std::string what_was_done(const RuleOutcomes& rule, const PatrolFacts& facts, const Mark& mark) {
    if (mark.complete) {
        return rule.name;
    }
    const std::string left = facts.left_out(mark.entry);
    return left.empty() ? say(N_("{0}, incomplete"), rule.name) : say(N_("{0}, left out: {1}"), rule.name, left);
}

void add_claims(const std::vector<RuleOutcomes>& rules, const PatrolFacts& facts, std::vector<Waiting>& waiting) {
    for (const RuleOutcomes& rule : rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (!outcome.claim || outcome.accepted != 0) {
                continue;
            }
            const Mark& mark = *outcome.mark;
            const Deed* deed = facts.deeds.deed(mark.entry);
            waiting.push_back({mark.entry, mark.claimed_by, deed->person, deed->shift, mark.date, rule.rule,
                               what_was_done(rule, facts, mark), outcome.slot.due, mark.at, when_claimed(mark)});
        }
    }
}

// Why somebody missed what was his own to do, as far as that is what became of the slot.
void add_explanations(const std::vector<RuleOutcomes>& rules, const Deeds& deeds, std::vector<Waiting>& waiting) {
    for (const RuleOutcomes& rule : rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            const WrittenExplanation* said = outcome.mark ? nullptr : deeds.explanation(outcome.explanation);
            if (said != nullptr && said->mark == mark::kOwnWord && deeds.accepts(said->number, said->number) == 0) {
                waiting.push_back({said->number, said->number, said->person, said->shift, outcome.slot.date, rule.rule,
                                   rule.name, outcome.slot.due, said->at, said->at, true});
            }
        }
    }
}

// Whether it is what its entry says now: neither that nor the correction is withdrawn, nor said otherwise since.
bool holds(Store& store, const Entry& correction) {
    if (store.withdrawn_by(correction.number) != 0) {
        return false;
    }
    if (correction.kind == kind::kVoid) {
        return true;
    }
    const Amendments amendments = amendments_of(store, correction.amends);
    const auto found = amendments.corrections.find(correction.amends);
    EntryNumber last = 0;
    for (const Amendments::Correction& one :
         found == amendments.corrections.end() ? std::vector<Amendments::Correction>{} : found->second) {
        last = one.field == correction.subject && !amendments.withdrawn(one.number) ? one.number : last;
    }
    return last == correction.number && store.withdrawn_by(correction.amends) == 0;
}

// When somebody came and went, as he put it right himself.
void add_corrections(Book& book, const Deeds& deeds, DateRange dates, std::vector<Waiting>& waiting) {
    EntryQuery query;
    query.rare_kinds = {kind::kCorrection, kind::kVoid};
    query.dates = dates;
    std::vector<Entry> said;
    book.store().each(query, [&](const Entry& entry) {
        if (mark_of(entry) == mark::kOwnWord && deeds.accepts(entry.number, entry.number) == 0) {
            said.push_back(as_corrected(book.store(), entry));
        }
    });
    Teller teller{book};
    for (const Entry& entry : said) {
        if (!holds(book.store(), entry)) {
            continue;
        }
        const Entry turn = book.entry(entry.amends);
        waiting.push_back({entry.number,
                           entry.number,
                           entry.actor,
                           begins_shift(turn) ? turn.number : turn.shift,
                           entry.business_date,
                           {},
                           teller.line(entry, {}),
                           entry.told_at(),
                           entry.told_at(),
                           entry.recorded_at,
                           true});
    }
}

// Who comes to a post may stand in there; what is about somebody and goes on in parts he may have ended himself.
bool may_be_own_word(const Kind& kind) {
    return (kind.traits & trait::kBeginsShift) != 0 || (kind.concerns != nullptr && kind.still_open != nullptr);
}

// What somebody recorded of himself: who agreed that he stands in, how it ended when he did not answer.
void add_own_words(Book& book, const Deeds& deeds, DateRange dates, std::vector<Waiting>& waiting) {
    EntryQuery query;
    query.kinds = names_of(kinds_that(may_be_own_word));
    query.dates = dates;
    std::vector<Entry> said;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (mark_of(entry) == mark::kOwnWord && deeds.accepts(entry.number, entry.number) == 0) {
            said.push_back(entry);
        }
    });
    Teller teller{book};
    for (const Entry& entry : said) {
        const EntryNumber shift = begins_shift(entry) ? entry.number : entry.shift;
        waiting.push_back({entry.number,
                           entry.number,
                           entry.actor,
                           shift,
                           entry.business_date,
                           {},
                           teller.line(entry, {}),
                           entry.told_at(),
                           entry.told_at(),
                           entry.recorded_at,
                           true});
    }
}

}  // namespace

std::vector<WaitingOfShift> what_waits(Pass& pass, const std::vector<RuleOutcomes>& rules) {
    const PatrolFacts& facts = pass.get<PatrolFold>().facts;
    const Deeds& deeds = facts.deeds;
    std::vector<Waiting> all;
    add_claims(rules, facts, all);
    add_explanations(rules, deeds, all);
    add_corrections(pass.book(), deeds, pass.dates(), all);
    add_own_words(pass.book(), deeds, pass.dates(), all);
    std::stable_sort(all.begin(), all.end(),
                     [](const Waiting& one, const Waiting& other) { return one.due < other.due; });
    std::vector<WaitingOfShift> shifts;
    for (const Waiting& one : all) {
        const EntryNumber of = one.shift == 0 ? one.entry : one.shift;
        auto found = std::find_if(shifts.begin(), shifts.end(), [&](const auto& shift) { return shift.of == of; });
        if (found == shifts.end()) {
            found = shifts.insert(found, {of, one.person, pass.book().entry(of).business_date, {}});
        }
        found->all.push_back(one);
    }
    return shifts;
}

std::string waiting_text(Book& book, const WaitingOfShift& waiting) {
    const auto own =
        std::count_if(waiting.all.begin(), waiting.all.end(), [](const Waiting& one) { return one.own_word; });
    const auto late = static_cast<std::ptrdiff_t>(waiting.all.size()) - own;
    Parts parts;
    parts.add(late == 0 ? "" : say(N_("typed late {0}"), late));
    parts.add(own == 0 ? "" : say(N_("own word {0}"), own));
    return say(N_("{0}, {1}: {2}"), book.name_of("staff", waiting.person), to_text(waiting.date),
               std::move(parts).text());
}

}  // namespace onduty
