// SPDX-License-Identifier: MIT
// patrol end: ends the open round and says what was left out.
#include <algorithm>

#include "book/amended.hpp"
#include "book/recording.hpp"
#include "book/thread.hpp"
#include "book/twice_there.hpp"
#include "rounds/actions.hpp"
#include "rounds/kinds.hpp"
#include "rounds/open_round.hpp"
#include "rounds/outcomes.hpp"
#include "rounds/rules.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// A round that its guard left waits to be signed since he came on duty anew, and may be signed before its end is told.
bool waits_or_is_signed(Book& book, EntryNumber round) {
    const std::vector<Entry> steps = thread_of(book, round);
    return book.store().open_matters().count(round) > 0 ||
           std::any_of(steps.begin(), steps.end(), [&](const Entry& step) { return step.closes == round; });
}

int end_round(Context& context, const std::string& note) {
    Recording recording{context};
    Book& book = recording.book();
    const OpenRound open{recording, TellsOf::end};
    EntryQuery since_start;
    since_start.first = open.presence.round;
    PatrolReading reading{deed_reading(book), book.routes()};
    each_amended(recording.store(), since_start, [&](const Entry& entry) { reading.add(entry); });
    const PatrolFacts facts = reading.finish();
    Entry entry = open.draft(recording, kind::kRoundEnd);
    entry.about = open.presence.round;
    entry.subject = open.presence.route;
    entry.note = note;
    std::string missing;
    std::size_t visits = 0;
    std::int64_t faults = 0;
    Instant start = entry.told_at();
    Instant last = Instant::min();
    for (const Round& round : facts.rounds) {
        if (round.number == open.presence.round) {
            visits = round.visits.size();
            start = round.start;
            last = round.last;
            faults = round.faults;
            missing = listed(
                round.missing, [&](const std::string& point) { return point + " " + book.name_of("point", point); },
                tr(", "));
        }
    }
    if (entry.claims_before(start)) {
        throw Refusal{say(N_("The round began at {0}, later than that."), full_text(book.zone(), start))};
    }
    // A clock that was set back keeps nobody from ending his round.
    if (entry.happened_at || book.entry(entry.about).happened_at) {
        refuse_end_in_second_round(book, entry.about, entry.told_at());
    }
    entry.result = missing.empty() ? result::kComplete : result::kIncomplete;
    if (is_countersigned(book, {"route", entry.subject}) && !waits_or_is_signed(book, entry.about)) {
        entry.opens = entry.about;
    }
    const Entry stored = recording.append(entry);
    const std::string name = book.name_of("route", open.presence.route);
    const std::string took = duration_text(entry.told_at() - start);
    recording.finish(
        stored, missing.empty() ? say(N_("{0} complete: visits {1}, faults {2}, took {3}."), name, visits, faults, took)
                                : say(N_("{0} INCOMPLETE: visits {1}, faults {2}, took {3}; left out: {4}."), name,
                                      visits, faults, took, missing));
    const std::optional<Slot> slot = slot_begun(book, entry.subject, start);
    const bool too_slow = missing.empty() && slot && last >= slot->in_order_until;
    if (slot && (too_slow || stored.late)) {
        const std::vector<Outcome> outcomes = outcomes_of_route(book, entry.subject, slot->date);
        const Outcome* outcome = outcome_of_round(outcomes, open.presence.round);
        if (outcome != nullptr && (outcome->claim || outcome->state != State::incomplete)) {
            context.remark(counts_as_words(book, *outcome));
        } else if (too_slow) {
            context.remark(
                say(N_("The last point came at {0}, and the round of {1} had to be complete before {2}: it counts as "
                       "incomplete."),
                    clock_text(book.zone(), last), clock_text(book.zone(), slot->due),
                    clock_text(book.zone(), slot->in_order_until)));
        }
    }
    return missing.empty() && !too_slow ? kDone : kFound;
}

void declare_end(OptionList& list, std::string& note) {
    list.option("--note", &note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kPatrolEnd = action<declare_end, end_round>("end", "结束", N_("End the round"));

}  // namespace onduty
