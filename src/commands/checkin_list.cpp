// SPDX-License-Identifier: MIT
// checkin list: who is on duty and who is on site.
#include "book/duty.hpp"
#include "book/machine_words.hpp"
#include "book/teller.hpp"
#include "commands/checkin.hpp"
#include "print/sums.hpp"
#include "print/table.hpp"
#include "staff/kinds.hpp"
#include "staff/posts.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

std::string remark_on(Book& book, const Visit& visit) {
    if (!visit.arrived && is_of_before(book, visit)) {
        return visit.planned ? say(N_("meeting {0}, NOT COME?"), date_time_text(book.zone(), *visit.planned))
                             : tr("announced, NOT COME?");
    }
    if (!visit.arrived) {
        return visit.planned ? say(N_("meeting {0}"), date_time_text(book.zone(), *visit.planned)) : tr("announced");
    }
    if (is_of_before(book, visit)) {
        return tr("FORGOTTEN?");
    }
    if (book.entry(visit.arrival).late) {
        return tr("typed late");
    }
    const bool too_long = visit.is_group() && book.now() - *visit.arrived > book.plan(&Plan::reception).longest_stay;
    return too_long ? tr("LONG") : "";
}

std::string remark_of(Book& book, const Presence& presence) {
    if (const auto stale = stale_since(book, presence)) {
        return say(N_("not signed off, counts until {0}"), date_time_text(book.zone(), *stale));
    }
    Parts parts{is_resident(book, presence.shift) ? shown_word(kResident) : ""};
    if (const std::vector<std::string> covered = posts_covered(book, presence); !covered.empty()) {
        parts.add(covered.size() == presence.posts.size() ? std::string{shown_word(flag::kCover)}
                                                          : say(N_("stands in: {0}"), names_of_posts(book, covered)));
    }
    parts.add(presence.round == 0 ? "" : say(N_("round {0}"), presence.round));
    return std::move(parts).text();
}

int list_people(Context& context) {
    Book book{context, Store::Mode::read};
    Table table{{{"code", tr("No."), ColumnKind::code},
                 {"who", tr("Who"), ColumnKind::text},
                 {"people", tr("People"), ColumnKind::integer},
                 {"post", tr("Post or host"), ColumnKind::text},
                 {"place", tr("Seat"), ColumnKind::text},
                 {"since", tr("Since"), ColumnKind::code},
                 {"minutes", tr("For min"), ColumnKind::integer},
                 {"remark", tr("Remark"), ColumnKind::text}},
                {}};
    const auto minutes = [&](Instant since) { return minutes_cell(book.now() - since); };
    for (const Presence& presence : book.store().on_duty()) {
        table.rows.push_back({Cell::of(presence.person), Cell::of(book.name_of("staff", presence.person)),
                              Cell::of(std::int64_t{1}), Cell::of(posts_text(book, presence)), Cell{},
                              Cell::of(date_time_text(book.zone(), presence.since)), minutes(presence.since),
                              Cell::of(remark_of(book, presence))});
    }
    for (const Visit& visit : open_visits(book)) {
        const Instant since = visit.arrived.value_or(visit.announced.value_or(visit.planned.value_or(book.now())));
        const std::string values = masked_values(book, visit);
        std::string who = visit.type.empty() ? std::string{tr("group")} : shown_word(visit.type);
        who += values.empty() ? "" : " " + values;
        table.rows.push_back(
            {Cell::of(visit_code(visit)), Cell::of(std::move(who)),
             visit.details.party == 0 ? Cell{} : Cell::of(visit.details.party),
             Cell::of(visit.details.host.empty() ? std::string{} : book.name_of("staff", visit.details.host)),
             Cell::of(visit.seat.empty() ? std::string{} : book.name_of("seat", visit.seat)),
             Cell::of(date_time_text(book.zone(), since)), minutes(since), Cell::of(remark_on(book, visit))});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("Nobody is on duty. Coming on: onduty checkin staff NAME --post POST"));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

}  // namespace

constexpr ActionSpec kCheckinList = action<list_people>("list", "在场", N_("Who is on duty and on site"));

}  // namespace onduty
