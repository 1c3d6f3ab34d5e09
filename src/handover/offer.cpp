// SPDX-License-Identifier: MIT
// handover offer: the outgoing shift freezes what it hands over, by number.
#include <algorithm>
#include <set>

#include "book/round_end.hpp"
#include "handover/actions.hpp"
#include "handover/handover.hpp"
#include "handover/kinds.hpp"
#include "handover/slip.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// Of several posts the first one that is not offered yet: one that hands something over and was not handed over in this
// shift comes before the others.
Presence offering(Book& book, const Presence& person, const std::vector<Entry>& waiting) {
    if (person.posts.size() < 2) {
        return person;
    }
    const std::vector<HandoverItem>& items = book.plan(&Plan::handover_items, book.version_told());
    std::set<std::string> accepted;
    for (const Handover& handover : handovers_around(book, person.shift, 0).handovers) {
        if (handover.shift == person.shift && handover.accepted) {
            accepted.insert(handover.post);
        }
    }
    std::vector<std::string> posts = person.posts;
    std::erase_if(posts, [&](const std::string& post) {
        return std::any_of(waiting.begin(), waiting.end(), [&](const Entry& offer) { return offer.post == post; });
    });
    const auto first = std::find_if(posts.begin(), posts.end(), [&](const std::string& post) {
        return !items_of(items, post).empty() && accepted.count(post) == 0;
    });
    return posts.empty() ? person : person.at(first == posts.end() ? posts.front() : *first);
}

int make_offer(Context& context, const std::string& note) {
    Recording recording{context};
    Book& book = recording.book();
    const std::vector<Entry> offers = open_offers(book);
    const Presence person = offering(book, recording.on_duty_person(), offers);
    for (const Entry& open : offers) {
        if (open.post == person.post) {
            throw Refusal{say(N_("{0} is offered already, entry {1} by {2}. The next shift types: onduty handover "
                                 "accept {1}"),
                              book.name_of("post", open.post), open.number, book.name_of("staff", open.actor))};
        }
    }
    if (person.round != 0) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: {2}"), book.name_of("staff", person.person),
                          person.round, end_of_round(book, person))};
    }
    Entry offer = recording.draft_of_shift(kind::kHandoverOffer, person);
    const Head frozen = recording.store().head();
    offer.about = frozen.number;  // frozen by number, so that no entry is lost or told twice
    offer.result = seal_text(frozen);
    offer.note = tidy_note(note);
    const Entry stored = recording.append(offer);
    const int code = recording.finish(stored, say(N_("{0} offers the handover of {1} up to entry {2}, seal {3}."),
                                                  book.name_of("staff", person.person),
                                                  book.name_of("post", person.post), frozen.number, offer.result));
    const SlipFacts facts = slip_facts(book, stored);
    if (facts.is_silent) {
        context.remark(
            tr("Nothing was recorded in this shift. If something happened, record it and say when with --at."));
    }
    if (!context.options.json) {
        print_sections(book, facts);
        if (!items_of(book.plan(&Plan::handover_items, stored.plan), person.post).empty()) {
            context.print(tr("Now count together: onduty handover count all ITEM=NUMBER:CONDITION"));
        }
    }
    return code;
}

void declare_offer(OptionList& list, std::string& note) {
    list.word("note", &note, tr("What the other shift must know"));
}

}  // namespace

constexpr ActionSpec kHandoverOffer =
    action<declare_offer, make_offer>("offer", "提出", N_("Offer the shift to the next one"));

}  // namespace onduty
