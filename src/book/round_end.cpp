// SPDX-License-Identifier: MIT
#include "book/round_end.hpp"

#include "book/duty.hpp"
#include "book/terminal.hpp"
#include "book/thread.hpp"
#include "log/kind.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// When it began, or its guard was at a point last.
Entry last_sign(Book& book, const Entry& begin) {
    Entry last = begin;
    for (const Entry& step : thread_of(book, begin.number)) {
        if ((step.traits & (trait::kBeginsRound | trait::kReachesPoint)) != 0 &&
            (step.number == begin.number || last.told_at() <= step.told_at())) {
            last = step;
        }
    }
    return last;
}

// As was typed with the command that is hinted from.
std::string reason_words(Book& book) {
    const std::string& typed = book.context().options.reason;
    return typed.empty() ? std::string{"\""} + tr("forgot to end it") + "\"" : shell_word(typed);
}

std::string end_at(Book& book, const std::string& who, Instant last) {
    return "onduty patrol end" + who + " --at \"" + date_time_text(book.zone(), std::chrono::ceil<Minutes>(last)) +
           "\" --reason " + reason_words(book);
}

}  // namespace

std::string end_of_round(Book& book, const Entry& begin) {
    const std::string& person = begin.actor;
    const auto presence = book.store().on_duty(person);
    const bool is_there = presence && !stale_since(book, *presence);
    const Entry last = last_sign(book, begin);
    const bool told_afterwards = last.recorded_at - last.told_at() > book.grace();
    if (is_there && presence->round == begin.number && !told_afterwards) {
        return "onduty patrol end" + by_words(book, person);
    }
    return end_at(book, is_there ? " --by " + person : " --who " + person + by_typed(book), last.told_at());
}

std::string end_of_round(Book& book, const Presence& walking) {
    return end_of_round(book, book.entry(walking.round));
}

std::string end_of_left_round(Book& book, const Presence& left) {
    return end_at(book, " --by " + left.person, last_sign(book, book.entry(left.round)).told_at());
}

}  // namespace onduty
