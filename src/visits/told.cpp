// SPDX-License-Identifier: MIT
#include "visits/told.hpp"

#include "book/amended.hpp"
#include "book/machine_words.hpp"
#include "book/open_entries.hpp"
#include "book/teller.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"
#include "visits/tools.hpp"

namespace onduty {

std::string visit_told(Teller& teller, const Entry& entry) {
    const EntryNumber first = entry.about == 0 ? entry.number : entry.about;
    return teller.once("visit", first, [&] {
        const auto visit = teller.book().store().visit(first);
        return visit ? visit_code(visit->sequence) : std::string{};
    });
}

namespace {

// Who they are, behind "V12 first visit"; `fields` are those of the arrival, which tells the tools of a contractor.
std::string group_told(Teller& teller, std::string start, const VisitDetails& details, const Fields& fields) {
    Parts parts{std::move(start)};
    parts.add(details.party > 0 ? say(N_("people {0}"), details.party) : "");
    parts.add(details.host.empty() ? "" : teller.person(details.host));
    parts.add(details.seat.empty() ? "" : teller.name("seat", details.seat));
    parts.add(details.permit.empty() ? "" : say(N_("permit {0}"), details.permit));
    parts.add(details.told.empty() ? "" : say(N_("watched by {0}"), teller.person(details.told)));
    for (const Line& line : lines_of(fields)) {
        parts.add(line.item + " " + std::to_string(line.quantity));
    }
    return std::move(parts).text();
}

}  // namespace

std::string arrival_told(Teller& teller, const Entry& entry) {
    const bool here = entry.kind == kind::kVisit;
    std::string start =
        joined(visit_told(teller, entry), here && !entry.subject.empty() ? shown_word(entry.subject) : "");
    return group_told(teller, joined(start, entry.slot_at ? date_time_text(teller.book().zone(), *entry.slot_at) : ""),
                      visit_of(entry.fields).value_or(VisitDetails{}), entry.fields);
}

void stand_visits(Book& book, MattersNow& matters) {
    Teller teller{book, 0};
    for (const Visit& visit : open_visits(book)) {
        MatterNow& now = matters[visit.number];
        now.owner = visit.details.host;
        if (visit.arrived) {
            VisitDetails details = visit.details;
            details.seat = visit.seat;
            now.what =
                joined(group_told(teller, joined(visit_code(visit), visit.type.empty() ? "" : shown_word(visit.type)),
                                  details, fields_now(book.store(), visit.arrival)),
                       details.purpose);
            now.due.reset();
            now.since = visit.arrived;
            now.kind = kind::kVisit;
        }
    }
}

std::string purpose_of(Teller&, const Entry& entry) {
    return visit_of(entry.fields).value_or(VisitDetails{}).purpose;
}

std::string order_told(Teller& teller, const Entry& entry) {
    Parts drinks;
    for (const Line& line : lines_of(entry.fields)) {
        drinks.add(teller.name("drink", line.item) + " " + std::to_string(line.quantity));
    }
    return joined(visit_told(teller, entry), std::move(drinks).text());
}

std::string host_told(Teller& teller, const Entry& entry) {
    return joined(visit_told(teller, entry), teller.person(entry.subject));
}

std::string seat_told(Teller& teller, const Entry& entry) {
    return joined(visit_told(teller, entry), entry.subject.empty() ? "" : teller.name("seat", entry.subject));
}

std::string departure_told(Teller& teller, const Entry& entry) {
    Parts parts{seat_told(teller, entry)};
    parts.add(tools_text(lines_of(entry.fields)));
    return std::move(parts).text();
}

std::string clean_up_told(Teller& teller, const Entry& entry) {
    const std::string visit = entry.about == 0 ? "" : visit_told(teller, entry);
    const EntryNumber first = entry.about == 0 ? entry.number : entry.about;
    return (visit.empty() ? "R" + std::to_string(first) : visit) + " " + teller.name("point", entry.subject);
}

std::string refusal_told(Teller& teller, const Entry& entry) {
    Parts parts{shown_word(entry.subject)};
    const std::string told = entry.fields.word("told");
    parts.add(told.empty() ? "" : say(N_("told {0}"), teller.person(told)));
    return std::move(parts).text();
}

std::string caller_told(Teller& teller, const Entry& entry) {
    const std::string host = entry.fields.word("host");
    Parts parts{entry.fields.number("first") == 0 ? "" : tr("first call")};
    parts.add(host.empty() ? "" : say(N_("passed on to {0}"), teller.person(host)));
    return std::move(parts).text();
}

}  // namespace onduty
