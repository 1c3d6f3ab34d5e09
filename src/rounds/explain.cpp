// SPDX-License-Identifier: MIT
// patrol explain: a written explanation of a missed round or check, as an entry.
#include "book/due_list.hpp"
#include "book/rights.hpp"
#include "rounds/actions.hpp"
#include "rounds/misses.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct ExplainOptions {
    std::string slot;
    std::string words;
    std::string rule;
    std::string from;
    std::string until;
    bool not_applicable = false;
};

struct Found {
    const Outcome* outcome;
    const RuleOutcomes* rule;
};

// The slots that were due at `due`, of one rule when it is named; without, those of the cleaning are not meant.
std::vector<Found> slots_due_at(const std::vector<RuleOutcomes>& rules, Instant due, const std::string& rule) {
    std::vector<Found> found;
    for (const RuleOutcomes& outcomes : rules) {
        for (const Outcome& outcome : outcomes.judgement.outcomes) {
            if (outcome.slot.due == due && (rule.empty() ? !outcomes.is_cleaning() : outcomes.rule == rule)) {
                found.push_back({&outcome, &outcomes});
            }
        }
    }
    return found;
}

// Due by a plan that is no more: nobody has to do it.
bool is_left_over(Book& book, const Found& one) {
    return one.outcome->state == State::pending && one.outcome->slot.due <= book.now() &&
           is_dropped(book, one.outcome->slot);
}

const Found& only_missed(Book& book, const std::vector<Found>& found, Instant due) {
    const Found* missed = nullptr;
    for (const Found& one : found) {
        if (one.outcome->state == State::missed || is_left_over(book, one)) {
            if (missed != nullptr) {
                throw UsageError{say(N_("Two things were missed at that time: {0} ({1}) and {2} ({3}). Add --rule {1} "
                                        "or --rule {3}."),
                                     missed->rule->name, missed->rule->rule, one.rule->name, one.rule->rule)};
            }
            missed = &one;
        }
    }
    if (missed != nullptr) {
        return *missed;
    }
    if (found.empty()) {
        throw Refusal{
            say(N_("Nothing was due at {0}. What was missed shows: onduty due"), full_text(book.zone(), due))};
    }
    if (found.front().outcome->state == State::pending) {
        throw Refusal{say(N_("{0} of {1} is not missed yet: it can be done until {2}, and explained after that."),
                          found.front().rule->name, full_text(book.zone(), due),
                          full_text(book.zone(), found.front().outcome->slot.expires))};
    }
    throw Refusal{say(N_("{0} of {1} was not missed, it is {2}; nothing is to be explained."), found.front().rule->name,
                      full_text(book.zone(), due), shown_state(found.front().outcome->state))};
}

// That it did not apply, only those say who may speak for others.
Presence explainer(Recording& recording, const Slot& slot, bool not_applicable) {
    recording.refuse_who();
    const Presence person =
        not_applicable ? person_with(recording, Right::explain) : recording.on_duty_person(slot.rule->post);
    check_may_explain(recording, person.person, slot);
    return person;
}

int explain(Context& context, const ExplainOptions& options) {
    if (!options.from.empty() || !options.until.empty()) {
        if (!options.words.empty()) {
            throw UsageError{say(N_("Either one slot, or --from and --until with the words behind them."))};
        }
        return explain_stretch(context,
                               {options.from, options.until, options.slot, options.rule, options.not_applicable});
    }
    if (options.slot.empty()) {
        if (!options.rule.empty() || options.not_applicable) {
            throw UsageError{say(N_("Say which slot is meant. What was missed shows: onduty due"))};
        }
        return show_due(context);
    }
    Recording recording{context};
    Book& book = recording.book();
    const std::string words = tidy_note(options.words);
    if (!is_reason(words)) {
        throw UsageError{say(N_("Say why it was missed: onduty patrol explain {0} \"...\""), shell_word(options.slot))};
    }
    const Instant due = read_time_until(options.slot, book.zone(), book.now(), book.now());
    const std::chrono::days day{1};
    // What is due in the morning may be of the night or of the day before it.
    const Date date = business_date(book.zone(), book.calendar(), due);
    Pass pass{book, {date - 2 * day, date + 2 * day}};
    const std::string rule = options.rule.empty() ? "" : book.resolve_ever("rule", N_("rule"), options.rule).code;
    const auto found = slots_due_at(pass.get<DueFold>().rules, due, rule);
    const Found& missed = only_missed(book, found, due);
    const Presence person = explainer(recording, missed.outcome->slot, options.not_applicable);
    Entry entry = recording.draft(kind::kExplanation, person);
    entry.rule = missed.rule->rule;
    entry.slot_at = due;
    entry.note = words;
    entry.result = options.not_applicable ? result::kNotApplicable : is_left_over(book, missed) ? result::kSkipped : "";
    entry.business_date = missed.outcome->slot.date;
    const std::string due_words = date_time_text(book.zone(), due);
    return recording.finish(recording.append(entry),
                            options.not_applicable
                                ? say(N_("{0} of {1} does not apply: {2}."), missed.rule->name, due_words, words)
                                : say(N_("{0} of {1} explained: {2}."), missed.rule->name, due_words, words));
}

void declare_explain(OptionList& list, ExplainOptions& options) {
    list.word("slot", &options.slot, tr("When it was due: 03:00, or \"2026-11-23 03:00\"; none lists what was missed"));
    list.word("words", &options.words, tr("Why it was missed"));
    list.option("--rule", &options.rule, "RULE", tr("The rule, when two were missed at that time"));
    list.option("--from", &options.from, "TIME", tr("All that was missed from here on: a date, or a time"));
    list.option("--until", &options.until, "TIME", tr("And until then, by one entry of a supervisor"));
    list.flag("--not-applicable", &options.not_applicable, tr("It did not apply: it is not counted as missed"));
}

}  // namespace

constexpr ActionSpec kPatrolExplain =
    action<declare_explain, explain>("explain", "说明", N_("Explain a missed round or check"));

}  // namespace onduty
