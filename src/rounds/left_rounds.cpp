// SPDX-License-Identifier: MIT
#include "rounds/left_rounds.hpp"

#include <algorithm>

#include "book/open_entries.hpp"
#include "rounds/outcomes.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// So long after its last sign a round that nobody ended is taken for left (ours).
constexpr Minutes kWalkedOn{60};

}  // namespace

std::vector<UnendedRound> unended_rounds(Look& look) {
    Book& book = look.book();
    std::vector<UnendedRound> unended;
    for (const Round& round : look.pass().get<PatrolFold>().facts.rounds) {
        if (round.ended || !book.store().word("staff", round.person)) {
            continue;
        }
        Instant last = round.start;
        for (const Round::Visit& visit : round.visits) {
            last = std::max(last, visit.at);
        }
        const auto presence = book.store().on_duty(round.person);
        const bool is_walked = presence && presence->round == round.number;
        unended.push_back({&round, last + kWalkedOn, is_walked});
    }
    return unended;
}

void add_left_rounds(Look& look, MattersNow& matters) {
    Book& book = look.book();
    for (const UnendedRound& one : unended_rounds(look)) {
        if (one.due <= look.now()) {
            matters.try_emplace(one.round->number,
                                MatterNow{say(N_("{0}: not ended"), book.name_of("route", one.round->route)),
                                          one.round->person, one.due});
        }
    }
}

}  // namespace onduty
