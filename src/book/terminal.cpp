// SPDX-License-Identifier: MIT
#include "book/terminal.hpp"

#include <vector>

#include "book/duty.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"

namespace onduty {

std::optional<Presence> person_of_terminal(Book& book) {
    const auto& variable = book.context().environment.variable;
    const std::string by = variable("ONDUTY_BY");
    const std::string typed = variable("ONDUTY_POST");
    if (by.empty() && typed.empty()) {
        return std::nullopt;
    }
    std::string person;
    std::string post;
    try {
        person = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
        post = typed.empty() ? "" : book.resolve("post", N_("post"), typed).code;
    } catch (const Error&) {
        return std::nullopt;  // somebody who has left, a post that was dropped: nobody who is there
    }
    std::vector<Presence> people = present_people(book);
    std::erase_if(people, [&](const Presence& one) {
        return (!person.empty() && one.person != person) || (!post.empty() && !one.is_at(post));
    });
    return people.size() == 1 ? std::optional{people.front().at(post)} : std::nullopt;
}

std::string by_words(Book& book, const std::string& person) {
    const auto here = person_of_terminal(book);
    const std::vector<Presence> people = here ? std::vector{*here} : likely_people(book);
    return people.size() == 1 && people.front().person == person ? "" : " --by " + person;
}

std::string by_typed(Book& book) {
    const std::string& by = book.context().options.by;
    return by.empty() ? "" : " --by " + shell_word(by);
}

}  // namespace onduty
