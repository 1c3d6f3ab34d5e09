// SPDX-License-Identifier: MIT
#include "book/was_on_duty.hpp"

#include "book/duty.hpp"
#include "book/numbered_word.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

std::string coming_command(Book& book, const std::string& person) {
    const auto word = book.store().word("staff", person);
    const std::vector<std::string> posts = split_words(word ? word->detail : "");
    const std::vector<Word> all = posts.empty() ? book.store().words("post") : std::vector<Word>{};
    const std::string post = posts.size() > 1 ? posts.front() : all.empty() ? "" : all.front().code;
    return "onduty checkin staff " + person + (post.empty() ? "" : " --post " + post);
}

Refusal not_on_duty(Book& book, const Word& person) {
    return Refusal{say(N_("{0} is not on duty. First: {1}"), person.name, coming_command(book, person.code))};
}

Refusal types_from_home(Book& book, const Word& person, const std::vector<Presence>& present) {
    const std::string come = coming_command(book, person.code);
    if (present.empty()) {
        return Refusal{
            say(N_("{0} is not on duty, nor is anybody else. Only if {0} has come: {1}"), person.name, come)};
    }
    const auto himself = [&](const Presence& one) {
        return say(N_("{0} (--by {1})"), book.name_of("staff", one.person), person_typed(book, one.person));
    };
    return Refusal{say(N_("{0} is not on duty. --by names who types it: {1}. Only if {0} has come: {2}"), person.name,
                       listed(present, himself, tr(", ")), come)};
}

Presence presence_needed(Book& book, const Word& person, std::optional<Instant> then) {
    if (const auto presence = then ? presence_at(book, person.code, *then) : book.store().on_duty(person.code)) {
        return *presence;
    }
    if (!then) {
        throw not_on_duty(book, person);
    }
    if (const auto later = book.store().on_duty(person.code); later && later->since > *then) {
        throw Refusal{say(N_("{0} was not on duty at {1}, but from {2} on. If that began sooner, first: onduty correct "
                             "{3} --time \"{4}\" --reason \"...\""),
                          person.name, full_text(book.zone(), *then), full_text(book.zone(), later->since),
                          later->shift, date_time_text(book.zone(), *then))};
    }
    throw Refusal{say(N_("{0} was not on duty at {1}. First, when he came: {2} --at \"{3}\" --reason \"...\""),
                      person.name, full_text(book.zone(), *then), coming_command(book, person.code),
                      date_time_text(book.zone(), *then))};
}

}  // namespace onduty
