// SPDX-License-Identifier: MIT
// Who types what is recorded, and whose deed is it?
#include <algorithm>
#include <iterator>

#include "book/duty.hpp"
#include "book/recording.hpp"
#include "book/terminal.hpp"
#include "book/was_on_duty.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

Presence Recording::on_duty_person(const std::string& post) {
    return for_whom(who_types(post, Terminal::counts), post);
}

Presence Recording::named_person() {
    return for_whom(who_types({}, Terminal::ignored), {});
}

Presence Recording::for_whom(const Presence& by, const std::string& post) {
    if (book_.context().options.who.empty()) {
        return with_posts_told(by).at(post);
    }
    const Presence person = with_posts_told(doer()).at(post);
    typist_ = by.person;
    return person;
}

Presence Recording::with_posts_told(Presence person) {
    const auto told = book_.claimed();
    const auto then = told && *told >= person.since ? presence_at(book_, person.person, *told) : std::nullopt;
    if (then && then->shift == person.shift) {
        person.posts = then->posts;
        person.post = then->post;
    }
    return person;
}

Presence Recording::doer() {
    const Word person = book_.person_told(book_.context().options.who);
    const Instant told = book_.claimed().value_or(book_.now());
    const auto presence = store().on_duty(person.code);
    const auto stale = presence ? stale_since(book_, *presence) : std::nullopt;
    if (presence && presence->since <= told && told <= stale.value_or(told)) {
        return *presence;
    }
    return presence_needed(book_, person, told);
}

void Recording::need_named() const {
    if (by_terminal_) {
        throw UsageError{say(N_("Who does it? This needs a right, so add --by NAME."))};
    }
}

void Recording::refuse_who() {
    const std::string& who = book_.context().options.who;
    if (who.empty()) {
        return;
    }
    const Word person = book_.resolve_ever("staff", N_("person"), who);
    if (store().on_duty(person.code)) {
        throw UsageError{
            say(N_("--who says whose deed it was; this is the act of who types it. Leave --who away. If {0} "
                   "types it: --by {1}"),
                person.name, person.code)};
    }
    throw UsageError{say(N_("--who says whose deed it was; this is the act of who types it. {0} is not on duty. Who is "
                            "on duty does it himself and may write down what {0} said: leave --who away."),
                         person.name)};
}

Presence Recording::who_types(const std::string& post, Terminal terminal) {
    const std::string& by = book_.context().options.by;
    const Word named = by.empty() ? Word{} : book_.resolve("staff", N_("person"), by);
    if (const auto presence = by.empty() ? std::nullopt : store().on_duty(named.code)) {
        return *presence;
    }
    const bool here_counts = by.empty() && terminal == Terminal::counts;
    if (const auto here = here_counts ? person_of_terminal(book_) : std::nullopt) {
        by_terminal_ = true;
        return *here;
    }
    const std::vector<Presence> people = likely_people(book_);
    std::vector<Presence> fitting;
    std::copy_if(people.begin(), people.end(), std::back_inserter(fitting),
                 [&](const Presence& presence) { return post.empty() || presence.is_at(post); });
    if (fitting.empty()) {
        fitting = people;
    }
    if (!by.empty()) {
        throw types_from_home(book_, named, fitting);
    }
    if (fitting.size() == 1) {
        return fitting.front();
    }
    if (people.empty()) {
        throw Refusal{say(N_("Nobody is on duty. First: onduty checkin staff NAME --post POST"))};
    }
    const auto name = [&](const Presence& presence) { return book_.name_of("staff", presence.person); };
    throw UsageError{say(N_("Who does it? On duty are {0}. Add --by NAME."), listed(fitting, name))};
}

}  // namespace onduty
