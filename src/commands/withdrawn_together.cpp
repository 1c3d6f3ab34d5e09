// SPDX-License-Identifier: MIT
#include "commands/withdrawn_together.hpp"

#include <utility>

#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/withdrawal.hpp"
#include "commands/withdraw_words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

void refuse_part(Book& book, const Entry& withdrawal) {
    if (withdrawal.batch == 0 || book.store().withdrawn_by(withdrawal.batch) != 0) {
        return;
    }
    const Entry leader = book.entry(withdrawal.batch);
    throw Refusal{
        is_withdrawal(leader)
            ? say(N_("Entry {0} was withdrawn together with entry {1}. Both again: onduty correct {1} "
                     "--restore --reason \"...\""),
                  withdrawal.amends, leader.amends)
            : say(N_("Entry {0} was withdrawn because of the correction in entry {1}. If that is wrong: onduty "
                     "correct {1} --void --reason \"...\""),
                  withdrawal.amends, leader.number)};
}

void refuse_part_of_clock(Book& book, const Entry& entry) {
    const EntryNumber clock = follows_from_clock(book.store(), entry);
    if (clock != 0 && book.store().withdrawn_by(clock) == 0) {
        throw Refusal{say(N_("Entry {0} follows from the clock that entry {1} declares. If that is wrong: {2}"),
                          entry.number, clock, void_command(book, clock))};
    }
}

std::optional<Entry> first_typed_with(Book& book, const Entry& entry) {
    if (entry.kind != kind::kCorrection || entry.batch == 0 || book.store().withdrawn_by(entry.batch) != 0) {
        return std::nullopt;
    }
    Entry leader = book.entry(entry.batch);
    return leader.kind == kind::kCorrection ? std::optional{std::move(leader)} : std::nullopt;
}

}  // namespace onduty
