// SPDX-License-Identifier: MIT
// serve tour, tour-end, count: a group is shown a room, which is counted afterwards.
#include <algorithm>

#include "book/amended.hpp"
#include "book/terminal.hpp"
#include "rooms/actions.hpp"
#include "rooms/ended_tours.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "rooms/shown_elsewhere.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/caller.hpp"
#include "visits/clean_ups.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct TourOptions {
    std::string visit;
    std::string room;
    std::string host;
    std::int64_t party = 0;
    std::string uncounted;
};

std::string visit_code_of(Book& book, EntryNumber visit) {
    return visit_code(book.store().visit(visit).value_or(VisitDetails{}).sequence);
}

// Refuses a room in which somebody is, and one that was not counted, unless it is said why that must be. Answers the
// tour after which it was not, 0 for none.
EntryNumber check_room(Book& book, const Word& room, const std::string& why) {
    const auto then = book.claimed();
    const RoomFacts facts = then ? room_at(book, room.code, *then) : rooms_now(book);
    const RoomState state = state_of(facts, room.code);
    if (state.open != nullptr) {
        if (const auto until = shown_until(book, room.name, *state.open)) {
            throw Refusal{*until};
        }
        const std::string visit = visit_code_of(book, state.open->visit);
        throw Refusal{say(N_("{0} is being shown to {1} since {2}. First: onduty serve tour-end {1}"), room.name, visit,
                          clock_text(book.zone(), state.open->start)) +
                      by_typed(book)};
    }
    if (state.uncounted != nullptr && why.empty()) {
        throw Refusal{say(N_("{0} was not counted after {1}, {2}. First: onduty serve count {3}, or say why not: "
                             "--uncounted \"...\""),
                          room.name, visit_code_of(book, state.uncounted->visit),
                          clock_text(book.zone(), *state.uncounted->end), room.code)};
    }
    const bool waits = state.uncounted != nullptr && book.store().open_matters().count(state.uncounted->number) > 0;
    return waits ? state.uncounted->number : 0;
}

// Of the tours of a visit.
std::optional<Entry> last_end(Book& book, EntryNumber visit) {
    EntryQuery query;
    query.thread_of = visit;
    query.kind = kind::kTourEnd;
    std::optional<Entry> end;
    each_amended(book.store(), query, [&](const Entry& entry) { end = entry; });
    return end;
}

int begin_tour(Context& context, const TourOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = visit_on_site(book, options.visit);
    refuse_no_group(visit);
    const Word room = book.resolve_told("room", N_("room"), options.room);
    const std::string why = tidy_note(options.uncounted);
    const EntryNumber uncounted = check_room(book, room, why);
    const Presence person = recording.on_duty_person("show-home");
    Entry entry = recording.draft(kind::kTour, person);
    entry.opens = kItself;
    entry.closes = uncounted;
    entry.about = visit.number;
    entry.subject = room.code;
    entry.flag = why.empty() ? "" : flag::kUncounted;
    entry.note = why;
    Details details;
    details.visit.emplace();
    details.visit->party = checked_party(options.party == 0 ? visit.details.party : options.party, 0);
    details.visit->host = options.host.empty() ? entry.actor : book.person_told(options.host).code;
    if (details.visit->party < 1) {
        throw UsageError{say(N_("How many people? Add --party N."))};
    }
    Tour meant;
    meant.party = details.visit->party;
    meant.start = entry.told_at();
    meant.end = visit.left;
    refuse_shown_elsewhere(book, visit, meant, entry.happened_at && !entry.clock_behind);
    const Entry stored = recording.append(entry, details);
    if (visit.left) {  // with the site it left the room, too
        recording.follow(stored);
        append_tour_end(recording, visit.number, room.code, person, visit.left);
    }
    const int code =
        recording.finish(stored, say(N_("{0} is shown {1}, people {2}, by {3}."), visit_code(visit), room.name,
                                     details.visit->party, book.name_of("staff", details.visit->host)));
    if (visit.left) {
        context.remark(say(N_("Count now: onduty serve count {0}"), room.code));
    }
    return code;
}

int end_tour(Context& context, const TourOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const EntryNumber visit = visit_named(book, options.visit);
    const RoomFacts facts = rooms_now(book);
    const auto tour = std::find_if(facts.tours.rbegin(), facts.tours.rend(),
                                   [&](const Tour& one) { return one.visit == visit && !one.end; });
    if (tour == facts.tours.rend()) {
        if (const auto end = last_end(book, visit)) {
            throw Refusal{say(N_("{0} had seen {1} at {2}, entry {3}. If that was at another time: onduty correct {3} "
                                 "--time TIME --reason \"...\""),
                              visit_code_of(book, visit), book.name_of("room", end->subject),
                              clock_text(book.zone(), end->told_at()), end->number)};
        }
        throw Refusal{say(N_("{0} is being shown nothing. Nothing was recorded."), visit_code_of(book, visit))};
    }
    Entry entry = recording.draft(kind::kTourEnd, recording.on_duty_person("show-home"));
    if (entry.claims_before(tour->start)) {
        throw Refusal{say(N_("The tour began at {0}, later than that."), full_text(book.zone(), tour->start))};
    }
    entry.about = visit;
    entry.subject = tour->room;
    const int code = recording.finish(
        recording.append(entry), say(N_("{0} has seen {1}, {2}."), visit_code_of(book, visit),
                                     book.name_of("room", tour->room), duration_text(entry.told_at() - tour->start)));
    context.remark(say(N_("Count now: onduty serve count {0}"), tour->room));
    return code;
}

void declare_tour(OptionList& list, TourOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.needed_word("room", &options.room, tr("Which room"));
    list.option("--host", &options.host, "NAME", tr("Who shows it, if not the one who enters it"));
    list.option("--party", &options.party, "N", tr("How many people, if not all"));
    list.option("--uncounted", &options.uncounted, "TEXT", tr("Why the room was not counted before"));
}

void declare_tour_end(OptionList& list, TourOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
}

}  // namespace

constexpr ActionSpec kServeTour = action<declare_tour, begin_tour>("tour", "看房", N_("A group is shown a room"));
constexpr ActionSpec kServeTourEnd = action<declare_tour_end, end_tour>("tour-end", "看完", N_("It has seen the room"));

}  // namespace onduty
