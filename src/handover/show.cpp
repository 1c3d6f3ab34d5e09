// SPDX-License-Identifier: MIT
// handover show: what waits to be accepted, or any handover of long ago.
#include <algorithm>

#include "book/entry_table.hpp"
#include "book/names.hpp"
#include "handover/actions.hpp"
#include "handover/handover.hpp"
#include "handover/slip.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

int list_waiting(Book& book, const std::vector<Entry>& offers) {
    Context& context = book.context();
    if (context.options.json) {
        Table table{entry_columns(), {}};
        for (const Entry& offer : offers) {
            table.rows.push_back(entry_cells(book, offer));
        }
        print(table, Format::json, *context.environment.out);
        return offers.empty() ? kDone : kFound;
    }
    if (offers.empty()) {
        context.print(tr("No handover waits to be accepted."));
        return kDone;
    }
    context.print(say(N_("Several handovers wait:{0}"), offer_choices(book, offers, "onduty handover show ")));
    return kFound;
}

int show(Context& context, const std::string& typed) {
    Book book{context, Store::Mode::read};
    const std::vector<Entry> offers = open_offers(book);
    const auto offer = offer_shown(book, typed, "onduty handover show ");
    if (!offer || (typed.empty() && context.options.json)) {
        return list_waiting(book, offers);
    }
    const NamesThen names{book, offer->plan};
    const bool open = std::any_of(offers.begin(), offers.end(),
                                  [&](const Entry& waiting) { return waiting.number == offer->number; });
    if (context.options.json) {
        print(section_table(*offer, slip_sections(book, slip_facts(book, *offer))), Format::json,
              *context.environment.out);
        return open ? kFound : kDone;
    }
    context.print(say(N_("{0}, offered by {1} at {2}, up to entry {3}, seal {4}:"), book.name_of("post", offer->post),
                      book.name_of("staff", offer->actor), full_text(book.zone(), offer->told_at()), offer->about,
                      offer->result));
    print_sections(book, slip_facts(book, *offer));
    if (!open) {
        const HandoverFacts facts = handover_of(book, offer->number);
        context.print(answer_text(book, *find_handover(facts, offer->number)));
    }
    return open ? kFound : kDone;
}

void declare_show(OptionList& list, std::string& offer) {
    list.word("offer", &offer, tr("Number of any offer, also an old one, or the post of one that waits"));
}

}  // namespace

constexpr ActionSpec kHandoverShow =
    action<declare_show, show>("show", "查看", N_("Show what waits to be accepted, or an old handover"));

}  // namespace onduty
