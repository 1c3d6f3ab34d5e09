// SPDX-License-Identifier: MIT
#include "handover/read.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "book/amended.hpp"
#include "book/look_back.hpp"
#include "handover/kinds.hpp"
#include "log/shifts.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Until when an offer is to be accepted, by the plan of then; nullopt where it had no time for that.
std::optional<Slot> acceptance_slot(Book& book, Instant offered) {
    return slot_of_event(book.history(), book.zone(), event::kHandover, offered);
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

namespace {

// The offers and counts that the query finds, with the answers whenever they came.
HandoverFacts read_handovers(Book& book, EntryQuery query) {
    Store& store = book.store();
    query.rare_kinds = {kind::kHandoverOffer, kind::kHandoverCount};
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
        reading.add(entry, HandoverReading::has_lines(entry) ? lines_of(entry.fields) : std::vector<Line>{});
    }
    return reading.finish();
}

constexpr EntryNumber kNothing = std::numeric_limits<EntryNumber>::max();

// The shift in which one of these items was first found wrong that was not in order again by the end of the query.
EntryNumber first_wrong(Book& book, EntryQuery query, const std::vector<std::string>& items) {
    std::set<std::string> unknown{items.begin(), items.end()};
    std::map<std::string, EntryNumber> wrong;
    query.rare_kinds = {kind::kHandoverCount};
    each_amended_back(book.store(), query, [&](const Entry& count) {
        for (const Line& line : lines_of(count.fields)) {
            if (unknown.count(line.item) > 0 && is_defect(line)) {
                wrong[line.item] = count.shift;
            } else {
                unknown.erase(line.item);
            }
        }
        return unknown.empty();
    });
    EntryNumber first = kNothing;
    for (const auto& [item, shift] : wrong) {
        first = std::min(first, shift);
    }
    return first;
}

}  // namespace

HandoverFacts handovers_of(Book& book, DateRange dates) {
    EntryQuery query;
    query.dates = dates;
    return read_handovers(book, query);
}

HandoverFacts handover_of(Book& book, EntryNumber offer) {
    HandoverReading reading;
    EntryQuery thread;
    thread.thread_of = offer;
    each_amended(book.store(), thread, [&](const Entry& entry) {
        reading.add(entry, HandoverReading::has_lines(entry) ? lines_of(entry.fields) : std::vector<Line>{});
    });
    return reading.finish();
}

HandoverFacts handovers_around(Book& book, EntryNumber shift, EntryNumber about) {
    std::set<EntryNumber> offers{about};
    EntryQuery steps;
    steps.shift = shift;
    steps.first = shift;
    each_amended(book.store(), steps, [&](const Entry& entry) {
        if (entry.kind == kind::kHandoverOffer) {
            offers.insert(entry.number);
        } else if (entry.kind == kind::kHandoverAccept) {
            offers.insert(entry.about);
        }
    });
    offers.erase(0);
    HandoverFacts facts;
    for (const EntryNumber offer : offers) {
        HandoverFacts one = handover_of(book, offer);
        facts.handovers.insert(facts.handovers.end(), one.handovers.begin(), one.handovers.end());
    }
    return facts;
}

Responsible who_answers_for(Book& book, const ItemCount& count) {
    return responsible_for(handovers_around(book, count.shift, count.about), count);
}

HandoverFacts wrong_since(Book& book, const std::vector<std::string>& items) {
    EntryQuery query;
    query.first = first_wrong(book, query, items);
    return *query.first == kNothing ? HandoverFacts{} : read_handovers(book, query);
}

