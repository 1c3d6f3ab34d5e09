// SPDX-License-Identifier: MIT
#include "handover/slip.hpp"

#include "book/amended.hpp"
#include "handover/handover.hpp"
#include "handover/kinds.hpp"
#include "log/last_told.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

std::vector<SlipSection> slip_sections(Book& book, const SlipFacts& facts) {
    std::vector<SlipSection> sections;
    for (const auto& section :
         {missed_section, incident_section, fault_section, item_section, case_section, repair_section, people_section,
          lent_section, task_section, due_section, expected_section, state_section, amended_section, count_section}) {
        sections.push_back(section(book, facts));
    }
    std::erase_if(sections, [](const SlipSection& section) { return section.lines.empty(); });
    return sections;
}

std::string age_text(Book& book, const SlipFacts& facts, EntryNumber since, Instant at) {
    const std::string begun = date_time_text(book.zone(), at);
    if (facts.at - at > kToldInShifts) {
        return say(N_("since {0}, {1} days"), begun, std::chrono::floor<std::chrono::days>(facts.at - at).count());
    }
    const auto told_of = [&](EntryNumber number) { return told_time(as_corrected(book.store(), book.entry(number))); };
    const LogPlace from{since, {at, told_of(since).claimed}};
    const LogPlace until{facts.offer.number, told_time(facts.offer)};
    const std::int64_t shifts = shifts_since(facts.handovers, facts.posts, from, until);
    if (shifts > 1) {
        return say(N_("since {0}, {1} shifts"), begun, shifts);
    }
    if (!is_before(from, {facts.offer.shift, told_of(facts.offer.shift)})) {
        return say(N_("since {0}, this shift"), begun);
    }
    // A slip has what is open at all posts, so any of them hands it over.
    return was_taken_over(facts.handovers, from, until) ? say(N_("since {0}"), begun)
                                                        : say(N_("since {0}, never handed over"), begun);
}

std::string answer_text(Book& book, const Handover& handover) {
    const std::string name = book.name_of("staff", handover.answerer);
    const std::string time = full_text(book.zone(), handover.answered);
    if (!handover.accepted) {
        return say(N_("Refused by {0} at {1}: {2}"), name, time, shown_safely(handover.words));
    }
    return say(N_("Accepted by {0} at {1}, {2} after the offer."), name, time,
               duration_text(handover.answered - handover.offered)) +
           (handover.uncounted() ? tr(" UNCOUNTED.") : "");
}

Table section_table(const Entry& offer, const std::vector<SlipSection>& sections) {
    Table table{{{"offer", tr("No."), ColumnKind::integer},
                 {"section", tr("Section"), ColumnKind::word},
                 {"entry", tr("About no."), ColumnKind::integer},
                 {"text", tr("What"), ColumnKind::text}},
                {}};
    for (const SlipSection& section : sections) {
        for (const SlipLine& line : section.lines) {
            table.rows.push_back({Cell::of(offer.number), Cell::of(section.code, section.heading),
                                  line.entry == 0 ? Cell{} : Cell::of(line.entry), Cell::of(line.text)});
        }
    }
    if (!offer.note.empty()) {
        table.rows.push_back({Cell::of(offer.number), Cell::of("note", tr("Note")), Cell{}, Cell::of(offer.note)});
    }
    return table;
}

void print_sections(Book& book, const SlipFacts& facts) {
    const Context& context = book.context();
    for (const SlipSection& section : slip_sections(book, facts)) {
        context.print(section.heading);
        for (const SlipLine& line : section.lines) {
            context.print("  " + (line.entry == 0 ? "" : "#" + std::to_string(line.entry) + " ") +
                          shown_safely(line.text));
        }
    }
    if (!facts.offer.note.empty()) {
        context.print(tr("Note"));
        context.print("  " + shown_safely(facts.offer.note));
    }
}

Entry offer_of(Book& book, EntryNumber number) {
    std::optional<Entry> offer;
    EntryQuery query;
    query.thread_of = number;
    query.kind = kind::kHandoverOffer;
    query.first = number;
    each_amended(book.store(), query, [&](const Entry& entry) { offer = entry; });
    if (!offer) {
        throw UsageError{say(N_("Entry {0} is no handover that was offered."), number)};
    }
    return *offer;
}

std::optional<Entry> newest_offer(Book& book, const std::string& post) {
    EntryQuery offers;
    offers.rare_kinds = {kind::kHandoverOffer};
    std::optional<Entry> newest;
    each_amended_back(book.store(), offers, [&](const Entry& offer) {
        if (post.empty() || offer.post == post) {
            newest = offer;
        }
        return newest.has_value();
    });
    return newest;
}

std::optional<Entry> offer_shown(Book& book, const std::string& typed, const std::string& before) {
    if (const auto number = offer_typed(book, typed)) {
        return offer_of(book, *number);
    }
    const std::vector<Entry> meant = offers_meant(book, open_offers(book), typed);
    if (meant.size() == 1) {
        return meant.front();
    }
    if (typed.empty()) {
        return std::nullopt;
    }
    if (!meant.empty()) {
        throw UsageError{say(N_("Which handover?{0}"), offer_choices(book, meant, before))};
    }
    const auto last = newest_offer(book, book.resolve_told("post", N_("post"), typed).code);
    const std::string none = say(N_("No handover of {0} waits."), typed);
    throw UsageError{last ? joined(none, say(N_("The last one: {0}"), before + std::to_string(last->number))) : none};
}

}  // namespace onduty
