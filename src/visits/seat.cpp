// SPDX-License-Identifier: MIT
// serve seat, refill, list: a group sits down, is served again; who waits for what.
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/actions.hpp"
#include "visits/clean_ups.hpp"
#include "visits/clocks.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"
#include "visits/taken_seats.hpp"

namespace onduty {

namespace {

struct SeatOptions {
    std::string visit;
    std::string seat;
    std::string note;
};

int sit_down(Context& context, const SeatOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = visit_on_site(book, options.visit);
    refuse_of_another_sort(visit, kind::kSeating);
    const Word seat = book.resolve_told("seat", N_("seat"), options.seat);
    const Presence person = recording.on_duty_person();
    Entry entry = recording.draft(kind::kSeating, person);
    entry.about = visit.number;
    entry.subject = seat.code;
    const bool is_last = !visit.left && (visit.seated.empty() || !entry.claims_before(visit.seated.back()));
    const bool told = entry.happened_at && !entry.clock_behind;
    refuse_taken_seat(book, seat.code, visit.number,
                      told ? std::optional{visit.sitting_from(entry.told_at())} : std::nullopt);
    const Entry stored = recording.append(entry);
    if (is_last && visit.seat != seat.code) {
        recording.follow(stored);
        ask_for_clean_up(recording, visit, person);
    } else if (!is_last) {
        recording.follow(stored);
        const std::string tidy = put_clean_ups_right(recording, person, std::vector{stored});
        if (!tidy.empty()) {
            context.remark(tidy);
        }
    }
    const std::string now =
        is_last || visit.left ? "" : " " + say(N_("What was told later holds: {0}."), book.name_of("seat", visit.seat));
    const int code = recording.finish(stored, say(N_("{0} sits at {1}."), visit_code(visit), seat.name) + now);
    if (visit.is_group() && is_last) {
        context.remark(say(N_("Serve now: onduty serve order {0} ..., or onduty serve refill {0}"), visit_code(visit)));
    }
    return code;
}

int refill(Context& context, const SeatOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = visit_on_site(book, options.visit);
    refuse_of_another_sort(visit, kind::kRefill);
    Entry entry = recording.draft(kind::kRefill, recording.on_duty_person("bar"));
    entry.about = visit.number;
    entry.subject = visit.seat_at(entry.told_at());
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry);
    std::string what = say(N_("{0} served again"), visit_code(visit));
    if (const auto last = visit.served_before(entry.told_at())) {
        what += say(N_(", {0} after the last time"), duration_text(entry.told_at() - *last));
    }
    return recording.finish(stored, what + tr("."));
}

int list_groups(Context& context) {
    Book book{context, Store::Mode::read};
    Table table{{{"visit", tr("Visit"), ColumnKind::code},
                 {"people", tr("People"), ColumnKind::integer},
                 {"seat", tr("Seat"), ColumnKind::text},
                 {"waits_for", tr("Waits for"), ColumnKind::text},
                 {"served", tr("Last served"), ColumnKind::code},
                 {"next", tr("Serve at"), ColumnKind::code},
                 {"minutes", tr("Min"), ColumnKind::integer}},
                {}};
    for (const Visit& visit : open_visits(book)) {
        if (!visit.is_group() || !visit.arrived) {
            continue;
        }
        const std::string waits = drinks_text(book, visit.orders().undelivered);
        const auto next = next_service(book, visit);
        const auto served = visit.served_before(book.now());
        table.rows.push_back(
            {Cell::of(visit_code(visit)), Cell::of(visit.details.party),
             Cell::of(visit.seat.empty() ? std::string{} : book.name_of("seat", visit.seat)),
             Cell::of(std::move(waits)), served ? Cell::of(clock_text(book.zone(), *served)) : Cell{},
             next ? Cell::of(clock_text(book.zone(), next->due)) : Cell{},
             next ? Cell::of(std::int64_t{std::chrono::floor<Minutes>(next->due - book.now()).count()}) : Cell{}});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("No group is on site. One arrives: onduty checkin visit --party N --purpose \"...\""));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

void declare_seat(OptionList& list, SeatOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.needed_word("seat", &options.seat, tr("Where they sit"));
}

void declare_refill(OptionList& list, SeatOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kServeSeat =
    action<declare_seat, sit_down>("seat", "落座", N_("A group sits down, or sits elsewhere"));
constexpr ActionSpec kServeRefill = action<declare_refill, refill>("refill", "续杯", N_("A group is served again"));
constexpr ActionSpec kServeList = action<list_groups>("list", "清单", N_("Who waits for what"));

}  // namespace onduty