HandoverFacts handovers_before(Book& book, const Entry& offer, const std::set<std::string>& posts,
                               const std::vector<HandoverItem>& items, Date from) {
    EntryQuery query;
    const HandoverFacts own = handover_of(book, offer.number);
    if (const Handover* handover = find_handover(own, offer.number); handover != nullptr && !handover->open()) {
        query.before = handover->answer;
    }
    std::vector<std::string> codes;
    for (const HandoverItem& item : items) {
        codes.push_back(item.code);
    }
    EntryNumber first = std::min(offer.number, first_wrong(book, query, codes));
    EntryQuery recent = query;
    recent.rare_kinds = {kind::kHandoverOffer};
    recent.dates = DateRange{from, offer.business_date + std::chrono::days{1}};
    recent.header_only = true;
    book.store().each(recent, [&](const Entry& entry) { first = std::min(first, entry.number); });
    EntryQuery offers;
    offers.rare_kinds = {kind::kHandoverOffer};
    offers.before = offer.number;
    each_stretch_back(book.store(), offers, [&](const EntryQuery& stretch) {
        const HandoverFacts facts = read_handovers(book, stretch);
        const Handover* last = last_accepted(facts, posts, offer.number);
        first = last == nullptr ? first : std::min(first, last->number);
        return last != nullptr;
    });
    query.first = first;
    return read_handovers(book, query);
}

std::optional<Entry> first_at(Book& book, const std::set<std::string>& posts, EntryNumber before) {
    std::set<std::string> people;
    for (const Book::HeldPart& held : book.parts_ever("staff")) {
        people.insert(held.part.word.code);
    }
    std::optional<Entry> first;
    EntryQuery turns;
    turns.before = before;
    turns.header_only = true;
    for (const std::string& person : people) {
        turns.shifts_of = person;
        each_amended(book.store(), turns, [&](const Entry& turn) {
            if (comes_to_post(turn) && posts.count(turn.post) > 0 && (!first || turn.number < first->number)) {
                first = turn;
            }
        });
    }
    return first;
}

void HandoverFold::finish() {
    Book& book = pass_->book();
    EntryQuery before;
    before.dates = DateRange{Date{}, pass_->dates().from};
    const std::vector<std::string> items = book.codes("handover-item", book.versions_over(pass_->dates()));
    const EntryNumber wrong = first_wrong(book, before, items);
    EntryQuery query;
    query.dates = pass_->dates();
    if (wrong != kNothing) {
        query.dates->from = Date{};
        query.first = wrong;
    }
    facts = read_handovers(book, query);
    for (const ItemDefect& defect : item_defects(facts)) {
        for (const Handover& one : handovers_around(book, defect.found->shift, defect.found->about).handovers) {
            accepted_.insert(one.number);
        }
    }
    for (const EntryNumber offer : accepted_) {
        if (find_handover(facts, offer) == nullptr) {
            const std::vector<Handover> one = handover_of(book, offer).handovers;
            facts.handovers.insert(facts.handovers.end(), one.begin(), one.end());
        }
    }
    std::sort(facts.handovers.begin(), facts.handovers.end(),
              [](const Handover& one, const Handover& other) { return one.number < other.number; });
    // What the plan had no more when its days began could be counted no more.
    const std::set<std::string> known{items.begin(), items.end()};
    for (ItemCount& count : facts.counts) {
        if (count.business_date < pass_->dates().from) {
            std::erase_if(count.lines, [&](const Line& line) { return known.count(line.item) == 0; });
        }
    }
}

bool is_too_late(Book& book, Instant offered, const Mark& answer) {
    const auto slot = acceptance_slot(book, offered);
    return slot && state_of_deadline(slot->on_time_until, answer) != State::on_time;
}

void add_handover_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    const std::vector<Entry> offers = open_offers(book);
    for (const Entry& offer : offers) {
        const std::string what = say(N_("Handover of {0} to be accepted"), book.name_of("staff", offer.actor));
        const std::string next =
            "onduty handover accept" + (offers.size() == 1 ? "" : " " + std::to_string(offer.number));
        const Slot slot =
            acceptance_slot(book, offer.effective_at()).value_or(lone_slot(offer.told_at(), offer.told_at(), kNever));
        lines.add(slot, what, next, offer.number).rule.clear();  // each offer stands there, not only the next
    }
}

}  // namespace onduty
