// SPDX-License-Identifier: MIT
#include "handover/read.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "book/amended.hpp"
#include "book/look_back.hpp"
#include "book/numbered_word.hpp"
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

std::string offer_number(Book& book, EntryNumber offer) {
    return number_typed(book, "post", std::to_string(offer));
}

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

void add_to(Book& book, HandoverReading& reading, const Entry& entry) {
    std::set<std::string> items;
    if (entry.kind == kind::kHandoverOffer) {
        for (const HandoverItem& item : items_of(book.plan(&Plan::handover_items, entry.plan), entry.post)) {
            items.insert(item.code);
        }
    }
    reading.add(entry, HandoverReading::has_lines(entry) ? lines_of(entry.fields) : std::vector<Line>{},
                std::move(items));
}

using Entries = std::map<EntryNumber, Entry>;

// The offer, its answer and the counts about it; another offer may be about its entry as the last one handed over.
void add_thread(Book& book, EntryNumber offer, Entries& entries) {
    EntryQuery thread;
    thread.thread_of = offer;
    each_amended(book.store(), thread, [&](const Entry& step) {
        if (step.number == offer || step.kind != kind::kHandoverOffer) {
            entries.emplace(step.number, step);
        }
    });
}

// The counts about no offer after the first of these, until two days after the last was answered: they may be of one of
// them.
void add_counts_between(Book& book, Entries& entries) {
    EntryQuery counts;
    counts.rare_kinds = {kind::kHandoverCount};
    std::set<EntryNumber> waiting;
    Date last{};
    for (const auto& [number, entry] : entries) {
        if (entry.kind == kind::kHandoverOffer) {
            counts.first = counts.first ? std::min(*counts.first, number) : number;
            waiting.insert(number);
        } else if (entry.kind != kind::kHandoverCount) {
            waiting.erase(entry.about);
            last = std::max(last, entry.business_date);
        }
    }
    if (!counts.first) {
        return;
    }
    if (waiting.empty()) {
        counts.dates = DateRange{Date{}, last + std::chrono::days{2}};
    }
    each_amended(book.store(), counts, [&](const Entry& count) {
        if (count.about == 0) {
            entries.emplace(count.number, count);
        }
    });
}

// These, with the counts about no offer that may be of one of them.
HandoverFacts read_entries(Book& book, Entries entries) {
    add_counts_between(book, entries);
    HandoverReading reading;
    for (const auto& [number, entry] : entries) {
        add_to(book, reading, entry);
    }
    return reading.finish();
}

// The offers and counts that the query finds, with the answers whenever they came.
HandoverFacts read_handovers(Book& book, EntryQuery query) {
    query.rare_kinds = {kind::kHandoverOffer, kind::kHandoverCount};
    Entries entries;
    each_amended(book.store(), query, [&](const Entry& entry) { entries.emplace(entry.number, entry); });
    std::set<EntryNumber> asked;
    for (const auto& [number, entry] : entries) {
        asked.insert(number);
    }
    for (const EntryNumber number : asked) {
        if (entries.at(number).kind == kind::kHandoverOffer) {
            add_thread(book, number, entries);
        }
    }
    HandoverFacts facts = read_entries(book, std::move(entries));
    std::erase_if(facts.counts, [&](const ItemCount& count) { return asked.count(count.number) == 0; });
    return facts;
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

HandoverFacts handover_of(Book& book, EntryNumber offer, const std::optional<Entry>& answer) {
    Entries entries;
    add_thread(book, offer, entries);
    if (answer) {
        Entry next = *answer;
        next.number = kLastEntry;
        entries.emplace(next.number, next);
    }
    HandoverFacts facts = read_entries(book, std::move(entries));
    const Handover* handover = find_handover(facts, offer);
    std::erase_if(facts.counts,
                  [&](const ItemCount& count) { return handover == nullptr || !is_count_of(count, *handover); });
    return facts;
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

namespace {

// With the handovers for which a count about no offer was counted; what was accepted of these items before it is the
// last to be looked at.
void add_counted_for(Book& book, const ItemCount& count, HandoverFacts& facts) {
    EntryQuery offers;
    offers.rare_kinds = {kind::kHandoverOffer};
    offers.before = count.number;
    each_amended_back(book.store(), offers, [&](const Entry& offer) {
        const std::vector<Handover> read = handover_of(book, offer.number).handovers;
        const bool related = !read.empty() && share_item(count, read.front());
        if (related && is_count_of(count, read.front()) && find_handover(facts, offer.number) == nullptr) {
            facts.handovers.push_back(read.front());
        }
        return related && read.front().accepted && !is_before_answer(count, read.front());
    });
    std::sort(facts.handovers.begin(), facts.handovers.end(),
              [](const Handover& one, const Handover& other) { return one.number < other.number; });
}

}  // namespace

Responsible who_answers_for(Book& book, const ItemCount& count) {
    HandoverFacts facts = handovers_around(book, count.shift, count.about);
    if (count.about == 0) {
        add_counted_for(book, count, facts);
    }
    return responsible_for(facts, count);
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
            "onduty handover accept" + (offers.size() == 1 ? "" : " " + offer_number(book, offer.number));
        const Slot slot =
            acceptance_slot(book, offer.effective_at()).value_or(lone_slot(offer.told_at(), offer.told_at(), kNever));
        DueLine& line = lines.add(slot, what, next, offer.number);
        line.rule.clear();  // each offer stands there, not only the next
        line.not_by = offer.actor;
    }
}

}  // namespace onduty
