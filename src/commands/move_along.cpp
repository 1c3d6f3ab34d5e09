// SPDX-License-Identifier: MIT
#include "commands/move_along.hpp"

#include <algorithm>
#include <set>

#include "book/amend_right.hpp"
#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/corrected_fields.hpp"
#include "book/kinds.hpp"
#include "book/withdrawal.hpp"
#include "log/changed_fields.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr const char* kVisitOption = "--visit";

bool can_move(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    const Corrected* corrected = kind == nullptr ? nullptr : corrected_under(*kind, kVisitOption);
    return corrected != nullptr && corrected->read != nullptr;
}

bool has_number(const std::vector<Entry>& entries, EntryNumber number) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.number == number; });
}

// The last step before it that can move and without which it would not have been possible; 0 for none.
EntryNumber leader_of(Book& book, const Entry& was) {
    std::vector<Entry> thread = steps_by_index(book, was.about);
    std::erase_if(thread, [&](const Entry& one) { return one.number >= was.number; });
    std::vector<Entry> with = thread;
    with.push_back(was);
    for (std::size_t step = thread.size(); step-- > 1;) {
        std::vector<Entry> without = with;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(step));
        if (can_move(thread[step]) && has_number(no_longer_fitting(book, with, without), was.number)) {
            return thread[step].number;
        }
    }
    return 0;
}

// Whether both said the same of what they say otherwise now.
bool said_the_same(const Fields& one, const Fields& other) {
    return std::any_of(one.begin(), one.end(), [&](const FieldValue& value) {
        return value.place == kWas && std::any_of(other.begin(), other.end(), [&](const FieldValue& of_other) {
                   return of_other.place == kWas && of_other.number == value.number && of_other.word == value.word;
               });
    });
}

bool may_amend(Recording& recording, const Presence& person, const Entry& entry) {
    try {
        check_may_amend(recording, person, entry);
        return true;
    } catch (const Refusal&) {
        return false;
    }
}

// The kinds of which an entry may go along with what is said under this option.
std::vector<std::string_view> followers_of(std::string_view option) {
    std::vector<std::string_view> names;
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            if (std::any_of(kind.corrections.begin(), kind.corrections.end(),
                            [&](const Corrected& corrected) { return follows(corrected, option); })) {
                names.push_back(kind.name);
            }
        }
    }
    return names;
}

// What may go along with it; also, of an arrival that was announced, what is about the announcement as it is itself.
// Most options have no followers, and nothing is read.
std::vector<Entry> steps_that_follow(Book& book, const Entry& entry, std::string_view option) {
    EntryQuery query;
    query.rare_kinds = followers_of(option);
    std::vector<Entry> steps;
    if (query.rare_kinds.empty()) {
        return steps;
    }
    query.about = entry.number;
    each_amended(book.store(), query, [&](const Entry& step) { steps.push_back(step); });
    if (entry.about != 0) {
        query.about = entry.about;
        query.first = entry.number + 1;
        each_amended(book.store(), query, [&](const Entry& step) {
            if (step.kind != entry.kind) {
                steps.push_back(step);
            }
        });
    }
    return steps;
}

}  // namespace

void follow_along(Recording& recording, const Presence& person, const Entry& entry, const Said& said,
                  Followed& followed) {
    for (const Entry& step : steps_that_follow(recording.book(), entry, said.option)) {
        for (const Corrected& corrected : kind_named(step.kind)->corrections) {
            if (!follows(corrected, said.option)) {
                continue;
            }
            const Fields change = change_typed(recording, step, corrected.option, *said.typed);
            if (!said_the_same(said.change, change)) {
                continue;
            }
            if (has_own_life(step) || !may_amend(recording, person, step)) {
                followed.stays.emplace_back(step,
                                            std::string{corrected.option} + " " + shell_word(said.typed->front()));
                continue;
            }
            append_change(recording, person, step, first_field(corrected).c_str(), change);
            followed.along.push_back(step);
            follow_along(recording, person, step, {corrected.option, said.typed, change}, followed);
        }
    }
}

std::vector<Entry> move_along(Recording& recording, const Presence& person, const MovedEntry& moved,
                              const ThreadsBefore& threads) {
    std::vector<Entry> along;
    const auto next = [&] {
        std::vector<Entry> broken = threads.no_longer_fitting();
        std::erase_if(broken, [&](const Entry& one) {
            return one.about != moved.was.about || !can_move(one) || has_number(along, one.number);
        });
        return broken;
    };
    for (std::vector<Entry> broken = next(); !broken.empty(); broken = next()) {
        for (const Entry& step : broken) {
            check_may_amend(recording, person, step);
            append_change(recording, person, step, "about", change_typed(recording, step, kVisitOption, {moved.typed}));
            along.push_back(step);
        }
    }
    return along;
}

void refuse_unfit_move(Book& book, const MovedEntry& moved, const std::vector<Entry>& along) {
    const EntryNumber about = as_corrected(book.store(), book.entry(moved.was.number)).about;
    const std::vector<Entry> thread = steps_by_index(book, about);
    std::vector<Entry> before = thread;
    std::erase_if(before,
                  [&](const Entry& one) { return one.number == moved.was.number || has_number(along, one.number); });
    for (const Entry& broken : no_longer_fitting(book, before, thread)) {
        const EntryNumber leader = broken.number == moved.was.number ? leader_of(book, moved.was) : 0;
        const GlobalOptions& options = book.context().options;
        if (leader != 0) {
            throw Refusal{
                say(N_("Entry {0} was recorded upon entry {1}. Both move with: onduty correct {1} --visit {2} --reason "
                       "{3}{4}"),
                    broken.number, leader, shell_word(moved.typed), shell_word(options.reason),
                    options.by.empty() ? "" : " --by " + shell_word(options.by))};
        }
        throw InTheWay{book, broken.number, [number = broken.number, about](const std::string& command) {
                           return say(N_("Entry {0} does not fit upon entry {1}. Withdraw it and type it again: {2}"),
                                      number, about, command);
                       }};
    }
}

}  // namespace onduty
