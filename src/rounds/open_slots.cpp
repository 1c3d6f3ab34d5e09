// SPDX-License-Identifier: MIT
#include "rounds/open_slots.hpp"

#include "book/machine_words.hpp"
#include "rounds/blocks.hpp"
#include "rounds/outcomes.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::string words_on(const PatrolFacts& facts, const Outcome& outcome) {
    const WrittenExplanation* explanation = facts.deeds.explanation(outcome.explanation);
    return explanation == nullptr ? std::string{} : explanation->words;
}

// What was claimed, and nobody has accepted.
bool is_waiting(const Outcome& outcome) {
    return outcome.claim && outcome.accepted == 0;
}

// Whether two slots that follow each other are told in one line: misses of one date, of the cleaning also those that
// were explained in the same words, and what one entry explained.
bool go_together(const PatrolFacts& facts, const RuleOutcomes& rule, const Outcome& first, const Outcome& next) {
    if (first.state != next.state || is_waiting(first) != is_waiting(next)) {
        return false;
    }
    if (first.explanation != 0 && first.explanation == next.explanation) {
        return true;
    }
    return rule.is_cleaning() ? words_on(facts, first) == words_on(facts, next)
                              : first.state == State::missed && first.slot.date == next.slot.date;
}

// Who did it, what was left out, what was said of it and by whom, as far as there is anything.
std::string told(Book& book, const PatrolFacts& facts, const Outcome& outcome) {
    std::string text;
    const auto add = [&](const std::string& part) { text += part.empty() ? "" : ": " + shown_safely(part); };
    if (outcome.mark) {
        add(book.name_of("staff", facts.deeds.person_of(outcome.mark->entry)));
        add(facts.left_out(outcome.mark->entry));
        if (outcome.state == State::typed_late) {
            add(say(N_("typed {0}"), date_time_text(book.zone(), when_claimed(*outcome.mark))));
        }
        if (outcome.accepted != 0) {
            add(say(N_("accepted by {0}"), book.name_of("staff", facts.deeds.acceptor(outcome.accepted))));
        }
        if (outcome.mark->last >= outcome.slot.in_order_until) {
            add(say(N_("last point {0}"), date_time_text(book.zone(), outcome.mark->last)));
        }
    }
    if (const WrittenExplanation* explanation = facts.deeds.explanation(outcome.explanation)) {
        add(explanation->words);
        std::string by = book.name_of("staff", explanation->person);
        by += explanation->mark.empty() ? "" : tr(", ") + std::string{shown_word(explanation->mark)};
        const EntryNumber accepted = facts.deeds.accepts(explanation->number, explanation->number);
        by += accepted == 0
                  ? ""
                  : tr(", ") + say(N_("accepted by {0}"), book.name_of("staff", facts.deeds.acceptor(accepted)));
        text += by.empty() ? "" : " (" + shown_safely(by) + ")";
    }
    return text;
}

std::string line_of(Book& book, const PatrolFacts& facts, const RuleOutcomes& rule, const Outcome& first,
                    const Outcome& last, std::size_t count) {
    std::string line = "  " + date_time_text(book.zone(), first.slot.due);
    line += count > 1 ? say(N_(" to {0}"), date_time_text(book.zone(), last.slot.due)) : std::string{};
    line += "  " + rule.name;
    line += count > 1 ? say(N_(", {0} times"), count) : std::string{};
    return line + told(book, facts, first);
}

bool is_missed(const Outcome& outcome) {
    return outcome.state == State::missed;
}
bool is_explained(const Outcome& outcome) {
    return outcome.state == State::explained;
}
bool is_incomplete(const Outcome& outcome) {
    return outcome.state == State::incomplete;
}
bool is_typed_late(const Outcome& outcome) {
    return outcome.state == State::typed_late && !is_waiting(outcome);
}
bool is_in_doubt(const Outcome& outcome) {
    return outcome.state == State::clock_in_doubt;
}

// The slots of one sort, one a line, those that go together as one.
void print_slots(Pass& pass, Output& output, bool (*is_meant)(const Outcome& outcome), const char* heading) {
    const PatrolFacts& facts = pass.get<PatrolFold>().facts;
    bool headed = false;
    const auto print_line = [&](const std::string& line) {
        if (!headed) {
            output.line("");
            output.line(heading);
            headed = true;
        }
        output.line(line);
    };
    std::int64_t of_cleaning = 0;
    for (const RuleOutcomes& rule : pass.get<DaysFold>().rules) {
        if (rule.is_cleaning() && is_meant == is_missed) {
            of_cleaning += count_states(rule.judgement).missed;  // one by one they would be a page
            continue;
        }
        const auto& outcomes = rule.judgement.outcomes;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            if (!is_meant(outcomes[i])) {
                continue;
            }
            std::size_t last = i;
            while (last + 1 < outcomes.size() && go_together(facts, rule, outcomes[i], outcomes[last + 1])) {
                ++last;
            }
            print_line(line_of(pass.book(), facts, rule, outcomes[i], outcomes[last], last - i + 1));
            i = last;
        }
    }
    if (of_cleaning > 0) {
        print_line("  " + say(N_("Cleaning: {0}, by item in its block"), of_cleaning));
    }
}

}  // namespace

void print_open_slots(Pass& pass, Output& output) {
    print_slots(pass, output, is_missed, tr("Missed, not explained"));
    print_slots(pass, output, is_waiting, tr("Claimed later, not accepted: onduty accept"));
    print_slots(pass, output, is_explained, tr("Missed, explained"));
    print_slots(pass, output, is_incomplete, tr("Incomplete"));
    print_slots(pass, output, is_typed_late, tr("Typed late"));
    print_slots(pass, output, is_in_doubt, tr("Clock in doubt: onduty clock"));
}

}  // namespace onduty
