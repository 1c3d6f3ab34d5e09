// SPDX-License-Identifier: MIT
// What does the house know of handing over?
#include <algorithm>
#include <map>

#include "book/amended.hpp"
#include "book/due_line.hpp"
#include "book/duty.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "book/open_entries.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "book/withdrawal.hpp"
#include "handover/blocks.hpp"
#include "handover/corrections.hpp"
#include "handover/kinds.hpp"
#include "handover/read.hpp"
#include "handover/unhanded.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

bool finds_defect(const Entry& count) {
    const std::vector<Line> lines = lines_of(count.fields);
    return std::any_of(lines.begin(), lines.end(), is_defect);
}

// "Night guard Radio 5 of 6 missing".
std::string items_told(Teller& teller, const Entry& entry) {
    return joined(teller.name("post", entry.subject), lines_told(teller, entry, true, [&](const std::string& item) {
                      return teller.name("handover-item", item);
                  }));
}

std::string handover_word(Teller&, const Entry&) {
    return tr("Handover");
}

bool is_unanswered(Book&, std::span<const Entry> before, const Entry&) {
    return std::none_of(before.begin(), before.end(), [](const Entry& entry) {
        return entry.kind == kind::kHandoverAccept || entry.kind == kind::kHandoverRefuse;
    });
}

// What was accepted as counted was counted, where the plan of then had something to count at the post.
bool acceptance_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    const bool counted = std::any_of(before.begin(), before.end(),
                                     [](const Entry& entry) { return entry.kind == kind::kHandoverCount; });
    return is_unanswered(book, before, step) &&
           (counted || !handover_of(book, before.front().number).counts.empty() || step.flag == flag::kUncounted ||
            items_of(book.plan(&Plan::handover_items, step.plan), before.front().post).empty());
}

// A post is offered once at a time: what waits again was not offered again since, answered or not.
std::string offered_twice(Book& book, const Entry& entry) {
    for (const Entry& offer : open_offers(book)) {
        if (offer.number != entry.number && offer.number != entry.about) {
            continue;
        }
        EntryQuery offers;
        offers.rare_kinds = {kind::kHandoverOffer};
        each_amended(book.store(), offers, [&](const Entry& again) {
            if (again.post != offer.post || again.number == offer.number) {
                return;
            }
            if (again.number > offer.number || stood_apart(book.store(), again.number, offer.number)) {
                const std::string post = book.name_of("post", again.post);
                throw InTheWay{book, again.number, [post, number = again.number](const std::string& command) {
                                   return say(N_("{0} was offered again, entry {1}. If that is wrong, first: {2}"),
                                              post, number, command);
                               }};
            }
        });
    }
    return {};
}

constexpr Field kCountedFields[]{
    {"post", FieldType::code, "post"},
    {"items", FieldType::pieces, "handover-item"},
    {"result", FieldType::code, "", "complete incomplete"},
};

