// SPDX-License-Identifier: MIT
#include "rounds/claims.hpp"

#include <algorithm>

#include "book/teller.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

void add_claims(const std::vector<RuleOutcomes>& rules, const Deeds& deeds, std::vector<Waiting>& waiting) {
    for (const RuleOutcomes& rule : rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (!outcome.claim || outcome.accepted != 0) {
                continue;
            }
            const Mark& mark = *outcome.mark;
            const Deed* deed = deeds.deed(mark.entry);
            waiting.push_back({mark.entry, deed->person, deed->shift, mark.date, rule.rule, rule.name, outcome.slot.due,
                               mark.at, when_claimed(mark)});
        }
    }
}

// Why somebody missed what was his own to do.
void add_explanations(Book& book, const Deeds& deeds, DateRange dates, std::vector<Waiting>& waiting) {
    for (const WrittenExplanation& said : deeds.explanations) {
        const Date date = business_date(book.zone(), book.calendar(), said.due);
        if (said.mark == mark::kOwnWord && deeds.accepts(said.number, said.shift, said.at) == 0 &&
            dates.contains(date)) {
            waiting.push_back({said.number, said.person, said.shift, date, said.rule, book.name_of("rule", said.rule),
                               said.due, said.at, said.at, true});
        }
    }
}

// When somebody came and went, as he put it right himself.
void add_corrections(Book& book, const Deeds& deeds, DateRange dates, std::vector<Waiting>& waiting) {
    EntryQuery query;
    query.rare_kinds = {kind::kCorrection, kind::kVoid};
    query.dates = dates;
    std::vector<Entry> said;
    book.store().each(query, [&](const Entry& entry) {
        if (mark_of(entry) == mark::kOwnWord && deeds.accepts(entry.number, entry.shift, entry.recorded_at) == 0) {
            said.push_back(entry);
        }
    });
    Teller teller{book};
    for (const Entry& entry : said) {
        if (book.store().withdrawn_by(entry.number) == 0) {
            waiting.push_back({entry.number,
                               entry.actor,
                               entry.shift,
                               entry.business_date,
                               {},
                               teller.line(entry, {}),
                               entry.told_at(),
                               entry.told_at(),
                               entry.recorded_at,
                               true});
        }
    }
}

}  // namespace

std::vector<WaitingOfShift> what_waits(Pass& pass, const std::vector<RuleOutcomes>& rules) {
    const Deeds& deeds = pass.get<PatrolFold>().facts.deeds;
    std::vector<Waiting> all;
    add_claims(rules, deeds, all);
    add_explanations(pass.book(), deeds, pass.dates(), all);
    add_corrections(pass.book(), deeds, pass.dates(), all);
    std::stable_sort(all.begin(), all.end(),
                     [](const Waiting& one, const Waiting& other) { return one.due < other.due; });
    std::vector<WaitingOfShift> shifts;
    for (const Waiting& one : all) {
        const EntryNumber of = one.shift == 0 ? one.entry : one.shift;
        auto found = std::find_if(shifts.begin(), shifts.end(), [&](const auto& shift) { return shift.of == of; });
        if (found == shifts.end()) {
            found = shifts.insert(found, {of, one.person, one.date, {}});
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
