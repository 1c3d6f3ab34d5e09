// SPDX-License-Identifier: MIT
#include "handover/read.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "handover/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kItemsLookBack{92};

const Rule* handover_rule(Book& book) {
    return rule_for_event(book.rules(), event::kHandover);
}

}  // namespace

std::vector<Entry> open_offers(Book& book) {
    std::vector<Entry> offers;
    for (const auto& [number, kind] : book.store().open_matters()) {
        if (kind == kind::kHandoverOffer) {
            EntryQuery query;
            query.thread_of = number;
            query.first = number;
            query.kind = kind;
            each_amended(book.store(), query, [&](const Entry& entry) { offers.push_back(entry); });
        }
    }
    return offers;
}

HandoverFacts handovers_of(Book& book, DateRange dates) {
    Store& store = book.store();
    EntryQuery query;
    query.rare_kinds = {kind::kHandoverOffer, kind::kHandoverCount};
    query.dates = dates;
    std::vector<Entry> entries;
    each_amended(store, query, [&](const Entry& entry) { entries.push_back(entry); });
    const std::size_t begun = entries.size();
    for (std::size_t i = 0; i < begun; ++i) {
        if (entries[i].kind == kind::kHandoverOffer) {
            EntryQuery thread;
            thread.thread_of = entries[i].number;
            each_amended(store, thread, [&](const Entry& step) {
                if (step.kind == kind::kHandoverAccept || step.kind == kind::kHandoverRefuse) {
                    entries.push_back(step);
                }
            });
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.number < b.number; });
    HandoverReading reading;
    for (const Entry& entry : entries) {
        reading.add(entry, HandoverReading::has_lines(entry) ? store.lines(entry.number) : std::vector<Line>{});
    }
    return reading.finish();
}

HandoverFacts recent_handovers(Book& book, Date date) {
    return handovers_of(book, {date - kHandoversLookBack, date + std::chrono::days{2}});
}

void HandoverFold::finish() {
    facts = handovers_of(pass_->book(), {pass_->dates().from - kItemsLookBack, pass_->dates().until});
}

bool is_too_late(Book& book, Instant offered, Instant at) {
    const Rule* rule = handover_rule(book);
    return rule != nullptr &&
           at > deadline_slot(*rule, book.plan(&Plan::calendar), book.zone(), offered, {}).on_time_until;
}

void add_handover_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    const std::vector<Entry> offers = open_offers(book);
    for (const Entry& offer : offers) {
        const std::string what = say(N_("Handover of {0} to be accepted"), book.name_of("staff", offer.actor));
        const std::string next =
            "onduty handover accept" + (offers.size() == 1 ? "" : " " + std::to_string(offer.number));
        const Rule* rule = handover_rule(book);
        const Slot slot = rule == nullptr
                              ? lone_slot(offer.told_at(), offer.told_at(), kNever)
                              : deadline_slot(*rule, book.plan(&Plan::calendar), book.zone(), offer.effective_at(), {});
        lines.add(slot, what, next, offer.number).rule.clear();  // each offer stands there, not only the next
    }
}

}  // namespace onduty
