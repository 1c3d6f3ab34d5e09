// SPDX-License-Identifier: MIT
// handover: one shift offers, counts and hands over; the next accepts or refuses.
#include "handover/handover.hpp"

#include <algorithm>
#include <set>

#include "book/duty.hpp"
#include "book/numbered_word.hpp"
#include "handover/actions.hpp"

#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// Whether he does at any of his posts.
bool relieves(Book& book, const Presence& person, const std::string& post) {
    const auto relief = relief_of(book.plan(&Plan::handover_items, book.version_told()), post);
    return std::any_of(relief.begin(), relief.end(), [&](const std::string& one) { return person.is_at(one); });
}

// Without --by: the only one on duty who did not offer, or the only such one at a post that relieves the other.
Presence other_person(Recording& recording, const Entry& offer) {
    Book& book = recording.book();
    std::vector<Presence> others;
    for (const Presence& presence : present_people(book)) {
        if (presence.person != offer.actor) {
            others.push_back(presence);
        }
    }
    if (others.empty()) {
        throw Refusal{say(N_("Nobody else is on duty to accept. First: onduty checkin staff NAME --post POST"))};
    }
    std::vector<Presence> fitting;
    std::copy_if(others.begin(), others.end(), std::back_inserter(fitting),
                 [&](const Presence& presence) { return relieves(book, presence, offer.post); });
    if (others.size() > 1 && fitting.size() != 1) {
        const auto name = [&](const Presence& presence) { return book.name_of("staff", presence.person); };
        throw UsageError{say(N_("Who does it? On duty are {0}. Add --by NAME."),
                             listed(fitting.empty() ? others : fitting, name, tr(", ")))};
    }
    return others.size() == 1 ? others.front() : fitting.front();
}

}  // namespace

std::optional<EntryNumber> offer_typed(Book& book, const std::string& typed) {
    const auto number = read_number(typed);
    const auto entry = number ? book.store().entry(*number) : std::nullopt;
    const bool meant = number && means_number(book.names_told("post", N_("post")), typed,
                                              entry && entry->kind == kind::kHandoverOffer);
    return meant ? number : std::nullopt;
}

std::vector<Entry> offers_meant(Book& book, const std::vector<Entry>& offers, const std::string& typed) {
    if (typed.empty()) {
        return offers;
    }
    const auto number = offer_typed(book, typed);
    const std::string post = !number ? book.resolve_told("post", N_("post"), typed).code : "";
    std::vector<Entry> meant;
    std::copy_if(offers.begin(), offers.end(), std::back_inserter(meant),
                 [&](const Entry& offer) { return number ? offer.number == *number : offer.post == post; });
    return meant;
}

const Entry* related_offer(Book& book, const std::vector<Entry>& offers, const Presence& person) {
    const Entry* found = nullptr;
    for (const Entry& offer : offers) {
        if (relieves(book, person, offer.post)) {
            if (found != nullptr) {
                return nullptr;
            }
            found = &offer;
        }
    }
    return found;
}

std::string offer_choices(Book& book, const std::vector<Entry>& offers, const std::string& before) {
    std::string text;
    for (const Entry& offer : offers) {
        text += "\n  " + say(N_("{0}: {1}"),
                             say(N_("{0}, {1}, offered at {2}"), book.name_of("post", offer.post),
                                 book.name_of("staff", offer.actor), date_time_text(book.zone(), offer.told_at())),
                             before + offer_number(book, offer.number));
    }
    return text;
}

Answering answering(Recording& recording, const std::string& typed, const char* action) {
    Book& book = recording.book();
    const std::vector<Entry> offers = open_offers(book);
    const std::string before = std::string{"onduty handover "} + action + " ";
    if (offers.empty()) {
        throw Refusal{say(N_("No handover is offered. The outgoing shift types: onduty handover offer"))};
    }
    std::vector<Entry> meant = offers_meant(book, offers, typed);
    if (meant.empty()) {
        throw Refusal{
            say(N_("\"{0}\" is no handover that waits. There waits:{1}"), typed, offer_choices(book, offers, before))};
    }
    if (book.context().options.by.empty() && book.context().options.who.empty()) {
        if (meant.size() > 1) {
            throw UsageError{say(N_("Which handover?{0}"), offer_choices(book, meant, before))};
        }
        return {meant.front(), other_person(recording, meant.front())};
    }
    const Presence person = recording.on_duty_person();
    std::erase_if(meant, [&](const Entry& offer) { return offer.actor == person.person; });
    if (meant.empty()) {
        throw Refusal{say(N_("{0} offered it and cannot answer it too. Another person does."),
                          book.name_of("staff", person.person))};
    }
    if (meant.size() == 1) {
        return {meant.front(), person};
    }
    if (const Entry* related = related_offer(book, meant, person)) {
        return {*related, person};
    }
    throw UsageError{say(N_("Which handover?{0}"), offer_choices(book, meant, before))};
}

std::vector<HandoverItem> uncounted_items(Book& book, const Entry& offer, const Entry& acceptance) {
    std::vector<HandoverItem> items = items_of(book.plan(&Plan::handover_items, offer.plan), offer.post);
    const HandoverFacts facts = handover_of(book, offer.number, acceptance);
    const std::set<std::string>& counted = find_handover(facts, offer.number)->counted;
    std::erase_if(items, [&](const HandoverItem& item) { return counted.count(item.code) > 0; });
    return items;
}

CommandSpec handover_command() {
    return {{
                kHandoverOffer,
                kHandoverCount,
                kHandoverAccept,
                kHandoverRefuse,
                kHandoverShow,
                kHandoverSlip,
            },
            kHandoverShow.setup};
}

}  // namespace onduty