constexpr Kind kHandoverKinds[]{
    {.name = kind::kHandoverOffer,
     .word = N_("handover offered"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .is_item = is_told_elsewhere,
     .upon_about = false,  // the last entry that it hands over
     .signed_as = handover_word,
     .doubt = offered_twice,
     .own_act = true},
    {.name = kind::kHandoverAccept,
     .word = N_("handover accepted"),
     .traits = trait::kThread,
     .step = closes_about,
     .fits = acceptance_fits,
     .signed_as = handover_word,
     .doubt = offered_twice,
     .own_act = true},
    {.name = kind::kHandoverRefuse,
     .word = N_("handover refused"),
     .traits = trait::kThread,
     .step = closes_about,
     .fits = is_unanswered,
     .doubt = offered_twice,
     .corrections = kRefusalCorrections,
     .lacks = lacks_reason,
     .own_act = true},
    {.name = kind::kHandoverCount,
     .word = N_("items counted"),
     .traits = trait::kSeldom | trait::kThread,
     .told = items_told,
     .outlasts = true,
     .leads = finds_defect,
     .fields = kCountedFields,
     .corrections = kItemCountCorrections},
};

constexpr Clock kHandoverClocks[]{{add_handover_lines}, {add_unhanded_lines, wants<EndedShiftFold>}};

const HandoverFacts& handovers_in(Pass& pass) {
    return pass.get<HandoverFold>().facts;
}

Table handovers(Pass& pass) {
    Book& book = pass.book();
    const auto too_late = [&](const Handover& one) { return is_too_late(book, one.offer_counted, one.answer_done); };
    return handover_block(handovers_in(pass), pass.get<EndedShiftFold>().of(pass.dates()), pass.dates(), names_of(book),
                          too_late);
}

Table handover_items(Pass& pass) {
    Book& book = pass.book();
    const auto relief = [&](const ItemCount& count) {
        return relief_of(book.plan(&Plan::handover_items, count.plan), count.post);
    };
    std::map<std::string, std::vector<std::pair<Instant, Instant>>> held;
    for (const Book::HeldPart& part : book.parts_ever("handover-item")) {
        held[part.part.word.code].emplace_back(part.since, part.until);
    }
    const auto held_until = [&](const std::string& item, Instant then) {
        std::vector<std::pair<Instant, Instant>>& parts = held[item];
        std::sort(parts.begin(), parts.end());
        for (const auto& [since, until] : parts) {
            then = since <= then ? std::max(then, until) : then;
        }
        return then;
    };
    return handover_items_block(handovers_in(pass), pass.dates(), book.zone(), names_of(book), relief, held_until,
                                [&](const ItemCount& count) { return who_answers_for(book, count); });
}

OpenItem item_of(Book& book, const Entry& entry, const MatterNow& now) {
    const std::string kind = now.kind.empty() ? entry.kind : now.kind;
    return {entry.number,
            kind,
            shown_word(kind),
            now.what,
            now.owner.empty() ? "" : book.name_of("staff", now.owner),
            now.since.value_or(entry.told_at()),
            now.due};
}

Table open_items(Pass& pass) {
    Book& book = pass.book();
    // It tells what is open now, whatever the dates of the report.
    const NamesThen names_of_now{book, 0};
    std::vector<OpenItem> items;
    std::vector<Entry> open = entries_of(book, book.store().open_matters());
    std::erase_if(open, [](const Entry& entry) { return !is_listed(entry.kind); });
    const MattersNow matters = matters_now(book, open);
    for (const Entry& entry : open) {
        MatterNow now = matters.at(entry.number);
        now.what = is_to_be_signed(entry.kind) ? say(N_("{0}: to be signed"), now.what) : now.what;
        items.push_back(item_of(book, entry, now));
    }
    Look look{book};
    MattersNow further;
    for (const Subject* subject : subjects()) {
        if (subject->waits != nullptr) {
            subject->waits(look, further);
        }
    }
    for (const auto& [number, now] : further) {
        if (matters.count(number) == 0) {
            const Entry entry = as_corrected(book.store(), book.entry(number));
            items.push_back(item_of(book, entry, now));
        }
    }
    return open_items_block(std::move(items), book.zone(), book.now());
}

constexpr Block kHandoverBlocks[]{
    {.name = "handover",
     .place = 71,
     .heading = nullptr,
     .want = wants<HandoverFold, EndedShiftFold>,
     .table = handovers},
    {.name = "handover-list",
     .place = 72,
     .heading = nullptr,
     .want = wants<HandoverFold>,
     .table =
         [](Pass& pass) {
             return handover_list_block(handovers_in(pass), pass.dates(), pass.book().zone(), names_of(pass.book()));
         }},
    {.name = "handover-items", .place = 73, .heading = nullptr, .want = wants<HandoverFold>, .table = handover_items},
    {.name = "open-items", .place = 74, .heading = nullptr, .table = open_items},
};

// Who offers stays responsible until somebody accepts.
void stand_offers(Book& book, MattersNow& matters) {
    for (const Entry& offer : open_offers(book)) {
        MatterNow& now = matters[offer.number];
        now.what = joined(book.name_of("post", offer.post), offer.note);
        now.owner = offer.actor;
        now.due = due_of_event(book, event::kHandover, offer.effective_at());
    }
}

// What was recorded at the post, or in the shift, before an offer that another accepted; offers of the days around.
EntryNumber taken_over(Book& book, const Entry& entry, const std::string& person) {
    EntryQuery offers;
    offers.kind = kind::kHandoverOffer;
    offers.first = entry.number + 1;
    offers.dates = DateRange{entry.business_date - std::chrono::days{1}, entry.business_date + std::chrono::days{3}};
    std::vector<EntryNumber> covering;
    each_amended(book.store(), offers, [&](const Entry& offer) {
        if (offer.post == entry.post || (entry.shift != 0 && offer.shift == entry.shift)) {
            covering.push_back(offer.number);
        }
    });
    EntryNumber accepted = 0;
    for (const EntryNumber offer : covering) {
        EntryQuery answers;
        answers.thread_of = offer;
        answers.kind = kind::kHandoverAccept;
        each_amended(book.store(), answers, [&](const Entry& answer) {
            accepted = accepted == 0 && answer.actor != person ? answer.number : accepted;
        });
    }
    return accepted;
}

constexpr Subject kHandoverSubject{.name = "handover",
                                   .kinds = kHandoverKinds,
                                   .clocks = kHandoverClocks,
                                   .blocks = kHandoverBlocks,
                                   .stand = stand_offers,
                                   .handed_over = taken_over};

}  // namespace

const Subject& handover_subject() {
    return kHandoverSubject;
}

}  // namespace onduty
