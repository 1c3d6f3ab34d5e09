// SPDX-License-Identifier: MIT
#include "rounds/companions.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/round_end.hpp"
#include "book/thread.hpp"
#include "book/twice_there.hpp"
#include "book/was_on_duty.hpp"
#include "rounds/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

bool walks_along(const std::vector<Entry>& steps, const std::string& person) {
    return std::any_of(steps.begin(), steps.end(),
                       [&](const Entry& step) { return step.kind == kind::kCompanion && step.subject == person; });
}

// Of the rounds that go on: few people are on one.
std::optional<Entry> open_round_along(Book& book, const std::string& person, Instant at) {
    for (const Presence& leader : book.store().on_duty()) {
        if (leader.round != 0 && walks_along(thread_of(book, leader.round), person)) {
            Entry begin = as_corrected(book.store(), book.entry(leader.round));
            if (begin.told_at() <= at) {
                return begin;
            }
        }
    }
    return std::nullopt;
}

std::optional<Entry> ended_round_along(Book& book, const std::string& person, Instant at) {
    const EntryNumber round = round_walked_along(book, person, at);
    return round == 0 ? std::nullopt : std::optional{as_corrected(book.store(), book.entry(round))};
}

// Of a round that was ended he is on it from then until that, else it is not known until when.
Instant until_of(Book& book, EntryNumber round, Instant from) {
    for (const Entry& step : round == 0 ? std::vector<Entry>{} : thread_of(book, round)) {
        if ((step.traits & trait::kEndsRound) != 0) {
            return step.told_at();
        }
    }
    return from;
}

}  // namespace

std::optional<Entry> round_along(Book& book, const std::string& person, Instant at) {
    auto found = open_round_along(book, person, at);
    // What was ended lies behind: days are read for a told time only.
    return found || at >= book.now() ? std::move(found) : ended_round_along(book, person, at);
}

void refuse_begin_along(Book& book, const std::string& person, Instant at, EntryNumber own) {
    const auto along = round_along(book, person, at);
    if (!along || along->number == own) {
        return;
    }
    for (const Entry& step : thread_of(book, along->number)) {
        if ((step.traits & trait::kEndsRound) != 0) {
            throw Refusal{say(N_("{0} walked along on the round of entry {1}, which {2} led until {3}. If that ended "
                                 "sooner: onduty correct {4} --time TIME --reason \"...\""),
                              book.name_of("staff", person), along->number, book.name_of("staff", along->actor),
                              full_text(book.zone(), step.told_at()), step.number)};
        }
    }
    throw Refusal{say(N_("{0} walks along on the round of entry {1}, which {2} leads. First: {3}"),
                      book.name_of("staff", person), along->number, book.name_of("staff", along->actor),
                      end_of_round(book, *along))};
}

void check_companion(Book& book, const Word& person, const JoinedRound& round) {
    if (person.code == round.leader) {
        throw Refusal{say(N_("The second person must be somebody else than {0}."), person.name)};
    }
    presence_needed(book, person, round.then);
    const Instant at = round.then.value_or(book.now());
    const auto present = book.store().on_duty(person.code);
    const bool is_walking =
        present && present->round != 0 && as_corrected(book.store(), book.entry(present->round)).told_at() <= at;
    if (is_walking) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: {2}"), person.name, present->round,
                          end_of_round(book, *present))};
    }
    if (present && present->round != 0 && until_of(book, round.number, at) == at) {
        const Instant own = as_corrected(book.store(), book.entry(present->round)).told_at();
        book.context().remark(say(N_("{0} leads the round of entry {1} since {2}: this one ended before that, or {0} "
                                     "did not walk along on it."),
                                  person.name, present->round, full_text(book.zone(), own)));
    }
    if (round.then) {
        refuse_second_round(book, person.code, round.number, at, until_of(book, round.number, at));
    }
    refuse_begin_along(book, person.code, at, round.number);
}

}  // namespace onduty
